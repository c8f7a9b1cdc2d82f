"""Values that the tests of this room share."""

from __future__ import annotations

import pytest

from stancekit.stances.rules._scorer import RulesScorer


@pytest.fixture(scope="session")
def own() -> RulesScorer:
    """Counts the passage's own voice alone."""
    return RulesScorer(voice="own")


@pytest.fixture(scope="session")
def anybody() -> RulesScorer:
    """Counts everybody's evaluations."""
    return RulesScorer(voice="any")
