"""What tests of several rooms ask for."""

import pytest


@pytest.fixture(scope="session")
def parsed():
    """Parse a text with the bundled pipeline."""
    from stancekit.language import load

    return load().parse
