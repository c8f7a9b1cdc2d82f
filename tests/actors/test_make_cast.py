"""A possessive's ending is part of a mention, and of nothing else."""

from __future__ import annotations

from itertools import pairwise

from stancekit.actors import find_actors
from stancekit.stances.candidates._generate import find_candidates

TEXT = "Critics mocked Putin's plan, and the mayor of Leeds' clerk laughed."


def test_the_ending_is_part_of_the_mention(parsed):
    """As in corpora of coreference; the name itself has none."""
    (putin,) = [a for a in find_actors(parsed(TEXT)) if "Putin" in a.name]

    assert [m.span.of(TEXT) for m in putin.mentions] == ["Putin's"]
    assert "Putin's" not in {putin.name, *putin.aliases}


def test_scorers_see_the_name_alone(parsed):
    """What is masked leaves the ending where it stands."""
    document = parsed(TEXT)
    placed = find_candidates(document, find_actors(document).actors, ())
    targets = {p.candidate.target.of(p.candidate.text) for p in placed}

    assert "Putin" in targets
    assert "Putin's" not in targets


def test_no_two_mentions_overlap(parsed):
    """ "His" of "his father" is the son's, the father is who is left."""
    text = (
        "Tom Baker met John Miller, his lawyer. The lawyer's secretary of state knew his father, Paul Baker."
    )

    spans = sorted(m.span for actor in find_actors(parsed(text)) for m in actor.mentions)

    assert not any(one.overlaps(other) for one, other in pairwise(spans))
