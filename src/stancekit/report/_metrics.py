"""A stance scorer's metrics as tables for terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from .._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..metrics import Comparison, DirectedMetrics, Figure, Metrics
    from ..metrics._figures import ClassFigures

_BAR = 30
"""Columns of a bar that stands for 1."""


def metrics_tables(metrics: Metrics) -> Iterator[Table]:
    """Figures, classes, confusion, reliability and coverage, each as a table that rich can print."""
    yield _summary(metrics)
    yield _classes(metrics.classes)
    yield _confusion([c.label for c in metrics.classes], metrics.confusion)
    yield _reliability(metrics)
    yield _coverage(metrics)


def directed_tables(metrics: DirectedMetrics) -> Iterator[Table]:
    """The figures of who evaluates whom."""
    table = _table("Who evaluates whom: pairs asked about both ways", "Figure", "Value (95 % interval)")
    _add(table, "pairs", metrics.pairs)
    _add(table, "abstained", metrics.abstained)
    _add(table, "macro-F1 of five classes", metrics.macro_f1)
    _add(table, "accuracy", metrics.accuracy)
    _add(table, "right direction, where polar", metrics.direction)
    _add(table, "macro-F1 of polarities", metrics.polarity_macro_f1)
    yield table
    yield _classes(metrics.classes)
    yield _confusion([c.label for c in metrics.classes], metrics.confusion)


def comparison_table(comparison: Comparison, first: str, second: str) -> Table:
    """Two scorers against each other."""
    table = _table(f"{first} against {second}", "Figure", "Value (95 % interval)")
    _add(table, "macro-F1, difference", comparison.macro_f1_difference)
    _add(table, "accuracy, difference", comparison.accuracy_difference)
    _add(table, "right in both", comparison.both)
    _add(table, f"right only in {first}", comparison.first)
    _add(table, f"right only in {second}", comparison.second)
    _add(table, "right in neither", comparison.neither)
    _add(table, "p (McNemar, exact)", f"{comparison.p_value:.2g}")
    return table


def _summary(metrics: Metrics) -> Table:
    table = _table("Figures", "Figure", "Value (95 % interval)")
    _add(table, "rows", metrics.rows)
    _add(table, "abstained", metrics.abstained)
    _add(table, "macro-F1", metrics.macro_f1)
    _add(table, "accuracy", metrics.accuracy)
    if metrics.abstained:
        _add(table, "accuracy of rated rows", metrics.accuracy_answered)
    _add(table, "calibration error", metrics.calibration_error)
    _add(table, "Brier score", metrics.brier)
    table.caption = _origin(metrics)
    return table


def _origin(metrics: Metrics) -> str:
    if not metrics.resamples:
        return "no intervals: rows were not resampled"
    unit = "rows" if metrics.groups == metrics.rows else f"{metrics.groups} groups of rows"
    return f"{metrics.resamples} resamples of {unit}, seed {metrics.seed}"


def _classes(classes: Sequence[ClassFigures]) -> Table:
    table = _table("Classes", "Class", "Rows", "Said", "Precision", "Recall", "F1")
    for one in classes:
        _add(table, one.label, one.support, one.predicted, one.precision, one.recall, one.f1)
    return table


def _confusion(labels: Sequence[str], confusion: Sequence[Sequence[int]]) -> Table:
    table = _table("Confusion", "Is, was said to be", *labels, "abstained")
    for label, row in zip(labels, confusion, strict=True):
        _add(table, label, *row)
    return table


def _reliability(metrics: Metrics) -> Table:
    table = _table("Reliability", "Confidence", "Rows", "Mean", "Right", f"0{'1':>{_BAR}}")
    table.columns[-1].justify = "left"
    for one in metrics.reliability:
        if one.confidence is not None and one.accuracy.value is not None:
            bar = _bar(one.accuracy.value, one.confidence)
            _add(
                table,
                f"{one.low:.1f} to {one.high:.1f}",
                one.rows,
                f"{one.confidence:.3f}",
                one.accuracy,
                bar,
            )
    table.caption = "bar: share that is right; ┃: mean confidence"
    return table


def _coverage(metrics: Metrics) -> Table:
    table = _table("Coverage", "min_confidence", "Rows", "Share", "Right")
    for one in metrics.coverage:
        name = f"{one.min_confidence:.1f}" if one.min_confidence else "none"
        _add(table, name, one.rows, f"{one.share:.3f}", one.accuracy)
    return table


def _bar(share: float, mark: float) -> str:
    cells = [*("█" * round(share * _BAR)).ljust(_BAR)]
    cells[min(round(mark * _BAR), _BAR - 1)] = "┃"
    return " " + "".join(cells).rstrip()


def _table(title: str, first: str, *headings: str) -> Table:
    table = Table(title=Text(visible(title)), title_justify="left", caption_justify="left", box=SIMPLE_HEAD)
    table.add_column(first, no_wrap=True)
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    return table


def _add(table: Table, *cells: str | int | Figure) -> None:
    table.add_row(*(Text(visible(str(cell))) for cell in cells))
