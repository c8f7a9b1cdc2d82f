"""Speaker resolution: from sources to actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ...language._function_words import (
    FIRST_PERSON_SINGULAR,
    IMPERSONAL_PRONOUNS,
    QUANTIFYING_PRONOUNS,
    SECOND_PERSON,
)
from ...language._universal import word_of
from ...syntax._quotation_marks import OUTSIDE
from ...syntax._subject import SUBJECT_TAGS
from ...values import Actor, ActorKind, Mention, MentionKind, QuoteKind, Span
from ..sources._source_spans import find_author
from ._continuation import QuoteRow
from ._unnamed_sources import UnnamedSources

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from ...values import Token
    from ..assembly._draft_quote import DraftQuote
    from ..cues._cued_sentence import CuedSentence
    from ..marks._marked_document import MarkedDocument
    from ..sources._source_spans import Source


@frozen
class ResolvedSpeaker:
    """The speakers of a quote.

    Args:
        speakers: The ids of those who do.

        unknown: Whether there must be a speaker, but none could be resolved.

        source: The source: the quote's own, or that of the quote that it continues.
    """

    speakers: tuple[str, ...] = ()
    unknown: bool = False
    source: Span | None = None


@frozen(eq=False)
class Speakers:
    """The speakers of all quotes of a document.

    Args:
        actors: The actors given, with new mentions, and the unnamed sources behind them.

        resolved: For each quote who speaks it.
    """

    actors: tuple[Actor, ...]
    resolved: tuple[ResolvedSpeaker, ...]


def resolve_speakers(
    marked: MarkedDocument, drafts: Sequence[DraftQuote], actors: Sequence[Actor]
) -> Speakers:
    """Resolve the speakers of quotes.

    Args:
        marked: The document.

        drafts: Its quotes in text order, each behind its parent.

        actors: Who is mentioned in it.
    """
    resolver = _SpeakerResolver(marked, drafts, actors)
    for draft in drafts:
        resolver.add(draft)
    return Speakers(resolver.all_actors(), tuple(resolver.resolved))


class _SpeakerResolver:
    """One pass over the quotes, with the speakers of those before the current one."""

    def __init__(self, marked: MarkedDocument, drafts: Sequence[DraftQuote], actors: Sequence[Actor]) -> None:
        self.marked = marked
        self.given = tuple(actors)
        self.resolved: list[ResolvedSpeaker] = []
        self._speakers: list[tuple[str, ...]] = []
        self._row = QuoteRow(marked, drafts)
        self._actor_at = _actors_by_word(marked, actors)
        self._persons = {actor.id for actor in actors if actor.kind is ActorKind.PERSON}
        self._mentioned = {mention.span for actor in actors for mention in actor.mentions}
        self._added: dict[str, list[Mention]] = {}
        self._unnamed = UnnamedSources(actors)
        self._of_pair: dict[int, int] = {}

    def add(self, draft: DraftQuote) -> None:
        """Resolve the speakers of the next quote."""
        resolved = self._resolve(draft)
        index = len(self.resolved)
        self.resolved.append(resolved)
        self._speakers.append(resolved.speakers)
        for pair in draft.pairs:
            self._of_pair[pair] = index
            if len(resolved.speakers) == 1:
                self._add_pronoun_mentions(resolved.speakers[0], pair, FIRST_PERSON_SINGULAR)
            addressee = self._find_addressee(draft)
            if addressee is not None and addressee not in resolved.speakers:
                self._add_pronoun_mentions(addressee, pair, SECOND_PERSON)
        self._row.add(index)

    def _resolve(self, draft: DraftQuote) -> ResolvedSpeaker:
        if draft.kind is QuoteKind.SCARE:
            return ResolvedSpeaker()
        if draft.source is not None:
            return self._by_source(draft, draft.source)
        if draft.is_unattributed:
            before = self._row.find_continued(draft, self._speakers)
            if before is not None:
                return evolve(self.resolved[before], unknown=not self.resolved[before].speakers)
            return self._by_sentence_before(draft) or ResolvedSpeaker(unknown=True)
        return ResolvedSpeaker(
            unknown=draft.kind is not QuoteKind.INDIRECT and not self._is_impersonal(draft)
        )

    def _is_impersonal(self, draft: DraftQuote) -> bool:
        """Whether the cue is a passive, whose agent may be left open: "was described as"."""
        if draft.cue is None:
            return False
        cue = self.marked.words[self.marked.first_from(draft.cue.start)]
        return cue.sentence.is_passive(cue.token)

    # --- by what the quote says -------------------------------------------------------------------

    def _by_source(self, draft: DraftQuote, source: Source) -> ResolvedSpeaker:
        """The speakers that a source names; several where it is coordinated."""
        speakers: dict[str, None] = {}
        unknown = False
        for head in _source_heads(source):
            who, is_unknown = self._by_noun(draft, source.sentence, head)
            unknown = unknown or is_unknown
            if who is not None:
                speakers[who] = None
        return ResolvedSpeaker(tuple(speakers), unknown and not speakers, source.span)

    def _by_noun(self, draft: DraftQuote, sentence: CuedSentence, head: Token) -> tuple[str | None, bool]:
        """The speaker that a noun or pronoun refers to, and whether an unknown one must exist."""
        word = word_of(head)
        around = self._of_pair.get(draft.layer)
        if word in FIRST_PERSON_SINGULAR and draft.layer != OUTSIDE:
            who = None if around is None else next(iter(self.resolved[around].speakers), None)
            return who, who is None
        for token in (head, *sentence.children(head, "appos", "flat", "nmod:desc")):
            if token.start in self._actor_at:
                return self._actor_at[token.start], False
        if word in QUANTIFYING_PRONOUNS:
            return self._unnamed.actor_of(self.marked.document.text, sentence, head), False
        if head.pos == "PRON" or word in IMPERSONAL_PRONOUNS:
            who = self._by_unnamed_source_before(draft, head)
            return who, who is None and word not in IMPERSONAL_PRONOUNS
        if head.pos == "NOUN" and not sentence.is_somebody(head):
            writer = find_author(sentence, head) if head.lemma in sentence.nouns.document else None
            return (None, False) if writer is None else self._by_noun(draft, sentence, writer)
        who = (
            None if head.pos == "PROPN" else self._unnamed.actor_of(self.marked.document.text, sentence, head)
        )
        return who, who is None

    def _by_unnamed_source_before(self, draft: DraftQuote, pronoun: Token) -> str | None:
        """The unnamed source of the quote before, where a pronoun agrees with it."""
        last = self._row.last(draft.layer)
        speakers = () if last is None else self.resolved[last].speakers
        return next((who for who in speakers if self._unnamed.agrees(who, pronoun)), None)

    # --- by what stands beside it -----------------------------------------------------------------

    def _by_sentence_before(self, draft: DraftQuote) -> ResolvedSpeaker | None:
        """The subject of the sentence before a quote: 'Smith shook his head. "No."'."""
        paragraph = self.marked.document.paragraphs[self.marked.paragraph_at(draft.start)]
        sentence = self.marked.sentence_before(draft.start)
        if sentence is None or sentence.start < paragraph.start or sentence.end > draft.start:
            return None
        head = sentence.child(sentence.root, "nsubj")
        who = None if head is None else self._actor_at.get(head.start)
        if head is None or who not in self._persons:
            return None
        return ResolvedSpeaker((who,), source=sentence.noun_phrase(head))

    # --- mentions that quotes decide ---------------------------------------------------------------

    def _find_addressee(self, draft: DraftQuote) -> str | None:
        """The addressee of a quote: Smith in '"You lie," she told Smith'."""
        if draft.cue is None:
            return None
        cue = self.marked.words[self.marked.first_from(draft.cue.start)]
        if cue.token.lemma not in cue.sentence.verbs.addressing or cue.sentence.is_passive(cue.token):
            return None
        # Parsers take the addressee behind the verb for its subject.
        behind = (
            c for c in cue.sentence.children(cue.token, "iobj", "obj", "nsubj") if c.start > cue.token.start
        )
        persons = [who for child in behind if (who := self._actor_at.get(child.start)) in self._persons]
        return persons[0] if len(persons) == 1 else None

    def _add_pronoun_mentions(self, who: str, pair: int, pronouns: Container[str]) -> None:
        for word in self.marked.words_in(self.marked.pairs[pair].inner):
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


def _source_heads(source: Source) -> Iterator[Token]:
    """The nouns that a source coordinates, or the only one."""
    head = source.antecedent or source.head
    yield head
    if source.antecedent is None:
        for other in source.sentence.children(head, "conj"):
            if other.pos in SUBJECT_TAGS and other.span in source.span:
                yield other


def _actors_by_word(marked: MarkedDocument, actors: Sequence[Actor]) -> dict[int, str]:
    """For each mentioned word, by offset, the actor of the shortest mention around it."""
    shortest: dict[int, tuple[int, str]] = {}
    for actor in actors:
        for mention in actor.mentions:
            size = len(mention.span)
            for word in marked.words_in(mention.span):
                known = shortest.get(word.token.start)
                if known is None or size < known[0]:
                    shortest[word.token.start] = (size, actor.id)
    return {start: who for start, (_, who) in shortest.items()}
