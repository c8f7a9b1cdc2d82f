"""Nesting and continuation: which quote stands in which, and which continues the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ...language._universal import word_of
from ...values import QuoteKind
from ..cues._cued_sentence import SPEECH_CLASSES
from ..direct._group import MAX_STRETCHES
from ._draft_quote import (
    CLAUSAL_CONSTRUCTIONS,
    DraftQuote,
    ends_paragraph,
    ends_with_question,
    is_passed_on,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..marks._marked_document import MarkedDocument
    from ..sources._source_spans import Source

KINDS_WITH_MARKS = frozenset((QuoteKind.DIRECT, QuoteKind.MIXED))
PARTICIPANT_PRONOUNS = frozenset(("i", "we", "you"))
"""First and second person: an inner report of theirs in the present is the outer quote itself."""
MAX_NESTING = 4
"""Quotes nested deeper are left out."""
KINDS_BY_RANK = (QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT, QuoteKind.SCARE)
"""Which kind comes first of two quotes with the same content."""


def nest_quotes(drafts: Iterable[DraftQuote]) -> tuple[DraftQuote, ...]:
    """The quotes in text order, each with its parent; partial overlaps are left out."""
    kept: list[DraftQuote] = []
    around: list[int] = []
    for draft in sorted(drafts, key=_largest_first):
        around = [index for index in around if kept[index].end > draft.start]
        holding = [index for index in around if _holds(kept[index], draft)]
        parent = holding[-1] if holding else None
        if any(_overlap(kept[index], draft) for index in around if index not in holding):
            continue
        if parent is None or (len(around) <= MAX_NESTING and _may_nest(kept[parent], draft)):
            around.append(len(kept))
            kept.append(evolve(draft, parent=parent))
    return tuple(kept)


def _largest_first(draft: DraftQuote) -> tuple[int, int, int, int]:
    size = sum(map(len, draft.regions))
    return draft.start, -draft.end, -size, KINDS_BY_RANK.index(draft.kind)


def join_continuations(marked: MarkedDocument, drafts: Sequence[DraftQuote]) -> tuple[DraftQuote, ...]:
    """The quotes, those without cue and source joined to the quote that they continue."""
    kept: list[DraftQuote] = []
    places: list[int] = []
    last: int | None = None
    for draft in drafts:
        if last is not None and _goes_on(marked, kept[last], draft):
            around = kept[last].parent
            for at in (last,) if around is None else (last, around):
                kept[at] = _with(kept[at], draft)
            places.append(last)
            continue
        places.append(len(kept))
        kept.append(draft if draft.parent is None else evolve(draft, parent=places[draft.parent]))
        is_first = draft.parent is None and draft.kind is not QuoteKind.SCARE
        if is_first or (last is not None and kept[-1].parent == last and is_passed_on(kept[-1], kept)):
            last = len(kept) - 1
    return tuple(kept)


def _with(before: DraftQuote, draft: DraftQuote) -> DraftQuote:
    """A quote extended by its continuation."""
    return evolve(
        before,
        regions=(*before.regions, *draft.regions),
        content=(*before.content, *draft.content),
        pairs=(*before.pairs, *draft.pairs),
    )


def _goes_on(marked: MarkedDocument, before: DraftQuote, draft: DraftQuote) -> bool:
    """Whether a quote without a source continues one with a cue, in its paragraph or in the next."""
    if (
        not draft.is_unattributed
        or draft.parent is not None
        or before.cue is None
        or before.kind not in KINDS_WITH_MARKS
    ):
        return False
    if len(before.regions) >= MAX_STRETCHES:
        return False
    here, there = marked.paragraph_at(before.end - 1), marked.paragraph_at(draft.start)
    if here == there:
        return True
    if there != here + 1 or before.kind is not QuoteKind.DIRECT or not ends_paragraph(marked, before):
        return False
    return not (ends_with_question(marked, before) or ends_with_question(marked, draft))


def _may_nest(outer: DraftQuote, inner: DraftQuote) -> bool:
    """Whether an inner quote is kept: reported speech is, reported thought and praise are not."""
    if outer.content == inner.content or inner.kind is QuoteKind.SCARE or _sticks_out(outer, inner):
        return False
    if inner.construction is None and (inner.entry is None or inner.kind is QuoteKind.DIRECT):
        return inner.cue is not None or inner.kind is QuoteKind.DIRECT
    if inner.construction is None:
        return inner.entry is not None and inner.entry.kind in SPEECH_CLASSES
    if inner.entry is None or inner.entry.kind not in SPEECH_CLASSES:
        return False
    return inner.construction in CLAUSAL_CONSTRUCTIONS and _is_another_voice(inner.source)


def _sticks_out(outer: DraftQuote, inner: DraftQuote) -> bool:
    """Whether an inner quote holds the very marks of the outer one, as where kinds of marks are mixed."""
    return inner.content[0].start < outer.content[0].start or inner.content[-1].end > outer.content[-1].end


def _is_another_voice(source: Source | None) -> bool:
    """Whether an inner report has another source, or an earlier time: "I said" has, "I say" has not."""
    if source is None or word_of(source.head) not in PARTICIPANT_PRONOUNS:
        return True
    verb = source.sentence.head(source.head)
    return verb.has("Tense=Past")


def _holds(outer: DraftQuote, inner: DraftQuote) -> bool:
    return all(any(span in region for region in outer.regions) for span in inner.regions)


def _overlap(left: DraftQuote, right: DraftQuote) -> bool:
    return any(a.overlaps(b) for a in left.regions for b in right.regions)
