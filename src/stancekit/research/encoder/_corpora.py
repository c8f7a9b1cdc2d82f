"""Corpora of judged sentences, without names and with a label."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ...stances.encoder._inputs import InputWord, input_words
from ...stances.masking._mask import mask
from ...values import Candidate, Polarity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LABELS = tuple(polarity.value for polarity in (Polarity.NEGATIVE, Polarity.NEUTRAL, Polarity.POSITIVE))


@frozen
class StanceSample:
    """A judged candidate as the encoder reads it.

    Args:
        id: Of its row; two directions of one pair share it.

        words: What is judged.

        label: Index into `LABELS`.

        share: Chance that an epoch takes it, 0 to 1.
    """

    id: str
    words: tuple[InputWord, ...]
    label: int
    share: float = 1.0


def framed(path: Path) -> Iterator[StanceSample]:
    """Rows with a target and no holder, laid out as NewsMTSC's."""
    for row in rows(path):
        candidate = Candidate(row["text"], Span(*row["target"]))
        yield StanceSample(str(row["id"]), _read(candidate), LABELS.index(row["label"]))


def directed(path: Path) -> Iterator[StanceSample]:
    """Rows with two ends, laid out as DSE's: each is a candidate in both directions."""
    for row in rows(path):
        for holder, target in ("pq", "qp"):
            candidate = Candidate(row["text"], Span(*row[target]), Span(*row[holder]))
            label = row["label"] if row["holder"] == holder else Polarity.NEUTRAL.value
            yield StanceSample(
                f"{row['id']}:{holder}",
                _read(candidate),
                LABELS.index(label),
                # Of a pair that is neutral both ways, an epoch needs one direction.
                share=0.5 if row["holder"] is None else 1.0,
            )


def _read(candidate: Candidate) -> tuple[InputWord, ...]:
    return tuple(input_words(mask(candidate).candidate))


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
