"""Stance scorers that learn: feature transformers of candidates, a classifier, and its models on disk.

In order: `_candidate_reading` is the input of features; `_base` their transformer, with `_words`,
`_paths`, `_polarity` and `_quotes` its kinds; `_classifier` the estimator; `_evidence` shows its words;
`_models` keeps a trained one; `_scorer` is the `sklearn` scorer; `_training` trains.
"""

from ._base import CandidateFeatures, Feature
from ._candidate_reading import CandidateReading
from ._classifier import StanceClassifier, default_features
from ._models import SAVED, Model, load_model, save_model
from ._paths import PathFeatures
from ._polarity import EvaluationFeatures, PolarPathFeatures, PolarWordFeatures
from ._quotes import QuoteFeatures
from ._scorer import SklearnScorer
from ._training import LABELS, Example, train
from ._words import BetweenFeatures, WordFeatures

__all__ = [
    "LABELS",
    "BetweenFeatures",
    "CandidateFeatures",
    "CandidateReading",
    "EvaluationFeatures",
    "Example",
    "Feature",
    "Model",
    "PathFeatures",
    "PolarPathFeatures",
    "PolarWordFeatures",
    "QuoteFeatures",
    "SklearnScorer",
    "StanceClassifier",
    "WordFeatures",
    "default_features",
    "load_model",
    "save_model",
    "train",
]

# A saved model names its classes: by the names that are promised, wherever the code lies.
for _name in SAVED:
    globals()[_name].__module__ = __name__
