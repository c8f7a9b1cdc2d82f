"""A quote before its speaker is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ...lexicon._cues import Takes
from ...values import QuoteKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...lexicon._cues import Cue
    from ..sources._source_spans import Source
CLAUSES = frozenset((Takes.THAT, Takes.QUOTE, Takes.CLAUSE))
"""Frames whose content is a clause."""


@frozen(eq=False)
class Found:
    """A quote before its speaker is known.

    Args:
        kind: What sort of quote.

        regions: The stretches that hold the content, quotation marks included.

        content: The content's spans.

        layer: The pair of marks that the attribution stands in, or `OUTSIDE`.

        cue: The reporting words.

        entry: What the lexicon says of them.

        source: Who is named.

        frame: By what construction it was found; `None` for what the marks alone show.

        pairs: The pairs of marks that hold its quoted words.

        is_loose: Whether it is speech by its form alone, and names no source.

        parent: Position of the quote that it is nested in.
    """

    kind: QuoteKind
    regions: tuple[Span, ...]
    content: tuple[Span, ...]
    layer: int
    cue: Span | None = None
    entry: Cue | None = None
    source: Source | None = None
    frame: Takes | None = None
    pairs: tuple[int, ...] = ()
    is_loose: bool = False
    parent: int | None = None

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.regions[0].start

    @property
    def end(self) -> int:
        """Offset just past the last."""
        return self.regions[-1].end


def is_retold(item: Found, found: Sequence[Found]) -> bool:
    """Whether somebody else passes a direct quote on: '“Yes,” Smith said, according to Reed'."""
    around = None if item.parent is None else found[item.parent]
    return around is not None and item.kind is QuoteKind.DIRECT and around.frame is Takes.CLAUSE
