"""Stance scorers that learn: transformers of candidates, a classifier, and what trains and keeps it."""

from .base import CandidateFeatures, Feature
from .classifier import StanceClassifier, default_features
from .models import Model, load_model, save_model
from .paths import PathFeatures
from .polarity import EvaluationFeatures, PolarPathFeatures, PolarWordFeatures
from .reading import Reading
from .scorer import SklearnScorer
from .training import LABELS, Example, train
from .voices import QuoteFeatures
from .words import BetweenFeatures, WordFeatures

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
    "Reading",
    "SklearnScorer",
    "StanceClassifier",
    "WordFeatures",
    "default_features",
    "load_model",
    "save_model",
    "train",
]
