"""The nouns: frozen values that the other rooms make and pass on."""

from .actor import NARRATOR, Actor, Mention, Narrator
from .analysis import Analysis, AnalysisWarning
from .article import Article, Boilerplate, SourceMap
from .document import Document, Name, Sentence, Token
from .quote import Quote
from .span import Span
from .stance import Candidate, Evidence, Rating, Stance
from .words import (
    ActorKind,
    Attitude,
    BoilerplateKind,
    Certainty,
    Facet,
    MentionKind,
    Polarity,
    QuoteKind,
    WarningKind,
)

__all__ = [
    "NARRATOR",
    "Actor",
    "ActorKind",
    "Analysis",
    "AnalysisWarning",
    "Article",
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
    "Name",
    "Narrator",
    "Polarity",
    "Quote",
    "QuoteKind",
    "Rating",
    "Sentence",
    "SourceMap",
    "Span",
    "Stance",
    "Token",
    "WarningKind",
]
