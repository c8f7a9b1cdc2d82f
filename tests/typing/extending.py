"""Scorers of one's own, as type checkers see them: a name and one method, no base class.

Like its neighbour, this is read by type checkers and never run.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import assert_type

import stancekit as sk
from stancekit.actors import Cast, find_actors
from stancekit.quotes import Attributions, Cues, find_quotes
from stancekit.readers import find_boilerplate
from stancekit.stances import EnsembleScorer, Lexicon, OpinionPool, RulesScorer, ScorerRegistry, rate
from stancekit.testing import analyses, check_scorer, quotes


class EvenScorer:
    """Names the arguments as it likes."""

    name = "even"

    def score(self, asked: Sequence[sk.Candidate]) -> Sequence[sk.Rating | None]:
        return [self._rated(candidate) for candidate in asked]

    def _rated(self, candidate: sk.Candidate) -> sk.Rating | None:
        assert_type(candidate.text, str)
        assert_type(candidate.target, sk.Span)
        assert_type(candidate.holder, sk.Span | None)
        assert_type(candidate.sentence, sk.Sentence | None)
        return sk.Rating.of_score(0.0)


class ListScorer:
    """May promise more than is asked, and write its name as a property."""

    @property
    def name(self) -> str:
        return "list"

    def score(self, candidates: Sequence[sk.Candidate], /) -> list[sk.Rating | None]:
        return [None for _ in candidates]


def find_known(
    document: sk.Document, *, article: sk.Article | None = None, registry: sk.Registry | None = None
) -> Cast:
    """May have defaults, as stancekit's own has."""
    return find_actors(document, article=article, registry=registry)


def find_nothing_said(document: sk.Document, people: Sequence[sk.Actor]) -> Attributions:
    return Attributions((), tuple(people))


def find_no_boilerplate(text: str) -> list[sk.Boilerplate]:
    return [sk.Boilerplate(sk.Span(0, len(text)), "credit")]


class NamelessScorer:
    """Is no stance scorer."""

    def score(self, candidates: Sequence[sk.Candidate]) -> Sequence[sk.Rating | None]:
        return [None for _ in candidates]


def accepted(candidates: list[sk.Candidate]) -> None:
    every: list[sk.StanceScorer] = [EvenScorer(), ListScorer(), RulesScorer(), sk.scorers.make("default")]

    sk.Analyzer(scorer=EvenScorer())
    sk.Analyzer(find_actors=find_known, find_quotes=find_nothing_said, find_boilerplate=find_no_boilerplate)
    sk.Analyzer(find_actors=find_actors, find_quotes=find_quotes, find_boilerplate=find_boilerplate)
    sk.Analyzer(find_quotes=partial(find_quotes, cues=Cues.extended({"people": ["bellringer"]})))
    check_scorer(ListScorer())
    assert_type(rate(every[0], candidates), list[sk.Rating | None])


def registered() -> None:
    @sk.scorers.register("even")
    class Registered(EvenScorer):
        pass

    assert_type(Registered(), Registered)
    assert_type(sk.scorers, ScorerRegistry)
    assert_type(sk.scorers.names(), tuple[str, ...])
    assert_type(sk.scorers.make("rules", voice="own"), sk.StanceScorer)


def composed() -> None:
    rules = RulesScorer(lexicon=Lexicon.bundled())

    assert_type(
        EnsembleScorer([rules, "textblob"], {"framing": OpinionPool([0.5, 0.5])}, name="both"), EnsembleScorer
    )


def drawn() -> None:
    assert_type(analyses(max_stances=1).example(), sk.Analysis)
    assert_type(quotes().example(), sk.Quote)


def refused() -> None:
    """Each error below is looked for: a checker that misses one says that the comment is not needed."""
    sk.Analyzer(scorer=NamelessScorer())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    sk.Analyzer(find_quotes=find_known)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    sk.Analyzer(min_confidence="high")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    sk.analyze(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    sk.NARRATOR.id = "other"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    sk.Span(0, 5).start = 1  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
