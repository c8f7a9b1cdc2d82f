"""Stance scorers that learn: feature transformers of candidates, a classifier, and its models on disk.

In order: `_candidate_reading` is the input of features; `_base` their transformer, with `_words`,
`_paths`, `_polarity` and `_quotes` its kinds; `_classifier` the estimator; `_evidence` shows its words;
`_models` keeps a trained one; `_scorer` is the `sklearn` scorer; `_training` trains.
"""

from ._classifier import StanceClassifier, default_features
from ._models import Model, load_model, save_model
from ._paths import PathFeatures
from ._polarity import EvaluationFeatures, PolarPathFeatures, PolarWordFeatures
from ._quotes import QuoteFeatures
from ._scorer import SklearnScorer
from ._training import Example, train
from ._words import BetweenFeatures, WordFeatures

__all__ = [
    "Example",
    "Model",
    "SklearnScorer",
    "StanceClassifier",
    "default_features",
    "load_model",
    "save_model",
    "train",
]

# A saved model names its classes by this module, wherever their code lies.
for _saved in (
    BetweenFeatures,
    EvaluationFeatures,
    PathFeatures,
    PolarPathFeatures,
    PolarWordFeatures,
    QuoteFeatures,
    StanceClassifier,
    WordFeatures,
):
    _saved.__module__ = __name__
