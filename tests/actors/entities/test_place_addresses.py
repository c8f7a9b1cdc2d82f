"""Places and organizations with what they lie in are one mention."""

from __future__ import annotations

import pytest

from stancekit.actors import find_actors


def mentions(document):
    return {mention.span.of(document.text) for actor in find_actors(document) for mention in actor.mentions}


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("[Ann Lane|person] lives in [Ostrey|place], [Carrow|place].", "Ostrey, Carrow"),
        ("In [Ostrey|place], [Carrow|place], [Ann Lane|person] spoke.", "Ostrey, Carrow"),
        ("He spoke in [Ostrey|place], [Mill County|place], [Carrow|place].", "Ostrey, Mill County, Carrow"),
        ("She left [Ostrey Museum|organization], [Carrow|place].", "Ostrey Museum, Carrow"),
    ],
)
def test_what_a_place_lies_in_is_part_of_its_name(built, marked, whole):
    """As on a letter: the town, the county, the country."""
    found = mentions(built(marked))

    assert whole in found
    assert "Carrow" not in found


@pytest.mark.parametrize(
    "marked",
    [
        "He spoke in [Ostrey|place], [Carrow|place] and [Milby|place].",
        "He spoke in [Ostrey|place], [Carrow|place], [Milby|place], [Ash|place].",
        "He met [Ann Lane|person], [Carrow|place].",
        "He spoke in [France|place], [Germany|place].",
        "In [Ostrey|place], [Carrow|place] rejected it.",
    ],
)
def test_places_side_by_side_are_apart(built, marked):
    """In a list, and where the second begins the clause."""
    assert not any("," in words for words in mentions(built(marked)))


def test_a_place_named_elsewhere_stays_an_actor(built):
    """It only loses the mention that is part of another's."""
    document = built("[Ann Lane|person] left [Ostrey|place], [Carrow|place].\nShe praised [Carrow|place].")

    actors = {actor.name: len(actor.mentions) for actor in find_actors(document)}

    assert actors["Carrow"] == 1
    assert "Ostrey" in actors
