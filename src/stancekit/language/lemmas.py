"""Lemmas as edits of the word: "denied" -> strip 3, add "y"."""

from __future__ import annotations

from itertools import takewhile

KEEP = "="
"""The edit that leaves a word as it is."""


def edit_between(word: str, lemma: str) -> str:
    """Describe how to get from a word to its lemma.

    Example:
        >>> edit_between("Denied", "deny")
        'l3y'
        >>> edit_between("was", "be")
        '!be'
        >>> edit_between("Kyiv", "Kyiv")
        '='
    """
    if word == lemma:
        return KEEP
    casing, base = ("l", word.lower()) if lemma == lemma.lower() else ("k", word)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(base, lemma, strict=False)))
    if shared == 0:
        return f"!{lemma}"
    return f"{casing}{len(base) - shared}{lemma[shared:]}"


def apply_edit(word: str, edit: str) -> str:
    """Carry out an edit; one that does not fit leaves the word as it is.

    Example:
        >>> apply_edit("Tried", "l3y")
        'try'
    """
    if edit == KEEP:
        return word
    if edit[0] == "!":
        return edit[1:]
    base = word.lower() if edit[0] == "l" else word
    digits = len(edit[1:]) - len(edit[1:].lstrip("0123456789"))
    cut = int(edit[1 : 1 + digits])
    return base[: len(base) - cut] + edit[1 + digits :] if cut < len(base) + 1 else word
