"""Lemma edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.language._lemmas import apply_edit, edit_between

WORDS = st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=1, max_size=12)


@given(word=WORDS, lemma=WORDS)
def test_an_edit_leads_from_its_word_to_its_lemma(word, lemma):
    """Carrying out the edit between two words gives the second."""
    if len(word) == len(word.lower()):
        assert apply_edit(word, edit_between(word, lemma)) == lemma


@pytest.mark.parametrize(
    ("word", "like", "lemma"),
    [("applied", ("denied", "deny"), "apply"), ("Cats", ("Dogs", "dog"), "cat"), ("UN", ("x", "x"), "UN")],
)
def test_an_edit_carries_over(word, like, lemma):
    """What was learned from one word holds for its likes."""
    assert apply_edit(word, edit_between(*like)) == lemma


@given(word=WORDS, edit=st.sampled_from(["l9x", "k3", "l0", "="]))
def test_an_edit_that_does_not_fit_breaks_nothing(word, edit):
    """Cutting more than there is leaves something."""
    assert isinstance(apply_edit(word, edit), str)
