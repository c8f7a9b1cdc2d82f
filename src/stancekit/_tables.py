"""Tables that users write: files in a folder or rows in a mapping, whose faults are told together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

Source = Mapping[str, Iterable[Sequence[Any]]] | str | Path
"""A folder, or rows by the name of their table."""

_MAX_FAULTS: Final = 10


def rows_of(
    source: Source, tables: Mapping[str, str], whose: str
) -> Iterator[tuple[str, str, Sequence[Any]]]:
    """The rows of a source, each with its place and its table.

    Args:
        source: A folder or a mapping.

        tables: The file of each table: tab-separated below a header, or ``.txt`` with an entry a line,
            where lines that begin with "#" are comments.

        whose: What the tables belong to, as messages begin: "the lexicon's".

    Raises:
        FileNotFoundError: The folder is not there, or holds no table.

        ValueError: The mapping has a table of another name.
    """
    if isinstance(source, Mapping):
        yield from _rows_of_mapping(source, tables, whose)
        return
    paths = {table: Path(source) / name for table, name in tables.items() if (Path(source) / name).is_file()}
    if not paths:
        msg = f"{whose} folder must hold one of {', '.join(tables.values())} (got {str(source)!r})"
        raise FileNotFoundError(msg)
    for table, path in paths.items():
        is_list = path.suffix == ".txt"
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
            is_told = not line.startswith("#") if is_list else number > 1
            if line.strip() and is_told:
                yield f"{path.name} line {number}", table, line.rstrip("\r").split("\t")


def _rows_of_mapping(
    source: Mapping[str, Iterable[Sequence[Any]]], tables: Mapping[str, str], whose: str
) -> Iterator[tuple[str, str, Sequence[Any]]]:
    for table, rows in source.items():
        if table not in tables:
            msg = f"{whose} tables must be among {', '.join(tables)} (got {table!r})"
            raise ValueError(msg)
        for number, cells in enumerate(rows, start=1):
            is_list = tables[table].endswith(".txt") and isinstance(cells, str)
            yield f"{table} row {number}", table, (cells,) if is_list else cells


def by_column(cells: Sequence[Any], columns: Sequence[str], *, optional: int = 0) -> dict[str, str]:
    """A row's cells by the names of their columns.

    Args:
        cells: The row.

        columns: The names of the columns.

        optional: How many of the last columns may be left out; they are empty then.

    Raises:
        ValueError: There are too few cells, or too many.
    """
    missing = len(columns) - len(cells)
    if isinstance(cells, str) or not 0 <= missing <= optional:
        msg = f"a row must have the columns {', '.join(columns)} (got {cells!r})"
        raise ValueError(msg)
    told = (*(str(cell).strip() for cell in cells), *[""] * missing)
    return dict(zip(columns, told, strict=True))


def refuse(faults: Sequence[str], whose: str) -> None:
    """Raise a `ValueError` that tells the faults found, if there are any."""
    if not faults:
        return
    more = len(faults) - _MAX_FAULTS
    told = "; ".join(faults[:_MAX_FAULTS]) + (f"; and {more} more" if more > 0 else "")
    msg = f"{whose} rows must follow the tables' columns ({told})"
    raise ValueError(msg)
