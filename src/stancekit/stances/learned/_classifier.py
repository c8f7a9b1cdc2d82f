"""The estimator: candidates in, polarities and their probabilities out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import coo_matrix
from scipy.special import log_softmax, softmax
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import FeatureUnion
from sklearn.utils.validation import check_is_fitted

from ..scoring._estimator import CandidateInputMixin
from ._base import CandidateFeatures, FeatureOccurrence
from ._candidate_reading import CandidateReading
from ._paths import PathFeatures
from ._polarity import EvaluationFeatures, PolarPathFeatures, PolarWordFeatures
from ._quotes import QuoteFeatures
from ._words import BetweenFeatures, WordFeatures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from ...values import Candidate, Token

TEMPERATURES: Final = (0.2, 5.0)
"""Where the temperature is looked for."""


def default_features(*, min_count: int = 3) -> FeatureUnion:
    """A `FeatureUnion` of all features that pay; those that need a holder are absent without one.

    Its parts are ``words``, ``sides``, ``near``, ``between``, ``paths``, ``evaluations``,
    ``polar_words``, ``polar_paths`` and ``quotes``; ``set_params(paths="drop")`` leaves one out.

    Args:
        min_count: What fewer candidates have is not learned; at least 1.
    """
    return FeatureUnion(
        [
            ("words", WordFeatures(min_count=min_count)),
            ("sides", WordFeatures(side=True, min_count=min_count)),
            ("near", WordFeatures(side=True, window=4, longest=3, min_count=min_count)),
            ("between", BetweenFeatures(min_count=min_count)),
            ("paths", PathFeatures(min_count=min_count)),
            ("evaluations", EvaluationFeatures(min_count=min_count)),
            ("polar_words", PolarWordFeatures(min_count=min_count)),
            ("polar_paths", PolarPathFeatures(min_count=min_count)),
            ("quotes", QuoteFeatures(min_count=min_count)),
        ]
    )


class StanceClassifier(CandidateInputMixin, ClassifierMixin, BaseEstimator):
    """Judges candidates by a linear model over their features.

    Works for either question, but train one for each: how a passage frames its target (candidates
    without a holder), and what the holder says of the target (candidates with one).

    Args:
        features: A transformer of candidates, such as a `FeatureUnion` of this package's; `None`
            for all of them.

        C: Inverse strength of regularization, above 0.

        class_weight: As for scikit-learn's `LogisticRegression`; ``balanced`` asks for the best
            mean over classes, `None` for the most right answers.

        folds: Parts that calibration holds out in turn, at least 2; 0 leaves it out.

        max_iter: Steps of the solver, at most.

        random_state: Seed of what is held out.

    Attributes:
        classes_: The polarities seen, in alphabetical order.

        features_: The fitted transformer.

        coef_: Weights, shape ``(n_classes, n_features)``.

        intercept_: Shape ``(n_classes,)``.

        held_out_macro_f1_: Mean F1 of the classes on what calibration held out; 0 without.

        temperature_: What the logits are divided by, so that probabilities mean what they say.

    Example:
        >>> from stancekit import Candidate, Span
        >>> texts = ["Alden lied.", "Alden waited.", "Alden shone."] * 3
        >>> labels = ["negative", "neutral", "positive"] * 3
        >>> candidates = [Candidate(text, Span(0, 5)) for text in texts]
        >>> classifier = StanceClassifier(folds=0).fit(candidates, labels)
        >>> classifier.predict([Candidate("Yesterday Alden lied.", Span(10, 15))]).tolist()
        ['negative']
    """

    def __init__(
        self,
        *,
        features: Any = None,
        C: float = 1.0,  # noqa: N803  # scikit-learn's name
        class_weight: Any = None,
        folds: int = 3,
        max_iter: int = 200,
        random_state: int | None = 0,
    ) -> None:
        self.features = features
        self.C = C
        self.class_weight = class_weight
        self.folds = folds
        self.max_iter = max_iter
        self.random_state = random_state

    def fit(self, X: Sequence[Candidate | CandidateReading], y: Sequence[Any]) -> StanceClassifier:  # noqa: N803
        """Learn from labelled candidates.

        Args:
            X: Candidates, masked by `stancekit.stances.mask`, or their readings.

            y: Their labels; at least two different ones.

        Raises:
            ValueError: There are fewer or more labels than candidates, or only one kind of them.
        """
        readings = [CandidateReading.of(item) for item in X]
        labels = np.asarray(y)
        _check(readings, labels)
        self.classes_ = np.unique(labels)
        features = default_features() if self.features is None else clone(self.features)
        matrix = features.fit_transform(readings, labels)
        self.features_ = features
        self.temperature_, self.held_out_macro_f1_ = 1.0, 0.0
        self._calibrate(matrix, labels, [r.candidate.text for r in readings])
        model = self._model().fit(matrix, labels)
        # One row a class, also where there are two: then the first one's are the second's, negated.
        both = len(self.classes_) == 2
        self.coef_ = np.vstack([-model.coef_, model.coef_]) / 2 if both else model.coef_
        self.intercept_ = np.hstack([-model.intercept_, model.intercept_]) / 2 if both else model.intercept_
        self.coef_ = self.coef_.astype(np.float32)
        return self

    def decision_function(self, X: Sequence[Candidate | CandidateReading]) -> NDArray[np.float64]:  # noqa: N803
        """Calibrated logits, shape ``(n_candidates, n_classes)``."""
        check_is_fitted(self)
        matrix = self.features_.transform([CandidateReading.of(item) for item in X])
        logits = matrix @ self.coef_.T.astype(np.float64) + self.intercept_
        return np.asarray(logits) / self.temperature_

    def predict_proba(self, X: Sequence[Candidate | CandidateReading]) -> NDArray[np.float64]:  # noqa: N803
        """Probabilities in the order of ``classes_``, shape ``(n_candidates, n_classes)``."""
        return np.asarray(softmax(self.decision_function(X), axis=1))

    def predict(self, X: Sequence[Candidate | CandidateReading]) -> NDArray[Any]:  # noqa: N803
        """The likeliest label of each candidate, shape ``(n_candidates,)``."""
        best = self.decision_function(X).argmax(axis=1)
        return np.asarray(self.classes_[best])

    def contributions(
        self, candidate: Candidate | CandidateReading
    ) -> tuple[list[tuple[Token, ...]], NDArray[np.float64]]:
        """What a candidate's words add to each class's logit.

        Gives the words of each feature, as often as it stands there, and what they add, shape
        ``(n_occurrences, n_classes)``. With ``intercept_`` over ``temperature_``, that sums to
        `decision_function`. Only the features of `default_features` know their words; those of other
        transformers have none.
        """
        check_is_fitted(self)
        occurrences = [*_occurrences(self.features_, CandidateReading.of(candidate))]
        columns = np.array([item.column for item in occurrences], dtype=np.intp)
        values = np.array([item.value for item in occurrences], dtype=np.float64)
        weights = self.coef_[:, columns].astype(np.float64).T
        return [item.words for item in occurrences], weights * values[:, None] / self.temperature_

    def _model(self) -> Any:
        return LogisticRegression(C=self.C, class_weight=self.class_weight, max_iter=self.max_iter, tol=1e-3)

    def _calibrate(self, matrix: Any, labels: NDArray[Any], groups: Sequence[str]) -> None:
        """Find the temperature that makes held-out answers likeliest; a text's rows stay together."""
        truth = np.searchsorted(self.classes_, labels)
        folds = min(self.folds, len(set(groups)), np.bincount(truth).min())
        if folds < 2:
            return
        logits = np.zeros((len(labels), len(self.classes_)))
        split = StratifiedGroupKFold(folds, shuffle=True, random_state=self.random_state)
        for learned, held_out in split.split(matrix, truth, groups):
            if len(np.unique(truth[learned])) < len(self.classes_):
                return
            decision = self._model().fit(matrix[learned], labels[learned]).decision_function(matrix[held_out])
            logits[held_out] = decision if decision.ndim > 1 else np.stack([-decision, decision], 1) / 2
        self.temperature_ = _temperature(logits, truth)
        self.held_out_macro_f1_ = float(f1_score(truth, logits.argmax(axis=1), average="macro"))


def _check(readings: Sequence[CandidateReading], labels: NDArray[Any]) -> None:
    if len(readings) != len(labels):
        msg = f"there must be one label a candidate (got {len(labels)} labels for {len(readings)} candidates)"
        raise ValueError(msg)
    if len(np.unique(labels)) < 2:
        got = ", ".join(map(repr, np.unique(labels).tolist())) or "none"
        msg = f"the labels must be of at least two kinds (got {got})"
        raise ValueError(msg)


def _temperature(logits: NDArray[np.float64], truth: NDArray[Any]) -> float:
    rows = np.arange(len(truth))

    def loss(temperature: float) -> float:
        return float(-log_softmax(logits / temperature, axis=1)[rows, truth].mean())

    return float(minimize_scalar(loss, bounds=TEMPERATURES, method="bounded").x)


def _occurrences(features: Any, reading: CandidateReading) -> Iterator[FeatureOccurrence]:
    """The feature occurrences of all transformers of a union."""
    offset = 0
    for transformer, weight in _parts(features):
        if isinstance(transformer, CandidateFeatures):
            for column, value, words in transformer.occurrences(reading):
                yield FeatureOccurrence(offset + column, value * weight, words)
            offset += len(transformer.vocabulary_)
        else:
            row = transformer.transform([reading])
            row = row.tocoo() if hasattr(row, "tocoo") else coo_matrix(row)
            for column, value in zip(row.col.tolist(), row.data.tolist(), strict=True):
                yield FeatureOccurrence(offset + column, value * weight, ())
            offset += row.shape[1]


def _parts(features: Any, weight: float = 1.0) -> list[tuple[Any, float]]:
    """The transformers of a union in the order of their columns, each with its weight."""
    if not isinstance(features, FeatureUnion):
        return [(features, weight)]
    weights = features.transformer_weights or {}
    return [
        pair
        for name, part in features.transformer_list
        if part != "drop"
        for pair in _parts(part, weight * weights.get(name, 1.0))
    ]
