"""Scores to trees and names."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from stancekit.language import _decode as decode

LABELS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")


def arc_scores(most=12):
    """Scores of every head, the root first, for every word."""
    return st.integers(1, most).flatmap(
        lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-9, 9, width=32))
    )


class TestHeads:
    @given(arc_scores())
    def test_form_a_tree_with_one_root(self, scores):
        """From every word the heads lead to the one root."""
        heads = decode.heads(scores)

        assert (heads == 0).sum() == 1
        for word in range(len(heads)):
            steps, at = 0, word + 1
            while at:
                at, steps = int(heads[at - 1]), steps + 1
                assert steps <= len(heads)

    @given(arc_scores())
    def test_are_the_best_ones_where_those_form_a_tree(self, scores):
        """A tree of best heads is not given up for another."""
        chain = np.arange(len(scores))
        scores[np.arange(len(scores)), chain] = 20.0

        assert decode.heads(scores).tolist() == chain.tolist()


class TestSentenceBounds:
    @given(arrays(np.float32, st.tuples(st.integers(1, 30), st.just(2)), elements=st.floats(-5, 5, width=32)))
    def test_cover_the_window(self, scores):
        """Sentences follow each other without gaps."""
        bounds = decode.sentence_bounds(scores, ["word"] * len(scores))

        assert [i for begin, end in bounds for i in range(begin, end)] == list(range(len(scores)))
        assert all(begin < end for begin, end in bounds)

    def test_a_capital_behind_a_full_stop_begins_a_sentence(self):
        """What the marks say plainly needs no score."""
        words = ["Ann", "left", ".", "Bob", "met", "Mr.", "Day", "."]

        assert decode.sentence_bounds(np.zeros((8, 2), np.float32), words) == [(0, 3), (3, 8)]

    @pytest.mark.parametrize(
        ("words", "at"),
        [
            (["“", "Yes", ",", "”", "Kelm", "said"], 4),
            (["Yes", ",", "Kelm", "said"], 2),
            (["(", "Really"], 1),
            (["She", "left", "Friday", ",", "smiling"], 2),
        ],
    )
    def test_are_not_where_a_sentence_goes_on(self, words, at):
        """Behind a comma, with its quotation mark or without, behind a mark alone and before a weekday."""
        scores = np.zeros((len(words), 2), np.float32)
        scores[at, 1] = 1

        assert decode.sentence_bounds(scores, words) == [(0, len(words))]


class TestNameSpans:
    @given(arrays(np.float32, st.tuples(st.integers(0, 20), st.just(5)), elements=st.floats(-5, 5, width=32)))
    def test_are_in_order_and_apart(self, scores):
        """Names never overlap, and hold no word that is likeliest outside."""
        names = decode.name_spans(scores, LABELS)

        assert all(left[1] <= right[0] for left, right in pairwise(names))
        assert all((scores[begin:end].argmax(1) > 0).all() for begin, end, *_ in names)

    def test_take_the_type_that_the_whole_name_likes_best(self):
        """One doubtful word does not split a name or change its type."""
        scores = np.array([[0, 3, 0, 2.5, 0], [0, 0, 1, 0, 4]], dtype=np.float32)

        ((begin, end, kind, lead),) = decode.name_spans(scores, LABELS)

        assert (begin, end, kind) == (0, 2, "ORG")
        assert lead > 0
