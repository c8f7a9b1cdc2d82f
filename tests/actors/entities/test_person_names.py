"""Which names are one person's."""

import pytest

from stancekit.actors.entities._person_names import FullName, same_person
from stancekit.lexicon import WordClasses


def full(name):
    return FullName.of(tuple(name.lower().replace(".", "").split()), WordClasses.bundled().names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Donald Trump", "Donald J. Trump"),
        ("Joe Biden", "Joseph Biden"),
        ("J. Smith", "John Smith"),
        ("John Quincy Adams", "John Q. Adams"),
    ],
)
def test_one_person_under_two_names(one, other):
    """Initials, nicknames and middle names may come and go."""
    assert same_person(full(one), full(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Donald Trump", "Donald Trump Jr."),
        ("Ann Smith", "Ann Jones"),
        ("John Quincy Adams", "John Fitzgerald Adams"),
    ],
)
def test_two_persons(one, other):
    """Relatives and namesakes stay apart."""
    assert not same_person(full(one), full(other))


def test_a_single_word_is_no_full_name():
    """Nor is one word with a number behind it."""
    assert full("Cher") is None
    assert full("Elizabeth II") is None
