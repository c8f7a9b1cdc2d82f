"""Noun phrases: their extent, their head, and whose a noun is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..language._function_words import FOCUS_ADVERBS
from ._sentence import NOMINAL_TAGS
from ._trees import owner_of

if TYPE_CHECKING:
    from collections.abc import Container

    from ._sentence import SentenceTree

_LEFT: Final = frozenset(
    ("det", "amod", "nmod", "compound", "nummod", "flat", "advmod", "obl", "goeswith", "reparandum", "acl")
)
_RIGHT: Final = frozenset(("flat", "compound", "fixed", "goeswith", "nmod", "nummod", "amod", "conj"))
"""Relations of words before and behind a noun that belong to its phrase."""
_CLAUSES: Final = frozenset(("acl", "parataxis", "appos"))
INSIDE_NAMES: Final = frozenset(("-", ".", "’", "'"))
"""Punctuation inside names."""
INSIDE_PHRASE: Final = frozenset(("compound", "flat", "amod", "nummod", "det", "nmod"))
"""Relations of a word inside a noun phrase to its noun."""
_OWNING: Final = frozenset("of by from for".split())


def noun_phrase(tree: SentenceTree, head: int, *, with_others: bool = True) -> tuple[int, int]:
    """The first and last word of a noun with its modifiers and prepositional phrases.

    Appositions, relative clauses and whatever stands behind a comma are left out.

    Args:
        tree: The sentence.

        head: The noun.

        with_others: Whether its conjuncts are taken in.
    """
    start = _first_of_phrase(tree, head)
    end = head
    for kid in (kid for kid in tree.kids[head] if kid > head):
        first, last = tree.reaches[kid]
        relation = tree.relation(kid)
        if relation == "appos" and _is_name_beside(tree, first, kid, end):
            return start, _before_break(tree, first, last)
        if relation == "conj" and not with_others:
            break
        if relation not in _RIGHT or tree.deps[kid] == "nmod:unmarked" or first != end + 1:
            break
        end = _before_break(tree, first, last)
        if end != last:
            break
    return start, end


def _first_of_phrase(tree: SentenceTree, head: int) -> int:
    start = head
    for kid in reversed([kid for kid in tree.kids[head] if kid < head]):
        first, last = tree.reaches[kid]
        if last != start - 1 or tree.word_of(kid) in FOCUS_ADVERBS:
            break
        if tree.relation(kid) not in _LEFT and not _parts_adjectives(tree, kid):
            break
        start = first
    return start


def _parts_adjectives(tree: SentenceTree, comma: int) -> bool:
    """Whether a comma stands between two adjectives: "the bespectacled, gray-haired envoy"."""
    beside = (comma - 1, comma + 1)
    return tree.tokens[comma].text == "," and all(
        tree.relation(at) == "amod" and tree.heads[at] == tree.heads[comma] for at in beside
    )


def _is_name_beside(tree: SentenceTree, first: int, name: int, end: int) -> bool:
    """Whether an apposition is a name without a comma before it: "party chairman Jo Lee"."""
    return tree.poses[name] == "PROPN" and tree.poses[first] != "PUNCT" and first == end + 1


def _before_break(tree: SentenceTree, first: int, last: int) -> int:
    """The last word of a range before a comma, a bracket, an apposition or a clause."""
    for at in range(first, last + 1):
        breaks = tree.poses[at] == "PUNCT" and tree.tokens[at].text not in INSIDE_NAMES
        if breaks or tree.relation(at) in _CLAUSES or tree.word_of(at) in {"who", "which"}:
            return max(at - 1, first)
    return last


def phrase_head(tree: SentenceTree, word: int, after: int, before: int) -> int | None:
    """The head of the noun phrase that a word is in, between two positions."""
    while tree.poses[word] not in NOMINAL_TAGS or tree.relation(word) in INSIDE_PHRASE:
        above = tree.heads[word]
        if above == word or not after < above < before:
            break
        word = above
    return word if tree.poses[word] in NOMINAL_TAGS else None


def owner(tree: SentenceTree, noun: int) -> int | None:
    """Whose a noun is, without a preposition: "his courage", "Ann's courage"."""
    found = owner_of(tree.sentence, tree.tokens[noun])
    return None if found is None else found.index


def owners(tree: SentenceTree, noun: int) -> list[int]:
    """Whose a noun is: "his courage", "the courage of Ann", "the Smith scandal"."""
    found = tree.kids_in(noun, ("nmod:poss",))
    if tree.lemmas[noun] in tree.nouns.harm:
        return found + modifiers(tree, noun, ("by",))
    if found:
        return found
    beside = ("nmod",) if tree.lemmas[noun] in tree.nouns.event else ("nmod", "compound", "nmod:desc")
    return [
        kid for kid in tree.kids_in(noun, beside) if tree.deps[kid] != "nmod" or tree.case_of(kid) in _OWNING
    ]


def modifiers(tree: SentenceTree, noun: int, prepositions: Container[str]) -> list[int]:
    """Nouns that modify a noun by one of these prepositions: "a statement from the ministry"."""
    return [kid for kid in tree.kids_in(noun, ("nmod",)) if tree.case_of(kid) in prepositions]
