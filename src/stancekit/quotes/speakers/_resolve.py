"""From source words to actors: who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ...language._universal import word_of
from ...lexicon._words import FIRST_PERSONS, SECOND_PERSONS
from ...values import Actor, ActorKind, Mention, MentionKind, QuoteKind, Span
from ..marks._marked_document import OUTSIDE
from ..sources._source_spans import DOCUMENTS, NOMINAL, author, is_passive, noun_phrase
from ._continuation import Turns
from ._unnamed_sources import QUANTIFYING, Unnamed

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from ...values import Token
    from ..assembly._found import Found
    from ..cues._cued_sentence import CuedSentence
    from ..marks._marked_document import Reading
    from ..sources._source_spans import Source

ADDRESSING = frozenset(("ask", "assure", "inform", "promise", "remind", "tell", "warn"))
"""Verbs whose object is who is spoken to."""
NOBODY = frozenset("nobody none nothing little much enough it this that what which".split())
"""Sources that stand for no person: nobody is to be found behind them."""


@frozen
class Told:
    """Who speaks a quote.

    Args:
        speakers: The ids of those who do.

        unknown: Whether somebody speaks who could not be told.

        source: The words that name them: the quote's own, or those of the quote that it goes on from.
    """

    speakers: tuple[str, ...] = ()
    unknown: bool = False
    source: Span | None = None


@frozen(eq=False)
class Cast:
    """Who speaks in a document.

    Args:
        actors: The actors given, with new mentions, and the unnamed sources behind them.

        told: For each quote who speaks it.
    """

    actors: tuple[Actor, ...]
    told: tuple[Told, ...]


def cast(reading: Reading, found: Sequence[Found], actors: Sequence[Actor]) -> Cast:
    """Tell the speakers of quotes.

    Args:
        reading: The document.

        found: Its quotes in text order, each behind its parent.

        actors: Who is mentioned in it.
    """
    work = _Casting(reading, found, actors)
    for item in found:
        work.decide(item)
    return Cast(work.all_actors(), tuple(work.told))


class _Casting:
    """One run over the quotes: what is decided of those before the current one."""

    def __init__(self, reading: Reading, found: Sequence[Found], actors: Sequence[Actor]) -> None:
        self.reading = reading
        self.given = tuple(actors)
        self.told: list[Told] = []
        self._speakers: list[tuple[str, ...]] = []
        self._turns = Turns(reading, found)
        self._actor_at = _actors_by_word(reading, actors)
        self._persons = {actor.id for actor in actors if actor.kind is ActorKind.PERSON}
        self._mentioned = {mention.span for actor in actors for mention in actor.mentions}
        self._added: dict[str, list[Mention]] = {}
        self._unnamed = Unnamed(actors)
        self._of_pair: dict[int, int] = {}

    def decide(self, item: Found) -> None:
        """Find the speakers of the next quote."""
        told = self._tell(item)
        index = len(self.told)
        self.told.append(told)
        self._speakers.append(told.speakers)
        for pair in item.pairs:
            self._of_pair[pair] = index
            if len(told.speakers) == 1:
                self._add_persons(told.speakers[0], pair, FIRST_PERSONS)
            hearer = self._hearer(item)
            if hearer is not None and hearer not in told.speakers:
                self._add_persons(hearer, pair, SECOND_PERSONS)
        self._turns.add(index)

    def _tell(self, item: Found) -> Told:
        if item.kind is QuoteKind.SCARE:
            return Told()
        if item.source is not None:
            return self._named(item, item.source)
        if item.is_loose:
            before = self._turns.goes_on(item, self._speakers)
            if before is not None:
                return evolve(self.told[before], unknown=not self.told[before].speakers)
            return self._beside(item) or Told(unknown=True)
        return Told(unknown=item.kind is not QuoteKind.INDIRECT and not self._is_impersonal(item))

    def _is_impersonal(self, item: Found) -> bool:
        """Whether the cue is a passive that leaves open who does it: "was described as"."""
        if item.cue is None:
            return False
        cue = self.reading.words[self.reading.first_from(item.cue.start)]
        return is_passive(cue.sentence, cue.token)

    # --- by what the quote says -------------------------------------------------------------------

    def _named(self, item: Found, source: Source) -> Told:
        """Those whom a source names; several where it coordinates them."""
        speakers: dict[str, None] = {}
        unknown = False
        for head in _heads(source):
            who, is_unknown = self._one(item, source.sentence, head)
            unknown = unknown or is_unknown
            if who is not None:
                speakers[who] = None
        return Told(tuple(speakers), unknown and not speakers, source.span)

    def _one(self, item: Found, sentence: CuedSentence, head: Token) -> tuple[str | None, bool]:
        """The speaker that a noun or pronoun stands for, and whether there must be one whom nothing tells."""
        word = word_of(head)
        around = self._of_pair.get(item.layer)
        if word in FIRST_PERSONS and item.layer != OUTSIDE:
            who = None if around is None else next(iter(self.told[around].speakers), None)
            return who, who is None
        for token in (head, *sentence.children(head, "appos", "flat", "nmod:desc")):
            if token.start in self._actor_at:
                return self._actor_at[token.start], False
        if word in QUANTIFYING:
            return self._unnamed.actor_of(self.reading.document.text, sentence, head), False
        if head.pos == "PRON" or word in NOBODY:
            who = self._recalled(item, head)
            return who, who is None and word not in NOBODY
        if head.pos == "NOUN" and not sentence.is_somebody(head):
            writer = author(sentence, head) if head.lemma in DOCUMENTS else None
            return (None, False) if writer is None else self._one(item, sentence, writer)
        who = (
            None
            if head.pos == "PROPN"
            else self._unnamed.actor_of(self.reading.document.text, sentence, head)
        )
        return who, who is None

    def _recalled(self, item: Found, pronoun: Token) -> str | None:
        """The unnamed source that the quote before has, where a pronoun may stand for it."""
        last = self._turns.last(item.layer)
        speakers = () if last is None else self.told[last].speakers
        return next((who for who in speakers if self._unnamed.agrees(who, pronoun)), None)

    # --- by what stands beside it -----------------------------------------------------------------

    def _beside(self, item: Found) -> Told | None:
        """The person whom the sentence before the quote is about: 'Smith shook his head. "No."'."""
        document = self.reading.document
        paragraph = document.paragraphs[self.reading.paragraph_at(item.start)]
        sentence = document.sentence_at(item.start - 1)
        if sentence is None or sentence.start < paragraph.start or sentence.end > item.start:
            return None
        head = sentence.child(sentence.root, "nsubj")
        who = None if head is None else self._actor_at.get(head.start)
        if head is None or who not in self._persons:
            return None
        return Told((who,), source=noun_phrase(sentence, head))

    # --- what quotes tell of actors ---------------------------------------------------------------

    def _hearer(self, item: Found) -> str | None:
        """The person to whom a quote is said: "You lie," she told Smith."""
        if item.cue is None:
            return None
        cue = self.reading.words[self.reading.first_from(item.cue.start)]
        if cue.token.lemma not in ADDRESSING or is_passive(cue.sentence, cue.token):
            return None
        # Behind the verb parsers take whom it is told for who tells it.
        behind = (
            c for c in cue.sentence.children(cue.token, "iobj", "obj", "nsubj") if c.start > cue.token.start
        )
        persons = [who for child in behind if (who := self._actor_at.get(child.start)) in self._persons]
        return persons[0] if len(persons) == 1 else None

    def _add_persons(self, who: str, pair: int, pronouns: Container[str]) -> None:
        for word in self.reading.words_in(self.reading.pairs[pair].inner):
            token = word.token
            is_person = word_of(token) in pronouns and token.pos in {"PRON", "DET"}
            if is_person and word.layer == pair and token.span not in self._mentioned:
                self._mentioned.add(token.span)
                self._added.setdefault(who, []).append(Mention(token.span, MentionKind.PRONOUN))

    def all_actors(self) -> tuple[Actor, ...]:
        """The actors given and the unnamed ones, with all mentions."""
        return tuple(
            evolve(actor, mentions=(*actor.mentions, *self._added[actor.id]))
            if actor.id in self._added
            else actor
            for actor in (*self.given, *self._unnamed.actors())
        )


def _heads(source: Source) -> Iterator[Token]:
    """The nouns that a source coordinates, or the only one."""
    head = source.antecedent or source.head
    yield head
    if source.antecedent is None:
        for other in source.sentence.children(head, "conj"):
            if other.pos in NOMINAL and other.span in source.span:
                yield other


def _actors_by_word(reading: Reading, actors: Sequence[Actor]) -> dict[int, str]:
    """For each mentioned word, by offset, the actor of the shortest mention around it."""
    shortest: dict[int, tuple[int, str]] = {}
    for actor in actors:
        for mention in actor.mentions:
            size = len(mention.span)
            for word in reading.words_in(mention.span):
                known = shortest.get(word.token.start)
                if known is None or size < known[0]:
                    shortest[word.token.start] = (size, actor.id)
    return {start: who for start, (_, who) in shortest.items()}
