"""The package from outside: its names, and what importing it costs."""

import subprocess
import sys

import pytest

import stancekit


def test_every_promised_name_exists():
    """The list of names and the namespace agree."""
    assert {*stancekit.__all__} == {*dir(stancekit)}
    assert all(getattr(stancekit, name) is not None for name in stancekit.__all__)


def test_an_unknown_name_is_told():
    """A misspelled name is an ordinary AttributeError."""
    with pytest.raises(AttributeError, match="no attribute 'analyse'"):
        _ = stancekit.analyse


@pytest.mark.parametrize("heavy", ["spacy", "sklearn", "pandas", "numpy", "onnxruntime", "rich", "textblob"])
def test_importing_loads_nothing_heavy(heavy):
    """`import stancekit` leaves the big libraries alone."""
    code = f"import sys, stancekit; sys.exit({heavy!r} in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
