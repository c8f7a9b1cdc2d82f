"""Whether one stance scorer is better than another on the same rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from ._figures import RESAMPLES, SEED, Figure, Tally, accuracy, macro_f1
from ._measuring import ABSTAINED, POLARITIES, confusions_of, places
from ._record import RecordMixin

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from ..values import Polarity, Rating


@frozen(kw_only=True)
class Comparison(RecordMixin):
    """Two scorers on the same rows; an abstention is a miss.

    Args:
        rows: How many there are.

        groups: How many groups the rows were resampled in.

        resamples: How often.

        seed: From which seed.

        both: Rows that both have right.

        first: Rows that only the first has right.

        second: Rows that only the second has right.

        neither: Rows that none has right.

        p_value: McNemar's exact test, two-sided: how probable a split of the rows that one alone has right
            is, at least as uneven as this one, were the two equally good. It takes rows for independent;
            where they come in groups, believe the intervals.

        macro_f1_difference: Macro-F1 of the first less that of the second, resampled in pairs.

        accuracy_difference: Likewise, of the accuracy over all rows.
    """

    rows: int
    groups: int
    resamples: int
    seed: int
    both: int
    first: int
    second: int
    neither: int
    p_value: float
    macro_f1_difference: Figure
    accuracy_difference: Figure


def compare(
    labels: Sequence[Polarity | str],
    first: Sequence[Rating | None],
    second: Sequence[Rating | None],
    *,
    groups: Sequence[Hashable | None] | None = None,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Comparison:
    """Hold two scorers' ratings of the same rows against each other.

    Args:
        labels: The right polarity of each row.

        first: What one scorer said of it; `None` for an abstention.

        second: What the other one said.

        groups: What rows have in common; see `measure`.

        resamples: How often the rows are drawn anew for the intervals; 0 for none.

        seed: What the draws begin with.

    Raises:
        ValueError: There are no rows, not as many ratings or groups as labels, or a label is none.

    Example:
        >>> from stancekit import Rating
        >>> praise, blame = Rating.of_score(0.9), Rating.of_score(-0.9)
        >>> comparison = compare(["positive"] * 6, [praise] * 6, [blame] * 5 + [praise], resamples=0)
        >>> comparison.first, comparison.second, comparison.p_value
        (5, 0, 0.0625)
    """
    from scipy.stats import binomtest

    right = places(labels, first)
    places(labels, second)
    said = [np.array([_class_of(rating) for rating in ratings]) for ratings in (first, second)]
    confusions = [confusions_of(right, own, len(POLARITIES)) for own in said]
    tally = Tally({"first": confusions[0], "second": confusions[1]}, groups, resamples, seed)
    one, other = (own == right for own in said)
    alone = int((one & ~other).sum()), int((other & ~one).sum())
    return Comparison(
        rows=tally.rows,
        groups=tally.drawn,
        resamples=resamples,
        seed=seed,
        both=int((one & other).sum()),
        first=alone[0],
        second=alone[1],
        neither=int((~one & ~other).sum()),
        p_value=float(binomtest(alone[0], sum(alone)).pvalue) if sum(alone) else 1.0,
        macro_f1_difference=tally.figure(lambda sums: macro_f1(sums["first"]) - macro_f1(sums["second"])),
        accuracy_difference=tally.figure(lambda sums: accuracy(sums["first"]) - accuracy(sums["second"])),
    )


def _class_of(rating: Rating | None) -> int:
    return ABSTAINED if rating is None else POLARITIES.index(rating.polarity)
