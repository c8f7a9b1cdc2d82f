"""The encoder's network, run by ONNX Runtime on one candidate at a time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from attrs import frozen
from tokenizers import Tokenizer

from ..._onnx import open_session
from ...language._pieces import WordPieces
from ...language._pipeline import BUNDLED
from ._inputs import HOLDER_HERE, TARGET_HERE, VOICE, Inputs, encode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from ._inputs import InputWord

INPUTS: Final = ("ids", "types", "mask", "target", "holder", "plain")
OUTPUTS: Final = ("whole", "parts", "facets")


def network_inputs(inputs: Inputs) -> tuple[NDArray[Any], ...]:
    """What the network takes, in the order of `INPUTS`, each with a first axis of one."""
    columns = (
        inputs.ids,
        inputs.types,
        np.ones_like(inputs.ids),
        inputs.role_mask(TARGET_HERE),
        inputs.role_mask(HOLDER_HERE, VOICE),
        inputs.plain_mask(),
    )
    return tuple(column[None] for column in columns)


def read_card(folder: Path) -> dict[str, Any]:
    """Version, temperatures and origin of the model in a folder."""
    card: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    return card


@frozen(eq=False)
class Judgement:
    """The network's output for a candidate.

    Args:
        scores: Unnormalized log-probabilities of negative, neutral and positive, shape ``(3,)``.

        words: The words that it read.

        parts: What each word adds to the scores, shape ``(n_words, 3)``.

        facets: Unnormalized log-probabilities of the facets, in their order, and of none, of each
            word, shape ``(n_words, n_facets + 1)``.
    """

    scores: NDArray[np.float32]
    words: Sequence[InputWord]
    parts: NDArray[np.float32]
    facets: NDArray[np.float32]


class Network:
    """Judges the words of one candidate.

    One at a time, because the activations of a quantized model are scaled by what is read
    together: batches would let neighbours change a result.

    Args:
        folder: Holds ``encoder.onnx``, ``model.json`` and, where it is not the bundled language
            model's, ``tokenizer.json``.
    """

    def __init__(self, folder: Path) -> None:
        self.card = read_card(folder)
        own = folder / "tokenizer.json"
        self._pieces = WordPieces(Tokenizer.from_file(str(own if own.is_file() else BUNDLED / own.name)))
        self._session = open_session(folder / "encoder.onnx")

    def judge(self, words: Sequence[InputWord]) -> Judgement:
        """Judge the words of a candidate; of too many the furthest from its roles are left out."""
        inputs = encode(words, self._pieces)
        whole, parts, facets = self._session.run(None, dict(zip(INPUTS, network_inputs(inputs), strict=True)))
        by_word = np.zeros((len(inputs.words) + 1, 3), dtype=np.float32)
        np.add.at(by_word, inputs.word_index, parts[0])
        first = np.searchsorted(inputs.word_index[1:-1], np.arange(len(inputs.words))) + 1
        return Judgement(whole[0] + by_word.sum(axis=0), inputs.words, by_word[:-1], facets[0][first])
