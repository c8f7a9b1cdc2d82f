"""Negation of a predicate: the words that negate it, by form, by a dependent, or from above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ._sentence import SentenceTree

NEGATIVE: Final = "Polarity=Neg"
"""The feature of negative forms: "n't", Finnish "ei"."""
_NEGATIONS: Final = frozenset(("not", "n't", "never", "nobody", "none"))
_REFUSING: Final = frozenset(("decline", "refuse", "fail", "forget", "neglect", "stop"))
"""Governors that negate an infinitive: "declined to say"."""


def negators(tree: SentenceTree, predicate: int) -> list[int]:
    """The positions of what negates a predicate: "did not say", "nobody says", "refused to say"."""
    found = [kid for kid in tree.kids[predicate] if _negates(tree, kid)]
    if tree.tokens[predicate].has(NEGATIVE):
        found.append(predicate)
    head = tree.heads[predicate]
    if tree.deps[predicate] == "xcomp" and tree.lemmas[head] in _REFUSING:
        found.append(head)
    return found


def _negates(tree: SentenceTree, at: int) -> bool:
    token = tree.tokens[at]
    return tree.word_of(at) in _NEGATIONS or (tree.deps[at] == "advmod" and token.has(NEGATIVE))
