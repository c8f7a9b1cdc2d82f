"""`stancekit evaluate`: labelled rows in, a stance scorer's metrics out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from attrs import frozen
from rich.text import Text

from .. import metrics, stances
from .._version import __version__
from .._visible import visible
from ..report import comparison_table, directed_tables, metrics_tables
from ._output import Failures, UnwritableError, check_apart, console_for, opened
from ._rows import UnreadableError, opened_rows, rated_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Any, TextIO

    from ..metrics import Comparison, DirectedMetrics, Metrics
    from ..stances import StanceScorer
    from ..values import Polarity, Rating
    from ._rows import Row


@frozen
class _Measured:
    """A scorer, what it said, and how good that is."""

    scorer: str
    ratings: Sequence[Rating | None]
    metrics: Metrics
    directed: DirectedMetrics | None

    def to_record(self) -> dict[str, Any]:
        return {
            "scorer": self.scorer,
            "metrics": self.metrics.to_record(),
            "directed": self.directed and self.directed.to_record(),
        }


def evaluate_rows(
    path: str,
    *,
    scorer: str,
    against: str | None,
    layout: str,
    resamples: int,
    group: str | None,
    out: Path | None,
) -> int:
    """Measure one or two scorers on the rows of *path* and write what comes out; give the exit code."""
    check_apart(out, [path])
    made = [stances.scorers.make(name) for name in (scorer, against) if name is not None]
    failures = Failures()
    try:
        with opened_rows(path, failures, labelled=True, group=group) as found:
            rows = [*found]
        if not rows:
            failures.add(f"{path}: no row is left to measure; give rows with id, text, target and label")
            return failures.exit_code
        measured = [_measured(one, rows, failures, resamples) for one in made]
        compared = _compared(rows, measured, resamples) if len(measured) > 1 else None
        with opened(out) as stream:
            _write(measured, compared, layout, stream)
    except (UnreadableError, UnwritableError) as error:
        failures.add(error)
    return failures.exit_code


def _measured(scorer: StanceScorer, rows: Sequence[Row], failures: Failures, resamples: int) -> _Measured:
    ratings = [rating for _, rating in rated_rows(scorer, rows, failures)]
    found = metrics.measure(_labels(rows), ratings, groups=_groups(rows), resamples=resamples)
    return _Measured(stances.scorer_label(scorer), ratings, found, _directed(rows, ratings, resamples))


def _labels(rows: Sequence[Row]) -> list[Polarity]:
    return [row.label for row in rows if row.label is not None]


def _groups(rows: Sequence[Row]) -> list[str | int | None]:
    return [row.group for row in rows]


def _directed(
    rows: Sequence[Row], ratings: Sequence[Rating | None], resamples: int
) -> DirectedMetrics | None:
    """The metrics of rows that ask about the same two actors both ways, where there are any."""
    labels = _labels(rows)
    facing = [
        (forth, back, label)
        for forth, back in metrics.facing_pairs([row.candidate for row in rows])
        if (label := metrics.directed_label(labels[forth], labels[back])) is not None
    ]
    if not facing:
        return None
    forth, back, told = zip(*facing, strict=True)
    return metrics.measure_directed(
        told,
        [ratings[at] for at in forth],
        [ratings[at] for at in back],
        groups=[rows[at].group for at in forth],
        resamples=resamples,
    )


def _compared(rows: Sequence[Row], measured: Sequence[_Measured], resamples: int) -> Comparison:
    first, second = measured
    return metrics.compare(
        _labels(rows), first.ratings, second.ratings, groups=_groups(rows), resamples=resamples
    )


def _write(measured: Sequence[_Measured], compared: Comparison | None, layout: str, stream: TextIO) -> None:
    if layout == "json":
        record = {
            "stancekit": __version__,
            "scorers": [one.to_record() for one in measured],
            "comparison": compared and compared.to_record(),
        }
        json.dump(record, stream, indent=1, ensure_ascii=False)
        stream.write("\n")
        return
    console = console_for(stream)
    for one in measured:
        console.print(Text(visible(one.scorer), style="bold"))
        for table in [*metrics_tables(one.metrics), *(directed_tables(one.directed) if one.directed else ())]:
            console.print(table)
            console.print()
    if compared:
        console.print(comparison_table(compared, *(one.scorer for one in measured)))
