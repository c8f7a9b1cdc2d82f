"""The bundled model: one pass of a small encoder reads a window for every task."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen
from tokenizers import Tokenizer

from .._onnx import open_session
from ..values import Token
from . import _decode as decode
from ._lemmas import Lemmatizer
from ._pieces import WordPieces

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

ROOT = "root"

_EDITS_TRIED = 4
"""How many of the likeliest lemma edits are looked at before the first is taken after all."""


@frozen
class ReadName:
    """A name in a window: its range of characters, its type and the type's lead in nats."""

    start: int
    end: int
    type: str
    lead: float


@frozen
class ReadWindow:
    """What the model says of a window: its sentences, and the names in it."""

    sentences: tuple[tuple[Token, ...], ...]
    names: tuple[ReadName, ...]


class Encoder:
    """Runs the model on one window at a time.

    One at a time, because the activations of a quantized model are scaled by what is read
    together: batches would let neighbours change a result.

    Args:
        folder: Holds ``encoder.onnx``, ``tokenizer.json``, ``lemmas.json`` and ``model.json``.
    """

    max_pieces = 200
    """Most word pieces a window; the model was trained on up to 256."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pieces = WordPieces(Tokenizer.from_file(str(folder / "tokenizer.json")))
        self._session = open_session(folder / "encoder.onnx")
        labels = self.card["labels"]
        self._relations: list[str] = labels["relations"]
        self._tags = [tuple(tag.partition("|")[::2]) for tag in labels["tags"]]
        table = json.loads((folder / "lemmas.json").read_text(encoding="utf-8"))
        self._lemmatizer = Lemmatizer(labels["edits"], table, self.pieces.words())
        self.name_labels: list[str] = labels["names"]
        self._root = self._relations.index(ROOT)

    @cached_property
    def card(self) -> dict[str, Any]:
        """Labels, version and origin of the model."""
        card: dict[str, Any] = json.loads((self._folder / "model.json").read_text(encoding="utf-8"))
        return card

    def read(self, words: Sequence[str], starts: Sequence[int]) -> ReadWindow:
        """Read a window of at most `max_pieces` pieces.

        Args:
            words: The words.

            starts: Where each begins in the text.
        """
        arcs, labelled, heads, tags, edits, begins, names = self._run(words)
        said = tags[0].argmax(-1).tolist(), _highest(edits[0], _EDITS_TRIED).tolist()
        sentences = []
        for begin, end in decode.sentence_bounds(begins[0], words):
            columns = [0, *range(begin + 1, end + 1)]
            chosen = decode.heads(arcs[0, begin:end][:, columns])
            relations = self._relations_of(labelled[0, begin:end], heads[0][columns], chosen)
            here = slice(begin, end)
            rows = zip(
                words[here], starts[here], *(c[here] for c in said), relations, chosen.tolist(), strict=True
            )
            sentences.append(tuple(self._token(index, *row) for index, row in enumerate(rows)))
        return ReadWindow(
            tuple(sentences),
            tuple(
                ReadName(starts[begin], starts[end - 1] + len(words[end - 1]), kind, lead)
                for begin, end, kind, lead in decode.name_spans(names[0], self.name_labels)
            ),
        )

    def name_scores(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Unnormalized log-probabilities of `name_labels` for each word."""
        scores: NDArray[np.float32] = self._run(words)[-1][0]
        return scores

    def _run(self, words: Sequence[str]) -> list[NDArray[np.float32]]:
        window = self.pieces.window(words)
        scores: list[NDArray[np.float32]] = self._session.run(
            None,
            {
                "ids": window.ids[None],
                "shapes": window.shapes[None],
                "first": window.first[None],
                "last": window.last[None],
                "mask": np.ones_like(window.ids)[None],
            },
        )
        return scores

    def _relations_of(
        self, labelled: NDArray[np.float32], heads: NDArray[np.float32], chosen: NDArray[np.int64]
    ) -> list[int]:
        by_relation = labelled.reshape(len(labelled), -1, heads.shape[-1])
        scores = np.einsum("nre,ne->nr", by_relation, heads[chosen])
        scores[:, self._root] = -np.inf
        best = scores.argmax(axis=1)
        best[chosen == 0] = self._root
        relations: list[int] = best.tolist()
        return relations

    def _token(
        self, index: int, text: str, start: int, tag: int, edits: list[int], relation: int, head: int
    ) -> Token:
        pos, feats = self._tags[tag]
        lemma = self._lemmatizer.lemma(text, pos, edits)
        governor = head - 1 if head else index
        return Token(
            index, start, start + len(text), text, lemma, pos, feats, self._relations[relation], governor
        )


def _highest(scores: NDArray[np.float32], count: int) -> NDArray[np.int64]:
    """Columns of the *count* highest scores of each row, best first; sorting all would take longer."""
    found = np.argpartition(-scores, count, axis=-1)[:, :count]
    order = np.argsort(-np.take_along_axis(scores, found, axis=-1), axis=-1, kind="stable")
    return np.take_along_axis(found, order, axis=-1)
