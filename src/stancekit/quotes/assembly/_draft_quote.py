"""A draft quote: an attribution whose speaker is not yet resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ...lexicon._cues import Takes
from ...values import QuoteKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...lexicon._cues import Cue
    from ..marks._marked_document import MarkedDocument
    from ..sources._source_spans import Source

CLAUSAL_CONSTRUCTIONS = frozenset((Takes.THAT, Takes.QUOTE, Takes.CLAUSE))
"""Constructions whose content is a clause."""


@frozen(eq=False)
class DraftQuote:
    """An attribution whose speaker is not yet resolved.

    Args:
        kind: What sort of quote.

        regions: The stretches that hold the content, quotation marks included.

        content: The content's spans.

        layer: The pair of marks that the attribution stands in, or `OUTSIDE`.

        cue: The reporting words.

        entry: What the lexicon says of them.

        source: Who is named.

        construction: By what construction it was found; `None` for what the marks alone show.

        pairs: The pairs of marks that hold its quoted words.

        is_unattributed: Whether it is speech by its form alone, and names no source.

        parent: Position of the quote that it is nested in.
    """

    kind: QuoteKind
    regions: tuple[Span, ...]
    content: tuple[Span, ...]
    layer: int
    cue: Span | None = None
    entry: Cue | None = None
    source: Source | None = None
    construction: Takes | None = None
    pairs: tuple[int, ...] = ()
    is_unattributed: bool = False
    parent: int | None = None

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.regions[0].start

    @property
    def end(self) -> int:
        """Offset just past the last."""
        return self.regions[-1].end


def is_passed_on(draft: DraftQuote, drafts: Sequence[DraftQuote]) -> bool:
    """Whether another source passes a direct quote on: '“Yes,” Smith said, according to Reed'."""
    around = None if draft.parent is None else drafts[draft.parent]
    return around is not None and draft.kind is QuoteKind.DIRECT and around.construction is Takes.CLAUSE


def ends_with_question(marked: MarkedDocument, draft: DraftQuote) -> bool:
    """Whether a quote ends with a question: the next paragraph may be somebody else's answer."""
    return marked.document.text[draft.content[-1].end - 1] == "?"


def ends_paragraph(marked: MarkedDocument, draft: DraftQuote) -> bool:
    """Whether a quote, or its cue, stands in the last sentence of its paragraph."""
    document = marked.document
    last = document.sentence_at(document.paragraphs[marked.paragraph_at(draft.end - 1)].end - 1)
    end = draft.end if draft.cue is None else max(draft.end, draft.cue.end)
    return last is not None and last.start <= end
