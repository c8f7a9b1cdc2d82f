"""What is counted, and what the figures mean.

Only letters and digits count, so that marks and spaces decide nothing. Gold content is direct where at
least nine of ten of its letters stand in double quotation marks, indirect where at most one of ten does,
mixed between. It is found where a predicted content has Jaccard 0.5 or more with it, one to one, the
best pairs first; its source is right where the two sources share a letter.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from ...values import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...values import Span
    from ._gold import Attribution

KINDS = (QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT)
ALIKE = 0.5
"""Least Jaccard of the letters of two contents that are taken for the same."""
MOSTLY = 0.9
HARDLY = 0.1
"""Shares of letters in marks that make a quote direct and indirect."""
CLOSING = {"“": "”", '"': '"'}


@frozen
class _Letters:
    """An attribution as the places of its letters."""

    content: frozenset[int]
    source: frozenset[int]
    is_told: bool


def letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the letters and digits of some stretches stand.

    Example:
        >>> from ...values import Span
        >>> sorted(letters("a b!", [Span(0, 4)]))
        [0, 2]
    """
    return frozenset(at for span in spans for at in range(span.start, span.end) if text[at].isalnum())


def marked_letters(text: str) -> frozenset[int]:
    r"""Where letters stand in double quotation marks; a line's end closes what is open.

    Example:
        >>> sorted(marked_letters('“a” b "c\nd'))
        [1, 7]
    """
    found: set[int] = set()
    awaited = ""
    for at, character in enumerate(text):
        if character in {"\n", "”"} or (character == '"' and awaited):
            awaited = ""
        elif character in CLOSING:
            awaited = CLOSING[character]
        elif awaited and character.isalnum():
            found.add(at)
    return frozenset(found)


def kind_of(content: frozenset[int], marked: frozenset[int]) -> QuoteKind:
    """What sort of quote gold content is, by its share of letters in marks."""
    share = len(content & marked) / len(content)
    if share >= MOSTLY:
        return QuoteKind.DIRECT
    return QuoteKind.MIXED if share > HARDLY else QuoteKind.INDIRECT


def pairs(gold: Sequence[frozenset[int]], said: Sequence[frozenset[int]]) -> list[tuple[int, int, float]]:
    """Which gold content is which predicted one: positions in both, and their Jaccard, the best first."""
    at: dict[int, list[int]] = {}
    for place, content in enumerate(said):
        for letter in content:
            at.setdefault(letter, []).append(place)
    likely = []
    for number, content in enumerate(gold):
        shared = Counter(place for letter in content for place in at.get(letter, ()))
        for place, count in shared.items():
            alike = count / (len(content) + len(said[place]) - count)
            if alike >= ALIKE:
                likely.append((alike, number, place))
    taken_gold: set[int] = set()
    taken_said: set[int] = set()
    found = []
    for alike, number, place in sorted(likely, reverse=True):
        if number not in taken_gold and place not in taken_said:
            taken_gold.add(number)
            taken_said.add(place)
            found.append((number, place, alike))
    return found


def _ratio(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 0.0


@define
class QuoteCounts:
    """Counts over articles, by name and kind."""

    counts: Counter[tuple[str, str]] = field(factory=Counter)

    def add(self, text: str, gold: Iterable[Attribution], said: Iterable[Attribution]) -> None:
        """Compare what is attributed in one article with what was found in it."""
        marked = marked_letters(text)
        theirs = [_of(text, attribution) for attribution in gold]
        ours = [_of(text, attribution) for attribution in said]
        theirs = [item for item in theirs if item.content]
        ours = [item for item in ours if item.content]
        kinds = [kind_of(item.content, marked) for item in theirs]
        for item, kind in zip(theirs, kinds, strict=True):
            self._count(kind, gold=True, gold_with_source=bool(item.source))
        self.counts["predicted", "all"] += len(ours)
        self.counts["predicted_with_source", "all"] += sum(bool(item.source) for item in ours)
        for number, place, alike in pairs([g.content for g in theirs], [o.content for o in ours]):
            self._count_pair(kinds[number], theirs[number], ours[place], alike)

    def _count_pair(self, kind: QuoteKind, gold: _Letters, said: _Letters, alike: float) -> None:
        self._count(
            kind,
            found=True,
            exact=alike == 1,
            told=said.is_told,
            sourced=bool(gold.source),
            attributed=bool(gold.source & said.source),
        )

    def _count(self, kind: QuoteKind, **facts: bool) -> None:
        for name, holds in facts.items():
            self.counts[name, "all"] += holds
            self.counts[name, kind.value] += holds

    def _f1(self, right: str, predicted: str, gold: str) -> float:
        total = self.counts[predicted, "all"] + self.counts[gold, "all"]
        return _ratio(2 * self.counts[right, "all"], total)

    def figures(self) -> dict[str, float | dict[str, float]]:
        """The figures, as shares of 1.

        Returns:
            ``content_f1`` and ``attributed_f1`` over all kinds, and for each kind and for all how many
            there are, how many are ``found``, the ``source_right`` of those found, and the share of
            those found whose ``speaker_told`` is an actor.
        """
        return {
            "content_precision": _ratio(self.counts["found", "all"], self.counts["predicted", "all"]),
            "content_recall": _ratio(self.counts["found", "all"], self.counts["gold", "all"]),
            "content_f1": self._f1("found", "predicted", "gold"),
            "content_exact_f1": self._f1("exact", "predicted", "gold"),
            "attributed_f1": self._f1("attributed", "predicted_with_source", "gold_with_source"),
            **{kind: self._of_kind(kind) for kind in (*(kind.value for kind in KINDS), "all")},
        }

    def _of_kind(self, kind: str) -> dict[str, float]:
        counts = self.counts
        return {
            "gold": counts["gold", kind],
            "found": _ratio(counts["found", kind], counts["gold", kind]),
            "source_right": _ratio(counts["attributed", kind], counts["sourced", kind]),
            "speaker_told": _ratio(counts["told", kind], counts["found", kind]),
        }


def _of(text: str, attribution: Attribution) -> _Letters:
    return _Letters(
        letters(text, attribution.content), letters(text, attribution.source), attribution.is_told
    )
