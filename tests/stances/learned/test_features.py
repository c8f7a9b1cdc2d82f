"""Transformers of candidates."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.exceptions import NotFittedError
from sklearn.pipeline import FeatureUnion, make_pipeline
from sklearn.preprocessing import MaxAbsScaler

from stancekit.stances import mask
from stancekit.stances.learned import (
    BetweenFeatures,
    EvaluationFeatures,
    PathFeatures,
    PolarPathFeatures,
    PolarWordFeatures,
    QuoteFeatures,
    WordFeatures,
    default_features,
)
from stancekit.stances.learned._base import CandidateFeatures, Feature
from stancekit.stances.learned._candidate_reading import CandidateReading
from stancekit.testing import candidates
from stancekit.values import Candidate, Span

ALL = [
    WordFeatures(min_count=1),
    WordFeatures(side=True, window=2, longest=3, min_count=1),
    BetweenFeatures(min_count=1),
    PathFeatures(min_count=1),
    EvaluationFeatures(min_count=1),
    PolarWordFeatures(min_count=1),
    PolarPathFeatures(min_count=1),
    QuoteFeatures(min_count=1),
]
KINDS = pytest.mark.parametrize("features", ALL, ids=lambda f: type(f).__name__)

PRAISE = Candidate("Ornette praised Vessaly for his courage.", Span(16, 23), Span(0, 7))
QUOTED = Candidate("“Vessaly is a coward”, said Ornette.", Span(1, 8), Span(28, 35))
TWO = [PRAISE, QUOTED]


def names(features, *cases):
    """What a transformer finds in these candidates."""
    return {*clone(features).fit([mask(case).candidate for case in cases]).get_feature_names_out()}


class TestContract:
    """What scikit-learn asks of a transformer."""

    @KINDS
    def test_init_only_stores(self, features):
        """Parameters come back as given, and survive a clone."""
        parameters = features.get_params()

        assert clone(features).get_params() == parameters
        assert {*vars(features)} == {*parameters}

    @KINDS
    def test_fit_returns_itself(self, features):
        """So calls can be chained."""
        fresh = clone(features)

        assert fresh.fit(TWO) is fresh

    @KINDS
    def test_unfitted_is_told(self, features):
        """Nobody transforms by accident with what was never learned."""
        with pytest.raises(NotFittedError):
            clone(features).transform(TWO)

    @KINDS
    def test_shape(self, features):
        """A row a candidate, a column a name."""
        fitted = clone(features).fit(TWO)

        assert fitted.transform(TWO).shape == (2, len(fitted.get_feature_names_out()))
        assert fitted.transform([]).shape == (0, len(fitted.get_feature_names_out()))

    @KINDS
    def test_company_changes_nothing(self, features):
        """A candidate's row is the same alone and in any batch."""
        fitted = clone(features).fit(TWO)

        both = fitted.transform(TWO).toarray()

        assert (both == np.vstack([fitted.transform([case]).toarray() for case in TWO])).all()

    @KINDS
    def test_places_sum_to_the_row(self, features):
        """What stands where adds up to what is counted."""
        fitted = clone(features).fit(TWO)
        row = np.zeros(len(fitted.vocabulary_))

        for place in fitted.occurrences(CandidateReading(PRAISE)):
            row[place.column] += place.value

        assert row == pytest.approx(fitted.transform([PRAISE]).toarray()[0])

    def test_min_count(self):
        """What only one of two candidates has is not learned."""
        kept = WordFeatures(min_count=2).fit(TWO).get_feature_names_out()

        assert {"praise", "coward"}.isdisjoint(kept)
        assert "." in kept

    def test_min_count_is_checked_when_fitted(self):
        """As scikit-learn has it: parameters are stored first and checked later."""
        with pytest.raises(ValueError, match="'min_count' must be at least 1"):
            WordFeatures(min_count=0).fit(TWO)

    def test_fits_into_scikit_learn(self):
        """Unions, pipelines, columns of a table and nested parameters."""
        union = FeatureUnion([("words", WordFeatures(min_count=1)), ("paths", PathFeatures(min_count=1))])
        union.set_params(words__longest=1)
        table = np.array([[case, index] for index, case in enumerate(TWO)], dtype=object)
        columns = ColumnTransformer([("words", WordFeatures(min_count=1), 0), ("rest", "passthrough", [1])])

        assert not any(" " in name for name in union.fit(TWO).get_feature_names_out() if "words__" in name)
        assert make_pipeline(union, MaxAbsScaler()).fit_transform(TWO).shape[0] == 2
        assert columns.fit_transform(table).shape[0] == 2

    def test_a_transformer_of_ones_own(self):
        """A method is all it needs."""

        class Lengths(CandidateFeatures):
            def find(self, reading):
                yield Feature("words", float(len(reading.words)), ())

        assert Lengths(min_count=1, normed=False).fit_transform(TWO).toarray().ravel().tolist() == [7, 10]


class TestNames:
    """No feature knows a name."""

    @KINDS
    @given(case=candidates())
    @settings(max_examples=25, deadline=None)
    def test_anything_legal_is_read(self, features, case):
        """Also where there is no sentence at all."""
        clone(features).fit_transform([mask(case).candidate])

    @KINDS
    def test_renaming_changes_nothing(self, features):
        """Other people, the same features."""
        renamed = Candidate("Quimby praised Adair for his courage.", Span(15, 20), Span(0, 6))

        assert names(features, PRAISE) == names(features, renamed)

    def test_names_that_only_the_parse_knows(self):
        """A bystander is a placeholder, too."""
        found = names(
            WordFeatures(min_count=1), Candidate("Vessaly met Angela Merkel in Berlin.", Span(0, 7))
        )

        assert "meet @name" in found
        assert not any("merkel" in name or "berlin" in name for name in found)

    def test_a_name_inside_a_word(self):
        """So is what is left of a name in a longer word."""
        found = names(WordFeatures(min_count=1), Candidate("Vessaly met a pro-Vessaly crowd.", Span(0, 7)))

        assert not any("alden" in name.lower() for name in found)


class TestFinds:
    """What each of them sees."""

    def test_words(self):
        """Lemmas and runs of them."""
        assert {"praise", "@holder praise", "praise @target"} <= names(WordFeatures(min_count=1), PRAISE)

    def test_sides(self):
        """Seen from the target."""
        found = names(WordFeatures(side=True, min_count=1), PRAISE)

        assert {"before praise", "after courage"} <= found
        assert "after praise" not in found

    def test_window(self):
        """Words far from the target are left out."""
        assert "after courage" not in names(WordFeatures(side=True, window=2, min_count=1), PRAISE)

    def test_between(self):
        """From holder to target, and nothing without a holder."""
        features = BetweenFeatures(min_count=1)

        assert {"holder first", "holder first: praise"} <= names(features, PRAISE)
        assert "target first: coward" in names(features, QUOTED)
        assert names(features, Candidate("Vessaly lied.", Span(0, 7))) == set()

    def test_paths(self):
        """Up and down the tree, from both."""
        found = names(PathFeatures(min_count=1), PRAISE)

        assert {"@target <obj praise", "@holder <nsubj praise"} <= found

    def test_evaluations(self):
        """Sums by link, sign and voice."""
        found = names(EvaluationFeatures(min_count=1), PRAISE)

        assert {"direct +", "any direct +", "direct by holder +"} <= found
        assert "direct -" not in found

    def test_polar_words(self):
        """The lexicon's words, by how they reach the target."""
        assert "direct + by holder: praise" in names(PolarWordFeatures(min_count=1), PRAISE)

    def test_polar_paths(self):
        """Their sign and place, whatever the word."""
        found = names(PolarPathFeatures(min_count=1), PRAISE)

        assert {"<obj verb +", "<obj +", "verb + 1 up 0 down", "verb + 0 before"} <= found

    def test_quotes(self):
        """What stands in marks, and who says so."""
        found = names(QuoteFeatures(min_count=1), QUOTED)

        assert {"quoted coward", "target quoted", "cue say of @holder", "said by @holder"} <= found

    def test_default_features_are_complete(self):
        """Every transformer of the package is in use."""
        kinds = {type(part) for _, part in default_features().transformer_list}

        assert kinds == {type(features) for features in ALL}
