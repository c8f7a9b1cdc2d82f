"""Rows of passages, from a file to a stance scorer: each faulty one is named, the others go on."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager, nullcontext
from errno import EBADF
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import frozen

from .. import stances
from ..errors import ArticleFormatError
from ..records._lines import from_line
from ..records._plain import brief, structure
from ..values import Candidate, Polarity
from ._output import STDIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from typing import IO

    from ..stances import StanceScorer
    from ..values import Rating
    from ._output import Failures

T = TypeVar("T")

BATCH: Final = 256
"""Rows that a stance scorer is asked about at once."""

GROUP: Final = "group"
"""The field that says which rows belong together, unless the user names another."""

_REMEMBERED: Final = 1_000_000
"""Ids that are held against later ones; an endless input must not fill the memory."""

_OFFSETS: Final = "give offsets as [start, end] in characters of 'text', the end not included"
_WAYS_OUT: Final = {
    "id": "give each row a string or a number of its own",
    "text": "give the passage as one string",
    "target": _OFFSETS,
    "holder": f"{_OFFSETS}, or null",
    "others": _OFFSETS,
}
_FIELD: Final = re.compile(r"@ \$\.(\w+)")


class UnreadableError(Exception):
    """The file of rows can't be read."""


@frozen
class Row:
    """One line of a file of rows.

    Args:
        id: What the file calls it.

        candidate: The passage, its target and its holder.

        label: The right answer; `None` where rows need none.

        group: What it has in common with other rows, such as their article; `None` for nothing.

        source: Where it stands, for messages: file, line and id.
    """

    id: str | int
    candidate: Candidate
    label: Polarity | None
    group: str | int | None
    source: str


@contextmanager
def opened_rows(
    path: str, failures: Failures, *, labelled: bool = False, group: str | None = None
) -> Iterator[Iterator[Row]]:
    """The rows of a .jsonl file, or of standard input, as they are read.

    A row that breaks a rule is named in *failures* and left out. An id that comes twice gives a
    warning, and both rows stay.

    Args:
        path: The file, or `STDIN`.

        failures: Where to name what is wrong.

        labelled: Whether each row must have a ``label``.

        group: The field that says which rows belong together, which each row must have; `None`
            for ``group`` where a row has it.

    Raises:
        UnreadableError: The file can't be opened, or breaks off.
    """
    with _reading(path):
        opened = _opened(path)
    with opened as file:
        yield _rows(path, file, failures, labelled, group)


def _opened(path: str) -> AbstractContextManager[IO[bytes]]:
    if path != STDIN:
        return Path(path).open("rb")
    if sys.stdin is None:
        raise OSError(EBADF, "it is closed")
    return nullcontext(sys.stdin.buffer)


def rated_rows(
    scorer: StanceScorer, rows: Iterable[Row], failures: Failures
) -> Iterator[tuple[Row, Rating | None]]:
    """Ask a scorer about all rows, in batches and in order.

    Where it raises, the batch is halved until the row that it fails at is alone: that one is named in
    *failures* and has no rating, the others have theirs.
    """
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        yield from zip(batch, _rated(scorer, batch, failures), strict=True)


def _rated(scorer: StanceScorer, rows: Sequence[Row], failures: Failures) -> list[Rating | None]:
    try:
        return stances.rate(scorer, [row.candidate for row in rows])
    except (Exception, SystemExit) as error:  # noqa: BLE001  # a scorer is anybody's code; the other rows go on
        if len(rows) == 1:
            told = f"stance scorer {scorer.name!r} failed with {type(error).__name__}: {error}"
            failures.add(f"{rows[0].source}: {told}")
            return [None]
    half = len(rows) // 2
    return [*_rated(scorer, rows[:half], failures), *_rated(scorer, rows[half:], failures)]


@contextmanager
def _reading(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        msg = f"{name}: can't be read ({error.strerror}); give a .jsonl file of rows"
        raise UnreadableError(msg) from error


def _lines(name: str, file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines that hold something, with their numbers; what their reader raises is not ours."""
    number = 0
    while True:
        with _reading(name):
            line = file.readline()
        if not line:
            return
        number += 1
        if line.strip():
            yield number, line.removeprefix(b"\xef\xbb\xbf")


def _rows(
    name: str,
    file: IO[bytes],
    failures: Failures,
    labelled: bool,  # noqa: FBT001  # handed on from a keyword
    group: str | None,
) -> Iterator[Row]:
    seen: dict[str | int, int] = {}
    for number, line in _lines(name, file):
        source = f"{name}:{number}"
        try:
            row = _row(from_line(line, source=source), source, labelled=labelled, group=group)
        except ArticleFormatError as error:
            failures.add(error)
            continue
        if row.id in seen:
            failures.warn(f"{row.source}: its 'id' is that of line {seen[row.id]}, too; both rows count")
        elif len(seen) < _REMEMBERED:
            seen[row.id] = number
        yield row


def _row(record: Any, source: str, *, labelled: bool, group: str | None) -> Row:
    """Read one row, or tell all that is wrong with it."""
    if not isinstance(record, dict):
        raise ArticleFormatError(source, [f"must be an object (got {brief.repr(record)})"])
    if _is_key(record.get("id")):
        source = f"{source} (row {brief.repr(record['id'])})"
    faults: list[str] = []
    candidate = _tried(lambda: structure(record, Candidate), faults)
    id_ = _tried(lambda: _key(record, "id"), faults)
    label = _tried(lambda: _label(record), faults) if labelled else None
    grouped = _tried(lambda: _key(record, group or GROUP), faults) if group or GROUP in record else None
    if candidate is not None:
        faults += _blank(candidate)
    if faults or candidate is None or id_ is None:
        raise ArticleFormatError(source, [*faults, *_ways_out(faults)])
    return Row(id_, candidate, label, grouped, source)


def _tried(read: Callable[[], T], faults: list[str]) -> T | None:
    try:
        return read()
    except ArticleFormatError as error:
        faults += error.faults
    except ValueError as error:
        faults.append(str(error))
    return None


def _is_key(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _key(record: dict[str, Any], name: str) -> str | int:
    value: str | int | None = record.get(name)
    if value is None or not _is_key(value):
        msg = f"must be a string or a whole number (got {brief.repr(value)}) @ $.{name}"
        raise ValueError(msg)
    return value


def _label(record: dict[str, Any]) -> Polarity:
    value = record.get("label")
    if isinstance(value, str) and value in Polarity.__members__.values():
        return Polarity(value)
    words = ", ".join(repr(polarity.value) for polarity in Polarity)
    got = brief.repr(value) if "label" in record else "none"
    msg = f"must be one of {words} (got {got}) @ $.label"
    raise ValueError(msg)


def _blank(candidate: Candidate) -> Iterator[str]:
    for name, span in (("target", candidate.target), ("holder", candidate.holder)):
        if span is not None and not (words := span.of(candidate.text)).strip():
            yield f"{name!r} must be the words that name somebody (got {words!r}) @ $.{name}"


def _ways_out(faults: Iterable[str]) -> Iterator[str]:
    fields = dict.fromkeys(match[1] for fault in faults for match in _FIELD.finditer(fault))
    yield from dict.fromkeys(_WAYS_OUT[name] for name in fields if name in _WAYS_OUT)
