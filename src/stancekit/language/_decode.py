"""Scores of the encoder -> trees and names."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


_ENDS = frozenset(".!?")
"""Marks that end a sentence where they are words of their own: "Mr." and "U.S." keep their stops."""
_OPENING = frozenset("“‘«([")
_CLOSING = frozenset({"”", "’", "»", ")", "]", "''"})
_EITHER = frozenset({'"', "'"})
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})


def sentence_bounds(starts: NDArray[np.float32], words: Sequence[str]) -> list[tuple[int, int]]:
    """Cut a window at the words that begin a sentence.

    Whatever the scores say, a capitalized word right behind a full stop begins one; what follows a
    comma and its quotation mark, or a mark alone, does not, nor a weekday without a stop before it.

    Args:
        starts: Scores of "goes on" and "begins", shape ``(n_words, 2)``.

        words: The words.

    Returns:
        Half-open ranges of words, in order; together they cover the window.
    """
    found = {0, len(words), *np.flatnonzero(starts[:, 1] > starts[:, 0]).tolist()}
    found |= {at + 1 for at, (end, word) in enumerate(pairwise(words)) if end in _ENDS and word[0].isupper()}
    kept = [0]
    for at in sorted(found)[1:]:
        if at == len(words) or not _goes_on(words, kept[-1], at):
            kept.append(at)
    return list(pairwise(kept))


def _goes_on(words: Sequence[str], begin: int, at: int) -> bool:
    """Whether a sentence that begins at *begin* goes on with the word at *at*: '“Yes,” | Smith said'."""
    last = words[at - 1]
    if at - begin == 1:
        return last in _OPENING or last in _EITHER
    if last in _CLOSING or last in _EITHER:
        last = words[at - 2]
    return last == "," or (words[at] in _DAYS and last[-1].isalnum())


def heads(arcs: NDArray[np.float32]) -> NDArray[np.int64]:
    """Find each word's head in one sentence.

    Args:
        arcs: Score of every head for every word, shape ``(n_words, 1 + n_words)``; column 0 is
            the root.

    Returns:
        Column of each word's head, shape ``(n_words,)``: a tree with one root. Where the best
        heads form none already, arcs are taken best first as long as they fit together.
    """
    scores = arcs.copy()
    count = len(scores)
    scores[np.arange(count), np.arange(1, count + 1)] = -np.inf
    best = scores.argmax(axis=1)
    return best if _is_tree(best) else _best_first(scores)


def _is_tree(chosen: NDArray[np.int64]) -> bool:
    if (chosen == 0).sum() != 1:
        return False
    # Following every head 2^k steps at once, all words reach the root or are on a circle.
    jump = np.concatenate([[0], chosen])
    for _ in range(len(chosen).bit_length()):
        jump = jump[jump]
    return not jump.any()


def _best_first(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    count = len(scores)
    root = int((scores[:, 0] - scores.max(axis=1)).argmax())
    chosen = np.full(count, -1)
    chosen[root] = 0
    group = list(range(count))

    def leader(word: int) -> int:
        while group[word] != word:
            group[word] = group[group[word]]
            word = group[word]
        return word

    for flat in np.argsort(-scores[:, 1:], axis=None, kind="stable"):
        word, head = divmod(int(flat), count)
        if chosen[word] < 0 and leader(word) != leader(head):
            chosen[word] = head + 1
            group[leader(word)] = leader(head)
    return chosen


def name_spans(scores: NDArray[np.float32], labels: Sequence[str]) -> list[tuple[int, int, str, float]]:
    """Find names; boundaries first, then the type that the whole name likes best.

    Args:
        scores: Log-probabilities of the BIO labels, shape ``(n_words, n_labels)``.

        labels: The labels: ``O``, ``B-PERSON``, ``I-PERSON``, ...

    Returns:
        Begin, end, type and how much better the type is than the next, in order.
    """
    best = scores.argmax(axis=1)
    begins = [label.startswith("B-") for label in labels]
    types = sorted({label[2:] for label in labels if label != "O"})
    columns = {kind: [i for i, label in enumerate(labels) if label[2:] == kind] for kind in types}
    found: list[list[int]] = []
    for word, label in enumerate(best.tolist()):
        if labels[label] == "O":
            continue
        if found and found[-1][1] == word and not begins[label]:
            found[-1][1] = word + 1
        else:
            found.append([word, word + 1])
    names = []
    for begin, end in found:
        sums = [float(np.logaddexp.reduce(scores[begin:end][:, columns[k]], axis=1).sum()) for k in types]
        ranked = sorted(zip(sums, types, strict=True), reverse=True)
        names.append((begin, end, ranked[0][1], ranked[0][0] - ranked[1][0]))
    return names
