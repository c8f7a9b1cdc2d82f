"""How good a stance scorer's ratings are, held against labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen

from ..values import Polarity, Rating
from ._figures import (
    RESAMPLES,
    SEED,
    ClassFigures,
    Figure,
    Numbers,
    Places,
    Sums,
    Tally,
    Truths,
    accuracy,
    class_figures,
    macro_f1,
)
from ._record import RecordMixin

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

POLARITIES: Final = tuple(Polarity)
ABSTAINED: Final = len(POLARITIES)
"""The column of a confusion for those that were not judged."""

BINS: Final = 10
"""Of the reliability table, equally wide."""

THRESHOLDS: Final = (0.5, 0.6, 0.7, 0.8, 0.9)
"""Values of ``min_confidence`` that the coverage is told for, besides none."""

_TENTHS: Final = tuple(tenth / 10 for tenth in range(1, 11))


@frozen
class Bin:
    """Ratings of about the same confidence, and how often they are right.

    Args:
        low: The least confidence in it.

        high: The confidence that it ends before; the last one holds 1.

        rows: How many ratings there are.

        confidence: Their mean confidence; `None` for none.

        accuracy: Share of them that are right: as large as the confidence where that is calibrated.
    """

    low: float
    high: float
    rows: int
    confidence: float | None
    accuracy: Figure


@frozen
class Coverage:
    """What is left above a threshold, and how good it is.

    Args:
        min_confidence: The threshold; what is less sure is taken for an abstention.

        rows: How many ratings are left.

        share: Which share of all rows that is.

        accuracy: Share of those left that are right.
    """

    min_confidence: float
    rows: int
    share: float
    accuracy: Figure


@frozen(kw_only=True)
class Metrics(RecordMixin):
    """How good ratings are.

    An abstention is a miss for recall, F1 and ``accuracy``, so that no scorer gains by it; it is left out of
    ``accuracy_answered`` and of what measures confidence.

    Args:
        rows: How many there are.

        abstained: How many of them have no rating.

        groups: How many groups the rows were resampled in.

        resamples: How often.

        seed: From which seed.

        macro_f1: Mean F1 of the three polarities.

        accuracy: Share of all rows that are right.

        accuracy_answered: Share of rated rows that are right.

        calibration_error: Expected calibration error: how far the confidence of the winning class is from
            the share that is right, on average over the rated rows in ten bins.

        brier: Mean over the rated rows of the squared errors of the three probabilities, summed: 0 to 2.

        classes: Negative, neutral, positive.

        confusion: For each of the three that a row is, how many were said to be each of the three, and how
            many were not judged.

        reliability: The ten bins.

        coverage: What is left at each of some thresholds; the first is none at all.

        curve: The same at the thresholds that leave about a tenth of the rated rows, two tenths, and so on.
    """

    rows: int
    abstained: int
    groups: int
    resamples: int
    seed: int
    macro_f1: Figure
    accuracy: Figure
    accuracy_answered: Figure
    calibration_error: Figure
    brier: Figure
    classes: tuple[ClassFigures, ...]
    confusion: tuple[tuple[int, ...], ...]
    reliability: tuple[Bin, ...]
    coverage: tuple[Coverage, ...]
    curve: tuple[Coverage, ...]


def measure(
    labels: Sequence[Polarity | str],
    ratings: Sequence[Rating | None],
    *,
    groups: Sequence[Hashable | None] | None = None,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Metrics:
    """Hold ratings against labels.

    Args:
        labels: The right polarity of each row.

        ratings: What a scorer said of it; `None` for an abstention.

        groups: What rows have in common, such as the article they are from: those of a group are
            resampled together, since they tend to be right or wrong together. `None` is a group of its own.

        resamples: How often the rows are drawn anew, with replacement, for the intervals; 0 for none.

        seed: What the draws begin with: the same seed and rows give the same intervals.

    Raises:
        ValueError: There are no rows, not as many ratings or groups as labels, or a label is none.

    Example:
        >>> told = [Rating.of_score(0.8), Rating.of_score(-0.6), Rating.of_score(0.1), None]
        >>> metrics = measure(["positive", "positive", "neutral", "negative"], told, resamples=0)
        >>> print(metrics.accuracy, metrics.accuracy_answered, metrics.abstained)
        0.500 0.667 1
    """
    right = places(labels, ratings)
    said = np.array(
        [ABSTAINED if rating is None else POLARITIES.index(rating.polarity) for rating in ratings]
    )
    sure = np.array([np.nan if rating is None else rating.confidence for rating in ratings])
    tenths = _thresholds_of_tenths(sure)
    counts = {
        "confusion": confusions_of(right, said, len(POLARITIES)),
        "brier": _squared_errors(right, ratings),
        "bins": _in_bins(sure, said == right),
        "coverage": _above((0.0, *THRESHOLDS), sure, said == right),
        "curve": _above(tenths, sure, said == right),
    }
    tally = Tally(counts, groups, resamples, seed)
    return Metrics(
        rows=tally.rows,
        abstained=int((said == ABSTAINED).sum()),
        groups=tally.drawn,
        resamples=resamples,
        seed=seed,
        macro_f1=tally.figure(lambda sums: macro_f1(sums["confusion"])),
        accuracy=tally.figure(lambda sums: accuracy(sums["confusion"])),
        accuracy_answered=tally.figure(lambda sums: accuracy(sums["confusion"][..., :ABSTAINED])),
        calibration_error=tally.figure(_calibration_error),
        brier=tally.figure(lambda sums: sums["brier"][:, 1] / sums["brier"][:, 0]),
        classes=class_figures(tally, "confusion", [polarity.value for polarity in POLARITIES]),
        confusion=summed(counts["confusion"]),
        reliability=_reliability(tally),
        coverage=_coverage(tally, "coverage", (0.0, *THRESHOLDS)),
        curve=_coverage(tally, "curve", tenths),
    )


def places(labels: Sequence[Polarity | str], ratings: Sequence[Rating | None]) -> Places:
    """Which class each label is.

    Raises:
        ValueError: There are none, not as many as ratings, or a label is none.
    """
    if not labels:
        msg = "'labels' must hold a row at least (got none)"
        raise ValueError(msg)
    if len(labels) != len(ratings):
        msg = f"'ratings' must be one a label, {len(labels)} (got {len(ratings)})"
        raise ValueError(msg)
    return np.array([POLARITIES.index(Polarity(label)) for label in labels])


def confusions_of(right: Places, said: Places, classes: int) -> Numbers:
    """Each row's own confusion: a single 1 where its class and what was said of it meet."""
    counts = np.zeros((len(right), classes, classes + 1))
    counts[np.arange(len(right)), right, said] = 1
    return counts


def summed(confusions: Numbers) -> tuple[tuple[int, ...], ...]:
    """The confusion of all rows."""
    return tuple(tuple(int(cell) for cell in row) for row in confusions.sum(axis=0))


def _squared_errors(right: Places, ratings: Sequence[Rating | None]) -> Numbers:
    """Whether a row is rated, and the squared errors of its probabilities."""
    counts = np.zeros((len(right), 2))
    for at, rating in enumerate(ratings):
        if rating is not None:
            told = [getattr(rating, polarity.value) for polarity in POLARITIES]
            counts[at] = 1, sum((p - (place == right[at])) ** 2 for place, p in enumerate(told))
    return counts


def _in_bins(sure: Numbers, hit: Truths) -> Numbers:
    """For each bin: whether a row is in it, its confidence, whether it is right."""
    counts = np.zeros((len(sure), BINS, 3))
    (rated,) = np.nonzero(~np.isnan(sure))
    place = np.minimum((sure[rated] * BINS).astype(int), BINS - 1)
    counts[rated, place] = np.stack([np.ones(len(rated)), sure[rated], hit[rated]], axis=-1)
    return counts


def _above(thresholds: Sequence[float], sure: Numbers, hit: Truths) -> Numbers:
    """For each threshold: whether a row is left, and whether it is right then."""
    left = sure[:, None] >= np.array(thresholds)[None]  # False for abstentions, which are not numbers
    return np.stack([left, left & hit[:, None]], axis=-1).astype(np.float64)


def _thresholds_of_tenths(sure: Numbers) -> tuple[float, ...]:
    """The confidences that are reached by a tenth of the rated rows, by two tenths, and so on."""
    rated = np.sort(sure[~np.isnan(sure)])[::-1]
    if not rated.size:
        return ()
    lasts = [int(np.ceil(tenth * rated.size)) - 1 for tenth in _TENTHS]
    return tuple(dict.fromkeys(float(rated[last]) for last in lasts))


def _calibration_error(sums: Sums) -> Numbers:
    rows, confidence, hits = np.moveaxis(sums["bins"], -1, 0)
    error: Numbers = np.abs(confidence - hits).sum(axis=-1) / rows.sum(axis=-1)
    return error


def _reliability(tally: Tally) -> tuple[Bin, ...]:
    accuracies = tally.shares("bins", part=2, whole=0)
    totals = tally.counts["bins"].sum(axis=0)
    return tuple(
        Bin(at / BINS, (at + 1) / BINS, int(rows), float(confidence / rows) if rows else None, accuracies[at])
        for at, (rows, confidence, _) in enumerate(totals)
    )


def _coverage(tally: Tally, name: str, thresholds: Sequence[float]) -> tuple[Coverage, ...]:
    accuracies = tally.shares(name, part=1, whole=0)
    left = tally.counts[name].sum(axis=0)[:, 0]
    return tuple(
        Coverage(threshold, int(rows), float(rows / tally.rows), own)
        for threshold, rows, own in zip(thresholds, left, accuracies, strict=True)
    )
