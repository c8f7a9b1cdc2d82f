"""Forms of English verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.language import load
from stancekit.language._inflection import _forms, base_of, inflections

VERBS = sorted(_forms())


@given(verb=st.sampled_from(VERBS))
def test_an_irregular_form_leads_back_to_its_verb(verb):
    """Unless it is a form, or the base, of another verb, too."""
    for form in _forms()[verb]:
        base = base_of(form)

        assert form in inflections(verb)
        assert base is None or form in inflections(base)


@given(verb=st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12))
def test_every_verb_has_forms(verb):
    """Whatever the letters; its base is one of them."""
    assert verb in inflections(verb)


@pytest.mark.parametrize(
    ("form", "base"), [("overthrew", "overthrow"), ("rebound", None), ("ran", "run"), ("praised", None)]
)
def test_prefixes_keep_irregular_forms(form, base):
    """What begins like another verb need not be one."""
    assert base_of(form) == base


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [("She misled them.", "mislead"), ("He bullied her.", "bully"), ("They stole it.", "steal")],
)
def test_verbs_are_read_as_what_they_are_forms_of(sentence, lemma):
    """A word that exists is no lemma of another one's form."""
    (read,) = load().parse(sentence).sentences

    assert read.tokens[1].lemma == lemma
