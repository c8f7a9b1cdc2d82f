"""Whom the actors room knows beforehand."""

import datetime as dt
import pickle

import pytest

from stancekit.actors import Entry, Registry, Role


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

    def test_added_entry_replaces_its_namesake_id(self):
        """An entry with a known id takes the old one's place."""
        ours = Entry("russia", "Russia", "place")

        assert [e for e in Registry.builtin().plus([ours]).entries if e.id == "russia"] == [ours]

    def test_refuses_one_id_twice(self):
        """The message names the id."""
        with pytest.raises(ValueError, match="'Q1' more than once"):
            Registry.of([self.CRANE, self.CRANE])

    def test_travels_between_processes(self):
        """A registry can be pickled, its indexes used before or not."""
        ours = Registry.of([self.CRANE])
        ours.known_as("Crane")

        assert pickle.loads(pickle.dumps(ours)) == ours


class TestRole:
    def test_term_without_dates_always_holds(self):
        """Where no date is known, none excludes."""
        assert Role("mayor").held_on(dt.date(1900, 1, 1))

    def test_refuses_an_end_before_the_start(self):
        """The message shows both."""
        with pytest.raises(ValueError, match="must not lie before 'start'"):
            Role("mayor", start="2020-01-01", end="2019-01-01")
