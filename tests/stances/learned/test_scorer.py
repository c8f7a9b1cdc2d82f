"""The `sklearn` scorer."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.dummy import DummyClassifier

from stancekit.errors import ModelLoadError, ScorerLoadError
from stancekit.stances import rate, scorers
from stancekit.stances.learned import Model, SklearnScorer, save_model
from stancekit.stances.learned._evidence import signed_weights
from stancekit.testing import check_scorer
from stancekit.values import Candidate, Facet, Polarity, Span

TEXT = "Critics call Vessaly a corrupt coward who betrayed the city."


@pytest.fixture(scope="module")
def shipped():
    return scorers.make("sklearn")


def test_keeps_the_contract(shipped):
    """What every stance scorer promises."""
    check_scorer(shipped, max_examples=25)


def test_is_recorded_with_its_version(shipped):
    """Name and version tell which model judged."""
    assert shipped.name == "sklearn"
    assert shipped.version == shipped.model.card["version"] != ""


def test_evidence_carries_the_decision(shipped):
    """The words that weigh, signed, with the lexicon's facet where it knows one."""
    (rating,) = rate(shipped, [Candidate(TEXT, Span(13, 20))])

    assert rating.polarity is Polarity.NEGATIVE
    found = {item.text: item for item in rating.evidence}
    assert all(item.weight < 0 for text, item in found.items() if "coward" in text or "betrayed" in text)
    assert any("coward" in text for text in found)
    assert {item.facet for item in found.values()} & {Facet.STRENGTH, Facet.MORALITY}


def test_abstains_without_a_sentence(shipped):
    """Where the target stands in no sentence there is no basis to judge."""
    assert shipped.score([Candidate("   ", Span(1, 2))]) == [None]


def test_abstains_on_a_question_it_never_met(model):
    """A model that never saw a holder can't say what one holds."""
    scorer = SklearnScorer(Model({"framing": model.classifiers["framing"]}))
    text = "Ornette praised Vessaly."

    framed, held = rate(scorer, [Candidate(text, Span(16, 23)), Candidate(text, Span(16, 23), Span(0, 7))])

    assert framed is not None
    assert held is None


def test_direction(model):
    """Who praises holds the stance; who is praised does not."""
    text = "Ornette praised Vessaly."

    held, back = rate(
        SklearnScorer(model),
        [Candidate(text, Span(16, 23), Span(0, 7)), Candidate(text, Span(0, 7), Span(16, 23))],
    )

    assert (held.polarity, back.polarity) == (Polarity.POSITIVE, Polarity.NEUTRAL)


def test_takes_any_fitted_classifier():
    """Without contributions there is no evidence, but a rating."""
    case = Candidate(TEXT, Span(13, 20))
    dummy = DummyClassifier(strategy="prior").fit([[0]] * 4, ["negative", "negative", "positive", "negative"])

    (rating,) = rate(SklearnScorer(dummy), [case])

    assert (rating.negative, rating.neutral, rating.positive) == (0.75, 0.0, 0.25)


def test_a_model_of_ones_own_by_name(model, tmp_path):
    """The folder stands behind a colon, wherever a scorer is named."""
    save_model(model, tmp_path)

    assert scorers.make(f"sklearn:{tmp_path}").version == model.version


@pytest.mark.parametrize(
    ("name", "message"),
    [("rules:folder", "'rules' takes no model"), ("sklearn:", "must name a model behind the colon")],
)
def test_misplaced_models_are_told(name, message):
    """As whoever wrote the name knows it."""
    with pytest.raises(ScorerLoadError, match=message):
        scorers.make(name)


def test_a_missing_model_is_told(tmp_path):
    """With the folder's name."""
    with pytest.raises(ModelLoadError, match="nowhere"):
        scorers.make(f"sklearn:{tmp_path / 'nowhere'}")


def test_signed_weights_sum_to_the_score():
    """What the words change of P(positive) - P(negative), and no more."""
    logits = np.array([[1.5, 0.2, -1.0], [-0.3, 0.0, 0.4], [0.1, -0.6, 0.2]])
    intercept = np.array([0.1, 0.4, -0.2])

    weights = signed_weights(logits, intercept, ["negative", "neutral", "positive"])

    def score(z):
        shares = np.exp(z) / np.exp(z).sum()
        return shares[2] - shares[0]

    assert weights.sum() == pytest.approx(score(intercept + logits.sum(axis=0)) - score(intercept), abs=1e-3)
    assert weights[0] < 0 < weights[1]
