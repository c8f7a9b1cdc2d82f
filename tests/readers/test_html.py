"""Web pages to articles."""

from __future__ import annotations

import datetime as dt
import sys
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.readers import Failure, find_boilerplate, read_article, read_articles
from stancekit.readers import _html as html
from stancekit.values import Article, Span

pytest.importorskip("trafilatura")

PAGE = Path(__file__).parent / "cases" / "page.html"

STORY = (
    "<p>The harbour board voted on Friday to charge boats, and the mayor called the skippers “brave”.</p>" * 4
)


@pytest.fixture(scope="module")
def article():
    return read_article(PAGE)


@pytest.fixture(scope="module")
def page():
    return PAGE.read_bytes().decode()


def folded(words: str) -> str:
    return " ".join(unescape(words).split())


def in_page(body: str, head: str = "") -> BytesIO:
    return BytesIO(
        f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>".encode()
    )


class TestRealisticPage:
    def test_what_the_page_says_about_itself(self, article):
        """Headline, authors, date, outlet, address and language come along."""
        assert (article.title, article.outlet, article.authors) == (
            "Harbour tolls split Vennmouth",
            "The Vennmouth Ledger",
            ("Ada Quill",),
        )
        assert article.published == dt.date(2025, 3, 14)
        assert article.url == "https://ledger.example/2025/03/harbour-tolls"
        assert (article.language, article.id) == ("en", "page")

    def test_the_story_and_nothing_else(self, article):
        """Menus, scripts, comments and footers stay out; paragraphs are lines."""
        lines = article.text.split("\n")

        assert (
            'Skippers at Doyle & Sons, who own half of the fleet, said the board had "lost its compass" and would not pay.'
            in lines
        )
        assert (
            "The board’s treasurer, Ivo Lantern, said on the radio that the firm was <not> being honest about its profits, and praised the chair for her courage."
            in lines
        )
        assert not [
            word for word in ("Home", "Terms", "teaser", "theft", "cut by the editor") if word in article.text
        ]

    def test_every_line_is_found_in_the_page(self, article, page):
        """Located, unescaped and folded, each paragraph without inline markup is itself."""
        at = 0
        for line in article.text.split("\n"):
            there = article.origin.locate(Span(at, at + len(line)))
            assert there is not None
            if "Skippers" not in line:
                assert folded(there.of(page)) == line
            at += len(line) + 1

    def test_a_quote_is_found_in_the_page(self, article, page):
        """A span of the text leads to the characters it was made from."""
        start = article.text.index("painful but fair")
        there = article.origin.locate(Span(start, start + 16))

        assert there.of(page) == "painful but fair"

    def test_what_is_left_of_boilerplate_is_marked(self, article):
        """Extraction and marking work hand in hand."""
        found = {mark.kind.value: mark.span.of(article.text) for mark in find_boilerplate(article.text)}

        assert found["dateline"] == "VENNMOUTH, England —"
        assert found["credit"] == "Additional reporting by Piers Oakum in London"

    def test_the_same_whichever_way_it_is_opened(self, article):
        """Bytes, text and path give the same article."""
        for stream in (BytesIO(PAGE.read_bytes()), StringIO(PAGE.read_bytes().decode())):
            read = read_article(stream)
            assert (read.text, read.origin) == (article.text, article.origin)


class TestPages:
    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "cp1251"])
    def test_encodings(self, encoding, tmp_path):
        """The mark, or what the page declares, decides."""
        path = tmp_path / "story.htm"
        declared = {"cp1251": '<meta charset="windows-1251">'}.get(encoding, "")
        words = "Зеленский" if encoding == "cp1251" else "Zoë’s café"
        path.write_bytes(
            f"<html><head>{declared}</head><body><p>{words}</p>{STORY}</body></html>".encode(encoding)
        )

        found = read_article(path)

        assert words in found.text
        assert not found.text.startswith("\ufeff")

    @pytest.mark.parametrize(
        ("attribute", "language"),
        [("lang=de", "de"), ('lang="en-US"', "en"), ("xml:lang='fr'", "fr"), ("", "en")],
    )
    def test_languages(self, attribute, language):
        """The page's own word on its language is kept."""
        page = f"<html {attribute}><body>{STORY}</body></html>"

        assert read_article(StringIO(page)).language == language

    @pytest.mark.parametrize("body", ["", "   ", "<p></p>", "<script>x()</script>", "<img src='x'>"])
    def test_a_page_without_a_story(self, body):
        """It is a failure that says so, not an empty article."""
        (failure,) = read_articles(in_page(body), name="story.html")

        assert isinstance(failure, Failure)
        assert "must hold a story" in str(failure)

    def test_an_empty_file(self, tmp_path):
        """It holds no text."""
        path = tmp_path / "story.html"
        path.write_bytes(b" \n")

        (failure,) = read_articles(path)

        assert "holds no text" in str(failure)

    def test_nothing_is_logged_to_the_terminal(self, capfd):
        """Failures are ours to report."""
        list(read_articles(in_page("")))

        assert capfd.readouterr() == ("", "")

    def test_without_the_extra(self, monkeypatch):
        """Who has not installed trafilatura is told how to."""
        monkeypatch.setitem(sys.modules, "trafilatura", None)

        (failure,) = read_articles(PAGE)

        assert "pip install 'stancekit[html]'" in str(failure)

    def test_no_entity_is_fetched(self, tmp_path):
        """What a document type declares is not looked up."""
        secret = tmp_path / "secret.txt"
        secret.write_text("the secret")
        head = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'

        found = read_article(StringIO(f"{head}<html><body><p>It says: &x;</p>{STORY}</body></html>"))

        assert "the secret" not in found.text


class TestHostilePages:
    @pytest.mark.parametrize(
        "page",
        [
            "<" * 1_000_000,
            "<html><body>" + "<div>" * 40_000 + STORY,
            "<html><body>" + "<b>" * 40_000 + STORY,
            "<html><body>" + "<blockquote><ul><li>" * 10_000 + STORY,
            "<html><body>" + "<!" * 400_000 + STORY,
            "<html><body>" + STORY + "&amp;" * 100_000,
            "<html><body><p " + "a=1 " * 100_000 + ">" + STORY,
            "<html><body>" + STORY + "<script>" * 1_000,
        ],
    )
    def test_they_give_an_article_or_a_failure(self, page):
        """Deep or broken, a page is read or refused in a moment."""
        (found,) = read_articles(StringIO(page), name="story.html")

        assert isinstance(found, Article | Failure)

    def test_too_many_tags_are_refused(self):
        """A page that would take minutes is not begun."""
        (failure,) = read_articles(StringIO("<html><body>" + "<p>a" * (html.MAX_TAGS + 1)))

        assert "must hold at most 50,000 tags" in str(failure)

    def test_too_long_a_page_is_refused(self, monkeypatch):
        """So is one that is far longer than any story."""
        monkeypatch.setattr(html, "MAX_CHARACTERS", 100)

        (failure,) = read_articles(PAGE)

        assert "must hold at most 100 characters" in str(failure)

    @given(
        body=st.lists(
            st.sampled_from(
                [
                    "<p>",
                    "</p>",
                    "<div>",
                    "<a href='x'>",
                    "<table><tr><td>",
                    "<!--",
                    "-->",
                    "<",
                    "&amp;",
                    "&#0;",
                    "&bogus;",
                    "\0x",
                ]
            )
            | st.text(max_size=30),
            max_size=30,
        )
    )
    def test_any_page(self, body):
        """Whatever stands in it, spans of the text lead into the page."""
        page = f"<html><body>{STORY}{''.join(body)}</body></html>"

        (found,) = read_articles(StringIO(page), name="story.html")

        if isinstance(found, Article):
            assert all(
                here.end <= len(found.text) and there.end <= len(page) for here, there in found.origin.pieces
            )
