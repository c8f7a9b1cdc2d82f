"""Offices that an article speaks of without saying who holds them."""

import pytest

from stancekit.actors import Entry, Registry, Role, find_actors
from stancekit.values import Article

from ..conftest import build

OSTREY = Entry("ostrey", "Ostrey", "place", demonyms=["Ostrian"])
OLD = Entry(
    "lunt",
    "Ada Lunt",
    "person",
    pronoun="she",
    parties=["republican"],
    roles=[Role("president", "Ostrey", "2010", "2014-05-31")],
)
NEW = Entry(
    "dray",
    "Bert Dray",
    "person",
    pronoun="he",
    parties=["democratic"],
    roles=[Role("president", "Ostrey", "2014-05-31")],
)
KNOWN = Registry.of([OSTREY, OLD, NEW])


def people(marked, on=None, registry=KNOWN):
    document = build(marked)
    cast = find_actors(document, article=Article(document.text, published=on), registry=registry)
    return [(a.name, a.kind.value, a.entry) for a in cast if a.kind != "place"]


class TestOnADay:
    @pytest.mark.parametrize(
        ("on", "name", "entry"),
        [
            ("2012-01-01", "Ada Lunt", "lunt"),
            ("2020-01-01", "Bert Dray", "dray"),
            ("2014-05-31", "Bert Dray", "dray"),
        ],
    )
    def test_is_who_holds_it(self, on, name, entry):
        """Even where nobody is named; on the day of a change, who came."""
        assert people("The Ostrian president left.", on) == [(name, "person", entry)]

    def test_the_article_is_believed(self):
        """Who is called the president there is the president."""
        marked = "Ostrian President [Cid Pell|person] spoke.\nThe Ostrian president left."

        assert people(marked, "2020-01-01") == [("Cid Pell", "person", None)]

    def test_his_surname_alone_is_he(self):
        """One actor, not two."""
        marked = "[Dray|person] spoke.\nThe Ostrian president left."

        assert people(marked, "2020-01-01") == [("Dray", "person", "dray")]


class TestWithoutADay:
    def test_is_the_one_whom_the_article_names(self):
        """Of all who ever held it, the one mentioned last."""
        marked = "[Ada Lunt|person] met [Bert Dray|person].\nThe Ostrian president left."

        assert people(marked) == [("Ada Lunt", "person", "lunt"), ("Bert Dray", "person", "dray")]
        assert people("[Ada Lunt|person] spoke.\nThe Ostrian president left.") == [
            ("Ada Lunt", "person", "lunt")
        ]

    def test_is_an_unnamed_somebody_elsewhere(self):
        """The words are the name; pronouns mean the same somebody."""
        document = build("The Ostrian president spoke.\nHe left.")

        (actor,) = (a for a in find_actors(document, registry=KNOWN) if a.kind == "unnamed")

        assert (actor.name, actor.entry) == ("The Ostrian president", None)
        assert [m.kind.value for m in actor.mentions] == ["nominal", "pronoun"]

    @pytest.mark.parametrize("on", [None, "2009-01-01"])
    def test_two_offices_are_two(self, on):
        """Nobody holds two for want of a name."""
        judge = Entry("pell", "Cid Pell", "person", roles=[Role("judge", "Ostrey", "2010", "2011")])
        marked = "The Ostrian president met the Ostrian judge."

        assert len(people(marked, on, KNOWN.plus([judge]))) == 2


@pytest.mark.parametrize(
    "marked",
    [
        "An Ostrian president left.",
        "No Ostrian president left.",
        "The next Ostrian president left.",
        "The former Ostrian president left.",
        "The Ostrian presidents left.",
        "The Ostrian senator left.",
        "The president left.",
        "He ran for Ostrian president.",
    ],
)
def test_others_stay_open(marked):
    """What points at nobody, at more than one, or at an office that the registry does not know."""
    assert people(marked, "2020-01-01") == []


def test_a_party_narrows_it_down():
    """The Republican president of a state with one is hers."""
    us = Entry("us", "United States", "place", demonyms=["American"])
    old = Entry(
        "a", "Ada Lunt", "person", parties=["Republican"], roles=[Role("president", "United States", "2010")]
    )
    new = Entry(
        "b", "Bert Dray", "person", parties=["democratic"], roles=[Role("president", "United States", "2010")]
    )

    assert people("The Republican president left.", "2012-01-01", Registry.of([us, old, new])) == [
        ("Ada Lunt", "person", "a")
    ]


def test_cities_and_bodies_have_heads_too():
    """Whatever the registry knows a role of."""
    town = Entry("town", "Corvane", "place")
    mayor = Entry("m", "Ada Lunt", "person", roles=[Role("mayor", "Corvane", "2020")])

    assert people("The mayor of [Corvane|place] left.", "2021-01-01", Registry.of([town, mayor])) == [
        ("Ada Lunt", "person", "m")
    ]
