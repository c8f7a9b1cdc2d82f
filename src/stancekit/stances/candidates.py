"""Who may evaluate whom, where: the questions that a stance scorer is asked about a document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ..values import NARRATOR, Actor, Candidate, Mention, MentionKind, Narrator, Quote, Span
from .grammar import SUBJECTS, Grammar
from .masking import Further
from .passages import Passage, inside, outside
from .vocabulary import FIRST_PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..values import Document, Sentence

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


def find_candidates(document: Document, actors: Sequence[Actor], quotes: Sequence[Quote]) -> list[Placed]:
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
    index = _Index(document, actors, quotes)
    found: list[Placed] = []
    for sentence in document.sentences:
        mentions = index.mentions_in(sentence)
        if mentions:
            found += _in_sentence(document, sentence, mentions, index.quotes_in(sentence))
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
                found.append(_Mentioned(mention, actor, _masked_part(sentence, mention)))
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


def _without_ending(sentence: Sentence, span: Span) -> Span:
    """The name in "Putin's": what follows it stays visible."""
    words = sentence.within(span)
    if len(words) > 1 and words[-1].dep == "case" and words[-1].text[0] in _APOSTROPHES:
        return Span(span.start, words[-2].end)
    return span


def _in_sentence(
    document: Document, sentence: Sentence, mentions: list[_Mentioned], quotes: list[Quote]
) -> Iterator[Placed]:
    quoted = [part for quote in quotes for part in quote.content]
    own = Passage(document.text, sentence, outside(sentence.span, quoted))
    yield from _of_voice(own, NARRATOR, None, mentions)
    for quote in quotes:
        if quote.speaker is not None:
            kept = _own_words(quote, quotes, sentence.span)
            yield from _of_voice(Passage(document.text, sentence, kept), quote.speaker, quote, mentions)
    yield from _between_actors(document, sentence, mentions, quotes)


def _own_words(quote: Quote, quotes: Iterable[Quote], whole: Span) -> list[Span]:
    """A quote's words in a sentence without those it quotes in turn."""
    nested = [part for other in quotes if _is_nested(other, quote) for part in other.content]
    return [part for piece in inside(whole, quote.content) for part in outside(piece, nested)]


def _is_nested(quote: Quote, within: Quote) -> bool:
    parent = quote.parent
    while parent is not None:
        if parent.id == within.id:
            return True
        parent = parent.parent
    return False


def _of_voice(
    passage: Passage, holder: Actor | Narrator, quote: Quote | None, mentions: list[_Mentioned]
) -> Iterator[Placed]:
    """What a voice says of everybody it mentions."""
    here = [m for m in mentions if m.actor.id != holder.id and passage.holds(m.span)]
    for target in _clearest(here):
        if passage.sentence is not None:
            yield _placed(passage, holder, None, target, quote, mentions)


def _clearest(mentions: Iterable[_Mentioned]) -> list[_Mentioned]:
    """One mention an actor: a name before a noun before a pronoun, then the first."""
    found: dict[str, _Mentioned] = {}
    for mentioned in mentions:
        before = found.get(mentioned.actor.id)
        if before is None or _CLARITY[mentioned.mention.kind] < _CLARITY[before.mention.kind]:
            found[mentioned.actor.id] = mentioned
    return list(found.values())


def _between_actors(
    document: Document, sentence: Sentence, mentions: list[_Mentioned], quotes: list[Quote]
) -> Iterator[Placed]:
    """Evaluations that the narrator reports without a clause of their own: "Ann praised Bob"."""
    grammar = Grammar(sentence)
    heads = {m.span: head.index for m in mentions if (head := sentence.head_of(m.span)) is not None}
    for holder_id in dict.fromkeys(m.actor.id for m in mentions):
        own = [m for m in mentions if m.actor.id == holder_id and m.span in heads]
        scopes = [(m, scope) for m in own if (scope := _scope(grammar, heads[m.span]))]
        if not scopes:
            continue
        passage = _words_open_to(document, sentence, own[0].actor, quotes)
        linked: dict[str, list[tuple[_Mentioned, _Mentioned]]] = {}
        for target in mentions:
            if target.actor.id == holder_id or target.span not in heads or not passage.holds(target.span):
                continue
            above = {heads[target.span], *grammar.up(heads[target.span])}
            for holder, scope in scopes:
                if (
                    passage.holds(holder.span)
                    and not above.isdisjoint(scope)
                    and not holder.span.overlaps(target.span)
                ):
                    linked.setdefault(target.actor.id, []).append((holder, target))
        for pairs in linked.values():
            holder, target = min(
                pairs, key=lambda pair: _CLARITY[pair[1].mention.kind] + _CLARITY[pair[0].mention.kind]
            )
            if passage.sentence is not None:
                yield _placed(passage, holder.actor, holder, target, None, mentions)


def _words_open_to(document: Document, sentence: Sentence, holder: Actor, quotes: Iterable[Quote]) -> Passage:
    """A sentence without the words of others than the narrator and one actor."""
    others = [
        part
        for quote in quotes
        if quote.speaker is None or quote.speaker.id != holder.id
        for part in quote.content
    ]
    return Passage(document.text, sentence, outside(sentence.span, others))


def _scope(grammar: Grammar, holder: int) -> set[int]:
    """The predicates whose doer, owner or source a word is."""
    at = holder
    while grammar.deps[at] in {"conj", "appos", "flat", "nmod:desc"} and grammar.heads[at] != at:
        at = grammar.heads[at]
    found = {grammar.heads[at]} if grammar.deps[at] in _HOLDING and grammar.heads[at] != at else set()
    return found | {kid for kid in grammar.kids[holder] if grammar.deps[kid] in {"acl", "acl:relcl", "appos"}}


def _placed(
    passage: Passage,
    holder: Actor | Narrator,
    holder_mention: _Mentioned | None,
    target: _Mentioned,
    quote: Quote | None,
    mentions: Iterable[_Mentioned],
) -> Placed:
    local = passage.local
    holder_span = None if holder_mention is None else holder_mention.span
    others: list[Span] = []
    again: list[Span] = []
    by_holder: list[Span] = []
    for m in mentions:
        if m.span in {target.span, holder_span} or not passage.holds(m.span):
            continue
        if m.actor.id == target.actor.id:
            again.append(local(m.span))
        elif m.actor.id != holder.id:
            others.append(local(m.span))
        elif holder_mention is not None or local(m.span).of(passage.text).lower() not in FIRST_PERSON:
            by_holder.append(local(m.span))
    candidate = Candidate(
        passage.text,
        local(target.span),
        None if holder_span is None else local(holder_span),
        others=others,
        sentence=passage.sentence,
    )
    return Placed(candidate, holder, target.actor, quote, passage.whole, Further(again, by_holder))
