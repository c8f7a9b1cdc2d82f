"""Who goes on speaking where a quote names nobody: the speaker before, or the other one of a dialogue."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ...values import QuoteKind
from ..assembly._found import Found, is_retold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..marks._marked_document import Reading

LOOK_BACK = 6
"""Quotes looked at for the other side of a dialogue."""


class Turns:
    """The quotes of a document so far, by the pair of marks they stand in.

    Args:
        reading: The document.

        found: All its quotes in text order.
    """

    def __init__(self, reading: Reading, found: Sequence[Found]) -> None:
        self._reading = reading
        self._found = found
        self._rows: dict[int, list[int]] = defaultdict(list)

    def add(self, index: int) -> None:
        """Take down the next quote."""
        item, row = self._found[index], self._rows[self._found[index].layer]
        if item.parent is None and item.kind is not QuoteKind.SCARE:
            row.append(index)
        elif is_retold(item, self._found) and row and row[-1] == item.parent:
            row[-1] = index

    def last(self, layer: int) -> int | None:
        """The quote before in a layer."""
        row = self._rows.get(layer)
        return row[-1] if row else None

    def paragraph(self, item: Found) -> int:
        """Index of the paragraph in which a quote ends."""
        return self._reading.paragraph_at(item.end - 1)

    def goes_on(self, item: Found, speakers: Sequence[tuple[str, ...]]) -> int | None:
        """The quote whose speaker speaks *item*, which names nobody.

        It is the quote before in its paragraph, or at the end of the paragraph before. Where two ask
        and answer in turn, it is the one before that.

        Args:
            item: The quote.

            speakers: Those of each quote before it.
        """
        last = self.last(item.layer)
        if last is None:
            return None
        steps = self.paragraph(item) - self.paragraph(self._found[last])
        if steps == 0:
            return last
        if steps != 1 or not self._ends_paragraph(self._found[last]):
            return None
        other = self._other_side(item, last, speakers)
        return last if other is None else other

    def _other_side(self, item: Found, last: int, speakers: Sequence[tuple[str, ...]]) -> int | None:
        """Who asked or was asked last: the quote in the paragraph before the last one's."""
        for index in reversed(self._rows[item.layer][-LOOK_BACK:-1]):
            steps = self.paragraph(self._found[last]) - self.paragraph(self._found[index])
            if steps == 0 and speakers[index] == speakers[last]:
                continue
            if steps > 1 or not speakers[index] or not speakers[last] or speakers[index] == speakers[last]:
                return None
            answers = self._asks(last)
            asks_on = self._asks(index) and self._ends_with_question(item)
            return index if answers or asks_on else None
        return None

    def _asks(self, index: int) -> bool:
        return self._found[index].kind is QuoteKind.DIRECT and self._ends_with_question(self._found[index])

    def _ends_with_question(self, item: Found) -> bool:
        return self._reading.document.text[item.content[-1].end - 1] == "?"

    def _ends_paragraph(self, item: Found) -> bool:
        """Whether the quote or its cue stands in the last sentence of its paragraph."""
        document = self._reading.document
        paragraph = document.paragraphs[self.paragraph(item)]
        end = item.end if item.cue is None else max(item.end, item.cue.end)
        sentence = document.sentence_at(paragraph.end - 1)
        return sentence is not None and sentence.start <= end
