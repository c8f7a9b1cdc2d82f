"""Groups that plural nouns describe."""

from __future__ import annotations

from stancekit.actors import find_actors


def groups(parsed, text):
    cast = find_actors(parsed(text))
    return {a.name: [m.span.of(text) for m in a.mentions] for a in cast if a.kind == "group"}


def test_whose_they_are_tells_groups_apart(parsed):
    """And the noun alone means the last one so called."""
    text = "Russian troops left the town. The troops burned a bridge."

    assert groups(parsed, text) == {"Russian troops": ["Russian troops", "The troops"]}


def test_a_noun_alone_must_come_again(parsed):
    """ "The rebels" are somebody, once more than one sentence speaks of them."""
    text = "The rebels attacked the town. The mayor said the rebels had fled."

    assert groups(parsed, text) == {"The rebels": ["The rebels", "the rebels"]}
    assert groups(parsed, "The rebels attacked the town.") == {}


def test_capitals_make_no_name_of_a_post(parsed):
    """ "Republican Senators" are the same group as "Republican senators"."""
    text = "Republican Senators rejected the plan. Some said that Republican senators had wavered."

    assert groups(parsed, text) == {"Republican Senators": ["Republican Senators", "Republican senators"]}
