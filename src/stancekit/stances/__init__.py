"""Who frames whom, how: stances of holders towards targets, found and scored.

Its stages, in order:

- ``masking``: replaces the names in a candidate, and in its parse, by placeholders;
- ``scoring``: the stance-scorer protocol, the registry, and how a scorer is asked;
- ``candidates``: pairs possible holders and targets in the words of each voice;
- ``rules``, ``adapters``, ``learned``, ``encoder``: the scorers, loaded when they are first used;
- ``ensemble``: several scorers pooled, and the default;
- ``_pipeline``: `find_stances`, from candidates to stances.
"""

from typing import TYPE_CHECKING

from .._lazy import loader
from ._pipeline import find_stances
from .adapters._text_classifier import TextScorer
from .candidates._generate import find_candidates
from .masking._mask import OtherMentions, mask
from .scoring._protocol import StanceScorer, scorer_label
from .scoring._rate import rate
from .scoring._registry import ScorerRegistry, scorers

if TYPE_CHECKING:
    from ..lexicon._lexicon import Lexicon
    from .adapters._textblob import TextBlobScorer
    from .candidates._prefilter import PrefilteringScorer
    from .encoder._scorer import EncoderScorer
    from .ensemble._ensemble import EnsembleClassifier, EnsembleScorer, OpinionPool
    from .rules._scorer import RulesScorer

__all__ = [
    "EncoderScorer",
    "EnsembleClassifier",
    "EnsembleScorer",
    "Lexicon",
    "OpinionPool",
    "OtherMentions",
    "PrefilteringScorer",
    "RulesScorer",
    "ScorerRegistry",
    "StanceScorer",
    "TextBlobScorer",
    "TextScorer",
    "find_candidates",
    "find_stances",
    "mask",
    "rate",
    "scorer_label",
    "scorers",
]

_HOMES = {
    "EncoderScorer": "encoder._scorer",
    "EnsembleClassifier": "ensemble._ensemble",
    "EnsembleScorer": "ensemble._ensemble",
    "Lexicon": ".lexicon._lexicon",
    "OpinionPool": "ensemble._ensemble",
    "RulesScorer": "rules._scorer",
    "PrefilteringScorer": "candidates._prefilter",
    "TextBlobScorer": "adapters._textblob",
}

if not TYPE_CHECKING:
    __getattr__ = loader(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
