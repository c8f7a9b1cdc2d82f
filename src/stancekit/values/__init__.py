"""The nouns: frozen values that the other rooms make and pass on."""

from ._actor import NARRATOR, Actor, Mention, Narrator
from ._analysis import Analysis, AnalysisWarning
from ._article import Article, Boilerplate, SourceMap
from ._document import Document, Name, Sentence, Token
from ._quote import Quote
from ._span import Span
from ._stance import Candidate, Evidence, Rating, Stance
from ._words import (
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
