"""Quotes: content in text order, and who is said to have said it."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings

from stancekit.testing import quotes
from stancekit.values import Actor, Attitude, Quote, QuoteKind, Span

FEW = settings(max_examples=40, deadline=None)

SPLIT = Quote("q1", "direct", [Span(1, 8), Span(19, 29)])


class TestContent:
    def test_refuses_a_quote_of_nothing(self):
        """Without content there is no quote."""
        message = "'content' must hold Spans, at least 1 (got 0)"

        with pytest.raises(ValueError, match=re.escape(message)):
            Quote("q1", "direct", [])

    @pytest.mark.parametrize("content", [[Span(5, 9), Span(0, 3)], [Span(0, 5), Span(4, 9)]])
    def test_refuses_disorder(self, content):
        """Parts stand in text order and never overlap; the message shows the two that don't."""
        message = f"'content' must be in text order without overlaps (got {content[0]} before {content[1]})"

        with pytest.raises(ValueError, match=re.escape(message)):
            Quote("q1", "direct", content)

    def test_reaches_from_the_first_part_to_the_last(self):
        """A cue in the middle lies between, not inside."""
        assert (SPLIT.start, SPLIT.end) == (1, 29)
        assert SPLIT.covers(Span(20, 25))
        assert not SPLIT.covers(Span(10, 12))

    @FEW
    @given(quote=quotes())
    def test_covers_its_parts(self, quote):
        """Each part is attributed words."""
        assert all(quote.covers(part) for part in quote.content)


class TestSpeakers:
    ANN = Actor("a1", "Ann", "person")
    BOB = Actor("a2", "Bob", "person")

    def test_first_is_the_speaker(self):
        """Whoever asks for one gets the first; some quotes have none."""
        both = Quote("q1", "direct", [Span(0, 5)], speakers=[self.ANN, self.BOB])

        assert (both.speakers, both.speaker) == ((self.ANN, self.BOB), self.ANN)
        assert (SPLIT.speakers, SPLIT.speaker) == ((), None)

    def test_change_alone(self):
        """There is one field, so nothing can contradict it."""
        quote = Quote("q1", "direct", [Span(0, 5)], speakers=[self.ANN])

        assert evolve(quote, speakers=[self.BOB]).speaker == self.BOB
        assert evolve(quote, speakers=()).speaker is None


class TestFields:
    def test_takes_its_kind_by_word(self):
        """Values are built from plain words as from the vocabulary."""
        assert SPLIT.kind is QuoteKind.DIRECT

    @pytest.mark.parametrize("name", ["cue", "source", "speakers"])
    def test_names_the_field_of_a_wrong_type(self, name):
        """A name of text is not a place in it, nor an actor."""
        with pytest.raises(TypeError, match=f"'{name}' must be"):
            Quote("q1", "direct", [Span(0, 5)], **{name: "said"})

    def test_keeps_its_parent(self):
        """A quote in a quote knows who quotes."""
        ann = Actor("a1", "Ann", "person")

        nested = Quote(
            "q2", "direct", [Span(2, 4)], parent=Quote("q1", "direct", [Span(1, 8)], speakers=[ann])
        )

        assert nested.parent.speaker is ann

    def test_says_how_its_cue_stands_to_it(self):
        """By word, and neutral where nothing is said."""
        claimed = Quote("q1", "indirect", [Span(0, 5)], attitude="doubting")

        assert (claimed.attitude, SPLIT.attitude) == (Attitude.DOUBTING, Attitude.NEUTRAL)

    def test_stays_as_it_is(self):
        """Stances refer to it."""
        with pytest.raises(FrozenInstanceError):
            SPLIT.kind = QuoteKind.MIXED


def test_may_be_nested_so_deep_and_no_deeper():
    """Comparing and hashing go down to the outermost."""
    quote = None
    for number in range(51):
        quote = Quote(f"q{number}", "direct", [Span(0, 1)], parent=quote)

    assert hash(quote) == hash(evolve(quote))
    assert quote == evolve(quote)
    with pytest.raises(ValueError, match=r"'parent' must be nested in at most 49 other quotes"):
        Quote("q51", "direct", [Span(0, 1)], parent=quote)
