"""Who frames whom, how: candidates, the stance-scorer protocol and registry, the scorers.

The scorers themselves are loaded when they are first used.
"""

from typing import TYPE_CHECKING

from .._lazy import loader
from .candidates import Placed, find_candidates
from .finding import find_stances
from .masking import Masked, mask
from .protocol import StanceScorer, label
from .rating import rate
from .registry import ScorerRegistry, scorers
from .texts import TextScorer

if TYPE_CHECKING:
    from .encoder.scorer import EncoderScorer
    from .ensemble import EnsembleClassifier, EnsembleScorer, Pool
    from .explaining import Contribution, Step
    from .lexicon import Lexicon
    from .rules import RulesScorer
    from .screening import ScreeningScorer
    from .textblob_ import TextBlobScorer

__all__ = [
    "Contribution",
    "EncoderScorer",
    "EnsembleClassifier",
    "EnsembleScorer",
    "Lexicon",
    "Masked",
    "Placed",
    "Pool",
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
    "Contribution": "explaining",
    "EncoderScorer": "encoder.scorer",
    "EnsembleClassifier": "ensemble",
    "EnsembleScorer": "ensemble",
    "Lexicon": "lexicon",
    "Pool": "ensemble",
    "RulesScorer": "rules",
    "ScreeningScorer": "screening",
    "Step": "explaining",
    "TextBlobScorer": "textblob_",
}

if not TYPE_CHECKING:
    __getattr__ = loader(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
