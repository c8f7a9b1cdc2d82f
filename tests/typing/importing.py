"""What type checkers know of stancekit from outside: read by mypy and pyright, never run.

``.ci/types`` checks this folder in strict mode against the built wheel, with nothing of the source in sight.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, assert_type

import stancekit as sk
from stancekit import metrics, readers, records
from stancekit.actors import Entry


def analyzing(text: str, article: sk.Article, path: Path) -> None:
    analyzer = sk.Analyzer(scorer="rules", registry=None, min_confidence=0.7, include_neutral=True)

    assert_type(sk.analyze(text), sk.Analysis)
    assert_type(sk.analyze(article), sk.Analysis)
    assert_type(analyzer.analyze(article), sk.Analysis)
    assert_type(analyzer.stream([text, article], workers=2), Iterator[sk.Analysis])
    assert_type(analyzer.versions, Mapping[str, str])
    assert_type(sk.read_article(path), sk.Article)
    assert_type(sk.read_articles(path), Iterator[sk.Article | readers.Failure])
    assert_type(sk.__version__, str)


def analyses(analysis: sk.Analysis) -> None:
    assert_type(analysis.article, sk.Article)
    assert_type(analysis.actors, tuple[sk.Actor, ...])
    assert_type(analysis.quotes, tuple[sk.Quote, ...])
    assert_type(analysis.stances, tuple[sk.Stance, ...])
    assert_type(analysis.warnings, tuple[sk.AnalysisWarning, ...])
    assert_type(analysis.actor("Trump"), sk.Actor)
    assert_type(analysis.toward("Trump", by="Putin"), tuple[sk.Stance, ...])
    assert_type(analysis.toward("Trump", by=sk.NARRATOR), tuple[sk.Stance, ...])


def stances(stance: sk.Stance) -> None:
    assert_type(stance.holder, sk.Actor | sk.Narrator)
    assert_type(stance.holder.name, str)
    assert_type(stance.target, sk.Actor)
    assert_type(stance.polarity, sk.Polarity)
    assert_type(stance.polarity.sign, int)
    assert_type(stance.score, float)
    assert_type(stance.confidence, float)
    assert_type(stance.facets, tuple[sk.Facet, ...])
    assert_type(stance.evidence, tuple[sk.Evidence, ...])
    assert_type(stance.evidence[0].span, sk.Span)
    assert_type(stance.evidence[0].facet, sk.Facet | None)
    assert_type(stance.quote, sk.Quote | None)
    assert_type(stance.certainty, sk.Certainty)
    assert_type(stance.attitude, sk.Attitude)
    assert_type(stance.scorer, str)


def quotes(quote: sk.Quote) -> None:
    assert_type(quote.kind, sk.QuoteKind)
    assert_type(quote.content, tuple[sk.Span, ...])
    assert_type(quote.cue, sk.Span | None)
    assert_type(quote.speaker, sk.Actor | None)
    assert_type(quote.speakers, tuple[sk.Actor, ...])
    assert_type(quote.parent, sk.Quote | None)


def values(text: str) -> None:
    """Fixed words may be given as strings, and tuples as any iterable."""
    span = sk.Span(0, 6)
    actor = sk.Actor("a1", "Olga Brandt", sk.ActorKind.PERSON, aliases=["Brandt"])
    evidence = sk.Evidence(span, 0.5, sk.Facet.STRENGTH)

    assert_type(span.of(text), str)
    assert_type(span.start, int)
    assert_type(actor.aliases, tuple[str, ...])
    assert_type(actor.mentions, tuple[sk.Mention, ...])
    assert_type(actor.kind, sk.ActorKind)
    assert_type(sk.Rating(negative=0.1, neutral=0.2, positive=0.7, evidence=[evidence]), sk.Rating)
    assert_type(sk.Rating.of_score(0.5, evidence=[evidence]).score, float)
    assert_type(sk.Article(text, id="one", authors=["Ann Lane"]).authors, tuple[str, ...])


def registries(path: Path) -> None:
    registry = sk.Registry.read(path).plus([Entry("mine", "Olga Brandt", sk.ActorKind.PERSON)])

    assert_type(registry, sk.Registry)
    assert_type(registry.known_as("Brandt"), tuple[Entry, ...])
    assert_type(sk.Registry.empty(), sk.Registry)


def kept(analysis: sk.Analysis, line: str) -> None:
    assert_type(records.dumps(analysis), str)
    assert_type(records.loads(line), sk.Analysis)
    assert_type(records.to_record(analysis), dict[str, Any])


def measured(labels: list[sk.Polarity], ratings: list[sk.Rating | None]) -> None:
    assert_type(metrics.measure(labels, ratings), metrics.Metrics)


def refused(path: Path) -> None:
    try:
        sk.read_article(path)
    except sk.ArticleFormatError as error:
        assert_type(error.source, str)
        assert_type(error.faults, tuple[str, ...])
    except sk.StancekitError:
        pass


def misspelled(text: str) -> None:
    """Names are loaded when they are used, and checkers know all the same which there are."""
    sk.analyse(text)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue,reportUnknownMemberType]
