"""The cue lexicon."""

from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files

import pytest

from stancekit.quotes import Cues
from stancekit.quotes._cues import CueClass, Part, Takes, matching
from stancekit.quotes._inflections import inflections
from stancekit.quotes._sentences import CuedSentence
from stancekit.values import Attitude, Token

ROWS = list(
    csv.DictReader(
        (files("stancekit.quotes") / "data" / "cues.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
    )
)


def word(text, lemma=None, pos="VERB"):
    return Token(0, 0, len(text), text, lemma or text, pos, "", "root", 0)


def verb_cues(*words):
    """The entries for the first of a sentence's words."""
    return CuedSentence(words, cues=Cues.bundled()).verb_cues(words[0])


def test_is_large():
    """At least 350 entries."""
    assert len(ROWS) >= 350


def test_names_each_cue_once():
    """No two rows for the same word as the same part of speech."""
    assert max(Counter((row["cue"], row["part"]) for row in ROWS).values()) == 1


def test_has_every_class_and_attitude():
    """Nothing in the vocabularies is idle."""
    assert {row["class"] for row in ROWS} == {*CueClass}
    assert {row["attitude"] for row in ROWS} == {*Attitude}
    assert {row["part"] for row in ROWS} == {*Part}
    assert {word for row in ROWS for word in row["takes"].split()} == {*Takes}


@pytest.mark.parametrize(
    ("verb", "attitude"),
    [
        ("say", "neutral"),
        ("claim", "doubting"),
        ("admit", "conceding"),
        ("confirm", "endorsing"),
        ("insist", "emphatic"),
    ],
)
def test_tells_how_the_reporter_stands_to_it(verb, attitude):
    """To claim is not to say."""
    assert Cues.bundled().verbs[verb][-1].attitude == attitude


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("said", "say"),
        ("told", "tell"),
        ("denies", "deny"),
        ("quipped", "quip"),
        ("writing", "write"),
        ("thought", "think"),
    ],
)
def test_knows_a_verb_by_any_form(form, verb):
    """Even where its lemma is wrong."""
    assert verb in {cue.words[0] for cue in verb_cues(word(form, lemma="?"))}


def test_knows_a_verb_by_its_lemma():
    """Where its form is new."""
    assert verb_cues(word("sayeth", lemma="say"))


def test_longer_cues_go_first():
    """To call for something is not to call it something."""
    tokens = [word("called"), word("for", pos="ADP")]

    cue = matching(verb_cues(*tokens), tokens, 0)

    assert cue is not None
    assert cue.words == ("call", "for")


def test_forms_of_a_verb():
    """A consonant doubles, an e goes, a y turns."""
    assert {"begged", "begging"} <= inflections("beg")
    assert {"argued", "arguing"} <= inflections("argue")
    assert {"cries", "cried"} <= inflections("cry")
