"""Groups that plural nouns describe."""

from __future__ import annotations

import pytest

from stancekit.actors import find_actors


def groups(parsed, text):
    cast = find_actors(parsed(text))
    return {a.name: [m.span.of(text) for m in a.mentions] for a in cast if a.kind == "group"}


def test_whose_they_are_tells_groups_apart(parsed):
    """And the noun alone means the last one so called."""
    text = "Russian troops left the town. The troops burned a bridge."

    assert groups(parsed, text) == {"Russian troops": ["Russian troops", "The troops"]}


def test_a_definite_noun_is_a_group_for_all_its_mentions(parsed):
    """ "The rebels" are one group, however often and whatever is said of them."""
    text = "The rebels attacked the town. The mayor said the rebels had fled."

    assert groups(parsed, text) == {"The rebels": ["The rebels", "the rebels"]}
    assert groups(parsed, "The rebels attacked the town.") == {"The rebels": ["The rebels"]}


def test_capitals_make_no_name_of_a_post(parsed):
    """ "Republican Senators" are the same group as "Republican senators"."""
    text = "Republican Senators rejected the plan. Some said that Republican senators had wavered."

    assert groups(parsed, text) == {"Republican Senators": ["Republican Senators", "Republican senators"]}


@pytest.mark.parametrize("verb", ["blame", "praise", "meet", "pay", "count"])
def test_who_exists_does_not_depend_on_who_is_judged(parsed, verb):
    """A group is one whether the verb evaluates it or not."""
    found = groups(parsed, f"The council did not {verb} the bus drivers.")

    assert list(found) == ["the bus drivers"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The tenants of the block met on Monday. They want repairs.", "The tenants"),
        ("The firm said its workers were paid. The workers disagree.", "its workers"),
        (
            "Pell met the night nurses. The nurses were angry. The night nurses left.",
            "the night nurses",
        ),
    ],
)
def test_later_mentions_belong_to_the_same_group(parsed, text, name):
    """By "they", or by the noun."""
    assert list(groups(parsed, text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The council did not blame bus drivers.",
        "The council praised the plans. They cost nothing.",
        "The people left. The men stayed.",
        "The two heirs met the three owners.",
        "The two officers left.",
    ],
)
def test_indefinite_and_unspecific_plurals_are_no_groups(parsed, text):
    """Nor are plurals of nouns that are not for people."""
    assert groups(parsed, text) == {}


def test_other_words_make_another_group(parsed):
    """The noun alone means the last one."""
    text = (
        "The shift managers praised the night managers. The shift managers left. They were angry. "
        "The union trusts the night managers. The managers stayed."
    )
    found = groups(parsed, text)

    assert len(found["The shift managers"]) == 3
    assert found["the night managers"][-1] == "The managers"
