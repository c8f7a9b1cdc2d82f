"""What tests of several rooms ask for."""

import pytest
from hypothesis import settings

# How long an example takes depends on the machine and on what else it does; that is for the benchmarks.
settings.register_profile("untimed", settings(), deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def parsed():
    """Parse a text with the bundled pipeline."""
    from stancekit.language import load

    return load().parse
