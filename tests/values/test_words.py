"""The vocabularies: strings that are one of few."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit import values
from stancekit.values import ActorKind, Attitude, Certainty, Facet, MentionKind, Polarity, QuoteKind

FEW = settings(max_examples=40, deadline=None)

VOCABULARIES = [
    getattr(values, name) for name in values.__all__ if name.endswith(("Kind", "Facet", "Attitude", "y"))
]
WORDS = [word for vocabulary in VOCABULARIES for word in getattr(vocabulary, "__members__", {}).values()]

# What records and tables of our users hold.
PROMISED = {
    Polarity: "negative neutral positive",
    Facet: "competence strength morality warmth legitimacy threat victimhood",
    Attitude: "neutral doubting conceding endorsing emphatic",
    Certainty: "asserted hedged hypothetical question",
    QuoteKind: "direct indirect mixed scare",
    MentionKind: "name nominal pronoun",
    ActorKind: "person organization place group unnamed",
}


@pytest.mark.parametrize(
    ("vocabulary", "words"), PROMISED.items(), ids=lambda it: getattr(it, "__name__", "")
)
def test_promised_words_stay(vocabulary, words):
    """A word that records hold is never renamed."""
    assert [word.value for word in vocabulary] == words.split()


@FEW
@given(word=st.sampled_from(WORDS))
def test_words_are_strings(word):
    """A word compares and serializes as what it says."""
    assert word == word.value == str(word)
    assert json.loads(json.dumps(word)) == word.value


@FEW
@given(word=st.sampled_from(WORDS))
def test_pickling_gives_the_same_word(word):
    """`is` works across processes."""
    assert pickle.loads(pickle.dumps(word)) is word


def test_polarity_knows_its_sign():
    """The sign is the direction of a score."""
    assert [polarity.sign for polarity in Polarity] == [-1, 0, 1]
