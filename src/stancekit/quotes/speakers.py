"""From source words to actors: who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ..values import Actor, ActorKind, Mention, MentionKind, QuoteKind, Span
from .sources import is_somebody, noun_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..values import Sentence, Token
    from .assembly import Found
    from .reading import Reading
    from .sources import Source

FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself"))
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
INDEFINITE = frozenset(("a", "an", "some", "one", "two", "three", "several", "many", "other", "another"))


@frozen(eq=False)
class Cast:
    """Who speaks in a document.

    Args:
        actors: The actors given, with new mentions, and the unnamed sources behind them.

        speakers: For each quote the id of its speaker, or `None`.

        unknown: For each quote, whether somebody speaks who could not be told.

        sources: For each quote the words that name the speaker: its own, or those of the quote before
            it in its paragraph.
    """

    actors: tuple[Actor, ...]
    speakers: tuple[str | None, ...]
    unknown: tuple[bool, ...]
    sources: tuple[Span | None, ...]


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
    return Cast(work.all_actors(), tuple(work.speakers), tuple(work.unknown), tuple(work.sources))


class _Casting:
    """One run over the quotes: what is decided of those before the current one."""

    def __init__(self, reading: Reading, found: Sequence[Found], actors: Sequence[Actor]) -> None:
        self.reading = reading
        self.found = found
        self.given = tuple(actors)
        self.speakers: list[str | None] = []
        self.unknown: list[bool] = []
        self.sources: list[Span | None] = []
        self._actor_at = _actors_by_word(reading, actors)
        self._mentioned = {mention.span for actor in actors for mention in actor.mentions}
        self._added: dict[str, list[Mention]] = {}
        self._unnamed = _Unnamed(actors)
        self._of_pair: dict[int, int] = {}
        self._last: dict[int, int] = {}

    def decide(self, item: Found) -> None:
        """Find the speaker of the next quote."""
        before = self._quote_before(item) if item.is_loose else None
        who, unknown = self._speaker(item, before)
        source = None if item.source is None else item.source.span
        if before is not None and self._paragraph(item) == self._paragraph(self.found[before]):
            source = self.sources[before]
        index = len(self.speakers)
        self.speakers.append(who)
        self.unknown.append(unknown)
        self.sources.append(source)
        for pair in item.pairs:
            self._of_pair[pair] = index
            if who is not None:
                self._add_first_persons(who, pair)
        if item.parent is None and item.kind is not QuoteKind.SCARE:
            self._last[item.layer] = index

    def _speaker(self, item: Found, before: int | None) -> tuple[str | None, bool]:
        """The speaker's id, and whether there must be one whom nothing tells."""
        if item.kind is QuoteKind.SCARE:
            return None, False
        if item.source is not None:
            return self._named(item, item.source)
        who = None if before is None else self.speakers[before]
        return who, who is None and item.kind is not QuoteKind.INDIRECT

    def _named(self, item: Found, source: Source) -> tuple[str | None, bool]:
        head = source.antecedent or source.head
        if head.text.lower() in FIRST_PERSON:
            around = self._of_pair.get(item.layer)
            who = None if around is None else self.speakers[around]
            return who, who is None
        for token in (head, *source.sentence.children(head, "appos", "flat", "nmod:desc")):
            who = self._actor_at.get(token.start)
            if who is not None:
                return who, False
        if head.pos == "NOUN" and not is_somebody(head):
            return None, False
        who = (
            None
            if head.pos in {"PROPN", "PRON"}
            else self._unnamed.actor_of(self.reading.document.text, source)
        )
        return who, who is None

    def _quote_before(self, item: Found) -> int | None:
        """The quote whose speaker goes on: before it in its paragraph, or at the end of the last one."""
        last = self._last.get(item.layer)
        if last is None:
            return None
        steps = self._paragraph(item) - self._paragraph(self.found[last])
        return last if steps == 0 or (steps == 1 and self._ends_paragraph(self.found[last])) else None

    def _paragraph(self, item: Found) -> int:
        return self.reading.paragraph_at(item.end - 1)

    def _ends_paragraph(self, item: Found) -> bool:
        """Whether the quote or its cue stands in the last sentence of its paragraph."""
        document = self.reading.document
        paragraph = document.paragraphs[self._paragraph(item)]
        end = item.end if item.cue is None else max(item.end, item.cue.end)
        sentence = document.sentence_at(paragraph.end - 1)
        return sentence is not None and sentence.start <= end

    def _add_first_persons(self, who: str, pair: int) -> None:
        for word in self.reading.words_in(self.reading.pairs[pair].inner):
            token = word.token
            is_person = token.text.lower() in FIRST_PERSON and token.pos in {"PRON", "DET"}
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


# --- unnamed sources ------------------------------------------------------------------------------


class _Unnamed:
    """The unnamed sources of a document: one actor for each phrase.

    Args:
        actors: Those there are already; their ids go on.
    """

    def __init__(self, actors: Sequence[Actor]) -> None:
        numbers = [int(a.id[1:]) for a in actors if a.id[:1] == "a" and a.id[1:].isdecimal()]
        self._next = max(numbers, default=0) + 1
        self._by_phrase: dict[str, str] = {}
        self._by_head: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._mentions: dict[str, dict[Span, None]] = {}

    def actor_of(self, text: str, source: Source) -> str | None:
        """The id of the actor that a phrase stands for; `None` where that must be somebody else."""
        head = source.antecedent or source.head
        span = source.span if source.antecedent is None else noun_phrase(source.sentence, head)
        phrase, lemma = span.of(text), head.lemma.casefold()
        key = _without_article(phrase)
        who = self._by_phrase.get(key)
        if who is None and _is_definite(source.sentence, head):
            who = self._by_head.get(lemma)
            if who is None and not head.has("Number=Plur"):
                return None
        if who is None:
            who = f"a{self._next}"
            self._next += 1
            self._names[who] = phrase
        self._by_phrase[key] = self._by_head[lemma] = who
        self._mentions.setdefault(who, {})[span] = None
        return who

    def actors(self) -> tuple[Actor, ...]:
        """All of them, by first mention."""
        return tuple(
            Actor(
                who,
                name,
                ActorKind.UNNAMED,
                mentions=[Mention(s, MentionKind.NOMINAL) for s in self._mentions[who]],
            )
            for who, name in self._names.items()
        )


def _without_article(phrase: str) -> str:
    words = phrase.casefold().split()
    article = len(words) > 1 and words[0] in DEFINITE | INDEFINITE
    return " ".join(words[1:] if article else words)


def _is_definite(sentence: Sentence, head: Token) -> bool:
    return any(child.text.lower() in DEFINITE for child in sentence.children(head, "det"))
