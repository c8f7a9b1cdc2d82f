"""The cue lexicon."""

from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files

import pytest

from stancekit.language._inflection import inflections
from stancekit.lexicon._cues import CueClass, PartOfSpeech, Takes, matching
from stancekit.quotes import Cues
from stancekit.quotes.cues._cued_sentence import CuedSentence
from stancekit.values import Attitude, Token

ROWS = list(
    csv.DictReader(
        (files("stancekit.lexicon") / "data" / "en" / "cues.tsv").read_text(encoding="utf-8").splitlines(),
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
    assert {row["part"] for row in ROWS} == {*PartOfSpeech}
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


SAGEN = ("sagen", "verb", "saying", "neutral", "quote that", "sagte sagt")


class TestOf:
    def test_reads_rows(self):
        """A language's words are data; its verbs are known by base form and by the forms told."""
        cues = Cues.of({"cues": [SAGEN], "people": ["Sprecherin", "-frau"]})

        assert {*cues.verbs} == {"sagen", "sagte", "sagt"}
        assert cues.is_somebody(word("Sprecherin", "sprecherin", "NOUN"))
        assert cues.is_somebody(word("Kauffrau", "kauffrau", "NOUN"))
        assert not cues.is_somebody(word("Haus", "haus", "NOUN"))

    def test_reads_folders(self, tmp_path):
        """The file has a header, and its last column may be missing."""
        (tmp_path / "cues.tsv").write_text(
            "cue\tpart\tclass\tattitude\ttakes\nsagen\tverb\tsaying\tneutral\tthat\n", encoding="utf-8"
        )
        (tmp_path / "people.txt").write_text("# people\nSprecherin\n", encoding="utf-8")

        cues = Cues.of(tmp_path)

        assert {*cues.verbs} == {"sagen"}
        assert cues.people == {"sprecherin"}

    def test_inflects_no_verb_by_english_rules(self):
        """What is not told is found by its lemma."""
        assert {*Cues.of({"cues": [SAGEN[:5]]}).verbs} == {"sagen"}

    def test_later_sources_win(self):
        """What is said again of a word replaces what was said before."""
        doubting = ("sagen", "verb", "saying", "doubting", "that")

        (cue,) = Cues.of({"cues": [SAGEN]}, {"cues": [doubting]}).verbs["sagen"]

        assert cue.attitude is Attitude.DOUBTING

    def test_version_follows_entries(self):
        """It changes with a cue and with a noun for people."""
        sources = [{"cues": [SAGEN]}, {"cues": [SAGEN[:5]]}, {"cues": [SAGEN], "people": ["Sprecherin"]}]

        assert len({Cues.of(source).version for source in sources}) == 3
        assert Cues.of(sources[0]).version == Cues.of(sources[0]).version

    def test_prints_short(self):
        """Cues in a REPL do not flood it."""
        assert repr(Cues.of({"cues": [SAGEN]})).endswith(": 1 cues, 0 nouns for people>")
        assert len(repr(Cues.bundled())) < 100


class TestExtended:
    def test_adds_to_ours(self):
        """A verb of the user's is known by its English forms, beside ours."""
        cues = Cues.extended({"cues": [("opinionate", "verb", "saying", "emphatic", "quote that")]})

        assert cues.verbs["opinionated"][0].attitude is Attitude.EMPHATIC
        assert "said" in cues.verbs

    def test_replaces_what_we_say(self):
        """The user's row wins."""
        cues = Cues.extended({"cues": [("claim", "verb", "saying", "neutral", "quote that")]})

        assert cues.verbs["claims"][-1].attitude is Attitude.NEUTRAL


class TestFaults:
    @pytest.mark.parametrize(
        ("row", "words"),
        [
            (("", "verb", "saying", "neutral", "that"), "'cue' must not be empty"),
            (
                ("sagen", "verbum", "saying", "neutral", "that"),
                "'part' must be one of verb, noun, adj, phrase",
            ),
            (("sagen", "verb", "talking", "neutral", "that"), "'class' must be one of saying, writing"),
            (("sagen", "verb", "saying", "cold", "that"), "'attitude' must be one of "),
            (("sagen", "verb", "saying", "neutral", "dass"), "'takes' must be one of quote, that, "),
            (("sagen", "verb", "saying", "neutral", ""), "'takes' must be one of quote, that, "),
            (("Kritik", "noun", "blaming", "doubting", "obj"), "must end in its preposition"),
            (("Kritik", "noun", "blaming", "doubting", "that", "Kritiken"), "'forms' must be of a verb"),
            (("sagen", "verb"), "must have the columns cue, part, class, attitude, takes, forms"),
        ],
    )
    def test_are_told_with_their_place(self, row, words):
        """A wrong row is refused, and the message says where and why."""
        with pytest.raises(ValueError, match="cues row 1: ") as told:
            Cues.of({"cues": [row]})

        assert words in str(told.value)

    def test_of_a_folder_are_all_told(self, tmp_path):
        """One message tells the file and the line of each."""
        (tmp_path / "cues.tsv").write_text("cue\nsagen\nfragen\n", encoding="utf-8")

        with pytest.raises(ValueError, match=r"cues\.tsv line 2: .*cues\.tsv line 3: "):
            Cues.of(tmp_path)

    def test_a_folder_must_hold_something(self, tmp_path):
        """An empty folder, or none, is a mistake."""
        with pytest.raises(FileNotFoundError, match=r"must hold one of cues\.tsv, people\.txt"):
            Cues.of(tmp_path)
