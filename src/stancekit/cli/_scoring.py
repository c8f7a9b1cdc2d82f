"""`stancekit score`: rows in, a rating a line out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import stances
from ..records._lines import to_line
from ..records._plain import converter
from ._output import Failures, UnwritableError, check_apart, opened
from ._rows import UnreadableError, opened_rows, rated_rows

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from ..values import Rating


def score_rows(path: str, *, scorer: str, out: Path | None) -> int:
    """Rate every row of *path* and write the ratings in order; give the exit code."""
    check_apart(out, [path])
    made = stances.scorers.make(scorer)
    failures = Failures()
    try:
        with opened_rows(path, failures) as rows, opened(out) as stream:
            for row, rating in rated_rows(made, rows, failures):
                stream.write(to_line(_answer(row.id, rating)) + "\n")
    except (UnreadableError, UnwritableError) as error:
        failures.add(error)
    return failures.exit_code


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
