"""Noun phrases and their modifiers, on sentences that the bundled pipeline parses."""

from __future__ import annotations

import pytest

from stancekit.actors import Registry
from stancekit.actors.mentions._noun_phrases import find_noun_phrases
from stancekit.actors.mentions._token_row import TokenRow
from stancekit.actors.registry._registry import tables_of


def phrases(document):
    row = TokenRow.of(document)
    found = find_noun_phrases(row, [False] * len(row), {}, tables_of(Registry.builtin()))
    return {row.text(phrase.begin, phrase.stop): phrase for phrase in found}


@pytest.mark.parametrize(
    ("text", "phrase", "told"),
    [
        ("The firm left.", "The firm", {"definite": True, "plural": False, "sort": "body"}),
        ("A firm left.", "A firm", {"definite": False}),
        ("The firms left.", "The firms", {"plural": True}),
        ("Her brother left.", "Her brother", {"owned": True, "speakers": False, "pronoun": "he"}),
        ("My brother left.", "My brother", {"owned": True, "speakers": True}),
        ("The former mayor left.", "The former mayor", {"former": True, "modified": False}),
        ("The tired mayor left.", "The tired mayor", {"modified": True, "compound": False}),
        ("The town mayor left.", "The town mayor", {"modified": True, "compound": True}),
        ("The Russian president left.", "The Russian president", {"sort": "office", "modified": False}),
        ("The mayor of the town left.", "The mayor", {"followed": True}),
        ("Ann is the mayor.", "the mayor", {"predicate": True}),
    ],
)
def test_modifiers_tell_what_a_phrase_is(parsed, text, phrase, told):
    """Determiners, possessives, adjectives, nouns, and what follows."""
    found = phrases(parsed(text))[phrase]

    assert {name: getattr(found, name) for name in told} == told


@pytest.mark.parametrize(
    ("text", "party", "is_state"),
    [("The Russian president left.", None, True), ("The Republican senator left.", "republican", True)],
)
def test_adjectives_tell_state_and_party(parsed, text, party, is_state):
    """The party of a state tells the state, too."""
    (found,) = phrases(parsed(text)).values()

    assert (found.party, found.nation is not None) == (party, is_state)


def test_the_longer_phrase_wins(parsed):
    """ "The secretary of state" holds no "the secretary"."""
    assert [*phrases(parsed("The secretary of state left."))] == ["The secretary of state"]


def test_a_determiner_belongs_to_its_own_noun(parsed):
    """A relative clause without a pronoun begins a phrase of its own."""
    found = phrases(
        parsed("She backs some of the changes lawmakers expect, and praised the oath senators swore.")
    )

    assert not found["lawmakers"].definite
    assert not found["senators"].definite
