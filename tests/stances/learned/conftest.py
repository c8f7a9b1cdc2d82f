"""A small model that the tests of learned scorers share; all sentences are made up."""

from __future__ import annotations

import pytest

from stancekit.stances.learned import Example, StanceClassifier, default_features, train
from stancekit.values import Candidate, Span

ACTS = {
    "negative": ["lied to voters", "betrayed the city", "is a coward", "wrecked the budget", "was corrupt"],
    "neutral": ["met voters", "visited the city", "is a lawyer", "read the budget", "was early"],
    "positive": ["inspired voters", "saved the city", "is a hero", "mended the budget", "was brave"],
}
OPENINGS = ["", "On Monday, ", "In May, "]
VERBS = {"negative": "condemned", "neutral": "met", "positive": "praised"}
ENDINGS = ["", " on Monday", " in May", " again", " at noon"]


def framing() -> list[Example]:
    """How a passage frames its target: 45 rows."""
    return [
        Example(Candidate(f"{opening}Vessaly {act}.", Span(len(opening), len(opening) + 7)), label)
        for label, acts in ACTS.items()
        for opening in OPENINGS
        for act in acts
    ]


def holding() -> list[Example]:
    """What the holder says of the target, and what the target says of the holder: 60 rows."""
    found = []
    for label, verb in VERBS.items():
        for opening in OPENINGS[:2]:
            for ending in ENDINGS:
                text = f"{opening}Ornette {verb} Vessaly{ending}."
                ornette = Span(len(opening), len(opening) + 7)
                vessaly = Span(text.index("Vessaly"), text.index("Vessaly") + 7)
                found.append(Example(Candidate(text, vessaly, ornette), label))
                found.append(Example(Candidate(text, ornette, vessaly), "neutral"))
    return found


@pytest.fixture(scope="session")
def examples():
    """Rows for both questions."""
    return [*framing(), *holding()]


@pytest.fixture(scope="session")
def small():
    """An estimator for few rows, not fitted."""
    return StanceClassifier(features=default_features(min_count=1), C=10.0, folds=2)


@pytest.fixture(scope="session")
def model(examples, small):
    """Trained for both questions."""
    return train(examples, classifier=small)
