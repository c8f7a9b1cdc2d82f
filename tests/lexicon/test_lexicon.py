"""The polar words as values."""

from __future__ import annotations

import pytest

from stancekit.lexicon._lexicon import COLUMNS, EvaluationPattern, Lexicon, key_of
from stancekit.values import Facet


class TestBundled:
    def test_is_read_once(self):
        """Asking twice reads nothing anew."""
        assert Lexicon.bundled() is Lexicon.bundled()

    def test_knows_the_first_article(self):
        """The words that other lexicons miss are there."""
        words = Lexicon.bundled().words

        assert words["noun"]["genius"].patterns[0].score > 0
        assert words["adj"]["manly"].patterns[0].facet is Facet.STRENGTH

    def test_phrases_longest_first(self):
        """So that the longest match wins."""
        for entries in Lexicon.bundled().phrases.values():
            lengths = [len(entry.words) for entry in entries]
            assert lengths == sorted(lengths, reverse=True)

    def test_prints_short(self):
        """A lexicon in a REPL does not flood it."""
        assert len(repr(Lexicon.bundled())) < 100


class TestOf:
    def test_several_frames(self):
        """A verb's rows become one entry."""
        lexicon = Lexicon.of(
            {"verbs": [("hound", "subj>obj", -0.5, "-"), ("hound", "voice>obj", 0.3, "victimhood")]}
        )

        assert lexicon.words["verb"]["hound"].patterns == (
            EvaluationPattern("subj", "obj", -0.5),
            EvaluationPattern("voice", "obj", 0.3, Facet.VICTIMHOOD),
        )

    def test_oblique(self):
        """The preposition is split off the role."""
        (pattern,) = (
            Lexicon.of({"verbs": [("side", "subj>obl.with", 0.5, "-")]}).words["verb"]["side"].patterns
        )

        assert (pattern.target, pattern.case) == ("obl", "with")

    def test_hyphens_make_phrases(self):
        """Tokenizers split at hyphens, so the lexicon does."""
        assert key_of("ill-gotten gain") == ("ill", "-", "gotten", "gain")

    def test_later_sources_win(self):
        """What a user says of a word replaces what we say."""
        lexicon = Lexicon.extended({"adjectives": [("brave", -0.9, "morality")]})

        assert lexicon.words["adj"]["brave"].patterns == (
            EvaluationPattern("voice", "head", -0.9, Facet.MORALITY),
        )
        assert "manly" in lexicon.words["adj"]

    def test_reads_folders(self, tmp_path):
        """Tables may be files with a header."""
        (tmp_path / "nouns.tsv").write_text(
            "entry\tscore\tfacet\trelation\nbounder\t-0.6\tmorality\tis\n", encoding="utf-8"
        )

        assert Lexicon.of(tmp_path).words["noun"]["bounder"].relation == "is"

    def test_version_follows_entries(self):
        """Two lexicons with different entries have different versions."""
        first = Lexicon.of({"adjectives": [("zesty", 0.4, "-")]})
        second = Lexicon.of({"adjectives": [("zesty", 0.5, "-")]})

        assert first.version != second.version
        assert first.version == Lexicon.of({"adjectives": [("zesty", 0.4, "-")]}).version


class TestFaults:
    @pytest.mark.parametrize(
        ("table", "row", "words"),
        [
            ("adjectives", ("zesty", 2, "-"), "'score' must be <= 1"),
            ("adjectives", ("zesty", "much", "-"), "could not convert string to float: 'much'"),
            ("adjectives", ("zesty", 0.4, "taste"), "'facet' must be one of 'competence'"),
            ("adjectives", ("zesty", 0.4), "must have the columns entry, score, facet"),
            ("nouns", ("zest", 0.4, "-", "does"), "'relation' must be one of is, has, by"),
            ("verbs", ("zest", "obj>subj", 0.4, "-"), "'holder' must be in"),
            ("idioms", ("full of zest", "conj", "voice>head", 0.4, "-"), "'pos' must be one of"),
            ("modifiers", ("zestily", "increaser", 1.2), "'kind' must be in"),
            ("adjectives", (" ", 0.4, "-"), "'entry' must not be empty"),
        ],
    )
    def test_are_told_with_their_place(self, table, row, words):
        """A wrong row is refused, and the message says where and why."""
        with pytest.raises(ValueError, match=f"{table} row 1: ") as told:
            Lexicon.of({table: [row]})

        assert words in str(told.value)

    def test_all_are_told(self):
        """One message tells all faults."""
        with pytest.raises(ValueError, match=r"row 1: .*row 3: "):
            Lexicon.of({"adjectives": [("a", 5, "-"), ("b", 0.5, "-"), ("c", 5, "-")]})

    def test_unknown_table(self):
        """A table that is none of ours is a mistake, not ignored."""
        with pytest.raises(ValueError, match="'prepositions'"):
            Lexicon.of({"prepositions": []})

    def test_empty_folder(self, tmp_path):
        """A folder without a table is a mistake."""
        with pytest.raises(FileNotFoundError, match=r"must hold one of verbs\.tsv"):
            Lexicon.of(tmp_path)


def test_columns_are_those_of_the_files():
    """Every bundled table has a header as `COLUMNS` says."""
    from importlib.resources import files

    for table, columns in COLUMNS.items():
        text = (files("stancekit.lexicon") / "data" / "en" / f"{table}.tsv").read_text(encoding="utf-8")
        assert tuple(text.split("\n", 1)[0].split("\t")) == columns
