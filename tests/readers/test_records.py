"""JSON to articles, and what is said of JSON that is none."""

from __future__ import annotations

import datetime as dt
import json
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.readers import Failure, read_articles
from stancekit.readers import _sources as sources
from stancekit.readers._records import article_of
from stancekit.values import Article

GOOD = b'{"text": "Kyiv welcomed the deal."}'


def read_named(data: bytes, name: str = "rows.jsonl"):
    stream = BytesIO(data)
    stream.name = name
    return list(read_articles(stream))


class TestFields:
    def test_all_of_them(self):
        """Every field of a record arrives; what is not ours is left alone."""
        record = {
            "id": "a7",
            "text": "Kyiv welcomed the deal.",
            "title": "A deal",
            "outlet": "The Daily",
            "published": "2024-11-07T10:00:00+00:00",
            "authors": ["Ann Lee", "Bo Ek"],
            "url": "https://daily.example/deal",
            "language": "en-GB",
            "origin": "wire",
            "score": [1, {"deep": None}],
        }

        (article,) = read_named(json.dumps(record).encode())

        assert article == Article(
            "Kyiv welcomed the deal.",
            id="a7",
            title="A deal",
            outlet="The Daily",
            published=dt.datetime(2024, 11, 7, 10, tzinfo=dt.UTC),
            authors=("Ann Lee", "Bo Ek"),
            url="https://daily.example/deal",
            language="en",
        )

    def test_null_is_the_same_as_left_out(self):
        """Exports of tables write null where they have nothing."""
        nulls = dict.fromkeys(["id", "title", "outlet", "published", "authors", "url", "language"])

        (article,) = read_named(json.dumps({"text": "It rained.", **nulls}).encode())

        assert article == Article("It rained.")

    @pytest.mark.parametrize(("given", "kept"), [(17, "17"), ("17", "17")])
    def test_a_number_is_an_id(self, given, kept):
        """Tables number their rows."""
        (article,) = read_named(json.dumps({"id": given, "text": "It rained."}).encode())

        assert article.id == kept

    def test_one_author_needs_no_list(self):
        """A name alone is one author."""
        (article,) = read_named(b'{"text": "It rained.", "authors": "Ann Lee"}')

        assert article.authors == ("Ann Lee",)

    def test_an_empty_text_is_an_article(self):
        """A record may hold a title only; what to do with it is not the reader's to say."""
        (article,) = read_named(b'{"id": "x", "text": ""}')

        assert article.text == ""

    @given(text=st.text())
    def test_the_text_is_what_was_given(self, text):
        """Line ends, byte order marks, whatever: the text is the string."""
        (article,) = read_named(json.dumps({"text": text}).encode())

        assert article.text == text


class TestFaults:
    @pytest.mark.parametrize(
        ("line", "fault"),
        [
            (b'{"text": 5}', "must be a string (got 5) @ $.text"),
            (b'{"text": null}', "required field missing @ $.text"),
            (b'{"text": ["a"]}', "must be a string (got ['a']) @ $.text"),
            (b'{"body": "x"}', "required field missing @ $.text"),
            (b"{}", "required field missing @ $.text"),
            (
                b'{"text": "x", "published": "last May"}',
                "'published' must be a day or a time in ISO 8601, such as 2024-11-07 (got 'last May') @ $.published",
            ),
            (b'{"text": "x", "published": 20241107}', "must be a string (got 20241107) @ $.published"),
            (
                b'{"text": "x", "authors": [1]}',
                "must be a string (got 1) @ $.authors[0]",
            ),
            (b'{"text": "x", "id": true}', "must be a whole number (got True) @ $.id"),
            (b'{"text": "x", "text": "y"}', "must stand once (it stands again; keep one) @ $.text"),
            (b'"text"', 'must be an object such as {"text": "..."} (got "text")'),
            (b"[1]", 'must be an object such as {"text": "..."} (got a list)'),
            (b'{"text": "x"', "must be JSON (got expecting ',' delimiter at column 13; mend or remove it)"),
            (b"{" * 50_000, "must be JSON"),
            (b"[" * 200_000, "must be JSON that nests a few levels deep (it nests far deeper; remove it)"),
            (
                b'{"text": "x", "n": ' + b"9" * 5000 + b"}",
                "must be JSON with numbers of at most 4,300 digits (got more; shorten them)",
            ),
            ('{"text": "café"}'.encode("cp1252"), "must be UTF-8 (got the byte 0xe9"),
            (b'{"text": "\xff"}', "must be UTF-8"),
        ],
    )
    def test_a_bad_line_is_named_and_loses_no_other(self, line, fault):
        """Its number, the rule and the way out are told; the lines around it are read."""
        before, failure, after = read_named(GOOD + b"\n" + line + b"\n" + GOOD)

        assert before.text == after.text == "Kyiv welcomed the deal."
        assert failure.source == "rows.jsonl:2"
        assert failure.faults[0].startswith(fault)

    def test_all_faults_of_a_record_at_once(self):
        """Nobody should have to mend a file in rounds."""
        (failure,) = read_named(b'{"text": 5, "title": [], "published": "soon", "authors": {}}')

        places = {fault.rpartition("@ ")[2] for fault in failure.faults}
        assert places == {"$.text", "$.title", "$.published", "$.authors"}

    def test_a_key_that_stands_twice_matters_only_if_it_is_ours(self):
        """What is left alone is left alone in any number."""
        (article,) = read_named(b'{"text": "x", "tag": 1, "tag": 2, "more": {"text": 1, "text": 2}}')

        assert article.text == "x"

    def test_long_values_are_not_repeated(self):
        """A message stays readable whatever arrived."""
        (failure,) = read_named(json.dumps({"text": "x", "published": "soon " * 10_000}).encode())

        assert len(str(failure)) < 400

    @pytest.mark.parametrize(
        "record",
        [
            {"text": "x", "authors": [5] * 100_000},
            {"text": "x", "title": [[["a" * 100] * 50] * 50] * 50, "authors": [["a" * 1000] * 1000] * 1000},
            {"text": "x", "id": ["a"] * 100_000, "language": {"a" * 1000: "b" * 1000}},
        ],
        ids=["many faults", "nested values", "long values"],
    )
    def test_a_message_has_an_end(self, record):
        """However many faults a record has, and whatever stands in them; the failure itself holds all."""
        failure = article_of(record, "row 1")

        assert len(str(failure)) < 10_000
        assert max(map(len, failure.faults)) <= 400
        assert str(failure.error()) == str(failure)

    def test_what_a_message_leaves_out_is_counted(self):
        """Twenty are told."""
        told = str(article_of({"text": "x", "authors": [5] * 1_023}, "row 1"))

        assert told.count("must be a string") == 20
        assert told.endswith("@ $.authors[19]; and 1,003 more")
        assert "more" not in str(article_of({"text": "x", "authors": [5] * 20}, "row 1"))

    def test_a_line_may_not_be_endless(self, monkeypatch):
        """One line can't fill the memory, and the next is found."""
        monkeypatch.setattr(sources, "MAX_SIZE", 100)

        failure, article = read_named(b'{"text": "' + b"x" * 1000 + b'"}\n' + GOOD)

        assert failure.source == "rows.jsonl:1"
        assert "must hold at most" in str(failure)
        assert article.text == "Kyiv welcomed the deal."


class TestLines:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    def test_encodings_and_line_ends(self, encoding, newline):
        """JSON Lines may be in any Unicode encoding that its mark tells."""
        rows = newline.join(['{"text": "čau\u010a"}', "", '{"text": "Ὀδυσσεύς"}', ""])

        assert [article.text for article in read_named(rows.encode(encoding))] == ["čau\u010a", "Ὀδυσσεύς"]

    def test_separators_inside_a_string_end_no_line(self):
        """Only a line feed ends a line of JSON Lines."""
        (article,) = read_named('{"text": "one\u2028two\x85three"}'.encode())

        assert article.text == "one\u2028two\x85three"

    def test_open_text(self):
        """A file that is open for text does as well."""
        rows = StringIO('\ufeff{"text": "Čau"}\n{"text": 1}\n')

        article, failure = read_articles(rows, name="rows")

        assert (article.text, failure.source) == ("Čau", "rows:2")

    @pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
    def test_no_record_at_all(self, data):
        """An empty file is a fault, not an empty corpus."""
        (failure,) = read_named(data)

        assert "holds no text" in str(failure)

    def test_lines_are_read_as_they_are_asked_for(self):
        """A corpus need not fit into memory."""
        stream = BytesIO(GOOD + b"\n" + GOOD + b"\n")
        stream.name = "rows.jsonl"

        next(read_articles(stream))

        assert stream.tell() == len(GOOD) + 1


class TestDocuments:
    @pytest.mark.parametrize(
        ("data", "found"),
        [
            (b'{"text": "one"}', ["one"]),
            (b'[{"text": "one"}, {"text": "two"}]', ["one", "two"]),
            (b'{\n  "text": "one"\n}\n', ["one"]),
        ],
    )
    def test_one_or_several(self, data, found):
        """A document is an article, or a list of them."""
        assert [article.text for article in read_named(data, "rows.json")] == found

    def test_a_bad_record_is_named_by_its_place(self):
        """The others of the list are read."""
        one, failure, two = read_named(b'[{"text": "one"}, {"text": 2}, {"text": "two"}]', "rows.json")

        assert (one.text, two.text) == ("one", "two")
        assert str(failure) == "rows.json[1]: must be a string (got 2) @ $.text"

    @pytest.mark.parametrize(
        ("data", "fault"),
        [
            (b"", "holds no text"),
            (b"[]", "got an empty list"),
            (b'{"text": "one"}\n{"text": "two"}', "write one object a line and name it .jsonl"),
            (b'[\n{"text": "one"},\n', "at line 2, column 17"),
        ],
    )
    def test_what_is_no_document(self, data, fault):
        """The message says what to do."""
        (failure,) = read_named(data, "rows.json")

        assert isinstance(failure, Failure)
        assert fault in str(failure)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("2024-11-07"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
FIELDS = st.sampled_from(
    ["id", "text", "title", "outlet", "published", "authors", "url", "language", "origin", "x"]
)


@given(records=st.lists(st.dictionaries(FIELDS, JSON) | JSON, min_size=1))
def test_any_record_is_an_article_or_a_failure(records):
    """As many come out as went in, in order, and nothing is raised."""
    found = read_named("\n".join(map(json.dumps, records)).encode())

    assert len(found) == len(records)
    assert all(isinstance(one, Article | Failure) for one in found)


@given(data=st.binary(max_size=200))
def test_any_bytes_are_articles_or_failures(data):
    """Whatever a file holds, reading it raises nothing."""
    for name in ("rows.jsonl", "rows.json", "story.txt", "-"):
        assert all(isinstance(one, Article | Failure) for one in read_named(data, name))
