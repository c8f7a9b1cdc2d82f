"""One actor for each somebody."""

import pytest

from stancekit.actors import Entry, Registry, find_actors
from stancekit.values import WarningKind


def cast_of(document, **settings):
    return {
        actor.name: (
            str(actor.kind),
            [document.text[m.start : m.end] for m in actor.mentions if m.kind == "name"],
        )
        for actor in find_actors(document, **settings)
    }


class TestPersons:
    def test_a_surname_is_the_person_named_in_full(self, built):
        """Before or after, and whatever the name finder took it for."""
        document = built("[Lunt|place] won.\n[Ada Lunt|person] said so.\n[Lunt|organization] left.")

        assert cast_of(document) == {"Ada Lunt": ("person", ["Lunt", "Ada Lunt", "Lunt"])}

    def test_given_names_too(self, built):
        """Where nobody else has the name."""
        document = built("[Gideon Lunt|person] met [Ada Dray|person].\n[Gideon|person] left.")

        assert cast_of(document)["Gideon Lunt"][1] == ["Gideon Lunt", "Gideon"]

    def test_relatives_stay_apart(self, built):
        """Their shared surname is the last one's, with a warning."""
        document = built("[Bill Lunt|person] met [Ada Lunt|person].\n[Lunt|person] left.")

        cast = find_actors(document)

        assert cast_of(document) == {
            "Bill Lunt": ("person", ["Bill Lunt"]),
            "Ada Lunt": ("person", ["Ada Lunt", "Lunt"]),
        }
        assert [(w.kind, w.span.of(document.text)) for w in cast.warnings] == [
            (WarningKind.AMBIGUOUS_NAME, "Lunt")
        ]

    def test_a_title_tells_relatives_apart(self, built):
        """Mr Lunt is not Ada, and nothing is in doubt."""
        document = built("[Bill Lunt|person] met [Ada Lunt|person].\n[Mr Lunt|person] left.")

        assert cast_of(document)["Bill Lunt"][1] == ["Bill Lunt", "Lunt"]
        assert find_actors(document).warnings == ()

    def test_a_title_makes_a_person(self, built):
        """Of a name that was taken for a place."""
        assert cast_of(built("Mr [Lunt|place] left."))["Lunt"][0] == "person"


class TestStates:
    def test_states_are_places(self, built):
        """Whatever the name finder says."""
        assert cast_of(built("[Ukraine|person] rejected it."))["Ukraine"][0] == "place"

    def test_all_names_of_a_state_are_one_actor(self, built):
        """Names, the acting capital, the seat of government."""
        document = built(
            "[Russia|place] said no.\n[Moscow|place] rejected it.\nThe [Kremlin|organization] left."
        )

        assert cast_of(document) == {"Russia": ("place", ["Russia", "Moscow", "Kremlin"])}

    def test_a_capital_that_is_the_subject_matter_stays_a_city(self, built):
        """It is named more often than its state."""
        document = built("a [Greece|place] trip.\nin [Athens|place].\nin [Athens|place].")

        assert {*cast_of(document)} == {"Greece", "Athens"}

    def test_a_capital_where_things_happen_stays_a_city(self, built):
        """However often its state is named."""
        document = built(
            "[Greece|place] said no.\n[Greece|place] left.\nHe met her in [Athens|place].\nIn [Athens|place] he left."
        )

        assert cast_of(document)["Athens"] == ("place", ["Athens", "Athens"])

    def test_points_and_blanks_make_no_difference(self, built):
        """Initials are the same with a blank between them and without."""
        document = built("[J. K. Lunt|person] left.\n[J.K. Lunt|person] won.")

        assert len(cast_of(document)) == 1

    def test_a_person_may_be_named_like_a_state(self, built):
        """Each mention is judged by itself."""
        document = built(
            "[Michael Jordan|person] left.\n[Jordan|person] said so.\nHe lives in [Jordan|place]."
        )

        assert cast_of(document)["Michael Jordan"][1][:2] == ["Michael Jordan", "Jordan"]
        assert cast_of(document)["Jordan"] == ("place", ["Jordan"])


class TestOrganizations:
    def test_an_acronym_is_the_name_it_abbreviates(self, built):
        """Without brackets, too."""
        document = built("the [World Kiln Organization|organization] left.\n[WKO|organization] said no.")

        assert cast_of(document) == {
            "World Kiln Organization": ("organization", ["World Kiln Organization", "WKO"])
        }

    def test_a_short_form_is_the_full_name(self, built):
        """Its first word, or its first and last."""
        document = built(
            "[Corvane Glass|organization] left.\n[Corvane|organization] said no.\n"
            "[Lunt Borough Council|organization] met [Lunt Council|organization]."
        )

        assert {*cast_of(document)} == {"Corvane Glass", "Lunt Borough Council"}

    def test_whatever_the_name_finder_took_it_for(self, built):
        """What a company makes, and its plant, say that it is one."""
        document = built(
            "[Corvane|person] said no.\nThe [Corvane Glass|place] plant closed.\n[Corvane|person] left."
        )

        assert cast_of(document) == {
            "Corvane Glass": ("organization", ["Corvane", "Corvane Glass", "Corvane"])
        }

    def test_the_fewest_words_are_the_full_name(self, built):
        """Longer names are of what belongs to it."""
        document = built(
            "[Corvane Glass|organization] met the [Corvane Pensioners Trust|organization].\n"
            "[Corvane|organization] left."
        )

        assert cast_of(document)["Corvane Glass"][1] == ["Corvane Glass", "Corvane"]

    def test_a_persons_surname_stays_the_persons(self, built):
        """A firm may be called after somebody."""
        document = built(
            "[Ada Corvane|person] runs [Corvane Glass|organization].\n[Corvane|person] said so.\n"
            "[Corvane|person] left."
        )

        assert cast_of(document)["Ada Corvane"][1] == ["Ada Corvane", "Corvane", "Corvane"]

    def test_a_place_is_not_its_council(self, built):
        """What is named after a place leaves the place alone."""
        document = built("[Lunt Council|organization] left.\nHe lives in [Lunt|organization].")

        assert cast_of(document)["Lunt"] == ("place", ["Lunt"])

    @pytest.mark.parametrize(
        ("full", "short"),
        [("United Kingdom", "U.K."), ("United States", "US"), ("United Arab Emirates", "UAE")],
    )
    def test_a_state_in_full_or_in_short_makes_no_difference(self, built, full, short):
        """ "U.K. Tide Board" is the "United Kingdom Tide Board", and so on for all states that are known."""
        document = built(
            f"The [{full} Tide Board|organization] left.\nThe [{short} Tide Board|organization] won."
        )

        assert len(cast_of(document)) == 1

    def test_the_end_of_a_name_is_short_for_it(self, built):
        """Where "the" stands before it once."""
        document = built(
            "The [Ostrey Kites|organization] won.\nThe [Kites|organization] left.\nFour [Kites|organization] won."
        )

        assert cast_of(document) == {"Ostrey Kites": ("organization", ["Ostrey Kites", "Kites", "Kites"])}

    def test_kinds_follow_the_majority(self, built):
        """One mention that was taken for something else does not split an actor."""
        document = built(
            "[Corvane|organization] left.\n[Corvane|organization] won.\n[Corvane|place] met Dray."
        )

        assert cast_of(document) == {"Corvane": ("organization", ["Corvane", "Corvane", "Corvane"])}


class TestRegistry:
    def test_a_users_entry_joins_names(self, built):
        """Aliases of one entry are one actor, which leads back to the entry."""
        entry = Entry("Q1", "Corvane Glass", "organization", aliases=["CG", "the kiln kings"])
        document = built("[Corvane Glass|organization] left.\n[CG|place] won.")

        cast = find_actors(document, registry=Registry.of([entry]))

        assert [(a.name, a.aliases, str(a.kind)) for a in cast] == [
            ("Corvane Glass", ("CG",), "organization")
        ]
        assert cast.entry(cast.actors[0]) is entry


class TestAliases:
    def test_the_text_may_call_two_names_one(self, parsed):
        """Whatever their words."""
        text = "Cassius Clay, later known as Muhammad Ali, won. Ali smiled."

        (actor,) = find_actors(parsed(text)).actors

        assert {actor.name, *actor.aliases} == {"Cassius Clay", "Muhammad Ali", "Ali"}

    @pytest.mark.parametrize(
        "text",
        [
            "Olga Brandt called Tim Weaver a coward.",
            "Ann met Olga Brandt and called Tim Weaver a liar.",
            "Olga Brandt, who has called Tim Weaver a liar, left.",
            "The mayor, Ann Lee, met Olga Brandt and named Tim Weaver as her deputy.",
        ],
    )
    def test_who_calls_another_something_is_not_the_other(self, parsed, text):
        """Only who is called so is."""
        names = [actor.name for actor in find_actors(parsed(text)).actors]

        assert names[-2:] == ["Olga Brandt", "Tim Weaver"]

    def test_a_hyphen_does_not_cut_a_name(self, parsed):
        """Both halves are the name's."""
        names = [actor.name for actor in find_actors(parsed("Park Min-Seo met Olga Brandt."))]

        assert names == ["Park Min-Seo", "Olga Brandt"]


class TestShortForAName:
    def test_the_nation_is_the_state_named_most(self, built):
        """ "Our Nation" in an address."""
        document = built(
            "[France|place] won.\nHe praised [France|place].\nIt met [Spain|place].\nOur [Nation|place] won."
        )

        (france,) = [actor for actor in find_actors(document) if actor.name == "France"]

        assert len(france.mentions) == 3

    def test_the_nation_stays_apart_between_two(self, built):
        """Where two are named as often."""
        document = built("[France|place] met [Spain|place].\nOur [Nation|place] won.")

        assert "Nation" in {actor.name for actor in find_actors(document)}

    def test_the_last_word_with_the(self, built):
        """ "The Kites" for the team named in full before."""
        document = built("The [Ostrey Kites|organization] won.\nHe praised the [Kites|organization].")

        assert [len(actor.mentions) for actor in find_actors(document)] == [2]

    def test_a_nickname_without_a_surname(self, built):
        """ "Steve" is Steven where neither has one."""
        document = built("[Steven|person] left.\nHe met [Steve|person].")

        (steven,) = [actor for actor in find_actors(document) if actor.name == "Steven"]

        assert "Steve" in steven.aliases
