"""Spans: half-open, never empty, in code points."""

from __future__ import annotations

import re

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.testing import spans
from stancekit.values import Span

FEW = settings(max_examples=40, deadline=None)


class TestRules:
    @pytest.mark.parametrize(
        ("start", "end", "message"),
        [
            (-1, 3, "'start' must be at least 0 (got -1)"),
            (4, 4, "'end' must be greater than 'start', 4 (got 4)"),
            (4, 2, "'end' must be greater than 'start', 4 (got 2)"),
        ],
    )
    def test_refuses_what_covers_nothing(self, start, end, message):
        """A message names the field, the rule, and what arrived."""
        with pytest.raises(ValueError, match=re.escape(message)):
            Span(start, end)

    @pytest.mark.parametrize("offset", [1.0, "1", None])
    def test_takes_whole_numbers_only(self, offset):
        """Half a character is nobody's offset."""
        with pytest.raises(TypeError, match="'start' must be"):
            Span(offset, 5)

    def test_keeps_plain_numbers(self):
        """What counts like an `int`, as numpy's integers do, is stored as one."""

        class Index:
            def __index__(self):
                return 2

            __int__ = __index__

        assert type(Span(Index(), 5).start) is int

    def test_stays_as_it_is(self):
        """A span can be shared because nobody can move it."""
        with pytest.raises(FrozenInstanceError):
            Span(1, 2).start = 0


class TestOffsets:
    def test_counts_code_points(self):
        """An emoji is one character, whatever its bytes."""
        assert Span(2, 5).of("🗳 won it") == "won"

    @FEW
    @given(text=st.text(min_size=1), data=st.data())
    def test_covers_as_many_characters_as_it_is_long(self, text, data):
        """What it covers is as long as itself."""
        span = data.draw(spans(max_end=len(text)))

        assert len(span.of(text)) == len(span) == span.end - span.start

    @FEW
    @given(span=spans(max_end=1000), by=st.integers(0, 1000))
    def test_shifting_there_and_back_changes_nothing(self, span, by):
        """Offsets into a passage lead back to its article."""
        assert span.shift(by).shift(-by) == span

    def test_refuses_to_be_shifted_out_of_the_text(self):
        """There is nothing before the first character."""
        with pytest.raises(ValueError, match=r"'start' must be at least 0 \(got -1\)"):
            Span(2, 5).shift(-3)


class TestRelations:
    @pytest.mark.parametrize(
        ("one", "other", "overlap", "inside"),
        [
            (Span(2, 5), Span(2, 5), True, True),
            (Span(2, 5), Span(3, 4), True, True),
            (Span(2, 5), Span(4, 6), True, False),
            (Span(2, 5), Span(5, 6), False, False),
            (Span(2, 5), Span(0, 2), False, False),
        ],
    )
    def test_neighbours_share_nothing(self, one, other, overlap, inside):
        """The end lies behind the last character."""
        assert (one.overlaps(other), other in one) == (overlap, inside)

    @FEW
    @given(one=spans(max_end=20), other=spans(max_end=20))
    def test_overlap_has_no_direction(self, one, other):
        """Whoever overlaps is overlapped; whoever lies inside overlaps."""
        assert one.overlaps(other) == other.overlaps(one) >= (other in one)

    def test_sorts_by_text_order(self):
        """The earlier first, then the shorter."""
        assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]
