"""The quotes of each speaker, by where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...values import Evidence, Quote, Span

_NESTED: Final = 4
"""Depth of nested quotes of one speaker that are searched."""


class SpeakerQuotes:
    """The quotes of each speaker, by where they stand.

    Args:
        quotes: Quotes of a document.
    """

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._parts: dict[str, list[tuple[Span, Quote]]] = defaultdict(list)
        for quote in quotes:
            for speaker in quote.speakers:
                self._parts[speaker.id] += [(part, quote) for part in quote.content]
        for parts in self._parts.values():
            parts.sort(key=lambda pair: pair[0])
        self._starts = {speaker: [part.start for part, _ in parts] for speaker, parts in self._parts.items()}

    def around(self, speaker: str, evidence: Iterable[Evidence]) -> Quote | None:
        """The speaker's quote that evidence stands in; the innermost of nested ones."""
        parts = self._parts.get(speaker)
        for item in evidence if parts else ():
            at = bisect_right(self._starts[speaker], item.start)
            for part, quote in reversed(self._parts[speaker][max(0, at - _NESTED) : at]):
                if item.span in part:
                    return quote
        return None
