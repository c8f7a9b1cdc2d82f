"""Who frames whom, how: candidates, the stance-scorer protocol and registry, the scorers."""

from .candidates import Placed, find_candidates
from .finding import find_stances
from .masking import Masked, mask
from .protocol import StanceScorer, label
from .rating import rate
from .registry import ScorerRegistry, scorers
from .texts import TextScorer

__all__ = [
    "Masked",
    "Placed",
    "ScorerRegistry",
    "StanceScorer",
    "TextScorer",
    "find_candidates",
    "find_stances",
    "label",
    "mask",
    "rate",
    "scorers",
]
