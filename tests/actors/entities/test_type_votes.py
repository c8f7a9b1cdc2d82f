"""What makes a person of a name that the name finder took for an organization."""

from __future__ import annotations

import pytest

from stancekit.actors import find_actors
from stancekit.values import ActorKind


def kind(labelled, text, name):
    """The kind of *name*, where the name finder took each mention for an organization."""
    cast = find_actors(labelled(text, **{name: "organization"}))
    return next(actor.kind for actor in cast if actor.name == name)


@pytest.mark.parametrize(
    "text",
    [
        "The council trusts Ilse Brandvold.",
        "Two neighbours praised Ilse Brandvold on Monday.",
        "The police arrested Ilse Brandvold.",
        "Ilse Brandvold was elected on Monday.",
        "They spoke to Ilse Brandvold's late husband.",
        "Ilse Brandvold met the tenants. She praised them.",
    ],
)
def test_what_befalls_people_makes_a_person(labelled, text):
    """Against the name finder's word."""
    assert kind(labelled, text, "Ilse Brandvold") == ActorKind.PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The council trusts Corvane Holdings.", "Corvane Holdings"),
        ("The mayor praised the Ostrey Kites on Monday.", "Ostrey Kites"),
        ("Larkhill met the tenants. It praised them.", "Larkhill"),
        ("The police raided Corvane's plant.", "Corvane"),
    ],
)
def test_what_befalls_anybody_makes_none(labelled, text, name):
    """Nor does praise make a person of what has a corporate word or an article."""
    assert kind(labelled, text, name) == ActorKind.ORGANIZATION


def test_he_may_be_somebody_else_of_that_sentence(parsed):
    """Where the name finder knows a person there."""
    document = parsed("Corvane hired Ann Pell. She praised the plan.")
    (corvane,) = [actor for actor in find_actors(document) if actor.name == "Corvane"]

    assert "She" not in [m.span.of(document.text) for m in corvane.mentions]


def test_a_corporate_word_counts_at_each_mention(built):
    """However often the name finder takes the press for a person."""
    left = "[Corvane Press|organization] left.\n"
    (press,) = find_actors(built(left + "It met [Corvane Press|person].\n" * 2))

    assert press.kind == ActorKind.ORGANIZATION


@pytest.mark.parametrize("name", ["Justice Department", "General Assembly", "King Arn Hospital"])
def test_a_title_before_a_corporate_word_is_no_title(labelled, name):
    """It is part of the name."""
    assert kind(labelled, f"Olga Brandt met the {name} on Monday.", name) == ActorKind.ORGANIZATION


def test_a_title_makes_a_person_of_whom_the_name_finder_takes_for_one(labelled):
    """Whatever the surname."""
    (actor,) = find_actors(labelled("Judge Ada Park left.", Ada_Park="person"))

    assert (actor.name, actor.kind) == ("Ada Park", ActorKind.PERSON)
