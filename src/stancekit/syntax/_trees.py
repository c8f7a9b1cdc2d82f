"""Small questions to a parse that several modules of the room ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..language._universal import is_owner, is_that, word_of
from ..values import Span

if TYPE_CHECKING:
    from ..values import Sentence, Token

VERBAL = frozenset(("VERB", "AUX"))
RELATIVES = frozenset(("who", "that", "which", "whom"))
DASHES = frozenset(("—", "–", "―", "-", "--"))


def span_of(sentence: Sentence, first: int, last: int) -> Span:
    """From one word of a sentence to another, both included."""
    return Span(sentence.tokens[first].start, sentence.tokens[last].end)


def reach(sentence: Sentence, token: Token) -> tuple[int, int]:
    """The first and the last word that *token* governs, itself included."""
    subtree = sentence.subtree(token)
    return subtree[0].index, subtree[-1].index


def marker(sentence: Sentence, token: Token) -> str:
    """The preposition or conjunction of a phrase or clause, in small letters; "" without one."""
    child = sentence.child(token, "case", "mark")
    if child is None:
        return ""
    return "that" if is_that(child, token) else word_of(child)


def opens_that_clause(sentence: Sentence, token: Token) -> bool:
    """Whether a word is the conjunction "that"."""
    return is_that(token, sentence.head(token))


def owner_of(sentence: Sentence, noun: Token) -> Token | None:
    """Whose a noun is, where no preposition says so: "his", "Ann's"."""
    return next((child for child in sentence.children(noun) if is_owner(child)), None)


def is_finite(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is finite, or has an auxiliary that is: "said", "has said", "will say"."""
    return verb.has("VerbForm=Fin") or any(c.has("VerbForm=Fin") for c in sentence.children(verb, "aux"))


def is_participle(token: Token) -> bool:
    """Whether a verb ends in -ing."""
    return token.has("VerbForm=Ger") or (token.has("VerbForm=Part") and token.has("Tense=Pres"))
