"""Input of the encoder: a masked candidate as word pieces, with one marker for each role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen

from ..masking._candidate_parse import VOICE_QUESTION, other_names, question_of
from ..masking._mask import HOLDER_PLACEHOLDER, OTHER_PLACEHOLDER, TARGET_PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from ...language._pieces import WordPieces
    from ...values import Candidate, Span

TARGET_HERE, TARGET_ELSEWHERE, HOLDER_HERE, HOLDER_ELSEWHERE, SOMEBODY, VOICE = ROLES = (
    "[unused1]",
    "[unused2]",
    "[unused3]",
    "[unused4]",
    "[unused5]",
    "[unused6]",
)
"""Pieces of the vocabulary that stand for the target where it is judged, the target elsewhere, the
same for the holder, anybody else, and the passage's own voice where it is the holder."""

MAX_PIECES: Final = 160
"""Longest input; of a longer passage the words nearest to target and holder are read."""

_ELSEWHERE: Final = {
    TARGET_PLACEHOLDER: TARGET_ELSEWHERE,
    HOLDER_PLACEHOLDER: HOLDER_ELSEWHERE,
    OTHER_PLACEHOLDER: SOMEBODY,
}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\s]")
_PLACEHOLDER = re.compile(rf"\b(?:{TARGET_PLACEHOLDER}|{HOLDER_PLACEHOLDER}|{OTHER_PLACEHOLDER})\b")


@frozen
class InputWord:
    """A word or a role's marker, with its offsets.

    Args:
        start: Offset of its first character.

        end: Offset just past its last.

        text: The word, or the marker of the role.

        is_role: Whether it is a role's marker.
    """

    start: int
    end: int
    text: str
    is_role: bool


@frozen(eq=False)
class Inputs:
    """A candidate as arrays.

    Args:
        words: What was read, in text order; where the middle was left out, a gap.

        ids: Piece ids with the two markers, shape ``(n_pieces,)``.

        types: 1 for pieces of the target, 0 elsewhere, shape ``(n_pieces,)``.

        word_index: Index into ``words`` of each piece, -1 for the markers, shape ``(n_pieces,)``.
    """

    words: tuple[InputWord, ...]
    ids: NDArray[np.int64]
    types: NDArray[np.int64]
    word_index: NDArray[np.int64]

    def role_mask(self, *roles: str) -> NDArray[np.float32]:
        """1 for the pieces that stand for one of *roles*, shape ``(n_pieces,)``."""
        return self._piece_mask([word.is_role and word.text in roles for word in self.words])

    def plain_mask(self) -> NDArray[np.float32]:
        """1 for the pieces of words that stand for nobody, shape ``(n_pieces,)``."""
        return self._piece_mask([not word.is_role for word in self.words])

    def _piece_mask(self, chosen: Sequence[bool]) -> NDArray[np.float32]:
        return np.array([*chosen, False], dtype=np.float32)[self.word_index]


def input_words(candidate: Candidate) -> list[InputWord]:
    """The words of a masked candidate, in text order, with a role in place of each name.

    Where the candidate asks for the passage's own voice (it comes from an analysis and names no
    holder), that voice has a marker of its own, which stands first.

    Example:
        >>> from stancekit import Candidate, Span
        >>> candidate = Candidate("Boyle praised Alden.", Span(14, 19), Span(0, 5))
        >>> [word.text for word in input_words(candidate)]
        ['[unused3]', 'praised', '[unused1]', '.']
    """
    text = candidate.text
    found: list[InputWord] = []
    if question_of(candidate) == VOICE_QUESTION:
        found.append(InputWord(0, 0, VOICE, is_role=True))
    end = 0
    for span, role in _role_spans(candidate):
        found += _plain_words(text, end, span.start)
        found.append(InputWord(span.start, span.end, role, is_role=True))
        end = span.end
    return [*found, *_plain_words(text, end, len(text))]


def _role_spans(candidate: Candidate) -> Iterator[tuple[Span, str]]:
    roles = {candidate.target: TARGET_HERE}
    if candidate.holder is not None:
        roles.setdefault(candidate.holder, HOLDER_HERE)
    for other in other_names(candidate):
        roles.setdefault(other, SOMEBODY)
    end = 0
    for span in sorted(roles):
        if span.start >= end:
            yield span, roles[span]
            end = span.end


def _plain_words(text: str, start: int, end: int) -> Iterator[InputWord]:
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        known = _PLACEHOLDER.match(word)
        if known is None:
            yield InputWord(match.start(), match.end(), word, is_role=False)
            continue
        middle = match.start() + known.end()
        yield InputWord(match.start(), middle, _ELSEWHERE[known.group()], is_role=True)
        if middle < match.end():
            yield InputWord(middle, match.end(), text[middle : match.end()], is_role=False)


def encode(words: Sequence[InputWord], pieces: WordPieces) -> Inputs:
    """Split words into pieces; a passage that is too long keeps what is nearest to its roles."""
    sizes = [1 if word.is_role else pieces.count(word.text) for word in words]
    kept = _nearest(words, sizes)
    words = [words[at] for at in kept]
    split = [(pieces.marker(word.text),) if word.is_role else pieces.split(word.text) for word in words]
    ids = [pieces.open, *(piece for parts in split for piece in parts), pieces.close]
    word_index = [-1, *(at for at, parts in enumerate(split) for _ in parts), -1]
    target = [word.text in {TARGET_HERE, TARGET_ELSEWHERE} and word.is_role for word in words]
    types = [0, *(int(target[at]) for at in word_index[1:-1]), 0]
    return Inputs(tuple(words), *(np.array(column, dtype=np.int64) for column in (ids, types, word_index)))


def _nearest(words: Sequence[InputWord], sizes: Sequence[int]) -> list[int]:
    """Positions of the words to keep: all, or the nearest to where target and holder are judged."""
    if sum(sizes) <= MAX_PIECES - 2:
        return list(range(len(words)))
    centres = [
        at for at, word in enumerate(words) if word.text in {TARGET_HERE, HOLDER_HERE} and word.is_role
    ]
    nearest = sorted(range(len(words)), key=lambda at: _distance(at, centres, words[at]))
    kept, room = [], MAX_PIECES - 2
    for at in nearest:
        room -= sizes[at]
        if room < 0:
            break
        kept.append(at)
    return sorted(kept)


def _distance(at: int, centres: Sequence[int], word: InputWord) -> int:
    return -1 if word.text == VOICE and word.is_role else min(abs(at - centre) for centre in centres)
