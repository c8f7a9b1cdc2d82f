"""Negation of a predicate: the words that negate it, by form, by a dependent, or from above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..language._function_words import NEGATIVE_PRONOUNS, NEGATORS

if TYPE_CHECKING:
    from ._sentence import SentenceTree

NEGATIVE: Final = "Polarity=Neg"
"""The feature of negative forms, such as Finnish "ei"."""


def negators(tree: SentenceTree, predicate: int) -> list[int]:
    """The positions of what negates a predicate: "did not say", "nobody says", "refused to say"."""
    found = [kid for kid in tree.kids[predicate] if _negates(tree, kid)]
    if tree.tokens[predicate].has(NEGATIVE):
        found.append(predicate)
    head = tree.heads[predicate]
    if not found and tree.deps[predicate] == "xcomp" and tree.lemmas[head] in tree.verbs.refusing:
        found.append(head)
    return found


def _negates(tree: SentenceTree, at: int) -> bool:
    lemma = tree.lemmas[at]
    if tree.deps[at] == "advmod":
        return lemma in NEGATORS or tree.tokens[at].has(NEGATIVE)
    return lemma in NEGATIVE_PRONOUNS or tree.word_of(at) in {"not", "n't"}
