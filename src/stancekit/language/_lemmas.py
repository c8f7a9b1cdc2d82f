"""Lemmas as edits of the word: "denied" -> strip 3, add "y"."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING

from ._inflection import base_of, inflections, regular_bases

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

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


Table = dict[str, dict[str, str]]
"""Part of speech to lower-case word to lemma."""


def table_of(words: Iterable[tuple[str, str, str]], *, at_least: int = 2, share: float = 0.9) -> Table:
    """Learn the lemmas of frequent words.

    Args:
        words: Word, part of speech and lemma, as a treebank has them.

        at_least: How often a word must occur to be remembered.

        share: Least share of its occurrences that agree on the lemma.

    Example:
        >>> table_of([("Kept", "VERB", "keep"), ("kept", "VERB", "keep")])
        {'VERB': {'kept': 'keep'}}
    """
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word, pos, lemma in words:
        if pos != "PROPN" and word.isalpha():
            seen[pos, word.lower()][lemma.lower() if lemma != "I" else lemma] += 1
    table: Table = {}
    for (pos, word), lemmas in sorted(seen.items()):
        (best, count), total = lemmas.most_common(1)[0], lemmas.total()
        if total >= at_least and count >= share * total:
            table.setdefault(pos, {})[word] = best
    return table


class Lemmatizer:
    """Chooses each word's lemma: what is known of it, or the likeliest edit that gives a word.

    Args:
        edits: What the encoder's scores stand for.

        table: Lemmas of frequent words.

        vocabulary: Words that exist: an edit that leads to one is trusted sooner.
    """

    def __init__(
        self, edits: Sequence[str], table: Mapping[str, Mapping[str, str]], vocabulary: Collection[str]
    ) -> None:
        self._edits = edits
        self._table = table
        self._vocabulary = vocabulary

    def lemma(self, word: str, pos: str, ranked: Sequence[int]) -> str:
        """The lemma of *word*; *ranked* are the likeliest edits, best first."""
        if pos == "PROPN":
            return apply_edit(word, self._edits[ranked[0]])
        known = self._table.get(pos, {}).get(word.lower())
        if known is not None:
            return known
        if pos == "VERB" and (base := base_of(word.lower())) is not None:
            return base
        choices = [apply_edit(word, self._edits[edit]) for edit in ranked]
        lowered = [choice if choice == "I" else choice.lower() for choice in choices]
        if pos == "VERB":
            # "bull" exists, but "bullied" is no form of it.
            lowered += regular_bases(word.lower())
            lowered.sort(key=lambda choice: not choice.isalpha() or word.lower() not in inflections(choice))
        if pos in _INFLECTED:
            return next((choice for choice in lowered if choice in self._vocabulary), lowered[0])
        return lowered[0]


_INFLECTED = frozenset({"ADJ", "ADV", "AUX", "NOUN", "VERB"})
