"""Two scorers on the same rows."""

import pytest

from stancekit.metrics import compare, measure
from stancekit.values import Rating

PRAISE, BLAME, CALM = (Rating.of_score(score) for score in (0.9, -0.9, 0))


def test_counts_who_alone_is_right():
    """Four cells, and McNemar's test on the two that differ."""
    labels = ["positive"] * 12
    comparison = compare(labels, [PRAISE] * 9 + [None] * 3, [PRAISE, CALM] + [BLAME] * 8 + [PRAISE] * 2)

    assert (comparison.both, comparison.first, comparison.second, comparison.neither) == (1, 8, 2, 1)
    assert comparison.p_value == pytest.approx(2 * (1 + 10 + 45) / 2**10)


def test_alike_is_no_difference():
    """Held against itself, a scorer is neither better nor worse, and surely so."""
    labels, told = ["positive", "negative"] * 5, [PRAISE, CALM] * 5
    comparison = compare(labels, told, told)

    assert comparison.p_value == 1
    assert (comparison.macro_f1_difference.low, comparison.macro_f1_difference.high) == (0, 0)


def test_difference_is_that_of_the_figures():
    """Positive where the first is better; the interval is paired, so it is narrower than both."""
    labels = ["positive", "negative", "neutral", "neutral"] * 10
    first = [PRAISE, BLAME, CALM, PRAISE] * 10
    second = [PRAISE, CALM, CALM, PRAISE] * 10
    one, other = measure(labels, first), measure(labels, second)

    found = compare(labels, first, second)

    assert found.macro_f1_difference.value == pytest.approx(one.macro_f1.value - other.macro_f1.value)
    assert found.accuracy_difference.value == pytest.approx(0.25)
    assert found.accuracy_difference.low > 0
    assert found.to_record()["accuracy_difference"]["value"] == found.accuracy_difference.value


def test_rows_of_a_group_stay_together():
    """Forty rows of two articles are two observations."""
    labels = ["positive"] * 40
    first, second = [PRAISE] * 40, [PRAISE] * 20 + [BLAME] * 20
    found = compare(labels, first, second, groups=["a"] * 20 + ["b"] * 20)

    assert found.groups == 2
    assert (found.accuracy_difference.low, found.accuracy_difference.high) == (0, 1)


def test_asks_for_two_ratings_a_row():
    """A scorer that was asked about other rows can't be compared."""
    with pytest.raises(ValueError, match="'ratings' must be one a label, 1"):
        compare(["positive"], [PRAISE], [])
