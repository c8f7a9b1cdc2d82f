"""Who frames whom, how: candidates, the stance-scorer protocol and registry, the scorers.

The scorers themselves are loaded when they are first used.
"""

from typing import TYPE_CHECKING

from .._lazy import loader
from ._pipeline import find_stances
from .adapters._text_classifier import TextScorer
from .candidates._generate import Placed, find_candidates
from .masking._mask import Further, Masked, mask
from .masking._replacement import Replacement
from .scoring._protocol import StanceScorer, label
from .scoring._rate import rate
from .scoring._registry import ScorerRegistry, scorers

if TYPE_CHECKING:
    from ..lexicon._lexicon import Lexicon
    from .adapters._textblob import TextBlobScorer
    from .candidates._prefilter import ScreeningScorer
    from .encoder._scorer import EncoderScorer
    from .ensemble._ensemble import EnsembleClassifier, EnsembleScorer, Pool
    from .rules._explanation import Contribution, Step
    from .rules._scorer import RulesScorer

__all__ = [
    "Contribution",
    "EncoderScorer",
    "EnsembleClassifier",
    "EnsembleScorer",
    "Further",
    "Lexicon",
    "Masked",
    "Placed",
    "Pool",
    "Replacement",
    "RulesScorer",
    "ScorerRegistry",
    "ScreeningScorer",
    "StanceScorer",
    "Step",
    "TextBlobScorer",
    "TextScorer",
    "find_candidates",
    "find_stances",
    "label",
    "mask",
    "rate",
    "scorers",
]

_HOMES = {
    "Contribution": "rules._explanation",
    "EncoderScorer": "encoder._scorer",
    "EnsembleClassifier": "ensemble._ensemble",
    "EnsembleScorer": "ensemble._ensemble",
    "Lexicon": ".lexicon._lexicon",
    "Pool": "ensemble._ensemble",
    "RulesScorer": "rules._scorer",
    "ScreeningScorer": "candidates._prefilter",
    "Step": "rules._explanation",
    "TextBlobScorer": "adapters._textblob",
}

if not TYPE_CHECKING:
    __getattr__ = loader(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
