"""Who says "I" and "we" outside quotation marks."""

from __future__ import annotations

import pytest

from stancekit.actors import find_actors

OWN = " I bake. I sing. I paint my house. I swim. I think that I run too little."

ANSWERS = """How did it begin?

We met at school. Our teacher lent us a boat, and we sailed it for a whole summer off the coast.

Who builds the boats?

We build them, in a shed that our neighbours let us use on most days of the week.

What comes next?

We hope to sail to the islands, if the weather lets us.

Do you sell boats?

We sell a few. Our prices are low."""


def words_of(parsed, text, name):
    actors = {actor.name: actor for actor in find_actors(parsed(text))}
    return [m.span.of(text) for m in actors[name].mentions] if name in actors else []


@pytest.mark.parametrize(
    "opening",
    [
        "Hey guys, it's Nora Lane here!",
        "Hello everyone, this is Nora Lane.",
        "I'm Nora Lane.",
        "I, Nora Lane, speak to you.",
    ],
)
def test_who_presents_themselves_says_i(parsed, opening):
    """Whatever words they do it with."""
    assert words_of(parsed, opening + OWN, "Nora Lane").count("I") >= 5


def test_who_is_pointed_at_does_not(parsed):
    """ "This is Nora Lane" may show a picture."""
    assert words_of(parsed, "This is Nora Lane." + OWN, "Nora Lane") == ["Nora Lane"]


@pytest.mark.parametrize(
    "heading",
    [
        "Remarks by Senator Nora Lane at the harbour",
        "STATEMENT OF NORA LANE",
        "Senator Nora Lane made these remarks on Monday:",
    ],
)
def test_a_heading_announces_who_speaks(parsed, heading):
    """By their name, in a line without a verb or one that ends with a colon."""
    text = f"{heading}\n\nGood evening.{OWN}"
    names = {"Nora Lane", "NORA LANE"}

    assert any(words_of(parsed, text, name).count("I") >= 5 for name in names)


def test_a_headline_about_a_speech_does_not(parsed):
    """The writer is somebody else."""
    text = f"Nora Lane's speech was a disgrace\n\nGood evening.{OWN}"

    assert "I" not in words_of(parsed, text, "Nora Lane")


def test_we_in_an_interview_with_two_are_both(parsed):
    """A group by their names."""
    text = f"The Daily interviews Olga Brandt and Paul Moss.\n\n{ANSWERS}"

    assert words_of(parsed, text, "Olga Brandt and Paul Moss").count("We") == 4


def test_we_in_an_interview_with_one_are_more(parsed):
    """The one who answers, and others."""
    text = f"The Daily interviews Olga Brandt about boats.\n\n{ANSWERS}"

    assert words_of(parsed, text, "Olga Brandt and others").count("We") == 4
