"""The figures: what is counted, what they are made without, and the command."""

from __future__ import annotations

import json

import pytest

from stancekit.actors import find_actors
from stancekit.errors import ArticleFormatError
from stancekit.language import load
from stancekit.research.quotes.__main__ import main, measure
from stancekit.research.quotes._gold import Annotated, Attribution, read_gold
from stancekit.research.quotes._metrics import QuoteCounts, kind_of, letters, marked_letters, pairs
from stancekit.research.quotes._parts import PARTS
from stancekit.research.quotes._systems import Stancekit, Textacy
from stancekit.values import Span

TEXT = "“We will win this one,” Ann Lee said. She said that Bob had lost. Officials called him “brave”."


def span(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


GOLD = [
    Attribution((span("We will win this one,"),), (span("Ann Lee"),)),
    Attribution((span("that Bob had lost"),), (span("She"),)),
    Attribution((span("brave"),), (span("Officials"),)),
]


def figures(said, gold=GOLD, text=TEXT):
    tally = QuoteCounts()
    tally.add(text, gold, said)
    return tally.figures()


class TestMetrics:
    def test_count_letters_and_digits_only(self):
        """Quotation marks and blanks decide nothing: letters and digits count."""
        assert letters("“a 1!”", [Span(0, 6)]) == {1, 3}

    @pytest.mark.parametrize(
        ("text", "marked"),
        [("“ab” c", {1, 2}), ('"a" b "c"', {1, 7}), ("“a\nb” c", {1}), ("‘a’", set())],
    )
    def test_double_marks_mark(self, text, marked):
        """Letters in double marks are marked; the end of a line closes what is open."""
        assert marked_letters(text) == marked

    @pytest.mark.parametrize(("inside", "kind"), [(9, "direct"), (8, "mixed"), (2, "mixed"), (1, "indirect")])
    def test_kinds_go_by_the_share_in_marks(self, inside, kind):
        """Nine of ten make a quote direct, one of ten does not make it mixed."""
        assert kind_of(frozenset(range(10)), frozenset(range(inside))) == kind

    def test_pairs_are_one_to_one_and_the_best_first(self):
        """A second prediction of the same content finds nothing."""
        gold = [frozenset(range(10)), frozenset(range(20, 30))]
        said = [frozenset(range(7)), frozenset(range(10)), frozenset(range(26, 30))]

        assert pairs(gold, said) == [(0, 1, 1.0)]

    def test_of_gold_itself_are_full(self):
        """Whoever says what gold says is right throughout."""
        told = figures(GOLD)

        assert (told["content_f1"], told["content_exact_f1"], told["attributed_f1"]) == (1, 1, 1)
        assert all(
            told[kind]["source_right"] == 1 for kind in ("direct", "mixed", "indirect") if told[kind]["gold"]
        )

    def test_of_nothing_are_none(self):
        """Figures of no predictions are 0, without a division by zero."""
        assert figures([])["content_f1"] == 0
        assert figures([], gold=[])["attributed_f1"] == 0

    def test_tell_a_wrong_source_from_a_missed_quote(self):
        """A quote with a wrong source counts as found, and not as attributed."""
        told = figures([Attribution(GOLD[0].content, (span("Bob"),))])

        assert told["direct"]["found"] == 0.5
        assert told["direct"]["source_right"] == 0
        assert told["attributed_f1"] == 0

    def test_leave_gold_without_a_source_out_of_the_sources(self):
        """Gold without a source counts for finding only."""
        told = figures(GOLD[:1], gold=[Attribution(GOLD[0].content)])

        assert told["direct"]["found"] == 1
        assert told["attributed_f1"] == 0


def found(**options):
    document = load().parse(TEXT)
    said = Stancekit(**options).find(document, find_actors(document).actors)
    return [([part.of(TEXT) for part in a.content], bool(a.source), a.is_told) for a in said]


class TestParts:
    def test_the_whole_finds_all(self):
        """With all its parts, stancekit finds the three quotes of the text, their sources and speakers."""
        assert [(source, told) for _, source, told in found()] == [(True, True)] * 3

    @pytest.mark.parametrize(
        ("part", "left"),
        [("direct", 2), ("indirect", 2), ("mixed", 2), ("verbs", 0), ("nouns", 3), ("actors", 3)],
    )
    def test_leave_out_what_they_say(self, part, left):
        """Leaving a part out loses the quotes that it finds, and no others."""
        assert len(found(without=PARTS[part])) == left

    @pytest.mark.parametrize(("part", "told"), [("unnamed", 2), ("pronouns", 2), ("actors", 1)])
    def test_make_speakers_unknown(self, part, told):
        """Leaving out what speakers are known by makes them unknown."""
        assert sum(is_told for _, _, is_told in found(without=PARTS[part])) == told

    @pytest.mark.parametrize("part", PARTS)
    def test_are_told_in_words(self, part):
        """Each part has a description, which the command lists, and can be left out."""
        assert PARTS[part].about
        found(without=PARTS[part])


@pytest.fixture
def corpus(tmp_path):
    row = {
        "id": "n1",
        "text": TEXT,
        "attributions": [
            {
                "content": [[s.start, s.end] for s in item.content],
                "source": [[s.start, s.end] for s in item.source],
                "cue": [],
            }
            for item in GOLD
        ],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    return path


class TestCommand:
    def test_writes_json(self, corpus, capsys):
        """Figures of the whole, and of each run without a part."""
        main([str(corpus), "--json", "--without", "pronouns", "--without", "direct"])
        told = json.loads(capsys.readouterr().out)

        assert told["articles"] == 1
        assert [*told["systems"]] == ["stancekit", "without pronouns", "without direct"]
        assert told["systems"]["stancekit"]["content_f1"] == 1
        assert told["systems"]["without pronouns"]["all"]["speaker_told"] < 1

    def test_draws_a_table(self, corpus, capsys):
        """Without --json, a table has a row for each system."""
        main([str(corpus), "--without", "nested"])
        out = capsys.readouterr().out

        assert "attributed" in out
        assert "without nested" in out

    def test_says_what_is_no_corpus(self, tmp_path):
        """A row without its fields is refused with file and line, on the command line without a traceback."""
        path = tmp_path / "odd.jsonl"
        path.write_text('{"id": "n1"}\n', encoding="utf-8")

        with pytest.raises(ArticleFormatError, match=r"odd\.jsonl:1: no annotated article"):
            [*read_gold(path)]
        with pytest.raises(SystemExit, match="no annotated article"):
            main([str(path)])

    def test_counts_what_is_given_up(self):
        """An article that a system gives up is one in which it finds nothing."""

        class Quitter:
            def find(self, document, actors):
                raise ValueError

        told = measure([Annotated("n1", TEXT, tuple(GOLD))], {"quitter": Quitter()})["systems"]["quitter"]

        assert (told["gave_up"], told["content_f1"]) == (1, 0)


def test_textacy_reads_the_same_parse():
    """textacy, where it is installed, finds a quote and its source over our parse."""
    pytest.importorskip("textacy")
    text = "“We will win this one,” Ann Lee said."
    (quote,) = Textacy().find(load().parse(text), ())

    assert quote.content[0].of(text) == "“We will win this one,”"
    assert "Lee" in "".join(part.of(text) for part in quote.source)
