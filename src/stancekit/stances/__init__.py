"""Who frames whom, how: candidates, the stance-scorer protocol and registry, the scorers.

The scorers themselves are loaded when they are first used.
"""

from typing import TYPE_CHECKING

from .._lazy import loader
from ._candidates import Placed, find_candidates
from ._finding import find_stances
from ._masking import Further, Masked, Replacement, mask
from ._protocol import StanceScorer, label
from ._rating import rate
from ._registry import ScorerRegistry, scorers
from ._texts import TextScorer

if TYPE_CHECKING:
    from ._ensemble import EnsembleClassifier, EnsembleScorer, Pool
    from ._explaining import Contribution, Step
    from ._lexicon import Lexicon
    from ._rules import RulesScorer
    from ._screening import ScreeningScorer
    from ._textblob import TextBlobScorer
    from .encoder._scorer import EncoderScorer

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
    "Contribution": "_explaining",
    "EncoderScorer": "encoder._scorer",
    "EnsembleClassifier": "_ensemble",
    "EnsembleScorer": "_ensemble",
    "Lexicon": "_lexicon",
    "Pool": "_ensemble",
    "RulesScorer": "_rules",
    "ScreeningScorer": "_screening",
    "Step": "_explaining",
    "TextBlobScorer": "_textblob",
}

if not TYPE_CHECKING:
    __getattr__ = loader(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
