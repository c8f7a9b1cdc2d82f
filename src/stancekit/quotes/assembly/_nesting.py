"""Quotes in their places: which stand in which, and which go on from the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ...language._universal import word_of
from ...values import QuoteKind
from ..direct._group import MAX_UNITS
from ..indirect._reporting_verb import SPEAKING
from ._found import CLAUSES, Found, is_retold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..marks._marked_document import Reading
    from ..sources._source_spans import Source
    from ._found import Found

IN_MARKS = frozenset((QuoteKind.DIRECT, QuoteKind.MIXED))
PARTNERS = frozenset(("i", "we", "you"))
"""Who talk with each other: what they say now is the talk itself."""
MAX_NESTING = 4
"""Quotes nested deeper are left out."""
KINDS = (QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT, QuoteKind.SCARE)
"""Which of two with the same content goes first."""


def nested(found: Iterable[Found]) -> tuple[Found, ...]:
    """In text order, each with its parent; what would overlap in part is left out."""
    kept: list[Found] = []
    around: list[int] = []
    for item in sorted(found, key=_largest_first):
        around = [index for index in around if kept[index].end > item.start]
        holding = [index for index in around if _holds(kept[index], item)]
        parent = holding[-1] if holding else None
        if any(_overlap(kept[index], item) for index in around if index not in holding):
            continue
        if parent is None or (len(around) <= MAX_NESTING and _may_nest(kept[parent], item)):
            around.append(len(kept))
            kept.append(evolve(item, parent=parent))
    return tuple(kept)


def _largest_first(item: Found) -> tuple[int, int, int, int]:
    size = sum(map(len, item.regions))
    return item.start, -item.end, -size, KINDS.index(item.kind)


def continued(reading: Reading, found: Sequence[Found]) -> tuple[Found, ...]:
    """Quotes without words of their own joined to those that they go on from."""
    kept: list[Found] = []
    places: list[int] = []
    last: int | None = None
    for item in found:
        if last is not None and _goes_on(reading, kept[last], item):
            around = kept[last].parent
            for at in (last,) if around is None else (last, around):
                kept[at] = _with(kept[at], item)
            places.append(last)
            continue
        places.append(len(kept))
        kept.append(item if item.parent is None else evolve(item, parent=places[item.parent]))
        is_first = item.parent is None and item.kind is not QuoteKind.SCARE
        if is_first or (last is not None and kept[-1].parent == last and is_retold(kept[-1], kept)):
            last = len(kept) - 1
    return tuple(kept)


def _with(before: Found, item: Found) -> Found:
    """A quote with one that goes on from it."""
    return evolve(
        before,
        regions=(*before.regions, *item.regions),
        content=(*before.content, *item.content),
        pairs=(*before.pairs, *item.pairs),
    )


def _goes_on(reading: Reading, before: Found, item: Found) -> bool:
    """Whether a loose quote goes on from one with a report, in its paragraph or in the next."""
    if not item.is_loose or item.parent is not None or before.cue is None or before.kind not in IN_MARKS:
        return False
    if len(before.regions) >= MAX_UNITS:
        return False
    here, there = reading.paragraph_at(before.end - 1), reading.paragraph_at(item.start)
    if here == there:
        return True
    if there != here + 1 or before.kind is not QuoteKind.DIRECT or not _ends_paragraph(reading, before):
        return False
    return not (_asks(reading, before) or _asks(reading, item))


def _asks(reading: Reading, item: Found) -> bool:
    """Whether a quote ends with a question: in the next paragraph another one may answer, or ask."""
    return reading.document.text[item.content[-1].end - 1] == "?"


def _ends_paragraph(reading: Reading, item: Found) -> bool:
    """Whether a quote, or its cue, stands in the last sentence of its paragraph."""
    document = reading.document
    last = document.sentence_at(document.paragraphs[reading.paragraph_at(item.end - 1)].end - 1)
    end = item.end if item.cue is None else max(item.end, item.cue.end)
    return last is not None and last.start <= end


def _may_nest(outer: Found, inner: Found) -> bool:
    """Whether a quote in a quote is worth telling: what others say is, what they think or want is not."""
    if outer.content == inner.content or inner.kind is QuoteKind.SCARE:
        return False
    if inner.frame is None and (inner.entry is None or inner.kind is QuoteKind.DIRECT):
        return inner.cue is not None or inner.kind is QuoteKind.DIRECT
    if inner.frame is None:
        return inner.entry is not None and inner.entry.kind in SPEAKING
    if inner.entry is None or inner.entry.kind not in SPEAKING:
        return False
    return inner.frame in CLAUSES and _tells_of_speech(inner.source)


def _tells_of_speech(source: Source | None) -> bool:
    """Whether a report in a report has another voice, or an earlier one: "I said" is one, "I say" is not."""
    if source is None or word_of(source.head) not in PARTNERS:
        return True
    verb = source.sentence.head(source.head)
    return verb.has("Tense=Past")


def _holds(outer: Found, inner: Found) -> bool:
    return all(any(span in region for region in outer.regions) for span in inner.regions)


def _overlap(left: Found, right: Found) -> bool:
    return any(a.overlaps(b) for a in left.regions for b in right.regions)
