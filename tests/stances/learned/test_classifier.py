"""The estimator."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer

from stancekit.stances import mask
from stancekit.stances.learned import StanceClassifier
from stancekit.stances.learned._candidate_reading import CandidateReading
from stancekit.stances.learned._words import WordFeatures

from .conftest import framing

EXAMPLES = framing()
READINGS = [CandidateReading(mask(example.candidate).candidate) for example in EXAMPLES]
LABELS = [example.label for example in EXAMPLES]


def texts(readings):
    return [reading.candidate.text for reading in readings]


@pytest.fixture(scope="module")
def fitted(small):
    return clone(small).fit(READINGS, LABELS)


def test_init_only_stores():
    """Parameters come back as given; what is wrong with them is told when fitting."""
    classifier = StanceClassifier(C=3.0, class_weight=None)

    assert clone(classifier).get_params() == classifier.get_params()
    assert {*vars(classifier)} == {*classifier.get_params(deep=False)}


def test_learns(fitted):
    """It gets the easy ones right, its classes in alphabetical order."""
    assert fitted.classes_.tolist() == ["negative", "neutral", "positive"]
    assert fitted.predict(READINGS).tolist() == LABELS
    assert fitted.score(READINGS, LABELS) == 1.0


def test_probabilities(fitted):
    """They sum to 1, and the likeliest is what is predicted."""
    found = fitted.predict_proba(READINGS)

    assert found.shape == (len(LABELS), 3)
    assert found.sum(axis=1) == pytest.approx(1.0)
    assert (fitted.classes_[found.argmax(axis=1)] == fitted.predict(READINGS)).all()


def test_unfitted_is_told():
    """Nobody predicts by accident with what never learned."""
    with pytest.raises(NotFittedError):
        StanceClassifier().predict(READINGS)


def test_contributions_are_exact(fitted):
    """With the intercept they sum to the logits."""
    for reading in READINGS[::9]:
        words, logits = fitted.contributions(reading)

        whole = logits.sum(axis=0) + fitted.intercept_ / fitted.temperature_
        assert whole == pytest.approx(fitted.decision_function([reading])[0])
        assert len(words) == len(logits)


def test_contributions_of_weighted_and_foreign_features(small):
    """A union's weights and other people's transformers count as they do in the matrix."""
    foreign = make_pipeline(FunctionTransformer(texts), CountVectorizer())
    union = FeatureUnion(
        [("own", WordFeatures(min_count=1)), ("dropped", "drop"), ("texts", foreign)],
        transformer_weights={"own": 0.5},
    )
    fitted = clone(small).set_params(features=union).fit(READINGS, LABELS)

    _, logits = fitted.contributions(READINGS[0])

    whole = logits.sum(axis=0) + fitted.intercept_ / fitted.temperature_
    assert whole == pytest.approx(fitted.decision_function(READINGS[:1])[0])


def test_same_seed_same_model(small, fitted):
    """Training again gives the same numbers."""
    again = clone(small).fit(READINGS, LABELS)

    assert (again.coef_ == fitted.coef_).all()
    assert again.temperature_ == fitted.temperature_


def test_two_classes(small):
    """Two labels will do, too."""
    kept = [at for at, label in enumerate(LABELS) if label != "neutral"]
    readings, labels = [READINGS[at] for at in kept], [LABELS[at] for at in kept]

    fitted = clone(small).fit(readings, labels)

    assert fitted.predict(readings).tolist() == labels
    assert fitted.predict_proba(readings).shape == (len(labels), 2)
    assert np.isfinite(fitted.temperature_)


def test_calibration_is_optional(small):
    """Without held-out parts the logits stay as they are."""
    assert clone(small).set_params(folds=0).fit(READINGS, LABELS).temperature_ == 1.0


@pytest.mark.parametrize(
    ("labels", "rule"),
    [(LABELS[:-1], "one label a candidate"), (["neutral"] * len(LABELS), "at least two kinds")],
)
def test_wrong_labels(small, labels, rule):
    """The rule and what arrived."""
    with pytest.raises(ValueError, match=rule):
        clone(small).fit(READINGS, labels)


def test_nested_parameters_are_searched():
    """Grid search reaches into the features, in a pipeline, too."""
    classifier = StanceClassifier(features=FeatureUnion([("words", WordFeatures(min_count=1))]), folds=0)
    steps = Pipeline([("judge", classifier)])

    search = GridSearchCV(steps, {"judge__features__words__longest": [1, 2], "judge__C": [1.0]}, cv=2)
    search.fit(READINGS, LABELS)

    assert search.best_params_["judge__features__words__longest"] in {1, 2}
