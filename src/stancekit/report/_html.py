"""Tables for notebooks and pages for browsers; whatever an article says is escaped.

Outside the text itself, what would turn a line round is written out; in it, evidence is isolated.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from .._visible import visible
from ._rows import HEADINGS, Row, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..values import Analysis, Stance

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { text-align: left; padding: 0.3rem 0.6rem; border-bottom: 1px solid #ddd; vertical-align: top; }
.positive { color: #11703a; } .negative { color: #a61b1b; } .neutral { color: #555; }
mark { unicode-bidi: isolate; } mark.positive { background: #d9f2e3; } mark.negative { background: #fbe0e0; }
.text { white-space: pre-wrap; margin-top: 2rem; } .boilerplate { color: #767676; }
"""


def stance_table(analysis: Analysis) -> str:
    """Who frames whom in one article, as an HTML table."""
    head = "".join(f'<th scope="col">{heading}</th>' for heading in HEADINGS)
    body = "".join(
        f'<tr class="{stance.polarity.value}">{_cells(row)}</tr>'
        for row, stance in zip(rows(analysis), analysis.stances, strict=True)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cells(row: Row) -> str:
    return "".join(f"<td>{escape(visible(cell))}</td>" for cell in row.cells)


def page(analyses: Iterable[Analysis]) -> str:
    """A page that stands alone: each article's table, then its text with the evidence marked."""
    sections = "\n".join(_section(analysis) for analysis in analyses)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Who frames whom</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{sections}\n</body>\n</html>\n"
    )


def _section(analysis: Analysis) -> str:
    article = analysis.article
    warnings = "".join(f"<li>{escape(visible(warning.message))}</li>" for warning in analysis.warnings)
    listed = f"<details><summary>Warnings</summary><ul>{warnings}</ul></details>" if warnings else ""
    title = escape(visible(article.title or article.id))
    return (
        f"<section>\n<h1>{title}</h1>\n{stance_table(analysis)}\n{listed}\n"
        f'<div class="text">{_marked(analysis)}</div>\n</section>'
    )


def _marked(analysis: Analysis) -> str:
    """The text with evidence and boilerplate marked; the first of two that overlap is shown."""
    text = analysis.article.text
    marks = [
        (item.span, _opening(stance), "</mark>") for stance in analysis.stances for item in stance.evidence
    ]
    marks += [(passage.span, '<span class="boilerplate">', "</span>") for passage in analysis.boilerplate]
    pieces, at = [], 0
    for span, opening, closing in sorted(marks, key=lambda mark: mark[0]):
        if span.start >= at:
            pieces += [escape(text[at : span.start]), opening, escape(span.of(text)), closing]
            at = span.end
    return "".join([*pieces, escape(text[at:])])


def _opening(stance: Stance) -> str:
    title = f"{stance.holder.name} → {stance.target.name}"
    return f'<mark class="{stance.polarity.value}" title="{escape(visible(title))}">'
