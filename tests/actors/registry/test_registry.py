"""Whom the actors room knows beforehand."""

import datetime as dt
import pickle
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.actors import Entry, Registry, Role
from stancekit.actors.registry._name_keys import key_of
from stancekit.actors.registry._registry import tables_of

FEW = settings(max_examples=60, deadline=None)

words = st.sampled_from(["Lunt", "Ada", "Dray", "Corvane", "Ostrey"])
entries = st.builds(
    Entry,
    st.sampled_from("abcdef"),
    words,
    st.sampled_from(["person", "place"]),
    aliases=st.lists(words, max_size=2),
)


class TestBuiltin:
    @pytest.mark.parametrize(
        ("name", "state"),
        [
            ("Russia", "Russia"),
            ("Moscow", "Russia"),
            ("Kremlin", "Russia"),
            ("U.S.", "United States"),
            ("US", "United States"),
            ("White House", "United States"),
            ("Kyiv", "Ukraine"),
        ],
    )
    def test_knows_states_by_all_their_names(self, name, state):
        """Names, capitals and seats of government lead to one entry."""
        assert Registry.builtin().known_as(name)[0].name == state

    def test_capitals_of_an_acronym_count(self):
        """The pronoun "us" is not the United States."""
        assert Registry.builtin().known_as("us") == ()

    def test_heads_have_terms(self):
        """Somebody who came back to office holds it in both terms, not between."""
        (trump,) = Registry.builtin().known_as("Donald Trump")

        held = [
            any(role.held_on(dt.date(year, 6, 1)) for role in trump.roles)
            for year in (2016, 2018, 2022, 2025)
        ]

        assert held == [False, True, False, True]

    def test_is_read_once(self):
        """The tables are not read again."""
        assert Registry.builtin() is Registry.builtin()

    def test_has_unique_ids(self):
        """No two entries share an id."""
        ids = [entry.id for entry in Registry.builtin().entries]

        assert len({*ids}) == len(ids)


class TestOwnEntries:
    CRANE = Entry("Q1", "Lettice Crane", "person", aliases=["the mayor of Lunt"])

    def test_empty_knows_nobody(self):
        """The built-in tables can be switched off."""
        assert Registry.empty().known_as("Russia") == ()

    def test_of_knows_only_what_it_is_given(self):
        """A registry of one's own holds nothing else."""
        ours = Registry.of([self.CRANE])

        assert ours.known_as("Lettice Crane") == (self.CRANE,)
        assert ours.known_as("Russia") == ()

    def test_added_entries_come_first(self):
        """A user's entry wins where it shares a name with a built-in one."""
        ours = Entry("Q2", "Georgia", "person")

        assert Registry.builtin().plus([ours]).known_as("Georgia")[0] is ours

    @pytest.mark.parametrize("ours", [Entry("russia", "Rus", "place"), Entry("Q159", "Russia", "place")])
    def test_added_entry_takes_the_place_of_its_like(self, ours):
        """It has the known one's id, or its name and kind; what it leaves out, it takes over."""
        registry = Registry.builtin().plus([ours])

        (there,) = (e for e in registry if e.capitals == ("Moscow",))
        assert (there.id, there.name) == (ours.id, ours.name)
        assert "Kremlin" in there.seats

    def test_added_entry_keeps_what_it_says(self):
        """What it tells itself is not mixed with what was known."""
        ours = Entry("putin", "Vladimir Putin", "person", roles=[Role("chess club chairman")])

        (there,) = Registry.builtin().plus([ours]).known_as("Vladimir Putin")

        assert there.roles == ours.roles
        assert there.pronoun == "he"

    def test_one_of_another_kind_is_somebody_else(self):
        """Both are known; the added one is meant."""
        ours = Entry("g", "Georgia", "person")
        registry = Registry.builtin().plus([ours])

        assert tables_of(registry).meant_by(("georgia",)) == (ours,)
        assert len(registry.known_as("Georgia")) == 2

    def test_the_last_added_is_meant(self):
        """However often entries are added."""
        first, second, third = (Entry(n, f"{n} Lunt", "person", aliases=["Lunt"]) for n in "abc")

        registry = Registry.of([first]).plus([second]).plus([third])

        assert tables_of(registry).meant_by(("lunt",)) == (third,)
        assert tables_of(registry.without("c")).meant_by(("lunt",)) == (second,)
        assert registry.without("c", "b") == Registry.of([first]).plus([]).plus([])

    def test_registries_add_up(self):
        """One can be added to another, and counted."""
        both = Registry.of([self.CRANE]).plus(Registry.of([Entry("b", "Bob", "person")]))

        assert [entry.id for entry in both] == ["b", "Q1"]
        assert len(both) == 2

    @FEW
    @given(
        added=st.lists(entries, max_size=4, unique_by=lambda e: e.id),
        known=st.lists(entries, max_size=4, unique_by=lambda e: e.id),
    )
    def test_every_added_entry_is_there_once(self, added, known):
        """Nobody is lost, nobody doubled, and each name means an added entry where one has it."""
        registry = Registry.of(known).plus(added)

        assert [entry.id for entry in registry][: len(added)] == [entry.id for entry in added]
        for entry in added:
            for name in entry.names:
                assert {e.id for e in tables_of(registry).meant_by(key_of(name))} <= {e.id for e in added}

    def test_refuses_one_id_twice(self):
        """The message names the id."""
        with pytest.raises(ValueError, match="'Q1' more than once"):
            Registry.of([self.CRANE, self.CRANE])

    def test_travels_between_processes(self):
        """A registry can be pickled, its indexes used before or not."""
        ours = Registry.of([self.CRANE])
        ours.known_as("Crane")

        assert pickle.loads(pickle.dumps(ours)) == ours


class TestHeads:
    @pytest.mark.parametrize(
        ("office", "body", "day", "name"),
        [
            ("president", "united-states", "2024-05-01", "Joe Biden"),
            ("vice president", "united-states", "2019-05-01", "Mike Pence"),
            ("secretary of state", "united-states", "2014-05-01", "John Kerry"),
            ("house speaker", "united-states", "2008-05-01", "Nancy Pelosi"),
            ("president", "russia", "2010-05-01", "Dmitry Medvedev"),
            ("prime minister", "united-kingdom", "2022-10-01", "Liz Truss"),
            ("chancellor", "germany", "2003-05-01", "Gerhard Schröder"),
            ("president", "switzerland", "2017-05-01", "Doris Leuthard"),
            ("prime minister", "jordan", "2015-05-01", "Abdullah Ensour"),
            ("prime minister", "egypt", "2013-01-01", "Hesham Qandil"),
            ("parliament president", "european-union", "2005-01-01", "Josep Borrell"),
            ("secretary general", "nato", "2012-01-01", "Anders Fogh Rasmussen"),
        ],
    )
    def test_are_known_by_day(self, office, body, day, name):
        """One holder of an office on a day."""
        held = tables_of(Registry.builtin()).by_body[body]

        assert [e.name for r, e in held if r.title == office and r.held_on(dt.date.fromisoformat(day))] == [
            name
        ]

    def test_parties_are_known_in_two_states(self):
        """So that "the Republican president" is one of them."""
        (trump,) = Registry.builtin().known_as("Donald Trump")

        assert trump.parties == ("republican",)

    def test_terms_name_known_bodies(self):
        """No head of a state that the table of states has not."""
        registry = Registry.builtin()

        assert not {r.of for e in registry for r in e.roles if tables_of(registry).body_of(r) is None}


class TestRole:
    @pytest.mark.parametrize(
        ("start", "end"), [("2020", "2020"), ("2020-01", "2020-12"), ("2020-01-01", "2020-12-31")]
    )
    def test_takes_months_and_years(self, start, end):
        """A term begins with the first day of what is given, and ends with the last."""
        role = Role("mayor", start=start, end=end)

        assert (role.start, role.end) == (dt.date(2020, 1, 1), dt.date(2020, 12, 31))

    @pytest.mark.parametrize("day", ["2020-02-30", "soon", "20200101", ""])
    def test_refuses_what_is_no_date(self, day):
        """The message shows one that is."""
        with pytest.raises(ValueError, match="such as 2021-05-06"):
            Role("mayor", start=day)

    def test_term_without_dates_always_holds(self):
        """Where no date is known, none excludes."""
        assert Role("mayor").held_on(dt.date(1900, 1, 1))

    def test_refuses_an_end_before_the_start(self):
        """The message shows both."""
        with pytest.raises(ValueError, match="'end' must not lie before 'start', "):
            Role("mayor", start="2020-01-01", end="2019-01-01")


class TestKnownAs:
    @pytest.mark.parametrize("name", ["Macron", "macron", "Emmanuel Macron"])
    def test_knows_persons_by_surname(self, name):
        """As a text calls them."""
        assert "Emmanuel Macron" in [entry.name for entry in Registry.builtin().known_as(name)]

    def test_whole_names_come_first(self):
        """Who has it for a surname comes after who is called so."""
        crane, lettice = Entry("a", "Crane", "place"), Entry("b", "Lettice Crane", "person")

        assert Registry([lettice, crane]).known_as("Crane") == (crane, lettice)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Registry("own.yaml"), "'entries' must be several Entries, such as a list of them"),
        (lambda: Registry([3]), "'entries' must hold Entries alone (got 3 at position 0)"),
        (lambda: Registry.builtin().plus("own.yaml"), "'entries' must be several Entries"),
        (lambda: Registry.builtin().known_as(3), "'name' must be a str (got 3)"),
        (lambda: Entry("x", 3, "person"), "'name' must be a str (got 3)"),
        (lambda: Entry("x", "Ann", "human"), "'kind' must be one of 'person'"),
        (lambda: Entry("x", "Ann", "person", aliases=5), "'aliases' must be several strings"),
        (lambda: Entry("x", "Ann", "person", parties=[5]), "'parties' must hold strings alone"),
        (lambda: Entry("x", "Ann", "person", roles=["mayor"]), "'roles' must hold Roles alone (got 'mayor'"),
        (
            lambda: Role("mayor", start="soon"),
            "'start' must be a date, a month or a year, such as 2021-05-06",
        ),
        (lambda: Role(5), "'title' must be a str (got 5)"),
    ],
)
def test_what_is_no_entry_is_told(make, message):
    """By the argument's name, in the library's own words."""
    with pytest.raises((TypeError, ValueError), match=re.escape(message)):
        make()
