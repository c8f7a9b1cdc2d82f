"""Figures with intervals, and the resamples that the intervals come from.

Every figure here is a function of sums over rows: of hits, misses, confidences. A resample of the rows
is then a product of matrices, and a figure and its interval can't come from different formulas.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.float64]
Places: TypeAlias = NDArray[np.intp]
Truths: TypeAlias = NDArray[np.bool_]
Sums: TypeAlias = Mapping[str, Numbers]
"""What was summed, by name, with the resamples as the first axis."""
Statistic: TypeAlias = Callable[[Sums], Numbers]

RESAMPLES: Final = 1000
"""How often rows are drawn anew, unless the caller says otherwise."""

SEED: Final = 0
"""What the draws begin with, unless the caller says otherwise."""

_ENDS: Final = (2.5, 97.5)
"""The percentiles between which an interval lies: 95 % of the resamples."""

_CELLS: Final = 4_000_000
"""How many draws are held at once; more rows are drawn in more rounds."""


@frozen
class Figure:
    """A figure, and the 95 % interval of its resamples.

    Args:
        value: The figure; `None` where there is nothing to measure.

        low: Where the interval begins; `None` where rows were not resampled.

        high: Where it ends.

    Example:
        >>> print(Figure(0.625, 0.5, 0.75), Figure(None))
        0.625 (0.500 to 0.750) -
    """

    value: float | None
    low: float | None = None
    high: float | None = None

    def __str__(self) -> str:
        if self.value is None:
            return "-"
        return f"{self.value:.3f}" + ("" if self.low is None else f" ({self.low:.3f} to {self.high:.3f})")


@frozen
class ClassFigures:
    """How well one class is found.

    Args:
        label: The class.

        support: Rows that are of it.

        predicted: Rows that were said to be.

        precision: Share of those said to be that are; 0 where none was said to be.

        recall: Share of those that are that were said to be. An abstention is a miss.

        f1: The harmonic mean of the two.
    """

    label: str
    support: int
    predicted: int
    precision: Figure
    recall: Figure
    f1: Figure


def _drawable(groups: Sequence[Hashable | None] | None) -> Places | None:
    """A number for each group; rows without one are alone."""
    if groups is None:
        return None
    keys = [("row", at) if group is None else ("group", group) for at, group in enumerate(groups)]
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    return np.array([numbers[key] for key in keys], dtype=np.intp)


@frozen(eq=False)
class Tally:
    """Counts of each row, ready to be summed.

    Args:
        counts: By name, an array whose first axis is the rows.

        groups: For each row, what it has in common with others: rows of one group are drawn together.
            `None` is a group of its own.

        resamples: How often to draw; 0 for no intervals.

        seed: What the draws begin with.

    Raises:
        ValueError: ``resamples`` is negative, or there are not as many groups as rows.
    """

    counts: Mapping[str, Numbers]
    groups: Places | None = field(default=None, converter=_drawable)
    resamples: int = RESAMPLES
    seed: int = SEED

    def __attrs_post_init__(self) -> None:
        if self.resamples < 0:
            msg = f"'resamples' must be >= 0 (got {self.resamples})"
            raise ValueError(msg)
        if self.groups is not None and len(self.groups) != self.rows:
            msg = f"'groups' must be one a row, {self.rows} (got {len(self.groups)})"
            raise ValueError(msg)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(next(iter(self.counts.values())))

    @property
    def drawn(self) -> int:
        """How many groups of rows there are to draw from."""
        return self.rows if self.groups is None else int(self.groups.max(initial=-1)) + 1

    def figures(self, statistic: Statistic) -> list[Figure]:
        """One figure for each number that *statistic* makes of the sums: shape ``(resamples, figures)``."""
        with np.errstate(divide="ignore", invalid="ignore"):
            (values,) = statistic({name: counts.sum(axis=0)[None] for name, counts in self.counts.items()})
            drawn = statistic(self._resampled) if self._resampled else np.full((1, len(values)), np.nan)
        ends = [_percentiles(column) for column in drawn.T]
        return [Figure(_number(value), *pair) for value, pair in zip(values, ends, strict=True)]

    def figure(self, statistic: Statistic) -> Figure:
        """The one figure that *statistic* makes of the sums: shape ``(resamples,)``."""
        (figure,) = self.figures(lambda sums: statistic(sums)[:, None])
        return figure

    def shares(self, name: str, *, part: int, whole: int) -> list[Figure]:
        """What share one column of counts, of shape ``(places, columns)``, is of another, for each place.

        Where all rows of a place are alike, no resample can tell how sure that is: their interval is Wilson's
        of as many draws as there are groups.
        """
        figures = self.figures(lambda sums: sums[name][..., part] / sums[name][..., whole])
        if not self.resamples:
            return figures
        there = self._by_group(self.counts[name][..., whole]).astype(bool).sum(axis=0)
        return [
            _wilson(own.value, int(units)) if own.value is not None and own.value in {0, 1} else own
            for own, units in zip(figures, there, strict=True)
        ]

    @cached_property
    def _resampled(self) -> Sums:
        if not self.resamples or self.drawn < 2:
            return {}
        flat = {name: self._by_group(counts.reshape(self.rows, -1)) for name, counts in self.counts.items()}
        rounds = [{name: times @ counts for name, counts in flat.items()} for times in self._draws()]
        return {
            name: np.concatenate([sums[name] for sums in rounds]).reshape(self.resamples, *counts.shape[1:])
            for name, counts in self.counts.items()
        }

    def _by_group(self, counts: Numbers) -> Numbers:
        if self.groups is None:
            return counts
        sums = np.zeros((self.drawn, counts.shape[1]))
        np.add.at(sums, self.groups, counts)
        return sums

    def _draws(self) -> Iterator[Numbers]:
        """How often each group is drawn, a row for each resample, some resamples at a time."""
        random = np.random.default_rng(self.seed)
        size = max(1, _CELLS // self.drawn)
        for begin in range(0, self.resamples, size):
            picks = random.integers(self.drawn, size=(min(size, self.resamples - begin), self.drawn))
            yield np.stack([np.bincount(pick, minlength=self.drawn) for pick in picks]).astype(np.float64)


def class_figures(tally: Tally, name: str, labels: Sequence[str]) -> tuple[ClassFigures, ...]:
    """The figures of each class, from a tally's confusions: shape ``(classes, classes + 1)``, gold first."""
    confusion = tally.counts[name].sum(axis=0)
    columns = (
        labels,
        map(int, confusion.sum(axis=1)),
        map(int, confusion.sum(axis=0)),
        tally.figures(lambda sums: precisions(sums[name])),
        tally.figures(lambda sums: recalls(sums[name])),
        tally.figures(lambda sums: f1s(sums[name])),
    )
    return tuple(ClassFigures(*row) for row in zip(*columns, strict=False))  # abstentions have no figures


def precisions(confusions: Numbers) -> Numbers:
    """Hits of what was said to be of each class; 0 where nothing was."""
    return _ratio(_hits(confusions), confusions[..., :-1].sum(axis=-2))


def recalls(confusions: Numbers) -> Numbers:
    """Hits of what is of each class; 0 where nothing is."""
    return _ratio(_hits(confusions), confusions.sum(axis=-1))


def f1s(confusions: Numbers) -> Numbers:
    """The harmonic mean of precision and recall of each class; 0 where a class neither is nor was said."""
    total = confusions[..., :-1].sum(axis=-2) + confusions.sum(axis=-1)
    return _ratio(2 * _hits(confusions), total)


def macro_f1(confusions: Numbers) -> Numbers:
    """The mean F1 of the classes."""
    mean: Numbers = f1s(confusions).mean(axis=-1)
    return mean


def accuracy(confusions: Numbers) -> Numbers:
    """Hits of all rows; an abstention is no hit."""
    share: Numbers = _hits(confusions).sum(axis=-1) / confusions.sum(axis=(-2, -1))
    return share


def _hits(confusions: Numbers) -> Numbers:
    return np.diagonal(confusions, axis1=-2, axis2=-1)


def _ratio(part: Numbers, whole: Numbers) -> Numbers:
    return np.divide(part, whole, out=np.zeros_like(whole), where=whole > 0)


def _wilson(share: float, draws: int) -> Figure:
    from scipy.stats import binomtest

    interval = binomtest(round(share * draws), draws).proportion_ci(method="wilson")
    return Figure(share, float(interval.low), float(interval.high))


def _percentiles(column: Numbers) -> tuple[float | None, float | None]:
    known = column[~np.isnan(column)]
    if not known.size:
        return None, None
    low, high = np.percentile(known, _ENDS)
    return float(low), float(high)


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
