"""Any input: what is told by its name, what by its first line, and what can go wrong."""

from __future__ import annotations

import io
import os
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit import readers
from stancekit.errors import ArticleFormatError, StancekitError
from stancekit.readers import Failure, read_article, read_articles
from stancekit.readers import _sources as sources
from stancekit.values import Article

SEEDS = Path(__file__).parents[2] / "seeds"

PLAIN = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"))
    | st.sampled_from(["\r\n", "\n", "\r"])
).map("".join)


def failure_of(source, **settings) -> str:
    (failure,) = read_articles(source, **settings)
    assert isinstance(failure, Failure)
    return str(failure)


class TestPlainText:
    @given(text=PLAIN.filter(str.strip))
    def test_the_text_is_the_file(self, text, tmp_path_factory):
        """Character by character, line ends included, from a path or an open file."""
        path = tmp_path_factory.getbasetemp() / "story.txt"
        path.write_bytes(text.encode())

        assert read_article(path).text == text
        assert read_article(BytesIO(text.encode()), name="given").text == text or text.lstrip()[0] in "<{["

    @pytest.mark.parametrize("name", ["story.txt", "story.TEXT", "story.md", "story"])
    def test_names(self, name, tmp_path):
        """Plain text needs no ending; the id is the name without it."""
        path = tmp_path / name
        path.write_text("It rained.")

        assert read_article(path) == Article("It rained.", id="story")

    @pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
    def test_sample_articles(self, path):
        """They are read as they are."""
        article = read_article(str(path))

        assert (article.id, article.text) == (path.stem, path.read_bytes().decode())


class TestOpenFiles:
    @pytest.mark.parametrize(
        ("data", "texts"),
        [
            ("It rained.\n\nThen it stopped.", ["It rained.\n\nThen it stopped."]),
            ('\n{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
            ('{\n "text": "one"\n}', ["one"]),
            ('[{"text": "one"}, {"text": "two"}]', ["one", "two"]),
            ("[Laughter] No.", ["[Laughter] No."]),
            ("{curly} style", ["{curly} style"]),
            ("<3 is what she wrote.", ["<3 is what she wrote."]),
        ],
    )
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_the_first_line_tells_the_format(self, data, texts, encoding):
        """Without a name there is still a format."""
        assert [article.text for article in read_articles(BytesIO(data.encode(encoding)))] == texts
        assert [article.text for article in read_articles(StringIO(data))] == texts

    def test_the_name_tells_it_where_there_is_one(self, tmp_path):
        """An open file is read as its path would be."""
        path = tmp_path / "story.txt"
        path.write_text('{"text": "not JSON here"}')

        with path.open("rb") as stream:
            assert read_article(stream) == read_article(path)

    def test_a_file_is_not_closed(self):
        """Who opens a file closes it."""
        stream = BytesIO(b"It rained.")

        read_article(stream)

        assert not stream.closed

    def test_a_name_to_go_by(self):
        """Messages call the input what the caller calls it."""
        assert failure_of(BytesIO(b""), name="row 7").startswith("row 7: ")
        assert failure_of(BytesIO(b"")).startswith("<stream>: ")

    def test_what_was_opened_in_a_wrong_encoding(self):
        """It can't be mended here; the message says how."""
        stream = io.TextIOWrapper(BytesIO("café".encode("cp1252")), encoding="utf-8")

        assert "must be UTF-8 (got bytes that are not; open it for bytes)" in failure_of(stream)

    @pytest.mark.parametrize("source", [None, 5, b"story.txt", ["story.txt"]])
    def test_what_is_no_source(self, source):
        """A wrong argument is a `TypeError`, at once."""
        with pytest.raises(TypeError, match="must be a path or an open file"):
            read_articles(source)


class TestFailures:
    @pytest.mark.parametrize(
        ("data", "fault"),
        [
            (b"", "must hold an article (it holds no text)"),
            (b" \r\n\t", "must hold an article (it holds no text)"),
            (b"\xef\xbb\xbf", "must hold an article (it holds no text)"),
            (b"\x7fELF\x02\x01\x01\0", "must be text (got"),
        ],
    )
    def test_contents(self, data, fault, tmp_path):
        """What holds no text is a failure with a reason."""
        path = tmp_path / "story.txt"
        path.write_bytes(data)

        assert failure_of(path).startswith(f"{path}: {fault}")

    @pytest.mark.parametrize(
        ("name", "fault"),
        [
            ("gone.txt", "must exist"),
            ("", "must be a file (got a directory"),
            ("nul\0.txt", "must be a path"),
            ("lone\udfff\ud800.txt", "must be a path"),
            ("x" * 5000, "must be readable"),
        ],
    )
    def test_paths(self, name, fault, tmp_path):
        """A path that leads nowhere is named, and can be printed."""
        message = failure_of(f"{tmp_path}/{name}")

        assert fault in message
        assert message.encode()

    def test_an_unknown_ending(self, tmp_path):
        """A table or a PDF is not taken for text."""
        path = tmp_path / "rows.csv"
        path.write_text("text\nIt rained.")

        assert "must end in .txt, .text, .md, .html" in failure_of(path)

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root"
    )
    def test_a_forbidden_file(self, tmp_path):
        """Permission is asked for by name."""
        path = tmp_path / "story.txt"
        path.write_text("It rained.")
        path.chmod(0)

        assert "permission was denied" in failure_of(path)

    def test_too_large_a_file(self, tmp_path, monkeypatch):
        """Memory is bounded, whatever the file."""
        monkeypatch.setattr(sources, "MAX_SIZE", 100)
        path = tmp_path / "story.txt"
        path.write_text("x" * 1000)

        assert "must hold at most" in failure_of(path)

    def test_a_failure_is_an_error_to_be_raised(self, tmp_path):
        """Facts sit in attributes, for the value and the exception alike."""
        (failure,) = read_articles(tmp_path / "gone.txt")

        assert isinstance(failure.error(), StancekitError)
        assert (failure.error().source, failure.error().faults) == (failure.source, failure.faults)
        assert str(failure.error()) == str(failure)


class TestReadArticle:
    def test_what_can_not_be_read_is_raised(self, tmp_path):
        """Who asks for one article gets it or an exception."""
        with pytest.raises(ArticleFormatError, match="must exist"):
            read_article(tmp_path / "gone.txt")

    def test_more_than_one_is_refused(self):
        """None of several is the one."""
        with pytest.raises(ArticleFormatError, match="must hold one article"):
            read_article(StringIO('{"text": "one"}\n{"text": "two"}'))


def test_what_is_promised_is_there():
    """The list of names and the names agree."""
    assert all(hasattr(readers, name) for name in readers.__all__)
