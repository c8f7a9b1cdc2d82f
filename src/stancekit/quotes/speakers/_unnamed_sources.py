"""Unnamed sources: "officials", "a person close to the talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from ...language._function_words import INDEFINITE_DETERMINERS
from ...language._universal import word_of
from ...values import Actor, ActorKind, Mention, MentionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import Span, Token
    from ..cues._cued_sentence import CuedSentence

DEFINITE_DETERMINERS = frozenset(("the", "this", "that", "these", "those"))
SINGULAR_PRONOUNS = frozenset(("he", "she", "him", "her", "his", "hers"))
PLURAL_PRONOUNS = frozenset(("they", "them", "their"))


@define(eq=False)
class _UnnamedSource:
    """An unnamed source and its mentions."""

    id: str
    name: str
    lemma: str
    is_plural: bool
    spans: list[Span] = field(factory=list)


class UnnamedSources:
    """The unnamed sources of a document.

    Each phrase is a source of its own: two officials need not be the same. Only a definite phrase
    takes one up again: by the same words, or by its noun where no other source goes by it.

    Args:
        actors: Those there are already; their ids go on.
    """

    def __init__(self, actors: Sequence[Actor]) -> None:
        numbers = [int(a.id[1:]) for a in actors if a.id[:1] == "a" and a.id[1:].isdecimal()]
        self._next = max(numbers, default=0) + 1
        self._all: dict[str, _UnnamedSource] = {}
        self._by_span: dict[Span, _UnnamedSource] = {}
        self._by_phrase: dict[str, _UnnamedSource] = {}
        self._by_noun: dict[str, list[_UnnamedSource]] = {}

    def actor_of(self, text: str, sentence: CuedSentence, head: Token) -> str | None:
        """The id of the source that a noun refers to; `None` where a definite phrase refers to none known."""
        span = sentence.noun_phrase(head, with_others=False)
        if span in self._by_span:  # the source of two quotes
            return self._by_span[span].id
        lemma = head.lemma.casefold()
        phrase = _without_article(span.of(text))
        who = None
        if any(word_of(child) in DEFINITE_DETERMINERS for child in sentence.children(head, "det")):
            known = self._by_noun.get(lemma, [])
            who = self._by_phrase.get(phrase) or (known[0] if len(known) == 1 else None)
            if who is None and not head.has("Number=Plur"):
                return None
        who = who or self._new(span.of(text), lemma, is_plural=head.has("Number=Plur"))
        self._by_phrase[phrase] = who
        self._by_span[span] = who
        who.spans.append(span)
        return who.id

    def _new(self, name: str, lemma: str, *, is_plural: bool) -> _UnnamedSource:
        who = _UnnamedSource(f"a{self._next}", name, lemma, is_plural)
        self._next += 1
        self._all[who.id] = who
        self._by_noun.setdefault(lemma, []).append(who)
        return who

    def agrees(self, who: str, pronoun: Token) -> bool:
        """Whether a pronoun agrees in number with an unnamed source."""
        somebody = self._all.get(who)
        forms = PLURAL_PRONOUNS if somebody is not None and somebody.is_plural else SINGULAR_PRONOUNS
        return somebody is not None and word_of(pronoun) in forms

    def actors(self) -> tuple[Actor, ...]:
        """The unnamed sources as actors, by first mention."""
        return tuple(
            Actor(
                who.id,
                who.name,
                ActorKind.UNNAMED,
                mentions=[Mention(s, MentionKind.NOMINAL) for s in who.spans],
            )
            for who in self._all.values()
        )


def _without_article(phrase: str) -> str:
    words = phrase.casefold().split()
    article = len(words) > 1 and words[0] in DEFINITE_DETERMINERS | INDEFINITE_DETERMINERS
    return " ".join(words[1:] if article else words)
