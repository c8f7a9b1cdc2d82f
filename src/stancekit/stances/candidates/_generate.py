"""Candidate generation: who may evaluate whom in which sentence of a document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...language._function_words import FIRST_PERSON, GENERIC_PRONOUNS
from ...language._universal import word_of
from ...lexicon._word_classes import WordClasses
from ...syntax._grammar import SUBJECTS, Grammar
from ...values import NARRATOR, Actor, Candidate, Mention, MentionKind, Narrator, Quote, QuoteKind, Span
from ..masking._mask import OtherMentions
from ._voice_passage import (
    VoicePassage,
    any_covers,
    intersect_spans,
    merge_spans,
    subtract_spans,
    tokens_inside,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...values import Document, Sentence, Token
    from ._prefilter import Prefilter

MAX_MENTIONS: Final = 16
"""Mentions of a sentence that are considered: pairs grow with their square."""

_APOSTROPHES: Final = frozenset("'’")

_CLARITY: Final = {MentionKind.NAME: 0, MentionKind.NOMINAL: 1, MentionKind.PRONOUN: 2}

_DENYING: Final = WordClasses.bundled().verbs.denying
_HOLDING: Final = frozenset([*SUBJECTS, "obl:agent", "nmod:poss", "compound", "nmod", "obl"])


@frozen
class CandidateInContext:
    """A candidate with the actors, quote and sentence that it was made from.

    Args:
        candidate: What a scorer is asked; its text is the sentence, blanked where another voice
            speaks.

        holder: Who would hold the stance.

        target: Towards whom.

        quote: The quote whose words these are, if any.

        sentence: The sentence; the candidate's offsets count from its start.

        other_mentions: Where else in the candidate's text target and holder are mentioned.
    """

    candidate: Candidate
    holder: Actor | Narrator
    target: Actor
    quote: Quote | None
    sentence: Span
    other_mentions: OtherMentions


@frozen
class _ActorMention:
    """A mention in a sentence with its actor."""

    mention: Mention
    actor: Actor
    span: Span
    """What is masked: the mention, of a nominal one its head alone, so that what is said by "the
    disgraced senator" stays visible."""

    local: Span
    """The same in the sentence's offsets."""

    is_first_person: bool
    """Whether it is a speaker's "I"."""


def find_candidates(
    document: Document,
    actors: Sequence[Actor],
    quotes: Sequence[Quote],
    *,
    prefilter: Prefilter | None = None,
) -> list[CandidateInContext]:
    """Pair possible holders with possible targets, sentence by sentence.

    There are three sorts of candidates: the narrator towards each actor mentioned outside all
    quotes; each quote's known speaker towards each other actor mentioned in its words; and each
    actor that grammar makes a possible holder towards each other actor, in the narrator's words and
    the holder's own quoted words among them ("called him a “genius”"). What is quoted is never the
    narrator's.

    Args:
        document: The parsed text.

        actors: Who is mentioned where.

        quotes: Who is reported to say what.

        prefilter: Leaves out what a scorer could find no evidence in; `None` leaves out nothing.
    """
    index = _MentionIndex(document, actors, quotes)
    found: list[CandidateInContext] = []
    for sentence in document.sentences:
        mentions = index.mentions_in(sentence)
        if mentions:
            found += _SentenceVoices(
                document.text, sentence, mentions, index.quotes_in(sentence), prefilter
            ).candidates()
    return found


class _MentionIndex:
    """Mentions and quotes by where they stand."""

    def __init__(self, document: Document, actors: Sequence[Actor], quotes: Sequence[Quote]) -> None:
        pairs = [(m, actor) for actor in actors for m in actor.mentions]
        self._mentions = sorted(pairs, key=lambda pair: (pair[0].start, pair[0].end))
        self._starts = [mention.start for mention, _ in self._mentions]
        self._quotes: dict[int, list[Quote]] = {}
        starts = [sentence.start for sentence in document.sentences]
        for quote in quotes:
            for part in quote.content:
                first = max(0, bisect_right(starts, part.start) - 1)
                for at in range(first, bisect_left(starts, part.end)):
                    known = self._quotes.setdefault(starts[at], [])
                    if not known or known[-1] is not quote:
                        known.append(quote)

    def mentions_in(self, sentence: Sentence) -> list[_ActorMention]:
        """At most `MAX_MENTIONS`, in text order."""
        first = bisect_left(self._starts, sentence.start)
        found = []
        for mention, actor in self._mentions[first : first + MAX_MENTIONS]:
            if mention.start >= sentence.end:
                break
            if mention.end <= sentence.end:
                span = _masked_part(sentence, mention)
                local = span.shift(-sentence.start)
                found.append(_ActorMention(mention, actor, span, local, _is_first_person(sentence, span)))
        return found

    def quotes_in(self, sentence: Sentence) -> list[Quote]:
        """Those with words in the sentence."""
        return [
            q
            for q in self._quotes.get(sentence.start, ())
            if any(p.overlaps(sentence.span) for p in q.content)
        ]


def _masked_part(sentence: Sentence, mention: Mention) -> Span:
    if mention.kind is MentionKind.NAME:
        return _without_ending(sentence, mention.span)
    if mention.kind is MentionKind.PRONOUN:
        return mention.span
    head = sentence.head_of(mention.span)
    return head.span if head is not None and head.span in mention.span else mention.span


def _is_first_person(sentence: Sentence, span: Span) -> bool:
    words = sentence.within(span)
    return len(words) == 1 and word_of(words[0]) in FIRST_PERSON


def _without_ending(sentence: Sentence, span: Span) -> Span:
    """The name in "Putin's": what follows it stays visible."""
    words = sentence.within(span)
    if len(words) > 1 and words[-1].dep == "case" and words[-1].text[0] in _APOSTROPHES:
        return Span(span.start, words[-2].end)
    return span


@frozen
class _MentionSyntax:
    """A mention's place in the parse.

    Args:
        predicates: Positions of the predicates whose agent, owner or source it is.

        governors: Positions of itself, its governors, and the relative clauses that modify it.
    """

    predicates: set[int]
    governors: set[int]


class _SentenceVoices:
    """The voices of a sentence (narrator, quoted speakers, reported holders) and whom each mentions."""

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        mentions: list[_ActorMention],
        quotes: list[Quote],
        prefilter: Prefilter | None,
    ) -> None:
        self.text = text
        self.sentence = sentence
        self.mentions = mentions
        self.quotes = [quote for quote in quotes if not _is_of_anybody(quote, text)]
        self._prefilter = prefilter
        self._named = set() if prefilter is None else self._words_in_names()
        self._passages: dict[tuple[Span, ...], VoicePassage | None] = {}
        self._targets_found: dict[tuple[VoicePassage, int], set[Span]] = {}

    def candidates(self) -> Iterator[CandidateInContext]:
        """Every (holder, target) pair of the sentence, in the words of the holder."""
        if not self._may_hold_evidence(self.sentence.tokens):
            return
        quoted = [part for quote in self.quotes for part in quote.content]
        yield from self._by_voice(subtract_spans(self.sentence.span, quoted), NARRATOR, None)
        for quote in self.quotes:
            if quote.id in self._governed:
                continue  # what is said of it lies in its cue: "questioned her courage", "denied that"
            for speaker in quote.speakers:
                yield from self._by_voice(self._own_words(quote), speaker, quote)
        if len({m.actor.id for m in self.mentions}) > 1:
            yield from self._between_actors()

    def _words_in_names(self) -> set[int]:
        spans = merge_spans(m.span for m in self.mentions)
        return {
            token.index
            for token in self.sentence.tokens
            if any(token.start < span.end and span.start < token.end for span in spans)
        }

    def _may_hold_evidence(self, words: Sequence[Token]) -> bool:
        """Whether words may hold evidence; the prefilter is not shown the names."""
        if self._prefilter is None:
            return bool(words)
        return self._prefilter.may_hold_evidence([word for word in words if word.index not in self._named])

    def _passage(self, kept: Sequence[Span]) -> VoicePassage | None:
        """The kept words as a passage; `None` where they can hold no evidence."""
        key = tuple(kept)
        if key not in self._passages:
            is_whole = key == (self.sentence.span,)
            may_hold = is_whole or self._may_hold_evidence(tokens_inside(self.sentence.tokens, kept))
            self._passages[key] = VoicePassage(self.text, self.sentence, kept) if may_hold else None
        return self._passages[key]

    def _possible_targets(self, passage: VoicePassage, mentions: Sequence[_ActorMention]) -> set[str]:
        """The ids of the actors whom a passage may evaluate, as far as the prefilter can tell."""
        if self._prefilter is None or not mentions:
            return {m.actor.id for m in mentions}
        key = (passage, len(mentions))
        if key not in self._targets_found:
            first, *rest = (m.local for m in mentions)
            question = Candidate(passage.text, first, others=rest, sentence=passage.sentence)
            self._targets_found[key] = self._prefilter.possible_targets(question)
        found = self._targets_found[key]
        all_known = found <= {m.local for m in mentions}
        return {m.actor.id for m in mentions if not all_known or m.local in found}

    @cached_property
    def _governed(self) -> frozenset[str]:
        """The ids of the quotes whose cue says how their speaker evaluates: "questioned her courage"."""
        return frozenset(quote.id for quote in self.quotes if self._is_governed(quote))

    def _is_governed(self, quote: Quote) -> bool:
        """Whether its cue, in the same sentence, says something of a phrase, or denies what is quoted."""
        if quote.kind is not QuoteKind.INDIRECT or quote.cue is None or quote.cue not in self.sentence.span:
            return False
        cue = self.sentence.head_of(quote.cue)
        if cue is not None and (cue.lemma in _DENYING or Grammar(self.sentence).negators(cue.index)):
            return True
        words = tokens_inside(self.sentence.tokens, quote.content)
        return all(word.pos not in {"VERB", "AUX"} for word in words)

    def _own_words(self, quote: Quote) -> list[Span]:
        """A quote's words in the sentence without those it quotes in turn."""
        nested = [part for other in self.quotes if _is_nested(other, quote) for part in other.content]
        return [
            part
            for piece in intersect_spans(self.sentence.span, quote.content)
            for part in subtract_spans(piece, nested)
        ]

    def _words_open_to(self, holder: Actor) -> list[Span]:
        """The narrator's words in the sentence and one actor's; what other speakers say is left out."""
        if not self.quotes:
            return [self.sentence.span]
        others = [
            part
            for quote in self.quotes
            if all(speaker.id != holder.id for speaker in quote.speakers)
            if quote.speakers or quote.id not in self._governed
            for part in quote.content
        ]
        return subtract_spans(self.sentence.span, others)

    def _by_voice(
        self, kept: Sequence[Span], holder: Actor | Narrator, quote: Quote | None
    ) -> Iterator[CandidateInContext]:
        """A voice towards everybody whom it mentions."""
        here = [m for m in self.mentions if any_covers(kept, m.span)]
        if all(m.actor.id == holder.id for m in here) or (passage := self._passage(kept)) is None:
            return
        shown = [m for m in here if m.actor.id != holder.id or not m.is_first_person]
        possible_targets = self._possible_targets(passage, shown)
        for target in _clearest_mentions(m for m in here if m.actor.id in possible_targets - {holder.id}):
            yield _candidate_in_context(passage, holder, None, target, quote, shown)

    def _between_actors(self) -> Iterator[CandidateInContext]:
        """Actor towards actor, in evaluations that the narrator tells: "Ann praised Bob"."""
        for actor in {m.actor.id: m.actor for m in self.mentions}.values():
            passage = self._passage(self._words_open_to(actor))
            if passage is None:
                continue
            shown = [m for m in self.mentions if passage.holds(m.span)]
            possible_targets = self._possible_targets(passage, shown) - {actor.id}
            linked: dict[str, list[tuple[_ActorMention, _ActorMention]]] = {}
            if possible_targets:
                holders = [m for m in shown if m.actor.id == actor.id]
                for target in (m for m in shown if m.actor.id in possible_targets):
                    for holder in holders:
                        if self._is_linked(holder, target):
                            linked.setdefault(target.actor.id, []).append((holder, target))
            for pairs in linked.values():
                holder, target = min(pairs, key=_pair_clarity)
                yield _candidate_in_context(passage, actor, holder, target, None, shown)

    def _is_linked(self, holder: _ActorMention, target: _ActorMention) -> bool:
        """Whether grammar may make one the holder of an evaluation of the other."""
        first, second = self._syntax.get(holder.span), self._syntax.get(target.span)
        if first is None or second is None or holder.span.overlaps(target.span):
            return False
        return not first.predicates.isdisjoint(second.governors)

    @cached_property
    def _syntax(self) -> dict[Span, _MentionSyntax]:
        grammar = Grammar(self.sentence)
        heads = {m.span: self.sentence.head_of(m.span) for m in self.mentions}
        return {
            span: _MentionSyntax(_predicates_of(grammar, head.index), _governors_of(grammar, head.index))
            for span, head in heads.items()
            if head is not None
        }


def _is_of_anybody(quote: Quote, text: str) -> bool:
    """Whether a report is whoever writes it speaking for himself: "Nobody trusts him"."""
    if quote.speakers or quote.source is None:
        return False
    return quote.source.of(text).lower() in GENERIC_PRONOUNS


def _is_nested(quote: Quote, within: Quote) -> bool:
    parent = quote.parent
    while parent is not None:
        if parent.id == within.id:
            return True
        parent = parent.parent
    return False


def _pair_clarity(pair: tuple[_ActorMention, _ActorMention]) -> int:
    return sum(_CLARITY[mentioned.mention.kind] for mentioned in pair)


def _clearest_mentions(mentions: Iterable[_ActorMention]) -> list[_ActorMention]:
    """One mention an actor: a name before a noun before a pronoun, then the first."""
    found: dict[str, _ActorMention] = {}
    for mentioned in mentions:
        before = found.get(mentioned.actor.id)
        if before is None or _CLARITY[mentioned.mention.kind] < _CLARITY[before.mention.kind]:
            found[mentioned.actor.id] = mentioned
    return list(found.values())


def _predicates_of(grammar: Grammar, holder: int) -> set[int]:
    """The predicates whose agent, owner or source a word is."""
    at = holder
    while grammar.deps[at] in {"conj", "appos", "flat", "nmod:desc"} and grammar.heads[at] != at:
        at = grammar.heads[at]
    found = {grammar.heads[at]} if grammar.deps[at] in _HOLDING and grammar.heads[at] != at else set()
    found |= {grammar.heads[act] for act in found if grammar.deps[act] in {"obj", "advcl", "obl"}}
    return found | {
        kid for kid in grammar.kids[holder] if grammar.deps[kid] in {"acl", "acl:relcl", "appos", "parataxis"}
    }


def _governors_of(grammar: Grammar, target: int) -> set[int]:
    return {target, *grammar.up(target), *grammar.kids_in(target, ("acl:relcl",))}


def _candidate_in_context(
    passage: VoicePassage,
    holder: Actor | Narrator,
    holder_mention: _ActorMention | None,
    target: _ActorMention,
    quote: Quote | None,
    shown: Iterable[_ActorMention],
) -> CandidateInContext:
    holder_span = None if holder_mention is None else holder_mention.local
    others: list[Span] = []
    again: list[Span] = []
    by_holder: list[Span] = []
    for m in shown:
        if m.local in {target.local, holder_span}:
            continue
        if m.actor.id == target.actor.id:
            again.append(m.local)
        else:
            (by_holder if m.actor.id == holder.id else others).append(m.local)
    candidate = Candidate(passage.text, target.local, holder_span, others=others, sentence=passage.sentence)
    return CandidateInContext(
        candidate, holder, target.actor, quote, passage.whole, OtherMentions(again, by_holder)
    )
