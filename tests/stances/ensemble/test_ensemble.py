"""Several stance scorers as one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.model_selection import GridSearchCV

from stancekit import Analyzer
from stancekit.errors import UnknownScorerError
from stancekit.language import load
from stancekit.stances import rate
from stancekit.stances.ensemble._default import IN_ANALYSES, POOLS, make_default
from stancekit.stances.ensemble._ensemble import EnsembleClassifier, EnsembleScorer, OpinionPool, opinions_of
from stancekit.testing import check_scorer, ratings
from stancekit.values import Candidate, Certainty, Evidence, Facet, Polarity, Rating, Span

SEEDS = Path(__file__).parents[3] / "seeds"
TEXT = "Boyle said that Alden was brave and kind."
ASKED = Candidate(TEXT, Span(16, 21), Span(0, 5))
BRAVE, KIND = Span(26, 31), Span(36, 40)


@frozen
class Says:
    """Gives one answer to everything."""

    answer: Rating | None
    name: str = "says"

    def score(self, candidates):
        """Whatever is asked."""
        return [self.answer for _ in candidates]


def positive(share, *evidence, certainty=Certainty.ASSERTED):
    return Rating.of_score(share, evidence=evidence, certainty=certainty)


class TestPool:
    @given(st.lists(ratings(), min_size=1, max_size=4))
    def test_gives_probabilities(self, answers):
        """What is pooled adds up to one."""
        pooled = OpinionPool.even(len(answers))(opinions_of([[answer] for answer in answers]))

        assert pooled.sum() == pytest.approx(1)
        assert (pooled >= 0).all()

    @given(ratings(), st.integers(1, 4))
    def test_one_opinion(self, answer, count):
        """Members who agree are believed as they are."""
        (pooled,) = OpinionPool.even(count)(opinions_of([[answer]] * count))

        assert pooled.tolist() == pytest.approx([answer.negative, answer.neutral, answer.positive], abs=1e-3)


class TestScorer:
    def test_pools(self):
        """Two that point one way point that way together."""
        scorer = EnsembleScorer([Says(positive(0.9, Evidence(BRAVE, 0.9))), Says(positive(0.5))])

        (rating,) = scorer.score([ASKED])

        assert rating.polarity is Polarity.POSITIVE
        assert 0.5 < rating.score < 0.9

    def test_evidence_adds_up(self):
        """Evidence of all members is shown once a place, and adds up to the pooled score."""
        scorer = EnsembleScorer(
            [
                Says(positive(0.9, Evidence(BRAVE, 0.9))),
                Says(positive(0.8, Evidence(BRAVE, 0.3, Facet.STRENGTH), Evidence(KIND, 0.5))),
            ]
        )

        (rating,) = scorer.score([ASKED])

        assert [item.span for item in rating.evidence] == [BRAVE, KIND]
        assert rating.evidence[0].facet is Facet.STRENGTH
        assert sum(item.weight for item in rating.evidence) == pytest.approx(rating.score)

    def test_abstentions(self):
        """Who abstains has no say; where all do, the ensemble does."""
        opinion = positive(0.8, Evidence(BRAVE, 0.8))

        (rating,) = EnsembleScorer([Says(None), Says(opinion)], {"holding": OpinionPool([1, 1])}).score(
            [ASKED]
        )

        assert rating.score == pytest.approx(opinion.score, abs=1e-3)
        assert EnsembleScorer([Says(None), Says(None)]).score([ASKED]) == [None]

    def test_certainty(self):
        """How firmly it is put is taken from who shows evidence."""
        hedged = positive(0.9, Evidence(BRAVE, 0.9), certainty=Certainty.HEDGED)

        (rating,) = EnsembleScorer([Says(positive(0.9)), Says(hedged)]).score([ASKED])

        assert rating.certainty is Certainty.HEDGED

    def test_wrong_pool(self):
        """A pool for another number of members is refused."""
        with pytest.raises(
            ValueError, match=r"'pool' for 'framing' must have one weight for each of 1 members"
        ):
            EnsembleScorer(["textblob"], {"framing": OpinionPool([1, 1])})

    def test_unknown_member(self):
        """A name that nobody goes by is told."""
        with pytest.raises(UnknownScorerError):
            EnsembleScorer(["rules", "oracle"])

    def test_keeps_the_contract(self):
        """It passes the check that scorers of anybody's pass."""
        check_scorer(EnsembleScorer(["rules", "textblob"]), max_examples=15)


class TestClassifier:
    def rows(self):
        """Plain sentences, and what they say."""
        words = {"praised": "positive", "met": "neutral", "slandered": "negative", "admired": "positive"}
        asked = [Candidate(f"Boyle {w} Alden.", Span(7 + len(w), 12 + len(w))) for w in words]
        return asked * 3, [*words.values()] * 3

    def test_trusts_who_is_right(self):
        """A member who says the opposite of what is so gets no weight."""
        asked, labels = self.rows()
        wrong = Says(Rating.of_score(-0.9))

        fitted = EnsembleClassifier(members=["rules", wrong]).fit(asked, labels)

        assert fitted.pool_.weights[0] > fitted.pool_.weights[1]
        assert fitted.predict(asked).tolist() == labels

    def test_probabilities(self):
        """One row a candidate, in the order of the classes."""
        asked, labels = self.rows()

        found = EnsembleClassifier(members=["rules", "textblob"]).fit(asked, labels).predict_proba(asked)

        assert found.shape == (len(asked), 3)
        assert np.allclose(found.sum(axis=1), 1)

    def test_is_an_estimator(self):
        """It can be cloned and searched over, as scikit-learn's can."""
        asked, labels = self.rows()
        search = GridSearchCV(EnsembleClassifier(members=["rules", "textblob"]), {"ridge": [0.1, 1.0]}, cv=3)

        search.fit(asked, labels)

        assert clone(search.best_estimator_).get_params()["members"] == ["rules", "textblob"]

    @pytest.mark.parametrize(
        ("labels", "message"),
        [(["positive"], "'X' and 'y' must be of one length"), (["good"] * 12, "got 'good'")],
    )
    def test_bad_input(self, labels, message):
        """Labels that don't fit are told."""
        with pytest.raises(ValueError, match=message):
            EnsembleClassifier().fit(self.rows()[0], labels)

    def test_serves_a_scorer(self):
        """What was learned is what a scorer pools with."""
        asked, labels = self.rows()
        fitted = EnsembleClassifier(members=["rules", "textblob"]).fit(asked, labels)

        scorer = EnsembleScorer(["rules", "textblob"], {"framing": fitted.pool_})

        assert [r.polarity.value for r in rate(scorer, asked)] == labels


class TestInAnalyses:
    def test_a_parse_tells_that_it_is_one(self):
        """What brings its parse is pooled by the pool for analyses."""
        text = "Alden was brilliant."
        (sentence,) = load().parse(text).sentences
        row, analysed = Candidate(text, Span(0, 5)), Candidate(text, Span(0, 5), sentence=sentence)
        scorer = EnsembleScorer(["rules", "textblob"], in_analyses=OpinionPool([0, 0]))

        told, unsure = scorer.score([row, analysed])

        assert told.polarity is Polarity.POSITIVE
        assert unsure.confidence == pytest.approx(1 / 3)

    def test_wrong_pool(self):
        """It must be for as many members."""
        with pytest.raises(ValueError, match=r"'in_analyses' must have one weight for each of 1 members"):
            EnsembleScorer(["rules"], in_analyses=OpinionPool([1, 1]))


def test_little_evidence_is_not_shown():
    """Beside what weighs much; the rest still adds up to the score."""
    (rating,) = rate(
        EnsembleScorer(), [Candidate("On Monday Alden was called a liar in a leaflet.", Span(10, 15))]
    )

    weights = [abs(item.weight) for item in rating.evidence]
    assert min(weights) >= 0.25 * max(weights)
    assert sum(item.weight for item in rating.evidence) == pytest.approx(rating.score)


class TestDefault:
    @pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
    def test_what_the_rules_rule_out_is_nothing(self, path):
        """Asked everything, it gives the same stances."""
        text = path.read_text(encoding="utf-8")
        asked_less = make_default()
        asked_all = EnsembleScorer(asked_less.members, POOLS, in_analyses=IN_ANALYSES, name="default")

        found, wanted = (Analyzer(scorer).analyze(text).stances for scorer in (asked_less, asked_all))

        assert [evolve(s, scorer="any") for s in found] == [evolve(s, scorer="any") for s in wanted]
