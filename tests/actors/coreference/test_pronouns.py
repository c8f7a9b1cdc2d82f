"""Candidates for the antecedent of a pronoun, and which mentions cannot be one."""

from __future__ import annotations

import pytest

from stancekit.actors._pipeline import STAGES, read_actors, replace_stage, resolve_nominals_and_pronouns
from stancekit.actors.coreference._pronouns import find_candidates, is_expletive, likeliest
from stancekit.actors.mentions._token_row import TokenRow


def candidates(document, pronoun):
    """The names of the candidates of the last *pronoun*, the latest mentioned first."""
    found = {}

    def choose(discourse, position):
        names = [c.antecedent.entity for c in find_candidates(discourse, position)]
        found[discourse.row.words[position]] = [e.names[0].key[-1] for e in names if e is not None]

    def resolve(state):
        return resolve_nominals_and_pronouns(state, choose_pronoun=choose)

    read_actors(document, stages=replace_stage(resolve_nominals_and_pronouns, resolve, STAGES))
    return found[pronoun]


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Tom Baker met Paul Keller. He left.", "he", ["keller", "baker"]),
        ("Tom Baker met Paul Keller. She left.", "she", []),
        ("Tom Baker praised him.", "him", []),
        ("Tom Baker praised himself.", "himself", ["baker"]),
        ("Tom Baker praised his wife.", "his", ["baker"]),
        ("Tom Baker urged Paul Keller to praise himself.", "himself", ["keller"]),
        ("Tom Baker urged Paul Keller to praise him.", "him", ["baker"]),
    ],
)
def test_candidates_agree_and_are_no_co_arguments(parsed, text, pronoun, expected):
    """Gender excludes, and so does being another argument of the same verb; a reflexive takes the subject."""
    assert candidates(parsed(text), pronoun) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It seems that Ann left.", True),
        ("It is clear that Ann left.", True),
        ("It was easy to leave.", True),
        ("It left the town.", False),
    ],
)
def test_an_expletive_refers_to_nothing(parsed, text, expected):
    """Weather and clauses have no antecedent."""
    assert is_expletive(TokenRow.of(parsed(text)), 0) is expected


def test_nobody_is_an_answer():
    """The likeliest candidate must beat the weight of "nobody"."""
    options = [{"near": 0.5}, {"near": 1.0}]

    assert likeliest(options, {"near": 1.0, "nobody": 0.7}) == 1
    assert likeliest(options, {"near": 1.0, "nobody": 1.5}) is None
