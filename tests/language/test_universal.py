"""Function words of other languages, by their features."""

from __future__ import annotations

import pytest

from stancekit import Token
from stancekit.language._universal import counterpart, is_owner, is_that, relation_of, word_of


def word(text, pos, feats="", dep="dep"):
    return Token(0, 0, len(text), text, text.lower(), pos, feats, dep, 1)


@pytest.mark.parametrize(
    ("text", "pos", "feats", "english"),
    [
        ("nicht", "PART", "Polarity=Neg", "not"),
        ("no", "ADV", "Polarity=Neg", "no"),
        ("nunca", "ADV", "Polarity=Neg", "not"),
        ("kein", "DET", "Case=Nom|PronType=Neg", "no"),
        ("niemand", "PRON", "Case=Nom|PronType=Neg", "nobody"),
        ("ich", "PRON", "Case=Nom|Number=Sing|Person=1|PronType=Prs", "i"),
        ("uns", "PRON", "Case=Acc|Number=Plur|Person=1|PronType=Prs", "us"),
        ("er", "PRON", "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs", "he"),
        ("ihn", "PRON", "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs", "him"),
        ("elles", "PRON", "Gender=Fem|Number=Plur|Person=3|PronType=Prs", "they"),
        ("herself", "PRON", "Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes", "herself"),
        ("seine", "DET", "Gender=Fem|Gender[psor]=Masc,Neut|Number[psor]=Sing|Person=3|Poss=Yes", "his"),
        ("unser", "DET", "Number=Sing|Number[psor]=Plur|Person=1|Poss=Yes|PronType=Prs", "our"),
        ("der", "DET", "Case=Nom|Definite=Def|PronType=Art", "the"),
        ("un", "DET", "Definite=Ind|PronType=Art", "a"),
        ("i", "DET", "Definite=Def|Gender=Masc|Number=Plur|PronType=Art", "the"),
        ("dieser", "DET", "Number=Sing|PronType=Dem", "this"),
        ("que", "PRON", "PronType=Int,Rel", "which"),
    ],
)
def test_do_what_an_english_word_does(text, pos, feats, english):
    """Polarity, person, gender, number, case, owner and definiteness tell it."""
    assert word_of(word(text, pos, feats)) == english


@pytest.mark.parametrize(
    ("text", "pos", "feats"),
    [
        ("not", "PART", "Polarity=Neg"),
        ("what", "PRON", "PronType=Rel"),
        ("her", "PRON", "Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs"),
        ("whose", "PRON", "Poss=Yes|PronType=Rel"),
        ("mutig", "ADJ", "Polarity=Neg"),
        ("hän", "PRON", "Case=Nom|Number=Sing|Person=3|PronType=Prs"),
        ("sich", "PRON", "Case=Acc|Person=3|PronType=Prs|Reflex=Yes"),
        ("ja", "PART", ""),
        ("act—my", "PRON", "Number=Sing|Person=1|Poss=Yes|PronType=Prs"),
    ],
)
def test_english_and_open_words_have_none(text, pos, feats):
    """What English has is read as it stands; a pronoun without gender is left alone."""
    assert counterpart(word(text, pos, feats)) is None


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [("dass", "ccomp", True), ("dass", "acl", True), ("weil", "advcl", False), ("because", "ccomp", False)],
)
def test_conjunctions_of_what_is_said(text, relation, expected):
    """One that marks a complement is "that", in whatever language."""
    clause = Token(1, 5, 9, "lüge", "lügen", "VERB", "", relation, 1)

    assert is_that(word(text, "SCONJ", dep="mark"), clause) is expected


@pytest.mark.parametrize(
    ("pos", "feats", "dep", "expected"),
    [
        ("PROPN", "Case=Gen", "nmod", True),
        ("DET", "Poss=Yes", "det:poss", True),
        ("DET", "Poss=Yes|PronType=Prs", "det", True),
        ("PROPN", "", "nmod:poss", True),
        ("PROPN", "Case=Dat", "nmod", False),
        ("DET", "", "det", False),
    ],
)
def test_owners(pos, feats, dep, expected):
    """Treebanks write possession in three ways."""
    assert is_owner(word("Annas", pos, feats, dep)) is expected


@pytest.mark.parametrize(
    ("dep", "known"),
    [
        ("nsubj:pass", "nsubj:pass"),
        ("acl:relcl", "acl:relcl"),
        ("flat:name", "flat"),
        ("advmod:neg", "advmod"),
        ("obl:tmod", "obl:unmarked"),
        ("det:poss", "nmod:poss"),
    ],
)
def test_relations_have_the_subtypes_of_english(dep, known):
    """Whatever else a treebank tells apart is the plain relation to the rules."""
    assert relation_of(word("x", "X", dep=dep)) == known
