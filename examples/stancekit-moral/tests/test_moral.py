"""The scorer keeps what every stance scorer promises, and finds what moral words say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stancekit_moral import MoralScorer, load_words
from stancekit_moral.scorer import FACETS

import stancekit as sk
from stancekit.testing import check_scorer


def rate(text: str, target: str, holder: str | None = None, **options: object) -> sk.Rating | None:
    def place(name: str) -> sk.Span:
        return sk.Span(text.index(name), text.index(name) + len(name))

    candidate = sk.Candidate(text, place(target), place(holder) if holder else None)
    return MoralScorer(**options).score([candidate])[0]


def test_keeps_its_promises() -> None:
    """Order, company, repetition, threads, pickles, blindness, evidence, odd passages."""
    check_scorer(MoralScorer())


@settings(max_examples=50)
@given(candidate=st.from_type(sk.Candidate))
def test_answers_whatever_is_legal(candidate: sk.Candidate) -> None:
    """Hypothesis knows stancekit's values wherever both are installed."""
    (rating,) = MoralScorer().score([candidate])

    assert rating is None or rating.evidence


def test_is_found_by_name() -> None:
    """The entry point in pyproject.toml makes it one of stancekit's scorers, with its settings."""
    assert "moral" in sk.scorers.names()
    assert sk.scorers.make("moral", reach=2) == MoralScorer(reach=2)


def test_reads_an_article() -> None:
    """Who says it is the holder, who it is said of the target."""
    analysis = sk.Analyzer("moral").analyze("Olga Brandt said that Tim Weaver was cruel.")

    (stance,) = analysis.toward("Tim Weaver", by="Olga Brandt")
    assert (stance.polarity, stance.scorer) == (sk.Polarity.NEGATIVE, "moral 0.1")
    assert [item.text for item in stance.evidence] == ["cruel"]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Lena was loyal.", "positive"),
        ("Lena betrayed the party.", "negative"),
        ("Lena was not loyal.", "negative"),
        ("Lena wasn't cruel.", "positive"),
        ("The even-handed Lena spoke.", "positive"),
    ],
)
def test_hears_moral_words(text: str, polarity: str) -> None:
    """Praise, blame, and both turned round."""
    rating = rate(text, "Lena")

    assert rating is not None
    assert rating.polarity == polarity


@pytest.mark.parametrize("text", ["Lena met voters.", "Lena spoke. " + "So " * 9 + "cruel!"])
def test_abstains_elsewhere(text: str) -> None:
    """No moral word, or one far away."""
    assert rate(text, "Lena") is None


def test_leaves_a_word_to_the_name_beside_it() -> None:
    """What is said of somebody else counts for them."""
    text = "Lena met Olaf, who was cruel."

    assert rate(text, "Lena", "Olaf") is None
    assert rate(text, "Olaf", "Lena") is not None


def test_listens_for_some() -> None:
    """A foundation left out is not heard."""
    assert rate("Lena was loyal.", "Lena", foundations="care") is None


@pytest.mark.parametrize("options", [{"foundations": ["greed"]}, {"foundations": []}, {"reach": -1}])
def test_checks_its_settings(options: dict[str, object]) -> None:
    """A wrong setting is named with what is allowed."""
    with pytest.raises(ValueError, match=f"'{next(iter(options))}' must be"):
        sk.scorers.make("moral", **options)


def test_every_word_has_a_foundation() -> None:
    """The list holds together."""
    assert {foundation for foundation, _ in load_words().values()} == {*FACETS}
    assert all(-1 <= weight <= 1 and weight for _, weight in load_words().values())
