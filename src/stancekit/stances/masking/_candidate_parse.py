"""The parse of a candidate that brings none, made once for all scorers that ask for it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ...language import load
from ._mask import PLACEHOLDERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import Candidate, Document, Sentence, Span

_REMEMBERED = 512
"""Texts whose parse is kept: a few batches of rows."""


FRAMING_QUESTION: Final = "framing"
HOLDING_QUESTION: Final = "holding"
VOICE_QUESTION: Final = "voice"


def question_of(candidate: Candidate) -> str:
    """What a candidate asks.

    ``holding``: what its holder holds of the target. ``voice``: what the passage's own voice does; so
    a candidate from an analysis asks that names no holder, since reported opinions have candidates of
    their own. ``framing``: how the passage frames the target, whoever speaks.
    """
    if candidate.holder is not None:
        return HOLDING_QUESTION
    return FRAMING_QUESTION if candidate.sentence is None else VOICE_QUESTION


def sentences_of(candidate: Candidate) -> Sequence[Sentence]:
    """The candidate's own parsed sentence; without one, its text parsed by the bundled pipeline."""
    return (candidate.sentence,) if candidate.sentence is not None else _parsed(candidate.text).sentences


def other_names(candidate: Candidate) -> list[Span]:
    """Further actors in a masked candidate, in text order: its ``others`` and the names its parse finds.

    Example:
        >>> from stancekit import Candidate, Span
        >>> text = "Alden met Angela Merkel in Berlin."
        >>> [name.of(text) for name in other_names(Candidate(text, Span(0, 5)))]
        ['Angela Merkel', 'Berlin']
    """
    text = candidate.text
    placed = [candidate.target, *([] if candidate.holder is None else [candidate.holder]), *candidate.others]
    found = [name.span for sentence in sentences_of(candidate) for name in sentence.names]
    unplaced = [
        span
        for span in found
        if span.of(text) not in PLACEHOLDERS and not any(span.overlaps(known) for known in placed)
    ]
    return sorted([*candidate.others, *unplaced])


@lru_cache(maxsize=_REMEMBERED)
def _parsed(text: str) -> Document:
    return load().parse(text)
