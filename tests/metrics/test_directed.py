"""Pairs of actors, asked about both ways."""

import pytest

from stancekit.metrics import directed_label, facing_pairs, measure_directed
from stancekit.metrics._directed import directed_class
from stancekit.values import Candidate, Polarity, Rating, Span

TEXT, ANN, BOB = "Ann praised Bob.", Span(0, 3), Span(12, 15)
PRAISE, BLAME, CALM = (Rating.of_score(score) for score in (0.9, -0.8, 0))
NEGATIVE, NEUTRAL, POSITIVE = Polarity


@pytest.mark.parametrize(
    ("forth", "back", "told"),
    [
        (CALM, CALM, "neutral"),
        (PRAISE, CALM, "positive-forth"),
        (CALM, BLAME, "negative-back"),
        (PRAISE, BLAME, "positive-forth"),
        (None, BLAME, "negative-back"),
        (CALM, None, "neutral"),
        (None, None, None),
        (Rating(negative=0.4, neutral=0.4, positive=0.2), CALM, "neutral"),
        (Rating(negative=0.45, neutral=0.1, positive=0.45), Rating.of_score(0.6), "positive-back"),
    ],
)
def test_the_likeliest_evaluation_that_beats_its_own_neutral(forth, back, told):
    """Each way must first beat neutral; then the surer way wins."""
    assert directed_class(forth, back) == told


def test_figures_tell_direction_from_polarity():
    """A right polarity of the wrong holder is half right."""
    labels = ["positive-forth", "positive-forth", "negative-back", "neutral"]
    metrics = measure_directed(labels, [PRAISE, CALM, CALM, CALM], [CALM, PRAISE, BLAME, CALM])

    assert metrics.accuracy.value == 0.75
    assert metrics.direction.value == pytest.approx(2 / 3)
    assert metrics.polarity_macro_f1.value == 1
    assert [one.label for one in metrics.classes][1:3] == ["negative-forth", "positive-forth"]
    assert metrics.to_record()["pairs"] == 4


def test_abstained_both_ways_is_a_miss_apart():
    """One way is enough for an answer."""
    metrics = measure_directed(["neutral", "neutral"], [None, CALM], [None, None])

    assert (metrics.abstained, metrics.accuracy.value) == (1, 0.5)
    assert metrics.confusion[0] == (1, 0, 0, 0, 0, 1)
    assert metrics.direction.value is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([], [], []), "there must be a pair at least"),
        ((["neutral"], [CALM], []), "got 1 labels, 1 ratings forth, 0 back"),
        ((["positive"], [CALM], [CALM]), r"must be of neutral, negative-forth.*got 'positive'"),
    ],
)
def test_faults_are_told(arguments, message):
    """What was given, what is asked for."""
    with pytest.raises(ValueError, match=message):
        measure_directed(*arguments)


class TestFacing:
    def test_first_is_who_stands_first(self):
        """Whichever way a file asks first, the pair is the same."""
        there, back = Candidate(TEXT, BOB, ANN), Candidate(TEXT, ANN, BOB)

        assert [*facing_pairs([there, back])] == [(0, 1)]
        assert [*facing_pairs([back, there])] == [(1, 0)]

    def test_needs_the_same_two_in_the_same_words(self):
        """No holder, another passage, the same way twice: no pair."""
        others = [Candidate(TEXT, BOB), Candidate(TEXT, BOB, ANN), Candidate(TEXT, BOB, ANN)]

        assert not [*facing_pairs([*others, Candidate("Ann blamed Bob..", ANN, BOB)])]

    @pytest.mark.parametrize(
        ("forth", "back", "label"),
        [
            (NEUTRAL, NEUTRAL, "neutral"),
            (POSITIVE, NEUTRAL, "positive-forth"),
            (NEUTRAL, NEGATIVE, "negative-back"),
            (POSITIVE, NEGATIVE, None),
        ],
    )
    def test_two_labels_make_one_of_five(self, forth, back, label):
        """Five classes know no mutual evaluation."""
        assert directed_label(forth, back) == label
