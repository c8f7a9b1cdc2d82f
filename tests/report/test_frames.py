"""Tidy tables for pandas, polars and pyarrow."""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stancekit as sk
from stancekit.report import _frames as frames
from stancekit.report import to_frame
from stancekit.report._frames import LIBRARIES, TABLES
from stancekit.testing import analyses

TEXT = "Olga Brandt praised Tim Weaver. “Weaver is a coward,” said Nina Holt."


@pytest.fixture(scope="module")
def analysis():
    article = sk.Article(TEXT, id="n1", outlet="The Daily", published="2026-05-06T10:00")
    return sk.Analyzer("rules").analyze(article)


@pytest.fixture(params=LIBRARIES)
def library(request):
    pytest.importorskip(request.param, reason=f"{request.param} is not needed, but wanted for this test")
    return request.param


def names(frame):
    return [*(frame.column_names if hasattr(frame, "column_names") else frame.columns)]


def types(frame):
    if hasattr(frame, "column_names"):
        return [*frame.schema.types]
    return [*frame.dtypes]


def cells(frame, column):
    values = frame[column]
    return values.to_pylist() if hasattr(values, "to_pylist") else [*values]


class TestToFrame:
    def test_has_a_row_a_stance(self, analysis, library):
        """Who, whom, how, in which words."""
        frame = analysis.to_frame(library=library)

        assert len(frame) == len(analysis.stances)
        assert cells(frame, "holder") == [s.holder.name for s in analysis.stances]
        assert cells(frame, "score") == [s.score for s in analysis.stances]
        assert cells(frame, "evidence") == ["praised", "coward"]
        assert cells(frame, "outlet") == ["The Daily"] * 2
        assert [str(day)[:10] for day in cells(frame, "published")] == ["2026-05-06"] * 2

    @pytest.mark.parametrize("table", TABLES)
    def test_has_the_same_types_without_rows(self, analysis, library, table):
        """A corpus without a find gives a table that goes together with the others."""
        empty = to_frame([], table, library=library)

        assert len(empty) == 0
        assert names(empty) == [column.name for column in TABLES[table].columns]
        assert types(empty) == types(analysis.to_frame(table, library=library))

    def test_puts_articles_below_each_other(self, analysis, library):
        """Many analyses, one table."""
        frame = to_frame([analysis, analysis], "quotes", library=library)

        assert cells(frame, "quote") == [quote.id for quote in analysis.quotes] * 2
        assert "Weaver is a coward," in cells(frame, "text")

    @pytest.mark.parametrize("table", TABLES)
    @settings(max_examples=25, deadline=None)
    @given(drawn=st.lists(analyses(), max_size=2))
    def test_takes_whatever_is_legal(self, table, drawn):
        """Half characters, days of any year, missing values: each part is a row."""
        pytest.importorskip("polars", reason="polars is the strictest of the three")
        part = {"evidence": lambda a: [e for s in a.stances for e in s.evidence]}
        parts = part.get(table, lambda a: getattr(a, table))

        assert len(to_frame(drawn, table, library="polars")) == sum(len(parts(a)) for a in drawn)

    @pytest.mark.parametrize("options", [{"table": "stance"}, {"library": "panda"}])
    def test_tells_an_unknown_name(self, analysis, options):
        """What there is stands in the message."""
        with pytest.raises(ValueError, match=f"'{next(iter(options))}' must be one of .*, p|s"):
            analysis.to_frame(**options)

    def test_takes_what_the_caller_works_with(self, analysis, monkeypatch):
        """What is imported already comes first, then what is installed."""
        monkeypatch.setattr(frames, "LIBRARIES", ("no_such_library", "polars"))
        pytest.importorskip("polars", reason="it is what the caller works with here")

        assert type(analysis.to_frame()).__module__.startswith("polars")

    def test_tells_what_is_missing(self, analysis, monkeypatch):
        """Without any of them it says what to install."""
        monkeypatch.setattr(frames, "LIBRARIES", ("no_such_library",))

        with pytest.raises(ImportError, match="pip install pandas"):
            analysis.to_frame()

    def test_tells_that_the_one_named_is_missing(self, analysis, monkeypatch):
        """Before it is imported, and how to get it."""
        monkeypatch.setattr(frames, "find_spec", lambda _: None)
        monkeypatch.delitem(sys.modules, "pandas", raising=False)

        with pytest.raises(ImportError, match=r"'to_frame' needs pandas .*; pip install pandas"):
            analysis.to_frame(library="pandas")

    @pytest.mark.parametrize("options", [{"table": 3}, {"library": []}])
    def test_takes_names(self, analysis, options):
        """Anything else is told in the same words."""
        with pytest.raises(ValueError, match=f"'{next(iter(options))}' must be one of"):
            analysis.to_frame(**options)

    def test_leads_a_misspelt_name_to_the_right_one(self, analysis):
        """As for scorers and actors."""
        with pytest.raises(ValueError, match="did you mean 'quotes'"):
            analysis.to_frame("quote")

    def test_knows_days_of_any_year(self, library):
        """Old papers have days, too."""
        analysis = sk.Analysis(
            sk.Article("Ann", published=dt.date(1605, 5, 6)), actors=[sk.Actor("a1", "Ann", "person")]
        )

        (day,) = cells(to_frame([analysis], "actors", library=library), "published")
        assert str(day).startswith("1605-05-06")


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_documented(table):
    """The page of formats has each column, in order."""
    page = (Path(__file__).parents[2] / "docs" / "reference" / "formats.md").read_text(encoding="utf-8")
    section = page.partition("## Tables")[2].partition("\n## ")[0]
    rows = dict(re.findall(r"^\| `?(\w+)`? \| (.+?) \|$", section, re.MULTILINE))

    told = re.findall(r"`([a-z_]+)`", f"{rows['all']}, {rows[table]}")
    assert told == [column.name for column in TABLES[table].columns]
