"""Whether a stance scorer tells who evaluates whom: pairs of actors, asked about both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen

from ..values import Candidate, Polarity, Rating, Span
from ._figures import RESAMPLES, SEED, ClassFigures, Figure, Numbers, Tally, accuracy, class_figures, macro_f1
from ._measuring import confusions_of, summed
from ._record import RecordMixin

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

NEUTRAL: Final = "neutral"
CLASSES: Final = (NEUTRAL, "negative-forth", "positive-forth", "negative-back", "positive-back")
"""What a pair can be: neither evaluates the other, or one of them does, in one direction."""

_UNDIRECTED: Final = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 1, 0], [0, 0, 1]], dtype=np.float64)
"""Which polarity each class is: neutral, negative, positive."""


@frozen(kw_only=True)
class DirectedMetrics(RecordMixin):
    """How good ratings are at who evaluates whom.

    A pair is asked about both ways. What is said of it is the likelier of the two evaluations, among those
    that are likelier than neutral in their own direction; neutral where there is none.

    Args:
        pairs: How many there are.

        abstained: How many of them have no rating either way; each is a miss.

        groups: How many groups the pairs were resampled in.

        resamples: How often.

        seed: From which seed.

        macro_f1: Mean F1 of the five classes.

        accuracy: Share of all pairs that are right.

        direction: Of the pairs that are not neutral and were not said to be, the share with the right holder.

        polarity_macro_f1: Mean F1 of the three polarities, whoever holds them.

        classes: Neutral; negative and positive of the first towards the second; the same back.

        confusion: For each of the five that a pair is, how many were said to be each of the five, and how
            many were not judged.
    """

    pairs: int
    abstained: int
    groups: int
    resamples: int
    seed: int
    macro_f1: Figure
    accuracy: Figure
    direction: Figure
    polarity_macro_f1: Figure
    classes: tuple[ClassFigures, ...]
    confusion: tuple[tuple[int, ...], ...]


def measure_directed(
    labels: Sequence[str],
    forth: Sequence[Rating | None],
    back: Sequence[Rating | None],
    *,
    groups: Sequence[Hashable | None] | None = None,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> DirectedMetrics:
    """Hold what was said of pairs of actors against labels of five classes.

    Args:
        labels: What each pair is; see `directed_label`.

        forth: What a scorer said of the first as holder and the second as target; `None` for an abstention.

        back: What it said of the second as holder and the first as target.

        groups: What pairs have in common; see `measure`.

        resamples: How often the pairs are drawn anew for the intervals; 0 for none.

        seed: What the draws begin with.

    Raises:
        ValueError: There are no pairs, not as many ratings or groups as labels, or a label is none.

    Example:
        >>> blame, calm = Rating.of_score(-0.9), Rating.of_score(0.0)
        >>> metrics = measure_directed(["negative-forth", "neutral"], [calm] * 2, [blame, calm], resamples=0)
        >>> print(metrics.accuracy, metrics.direction)
        0.500 0.000
    """
    if not labels or not len(labels) == len(forth) == len(back):
        msg = f"there must be a pair at least, each rated forth and back (got {len(labels)} labels, "
        msg += f"{len(forth)} ratings forth, {len(back)} back)"
        raise ValueError(msg)
    right = np.array([_place(label) for label in labels])
    told = [directed_class(*both) for both in zip(forth, back, strict=True)]
    said = np.array([len(CLASSES) if own is None else CLASSES.index(own) for own in told])
    counts = {"five": confusions_of(right, said, len(CLASSES))}
    tally = Tally(counts, groups, resamples, seed)
    return DirectedMetrics(
        pairs=tally.rows,
        abstained=told.count(None),
        groups=tally.drawn,
        resamples=resamples,
        seed=seed,
        macro_f1=tally.figure(lambda sums: macro_f1(sums["five"])),
        accuracy=tally.figure(lambda sums: accuracy(sums["five"])),
        direction=tally.figure(lambda sums: _direction(sums["five"])),
        polarity_macro_f1=tally.figure(lambda sums: macro_f1(_undirected(sums["five"]))),
        classes=class_figures(tally, "five", CLASSES),
        confusion=summed(counts["five"]),
    )


def directed_class(forth: Rating | None, back: Rating | None) -> str | None:
    """Which of the five classes two ratings make; `None` where neither is there.

    Example:
        >>> directed_class(Rating.of_score(-0.6), Rating.of_score(0.7))
        'positive-back'
    """
    if forth is None and back is None:
        return None
    told = [
        (getattr(rating, polarity), f"{polarity}-{way}")
        for rating, way in ((forth, "forth"), (back, "back"))
        for polarity in (Polarity.NEGATIVE, Polarity.POSITIVE)
        if rating is not None and getattr(rating, polarity) > rating.neutral
    ]
    return max(told, key=lambda pair: pair[0], default=(0.0, NEUTRAL))[1]


def facing_pairs(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Which candidates ask about the same two actors of the same passage, each way once.

    The first of two that are found is the one whose holder stands first in the passage.

    Example:
        >>> text, ann, bob = "Ann praised Bob.", Span(0, 3), Span(12, 15)
        >>> list(facing_pairs([Candidate(text, ann, bob), Candidate(text, bob, ann), Candidate(text, bob)]))
        [(1, 0)]
    """
    waiting: dict[tuple[str, Span, Span | None], int] = {}
    for at, candidate in enumerate(candidates):
        if candidate.holder is None:
            continue
        other = waiting.pop((candidate.text, candidate.holder, candidate.target), None)
        if other is None:
            waiting[candidate.text, candidate.target, candidate.holder] = at
        else:
            yield (at, other) if candidate.holder < candidate.target else (other, at)


def directed_label(forth: Polarity, back: Polarity) -> str | None:
    """Which of the five classes the labels of two facing rows make; `None` where each evaluates the other.

    Example:
        >>> directed_label(Polarity.NEUTRAL, Polarity.NEGATIVE)
        'negative-back'
    """
    told = [f"{own}-{way}" for own, way in ((forth, "forth"), (back, "back")) if own is not Polarity.NEUTRAL]
    if not told:
        return NEUTRAL
    return told[0] if len(told) == 1 else None


def _place(label: str) -> int:
    if label not in CLASSES:
        msg = f"'labels' must be of {', '.join(CLASSES)} (got {label!r})"
        raise ValueError(msg)
    return CLASSES.index(label)


def _undirected(confusions: Numbers) -> Numbers:
    """Of the five, the three polarities; what was not judged stays apart."""
    said = np.zeros((len(CLASSES) + 1, 4))
    said[:-1, :-1] = _UNDIRECTED
    said[-1, -1] = 1
    folded: Numbers = _UNDIRECTED.T @ confusions @ said
    return folded


def _direction(confusions: Numbers) -> Numbers:
    """Right holders of those that are not neutral either way."""
    polar = confusions[..., 1:, 1:-1]
    same = polar[..., :2, :2].sum(axis=(-2, -1)) + polar[..., 2:, 2:].sum(axis=(-2, -1))
    right: Numbers = same / polar.sum(axis=(-2, -1))
    return right
