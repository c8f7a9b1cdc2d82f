"""scikit-learn's own checks, as far as they run for estimators that take candidates."""

from __future__ import annotations

import warnings

from sklearn.exceptions import SkipTestWarning
from sklearn.utils.estimator_checks import parametrize_with_checks

from stancekit.stances.learned import (
    BetweenFeatures,
    EvaluationFeatures,
    PathFeatures,
    PolarPathFeatures,
    PolarWordFeatures,
    QuoteFeatures,
    StanceClassifier,
    WordFeatures,
)

with warnings.catch_warnings():
    # scikit-learn says itself that it can't draw candidates, and leaves most of its checks out.
    warnings.simplefilter("ignore", SkipTestWarning)
    every_check = parametrize_with_checks(
        [
            BetweenFeatures(),
            EvaluationFeatures(),
            PathFeatures(),
            PolarPathFeatures(),
            PolarWordFeatures(),
            QuoteFeatures(),
            StanceClassifier(),
            WordFeatures(),
        ]
    )


@every_check
def test_keeps_the_sklearn_contract(estimator, check):
    """Cloning, parameters, tags, representation."""
    check(estimator)
