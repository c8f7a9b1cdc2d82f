"""One voice's part of a sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stancekit.language import load
from stancekit.stances.candidates._voice_passage import (
    VoicePassage,
    intersect_spans,
    merge_spans,
    subtract_spans,
    tokens_inside,
)
from stancekit.values import Span

TEXT = "Mercer said Holt had shown herself “brave” and “wise” in a hard year."
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 12))


def passage(*kept):
    (sentence,) = load().parse(TEXT).sentences
    return VoicePassage(TEXT, sentence, kept)


class TestSpans:
    @given(st.lists(SPANS))
    def test_inside_and_outside_share_the_whole(self, spans):
        """Every character is either covered or not."""
        whole = Span(5, 50)

        parts = [*intersect_spans(whole, spans), *subtract_spans(whole, spans)]

        assert sorted(i for part in parts for i in range(part.start, part.end)) == [*range(5, 50)]

    @given(st.lists(SPANS))
    def test_merged_spans_stand_apart(self, spans):
        """Merged spans neither touch nor overlap."""
        found = merge_spans(spans)

        assert all(left.end < right.start for left, right in pairwise(found))


class TestText:
    def test_keeps_offsets(self):
        """What is left stands where it stood, blanks elsewhere."""
        found = passage(Span(0, 11), Span(36, 41))

        assert len(found.text) == len(TEXT)
        assert found.text.split() == ["Mercer", "said", "brave"]
        assert Span(36, 41).of(found.text) == "brave"


class TestParse:
    @settings(max_examples=40, deadline=None)
    @given(st.lists(SPANS, min_size=1, max_size=4))
    def test_stays_a_tree(self, spans):
        """Whatever is cut away, the words left form a tree over the text."""
        kept = intersect_spans(Span(0, len(TEXT)), spans)
        assume(tokens_inside(load().parse(TEXT).sentences[0].tokens, kept))

        sentence = passage(*kept).sentence

        assert [t.index for t in sentence.tokens] == [*range(len(sentence.tokens))]
        assert all(t.span.of(TEXT) == t.text for t in sentence.tokens)
        assert sum(t.is_root for t in sentence.tokens) == 1
        assert all(sentence.root in (t, *sentence.ancestors(t)) for t in sentence.tokens)

    def test_words_that_lose_their_governor_lose_their_role(self):
        """No cut makes somebody the subject of another verb."""
        sentence = passage(Span(0, 16)).sentence

        assert [(t.text, t.dep) for t in sentence.tokens if t.text == "Holt"] == [("Holt", "dep")]

    def test_nothing_left(self):
        """A passage without words has no parse, and says so."""
        with pytest.raises(ValueError, match="'kept' must hold a word of the sentence"):
            passage(Span(6, 7)).sentence  # noqa: B018
