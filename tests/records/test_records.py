"""Records: what is written is read again, and what is wrong is told, all of it, with its place."""

from __future__ import annotations

import datetime as dt
import json
import re
from contextlib import suppress
from copy import deepcopy
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.errors import ArticleFormatError
from stancekit.records import article_from_record, article_to_record, dumps, from_record, loads, to_record
from stancekit.records._lines import from_line, to_line
from stancekit.records._plain import converter, structure
from stancekit.records._records import SCHEMA
from stancekit.testing import analyses, articles, candidates, ratings, texts
from stancekit.values import (
    NARRATOR,
    Actor,
    Analysis,
    AnalysisWarning,
    Article,
    Boilerplate,
    Candidate,
    Evidence,
    Mention,
    Quote,
    Rating,
    SourceMap,
    Span,
    Stance,
)

FEW = settings(max_examples=60, deadline=None)
SEEDS = Path(__file__).parents[2] / "seeds"

ANN = Actor(
    "a1",
    "Ann Lee",
    "person",
    aliases=["Lee"],
    mentions=[Mention(Span(0, 7)), Mention(Span(21, 24), "pronoun")],
    salience=1,
    entry="lee",
    wikidata="Q1000001",
)
BOB = Actor("a2", "Bob", "person", mentions=[Mention(Span(16, 19))])
OUTER = Quote("q1", "direct", [Span(22, 34)], cue=Span(40, 44), source=Span(36, 39), speakers=[ANN])
INNER = Quote("q2", "scare", [Span(28, 33)], parent=OUTER)
BRAVE = Stance(
    "s1",
    ANN,
    BOB,
    polarity="positive",
    score=0.5,
    confidence=0.75,
    facets=["strength"],
    sentence=Span(21, 45),
    evidence=[Evidence(Span(28, 33), 0.5, "strength", "brave")],
    quote=OUTER,
    scorer="rules 1.0",
)
ANALYSIS = Analysis(
    Article(
        "Ann Lee praised Bob. “He is brave,” Lee said.", id="n1", published="2024-11-07", authors=["C. D."]
    ),
    actors=[ANN, BOB],
    quotes=[OUTER, INNER],
    stances=[
        BRAVE,
        evolve(BRAVE, id="s2", holder=NARRATOR, quote=None, polarity="neutral", evidence=[], facets=[]),
    ],
    warnings=[
        AnalysisWarning("unknown-speaker", "whose?", Span(28, 33)),
        AnalysisWarning("empty-text", "odd"),
    ],
    boilerplate=[Boilerplate(Span(0, 3), "byline")],
    versions=[("stancekit", "0.1.0")],
)

RECORD = {
    "schema": 1,
    "article": {
        "id": "n1",
        "text": "Ann Lee praised Bob. “He is brave,” Lee said.",
        "published": "2024-11-07",
        "authors": ["C. D."],
        "language": "en",
    },
    "warnings": [
        {"kind": "unknown-speaker", "message": "whose?", "start": 28, "end": 33},
        {"kind": "empty-text", "message": "odd", "start": None, "end": None},
    ],
    "actors": [
        {
            "id": "a1",
            "name": "Ann Lee",
            "kind": "person",
            "aliases": ["Lee"],
            "mentions": [{"start": 0, "end": 7, "kind": "name"}, {"start": 21, "end": 24, "kind": "pronoun"}],
            "salience": 1.0,
            "entry": "lee",
            "wikidata": "Q1000001",
        },
        {
            "id": "a2",
            "name": "Bob",
            "kind": "person",
            "aliases": [],
            "mentions": [{"start": 16, "end": 19, "kind": "name"}],
            "salience": 0.0,
            "entry": None,
            "wikidata": None,
        },
    ],
    "quotes": [
        {
            "id": "q1",
            "kind": "direct",
            "content": [[22, 34]],
            "cue": [40, 44],
            "attitude": "neutral",
            "source": [36, 39],
            "speaker": "a1",
            "speakers": ["a1"],
            "parent": None,
        },
        {
            "id": "q2",
            "kind": "scare",
            "content": [[28, 33]],
            "cue": None,
            "attitude": "neutral",
            "source": None,
            "speaker": None,
            "speakers": [],
            "parent": "q1",
        },
    ],
    "stances": [
        {
            "id": "s1",
            "holder": "a1",
            "target": "a2",
            "polarity": "positive",
            "score": 0.5,
            "confidence": 0.75,
            "facets": ["strength"],
            "certainty": "asserted",
            "evidence": [{"start": 28, "end": 33, "weight": 0.5, "facet": "strength", "text": "brave"}],
            "quote": "q1",
            "sentence": [21, 45],
            "scorer": "rules 1.0",
            "attitude": "neutral",
        },
        {
            "id": "s2",
            "holder": "narrator",
            "target": "a2",
            "polarity": "neutral",
            "score": 0.5,
            "confidence": 0.75,
            "facets": [],
            "certainty": "asserted",
            "evidence": [],
            "quote": None,
            "sentence": [21, 45],
            "scorer": "rules 1.0",
            "attitude": "neutral",
        },
    ],
    "boilerplate": [{"start": 0, "end": 3, "kind": "byline"}],
    "versions": {"stancekit": "0.1.0"},
}


def changed(path: str, value: object) -> dict:
    """The record with one thing in it replaced, or added."""
    record = deepcopy(RECORD)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = record
    for step in way:
        place = place[step]
    place[last] = value
    return record


def faults_of(record: object) -> tuple[str, ...]:
    with pytest.raises(ArticleFormatError) as caught:
        from_record(record, source="a.jsonl:3")
    assert caught.value.source == "a.jsonl:3"
    return caught.value.faults


class TestShape:
    def test_is_the_contracts(self):
        """Names, nesting and nulls are promised to readers of our files."""
        assert to_record(ANALYSIS) == RECORD

    def test_is_read_as_it_is_written(self):
        """The record by hand is the analysis by hand."""
        assert from_record(RECORD) == ANALYSIS

    def test_gives_references_their_one_value(self):
        """Who holds, speaks and is quoted is the very actor of the list."""
        analysis = from_record(RECORD)

        assert analysis.stances[0].holder is analysis.quotes[0].speaker is analysis.actors[0]
        assert analysis.quotes[1].parent is analysis.stances[0].quote is analysis.quotes[0]
        assert analysis.stances[1].holder is NARRATOR

    def test_holds_plain_things_only(self):
        """A record is what `json` reads: the same before and after a round through text."""
        assert json.loads(json.dumps(to_record(ANALYSIS))) == to_record(ANALYSIS)

    @pytest.mark.parametrize(
        "key", ["warnings", "actors", "quotes", "stances", "boilerplate", "versions", "schema"]
    )
    def test_a_missing_section_is_an_empty_one(self, key):
        """Records by hand need not say what they don't hold."""
        record = {
            "schema": SCHEMA,
            "article": {"text": "x"},
            **{k: [] for k in RECORD if k not in {"article", "schema"}},
        }
        record["versions"] = {}
        del record[key]

        assert from_record(record) == Analysis(Article("x"))

    @pytest.mark.parametrize("path", ["new", "article.new", "stances.0.new", "actors.0.mentions.0.new"])
    def test_unknown_keys_are_left_alone(self, path):
        """A newer version may add to a record."""
        assert from_record(changed(path, {"a": [1]})) == ANALYSIS

    def test_may_lack_what_older_versions_did_not_write(self):
        """A quote without an attitude is neutral, and its speaker the only one."""
        record = deepcopy(RECORD)
        for item in (*record["quotes"], *record["stances"]):
            item.pop("attitude")
            item.pop("speakers", None)

        assert from_record(record) == ANALYSIS

    def test_shows_a_stance_the_attitude_of_its_quote(self):
        """So that a table of stances need not look it up."""
        claimed = evolve(OUTER, attitude="doubting")
        stances = [evolve(BRAVE, quote=claimed), ANALYSIS.stances[1]]
        record = to_record(evolve(ANALYSIS, quotes=[claimed], stances=stances))

        assert [stance["attitude"] for stance in record["stances"]] == ["doubting", "neutral"]

    @pytest.mark.parametrize("key", ["salience", "entry", "wikidata"])
    def test_reads_actors_from_before_these_keys(self, key):
        """Records that an older version wrote stay readable."""
        record = deepcopy(RECORD)
        del record["actors"][0][key]

        assert from_record(record).actors[0] == evolve(ANN, **{key: getattr(BOB, key)})

    def test_takes_words_of_evidence_from_the_text(self):
        """Records by hand need not repeat the words."""
        record = deepcopy(RECORD)
        del record["stances"][0]["evidence"][0]["text"]

        assert from_record(record) == ANALYSIS

    def test_quotes_may_stand_before_their_parent(self):
        """Text order is not the order of nesting."""
        record = deepcopy(RECORD)
        record["quotes"].reverse()

        assert from_record(record).quotes == (INNER, OUTER)


class TestRoundTrip:
    @FEW
    @given(analysis=analyses())
    def test_gives_back_every_analysis(self, analysis):
        """Whatever is legal can be written and read again, as text or as bytes."""
        line = dumps(analysis)

        assert loads(line) == analysis
        assert loads(line.encode()) == analysis

    @FEW
    @given(analysis=analyses())
    def test_writes_one_line(self, analysis):
        """JSON Lines stay lines, for every reader's idea of what ends one."""
        assert len(dumps(analysis).splitlines()) == 1

    @FEW
    @given(article=articles())
    def test_gives_back_every_article(self, article):
        """What is left open is left out, and still open when read."""
        record = article_to_record(article)

        assert article_from_record(from_line(to_line(record))) == article
        assert None not in record.values()

    @FEW
    @given(candidate=candidates())
    def test_gives_back_every_candidate(self, candidate):
        """A candidate's parse is not a part of its record."""
        record = converter.unstructure(candidate)

        assert structure(json.loads(json.dumps(record)), Candidate) == candidate
        assert "sentence" not in record

    @FEW
    @given(rating=ratings())
    def test_gives_back_every_rating(self, rating):
        """Evidence is flat, as in a stance."""
        assert structure(json.loads(json.dumps(converter.unstructure(rating))), Rating) == rating

    def test_writes_an_articles_origin(self):
        """The map back to marked-up input is kept, as pairs of ranges."""
        article = Article("a b", origin=SourceMap([(Span(0, 1), Span(3, 4)), (Span(2, 3), Span(9, 14))]))

        assert article_to_record(article)["origin"] == [[[0, 1], [3, 4]], [[2, 3], [9, 14]]]
        assert article_from_record(article_to_record(article)) == article

    @pytest.mark.parametrize("path", sorted(SEEDS.glob("*.gold.json")), ids=lambda path: path.stem)
    def test_gives_back_gold_annotation(self, path):
        """The samples by hand, with the text that they leave to another file."""
        record = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes().decode()
        record["article"]["text"] = text
        del record["boilerplate"]  # spans without a kind

        analysis = from_record(record)

        assert loads(dumps(analysis)) == analysis
        assert all(item.text == text[item.start : item.end] for s in analysis.stances for item in s.evidence)


class TestLines:
    def test_keep_letters_readable(self):
        """A line can be searched for what the article says."""
        assert "“Łódź” 🗳" in to_line({"text": "“Łódź” 🗳"})

    @given(text=texts())
    def test_can_always_be_encoded(self, text):
        """A lone surrogate neither stops the writing nor is lost."""
        assert from_line(to_line([text]).encode("utf-8")) == [text]

    def test_refuse_a_character_as_two_surrogates(self):
        """JSON would make it one, and move every later offset; the message says how to mend the text."""
        text = "\ud83d\uddf3 won"

        with pytest.raises(ValueError, match="must not hold a character as two surrogates") as caught:
            to_line({"text": text})
        assert "text.encode('utf-16', 'surrogatepass')" in str(caught.value)
        assert text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") == "🗳 won"

    @pytest.mark.parametrize("number", [float("nan"), float("inf")])
    def test_hold_numbers_only(self, number):
        """NaN is not JSON, and other readers refuse the file."""
        with pytest.raises(ValueError, match="not JSON compliant"):
            to_line({"score": number})

    @pytest.mark.parametrize(
        ("line", "fault"),
        [
            ("", "not valid JSON: Expecting value"),
            ('{"a": 1', "not valid JSON: Expecting ',' delimiter"),
            ('{"a": NaN}', "not valid JSON: NaN is not a number"),
            ("[" * 100_000, "not valid JSON: nested too deeply"),
            ("9" * 5_000, "not valid JSON: Exceeds the limit"),
            (b"\xff\xfe\xfd", "not valid JSON: "),
            ("[]", "must be an object (got []) @ $"),
        ],
    )
    def test_refuse_what_is_no_record(self, line, fault):
        """Hostile lines end in the one error that readers expect."""
        with pytest.raises(ArticleFormatError) as caught:
            loads(line, source="a.jsonl:3")

        assert str(caught.value).startswith(f"a.jsonl:3: {fault}")


def nested_quotes(number, *, depth):
    """A record of quotes, each in the next one, in chains of so many."""
    quotes = [
        {
            "id": f"q{n}",
            "kind": "direct",
            "content": [[0, 1]],
            "parent": f"q{n + 1}" if (n + 1) % depth else None,
        }
        for n in range(number)
    ]
    return {"article": {"text": "x"}, "quotes": quotes}


class TestFaults:
    @pytest.mark.parametrize(
        ("path", "value", "fault"),
        [
            ("article", 5, "must be an object (got 5) @ $.article"),
            ("article.text", 5, "must be a string (got 5) @ $.article.text"),
            ("article.text", None, "required field missing @ $.article.text"),
            ("article.published", 20241107, "must be a string (got 20241107) @ $.article.published"),
            (
                "article.published",
                "soon",
                "'published' must be a day or a time in ISO 8601, such as 2024-11-07 (got 'soon') @ $.article.published",
            ),
            ("article.authors", ["A", 5], "must be a string (got 5) @ $.article.authors[1]"),
            (
                "article.origin",
                [[[0, 1]]],
                "must be [[start, end], [start, end]] (got [[0, 1]]) @ $.article.origin[0]",
            ),
            ("stances", {"s1": {}}, "must be a list (got {'s1': {}}) @ $.stances"),
            ("actors.0.name", None, "must be a string (got None) @ $.actors[0].name"),
            ("stances.0.id", "s2", "'stances' must have unique ids (got 's2' more than once) @ $.stances"),
            (
                "actors.1.kind",
                "animal",
                "must be one of 'person', 'organization', 'place', 'group', 'unnamed' (got 'animal') @ $.actors[1].kind",
            ),
            (
                "actors.1.mentions.0.start",
                -1,
                "'start' must be at least 0 (got -1) @ $.actors[1].mentions[0]",
            ),
            (
                "actors.1.mentions.0.end",
                16,
                "'end' must be greater than 'start', 16 (got 16) @ $.actors[1].mentions[0]",
            ),
            (
                "actors.1.mentions.0.end",
                True,
                "'end' must be a whole number (got True) @ $.actors[1].mentions[0]",
            ),
            (
                "actors.1.mentions.0.end",
                46,
                "must lie inside the text of 45 characters (got 16 to 46) @ $.actors[1].mentions[0]",
            ),
            ("quotes.0.content", [], "'content' must hold Spans, at least 1 (got 0) @ $.quotes[0].content"),
            ("quotes.0.content", [[1, 2], [3]], "must be [start, end] (got [3]) @ $.quotes[0].content[1]"),
            (
                "quotes.0.cue",
                [1, 99],
                "must lie inside the text of 45 characters (got 1 to 99) @ $.quotes[0].cue",
            ),
            ("quotes.0.speaker", "a9", "unknown actor 'a9' @ $.quotes[0].speaker"),
            ("quotes.0.speakers", ["a1", "a9"], "unknown actor 'a9' @ $.quotes[0].speakers[1]"),
            ("quotes.0.speakers", ["a2"], "'speakers' must begin with the speaker, 'Ann Lee' (got 'Bob')"),
            ("quotes.1.parent", "q9", "unknown quote 'q9' @ $.quotes[1].parent"),
            ("quotes.1.parent", "q2", "'parent' must not lead round in a ring (got 'q2') @ $.quotes[1]"),
            ("stances.0.holder", {}, "unknown actor {} @ $.stances[0].holder"),
            ("stances.0.target", "a9", "unknown actor 'a9' @ $.stances[0].target"),
            ("stances.0.target", "narrator", "unknown actor 'narrator' @ $.stances[0].target"),
            ("stances.0.quote", "q9", "unknown quote 'q9' @ $.stances[0].quote"),
            ("stances.0.score", 2, "'score' must be from -1 to 1 (got 2.0) @ $.stances[0].score"),
            ("stances.0.score", "0.5", "must be a number (got '0.5') @ $.stances[0].score"),
            ("stances.0.score", True, "must be a number (got True) @ $.stances[0].score"),
            ("stances.0.score", 10**400, "must be a number that fits a float"),
            ("stances.0.sentence", None, "must be [start, end] (got None) @ $.stances[0].sentence"),
            (
                "stances.0.evidence",
                [],
                "'evidence' must not be empty for a positive stance (got none) @ $.stances[0].evidence",
            ),
            (
                "stances.0.evidence.0.weight",
                -3,
                "'weight' must be from -1 to 1 (got -3.0) @ $.stances[0].evidence[0].weight",
            ),
            ("warnings.0.end", None, "'end' must be a whole number (got None) @ $.warnings[0]"),
            ("boilerplate.0.kind", 7, "must be one of 'promotion', 'related', 'byline',"),
            ("versions.scorer", 7, "must be a string (got 7) @ $.versions['scorer']"),
        ],
    )
    def test_are_told_with_their_place(self, path, value, fault):
        """A fault says the rule, what arrived, and where; and it is told once."""
        (told,) = faults_of(changed(path, value))

        assert told.startswith(fault)

    def test_are_told_all_at_once(self):
        """Who mends a record mends it once: faults of types, rules and references, of every part."""
        record = changed(
            "stances.0", {**RECORD["stances"][0], "score": 2, "confidence": "high", "target": "a9"}
        )
        record["quotes"][1]["parent"] = "q9"
        record["actors"][0]["mentions"][0] = {"start": 4, "end": 99, "kind": "guess"}
        record["article"]["published"] = "soon"
        del record["warnings"][0]["message"]

        assert sorted(fault.rpartition(" @ ")[2] for fault in faults_of(record)) == [
            "$.actors[0].mentions[0]",
            "$.actors[0].mentions[0].kind",
            "$.article.published",
            "$.quotes[1].parent",
            "$.stances[0].confidence",
            "$.stances[0].score",
            "$.stances[0].target",
            "$.warnings[0].message",
        ]

    @pytest.mark.parametrize("path", ["actors.0.name", "quotes.0.kind", "article.text"])
    def test_have_no_echo(self, path):
        """Who refers to a part with a fault has none for that."""
        (told,) = faults_of(changed(path, 5))

        assert told.endswith(re.sub(r"\.(\d)", r"[\1]", f"@ $.{path}"))

    def test_show_a_long_value_in_brief(self):
        """A megabyte in the wrong place is not a megabyte of message."""
        (told,) = faults_of(changed("stances.0.polarity", "x" * 1_000_000))

        assert len(told) < 300

    def test_name_every_quote_of_a_ring(self):
        """Quotes that are each other's parents can't be built, however long the way round."""
        record = deepcopy(RECORD)
        record["quotes"][0]["parent"] = "q2"

        assert [fault.rpartition(" @ ")[2] for fault in faults_of(record)] == ["$.quotes[0]", "$.quotes[1]"]

    def test_take_time_in_proportion(self):
        """Thousands of quotes, nested as deep as they may be, are read, without recursion."""
        assert len(from_record(nested_quotes(5_000, depth=50)).quotes) == 5_000

    def test_are_few_words_for_a_chain_without_end(self):
        """Quotes nested deeper than may be are refused, in time and in a bounded message."""
        with pytest.raises(ArticleFormatError, match="nested in at most") as refused:
            from_record(nested_quotes(5_000, depth=5_000))

        assert len(str(refused.value)) < 20_000

    @given(
        record=st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: (
                st.lists(inner)
                | st.dictionaries(
                    st.sampled_from([*RECORD, *RECORD["article"], *RECORD["quotes"][0], "start", "end"]),
                    inner,
                )
            ),
        )
    )
    @FEW
    def test_are_the_only_answer_to_nonsense(self, record):
        """Whatever JSON holds, it is an analysis or an `ArticleFormatError`."""
        with suppress(ArticleFormatError):
            assert isinstance(from_record(record), Analysis)

    @FEW
    @given(
        path=st.sampled_from(
            [
                f"{section}.0.{key}"
                for section in ("actors", "quotes", "stances", "warnings", "boilerplate")
                for key in RECORD[section][0]
            ]
            + [*RECORD]
        ),
        value=st.recursive(
            st.none()
            | st.booleans()
            | st.integers()
            | st.floats()
            | st.text()
            | st.sampled_from(["a1", "q1", "narrator"]),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(["id", "start", "end", "text"]), inner)
            ),
            max_leaves=4,
        ),
    )
    def test_are_the_only_answer_to_one_wrong_part(self, path, value):
        """The same where all the rest is right."""
        with suppress(ArticleFormatError):
            assert isinstance(from_record(changed(path, value)), Analysis)


class TestSchema:
    @pytest.mark.parametrize("schema", [0, 2, "1", True, [1]])
    @pytest.mark.parametrize("read", [from_record, article_from_record])
    def test_of_another_version_is_refused(self, read, schema):
        """Nothing is guessed from a format that this version doesn't know."""
        with pytest.raises(ArticleFormatError) as caught:
            read({"schema": schema, "article": {"text": "x"}, "text": "x"})

        assert caught.value.faults == (
            f"'schema' must be 1; a newer stancekit may read others (got {schema!r}) @ $.schema",
        )


class TestArticles:
    def test_are_read_as_corpora_keep_them(self):
        """A null is a field left out, an id may be a number, one author a name; the rest is left alone."""
        record = {
            "text": "Ann left.",
            "id": 7,
            "title": None,
            "authors": "Bo Day",
            "words": 2,
            "published": None,
        }

        assert article_from_record(record) == Article("Ann left.", id="7", authors=["Bo Day"])

    def test_keep_times(self):
        """A time zone survives."""
        article = Article("x", published="2024-11-07T09:30:00+01:00")

        assert article_to_record(article)["published"] == "2024-11-07T09:30:00+01:00"
        assert article_from_record(article_to_record(article)).published.utcoffset() == dt.timedelta(hours=1)

    def test_tell_faults_from_their_own_root(self):
        """A line of articles has no section for them."""
        with pytest.raises(ArticleFormatError) as caught:
            article_from_record({"title": 5}, source="a.jsonl:3")

        assert (
            str(caught.value)
            == "a.jsonl:3: required field missing @ $.text; must be a string (got 5) @ $.title"
        )


class TestRows:
    def test_of_candidates_are_read(self):
        """The rows that scorers are asked about on the command line; their ids are the caller's."""
        row = {"id": 3, "text": "Ann praised Bob.", "target": [12, 15], "holder": None}

        assert structure(row, Candidate) == Candidate("Ann praised Bob.", Span(12, 15))

    @pytest.mark.parametrize(
        ("row", "fault"),
        [
            (
                {"text": "Ann", "target": [2, 9]},
                "'target' must lie inside the text of 3 characters (got 2 to 9) @ $.target",
            ),
            ({"text": "Ann"}, "required field missing @ $.target"),
            (
                {"text": "Ann Bo", "target": [0, 3], "holder": [2, 5]},
                "'holder' must not overlap 'target', 0 to 3 (got 2 to 5) @ $.holder",
            ),
        ],
    )
    def test_of_candidates_tell_faults(self, row, fault):
        """The same rules as in Python, the same places as in any record."""
        with pytest.raises(ArticleFormatError) as caught:
            structure(row, Candidate, source="rows.jsonl:2")

        assert caught.value.faults == (fault,)


def test_parents_nested_far_too_deep_are_a_fault():
    """Whoever hashes what was read must not run out of stack."""
    quotes = [
        {"id": f"q{n}", "kind": "direct", "content": [[0, 1]], "parent": f"q{n - 1}" if n else None}
        for n in range(900)
    ]
    record = {"schema": 1, "article": {"text": "Ann left."}, "quotes": quotes}

    with pytest.raises(ArticleFormatError, match="'parent' must be nested in at most 49 other quotes"):
        from_record(record)
