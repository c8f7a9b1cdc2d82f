"""The mean of ratings, and a rating's facets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.stances.scoring._mean import facets_of, mean_rating
from stancekit.testing import ratings
from stancekit.values import Certainty, Evidence, Facet, Rating, Span


@settings(max_examples=50)
@given(several=st.lists(ratings(), min_size=1, max_size=4))
def test_the_score_is_the_mean(several):
    """No rating counts more than another."""
    mean = mean_rating(several)

    assert mean.score == pytest.approx(sum(rating.score for rating in several) / len(several))


@settings(max_examples=50)
@given(several=st.lists(ratings(), min_size=1, max_size=4))
def test_all_evidence_is_kept(several):
    """Each span once, in text order."""
    spans = [item.span for item in mean_rating(several).evidence]

    assert {*spans} == {item.span for rating in several for item in rating.evidence}
    assert len(several) == 1 or spans == sorted({*spans})


def test_the_strongest_says_how_certain():
    """And a word that two ratings show weighs what both give it."""
    word = Span(0, 5)
    strong = Rating.of_score(0.8, evidence=[Evidence(word, 0.8, Facet.STRENGTH)])
    weak = Rating.of_score(0.2, evidence=[Evidence(word, 0.2)])
    hedged = Rating(
        negative=weak.negative,
        neutral=weak.neutral,
        positive=weak.positive,
        evidence=weak.evidence,
        certainty=Certainty.HEDGED,
    )

    mean = mean_rating([hedged, strong])

    assert mean.certainty is Certainty.ASSERTED
    assert [(item.weight, item.facet) for item in mean.evidence] == [(pytest.approx(0.5), Facet.STRENGTH)]


def test_facets_are_those_of_the_polarity():
    """Strongest first, without those that speak for the other side."""
    evidence = [
        Evidence(Span(0, 1), 0.2, Facet.WARMTH),
        Evidence(Span(2, 3), 0.5, Facet.STRENGTH),
        Evidence(Span(4, 5), -0.1, Facet.MORALITY),
    ]

    assert facets_of(Rating.of_score(0.6, evidence=evidence)) == [Facet.STRENGTH, Facet.WARMTH]
