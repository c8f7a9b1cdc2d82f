"""The base of feature transformers: candidates -> a matrix of named features."""

from __future__ import annotations

from collections import Counter
from math import sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from ..scoring._estimator import CandidateInputMixin
from ._candidate_reading import CandidateReading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from ...values import Candidate, Token


class Feature(NamedTuple):
    """A named feature of a candidate.

    Args:
        name: What it is counted as; without a line break.

        value: Its amount; not 0.

        words: The words it was read from.
    """

    name: str
    value: float
    words: tuple[Token, ...]


class FeatureOccurrence(NamedTuple):
    """One occurrence of a learned feature in a candidate's passage.

    Args:
        column: Its column.

        value: Its part of the row's value in that column.

        words: Its words.
    """

    column: int
    value: float
    words: tuple[Token, ...]


class CandidateFeatures(CandidateInputMixin, TransformerMixin, BaseEstimator):
    """Candidates -> a matrix of named features; a transformer of your own needs a method ``find``.

    Args:
        min_count: What fewer candidates have is not learned; at least 1.

        normed: Whether each row is scaled to length 1, so that long passages count no more than
            short ones.

    Attributes:
        vocabulary_: Name -> column, in the order of the columns.
    """

    adds_up = False
    """Whether a feature found twice counts twice; else it is there or not."""

    def __init__(self, *, min_count: int = 2, normed: bool = True) -> None:
        self.min_count = min_count
        self.normed = normed

    def find(self, reading: CandidateReading) -> Iterator[Feature]:
        """The features of one candidate."""
        raise NotImplementedError

    def fit(self, X: Sequence[Candidate | CandidateReading], y: Any = None) -> CandidateFeatures:  # noqa: ARG002, N803
        """Learn which features there are.

        Args:
            X: Candidates, masked by `stancekit.stances.mask`, or their readings.

            y: Ignored.

        Raises:
            ValueError: ``min_count`` is below 1.
        """
        if self.min_count < 1:
            msg = f"'min_count' must be at least 1 (got {self.min_count})"
            raise ValueError(msg)
        counts = Counter(name for item in X for name in self._values(self.find(CandidateReading.of(item))))
        kept = sorted(name for name, count in counts.items() if count >= self.min_count)
        self.vocabulary_ = {name: column for column, name in enumerate(kept)}
        return self

    def transform(self, X: Sequence[Candidate | CandidateReading]) -> Any:  # noqa: N803
        """Give a sparse matrix with one row a candidate, shape ``(n_candidates, n_features)``."""
        check_is_fitted(self)
        rows = [self._row(self.find(CandidateReading.of(item))) for item in X]
        ends = np.cumsum([0, *(len(row) for row in rows)])
        columns = np.array([column for row in rows for column in row], dtype=np.int32)
        values = np.array([value for row in rows for value in row.values()], dtype=np.float64)
        return csr_matrix((values, columns, ends), (len(rows), len(self.vocabulary_)))

    def get_feature_names_out(self, input_features: Any = None) -> NDArray[Any]:  # noqa: ARG002
        """The features' names in the order of the columns."""
        check_is_fitted(self)
        return np.array([*self.vocabulary_], dtype=object)

    def occurrences(self, reading: CandidateReading) -> Iterator[FeatureOccurrence]:
        """Occurrences of learned features; a column's values sum to the row's in `transform`."""
        check_is_fitted(self)
        found = [feature for feature in self.find(reading) if feature.name in self.vocabulary_]
        sums: dict[str, float] = {}
        for name, value, _ in found:
            sums[name] = sums.get(name, 0.0) + value
        row = self._row(found)
        for name, value, words in found:
            column = self.vocabulary_[name]
            yield FeatureOccurrence(column, row[column] * value / sums[name], words)

    def _row(self, features: Iterable[Feature]) -> dict[int, float]:
        """Column -> value, in the order of the columns, so that sums round alike everywhere."""
        known = ((self.vocabulary_.get(name), value) for name, value in self._values(features).items())
        row = dict(sorted((column, value) for column, value in known if column is not None))
        length = sqrt(sum(value * value for value in row.values())) if self.normed else 1.0
        return {column: value / length for column, value in row.items()}

    def _values(self, features: Iterable[Feature]) -> Mapping[str, float]:
        """Name -> value; what several features of one name come to."""
        found: dict[str, float] = {}
        for name, value, _ in features:
            found[name] = found.get(name, 0.0) + value if self.adds_up else value
        return found

    def __getstate__(self) -> Any:
        """One string for all names: a model file is read much faster."""
        state = super().__getstate__()
        if "vocabulary_" in state:
            state = {**state, "vocabulary_": "\n".join(state["vocabulary_"])}
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        names = state.get("vocabulary_")
        if isinstance(names, str):
            columns = {name: column for column, name in enumerate(names.split("\n") if names else [])}
            state = {**state, "vocabulary_": columns}
        super().__setstate__(state)
