"""Names as the name finder gave them, put right."""

import pytest

from stancekit.actors import Entry, Registry, find_actors
from stancekit.language import load


def names(document, **settings):
    return [
        (document.text[m.start : m.end], str(actor.kind))
        for actor in find_actors(document, **settings)
        for m in actor.mentions
        if m.kind == "name"
    ]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Mr Dray|person] left.", "Dray"),
        ("[Secretary Clinton|person] left.", "Clinton"),
        ("[Russian President Vladimir Putin|person] left.", "Vladimir Putin"),
        ("[former Vice President Ada Lunt|person] left.", "Ada Lunt"),
        ("[President Lunt|organization] left.", "Lunt"),
        ("the [Lunt’s|person] flat.", "Lunt"),
        ("[Lunt 's|person] flat.", "Lunt"),
        ("[the Acme Group|organization] left.", "Acme Group"),
        ("[Norland Republican|organization] left.", "Norland"),
        ("the [Norland government|organization] left.", "Norland"),
    ],
)
def test_names_cover_the_name_alone(built, marked, name):
    """Titles, articles and possessive marks are no part of it."""
    assert [found for found, _ in names(built(marked))] == [name]


@pytest.mark.parametrize(
    "marked",
    [
        "[Russian|place] ships left.",
        "[Monday|person] left.",
        "[people|organization] left.",
        "[Democratic|organization] plans left.",
    ],
)
def test_what_is_no_name_is_left_out(built, marked):
    """Demonym adjectives, weekdays and common nouns name nobody."""
    assert names(built(marked)) == []


def test_members_of_a_party_are_a_group(built):
    """Those of a chamber or a region, too."""
    assert names(built("[Norland Republicans|organization] left.")) == [("Norland Republicans", "group")]


def test_a_known_name_keeps_its_words(built):
    """A paper may be called after a party."""
    paper = Entry("paper", "Norland Republican", "organization")

    assert names(built("[Norland Republican|organization] left."), registry=Registry.of([paper])) == [
        ("Norland Republican", "organization")
    ]


def test_a_persons_name_ends_before_of(built):
    """So "Ada Lunt of Norland" is a person and a place."""
    assert names(built("[Ada Lunt of Norland|person] left.")) == [
        ("Ada Lunt", "person"),
        ("Norland", "person"),
    ]


def test_brackets_cut(built):
    """An acronym in brackets is a mention of its own."""
    document = built(
        "the [World Kiln Organization (WKO)|organization] left.\nthe [WKO|organization] said no."
    )

    (actor,) = find_actors(document)

    assert [document.text[m.start : m.end] for m in actor.mentions] == [
        "World Kiln Organization",
        "WKO",
        "WKO",
    ]


def test_an_ampersand_makes_a_firm(built):
    """Two surnames with "&" between them are one organization."""
    assert names(built("[Lunt|person] & [Avery|person] left.")) == [("Lunt & Avery", "organization")]


def test_known_names_are_found_where_the_finder_missed_them(built):
    """States, organizations and actors named elsewhere, in whole words with a capital."""
    document = built("[Ada Lunt|person] met Dray.\nLunt left Ukraine.\nThe lunt left the ukrainely.")

    assert names(document) == [("Ada Lunt", "person"), ("Lunt", "person"), ("Ukraine", "place")]


def test_longer_known_names_win(built):
    """A known name that the finder cut short is put together."""
    assert names(built("the [Bank|organization] of England left.")) == [("Bank of England", "organization")]


def test_without_registry_nothing_is_added(built):
    """Switching the registry off leaves what the finder found."""
    document = built("[Ada Lunt|person] left Ukraine.")

    assert names(document, registry=Registry.empty()) == [("Ada Lunt", "person")]


def test_a_month_is_nobody(built):
    """Not even where somebody of the name was found."""
    document = built("[May|person] left.\nHe won on May 28.")

    assert [len(actor.mentions) for actor in find_actors(document)] == [1]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("They left [Larkhill|organization] [of|organization] the south.", "Larkhill"),
        ("They met [Larkhill &|organization] left.", "Larkhill"),
        ('"It was bad,[”Lunt|person] said.', "Lunt"),
        ('<p day="3[">Lunt|person] said.', "Lunt"),
        ("No.\n[—Ada Lunt|person] left.", "Ada Lunt"),
    ],
)
def test_names_begin_and_end_with_words_of_their_own(built, marked, name):
    """Function words, and what the tokenizer left on a word, are no part of them."""
    assert [found for found, _ in names(built(marked))] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kyiv-based fund praised the fishermen.", "Kyiv"),
        ("They were rescued in rebel-held Aleppo.", "Aleppo"),
    ],
)
def test_participles_behind_hyphens_are_no_part_of_names(text, name):
    """What is based or held somewhere is told by the place alone."""
    assert names(load().parse(text)) == [(name, "place")]


@pytest.mark.parametrize(
    "text",
    [
        "They accused the Norwegian government of fraud.",
        "The group accused the Norwegian government of war crimes, the report said.",
    ],
)
def test_governments_are_their_state(text):
    """Whatever the name finder makes of the words, "the Norwegian government" is described, not named."""
    (actor,) = (actor for actor in find_actors(load().parse(text)) if actor.name == "Norway")

    assert [m.span.of(text) for m in actor.mentions] == ["the Norwegian government"]


def test_names_reach_their_noun():
    """An adjective that the name finder took for a name goes with the noun behind it."""
    found = names(load().parse("He was the favourite of wealthy New Yorkers."))

    assert [name for name, _ in found] == ["New Yorkers"]


@pytest.mark.parametrize(
    "marked",
    [
        "the [Clean Rivers Act|organization] left.",
        "the [Labour Convention|organization] left.",
        "the [Democratic National Convention|organization] left.",
        "the [Tory Conference|organization] left.",
    ],
)
def test_events_and_laws_are_nobody(built, marked):
    """What takes place or is passed does not act."""
    assert names(built(marked)) == []


def test_meetings_are_called_after_places(built):
    """Whoever is not named otherwise is no person where a forum is."""
    assert names(built("He spoke in the [Larkhill|person] forum.")) == [("Larkhill", "place")]
    assert names(built("[Ada Larkhill|person] left.\nHe spoke in the [Larkhill|person] forum.")) == [
        ("Ada Larkhill", "person"),
        ("Larkhill", "person"),
    ]


def test_rulers_keep_their_epithets(built):
    """ "The Great" is a part of the name."""
    assert names(built("[Maya|person] the Great left.")) == [("Maya the Great", "person")]


@pytest.mark.parametrize("name", ["Miss Norway", "Miss France", "Mr Spain"])
@pytest.mark.parametrize("kind", ["person", "organization"])
def test_a_title_before_a_place_is_part_of_the_name(built, name, kind):
    """Nobody is called by the name of a state."""
    assert [found for found, _ in names(built(f"[{name}|{kind}] left."))] == [name]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Miss Galaxy|organization] left.", "Miss Galaxy"),
        ("[King Records|organization] left.", "King Records"),
        ("[Mr Anna Lunt|organization] left.", "Anna Lunt"),
        ("[Miss Lunt|person] left.", "Lunt"),
    ],
)
def test_what_is_no_person_keeps_its_title(built, marked, name):
    """Unless a person's name is left without it."""
    assert [found for found, _ in names(built(marked))] == [name]
