"""Which of the registry's namesakes an article means."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.actors import Entry, Registry, Role, find_actors
from stancekit.values import Article, WarningKind

from ..conftest import build

MAYOR = Entry(
    "mayor", "Ada Lunt", "person", aliases=["Lunt"], roles=[Role("mayor", "Corvane", "2020", "2022")]
)
JUDGE = Entry(
    "judge", "Bert Lunt", "person", aliases=["Lunt"], roles=[Role("judge", "Ostrey", "2019", "2024")]
)
FIRM = Entry("firm", "Lunt Glass", "organization", aliases=["Lunt"])
OSTREY = Entry("ostrey", "Ostrey", "place", demonyms=["Ostrian"])


def meant(marked, *entries, on=None):
    """Ids of the entries of the actors that go by Lunt, and the warnings' messages."""
    document = build(marked)
    article = Article(document.text, published=on)
    cast = find_actors(document, article=article, registry=Registry.of(entries))
    found = [actor.entry for actor in cast if "Lunt" in (actor.name, *actor.aliases)]
    assert {warning.kind for warning in cast.warnings} <= {WarningKind.AMBIGUOUS_NAME}
    return found, [warning.message for warning in cast.warnings]


class TestToldApart:
    @pytest.mark.parametrize(
        ("marked", "on", "who"),
        [
            ("[Ada Lunt|person] left.\n[Lunt|person] said so.", None, "mayor"),
            ("Mayor [Lunt|person] said so.", None, "mayor"),
            ("[Lunt|person], a judge, said so.", None, "judge"),
            ("[Lunt|person] left [Corvane|place].", None, "mayor"),
            ("[Lunt|person] left the Ostrian court.", None, "judge"),
            ("[Lunt|person] said so.", "2023-06-01", "judge"),
        ],
    )
    def test_by_what_the_article_tells(self, marked, on, who):
        """The full name, an office, the place of one, the day: whatever there is; nothing is in doubt."""
        assert meant(marked, MAYOR, JUDGE, OSTREY, on=on) == ([who], [])

    @pytest.mark.parametrize(("kind", "who"), [("person", "mayor"), ("organization", "firm")])
    def test_by_kind(self, kind, who):
        """A firm does not share its name with a person for long."""
        assert meant(f"[Lunt|{kind}] left.", MAYOR, FIRM) == ([who], [])

    def test_an_office_counts_on_its_days_alone(self):
        """Who was no mayor yet is not meant by "Mayor Lunt"."""
        former = Entry(
            "x", "Cid Lunt", "person", aliases=["Lunt"], roles=[Role("mayor", "Dray", "1990", "1999")]
        )

        assert meant("Mayor [Lunt|person] said so.", former, MAYOR, on="2021-01-01") == (["mayor"], [])

    def test_the_text_outweighs_the_calendar(self):
        """Out of office, but in the very place."""
        assert meant("[Lunt|person] left [Corvane|place].", MAYOR, JUDGE, on="2023-06-01") == (["mayor"], [])


class TestInDoubt:
    def test_stands_apart_with_a_warning(self):
        """Neither is taken; the warning names both, by name and id."""
        found, (message,) = meant("[Lunt|person] said so.", MAYOR, JUDGE)

        assert found == [None]
        assert "Ada Lunt ('mayor'), Bert Lunt ('judge')" in message

    def test_two_who_are_both_named_share_the_mentions(self):
        """The last one mentioned has them, with a warning, as with all namesakes."""
        found, (message,) = meant(
            "[Ada Lunt|person] met [Bert Lunt|person].\n[Lunt|person] said so.", MAYOR, JUDGE
        )

        assert found == ["judge"]
        assert "may be any of Ada Lunt, Bert Lunt" in message

    def test_what_they_share_is_known(self):
        """Two women are she."""
        other = Entry("other", "Cleo Lunt", "person", aliases=["Lunt"], pronoun="she")
        mayor = Entry("mayor", "Ada Lunt", "person", aliases=["Lunt"], pronoun="she")
        document = build("[Lunt|person] left.\nShe spoke.")

        (actor,) = find_actors(document, registry=Registry.of([mayor, other]))

        assert [m.kind.value for m in actor.mentions] == ["name", "pronoun"]

    @settings(max_examples=60, deadline=None)
    @given(
        entries=st.lists(st.sampled_from([MAYOR, JUDGE, FIRM]), unique=True, max_size=3),
        marked=st.sampled_from(
            [
                "[Lunt|person] said so.",
                "Judge [Lunt|person] left.",
                "[Lunt|organization] left.",
                "[Lunt|place] won.",
            ]
        ),
        on=st.none() | st.dates(dt.date(2018, 1, 1), dt.date(2026, 1, 1)),
        order=st.randoms(use_true_random=False),
    )
    def test_the_order_of_the_entries_does_not_matter(self, entries, marked, on, order):
        """No entry wins for standing first, and who is left in doubt is told."""
        shuffled = order.sample(entries, len(entries))

        found, warnings = meant(marked, *entries, on=on)

        assert meant(marked, *shuffled, on=on)[0] == found
        assert (found == [None] and len(entries) > 1) == bool(warnings)
