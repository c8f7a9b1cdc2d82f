"""Who may evaluate whom, where: the questions that a stance scorer is asked about a document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...language._universal import word_of
from ...lexicon._vocabulary import DENYING, FIRST_PERSON, GENERIC
from ...quotes.cues._attitudes import is_negated
from ...syntax._grammar import SUBJECTS, Grammar
from ...values import NARRATOR, Actor, Candidate, Mention, MentionKind, Narrator, Quote, QuoteKind, Span
from ..masking._mask import Further
from ._voice_passage import Passage, covers, inside, merged, outside, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...values import Document, Sentence, Token
    from ._prefilter import Screen

MAX_MENTIONS: Final = 16
"""Mentions of a sentence that are considered: pairs grow with their square."""

_APOSTROPHES: Final = frozenset("'’")

_CLARITY: Final = {MentionKind.NAME: 0, MentionKind.NOMINAL: 1, MentionKind.PRONOUN: 2}

_HOLDING: Final = frozenset([*SUBJECTS, "obl:agent", "nmod:poss", "compound", "nmod", "obl"])


@frozen
class Placed:
    """A candidate and what it stands for.

    Args:
        candidate: What a scorer is asked; its text is the sentence, blanked where another voice
            speaks.

        holder: Who would hold the stance.

        target: Towards whom.

        quote: The quote whose words these are, if any.

        sentence: The sentence; the candidate's offsets count from its start.

        further: Where else in the candidate's text target and holder are mentioned.
    """

    candidate: Candidate
    holder: Actor | Narrator
    target: Actor
    quote: Quote | None
    sentence: Span
    further: Further


@frozen
class _Mentioned:
    """A mention in a sentence and whose it is."""

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
) -> list[Placed]:
    """Ask, sentence by sentence, who frames whom.

    Three sorts of question: the narrator of each actor mentioned outside all quotes; each quote's
    known speaker of each other actor mentioned in its words; and each actor that grammar makes a
    possible holder of each other actor, in the narrator's words and the holder's own quoted words
    among them ("called him a “genius”"). What is quoted is never the narrator's.

    Args:
        document: The parsed text.

        actors: Who is mentioned where.

        quotes: Who is reported to say what.
    """
    return worth_asking(document, actors, quotes, None)


def worth_asking(
    document: Document, actors: Sequence[Actor], quotes: Sequence[Quote], screen: Screen | None
) -> list[Placed]:
    """Those of `find_candidates` that *screen* leaves; all without one."""
    index = _Index(document, actors, quotes)
    found: list[Placed] = []
    for sentence in document.sentences:
        mentions = index.mentions_in(sentence)
        if mentions:
            found += _Scene(document.text, sentence, mentions, index.quotes_in(sentence), screen).questions()
    return found


class _Index:
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

    def mentions_in(self, sentence: Sentence) -> list[_Mentioned]:
        """At most `MAX_MENTIONS`, in text order."""
        first = bisect_left(self._starts, sentence.start)
        found = []
        for mention, actor in self._mentions[first : first + MAX_MENTIONS]:
            if mention.start >= sentence.end:
                break
            if mention.end <= sentence.end:
                span = _masked_part(sentence, mention)
                local = span.shift(-sentence.start)
                found.append(_Mentioned(mention, actor, span, local, _is_first_person(sentence, span)))
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
class _Place:
    """Where a mention hangs in the parse.

    Args:
        scope: The predicates whose doer, owner or source it is.

        above: Itself, all that governs it, and the relative clauses that speak of it.
    """

    scope: set[int]
    above: set[int]


class _Scene:
    """A sentence, who is mentioned in it, and whose words it holds."""

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        mentions: list[_Mentioned],
        quotes: list[Quote],
        screen: Screen | None,
    ) -> None:
        self.text = text
        self.sentence = sentence
        self.mentions = mentions
        self.quotes = [quote for quote in quotes if not _is_of_anybody(quote, text)]
        self._screen = screen
        self._named = set() if screen is None else self._words_in_names()
        self._passages: dict[tuple[Span, ...], Passage | None] = {}
        self._found: dict[tuple[Passage, int], set[Span]] = {}

    def questions(self) -> Iterator[Placed]:
        """Who may evaluate whom."""
        if not self._is_worth(self.sentence.tokens):
            return
        quoted = [part for quote in self.quotes for part in quote.content]
        yield from self._of_voice(outside(self.sentence.span, quoted), NARRATOR, None)
        for quote in self.quotes:
            if quote.id in self._governed:
                continue  # what is said of it lies in its cue: "questioned her courage", "denied that"
            for speaker in quote.speakers:
                yield from self._of_voice(self._own_words(quote), speaker, quote)
        if len({m.actor.id for m in self.mentions}) > 1:
            yield from self._between_actors()

    def _words_in_names(self) -> set[int]:
        spans = merged(m.span for m in self.mentions)
        return {
            token.index
            for token in self.sentence.tokens
            if any(token.start < span.end and span.start < token.end for span in spans)
        }

    def _is_worth(self, words: Sequence[Token]) -> bool:
        """Whether words may hold evidence; the screen is not shown who is mentioned."""
        if self._screen is None:
            return bool(words)
        return self._screen.sees([word for word in words if word.index not in self._named])

    def _passage(self, kept: Sequence[Span]) -> Passage | None:
        """The kept words as a passage; `None` where they are not worth a question."""
        key = tuple(kept)
        if key not in self._passages:
            is_whole = key == (self.sentence.span,)
            is_worth = is_whole or self._is_worth(within(self.sentence.tokens, kept))
            self._passages[key] = Passage(self.text, self.sentence, kept) if is_worth else None
        return self._passages[key]

    def _concerned(self, passage: Passage, mentions: Sequence[_Mentioned]) -> set[str]:
        """The actors of whom a passage may say something, as far as the screen can tell."""
        if self._screen is None or not mentions:
            return {m.actor.id for m in mentions}
        key = (passage, len(mentions))
        if key not in self._found:
            first, *rest = (m.local for m in mentions)
            question = Candidate(passage.text, first, others=rest, sentence=passage.sentence)
            self._found[key] = self._screen.concerned(question)
        found = self._found[key]
        is_told = found <= {m.local for m in mentions}
        return {m.actor.id for m in mentions if not is_told or m.local in found}

    @cached_property
    def _governed(self) -> frozenset[str]:
        """The ids of the quotes that are left to their cues."""
        return frozenset(quote.id for quote in self.quotes if self._is_governed(quote))

    def _is_governed(self, quote: Quote) -> bool:
        """Whether its cue, in the same sentence, says something of a phrase, or denies what is quoted."""
        if quote.kind is not QuoteKind.INDIRECT or quote.cue is None or quote.cue not in self.sentence.span:
            return False
        cue = self.sentence.head_of(quote.cue)
        if cue is not None and (cue.lemma in DENYING or is_negated(self.sentence, cue)):
            return True
        words = within(self.sentence.tokens, quote.content)
        return all(word.pos not in {"VERB", "AUX"} for word in words)

    def _own_words(self, quote: Quote) -> list[Span]:
        """A quote's words in the sentence without those it quotes in turn."""
        nested = [part for other in self.quotes if _is_nested(other, quote) for part in other.content]
        return [
            part for piece in inside(self.sentence.span, quote.content) for part in outside(piece, nested)
        ]

    def _words_open_to(self, holder: Actor) -> list[Span]:
        """The sentence without the words of others than the narrator and one actor."""
        if not self.quotes:
            return [self.sentence.span]
        others = [
            part
            for quote in self.quotes
            if all(speaker.id != holder.id for speaker in quote.speakers)
            if quote.speakers or quote.id not in self._governed
            for part in quote.content
        ]
        return outside(self.sentence.span, others)

    def _of_voice(
        self, kept: Sequence[Span], holder: Actor | Narrator, quote: Quote | None
    ) -> Iterator[Placed]:
        """What a voice says of everybody it mentions."""
        here = [m for m in self.mentions if covers(kept, m.span)]
        if all(m.actor.id == holder.id for m in here) or (passage := self._passage(kept)) is None:
            return
        shown = [m for m in here if m.actor.id != holder.id or not m.is_first_person]
        concerned = self._concerned(passage, shown)
        for target in _clearest(m for m in here if m.actor.id in concerned - {holder.id}):
            yield _placed(passage, holder, None, target, quote, shown)

    def _between_actors(self) -> Iterator[Placed]:
        """Evaluations that the narrator reports without a clause of their own: "Ann praised Bob"."""
        for actor in {m.actor.id: m.actor for m in self.mentions}.values():
            passage = self._passage(self._words_open_to(actor))
            if passage is None:
                continue
            shown = [m for m in self.mentions if passage.holds(m.span)]
            concerned = self._concerned(passage, shown) - {actor.id}
            linked: dict[str, list[tuple[_Mentioned, _Mentioned]]] = {}
            if concerned:
                holders = [m for m in shown if m.actor.id == actor.id]
                for target in (m for m in shown if m.actor.id in concerned):
                    for holder in holders:
                        if self._is_linked(holder, target):
                            linked.setdefault(target.actor.id, []).append((holder, target))
            for pairs in linked.values():
                holder, target = min(pairs, key=_clarity)
                yield _placed(passage, actor, holder, target, None, shown)

    def _is_linked(self, holder: _Mentioned, target: _Mentioned) -> bool:
        """Whether grammar may make one a holder of what is said of the other."""
        first, second = self._places.get(holder.span), self._places.get(target.span)
        if first is None or second is None or holder.span.overlaps(target.span):
            return False
        return not first.scope.isdisjoint(second.above)

    @cached_property
    def _places(self) -> dict[Span, _Place]:
        grammar = Grammar(self.sentence)
        heads = {m.span: self.sentence.head_of(m.span) for m in self.mentions}
        return {
            span: _Place(_scope(grammar, head.index), _above(grammar, head.index))
            for span, head in heads.items()
            if head is not None
        }


def _is_of_anybody(quote: Quote, text: str) -> bool:
    """Whether a report is whoever writes it speaking for himself: "Nobody trusts him"."""
    return not quote.speakers and quote.source is not None and quote.source.of(text).lower() in GENERIC


def _is_nested(quote: Quote, within: Quote) -> bool:
    parent = quote.parent
    while parent is not None:
        if parent.id == within.id:
            return True
        parent = parent.parent
    return False


def _clarity(pair: tuple[_Mentioned, _Mentioned]) -> int:
    return sum(_CLARITY[mentioned.mention.kind] for mentioned in pair)


def _clearest(mentions: Iterable[_Mentioned]) -> list[_Mentioned]:
    """One mention an actor: a name before a noun before a pronoun, then the first."""
    found: dict[str, _Mentioned] = {}
    for mentioned in mentions:
        before = found.get(mentioned.actor.id)
        if before is None or _CLARITY[mentioned.mention.kind] < _CLARITY[before.mention.kind]:
            found[mentioned.actor.id] = mentioned
    return list(found.values())


def _scope(grammar: Grammar, holder: int) -> set[int]:
    """The predicates whose doer, owner or source a word is."""
    at = holder
    while grammar.deps[at] in {"conj", "appos", "flat", "nmod:desc"} and grammar.heads[at] != at:
        at = grammar.heads[at]
    found = {grammar.heads[at]} if grammar.deps[at] in _HOLDING and grammar.heads[at] != at else set()
    found |= {grammar.heads[act] for act in found if grammar.deps[act] in {"obj", "advcl", "obl"}}
    return found | {
        kid for kid in grammar.kids[holder] if grammar.deps[kid] in {"acl", "acl:relcl", "appos", "parataxis"}
    }


def _above(grammar: Grammar, target: int) -> set[int]:
    return {target, *grammar.up(target), *grammar.kids_in(target, ("acl:relcl",))}


def _placed(
    passage: Passage,
    holder: Actor | Narrator,
    holder_mention: _Mentioned | None,
    target: _Mentioned,
    quote: Quote | None,
    shown: Iterable[_Mentioned],
) -> Placed:
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
    return Placed(candidate, holder, target.actor, quote, passage.whole, Further(again, by_holder))
