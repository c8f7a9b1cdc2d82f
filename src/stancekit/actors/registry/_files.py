"""Registries in files: YAML, CSV and JSON -> entries."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from contextlib import nullcontext
from difflib import get_close_matches
from io import StringIO
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, cast

import yaml

from ...errors import ArticleFormatError, RegistryFormatError
from ...readers._encoding import decoded
from ...readers._sources import is_path, lines_of, name_of, whole
from ...records._lines import from_line
from ...records._objects import reader_of
from ...records._plain import brief, converter, read_texts, structure
from ...records._reading import read_id
from ._entries import Entry, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO, TypeAlias

    from ...readers._sources import Readable

    Placed: TypeAlias = Iterator[tuple[str, Any]]

_SEVERAL = "|"
_LISTS = ("aliases", "parties", "demonyms", "capitals", "seats")
_ROLE_COLUMNS = {"role": "title", "of": "of", "from": "from", "until": "until"}
_PLAIN_COLUMNS = ("id", "name", "kind", "pronoun", "wikidata", "ambiguous", *_LISTS)
_COLUMNS = (*_PLAIN_COLUMNS, *_ROLE_COLUMNS)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_NO_LIST = "must be a list of entries"
_DELIMITERS = ",;\t"
_MOST_REPEATED = 100_000
"""Values that the aliases of a YAML file may repeat: of aliases of aliases, few lines make billions."""

_FLAGS = {"yes": True, "true": True, "no": False, "false": False}


def read_entries(source: Readable) -> tuple[Entry, ...]:
    """The entries of a registry's file; see `Registry.read`."""
    name = name_of(source)
    layout = _LAYOUTS.get(PurePath(name).suffix.lower())
    if layout is None:
        endings = ", ".join(_LAYOUTS)
        raise RegistryFormatError(name, [f"the name must end in one of {endings}"])
    try:
        records = [*layout(_text_of(source, name), name)]
    except ArticleFormatError as exc:
        raise RegistryFormatError(name, exc.faults) from None
    return _entries(records, name)


def _text_of(source: Readable, name: str) -> str:
    try:
        with nullcontext(source) if not is_path(source) else Path(cast("str", source)).open("rb") as stream:
            return decoded(whole(lines_of(cast("IO[bytes]", stream)), name), name)
    except OSError as exc:
        fault = f"must be readable (got: {exc.strerror or exc}; check the file)"
        raise ArticleFormatError(name, [fault]) from None


def _entries(records: list[tuple[str, Any]], name: str) -> tuple[Entry, ...]:
    """Read every record; tell the faults of all of them together."""
    found: dict[str, Entry] = {}
    places: dict[str, str] = {}
    faults: list[str] = []
    for place, record in records:
        try:
            entry = structure(record, Entry, source=name, place=place)
        except ArticleFormatError as exc:
            faults += exc.faults
            continue
        if entry.id in found:
            faults.append(f"'id' must be unique (got {entry.id!r} @ {places[entry.id]} too) @ {place}.id")
        found[entry.id], places[entry.id] = entry, place
    if faults:
        raise RegistryFormatError(name, faults)
    return tuple(found.values())


# --- One layout each -----------------------------------------------------------------------------


def _from_json(text: str, name: str) -> Placed:
    entries = from_line(text, source=name)
    if not isinstance(entries, list):
        raise ArticleFormatError(name, [_NO_LIST])
    for index, record in enumerate(entries):
        yield f"$[{index}]", record


def _from_yaml(text: str, name: str) -> Placed:
    try:
        # The base loader makes nothing but texts, lists and objects: "no" stays a word, a date what it says.
        node = yaml.compose(text, Loader=yaml.BaseLoader)
        if not isinstance(node, yaml.SequenceNode):
            raise ArticleFormatError(name, [_NO_LIST])
        _check_aliases(node)
        done: dict[int, Any] = {}
        for item in node.value:
            yield f"line {item.start_mark.line + 1}, $", _plain(item, done)
    except RecursionError:
        raise ArticleFormatError(name, ["not valid YAML: nested too deeply"]) from None
    except yaml.YAMLError as exc:
        raise ArticleFormatError(name, [f"not valid YAML: {_problem(exc)}"]) from None


def _check_aliases(document: Any) -> None:
    """Refuse a document whose aliases repeat too much, before anything is made of it.

    Raises:
        MarkedYAMLError: They do; names the line of the anchor that is repeated too often.
    """
    sizes: dict[int, int] = {}
    repeated = 0

    def size_of(node: Any) -> int:
        nonlocal repeated
        if id(node) in sizes:
            repeated += sizes[id(node)]
            if repeated > _MOST_REPEATED:
                problem = f"aliases must repeat at most {_MOST_REPEATED:,} values (got more; write them out)"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)
            return sizes[id(node)]
        sizes[id(node)] = 1
        if isinstance(node, yaml.SequenceNode):
            sizes[id(node)] += sum(map(size_of, node.value))
        elif isinstance(node, yaml.MappingNode):
            sizes[id(node)] += sum(size_of(part) for pair in node.value for part in pair)
        return sizes[id(node)]

    size_of(document)


def _plain(node: Any, done: dict[int, Any]) -> Any:
    """What a node of YAML holds; one that several places refer to is made once."""
    if isinstance(node, yaml.ScalarNode):
        return None if node.style is None and node.value in _NULLS else node.value
    if id(node) not in done:
        done[id(node)] = None
        if isinstance(node, yaml.SequenceNode):
            done[id(node)] = [_plain(item, done) for item in node.value]
        else:
            done[id(node)] = _object(node, done)
    return done[id(node)]


def _object(node: Any, done: dict[int, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        problem = None
        if not isinstance(key, yaml.ScalarNode):
            problem = "a key must be a word"
        elif key.value in found:
            problem = f"the key {key.value!r} stands twice in one object"
        if problem is not None:
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
        found[key.value] = _plain(value, done)
    return found


def _problem(exc: Exception) -> str:
    """What a YAML error says, in one line."""
    mark = getattr(exc, "problem_mark", None)
    if mark is None:
        return " ".join(str(exc).split())
    return f"{getattr(exc, 'problem', None) or 'broken'} @ line {mark.line + 1}"


def _from_csv(text: str, name: str) -> Placed:
    """The records of a table, in which somebody with several roles takes several lines."""
    rows = _rows(text, name)
    records: dict[str, dict[str, Any]] = {}
    places: dict[str, str] = {}
    for place, row in rows:
        record = _record_of(row)
        key = record.get("id", place)
        if key not in records:
            records[key], places[key] = record, place
            continue
        known = records[key]
        for column, value in record.items():
            if column == "roles":
                known["roles"] = [*known.get("roles", ()), *value]
            elif known.setdefault(column, value) != value:
                rule = f"{column!r} must be empty or the same in all lines of {key!r}"
                raise ArticleFormatError(name, [f"{rule} (got {brief.repr(value)}) @ {place}.{column}"])
    for key, record in records.items():
        yield places[key], record


def _rows(text: str, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The lines of a table, without their empty cells."""
    first = text.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count), strict=True)
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        _check_header(header, name)
        for cells in reader:
            if len(cells) > len(header):
                fault = f"must have at most {len(header)} cells (got {len(cells)}) @ line {reader.line_num}"
                raise ArticleFormatError(name, [fault])
            row = {column: cell.strip() for column, cell in zip(header, cells, strict=False) if cell.strip()}
            if row:
                yield f"line {reader.line_num}, $", row
    except csv.Error as exc:
        raise ArticleFormatError(name, [f"not valid CSV: {exc} @ line {reader.line_num}"]) from None


def _check_header(header: list[str], name: str) -> None:
    faults = [f"column {column!r} is missing" for column in ("id", "name", "kind") if column not in header]
    faults += [f"column {column!r} stands twice" for column, n in Counter(header).items() if n > 1]
    for column in header:
        if column not in _COLUMNS:
            near = get_close_matches(column, _COLUMNS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(_COLUMNS)}"
            faults.append(f"unknown column {column!r}; {hint}")
    if faults:
        raise ArticleFormatError(name, [f"{fault} @ line 1" for fault in faults])


def _record_of(row: dict[str, str]) -> dict[str, Any]:
    role = {key: row[column] for column, key in _ROLE_COLUMNS.items() if column in row}
    record: dict[str, Any] = {column: row[column] for column in _PLAIN_COLUMNS if column in row}
    for column in _LISTS:
        if column in record:
            record[column] = [part.strip() for part in record[column].split(_SEVERAL) if part.strip()]
    return {**record, "roles": [role]} if role else record


_LAYOUTS: dict[str, Callable[[str, str], Placed]] = {
    ".yaml": _from_yaml,
    ".yml": _from_yaml,
    ".csv": _from_csv,
    ".tsv": _from_csv,
    ".json": _from_json,
}


# --- How an entry is written ---------------------------------------------------------------------


def _read_flag(value: Any, _: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value not in _FLAGS:
        msg = f"must be one of {', '.join(map(repr, _FLAGS))} (got {brief.repr(value)})"
        raise ValueError(msg)
    return _FLAGS[value]


def _told(hook: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """The same hook, to which a null is a key left out."""

    def read(record: Any, type_: Any) -> Any:
        if isinstance(record, Mapping):
            record = {key: value for key, value in record.items() if value is not None}
        return hook(record, type_)

    return read


_read_role = _told(
    reader_of(Role, closed=True, keys={"start": "from", "end": "until"}, start=read_id, end=read_id)
)
converter.register_structure_hook(Role, _read_role)
_read_entry = _told(
    reader_of(
        Entry,
        closed=True,
        id=read_id,
        ambiguous=_read_flag,
        aliases=read_texts,
        parties=read_texts,
        demonyms=read_texts,
        capitals=read_texts,
        seats=read_texts,
    )
)
converter.register_structure_hook(Entry, _read_entry)
