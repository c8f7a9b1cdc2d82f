"""Assembly: direct quotes, reported clauses and quoted fragments to draft quotes."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ...lexicon._cues import Takes
from ...values import QuoteKind, Span
from ..direct._cue_after import find_enclosing_report
from ..direct._cue_before import find_governing_cue
from ..direct._group import DirectQuote, group_stretches
from ..direct._transcripts import find_speaker_lines
from ..indirect._extract import ReportedClause, find_reported_clauses
from ..indirect._trim import cut_asides, cut_narration_behind
from ..marks._quoted_stretches import QuotedStretch, find_quoted_stretches
from ..marks._regions import (
    end_after_quoted_name,
    end_with_quoted_sentence,
    extend_over_coordinated,
    find_clause_around,
    find_content_spans,
    fit_to_marks,
    merge_overlapping,
)
from ._draft_quote import CLAUSAL_CONSTRUCTIONS, DraftQuote
from ._nesting import join_continuations, nest_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from ..direct._transcripts import SpeakerLine
    from ..marks._marked_document import MarkedDocument, MarkedToken
    from ..sources._source_spans import Source

CONTINUING_RELATIONS = frozenset(("advcl", "conj"))
"""Relations of a cue that shares the source of a direct quote before it: ", he said, adding that"."""


def assemble_quotes(marked: MarkedDocument) -> tuple[DraftQuote, ...]:
    """All quotes of a document in text order; an outer quote comes before its inner ones."""
    direct_quotes: list[DirectQuote] = []
    fragments: list[QuotedStretch] = []
    for stretches in find_quoted_stretches(marked):
        more, left = group_stretches(stretches)
        direct_quotes += more
        fragments += left
    said = [_speaker_line_quote(marked, line) for line in find_speaker_lines(marked)]
    starts = [item.start for item in said]
    direct_quotes = [direct_quote for direct_quote in direct_quotes if not _holds_one(direct_quote, starts)]
    indirect = list(_IndirectQuotes.of(marked, direct_quotes, fragments).find())
    absorbed = {pair for found in indirect for pair in found.pairs}
    others = sorted(found.start for found in indirect)
    kept = nest_quotes(
        [
            *said,
            *(_direct_draft(marked, direct_quote) for direct_quote in direct_quotes),
            *indirect,
            *(
                fragment
                for stretch in fragments
                if stretch.pairs[0] not in absorbed
                and (fragment := _fragment_draft(marked, stretch, others)) is not None
            ),
        ]
    )
    return join_continuations(marked, kept)


def _speaker_line_quote(marked: MarkedDocument, line: SpeakerLine) -> DraftQuote:
    """The quote that a transcript's line, or a headline with a speaker's name, is."""
    layer = line.word.layer
    region = fit_to_marks(marked, line.region, layer, ()) or line.region
    quoted = marked.pairs_in(region, layer)
    content = tuple(find_content_spans(marked, region, layer)) or (region,)
    kind = QuoteKind.MIXED if quoted else QuoteKind.INDIRECT
    return DraftQuote(
        kind, (region,), content, layer, cue=line.colon, source=line.source, pairs=tuple(quoted)
    )


def _holds_one(direct_quote: DirectQuote, starts: Sequence[int]) -> bool:
    """Whether one of the ordered offsets lies inside a quote."""
    return any(
        bisect_left(starts, s.start) < bisect_left(starts, s.end)
        for u in direct_quote.stretches
        for s in u.spans
    )


def _direct_draft(marked: MarkedDocument, direct_quote: DirectQuote) -> DraftQuote:
    attached_cue = direct_quote.attached_cue
    return DraftQuote(
        QuoteKind.DIRECT,
        tuple(marked.pairs[pair].whole for pair in direct_quote.pairs),
        tuple(span for stretch in direct_quote.stretches for span in stretch.spans),
        direct_quote.stretches[0].layer,
        cue=None if attached_cue is None else attached_cue.cue,
        entry=None if attached_cue is None else attached_cue.entry,
        source=None if attached_cue is None else attached_cue.source,
        pairs=direct_quote.pairs,
        is_unattributed=attached_cue is None,
    )


def _fragment_draft(
    marked: MarkedDocument, stretch: QuotedStretch, others: Sequence[int]
) -> DraftQuote | None:
    """The quote of a few quoted words: mixed if a cue governs them, else scare; `None` for a name.

    Args:
        marked: The document.

        stretch: The quoted words.

        others: Where the clauses begin that the parse shows, in order; a fragment takes in none.
    """
    if stretch.looks_like_a_name:
        return None
    governed = find_governing_cue(stretch)
    if governed is None:
        return _enclosed_draft(marked, stretch, others) or DraftQuote(
            QuoteKind.SCARE, stretch.spans, stretch.spans, stretch.layer, pairs=stretch.pairs
        )
    word, attached_cue = governed
    entry = attached_cue.entry
    whole = find_clause_around(marked, stretch, word.position + (1 if entry is None else len(entry.words)))
    if bisect_left(others, whole.start) < bisect_left(others, whole.end):
        whole = stretch.spans[0]
    return DraftQuote(
        QuoteKind.MIXED,
        (whole,),
        tuple(find_content_spans(marked, whole, stretch.layer)),
        stretch.layer,
        cue=attached_cue.cue,
        entry=entry,
        source=attached_cue.source,
        pairs=stretch.pairs,
    )


def _enclosed_draft(
    marked: MarkedDocument, stretch: QuotedStretch, others: Sequence[int]
) -> DraftQuote | None:
    """The mixed quote of a sentence with a few quoted words and its report at the end."""
    attached_cue = find_enclosing_report(stretch)
    if attached_cue is None or attached_cue.cue is None or not stretch.before:
        return None
    start = stretch.before[0].token.start
    end = min(
        attached_cue.cue.start,
        attached_cue.source.span.start if attached_cue.source else attached_cue.cue.start,
    )
    whole = Span(start, end)
    if bisect_left(others, start) < bisect_left(others, end):
        return None
    return DraftQuote(
        QuoteKind.MIXED,
        (whole,),
        tuple(find_content_spans(marked, whole, stretch.layer)),
        stretch.layer,
        cue=attached_cue.cue,
        entry=attached_cue.entry,
        source=attached_cue.source,
        construction=Takes.QUOTE,
        pairs=tuple(marked.pairs_in(whole, stretch.layer)),
    )


# --- reported clauses --------------------------------------------------------------------------------------


@frozen(eq=False)
class _IndirectQuotes:
    """The reported clauses of a document, fitted around its direct quotes.

    Args:
        marked: The document.

        taken: The pairs of direct quotes.

        by_cue: The direct quotes by where their cue begins.

        free: The fragments, by their pair.
    """

    marked: MarkedDocument
    taken: Set[int]
    by_cue: Mapping[int, DirectQuote]
    free: Mapping[int, QuotedStretch]

    @cached_property
    def cues(self) -> tuple[int, ...]:
        """Where the cues of the direct quotes begin, in order."""
        return tuple(sorted(self.by_cue))

    @classmethod
    def of(
        cls, marked: MarkedDocument, direct_quotes: Sequence[DirectQuote], fragments: Sequence[QuotedStretch]
    ) -> _IndirectQuotes:
        by_cue = {
            direct_quote.attached_cue.cue.start: direct_quote
            for direct_quote in reversed(direct_quotes)
            if direct_quote.attached_cue is not None and direct_quote.attached_cue.cue is not None
        }
        taken = {pair for direct_quote in direct_quotes for pair in direct_quote.pairs}
        return cls(marked, taken, by_cue, {stretch.pairs[0]: stretch for stretch in fragments})

    def find(self) -> Iterator[DraftQuote]:
        for sentence in self.marked.sentences:
            clauses = _cut_before_next_report(
                [
                    clause
                    for clause in find_reported_clauses(sentence)
                    if not self._repeats_direct_quote(clause)
                ]
            )
            namings = self._fragments_of_namings(clauses)
            for clause in clauses:
                others = {
                    pair
                    for pair, by in namings.items()
                    if by is not clause and not any(by.cue in region for region in clause.regions)
                }
                found = self._fit_clause(clause, self.taken | others if others else self.taken)
                if found is not None:
                    yield found

    def _passed_on_quotes(self, clause: ReportedClause) -> list[DirectQuote]:
        """Direct quotes that the clause's source passes on: '“Yes,” Smith said, according to Reed'."""
        if clause.construction is not Takes.CLAUSE:
            return []
        return [
            self.by_cue[start]
            for region in clause.regions
            for start in self.cues[bisect_left(self.cues, region.start) : bisect_left(self.cues, region.end)]
        ]

    def _repeats_direct_quote(self, clause: ReportedClause) -> bool:
        """Whether the reported clause covers a direct quote with the same cue."""
        direct_quote = self.by_cue.get(clause.cue.start)
        if direct_quote is None:
            return False
        return clause.construction is Takes.QUOTE or any(
            region.start < stretch.end and stretch.start < region.end
            for region in clause.regions
            for stretch in direct_quote.stretches
        )

    def _fragments_of_namings(self, clauses: Iterable[ReportedClause]) -> dict[int, ReportedClause]:
        """Fragments inside an object with predicate ('called him “a fool”'), by their clause."""
        namings: dict[int, ReportedClause] = {}
        for clause in clauses:
            if clause.construction is Takes.NAME and self.free:
                layer = self._cue(clause).layer
                for region in clause.regions:
                    for pair in self.marked.pairs_in(region, layer):
                        namings.setdefault(pair, clause)
        return {pair: clause for pair, clause in namings.items() if pair in self.free}

    def _cue(self, clause: ReportedClause) -> MarkedToken:
        return self.marked.words[self.marked.first_from(clause.cue.start)]

    def _fit_clause(self, clause: ReportedClause, taken: Set[int]) -> DraftQuote | None:
        """The draft quote of a reported clause: regions fitted to the marks, kind, source."""
        marked, cue = self.marked, self._cue(clause)
        source = self._source(clause, cue)
        if not _may_come_from(clause, source):
            return None
        passed_on = {pair for direct_quote in self._passed_on_quotes(clause) for pair in direct_quote.pairs}
        taken = taken - passed_on
        narrowed = clause.regions if passed_on else self._without_narration(clause, cue)
        fits = (fit_to_marks(marked, region, cue.layer, taken) for region in narrowed)
        regions = tuple(
            self._fit_region_end(clause, region, cue.layer, taken)
            for region in merge_overlapping(
                (*filter(None, fits), *(marked.pairs[pair].whole for pair in passed_on))
            )
        )
        quoted = self._quoted_fragments(clause, regions, cue.layer)
        content = tuple(
            piece for region in regions for piece in find_content_spans(marked, region, cue.layer)
        )
        if not content or (clause.needs_marks and not quoted):
            return None
        kind = QuoteKind.MIXED if passed_on else self._kind(clause, quoted, content)
        return DraftQuote(
            kind, regions, content, cue.layer, clause.cue, clause.entry, source, clause.construction, quoted
        )

    def _without_narration(self, clause: ReportedClause, cue: MarkedToken) -> Iterator[Span]:
        """The clause's regions without the narrator's words behind and inside them."""
        for region in clause.regions:
            yield from cut_asides(
                cue.sentence, cut_narration_behind(cue.sentence, region, clause.construction)
            )

    def _fit_region_end(self, clause: ReportedClause, region: Span, layer: int, taken: Set[int]) -> Span:
        """A region whose end agrees with the quotation marks in it."""
        region = extend_over_coordinated(
            self.marked, end_with_quoted_sentence(self.marked, region, layer), layer, taken
        )
        if clause.construction is not Takes.NAME:
            return region
        return end_after_quoted_name(self.marked, region, layer, taken, is_open=clause.needs_marks)

    def _source(self, clause: ReportedClause, cue: MarkedToken) -> Source | None:
        if clause.source is not None and self.marked.is_around_marks_of(cue, clause.source.head):
            return clause.source
        if cue.token.relation not in CONTINUING_RELATIONS:
            return None
        at = bisect_left(self.cues, cue.token.start) - 1
        if at < 0 or self.cues[at] < cue.sentence.start:
            return None
        attached_cue = self.by_cue[self.cues[at]].attached_cue
        return None if attached_cue is None else attached_cue.source

    def _quoted_fragments(
        self, clause: ReportedClause, regions: Iterable[Span], layer: int
    ) -> tuple[int, ...]:
        """The pairs of the fragments inside the regions; titles of works do not count."""
        pairs = (
            pair for region in regions for pair in self.marked.pairs_in(region, layer) if pair in self.free
        )
        return tuple(
            p for p in pairs if clause.construction is not Takes.OBJECT or not self.free[p].looks_like_a_title
        )

    def _kind(self, clause: ReportedClause, quoted: Sequence[int], content: Sequence[Span]) -> QuoteKind:
        if not quoted:
            return QuoteKind.INDIRECT
        is_all = content == tuple(self.marked.pairs[pair].inner for pair in quoted)
        is_speech = self.free[quoted[0]].begins_like_a_sentence or any(
            word.token.has("VerbForm=Fin") for word in self.marked.words_in(content[0])
        )
        return (
            QuoteKind.DIRECT
            if is_all and is_speech and clause.construction in CLAUSAL_CONSTRUCTIONS
            else QuoteKind.MIXED
        )


def _cut_before_next_report(clauses: Sequence[ReportedClause]) -> list[ReportedClause]:
    """End each region that runs over the boundary of a parenthetical report: "to fail, said Smith"."""
    around = [clause for clause in clauses if clause.construction is Takes.QUOTE]
    return [
        evolve(clause, regions=tuple(_cut_region(r, clause, around) for r in clause.regions))
        for clause in clauses
    ]


def _cut_region(region: Span, clause: ReportedClause, around: Iterable[ReportedClause]) -> Span:
    for report_clause in around:
        first = report_clause.regions[0]
        if (
            report_clause is not clause
            and first.start <= region.start < first.end < report_clause.cue.start < region.end
        ):
            return Span(region.start, first.end)
    return region


def _may_come_from(clause: ReportedClause, source: Source | None) -> bool:
    """Whether a source fits a construction: things say and show, only people praise, plan and call names."""
    if source is None or clause.construction in CLAUSAL_CONSTRUCTIONS:
        return True
    head = source.antecedent or source.head
    return (
        head.pos != "NOUN"
        or source.sentence.is_somebody(head)
        or head.lemma in source.sentence.nouns.document
    )
