"""Evidence, ratings, candidates and stances."""

from __future__ import annotations

import math
import pickle
import re

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.testing import candidates, ratings, stances
from stancekit.values import (
    NARRATOR,
    Actor,
    Attitude,
    Candidate,
    Certainty,
    Evidence,
    Facet,
    Polarity,
    Quote,
    Rating,
    Span,
    Stance,
)

FEW = settings(max_examples=40, deadline=None)

ANN = Actor("a1", "Ann", "person")
BOB = Actor("a2", "Bob", "person")
PRAISE = Stance(
    "s1",
    ANN,
    BOB,
    polarity="positive",
    score=0.7,
    confidence=0.8,
    sentence=Span(0, 20),
    evidence=[Evidence(Span(4, 11), 0.7)],
    scorer="rules 1.0",
)


class TestEvidence:
    @pytest.mark.parametrize(
        ("weight", "message"),
        [
            (1.5, "'weight' must be from -1 to 1 (got 1.5)"),
            (-2, "'weight' must be from -1 to 1 (got -2.0)"),
            (math.nan, "'weight' must be from -1 to 1 (got nan)"),
        ],
    )
    def test_weighs_at_most_one(self, weight, message):
        """What is no number is no weight either."""
        with pytest.raises(ValueError, match=re.escape(message)):
            Evidence(Span(0, 1), weight)

    def test_stands_where_its_span_does(self):
        """Its offsets are its span's."""
        assert (Evidence(Span(2, 5), 0.5).start, Evidence(Span(2, 5), 0.5).end) == (2, 5)

    def test_takes_its_facet_by_word(self):
        """A facet may be missing, or given as a plain word."""
        assert Evidence(Span(0, 1), 1, "threat").facet is Facet.THREAT
        assert Evidence(Span(0, 1), 1).facet is None


class TestRating:
    @FEW
    @given(rating=ratings())
    def test_sums_to_one(self, rating):
        """Three probabilities share all there is, and the score lies between its ends."""
        assert math.isclose(rating.negative + rating.neutral + rating.positive, 1, abs_tol=1e-6)
        assert -1 <= rating.score <= 1

    @FEW
    @given(rating=ratings())
    def test_gives_its_likeliest(self, rating):
        """The polarity is that of the greatest probability, which is the confidence."""
        assert rating.confidence == getattr(rating, rating.polarity.value)
        assert rating.confidence == max(rating.negative, rating.neutral, rating.positive) or (
            rating.polarity is Polarity.NEUTRAL and rating.negative == rating.positive
        )

    @FEW
    @given(score=st.floats(-1, 1))
    def test_spreads_a_score(self, score):
        """A score comes back as it was given, and takes its side."""
        rating = Rating.of_score(score)

        assert rating.score == score
        assert rating.polarity.sign * score >= 0

    def test_is_neutral_where_two_are_level(self):
        """A draw is no verdict."""
        assert Rating(negative=0.45, neutral=0.1, positive=0.45).polarity is Polarity.NEUTRAL

    @pytest.mark.parametrize(
        ("fields", "message"),
        [
            ((0.5, 0.5, 0.5), "'negative', 'neutral' and 'positive' must sum to 1 (got 1.5)"),
            ((-0.1, 0.6, 0.5), "'negative' must be from 0 to 1 (got -0.1)"),
            ((0, 0, 1.1), "'positive' must be from 0 to 1 (got 1.1)"),
        ],
    )
    def test_refuses_what_is_no_distribution(self, fields, message):
        """The message names the probabilities as the caller does."""
        with pytest.raises(ValueError, match=re.escape(message)):
            Rating(**dict(zip(("negative", "neutral", "positive"), fields, strict=True)))


class TestCandidate:
    @pytest.mark.parametrize(
        ("places", "message"),
        [
            ({"target": Span(2, 9)}, "'target' must lie inside the text of 8 characters (got 2 to 9)"),
            (
                {"target": Span(0, 3), "holder": Span(7, 9)},
                "'holder' must lie inside the text of 8 characters (got 7 to 9)",
            ),
            (
                {"target": Span(0, 3), "others": [Span(7, 9)]},
                "'others' must lie inside the text of 8 characters (got 7 to 9)",
            ),
            (
                {"target": Span(0, 3), "holder": Span(2, 5)},
                "'holder' must not overlap 'target', 0 to 3 (got 2 to 5)",
            ),
        ],
    )
    def test_refuses_places_elsewhere(self, places, message):
        """Who is rated stands in the passage, and is not the holder."""
        with pytest.raises(ValueError, match=re.escape(message)):
            Candidate("Ann won.", **places)

    @FEW
    @given(candidate=candidates())
    def test_survives_pickling(self, candidate):
        """Candidates travel to the processes that rate them, with their parse."""
        there = pickle.loads(pickle.dumps(candidate))

        assert there == candidate
        assert (there.sentence is None) == (candidate.sentence is None)

    @FEW
    @given(candidate=candidates())
    def test_is_the_same_with_and_without_a_parse(self, candidate):
        """The parse is a help, not a part of the question."""
        assert evolve(candidate, sentence=None) == candidate


class TestStance:
    @pytest.mark.parametrize(
        ("fields", "message"),
        [
            ({"score": 1.2}, "'score' must be from -1 to 1 (got 1.2)"),
            ({"confidence": -0.1}, "'confidence' must be from 0 to 1 (got -0.1)"),
            ({"score": -0.2}, "'score' must not point against the polarity, positive (got -0.2)"),
            ({"target": ANN}, "'target' must not be the holder itself (got 'Ann' for both)"),
            ({"evidence": []}, "'evidence' must not be empty for a positive stance (got none)"),
            (
                {"evidence": [Evidence(Span(19, 22), 0.5)]},
                "'evidence' must lie inside its sentence, Span(0, 20) (got Span(19, 22))",
            ),
            ({"id": ""}, "'id' must be a str that is not empty (got '')"),
            ({"scorer": ""}, "'scorer' must be a str that is not empty (got '')"),
        ],
    )
    def test_refuses_what_contradicts_itself(self, fields, message):
        """Each message names the field, the rule, and what arrived."""
        with pytest.raises(ValueError, match=re.escape(message)):
            evolve(PRAISE, **fields)

    def test_needs_evidence_only_where_it_takes_sides(self):
        """A neutral stance may show none."""
        assert evolve(PRAISE, polarity="neutral", evidence=[]).evidence == ()

    def test_may_be_the_articles_own(self):
        """The narrator is a holder like an actor, but no target."""
        assert evolve(PRAISE, holder=NARRATOR).holder is NARRATOR
        with pytest.raises(TypeError, match="'target' must be"):
            evolve(PRAISE, target=NARRATOR)

    def test_names_a_facet_once(self):
        """In the order in which they come."""
        assert evolve(PRAISE, facets=["threat", "warmth", "threat"]).facets == (Facet.THREAT, Facet.WARMTH)

    def test_has_the_attitude_of_its_quote(self):
        """What somebody is said to have admitted is conceded; the article's own voice is neutral."""
        admitted = Quote("q1", "indirect", [Span(0, 3)], attitude="conceding")

        assert evolve(PRAISE, quote=admitted).attitude is Attitude.CONCEDING
        assert evolve(PRAISE, quote=None).attitude is Attitude.NEUTRAL

    def test_takes_words_for_vocabulary(self):
        """Values are built from plain words as from the vocabulary."""
        assert PRAISE.polarity is Polarity.POSITIVE
        assert evolve(PRAISE, certainty="hedged").certainty is Certainty.HEDGED

    def test_stays_as_it_is(self):
        """A stance is a finding, not a draft."""
        with pytest.raises(FrozenInstanceError):
            PRAISE.score = 0.1

    @FEW
    @given(stance=stances())
    def test_equal_stances_hash_alike_and_survive_pickling(self, stance):
        """A stance comes back from another process with its narrator."""
        there = pickle.loads(pickle.dumps(stance))

        assert there == stance
        assert hash(there) == hash(stance)
        assert (there.holder is NARRATOR) == (stance.holder is NARRATOR)


def test_is_shown_short():
    """Actors by name, quotes by id: a stance is shown in a line or two, however long the chain of quotes."""
    somebody = Actor("a1", "Ann Lee", "person")
    quote = Quote("q0", "direct", [Span(0, 9)], speakers=[somebody])
    for at in range(1, 50):
        quote = Quote(f"q{at}", "direct", [Span(0, 9)], speakers=[somebody], parent=quote)
    stance = Stance(
        "s1", NARRATOR, somebody, polarity="neutral", score=0, confidence=1, sentence=Span(0, 9),
        quote=quote, scorer="own",
    )  # fmt: skip

    assert repr(stance) == "<Stance (narrator) -> Ann Lee: neutral +0.00>"
    assert repr(quote) == "<Quote q49 by Ann Lee: direct 0-9, in q48>"
