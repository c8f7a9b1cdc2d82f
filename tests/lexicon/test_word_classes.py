"""Word classes as values, and what a folder of another language may lack."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from stancekit.language import _function_words as closed
from stancekit.lexicon._bundled import BUNDLED
from stancekit.lexicon._class_tables import CLASSES, TABLES
from stancekit.lexicon._cues import Cues
from stancekit.lexicon._lexicon import Lexicon
from stancekit.lexicon._word_classes import COLUMNS, WordClasses

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "lexicon.md"

CLOSED = closed.PERSONAL | closed.ARTICLES | closed.DEFINITE
"""What no table of an open class should repeat."""


def table_of(words: WordClasses, name: str):
    return {
        "noun_classes": words.nouns,
        "verb_classes": words.verbs,
        "adjective_classes": words.adjectives,
        "name_words": words.names,
    }[name]


class TestBundled:
    def test_is_read_once(self):
        """Asking twice reads nothing anew."""
        assert WordClasses.bundled() is WordClasses.bundled()

    @pytest.mark.parametrize(
        ("table", "name"), [(table, name) for table, classes in CLASSES.items() for name in classes]
    )
    def test_every_class_has_words(self, table, name):
        """A class without a word is one that nobody asks for."""
        assert getattr(table_of(WordClasses.bundled(), table), name)

    @pytest.mark.parametrize("table", TABLES)
    def test_rows_stand_once_by_class_and_word(self, table):
        """Rows of a class stand together in alphabetical order, so that a word is found and a double seen."""
        header, *rows = (BUNDLED / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
        keys = [tuple(row.split("\t")[1::-1]) for row in rows]
        order = [*CLASSES[table]]

        assert tuple(header.split("\t")) == COLUMNS
        assert keys == sorted({*keys}, key=lambda key: (order.index(key[0]), key[1]))

    @pytest.mark.parametrize("table", ["noun_classes", "verb_classes", "adjective_classes"])
    def test_open_classes_hold_no_pronoun(self, table):
        """Closed classes stand in code, once."""
        words = {row.split("\t")[0] for row in (BUNDLED / f"{table}.tsv").read_text("utf-8").splitlines()}

        assert not words & CLOSED

    @pytest.mark.parametrize("table", TABLES)
    def test_every_class_is_told_in_the_reference(self, table):
        """In the order of the table, and none besides."""
        _, _, section = REFERENCE.read_text(encoding="utf-8").partition(f"### {table}.tsv\n")
        rows = section.partition("\n###")[0].partition("\n\n`")[0]

        assert re.findall(r"^\| `(\w+)` \|", rows, re.MULTILINE) == [*CLASSES[table]]

    def test_cues_and_lexicon_carry_them(self):
        """Whoever has a language's cues or polar words has its classes, read once."""
        assert Cues.bundled().classes is Lexicon.bundled().classes is WordClasses.bundled()

    def test_prints_short(self):
        """Classes in a REPL do not flood it."""
        words = WordClasses.bundled()

        assert len(repr(words)) < 100
        assert len(repr(words.nouns)) < 100


class TestOf:
    def test_words_of_a_class(self):
        """A class without values is a set of words, in small letters."""
        words = WordClasses.of({"noun_classes": [("Witwe", "kin"), ("Dorf", "place"), ("Dorf", "city")]})

        assert words.nouns.kin == {"witwe"}
        assert words.nouns.place == words.nouns.city == {"dorf"}

    def test_values_of_a_class(self):
        """A class with values gives them by word."""
        rows = [("leader", "office_hypernym", "president king"), ("man", "person", "he"), ("kid", "person")]
        nouns = WordClasses.of({"noun_classes": rows}).nouns

        assert nouns.office_hypernym == {"leader": {"president", "king"}}
        assert nouns.person == {"man": "he", "kid": None}

    def test_what_is_missing_is_empty(self, tmp_path):
        """A folder needs no table that its language does not use."""
        (tmp_path / "verb_classes.tsv").write_text("word\tclass\tvalue\nnennen\tascribing\n", "utf-8")
        words = WordClasses.of(tmp_path)

        assert words.verbs.ascribing == {"nennen"}
        assert words.verbs.denying == words.names.honorific == frozenset()
        assert words.nouns.person == {}

    def test_later_sources_win(self):
        """What a user says of a word replaces what we say, in all its classes."""
        words = WordClasses.extended({"noun_classes": [("company", "crowd")]})

        assert "company" in words.nouns.crowd
        assert "company" not in words.nouns.organization | words.nouns.company
        assert "firm" in words.nouns.company

    def test_version_tells_them_apart(self):
        """Two tables with different entries have different versions."""
        ours, yours = (
            WordClasses.bundled(),
            WordClasses.extended({"noun_classes": [("guild", "organization")]}),
        )

        assert ours.version == WordClasses.of(BUNDLED).version != yours.version

    @pytest.mark.parametrize(
        ("table", "row", "message"),
        [
            ("noun_classes", ("guild", "organisation"), "'class' must be one of person, "),
            ("noun_classes", ("guild", "naming"), "'class' must be one of person, "),
            ("noun_classes", ("", "kin"), "'word' must not be empty"),
            ("noun_classes", ("guild", "kin", "he"), "'kin' must have no value"),
            ("noun_classes", ("guild", "person", "him"), "must be one of he, she, it, they, or empty"),
            ("name_words", ("bob", "nickname"), "'nickname' must have a value"),
            ("verb_classes", ("call",), "a row must have the columns word, class, value"),
        ],
    )
    def test_faults_have_a_place(self, table, row, message):
        """A row that breaks a rule is told with the rule and with its place."""
        with pytest.raises(ValueError, match=rf"the word classes' rows .*{table} row 2: .*{message}"):
            WordClasses.of({table: [("abc", [*CLASSES[table]][1]), row]})

    def test_no_such_table(self):
        """A misspelled table is not left out in silence."""
        with pytest.raises(ValueError, match=r"must be among noun_classes, .* \(got 'noun_class'\)"):
            WordClasses.of({"noun_class": []})

    def test_no_such_folder(self, tmp_path):
        """A folder without any table is a mistake."""
        with pytest.raises(FileNotFoundError, match="the word classes' folder must hold one of"):
            WordClasses.of(tmp_path)

    @given(st.data())
    def test_reads_back_what_is_written(self, data):
        """Every row is in its class and in no other."""
        table = data.draw(st.sampled_from([*TABLES]))
        plain = [each.name for each in fields(TABLES[table]) if "read" not in each.metadata]
        rows = data.draw(st.lists(st.tuples(st.sampled_from(["aal", "bär", "cox"]), st.sampled_from(plain))))
        filled = table_of(WordClasses.of({table: rows}), table)

        assert {(word, name) for name in plain for word in getattr(filled, name)} == {*rows}


class TestBesideOtherTables:
    """A language is one folder, whoever reads it."""

    def test_cues_of_a_folder_bring_them(self, tmp_path):
        """Tables of classes are read with the cues beside them."""
        (tmp_path / "people.txt").write_text("sprecherin\n", "utf-8")
        (tmp_path / "noun_classes.tsv").write_text("word\tclass\tvalue\nwitwe\tkin\n", "utf-8")

        assert Cues.of(tmp_path).classes.nouns.kin == {"witwe"}

    def test_lexicon_of_a_mapping_brings_them(self):
        """Rows of classes may stand among the others."""
        lexicon = Lexicon.of({"adjectives": [("mutig", 0.7, "-")], "verb_classes": [("nennen", "naming")]})

        assert lexicon.classes.verbs.naming == {"nennen"}
        assert lexicon.words["adj"]["mutig"]

    def test_extended_ones_keep_ours(self):
        """A user's polar words take no class away."""
        assert Lexicon.extended({"adjectives": [("zesty", 0.4, "-")]}).classes is WordClasses.bundled()
        assert Cues.extended({"people": ["blogger"]}).classes is WordClasses.bundled()

    @pytest.mark.parametrize("kind", [Cues, Lexicon])
    def test_are_in_the_version(self, kind):
        """Two languages that differ in a class alone have different versions."""
        one, other = ({"verb_classes": [(word, "naming")]} for word in ("nennen", "taufen"))

        assert kind.of(one).version == kind.of(one).version != kind.of(other).version
