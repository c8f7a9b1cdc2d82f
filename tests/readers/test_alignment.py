"""From an extracted text back to its page."""

from __future__ import annotations

from html import escape, unescape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.readers._alignment import align
from stancekit.values import Span

WORDS = st.text(st.sampled_from("abcé<>&\"'“—😀"), min_size=1, max_size=12)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


def folded(words: str) -> str:
    return " ".join(unescape(words).split())


def line_spans(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


@st.composite
def pages(draw):
    """A page of paragraphs without inline markup, and the text of some of them."""
    drawn = draw(st.lists(PARAGRAPHS, min_size=1, max_size=8))
    paragraphs = [f"{words} §{number}" for number, words in enumerate(drawn)]
    kept = draw(st.lists(st.booleans(), min_size=len(paragraphs), max_size=len(paragraphs)))
    space = draw(st.sampled_from([" ", "\n", "\n    ", "&nbsp;"]))
    body = "\n".join(f"<p class='a > b'>{escape(words).replace(' ', space)}</p>" for words in paragraphs)
    text = "\n".join(words for words, keep in zip(paragraphs, kept, strict=True) if keep)
    return f"<html><body><nav>Home</nav>{body}<!-- end --></body></html>", text


class TestAlign:
    @given(page_and_text=pages())
    def test_paragraphs_are_found_again(self, page_and_text):
        """What is located, unescaped and its whitespace folded, is the paragraph."""
        page, text = page_and_text

        origin = align(text, page)

        for span in line_spans(text):
            there = origin.locate(span)
            assert there is not None
            assert folded(there.of(page)) == span.of(text)

    @given(page_and_text=pages())
    def test_pieces_are_in_order_and_agree(self, page_and_text):
        """Each piece of the text is the same characters of the page, and none overlaps another."""
        page, text = page_and_text

        pieces = align(text, page).pieces

        assert all(folded(there.of(page)) == folded(escape(here.of(text))) for here, there in pieces)
        for (here, there), (next_here, next_there) in pairwise(pieces):
            assert here.end <= next_here.start
            assert there.end <= next_there.start

    @given(text=st.text(max_size=300), page=st.text(max_size=300))
    def test_any_two_texts(self, text, page):
        """A text that is not the page's has fewer pieces, and no span of it makes trouble."""
        origin = align(text, page)

        assert all(here.end <= len(text) and there.end <= len(page) for here, there in origin.pieces)
        for here, there in origin.pieces:
            assert origin.locate(here) == there

    def test_inline_markup_lies_inside_the_stretch(self):
        """A word in a link is found without it, the sentence with it."""
        page = '<p>She <a href="/x">praised</a> the <em>chair</em>.</p>'
        text = "She praised the chair."
        origin = align(text, page)

        assert origin.locate(Span(4, 11)).of(page) == "praised"
        assert origin.locate(Span(0, 22)).of(page) == page[3:-4]

    def test_a_word_after_a_reference(self):
        """References before and in a word shift nothing."""
        page = "<p>Fish &amp; chips &ndash; caf&eacute; &lt;3</p>"
        text = "Fish & chips – café <3"
        origin = align(text, page)

        assert origin.locate(Span(7, 12)).of(page) == "chips"
        assert origin.locate(Span(15, 19)).of(page) == "caf&eacute;"
        assert origin.locate(Span(20, 22)).of(page) == "&lt;3"

    def test_the_story_is_meant_not_the_menu(self):
        """A short line before the first long one is sought near the story."""
        story = "The harbour board voted on Friday to charge fishing boats forty pounds a night."
        page = f"<ul><li>Tolls</li></ul><h1>Tolls</h1><p>{story}</p>"

        origin = align(f"Tolls\n{story}", page)

        assert origin.locate(Span(0, 5)).start == page.index("<h1>") + 4

    @pytest.mark.parametrize(
        "story", ["", "The harbour board voted on Friday to charge fishing boats forty pounds a night."]
    )
    def test_lines_that_repeat(self, story):
        """Each stands for itself, before a story and without one."""
        page = f"<p>Tolls</p><p>Tolls</p><p>{story}</p>"
        text = f"Tolls\nTolls\n{story}"

        found = [align(text, page).locate(span) for span in line_spans(text)[:2]]

        assert [there.start for there in found] == [3, 15]

    def test_a_paragraph_with_something_left_out(self):
        """Where extraction dropped a button, both sides of it are still found."""
        one, two = (
            "The harbour board voted on Friday to charge",
            "fishing boats forty pounds a night from May.",
        )
        page = f"<p>{one} <button>Share this with your friends</button> {two}</p>"
        text = f"{one} {two}"
        origin = align(text, page)

        assert origin.locate(Span(0, len(one))).of(page) == one
        assert origin.locate(Span(len(one) + 1, len(text))).of(page) == two

    def test_paragraphs_out_of_order(self):
        """Order is kept: what would go back is left out rather than located wrongly."""
        lines = [
            f"Paragraph {word} says that the {word} toll is far too high for everybody here."
            for word in ("first", "second", "third")
        ]
        page = "".join(f"<p>{line}</p>" for line in lines)
        text = "\n".join([lines[1], lines[0], lines[2]])

        found = [align(text, page).locate(span) for span in line_spans(text)]

        assert [there and there.of(page) for there in found] in (
            [lines[1], None, lines[2]],
            [None, lines[0], lines[2]],
        )

    @pytest.mark.parametrize(
        ("line", "body"),
        [
            ("a", "<p>a</p>"),
            ("The minister said that nothing at all was wrong with the plan.", "<p>No such thing</p>"),
            (
                "The minister said that nothing at all was wrong with the plan.",
                "<p>The minister said that no</p>",
            ),
        ],
    )
    def test_a_hundred_thousand_characters(self, line, body):
        """Lines that stand nowhere, or everywhere, take no quadratic time."""
        origin = align("\n".join([line] * (100_000 // len(line))), body * (1_000_000 // len(body)))

        assert isinstance(origin.pieces, tuple)
