# ruff: noqa: D102  the stand-ins' methods are the protocol's
"""What a scorer rules out beforehand is what it would find nothing in."""

from __future__ import annotations

from pathlib import Path

import pytest

from stancekit.actors import find_actors
from stancekit.language import load
from stancekit.quotes import find_quotes
from stancekit.stances._pipeline import find_stances
from stancekit.stances.masking._mask import PLACEHOLDERS
from stancekit.stances.rules._scorer import RulesScorer

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
TEXT = "Olga Brandt praised Tim Weaver. Tim Weaver met Nina Holt. Ida Marsh called Nina Holt a liar."


class Unfiltered:
    """The rules without a word beforehand."""

    def __init__(self, scorer):
        self._scorer = scorer
        self.name = scorer.name
        self.asked = []

    def score(self, candidates):
        self.asked += candidates
        return self._scorer.score(candidates)


class Watched(Unfiltered):
    """Writes down what it is shown."""

    def may_hold_evidence(self, words):
        self.asked.append(" ".join(word.text for word in words))
        return self._scorer.may_hold_evidence(words)

    def possible_targets(self, candidate):
        self.asked.append(candidate.text)
        return self._scorer.possible_targets(candidate)


class Broken(Unfiltered):
    """Fails whenever it is asked beforehand."""

    def may_hold_evidence(self, words):
        raise RuntimeError

    def possible_targets(self, candidate):
        raise RuntimeError


def found(text, scorer):
    document = load().parse(text)
    told = find_quotes(document, find_actors(document).actors)
    return find_stances(document, told.actors, told.quotes, scorer, label="rules")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_prefiltering_changes_nothing(path):
    """The same stances come of asking everything."""
    text = path.read_text(encoding="utf-8")

    assert found(text, RulesScorer()) == found(text, Unfiltered(RulesScorer()))


def test_prefiltering_spares_candidates():
    """A sentence without a polar word is not asked about."""
    every, filtered = Unfiltered(RulesScorer()), Watched(RulesScorer())
    found(TEXT, every)
    found(TEXT, filtered)

    assert any("met" in asked.text for asked in every.asked)
    assert not any("met" in asked.text for asked in filtered.asked if not isinstance(asked, str))


def test_prefilters_see_no_name():
    """Neither words nor passages shown beforehand hold one."""
    watched = Watched(RulesScorer())
    found(TEXT, watched)

    shown = " ".join(asked for asked in watched.asked if isinstance(asked, str))
    assert any(name in shown for name in PLACEHOLDERS)
    assert not any(name in shown for name in ("Brandt", "Weaver", "Holt", "Marsh"))


def test_broken_prefilters_leave_nothing_out():
    """What fails beforehand is asked about all the same."""
    assert found(TEXT, Broken(RulesScorer())) == found(TEXT, RulesScorer())
