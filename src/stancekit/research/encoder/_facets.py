"""What a word praises or blames, learned from the lexicon's words in their sentences.

The lexicon knows the facets of its own words; a linear layer over the encoder's reading of them, fitted
after the encoder, carries them over to words that the lexicon lacks.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from attrs import frozen
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from ...lexicon._lexicon import Lexicon
from ...stances.encoder._inputs import encode, input_words
from ...stances.masking._candidate_parse import sentences_of
from ...stances.masking._mask import mask
from ...stances.rules._polar_words import polar_words
from ...syntax._grammar import Grammar
from ...values import Candidate, Facet, Span
from ._train import batch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from ...language._pieces import WordPieces
    from ...stances.encoder._inputs import InputWord
    from ...values import Sentence
    from ._model import StanceEncoder

FACETS: Final = (*Facet, None)
"""The order of the layer's outputs."""

_C: Final = 0.02
"""Inverse strength of the layer's regularization, chosen by cross-validation over the lexicon's entries."""


@frozen
class Tagged:
    """A passage, and the facets of those of its words that the lexicon knows.

    Args:
        words: The passage.

        facets: Position in ``words`` -> index into `FACETS`, and the entry.
    """

    words: tuple[InputWord, ...]
    facets: dict[int, tuple[int, str]]


def tagged(path: Path) -> Iterator[Tagged]:
    """Rows laid out as NewsMTSC's, with the lexicon's facets."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            masked = mask(Candidate(row["text"], Span(*row["target"]))).candidate
            known: dict[int, tuple[int, str]] = {}
            for sentence in sentences_of(masked):
                known.update(_known(sentence))
            words = tuple(input_words(masked))
            found = {at: known[word.start] for at, word in enumerate(words) if word.start in known}
            yield Tagged(words, found)


def _known(sentence: Sentence) -> Iterator[tuple[int, tuple[int, str]]]:
    grammar = Grammar(sentence)
    for polar in polar_words(grammar, Lexicon.bundled()):
        strongest = max(polar.entry.patterns, key=lambda pattern: abs(pattern.score))
        yield grammar.tokens[polar.head].start, (FACETS.index(strongest.facet), " ".join(polar.entry.words))


def fit_facets(model: StanceEncoder, passages: Iterable[Tagged], pieces: WordPieces) -> float:
    """Fit a model's facet layer, in place.

    Returns:
        Share of words whose facet is right, 0 to 1, where their entry was not learned from.
    """
    vectors, facets, entries = _read(model, list(passages), pieces)
    layer = LogisticRegression(C=_C, max_iter=300)
    found = cross_val_predict(layer, vectors, facets, groups=entries, cv=GroupKFold(5))
    layer.fit(vectors, facets)
    with torch.no_grad():
        model.facet.weight.copy_(torch.from_numpy(layer.coef_))
        model.facet.bias.copy_(torch.from_numpy(layer.intercept_))
    return float((found == facets).mean())


def _read(
    model: StanceEncoder, passages: Sequence[Tagged], pieces: WordPieces
) -> tuple[NDArray[np.float32], NDArray[np.int64], list[str]]:
    vectors, facets, entries = [], [], []
    for begin in range(0, len(passages), 32):
        chunk = passages[begin : begin + 32]
        inputs = [encode(passage.words, pieces) for passage in chunk]
        with torch.inference_mode():
            hidden = model.read(*batch(inputs)[:3])[1].numpy()
        for row, (read, passage) in enumerate(zip(inputs, chunk, strict=True)):
            for at, (facet, entry) in passage.facets.items():
                first = np.flatnonzero(read.word_index == at)[:1]
                if len(read.words) == len(passage.words) and first.size:
                    vectors.append(hidden[row, first[0]])
                    facets.append(facet)
                    entries.append(entry)
    return np.stack(vectors), np.array(facets), entries
