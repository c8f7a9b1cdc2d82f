"""Direct quotes, clauses and fragments put together, so that those of a level do not overlap."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from ...lexicon._cues import Takes
from ...values import QuoteKind, Span
from ..direct._cue_after import enclosing
from ..direct._cue_before import governing
from ..direct._group import Group, group_units
from ..direct._transcripts import turns
from ..indirect._extract import Draft, clause_drafts
from ..indirect._trim import without_asides, without_tail
from ..marks._quoted_stretches import Unit, units_of
from ..marks._regions import clause_around, ended, fitted, joined, named, pieces, with_coordinated
from ..sources._source_spans import DOCUMENTS
from ._found import CLAUSES, Found
from ._nesting import continued, nested

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from ..direct._transcripts import Turn
    from ..marks._marked_document import Reading, Word
    from ..sources._source_spans import Source

TAKING_ON = frozenset(("advcl", "conj"))
"""Relations of a cue that goes on from the report of a direct quote: ", he said, adding that"."""


def assemble(reading: Reading) -> tuple[Found, ...]:
    """All quotes of a document in text order, each behind those around it."""
    groups: list[Group] = []
    fragments: list[Unit] = []
    for units in units_of(reading):
        more, left = group_units(units)
        groups += more
        fragments += left
    said = [_said(reading, turn) for turn in turns(reading)]
    starts = [item.start for item in said]
    groups = [group for group in groups if not _holds_one(group, starts)]
    clauses = list(_Clauses.of(reading, groups, fragments).find())
    absorbed = {pair for found in clauses for pair in found.pairs}
    others = sorted(found.start for found in clauses)
    kept = nested(
        [
            *said,
            *(_direct(reading, group) for group in groups),
            *clauses,
            *(
                fragment
                for unit in fragments
                if unit.pairs[0] not in absorbed
                and (fragment := _fragment(reading, unit, others)) is not None
            ),
        ]
    )
    return continued(reading, kept)


def _said(reading: Reading, turn: Turn) -> Found:
    """A line of a transcript, or a headline behind its speaker."""
    layer = turn.word.layer
    region = fitted(reading, turn.region, layer, ()) or turn.region
    quoted = reading.pairs_in(region, layer)
    content = tuple(pieces(reading, region, layer)) or (region,)
    kind = QuoteKind.MIXED if quoted else QuoteKind.INDIRECT
    return Found(kind, (region,), content, layer, cue=turn.colon, source=turn.source, pairs=tuple(quoted))


def _holds_one(group: Group, starts: Sequence[int]) -> bool:
    """Whether one of the ordered offsets lies inside a quote."""
    return any(
        bisect_left(starts, s.start) < bisect_left(starts, s.end) for u in group.units for s in u.spans
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


def _fragment(reading: Reading, unit: Unit, others: Sequence[int]) -> Found | None:
    """A few quoted words: with a cue that they depend on, or at a distance; `None` for a name.

    Args:
        reading: The document.

        unit: The quoted words.

        others: Where the clauses begin that the parse shows, in order; a fragment takes in none.
    """
    if unit.looks_like_a_name:
        return None
    governed = governing(unit)
    if governed is None:
        return _enclosed(reading, unit, others) or Found(
            QuoteKind.SCARE, unit.spans, unit.spans, unit.layer, pairs=unit.pairs
        )
    word, attachment = governed
    entry = attachment.entry
    whole = clause_around(reading, unit, word.at + (1 if entry is None else len(entry.words)))
    if bisect_left(others, whole.start) < bisect_left(others, whole.end):
        whole = unit.spans[0]
    return Found(
        QuoteKind.MIXED,
        (whole,),
        tuple(pieces(reading, whole, unit.layer)),
        unit.layer,
        cue=attachment.cue,
        entry=entry,
        source=attachment.source,
        pairs=unit.pairs,
    )


def _enclosed(reading: Reading, unit: Unit, others: Sequence[int]) -> Found | None:
    """A sentence with a few quoted words, whose report stands at its end."""
    attachment = enclosing(unit)
    if attachment is None or attachment.cue is None or not unit.before:
        return None
    start = unit.before[0].token.start
    end = min(
        attachment.cue.start, attachment.source.span.start if attachment.source else attachment.cue.start
    )
    whole = Span(start, end)
    if bisect_left(others, start) < bisect_left(others, end):
        return None
    return Found(
        QuoteKind.MIXED,
        (whole,),
        tuple(pieces(reading, whole, unit.layer)),
        unit.layer,
        cue=attachment.cue,
        entry=attachment.entry,
        source=attachment.source,
        frame=Takes.QUOTE,
        pairs=tuple(reading.pairs_in(whole, unit.layer)),
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
        for sentence in self.reading.sentences:
            drafts = _cut([draft for draft in clause_drafts(sentence) if not self._repeats(draft)])
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

    def _retold(self, draft: Draft) -> list[Group]:
        """The direct quotes whose report somebody else passes on: '“Yes,” Smith said, according to Reed'."""
        if draft.frame is not Takes.CLAUSE:
            return []
        return [
            self.by_cue[start]
            for region in draft.regions
            for start in self.cues[bisect_left(self.cues, region.start) : bisect_left(self.cues, region.end)]
        ]

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
        retold = {pair for group in self._retold(draft) for pair in group.pairs}
        taken = taken - retold
        told = draft.regions if retold else self._narrowed(draft, cue)
        fits = (fitted(reading, region, cue.layer, taken) for region in told)
        regions = tuple(
            self._shaped(draft, region, cue.layer, taken)
            for region in joined((*filter(None, fits), *(reading.pairs[pair].whole for pair in retold)))
        )
        quoted = self._quoted(draft, regions, cue.layer)
        content = tuple(piece for region in regions for piece in pieces(reading, region, cue.layer))
        if not content or (draft.needs_marks and not quoted):
            return None
        kind = QuoteKind.MIXED if retold else self._kind(draft, quoted, content)
        return Found(kind, regions, content, cue.layer, draft.cue, draft.entry, source, draft.frame, quoted)

    def _narrowed(self, draft: Draft, cue: Word) -> Iterator[Span]:
        """The draft's regions without what the narrator puts behind and into them."""
        for region in draft.regions:
            yield from without_asides(cue.sentence, without_tail(cue.sentence, region, draft.frame))

    def _shaped(self, draft: Draft, region: Span, layer: int, taken: Set[int]) -> Span:
        """A region that ends where the quotation marks in it show that the report does."""
        region = with_coordinated(self.reading, ended(self.reading, region, layer), layer, taken)
        if draft.frame is not Takes.NAME:
            return region
        return named(self.reading, region, layer, taken, is_open=draft.needs_marks)

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


def _cut(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those that run on into the report behind the clause they stand in ended before it."""
    around = [draft for draft in drafts if draft.frame is Takes.QUOTE]
    return [evolve(draft, regions=tuple(_ended(r, draft, around) for r in draft.regions)) for draft in drafts]


def _ended(region: Span, draft: Draft, around: Iterable[Draft]) -> Span:
    for report in around:
        told = report.regions[0]
        if report is not draft and told.start <= region.start < told.end < report.cue.start < region.end:
            return Span(region.start, told.end)
    return region


def _may_come_from(draft: Draft, source: Source | None) -> bool:
    """Whether a source makes a report: things say and show, but only people praise, plan and call names."""
    if source is None or draft.frame in CLAUSES:
        return True
    head = source.antecedent or source.head
    return head.pos != "NOUN" or source.sentence.is_somebody(head) or head.lemma in DOCUMENTS
