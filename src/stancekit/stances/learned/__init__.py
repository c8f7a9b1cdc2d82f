"""Stance scorers that learn: transformers of candidates, a classifier, and what trains and keeps it."""

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
    "EvaluationFeatures",
    "Example",
    "Feature",
    "Model",
    "PathFeatures",
    "PolarPathFeatures",
    "PolarWordFeatures",
    "QuoteFeatures",
    "CandidateReading",
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
