"""What ships keeps the promises that it asks of others."""

import pytest

from stancekit.stances import scorers
from stancekit.stances.scoring._registry import BUILT_IN
from stancekit.testing import check_scorer


@pytest.mark.parametrize("name", BUILT_IN)
def test_built_in_scorers_keep_their_promises(name):
    """Order, company, repetition, threads, pickles, blindness, evidence, odd passages."""
    check_scorer(scorers.make(name), max_examples=20)
