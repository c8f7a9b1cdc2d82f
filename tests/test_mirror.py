"""Test files mirror the rooms and their stages: whoever opens a module finds its tests by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

import stancekit

HERE = Path(__file__).parent
PACKAGE = Path(stancekit.__file__).parent

NO_ROOMS = {"benchmarks", "languages", "typing"}
"""Folders of tests about the whole: what it costs, other languages than English, types from outside."""

OF_SEVERAL_MODULES = {
    "cli/test_streams.py": "closed, full and unread streams, whatever the command",
    "quotes/test_properties.py": "what holds of every text and every parse",
    "stances/learned/test_contract.py": "scikit-learn's checks of every transformer",
    "stances/learned/test_features.py": "what all transformers of candidates have in common",
    "stances/rules/test_golden.py": "cases in files, whatever rule they need",
    "stances/scoring/test_conformance.py": "every scorer that ships",
}
"""Tests of what no module does alone."""


def name_of(path: Path) -> str:
    return path.relative_to(HERE).as_posix()


FILES = [
    path for path in sorted(HERE.rglob("*/test_*.py")) if path.relative_to(HERE).parts[0] not in NO_ROOMS
]


@pytest.mark.parametrize(
    "path", [path for path in FILES if name_of(path) not in OF_SEVERAL_MODULES], ids=name_of
)
def test_a_file_of_tests_has_the_name_of_what_it_tests(path):
    """A module, a folder of modules or the room itself, in the same folder of the package."""
    folder, name = PACKAGE / path.relative_to(HERE).parent, path.stem.removeprefix("test_")
    modules = [path for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]

    assert name in {folder.name, *(path.stem.strip("_") for path in modules)} - {"init"}


@pytest.mark.parametrize("name", OF_SEVERAL_MODULES)
def test_exceptions_are_still_there(name):
    """An exception that nothing uses any more goes away."""
    assert (HERE / name).exists()


def test_the_mirror_is_not_empty():
    """The measure itself: it looks at the rooms' tests."""
    rooms = {name_of(path).partition("/")[0] for path in FILES}

    assert {"actors", "quotes", "stances", "values"} <= rooms
