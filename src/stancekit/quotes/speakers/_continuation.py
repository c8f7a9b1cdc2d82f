"""Speakers of quotes without a source: a continuation, or the other side of a dialogue."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ...values import QuoteKind
from ..assembly._draft_quote import DraftQuote, ends_paragraph, ends_with_question, is_passed_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..marks._marked_document import MarkedDocument

MOST_QUOTES_BACK = 6
"""Quotes looked back at for the other side of a dialogue."""


class QuoteRow:
    """The quotes of a document so far, by layer.

    Args:
        marked: The document.

        drafts: All its quotes in text order.
    """

    def __init__(self, marked: MarkedDocument, drafts: Sequence[DraftQuote]) -> None:
        self._marked = marked
        self._drafts = drafts
        self._rows: dict[int, list[int]] = defaultdict(list)

    def add(self, index: int) -> None:
        """Add the next quote."""
        draft, row = self._drafts[index], self._rows[self._drafts[index].layer]
        if draft.parent is None and draft.kind is not QuoteKind.SCARE:
            row.append(index)
        elif is_passed_on(draft, self._drafts) and row and row[-1] == draft.parent:
            row[-1] = index

    def last(self, layer: int) -> int | None:
        """The quote before in a layer."""
        row = self._rows.get(layer)
        return row[-1] if row else None

    def paragraph(self, draft: DraftQuote) -> int:
        """Index of the paragraph in which a quote ends."""
        return self._marked.paragraph_at(draft.end - 1)

    def find_continued(self, draft: DraftQuote, speakers: Sequence[tuple[str, ...]]) -> int | None:
        """The quote that shares its speaker with *draft*, which has no source.

        It is the quote before in its paragraph, or at the end of the paragraph before. Where two ask
        and answer in turn, it is the one before that.

        Args:
            draft: The quote.

            speakers: Those of each quote before it.
        """
        last = self.last(draft.layer)
        if last is None:
            return None
        steps = self.paragraph(draft) - self.paragraph(self._drafts[last])
        if steps == 0:
            return last
        if steps != 1 or not ends_paragraph(self._marked, self._drafts[last]):
            return None
        other = self._find_dialogue_partner(draft, last, speakers)
        return last if other is None else other

    def _find_dialogue_partner(
        self, draft: DraftQuote, last: int, speakers: Sequence[tuple[str, ...]]
    ) -> int | None:
        """The last quote of the other side of a dialogue; `None` where there is no dialogue."""
        for index in reversed(self._rows[draft.layer][-MOST_QUOTES_BACK:-1]):
            steps = self.paragraph(self._drafts[last]) - self.paragraph(self._drafts[index])
            if steps == 0 and speakers[index] == speakers[last]:
                continue
            if steps > 1 or not speakers[index] or not speakers[last] or speakers[index] == speakers[last]:
                return None
            answers = self._asks(last)
            asks_on = self._asks(index) and ends_with_question(self._marked, draft)
            return index if answers or asks_on else None
        return None

    def _asks(self, index: int) -> bool:
        return self._drafts[index].kind is QuoteKind.DIRECT and ends_with_question(
            self._marked, self._drafts[index]
        )
