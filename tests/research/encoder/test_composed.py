"""Sentences composed from a lexicon, and who evaluates whom in them."""

import pytest

from stancekit.lexicon._lexicon import Lexicon
from stancekit.research.encoder import _composed as module
from stancekit.research.encoder._composed import SAID, composed
from stancekit.research.encoder._corpora import LABELS
from stancekit.stances.encoder._inputs import HOLDER_HERE, SOMEBODY, TARGET_HERE, VOICE

ROLES = {TARGET_HERE: "T", HOLDER_HERE: "H", SOMEBODY: "O", VOICE: "V"}


def questions(monkeypatch, part, pattern, **tables):
    """Every question about one frame's sentences, as words and label."""
    monkeypatch.setattr(module, "SAID", {**SAID, part: (pattern,)})
    return {
        (" ".join(ROLES[w.text] if w.is_role else w.text for w in sample.words), LABELS[sample.label])
        for sample in composed(Lexicon.of(tables), scenes=20)
    }


def test_a_word_is_its_holders_about_its_target(monkeypatch):
    """A composed word is its holder's opinion of its target, and neutral for every other pair."""
    found = questions(
        monkeypatch, "adj", ("B told A that C was X .", "B>C"), adjectives=[("corrupt", -0.8, "-")]
    )

    assert ("H told O that T was corrupt .", "negative") in found
    assert {words for words, label in found if label == "negative"} == {
        "H told O that T was corrupt .",
        "O told O that T was corrupt .",
    }
    assert ("V O told O that T was corrupt .", "neutral") in found


def test_negation_turns_it_round(monkeypatch):
    """Who is not corrupt is praised."""
    found = questions(monkeypatch, "adj", ("A is not X .", "!->A"), adjectives=[("corrupt", -0.8, "-")])

    assert found == {("V T is not corrupt .", "positive"), ("T is not corrupt .", "positive")}


def test_a_verb_says_what_all_its_frames_say(monkeypatch):
    """Of whom it is done to by the doer, and of both by who tells."""
    found = questions(
        monkeypatch,
        "verb",
        ("C said that B would X A .", "B X A by C"),
        verbs=[("abuse", "subj>obj", -0.6, "-"), ("abuse", "voice>subj", -0.6, "-")],
    )

    assert ("O said that H would abuse T .", "negative") in found
    assert ("H said that T would abuse O .", "negative") in found
    assert ("V O said that T would abuse O .", "neutral") in found


def test_a_verb_may_be_in_the_past(monkeypatch):
    """Frames in the past tense take the verbs whose forms are known, and leave out the others."""
    found = questions(
        monkeypatch,
        "verb",
        ("A was Xed by B .", "B X A"),
        verbs=[("abuse", "subj>obj", -0.6, "-"), ("understand", "subj>obj", 0.6, "-")],
    )

    assert ("T was abused by H .", "negative") in found
    assert not any("underst" in words for words, _ in found)


@pytest.mark.parametrize("part", SAID)
def test_every_frame_holds_the_word(part):
    """Each frame has exactly one place for the word."""
    assert all(len({"X", "Xed"}.intersection(pattern.split())) == 1 for pattern, _ in SAID[part])


def test_the_same_seed_composes_the_same():
    """A training run can be repeated: the seed fixes the sentences."""
    lexicon = Lexicon.of({"nouns": [("liar", -0.9, "-", "is")], "adjectives": [("brave", 0.7, "-")]})

    assert list(composed(lexicon, seed=3)) == list(composed(lexicon, seed=3))
