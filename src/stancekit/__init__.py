"""Reads a news article and says who frames whom, how, with what evidence.

Every promised name is listed in ``__all__`` and loaded when it is first used, so that importing
the package costs next to nothing. All that the import does is to turn telemetry of dependencies off.
"""

from typing import TYPE_CHECKING

from . import _onnx  # noqa: F401  # turns telemetry off before ONNX Runtime can be imported
from ._lazy import loader
from ._version import __version__

if TYPE_CHECKING:
    from .actors import Registry
    from .analyzer import Analyzer, analyze
    from .errors import (
        ArticleFormatError,
        ModelLoadError,
        PipelineError,
        RegistryFormatError,
        ScorerContractError,
        ScorerLoadError,
        ScorerNameTakenError,
        StancekitError,
        TrainingError,
        UnknownScorerError,
    )
    from .readers import read_article, read_articles
    from .stances import StanceScorer, scorers
    from .values import (
        NARRATOR,
        Actor,
        ActorKind,
        Analysis,
        AnalysisWarning,
        Article,
        Attitude,
        Boilerplate,
        BoilerplateKind,
        Candidate,
        Certainty,
        Document,
        Evidence,
        Facet,
        Mention,
        MentionKind,
        Name,
        Narrator,
        Polarity,
        Quote,
        QuoteKind,
        Rating,
        Sentence,
        SourceMap,
        Span,
        Stance,
        Token,
        WarningKind,
    )

__all__ = [
    "NARRATOR",
    "Actor",
    "ActorKind",
    "Analysis",
    "AnalysisWarning",
    "Analyzer",
    "Article",
    "ArticleFormatError",
    "Attitude",
    "Boilerplate",
    "BoilerplateKind",
    "Candidate",
    "Certainty",
    "Document",
    "Evidence",
    "Facet",
    "Mention",
    "MentionKind",
    "ModelLoadError",
    "Name",
    "Narrator",
    "PipelineError",
    "Polarity",
    "Quote",
    "QuoteKind",
    "Rating",
    "Registry",
    "RegistryFormatError",
    "ScorerContractError",
    "ScorerLoadError",
    "ScorerNameTakenError",
    "Sentence",
    "SourceMap",
    "Span",
    "Stance",
    "StanceScorer",
    "StancekitError",
    "Token",
    "TrainingError",
    "UnknownScorerError",
    "WarningKind",
    "__version__",
    "analyze",
    "read_article",
    "read_articles",
    "scorers",
]

_ROOMS = {
    "actors": ("Registry",),
    "analyzer": ("Analyzer", "analyze"),
    "errors": tuple(name for name in __all__ if name.endswith("Error")),
    "readers": ("read_article", "read_articles"),
    "stances": ("StanceScorer", "scorers"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

if not TYPE_CHECKING:  # a checker that saw it would take any misspelled name for promised
    __getattr__ = loader(
        __name__, {name: _ROOM_OF.get(name, "values") for name in __all__ if name != "__version__"}
    )


def __dir__() -> list[str]:
    return sorted(__all__)
