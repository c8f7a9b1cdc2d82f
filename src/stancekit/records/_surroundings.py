"""What the parts of an analysis record refer to."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..values import Actor, Quote, Span


@frozen
class Surroundings:
    """What the parts of an analysis record refer to: its text, and who and what goes by which id."""

    text: str | None = None
    actors: Mapping[str, Actor] = field(factory=dict)
    quotes: Mapping[str, Quote] = field(factory=dict)


surroundings: ContextVar[Surroundings] = ContextVar("_surroundings", default=Surroundings())  # noqa: B039 - frozen


def inside(span: Span) -> Span:
    text = surroundings.get().text
    if text is not None and span.end > len(text):
        msg = f"must lie inside the text of {len(text)} characters (got {span.start} to {span.end})"
        raise ValueError(msg)
    return span
