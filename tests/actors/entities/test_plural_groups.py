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


def test_a_noun_alone_must_come_again(parsed):
    """ "The rebels" are somebody, once more than one sentence speaks of them."""
    text = "The rebels attacked the town. The mayor said the rebels had fled."

    assert groups(parsed, text) == {"The rebels": ["The rebels", "the rebels"]}
    assert groups(parsed, "The rebels attacked the town.") == {}


def test_capitals_make_no_name_of_a_post(parsed):
    """ "Republican Senators" are the same group as "Republican senators"."""
    text = "Republican Senators rejected the plan. Some said that Republican senators had wavered."

    assert groups(parsed, text) == {"Republican Senators": ["Republican Senators", "Republican senators"]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The union did not blame the shift managers.", "the shift managers"),
        ("The tenants of the block met on Monday. They want repairs.", "The tenants"),
        ("The firm said its workers were paid. The workers disagree.", "its workers"),
        (
            "Pell met the night managers. The managers were angry. The night managers left.",
            "the night managers",
        ),
    ],
)
def test_who_is_judged_or_spoken_of_again_is_a_group(parsed, text, name):
    """By a verb of judgement, by "they" or by the noun."""
    assert list(groups(parsed, text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The shift managers went home.",
        "The union did not blame shift managers.",
        "The union praised the plans. They cost nothing.",
        "The shift managers went home. The night managers stayed.",
    ],
)
def test_who_is_named_once_is_no_group(parsed, text):
    """Nor is what no noun of people calls."""
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
