"""Which characters of a page are seen, and where they stand."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.readers._markup import characters_of_markup, characters_of_text, text_runs


def runs(page: str) -> list[str]:
    return [page[start:end] for start, end in text_runs(page)]


class TestTextRuns:
    @pytest.mark.parametrize(
        ("page", "texts"),
        [
            ("plain", ["plain"]),
            ("<p>one<br/>two</p>", ["one", "two"]),
            ("<p title='a > b' id=\"c > d\">one</p>", ["one"]),
            ("<p title=it's>one</p>two", ["one", "two"]),
            ('<p alt="he said "no"">one</p>', ["one"]),
            ("<!-- <p>gone</p> -->one<!-->two-->three", ["one", "three"]),
            ("<!doctype html><?xml version='1.0'?>one", ["one"]),
            ("<SCRIPT>if (a < b) { '</p>' }</script >one", ["one"]),
            ("<style>p > q {}</style><title>gone</title>one", ["one"]),
            ("1 < 2 and 3 > 2, <3", ["1 < 2 and 3 > 2, <3"]),
            ("one</>two", ["one</>two"]),
            ("one<p", ["one"]),
            ("one<script>gone", ["one"]),
            ("one<!-- gone", ["one"]),
            ("", []),
        ],
    )
    def test_what_is_text(self, page, texts):
        """Tags, comments, scripts and styles are not, even where they are broken."""
        assert runs(page) == texts

    @given(page=st.text("<>/!-?=\"'&;ab \n", max_size=200))
    def test_any_markup(self, page):
        """Runs of text lie in the page, in order and apart."""
        bounds = [bound for run in text_runs(page) for bound in run]

        assert bounds == sorted(bounds)
        assert all(0 <= bound <= len(page) for bound in bounds)

    @pytest.mark.parametrize(
        "unit", ["<", "<!", "<a ", "<a =\"'", "<!--", "</", "&", "<script>", "<a href='", "&#x"]
    )
    def test_a_megabyte_of_broken_markup(self, unit):
        """Hostile pages take linear time."""
        characters = characters_of_markup(unit * (1_000_000 // len(unit)))

        assert len(characters.key) == len(characters.starts) == len(characters.ends)


class TestCharacters:
    @given(text=st.text())
    def test_of_text(self, text):
        """All but whitespace and what can't be printed, each where it stands."""
        characters = characters_of_text(text)

        assert characters.key == "".join(c for c in text if c.isprintable() and not c.isspace())
        assert [text[start] for start in characters.starts] == list(characters.key)

    @given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
    def test_of_markup(self, text):
        """What was escaped is seen as it was before, and each character spans its reference."""
        page = f"<p>{escape(text)}</p>"

        characters = characters_of_markup(page)

        assert characters.key == characters_of_text(text).key
        assert all(
            page[start:end] in {character, escape(character)}
            for character, start, end in zip(characters.key, characters.starts, characters.ends, strict=True)
        )

    def test_a_reference_to_two_characters(self):
        """Both stand where the reference stands."""
        characters = characters_of_markup("&NotEqualTilde;")

        assert (len(characters.key), set(characters.starts), set(characters.ends)) == (2, {0}, {15})
