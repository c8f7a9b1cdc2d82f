"""Tables for terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from .._visible import visible
from ..values._fields import counted
from ._rows import HEADINGS, rows

if TYPE_CHECKING:
    from ..values import Analysis

_COLOURS = {"negative": "red", "neutral": "dim", "positive": "green"}


def stance_table(analysis: Analysis) -> Table:
    """Who frames whom in one article, as a table that rich can print."""
    article = analysis.article
    table = Table(
        title=Text(visible(article.title or article.id)),
        title_justify="left",
        caption_justify="left",
        box=SIMPLE_HEAD,
    )
    for heading in HEADINGS:
        narrow = heading in {"Stance", "Score", "Voice"}
        table.add_column(heading, justify="right" if heading == "Score" else "left", no_wrap=narrow)
    for row, stance in zip(rows(analysis), analysis.stances, strict=True):
        colour = _COLOURS[stance.polarity.value]
        # Text, not str: what an article says must not be read as markup.
        cells = [
            Text(visible(cell), style=colour if at in {1, 2} else "") for at, cell in enumerate(row.cells)
        ]
        table.add_row(*cells)
    table.caption = Text(_summary(analysis))
    return table


def _summary(analysis: Analysis) -> str:
    unknown = sum(quote.speaker is None and quote.kind != "scare" for quote in analysis.quotes)
    counts = [
        counted(len(analysis.actors), "actor"),
        f"{counted(len(analysis.quotes), 'quote')} ({unknown} without a known speaker)",
        counted(len(analysis.stances), "stance"),
    ]
    if analysis.warnings:
        counts.append(counted(len(analysis.warnings), "warning"))
    return ", ".join(counts)
