"""Analyses as tidy tables for pandas, polars or pyarrow."""

from __future__ import annotations

import datetime as dt
import sys
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from ..values._fields import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..values import Analysis, Article, Evidence, Span, Stance

SEPARATOR: Final = "; "
"""Between several texts of one cell; tables of lists can't be written as CSV."""

LIBRARIES: Final = ("pandas", "polars", "pyarrow")
"""What tables can be made with, in the order in which one is chosen where none is named."""

_Row = tuple[Any, ...]


@frozen
class Column:
    """A column of a table.

    Args:
        name: What it is called.

        kind: What its cells are: `str`, `int`, `float` or `datetime.date`; any may be missing.
    """

    name: str
    kind: type


@frozen
class Table:
    """A sort of table.

    Args:
        columns: Its columns, in order.

        rows: Gives the cells of each row of an analysis.
    """

    columns: tuple[Column, ...]
    rows: Callable[[Analysis], Iterator[_Row]]


def to_frame(analyses: Iterable[Analysis], table: str = "stances", *, library: str | None = None) -> Any:
    """Put analyses into one table; the page of formats in the reference has its columns.

    Args:
        analyses: Whose parts are its rows, in order.

        table: ``stances``, ``evidence``, ``quotes`` or ``actors``.

        library: ``pandas``, ``polars`` or ``pyarrow``; `None` for the first of them that is
            imported already, or else installed.

    Raises:
        ValueError: No table or library goes by the name.

        ImportError: The library is not installed.

    Returns:
        A ``DataFrame``, or a ``Table`` of pyarrow's. Types are the same with and without rows.
    """
    sort = _known("table", table, TABLES)
    named = _library() if library is None else _known("library", library, {n: n for n in LIBRARIES})
    if find_spec(named) is None and named not in sys.modules:
        msg = f"'to_frame' needs {named} (it is not installed); pip install {named}"
        raise ImportError(msg)
    make = _MAKERS[named]
    rows = [row for analysis in analyses for row in sort.rows(analysis)]
    cells = zip(*rows, strict=True) if rows else ((),) * len(sort.columns)
    return make({column: _plain(column, values) for column, values in zip(sort.columns, cells, strict=True)})


def _plain(column: Column, values: Iterable[Any]) -> list[Any]:
    """Tables hold Unicode only: a half of a character, which a text may hold, becomes a question mark."""
    if column.kind is not str:
        return list(values)
    return [value and value.encode("utf-8", "replace").decode("utf-8") for value in values]


def _known(name: str, value: str, among: Mapping[str, Any]) -> Any:
    if not isinstance(value, str) or value not in among:
        near = get_close_matches(str(value)[:40], among, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        msg = f"{name!r} must be one of {', '.join(among)} (got {shown(value)}){hint}"
        raise ValueError(msg)
    return among[value]


def _library() -> str:
    """What the caller works with already, or else what is there."""
    found = [name for name in LIBRARIES if name in sys.modules]
    found += [name for name in LIBRARIES if find_spec(name) is not None]
    if not found:
        msg = f"'to_frame' needs one of {', '.join(LIBRARIES)} (none is installed); pip install pandas"
        raise ImportError(msg)
    return found[0]


# --- Rows ----------------------------------------------------------------------------------------


def _article(analysis: Analysis) -> _Row:
    article: Article = analysis.article
    day = article.published
    return article.id, article.outlet, day.date() if isinstance(day, dt.datetime) else day


def _stances(analysis: Analysis) -> Iterator[_Row]:
    for stance in analysis.stances:
        quote = stance.quote
        yield (
            *_article(analysis),
            stance.id,
            stance.holder.name,
            stance.holder.id,
            stance.target.name,
            stance.target.id,
            stance.polarity.value,
            stance.score,
            stance.confidence,
            SEPARATOR.join(facet.value for facet in stance.facets),
            stance.certainty.value,
            stance.attitude.value,
            SEPARATOR.join(_words(analysis, item) for item in stance.evidence),
            None if quote is None else quote.id,
            None if quote is None else quote.kind.value,
            *_place(analysis, stance.sentence),
            stance.scorer,
        )


def _evidence(analysis: Analysis) -> Iterator[_Row]:
    for stance in analysis.stances:
        for item in stance.evidence:
            yield (
                *_article(analysis),
                *_pair(stance),
                item.weight,
                None if item.facet is None else item.facet.value,
                item.start,
                item.end,
                _words(analysis, item),
            )


def _quotes(analysis: Analysis) -> Iterator[_Row]:
    for quote in analysis.quotes:
        yield (
            *_article(analysis),
            quote.id,
            quote.kind.value,
            None if quote.speaker is None else quote.speaker.name,
            None if quote.speaker is None else quote.speaker.id,
            None if quote.cue is None else quote.cue.of(analysis.article.text),
            quote.attitude.value,
            None if quote.parent is None else quote.parent.id,
            quote.content[0].start,
            quote.content[-1].end,
            " ... ".join(part.of(analysis.article.text) for part in quote.content),
        )


def _actors(analysis: Analysis) -> Iterator[_Row]:
    for actor in analysis.actors:
        yield (
            *_article(analysis),
            actor.id,
            actor.name,
            actor.kind.value,
            SEPARATOR.join(actor.aliases),
            len(actor.mentions),
            actor.salience,
            actor.entry,
            actor.wikidata,
        )


def _pair(stance: Stance) -> _Row:
    return stance.id, stance.holder.name, stance.target.name, stance.polarity.value


def _place(analysis: Analysis, span: Span) -> _Row:
    return span.start, span.end, span.of(analysis.article.text)


def _words(analysis: Analysis, item: Evidence) -> str:
    return item.text or item.span.of(analysis.article.text)


def _columns(**kinds: type) -> tuple[Column, ...]:
    article = {"article": str, "outlet": str, "published": dt.date}
    return tuple(Column(name, kind) for name, kind in (article | kinds).items())


TABLES: Final[Mapping[str, Table]] = MappingProxyType(
    {
        "stances": Table(
            _columns(
                stance=str, holder=str, holder_id=str, target=str, target_id=str, polarity=str,
                score=float, confidence=float, facets=str, certainty=str, attitude=str, evidence=str,
                quote=str, quote_kind=str, start=int, end=int, sentence=str, scorer=str,
            ),
            _stances,
        ),
        "evidence": Table(
            _columns(
                stance=str, holder=str, target=str, polarity=str, weight=float, facet=str,
                start=int, end=int, text=str,
            ),
            _evidence,
        ),
        "quotes": Table(
            _columns(
                quote=str, kind=str, speaker=str, speaker_id=str, cue=str, attitude=str, parent=str,
                start=int, end=int, text=str,
            ),
            _quotes,
        ),
        "actors": Table(
            _columns(
                actor=str, name=str, kind=str, aliases=str, mentions=int, salience=float,
                entry=str, wikidata=str,
            ),
            _actors,
        ),
    }
)  # fmt: skip
"""The tables by name."""


# --- Libraries -----------------------------------------------------------------------------------


def _pandas(cells: Mapping[Column, list[Any]]) -> Any:
    pandas = import_module("pandas")
    types = {str: "string", int: "Int64", float: "float64", dt.date: "datetime64[s]"}
    return pandas.DataFrame(
        {column.name: pandas.Series(values, dtype=types[column.kind]) for column, values in cells.items()}
    )


def _polars(cells: Mapping[Column, list[Any]]) -> Any:
    polars = import_module("polars")
    types = {str: polars.String, int: polars.Int64, float: polars.Float64, dt.date: polars.Date}
    schema = {column.name: types[column.kind] for column in cells}
    return polars.DataFrame({column.name: values for column, values in cells.items()}, schema=schema)


def _pyarrow(cells: Mapping[Column, list[Any]]) -> Any:
    pyarrow = import_module("pyarrow")
    types = {
        str: pyarrow.string(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        dt.date: pyarrow.date32(),
    }
    schema = pyarrow.schema([(column.name, types[column.kind]) for column in cells])
    return pyarrow.table({column.name: values for column, values in cells.items()}, schema=schema)


_MAKERS: Final = {"pandas": _pandas, "polars": _polars, "pyarrow": _pyarrow}
