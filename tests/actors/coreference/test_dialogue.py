"""Whose turn each paragraph of a conversation is."""

from __future__ import annotations

import pytest

from stancekit.actors import find_actors

INTERVIEW = """The Daily interviews Olga Brandt about her work.

What do you do?

I paint. My house is full of it, and so is every other house in the street where I grew up.

Who helps you?

I work alone, as I always have, in a room above the shop that my parents ran for thirty years.

Do you sell?

I sell little, I must say, and mostly to people who have known me since I went to school.

What comes next?

I hope to rest."""

CALLS = """Are you there, Nora?

I am in the kitchen.

What are you doing?

I lost my keys.

Nora, did you look under the bed?

I did.

Did you?

I said so."""


def words_of(parsed, text, name):
    actors = {actor.name: actor for actor in find_actors(parsed(text))}
    return [m.span.of(text) for m in actors[name].mentions]


def test_the_interviewed_answers(parsed):
    """ "I" in the answers and "you" in the questions."""
    words = words_of(parsed, INTERVIEW, "Olga Brandt")

    assert words.count("I") == 8
    assert words.count("you") == 3


def test_who_is_called_answers_next(parsed):
    """Where turns alternate, it is theirs again after the next."""
    words = words_of(parsed, CALLS, "Nora")

    assert words.count("I") == 4
    assert words.count("you") == 4


def test_a_speech_asks_nobody(parsed):
    """Paragraphs without questions are no conversation."""
    text = "\n\n".join(["I thank Olga Brandt.", *["I hope that you will do your work."] * 9])

    assert words_of(parsed, text, "Olga Brandt") == ["Olga Brandt"]


@pytest.mark.parametrize("people", ["Americans", "Canadians", "Britons"])
def test_a_speech_gives_we_to_whom_it_addresses(parsed, people):
    """ "My fellow Canadians" are "we"."""
    text = f"My fellow {people}, we meet today. Our work is not done. {people} know us."

    words = words_of(parsed, text, people)

    assert {"we", "Our", "us"} <= {*words}
