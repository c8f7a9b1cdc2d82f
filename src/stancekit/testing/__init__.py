"""For your tests: Hypothesis strategies for every value, composed news and reports, and `check_scorer`.

With stancekit installed, ``st.from_type(Stance)`` and the like work by themselves. The strategies here
generate whatever is legal, unless their options say otherwise::

    @given(analysis=analyses(max_stances=1))
    def test_writes_every_analysis(analysis): ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

try:
    from hypothesis import strategies as st
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    msg = "'stancekit.testing' needs hypothesis (it is not installed); pip install 'stancekit[testing]'"
    raise ModuleNotFoundError(msg, name="hypothesis") from None

from ..values import (
    NARRATOR,
    Actor,
    Analysis,
    AnalysisWarning,
    Article,
    Boilerplate,
    Candidate,
    Document,
    Evidence,
    Mention,
    Name,
    Narrator,
    Quote,
    Rating,
    Sentence,
    SourceMap,
    Span,
    Stance,
    Token,
)
from ._check import check_scorer
from ._news import NewsArticle, NewsSentence, news_articles, news_sentences
from ._passages import ReportedPassage, ReportedQuote, reported_passages
from ._strategies import (
    actors,
    analyses,
    analysis_warnings,
    articles,
    boilerplates,
    candidates,
    documents,
    evidences,
    mentions,
    names,
    quotes,
    ratings,
    sentences,
    source_maps,
    spans,
    stances,
    texts,
    tokens,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hypothesis.strategies import SearchStrategy

__all__ = [
    "NewsArticle",
    "NewsSentence",
    "ReportedPassage",
    "ReportedQuote",
    "actors",
    "analyses",
    "analysis_warnings",
    "articles",
    "boilerplates",
    "candidates",
    "check_scorer",
    "documents",
    "evidences",
    "mentions",
    "names",
    "news_articles",
    "news_sentences",
    "quotes",
    "ratings",
    "reported_passages",
    "sentences",
    "source_maps",
    "spans",
    "stances",
    "texts",
    "tokens",
]

STRATEGIES: Final[Mapping[type, Callable[[], SearchStrategy[Any]]]] = {
    Span: spans,
    SourceMap: source_maps,
    Article: articles,
    Boilerplate: boilerplates,
    Mention: mentions,
    Actor: actors,
    Narrator: lambda: st.just(NARRATOR),
    Quote: quotes,
    Evidence: evidences,
    Rating: ratings,
    Candidate: candidates,
    Stance: stances,
    AnalysisWarning: analysis_warnings,
    Analysis: analyses,
    Name: names,
    Token: tokens,
    Sentence: sentences,
    Document: documents,
}
"""What makes the strategy of each value; the package's hook gives it to ``st.from_type``."""

st.register_type_strategy(NewsSentence, news_sentences())
st.register_type_strategy(NewsArticle, news_articles())
st.register_type_strategy(ReportedPassage, reported_passages())
