"""Direct quotes, clauses and fragments put together, so that those of a level do not overlap."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from ..values import QuoteKind
from .attachments import governing
from .clauses import Draft, clause_drafts
from .complements import without_asides
from .cues import CueClass, Takes
from .direct import Group, group_units
from .passages import Unit, units_of
from .reading import OUTSIDE
from .regions import clause_around, fitted, pieces
from .sources import DOCUMENTS, is_somebody

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from ..values import Span
    from .cues import Cue
    from .reading import Reading, Word
    from .sources import Source

PHRASES = frozenset((Takes.NAME, Takes.OF, Takes.OBJECT))
"""Frames whose content is a phrase."""
CLAUSES = frozenset((Takes.THAT, Takes.QUOTE, Takes.CLAUSE))
"""Frames whose content is a clause."""
JUDGING = frozenset((CueClass.PRAISING, CueClass.BLAMING, CueClass.CALLING))
SPEAKING = frozenset((CueClass.SAYING, CueClass.WRITING, CueClass.ASKING))
TAKING_ON = frozenset(("advcl", "conj"))
"""Relations of a cue that goes on from the report of a direct quote: ", he said, adding that"."""
MAX_NESTING = 4
"""Quotes nested deeper are left out."""
KINDS = (QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT, QuoteKind.SCARE)
"""Which of two with the same content goes first."""


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


def assemble(reading: Reading) -> tuple[Found, ...]:
    """All quotes of a document in text order, each behind those around it."""
    groups: list[Group] = []
    fragments: list[Unit] = []
    for units in units_of(reading):
        more, left = group_units(units)
        groups += more
        fragments += left
    clauses = list(_Clauses.of(reading, groups, fragments).find())
    absorbed = {pair for found in clauses for pair in found.pairs}
    return _nested(
        [
            *(_direct(reading, group) for group in groups),
            *clauses,
            *(_fragment(reading, unit) for unit in fragments if unit.pairs[0] not in absorbed),
        ]
    )


def _direct(reading: Reading, group: Group) -> Found:
    attachment = group.attachment
    return Found(
        QuoteKind.DIRECT,
        tuple(reading.pairs[pair].whole for pair in group.pairs),
        tuple(span for unit in group.units for span in unit.spans),
        group.units[0].layer,
        cue=None if attachment is None else attachment.cue,
        entry=None if attachment is None else attachment.entry,
        source=None if attachment is None else attachment.source,
        pairs=group.pairs,
        is_loose=attachment is None,
    )


def _fragment(reading: Reading, unit: Unit) -> Found:
    """A few quoted words: with a cue that they depend on, or at a distance."""
    governed = None if unit.looks_like_a_title else governing(unit)
    if governed is None:
        return Found(QuoteKind.SCARE, unit.spans, unit.spans, unit.layer, pairs=unit.pairs)
    word, attachment = governed
    regions, content = unit.spans, unit.spans
    entry = attachment.entry
    if entry is not None and Takes.THAT in entry.takes and not entry.takes & PHRASES:
        whole = clause_around(reading, unit, word.at + len(entry.words))
        regions, content = (whole,), tuple(pieces(reading, whole, unit.layer))
    return Found(
        QuoteKind.MIXED,
        regions,
        content,
        unit.layer,
        cue=attachment.cue,
        entry=entry,
        source=attachment.source,
        pairs=unit.pairs,
    )


# --- clauses --------------------------------------------------------------------------------------


@frozen(eq=False)
class _Clauses:
    """What the parse shows, cut so that it leaves direct quotes alone.

    Args:
        reading: The document.

        taken: The pairs of direct quotes.

        by_cue: The direct quotes by where their cue begins.

        cues: Those places, in order.

        free: The fragments, by their pair.
    """

    reading: Reading
    taken: Set[int]
    by_cue: Mapping[int, Group]
    free: Mapping[int, Unit]
    cues: tuple[int, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "cues", tuple(sorted(self.by_cue)))

    @classmethod
    def of(cls, reading: Reading, groups: Sequence[Group], fragments: Sequence[Unit]) -> _Clauses:
        by_cue = {
            group.attachment.cue.start: group
            for group in reversed(groups)
            if group.attachment is not None and group.attachment.cue is not None
        }
        taken = {pair for group in groups for pair in group.pairs}
        return cls(reading, taken, by_cue, {unit.pairs[0]: unit for unit in fragments})

    def find(self) -> Iterator[Found]:
        for sentence in self.reading.document.sentences:
            drafts = [draft for draft in clause_drafts(sentence) if not self._repeats(draft)]
            named = self._named(drafts)
            for draft in drafts:
                others = {
                    pair
                    for pair, by in named.items()
                    if by is not draft and not any(by.cue in region for region in draft.regions)
                }
                found = self._finished(draft, self.taken | others if others else self.taken)
                if found is not None:
                    yield found

    def _repeats(self, draft: Draft) -> bool:
        """Whether the draft is what the parse makes of a direct quote."""
        group = self.by_cue.get(draft.cue.start)
        if group is None:
            return False
        return draft.frame is Takes.QUOTE or any(
            region.start < unit.end and unit.start < region.end
            for region in draft.regions
            for unit in group.units
        )

    def _named(self, drafts: Iterable[Draft]) -> dict[int, Draft]:
        """The fragments by which somebody is called something, each with the first draft that does."""
        named: dict[int, Draft] = {}
        for draft in drafts:
            if draft.frame is Takes.NAME and self.free:
                layer = self._cue(draft).layer
                for region in draft.regions:
                    for pair in self.reading.pairs_in(region, layer):
                        named.setdefault(pair, draft)
        return {pair: draft for pair, draft in named.items() if pair in self.free}

    def _cue(self, draft: Draft) -> Word:
        return self.reading.words[self.reading.first_from(draft.cue.start)]

    def _finished(self, draft: Draft, taken: Set[int]) -> Found | None:
        """The draft with its regions fitted to the marks, its kind and its source."""
        reading, cue = self.reading, self._cue(draft)
        source = self._source(draft, cue)
        if not _may_come_from(draft, source):
            return None
        told = (part for region in draft.regions for part in without_asides(cue.sentence, region))
        fits = (fitted(reading, region, cue.layer, taken) for region in told)
        regions = tuple(region for region in fits if region is not None)
        quoted = self._quoted(draft, regions, cue.layer)
        if quoted and _is_quoted_only(draft):
            regions = tuple(reading.pairs[pair].inner for pair in quoted)
            content = regions
        else:
            content = tuple(piece for region in regions for piece in pieces(reading, region, cue.layer))
        if not content or (draft.needs_marks and not quoted):
            return None
        kind = self._kind(draft, quoted, content)
        return Found(kind, regions, content, cue.layer, draft.cue, draft.entry, source, draft.frame, quoted)

    def _source(self, draft: Draft, cue: Word) -> Source | None:
        if draft.source is not None and self.reading.sees(cue, draft.source.head):
            return draft.source
        if cue.token.relation not in TAKING_ON:
            return None
        at = bisect_left(self.cues, cue.token.start) - 1
        if at < 0 or self.cues[at] < cue.sentence.start:
            return None
        attachment = self.by_cue[self.cues[at]].attachment
        return None if attachment is None else attachment.source

    def _quoted(self, draft: Draft, regions: Iterable[Span], layer: int) -> tuple[int, ...]:
        """The fragments inside; names of works are no one's words."""
        pairs = (
            pair for region in regions for pair in self.reading.pairs_in(region, layer) if pair in self.free
        )
        return tuple(
            p for p in pairs if draft.frame is not Takes.OBJECT or not self.free[p].looks_like_a_title
        )

    def _kind(self, draft: Draft, quoted: Sequence[int], content: Sequence[Span]) -> QuoteKind:
        if not quoted:
            return QuoteKind.INDIRECT
        is_all = content == tuple(self.reading.pairs[pair].inner for pair in quoted)
        is_speech = self.free[quoted[0]].begins_like_a_sentence or any(
            word.token.has("VerbForm=Fin") for word in self.reading.words_in(content[0])
        )
        return QuoteKind.DIRECT if is_all and is_speech and draft.frame in CLAUSES else QuoteKind.MIXED


_THINGS = frozenset({"that", "these", "this", "those", "which"})


def _may_come_from(draft: Draft, source: Source | None) -> bool:
    """Whether a source makes a report: things say and show, but only people praise, plan and call names."""
    if source is None:
        return draft.may_lack_source
    head = source.antecedent or source.head
    if draft.frame in CLAUSES:
        return True
    if head.pos == "PRON":
        return head.lemma not in _THINGS and (head.lemma != "it" or draft.entry.kind in JUDGING)
    return head.pos != "NOUN" or is_somebody(head) or head.lemma in DOCUMENTS


def _is_quoted_only(draft: Draft) -> bool:
    """Whether only the words in marks are the content, where there are some: 'called it "unfair"'."""
    if draft.frame is Takes.OBJECT:
        return draft.entry.kind in JUDGING or Takes.NAME in draft.entry.takes
    return draft.frame in PHRASES


# --- nesting --------------------------------------------------------------------------------------


def _nested(found: Iterable[Found]) -> tuple[Found, ...]:
    """In text order, each with its parent; what would overlap in part is left out."""
    kept: list[Found] = []
    around: list[int] = []
    for item in sorted(found, key=lambda f: (f.start, -f.end, KINDS.index(f.kind))):
        around = [index for index in around if kept[index].end > item.start]
        holding = [index for index in around if _holds(kept[index], item)]
        parent = holding[-1] if holding else None
        if any(_overlap(kept[index], item) for index in around if index not in holding):
            continue
        if parent is None or (len(around) <= MAX_NESTING and _may_nest(kept[parent], item)):
            around.append(len(kept))
            kept.append(evolve(item, parent=parent))
    return tuple(kept)


def _may_nest(outer: Found, inner: Found) -> bool:
    """Whether a quote in a quote is worth telling: reports are, attitudes in reports are not."""
    if outer.content == inner.content or inner.frame in PHRASES or inner.frame is Takes.ORDER:
        return False
    if inner.layer == OUTSIDE or inner.entry is None:
        return True
    return inner.entry.kind in SPEAKING and inner.frame is not Takes.INFINITIVE


def _holds(outer: Found, inner: Found) -> bool:
    return all(any(span in region for region in outer.regions) for span in inner.regions)


def _overlap(left: Found, right: Found) -> bool:
    return any(a.overlaps(b) for a in left.regions for b in right.regions)
