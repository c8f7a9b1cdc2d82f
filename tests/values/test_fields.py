"""What values refuse: in the library's own words, by the field's name, and briefly."""

from __future__ import annotations

import datetime as dt
import math
from itertools import product

import pytest
from attrs import evolve, fields
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit import values
from stancekit.testing import STRATEGIES
from stancekit.values import Actor, Article, Evidence, Rating, Span, Stance
from stancekit.values._fields import clipped, counted, shown

FEW = settings(max_examples=40, deadline=None)

CLASSES = [cls for cls in STRATEGIES if hasattr(cls, "__attrs_attrs__")]

LONGEST = 300
"""Characters of a message."""


class Silent:
    """Somebody's own class, whose `repr` fails."""

    def __repr__(self):
        msg = "no words"
        raise RuntimeError(msg)


class Wordy:
    """Somebody's own class, whose `repr` is long and has lines."""

    def __repr__(self):
        return "word\n" * 10_000


HUGE = 10**5_000

WRONG = [
    None,
    True,
    -1,
    3,
    2.5,
    10**100,
    HUGE,
    math.nan,
    "",
    "odd",
    "x" * 100_000,
    b"bytes",
    [3],
    ["x", 3],
    [None] * 1_000,
    ["x" * 1_000] * 100,
    {"a": 1},
    {"a" * 10_000: "b" * 10_000},
    {1, 2},
    [[[[[["deep"]]]]]],
    (Span(0, 1), 3),
    object(),
    int,
    dt.timedelta(1),
    Silent(),
    Wordy(),
    [Wordy()],
]

PRINTABLE = [wrong for wrong in WRONG if not isinstance(wrong, Silent) and wrong is not HUGE]
WORDS = {"kind", "facet", "certainty", "attitude", "polarity"}
OF_WORDS = {cls for cls in CLASSES if WORDS & {field.name for field in fields(cls)}}
"""Values with a field from a vocabulary: `enum` itself prints what it does not know."""


def refusal(make):
    """What is said where something is refused; `None` where it is not."""
    try:
        make()
    except (TypeError, ValueError) as error:
        return error
    return None


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@settings(max_examples=4, deadline=None)
@given(data=st.data())
def test_wrong_arguments_are_told_by_name_and_briefly(cls, data):
    """Whatever arrives, for whichever field: never a tuple of attrs' own, never a page."""
    value = data.draw(STRATEGIES[cls]())
    for field, wrong in product(fields(cls), WRONG if cls not in OF_WORDS else PRINTABLE):
        error = refusal(lambda: evolve(value, **{field.name: wrong}))  # noqa: B023  # called at once

        if error is not None:
            (message,) = error.args
            assert f"'{field.name.rstrip('s')}" in message or _is_of_two(field.name)
            assert "Attribute(" not in message
            assert "factory" not in message
            assert "\n" not in message
            assert len(message) <= LONGEST


def _is_of_two(name):
    """Rules that hold two fields together name the other one first."""
    return name in {"start", "polarity", "sentence", "holder", "text", "negative", "neutral"}


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@settings(max_examples=4, deadline=None)
@given(data=st.data())
def test_no_field_takes_somebodys_own_class(cls, data):
    """An object that is nothing we know is refused by every field."""
    value = data.draw(STRATEGIES[cls]())
    for field in fields(cls):
        with pytest.raises((TypeError, ValueError)):
            evolve(value, **{field.name: object()})


class TestRowsOfTables:
    """A row of a table may be an article."""

    @pytest.mark.parametrize("name", ["title", "outlet", "published", "url"])
    @pytest.mark.parametrize("nothing", [None, math.nan])
    def test_nothing_is_none(self, name, nothing):
        """A table's way to leave a cell empty."""
        assert getattr(Article("x", **{name: nothing}), name) is None

    def test_pandas_says_nothing_in_ways_of_its_own(self):
        """NaT for a date, NA for anything."""
        pandas = pytest.importorskip("pandas")
        row = {"title": pandas.NA, "published": pandas.NaT, "authors": math.nan, "id": 7}

        article = Article("x", **row)

        assert (article.title, article.published, article.authors, article.id) == (None, None, (), "7")

    def test_a_day_of_a_table_is_one(self):
        """Pandas' times are times."""
        pandas = pytest.importorskip("pandas")
        row = pandas.DataFrame({"text": ["x"], "id": [7], "published": ["2024-11-07"]})
        row["published"] = pandas.to_datetime(row["published"])

        article = Article(**row.to_dict("records")[0])

        assert (article.id, article.published.date()) == ("7", dt.date(2024, 11, 7))

    @pytest.mark.parametrize(
        ("given", "message"),
        [
            ({"text": math.nan}, "'text' must be a str; leave out rows without a text (got nan)"),
            ({"text": b"x"}, "'text' must be a str; decode it first (got b'x')"),
            ({"text": 3}, "'text' must be a str (got 3)"),
            ({"id": math.nan}, "'id' must be a str or a whole number; leave it out for one made from"),
            ({"outlet": 5}, "'outlet' must be a str or None (got 5)"),
            ({"language": None}, "'language' must be a language's ISO 639-1 code, such as 'en' (got None)"),
            ({"authors": [5]}, "'authors' must hold strings alone (got 5 at position 0)"),
            (
                {"published": 2024},
                "'published' must be a day or a time in ISO 8601, such as 2024-11-07, or None",
            ),
            (
                {"published": "2024-11"},
                "'published' must be a day or a time in ISO 8601, such as 2024-11-07 (got",
            ),
        ],
    )
    def test_what_is_no_such_thing_is_told(self, given, message):
        """By the column's name, with the way out."""
        error = refusal(lambda: Article(**{"text": "x", **given}))

        assert str(error).startswith(message)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Article(3), "'text' must be a str (got 3)"),
        (
            lambda: Actor("a1", "Ann", "human"),
            "'kind' must be one of 'person', 'organization', 'place', 'group', 'unnamed' (got 'human')",
        ),
        (lambda: Actor("a1", "Ann", "persn"), "(got 'persn'); did you mean 'person'?"),
        (lambda: Rating.of_score(3), "'score' must be from -1 to 1 (got 3)"),
        (lambda: Rating.of_score("0.5"), "'score' must be a number from -1 to 1 (got '0.5')"),
        (lambda: Rating.of_score(math.nan), "'score' must be from -1 to 1 (got nan)"),
        (lambda: Span(0, 1.5), "'end' must be a whole number (got 1.5)"),
        (lambda: Actor("a1", "Ann", "person").goes_by(3), "'alias' must be a str (got 3)"),
        (
            lambda: Actor("a1", "Ann", "person", aliases="Lee"),
            "'aliases' must be several strings, such as a list",
        ),
    ],
)
def test_the_way_out_is_told(make, message):
    """Name, rule, what arrived."""
    assert message in str(refusal(make))


class TestShown:
    @FEW
    @given(value=st.recursive(st.none() | st.text() | st.integers() | st.floats(), st.lists))
    def test_is_a_short_line(self, value):
        """Whatever it is."""
        assert 0 < len(shown(value)) <= 80

    def test_is_a_short_line_of_what_cannot_be_printed(self):
        """And of what prints a page."""
        lines = [shown(value) for value in WRONG]

        assert all(0 < len(line) <= 80 and "\n" not in line for line in lines)

    def test_short_things_are_shown_whole(self):
        """As one would write them."""
        assert [shown(value) for value in (3, "x", None, [1, 2])] == ["3", "'x'", "None", "[1, 2]"]

    def test_counts_have_their_plural(self):
        """One is one."""
        assert [counted(number, "quote") for number in (0, 1, 2_000)] == [
            "0 quotes",
            "1 quote",
            "2,000 quotes",
        ]

    def test_clipping_leaves_short_lines_alone(self):
        """And makes one line of several."""
        assert (clipped("Ann\nLee"), clipped("x" * 50)) == ("Ann Lee", "x" * 37 + "...")


class TestRepr:
    """A value is read on a line."""

    ANN, BOB = Actor("a1", "Ann Lee", "person", entry="ann-lee"), Actor("a2", "Bob", "person")

    def stance(self, **changes):
        """A stance with one piece of evidence."""
        usual = {
            "polarity": "positive",
            "score": 0.8677733268028845,
            "confidence": 0.87,
            "sentence": Span(0, 40),
        }
        evidence = [Evidence(Span(15, 20), 0.8677733268028845, "strength", "brave")]
        return Stance("s1", self.ANN, self.BOB, **{**usual, "evidence": evidence, "scorer": "own", **changes})

    def test_a_stance_says_who_whom_how_by_which_words(self):
        """Two digits, words, facets; nothing else."""
        assert repr(self.stance(facets=["strength"])) == (
            '<Stance Ann Lee -> Bob: positive +0.87 "brave" [strength]>'
        )
        assert (
            repr(self.stance(certainty="hedged"))
            == '<Stance Ann Lee -> Bob: positive (hedged) +0.87 "brave">'
        )

    def test_evidence_without_words_tells_its_place(self):
        """A stance that is made by hand may lack them."""
        bare = self.stance(evidence=[Evidence(Span(15, 20), 0.5)] * 2 + [Evidence(Span(1, 2), 0.1)])

        assert repr(bare) == "<Stance Ann Lee -> Bob: positive +0.87 15-20, 1-2>"
        assert repr(bare.evidence[0]) == "<Evidence 15-20: +0.50>"

    def test_the_others_are_as_short(self):
        """Each by what it is known by."""
        assert repr(self.ANN) == "<Actor a1 Ann Lee: person, 0 mentions, entry 'ann-lee'>"
        assert repr(self.stance().evidence[0]) == '<Evidence "brave" 15-20: +0.87 strength>'
        assert repr(values.Mention(Span(0, 7))) == "Mention(span=Span(0, 7), kind='name')"
        assert repr(Rating.of_score(0.7)) == "<Rating negative 0.00, neutral 0.30, positive 0.70>"
        assert repr(values.AnalysisWarning("unknown-speaker", "by whom?", Span(3, 9))) == (
            "<AnalysisWarning unknown-speaker at 3-9: by whom?>"
        )

    @pytest.mark.parametrize("cls", [Stance, Evidence, Actor, values.Quote, values.Mention, Span, Rating])
    @settings(max_examples=10, deadline=None)
    @given(data=st.data())
    def test_fits_a_line_or_two(self, cls, data):
        """Whatever is in it."""
        line = repr(data.draw(STRATEGIES[cls]()))

        assert len(line) < 400
        assert "\n" not in line
