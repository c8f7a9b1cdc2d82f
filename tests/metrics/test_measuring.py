"""Ratings held against labels: the figures are the textbook's, and their sums add up."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.calibration import calibration_curve
from sklearn.metrics import accuracy_score, precision_recall_fscore_support

from stancekit.metrics import measure
from stancekit.testing import ratings
from stancekit.values import Polarity, Rating

POLARITIES = [*Polarity]
FEW = settings(max_examples=40, deadline=None)
ROWS = st.lists(st.tuples(st.sampled_from(POLARITIES), st.none() | ratings()), min_size=1, max_size=30)


def sure(polarity, confidence):
    """A rating of one polarity; what is left goes to the other two alike."""
    rest = (1 - confidence) / 2
    return Rating(**{p.value: confidence if p is polarity else rest for p in POLARITIES})


PRAISE, BLAME = sure(Polarity.POSITIVE, 0.8), sure(Polarity.NEGATIVE, 0.6)


class TestClasses:
    @FEW
    @given(rows=ROWS)
    def test_are_those_of_scikit_learn(self, rows):
        """Precision, recall, F1 and accuracy mean what they mean elsewhere; an abstention is a miss."""
        labels, told = zip(*rows, strict=True)
        said = ["abstained" if rating is None else rating.polarity.value for rating in told]
        theirs = precision_recall_fscore_support(
            [label.value for label in labels], said, labels=[*map(str, POLARITIES)], zero_division=0
        )

        metrics = measure(labels, told, resamples=0)

        ours = [
            [getattr(one, name) for one in metrics.classes]
            for name in ("precision", "recall", "f1", "support")
        ]
        for own, other in zip(ours[:3], theirs, strict=False):
            assert [figure.value for figure in own] == pytest.approx([*other])
        assert ours[3] == [*theirs[3]]
        assert metrics.macro_f1.value == pytest.approx(theirs[2].mean())
        assert metrics.accuracy.value == pytest.approx(accuracy_score([*map(str, labels)], said))

    @FEW
    @given(rows=ROWS)
    def test_add_up(self, rows):
        """Every row is in one cell of the confusion, every rating in one bin, and no threshold adds any."""
        labels, told = zip(*rows, strict=True)

        metrics = measure(labels, told, resamples=0)

        assert sum(map(sum, metrics.confusion)) == metrics.rows == len(rows)
        assert sum(row[-1] for row in metrics.confusion) == metrics.abstained == told.count(None)
        assert sum(one.rows for one in metrics.reliability) == metrics.rows - metrics.abstained
        left = [one.rows for one in metrics.coverage]
        assert left == sorted(left, reverse=True)
        assert left[0] == metrics.rows - metrics.abstained

    def test_an_abstention_is_counted_apart(self):
        """It costs accuracy of all, not of what was rated."""
        metrics = measure(["positive", "negative"], [PRAISE, None], resamples=0)

        assert metrics.abstained == 1
        assert (metrics.accuracy.value, metrics.accuracy_answered.value) == (0.5, 1.0)
        assert metrics.confusion[0] == (0, 0, 0, 1)

    def test_nothing_rated_is_nothing_to_measure(self):
        """Where all is abstained, confidence has no figures; nothing breaks."""
        metrics = measure(["positive", "negative"], [None, None])

        assert metrics.accuracy.value == metrics.macro_f1.value == 0
        assert metrics.calibration_error.value is metrics.brier.value is None
        assert metrics.curve == ()


class TestConfidence:
    @FEW
    @given(rows=ROWS.filter(lambda rows: any(rating for _, rating in rows)))
    def test_bins_are_those_of_scikit_learn(self, rows):
        """Mean confidence and hits of each bin are its calibration curve."""
        labels, told = zip(*((label, rating) for label, rating in rows if rating), strict=True)
        confidence = np.array([rating.confidence for rating in told])
        if np.any(np.isclose(confidence * 10, np.round(confidence * 10))):
            return  # theirs and ours end a bin differently
        hits = [rating.polarity is label for label, rating in zip(labels, told, strict=True)]
        right, mean = calibration_curve(hits, confidence, n_bins=10)

        bins = [one for one in measure(labels, told, resamples=0).reliability if one.rows]

        assert [one.accuracy.value for one in bins] == pytest.approx([*right])
        assert [one.confidence for one in bins] == pytest.approx([*mean])

    def test_error_is_how_far_confidence_is_from_what_is_right(self):
        """Four praises at 0.8 of which three hit are 0.05 too sure."""
        metrics = measure(["positive"] * 3 + ["negative"], [PRAISE] * 4, resamples=0)

        assert metrics.calibration_error.value == pytest.approx(0.05)

    @pytest.mark.parametrize(("label", "brier"), [("positive", 0.06), ("negative", 0.64 + 0.81 + 0.01)])
    def test_brier_sums_the_squares_of_the_three(self, label, brier):
        """Nothing for a sure hit, two for a sure miss."""
        assert measure([label], [PRAISE], resamples=0).brier.value == pytest.approx(brier)

    def test_a_threshold_leaves_what_reaches_it(self):
        """`min_confidence` means what it means to the analyzer: at least."""
        metrics = measure(["positive", "positive", "negative"], [PRAISE, BLAME, None], resamples=0)

        told = {one.min_confidence: (one.rows, one.accuracy.value) for one in metrics.coverage}
        assert told == {0: (2, 0.5), 0.5: (2, 0.5), 0.6: (2, 0.5), 0.7: (1, 1), 0.8: (1, 1), 0.9: (0, None)}
        assert metrics.coverage[3].share == pytest.approx(1 / 3)

    def test_the_curve_goes_down_to_all_that_was_rated(self):
        """Surest first; the last point is everything."""
        told = [sure(Polarity.POSITIVE, 0.5 + n / 100) for n in range(40)]

        curve = measure(["positive"] * 40, told, resamples=0).curve

        assert [one.rows for one in curve] == [4 * tenth for tenth in range(1, 11)]


class TestIntervals:
    LABELS = ["positive", "negative", "positive", "neutral"] * 10
    TOLD = [PRAISE, BLAME, BLAME, sure(Polarity.NEUTRAL, 0.4)] * 10

    def test_hold_the_figure(self):
        """The interval lies round the figure, and within what it can be."""
        accuracy = measure(self.LABELS, self.TOLD).accuracy

        assert 0 <= accuracy.low < accuracy.value < accuracy.high <= 1

    def test_are_the_same_every_time(self):
        """The seed is fixed; another one draws others."""
        one, again, other = (measure(self.LABELS, self.TOLD, seed=seed) for seed in (0, 0, 1))

        assert one == again
        assert one.brier != other.brier
        assert (one.seed, one.resamples, one.groups) == (0, 1000, 40)

    def test_rows_of_a_group_are_drawn_together(self):
        """The same rows twice over say no more than once."""
        once = measure(self.LABELS, self.TOLD)
        twice = measure(self.LABELS * 2, self.TOLD * 2, groups=[*range(40)] * 2)

        assert twice.groups == 40
        assert (twice.accuracy, twice.macro_f1) == (once.accuracy, once.macro_f1)

    def test_of_what_is_all_right_are_not_all_sure(self):
        """Seven of seven is no certainty; of one group it is next to nothing."""
        alone = measure(["positive"] * 7, [PRAISE] * 7).coverage[0].accuracy
        together = measure(["positive"] * 8, [PRAISE] * 8, groups=["a"] * 7 + ["b"]).coverage[0].accuracy

        assert alone.value == alone.high == 1
        assert 0.6 < alone.low < 0.7
        assert together.low < 0.4

    @pytest.mark.parametrize("options", [{"resamples": 0}, {"groups": ["a"] * 40}])
    def test_need_something_to_draw(self, options):
        """No resamples or a single group: a figure, and no interval."""
        accuracy = measure(self.LABELS, self.TOLD, **options).accuracy

        assert accuracy.value == 0.75
        assert accuracy.low is None

    def test_of_many_rows_are_drawn_in_rounds(self, monkeypatch):
        """How many draws fit into memory does not show."""
        whole = measure(self.LABELS, self.TOLD)
        monkeypatch.setattr("stancekit.metrics._figures._CELLS", 100)

        assert measure(self.LABELS, self.TOLD) == whole


class TestFaults:
    @pytest.mark.parametrize(
        ("labels", "told", "options", "message"),
        [
            ([], [], {}, "'labels' must hold a row at least"),
            (["positive"], [], {}, "'ratings' must be one a label, 1 (got 0)"),
            (["positiv"], [PRAISE], {}, "(got 'positiv'); did you mean 'positive'?"),
            (["positive"], [PRAISE], {"groups": []}, "'groups' must be one a row, 1 (got 0)"),
            (["positive"], [PRAISE], {"resamples": -1}, "'resamples' must be >= 0 (got -1)"),
        ],
    )
    def test_are_told(self, labels, told, options, message):
        """What was given, what is asked for."""
        with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is held below
            measure(labels, told, **options)

        assert message in str(caught.value)


def test_records_are_json():
    """Everything is written, and comes back as it was."""
    metrics = measure(["positive", "negative"], [PRAISE, None])

    record = json.loads(json.dumps(metrics.to_record()))

    assert record["classes"][2]["recall"]["value"] == 1
    assert record["coverage"][1]["min_confidence"] == 0.5
    assert record["abstained"] == 1
