"""`stancekit score`: rows in, a rating a line out."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from .. import stances
from ..errors import ArticleFormatError
from ..records import converter, from_line, structure, to_line
from ..values import Candidate
from .output import STDIN, Failures, UnwritableError, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, Any

    from ..stances import StanceScorer
    from ..values import Rating

_BATCH = 256


@frozen
class _Row:
    id: str | int
    candidate: Candidate


def score_rows(path: str, *, scorer: str, out: Path | None) -> int:
    """Rate every row of *path* and write the ratings in order; give the exit code."""
    made = stances.scorers.make(scorer)
    failures = Failures()
    try:
        with _opened(path) as lines, opened(out) as stream:
            rows = _rows(path, lines, failures)
            while batch := list(islice(rows, _BATCH)):
                for row, rating in zip(batch, _rated(made, batch, path, failures), strict=True):
                    stream.write(to_line(_answer(row.id, rating)) + "\n")
    except OSError as error:
        failures.add(f"{path}: can't be read ({error.strerror}); give a .jsonl file of rows")
    except UnwritableError as error:
        failures.add(error)
    return failures.exit_code


def _opened(path: str) -> Any:
    return nullcontext(sys.stdin.buffer) if path == STDIN else Path(path).open("rb")


def _rows(name: str, lines: IO[bytes], failures: Failures) -> Iterator[_Row]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        source = f"{name}:{number}"
        try:
            record = from_line(line.removeprefix(b"\xef\xbb\xbf"), source=source)
            yield _Row(_id_of(record, source), structure(record, Candidate, source=source))
        except ArticleFormatError as error:
            failures.add(error)


def _id_of(record: Any, source: str) -> str | int:
    found = record.get("id") if isinstance(record, dict) else None
    if not isinstance(found, str | int) or isinstance(found, bool):
        raise ArticleFormatError(source, [f"must be a string or a whole number (got {found!r}) @ $.id"])
    return found


def _rated(scorer: StanceScorer, batch: list[_Row], name: str, failures: Failures) -> list[Rating | None]:
    try:
        return stances.rate(scorer, [row.candidate for row in batch])
    except Exception as error:  # noqa: BLE001  # a scorer is anybody's code; the other rows go on
        failures.add(f"{name}: rows {batch[0].id} to {batch[-1].id}: {type(error).__name__}: {error}")
        return [None] * len(batch)


def _answer(row_id: str | int, rating: Rating | None) -> dict[str, Any]:
    if rating is None:
        return {"id": row_id, "negative": None, "neutral": None, "positive": None, "evidence": []}
    return {
        "id": row_id,
        "negative": rating.negative,
        "neutral": rating.neutral,
        "positive": rating.positive,
        "evidence": converter.unstructure(rating.evidence),
    }
