"""Words to word pieces: what the encoder reads."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

SHAPES = ("lower", "title", "upper", "mixed", "other")
NO_SHAPE = len(SHAPES)
"""The shape of the two marker pieces that open and close a window."""

MAX_PIECES_PER_WORD = 6
"""A longer word (an address, a hash) keeps its first pieces and its last."""


def shape(word: str) -> int:
    """Index into `SHAPES`: what casing says that an uncased encoder can't see.

    Example:
        >>> [SHAPES[shape(word)] for word in ("said", "Kyiv", "NATO", "McCain", "2022")]
        ['lower', 'title', 'upper', 'mixed', 'other']
    """
    if word.islower():
        return 0
    if word.istitle():
        return 1
    if word.isupper():
        return 2
    return 3 if any(character.isupper() for character in word) else 4


@frozen(eq=False)
class Window:
    """A stretch of words as the encoder reads it.

    Args:
        ids: Piece ids with the two markers, shape ``(n_pieces,)``.

        shapes: Casing of the word each piece is from, shape ``(n_pieces,)``.

        first: Position of each word's first piece, shape ``(n_words,)``.

        last: Position of each word's last piece, shape ``(n_words,)``.
    """

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]


class WordPieces:
    """Splits words into pieces of the encoder's vocabulary.

    Args:
        tokenizer: A tokenizer with ``[CLS]``, ``[SEP]`` and ``[UNK]``.

    Attributes:
        open: Id of the marker that opens a window.

        close: Id of the marker that closes it.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self.open, self.close, self._unknown = (
            _id_of(tokenizer, piece) for piece in ("[CLS]", "[SEP]", "[UNK]")
        )
        self.split: Callable[[str], tuple[int, ...]] = lru_cache(maxsize=50_000)(self._split)
        """The ids of a word's pieces: 1 to `MAX_PIECES_PER_WORD`."""

    def _split(self, word: str) -> tuple[int, ...]:
        # 200 characters hold more pieces than are kept, and bound the work.
        ids = self._tokenizer.encode(word[:200], add_special_tokens=False).ids
        if len(ids) > MAX_PIECES_PER_WORD:
            ids = [*ids[: MAX_PIECES_PER_WORD - 1], ids[-1]]
        return tuple(ids) or (self._unknown,)

    def count(self, word: str) -> int:
        """How many pieces a word takes: 1 to `MAX_PIECES_PER_WORD`."""
        return len(self.split(word))

    def marker(self, piece: str) -> int:
        """The id of a piece that no word is split into, such as ``[unused1]``."""
        return _id_of(self._tokenizer, piece)

    def words(self) -> frozenset[str]:
        """The pieces of the vocabulary that are words of their own."""
        return frozenset(piece for piece in self._tokenizer.get_vocab() if not piece.startswith("##"))

    def window(self, words: Sequence[str]) -> Window:
        """Encode words as one window."""
        ids, shapes = [self.open], [NO_SHAPE]
        first, last = [], []
        for word in words:
            pieces = self.split(word)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([shape(word)] * len(pieces))
            last.append(len(ids) - 1)
        ids.append(self.close)
        shapes.append(NO_SHAPE)
        return Window(*(np.array(column, dtype=np.int64) for column in (ids, shapes, first, last)))


def _id_of(tokenizer: Tokenizer, piece: str) -> int:
    found: int | None = tokenizer.token_to_id(piece)
    if found is None:
        msg = f"the tokenizer must know the piece {piece!r}"
        raise ValueError(msg)
    return found
