"""The bundled pipeline."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.language import load
from stancekit.values import Span


@pytest.fixture(scope="module")
def pipeline():
    return load()


def words(document):
    return [token for sentence in document.sentences for token in sentence.tokens]


class TestParse:
    @settings(max_examples=60, deadline=None)
    @given(text=st.text(max_size=400))
    def test_keeps_every_offset(self, text):
        """Whatever the text, words stand where they say, in order, and none is lost."""
        tokens = words(load().parse(text))

        assert all(token.text == token.span.of(text) or "\ufffd" in token.text for token in tokens)
        assert all(left.end <= right.start for left, right in pairwise(tokens))
        covered = {i for token in tokens for i in range(token.start, token.end)}
        assert {i for i, c in enumerate(text) if not c.isspace()} <= covered

    @settings(max_examples=30, deadline=None)
    @given(text=st.text(max_size=200))
    def test_gives_trees(self, text):
        """Each sentence has one root, and all else leads to it."""
        for sentence in load().parse(text).sentences:
            assert sum(token.is_root for token in sentence.tokens) == 1
            assert all(token.is_root or sentence.ancestors(token)[-1].is_root for token in sentence.tokens)

    def test_reads_a_paragraph_the_same_alone_and_among_others(self, pipeline):
        """What stands around a paragraph does not change its parse."""
        paragraph = "The senator, who had opposed the bill, praised Maria Lopez on Tuesday."
        among = pipeline.parse(f"Nothing else happened.\n{paragraph}\nThe rain went on.")

        alone = pipeline.parse(paragraph)

        assert [(t.text, t.dep, t.head) for t in alone.sentences[0].tokens] == [
            (t.text, t.dep, t.head) for t in among.sentences[1].tokens
        ]

    def test_leaves_out_what_it_is_told_to_skip(self, pipeline):
        """Words inside a skipped span belong to no sentence, and are no names."""
        text = "LEEDS, England — Anna Moore left.\nBy Peter Hall"

        document = pipeline.parse(text, skip=[Span(0, 16), Span(34, 47)])

        assert [token.text for token in words(document)][:2] == ["Anna", "Moore"]
        assert [name.span.of(text) for name in document.names] == ["Anna Moore"]

    def test_finds_relations_lemmas_and_names(self, pipeline):
        """A plain sentence of news is read as a person would read it."""
        text = "The ministers were criticised by Angela Merkel in Berlin."

        (sentence,) = pipeline.parse(text).sentences

        relations = {token.text: token.dep for token in sentence.tokens}
        lemmas = {token.text: token.lemma for token in sentence.tokens}
        assert relations["ministers"] == "nsubj:pass"
        assert relations["Angela"] == "obl:agent"
        assert lemmas["ministers"] == "minister"
        assert [(n.span.of(text), n.kind.value) for n in sentence.names] == [
            ("Angela Merkel", "person"),
            ("Berlin", "place"),
        ]

    @pytest.mark.parametrize("text", ["a" * 30_000, '"(' * 3000, "word " * 3000, "\u200d" * 500, "\ud800 x"])
    def test_takes_hostile_text(self, pipeline, text):
        """Endless words, marks and lone surrogates cost little and break nothing."""
        assert pipeline.parse(text).text == text
