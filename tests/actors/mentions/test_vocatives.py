"""Who is spoken to by a form of address."""

from __future__ import annotations

import pytest

from stancekit.actors import find_actors


def words_of(parsed, text, name):
    actors = {actor.name: actor for actor in find_actors(parsed(text))}
    return [m.span.of(text) for m in actors[name].mentions] if name in actors else []


@pytest.mark.parametrize("called", ["Madam Speaker", "Mr. Chair", "Your Honor"])
def test_who_is_addressed_twice_is_somebody(parsed, called):
    """By the office or the dignity alone."""
    text = f"{called}, I rise to object. The bill is bad. We ask for time, {called}."

    assert words_of(parsed, text, called) == [called, called]


def test_who_is_addressed_once_is_nobody(parsed):
    """One courtesy tells nobody apart."""
    assert not words_of(parsed, "Madam Speaker, I rise to object. The bill is bad.", "Madam Speaker")


def test_a_title_before_a_name_is_the_names(parsed):
    """ "Mr. Speaker Lane" is Lane."""
    text = "Madam Speaker Lane left. Madam Speaker Lane came back."

    assert not words_of(parsed, text, "Madam Speaker")


def test_you_is_who_the_sentence_calls(parsed):
    """Where only one is called."""
    text = "I thank you, Madam Speaker. They do not thank you. Madam Speaker, you are kind."

    assert words_of(parsed, text, "Madam Speaker").count("you") == 2
