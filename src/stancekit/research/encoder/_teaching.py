"""What a second run learns from a first: softer labels, and passages that no corpus labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import evolve, frozen

from ...stances.encoder._inputs import HOLDER_HERE, SOMEBODY, encode
from ...stances.encoder._scorer import softmax
from ._train import EncodedCandidate, scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from ...language._pieces import WordPieces
    from ...stances.encoder._inputs import InputWord
    from ._corpora import StanceSample
    from ._model import StanceEncoder

UNLABELLED_SHARE: Final = 0.3
"""Chance that an epoch takes an end of a directed pair as a target without holder."""


@frozen
class StanceTeacher:
    """Models whose mean probabilities are believed.

    Args:
        models: Trained ones.
    """

    models: Sequence[StanceEncoder]

    def __call__(self, rows: Sequence[EncodedCandidate]) -> NDArray[np.float32]:
        """Probabilities of negative, neutral and positive, shape ``(n_rows, 3)``."""
        mean: NDArray[np.float32] = np.mean(
            [softmax(scores(model, rows)[0]) for model in self.models], axis=0, dtype=np.float32
        )
        return mean


def taught(
    rows: Sequence[EncodedCandidate], teacher: StanceTeacher, *, trust: float
) -> list[EncodedCandidate]:
    """Labelled rows that aim at their label and, by *trust*, 0 to 1, at what a teacher says."""
    said = teacher(rows)
    return [
        evolve(row, wanted=(1 - trust) * row.wanted + np.float32(trust) * found)
        for row, found in zip(rows, said, strict=True)
    ]


def unlabelled(
    samples: Iterable[StanceSample], teacher: StanceTeacher, pieces: WordPieces
) -> list[EncodedCandidate]:
    """Directed samples without their holders: how a passage frames each end is the teacher's to say."""
    even = np.full(3, 1 / 3, dtype=np.float32)
    rows = [EncodedCandidate(encode(_without_holder(s), pieces), even, UNLABELLED_SHARE) for s in samples]
    return [evolve(row, wanted=said) for row, said in zip(rows, teacher(rows), strict=True)]


def _without_holder(sample: StanceSample) -> list[InputWord]:
    return [evolve(w, text=SOMEBODY) if w.is_role and w.text == HOLDER_HERE else w for w in sample.words]
