"""Articles: exactly what was given."""

from __future__ import annotations

import datetime as dt
import pickle
import re

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings

from stancekit.testing import articles, source_maps, spans, texts
from stancekit.values import Article, Boilerplate, BoilerplateKind, SourceMap, Span

FEW = settings(max_examples=40, deadline=None)


class TestText:
    @FEW
    @given(text=texts())
    def test_is_never_changed(self, text):
        """No normalisation, no stripping: offsets count what came in."""
        assert Article(text).text == text

    @FEW
    @given(text=texts())
    def test_gives_the_id(self, text):
        """The same text has the same id, on every machine; a lone surrogate stops nothing."""
        assert Article(text).id == Article(text, title="other").id
        assert len(Article(text).id) == 16

    def test_gives_the_promised_id(self):
        """Ids stay as they are from version to version, since users key on them."""
        assert Article("").id == "e3b0c44298fc1c14"

    def test_is_short_when_shown(self):
        """A REPL shows an article on a line."""
        assert "..." in repr(Article("x" * 10_000))
        assert len(repr(Article("x" * 10_000))) < 300

    def test_puts_words_together(self):
        """Spans that stand apart are shown apart."""
        assert (
            Article("We will, he said, reject it.").words(Span(0, 7), Span(18, 27)) == "We will … reject it"
        )


class TestFields:
    @pytest.mark.parametrize(
        ("given", "read"),
        [
            ("2024-11-07", dt.date(2024, 11, 7)),
            ("2024-11-07T09:30:00", dt.datetime(2024, 11, 7, 9, 30)),
            ("2024-11-07T09:30:00+01:00", dt.datetime.fromisoformat("2024-11-07T09:30:00+01:00")),
            (dt.date(2024, 11, 7), dt.date(2024, 11, 7)),
            (None, None),
        ],
    )
    def test_reads_iso_dates(self, given, read):
        """A day stays a day, a time a time."""
        assert Article("x", published=given).published == read
        assert type(Article("x", published=given).published) is type(read)

    def test_refuses_other_dates(self):
        """The message shows what a date looks like."""
        message = "'published' must be a day or a time in ISO 8601, such as 2024-11-07 (got '7 November')"

        with pytest.raises(ValueError, match=re.escape(message)):
            Article("x", published="7 November")

    def test_one_author_is_a_name_not_letters(self):
        """A single name may be given as it is."""
        assert Article("x", authors="Ann Lee").authors == ("Ann Lee",)
        assert Article("x", authors=["Ann Lee", "Bo Day"]).authors == ("Ann Lee", "Bo Day")

    @pytest.mark.parametrize("name", ["title", "outlet", "url", "language"])
    def test_names_the_field_that_is_no_text(self, name):
        """A wrong type is told by the field's name."""
        with pytest.raises(TypeError, match=f"'{name}' must be"):
            Article("x", **{name: 5})

    @pytest.mark.parametrize(("name", "value"), [("id", ""), ("language", "e")])
    def test_refuses_names_that_name_nothing(self, name, value):
        """An id and a language say something."""
        with pytest.raises(ValueError, match=f"'{name}' must be a "):
            Article("x", **{name: value})

    def test_stays_as_it_is(self):
        """An article changes by `attrs.evolve` alone."""
        article = Article("x", id="n1")

        with pytest.raises(FrozenInstanceError):
            article.text = "y"
        assert evolve(article, title="T").id == "n1"

    @FEW
    @given(article=articles())
    def test_equal_articles_hash_alike_and_survive_pickling(self, article):
        """Articles are keys of dictionaries and travel between processes."""
        there = pickle.loads(pickle.dumps(article))

        assert there == article
        assert hash(there) == hash(article)


class TestSourceMap:
    ENTITY = SourceMap([(Span(0, 3), Span(3, 6)), (Span(3, 4), Span(6, 11)), (Span(4, 7), Span(15, 18))])

    @pytest.mark.parametrize(
        ("here", "there"),
        [
            (Span(0, 3), Span(3, 6)),
            (Span(1, 2), Span(4, 5)),
            (Span(3, 4), Span(6, 11)),
            (Span(2, 4), Span(5, 11)),
            (Span(5, 7), Span(16, 18)),
            (Span(0, 7), Span(3, 18)),
            (Span(7, 9), None),
        ],
    )
    def test_leads_back_to_the_input(self, here, there):
        """An entity counts as a whole, markup between two pieces is taken along."""
        assert self.ENTITY.locate(here) == there

    @FEW
    @given(origin=source_maps(), span=spans(max_end=90))
    def test_stays_inside_its_pieces(self, origin, span):
        """What is found lies between the first and the last piece touched."""
        touched = [there for here, there in origin.pieces if here.overlaps(span)]
        found = origin.locate(span)

        assert (found is None) == (not touched)
        if found is not None:
            assert found in Span(touched[0].start, touched[-1].end)


class TestBoilerplate:
    def test_takes_its_kind_by_word(self):
        """Values are built from plain words as from the vocabulary."""
        assert Boilerplate(Span(0, 4), "byline").kind is BoilerplateKind.BYLINE
