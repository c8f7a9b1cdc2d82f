"""The slug that an agency's story begins with: a place, a date, the agency, a dash."""

from __future__ import annotations

import re

from ._phrases import PHRASES

_LONGEST = 120
"""Characters of a slug."""

_FEWEST_CAPITALS = 4
"""Letters of a place in capitals: "ROME" is one, "EU" is not."""

_CAPITALS_WITH = frozenset(" .-'/")
"""What stands in a place in capitals besides letters: "PORT-AU-PRINCE"."""

# A hyphen counts only between spaces, or between a bracket and a space.
_DASH = re.compile(r"\s?(?:—|―|–|---?|(?:(?<=\s)|(?<=\)))[-_](?=\s))")
_SLUG = re.compile(r"(?P<place>[^()]*?)(?P<agency>\([^()]{1,50}\)|/[A-Za-z]{2,20}/)?")


def slug_length(words: str, *, early: bool) -> int:
    """How long the agency's slug is that a line begins with, its dash included; 0 if it begins with none.

    Args:
        words: The line.

        early: Whether a place alone is enough, as it is near the top; further down it may be a crosshead.

    Example:
        >>> lines = ("LEEDS, England — Rain fell.", "KYIV (AP) - Rain fell.", "NATO — the alliance — met.")
        >>> [slug_length(line, early=True) for line in lines]
        [16, 11, 0]
    """
    dash = _DASH.search(words, 0, _LONGEST)
    if dash is None or not _may_follow(words[dash.end() : dash.end() + 5].lstrip()[:1]):
        return 0
    return dash.end() if _is_slug(words[: dash.start()].strip(), early=early) else 0


def _may_follow(character: str) -> bool:
    """Whether a sentence may begin so."""
    return character.isupper() or character.isdigit() or character in {'"', "'", "[", "(", "$", "£", "€"}


def _is_slug(words: str, *, early: bool) -> bool:
    found = _SLUG.fullmatch(words)
    if found is None:
        return False
    place, agency = found["place"].strip(" ,"), (found["agency"] or "").strip("()/ ")
    before, _, last = place.rpartition(" ")
    if not agency and last in PHRASES.agency_without_brackets:
        place, agency = before, last
    if not place:
        return _is_agency(agency)
    city, *further = (part.strip() for part in place.split(","))
    if not city or not all(_is_region_or_date(part) for part in further):
        return False
    if _is_agency(agency):
        return _is_capitalised(city) or (not further and _is_region_or_date(city))
    return _is_in_capitals(city) and (bool(agency or further) or (early and _is_plain_place(city)))


def _is_agency(name: str) -> bool:
    words = re.split(r"[ /]+", name.lower())
    return name.lower() in PHRASES.agency or (
        len(words) <= 5 and any(word in PHRASES.agency or word in PHRASES.agency_word for word in words)
    )


def _is_region_or_date(part: str) -> bool:
    words = [word for piece in part.split() if (word := piece.strip("."))]
    return 0 < len(words) <= 3 and all(
        word[0].isupper() or word.isdigit() or word in PHRASES.particle or word.lower() in PHRASES.month
        for word in words
    )


def _is_capitalised(place: str) -> bool:
    words = place.split()
    return len(words) <= 5 and all(word[0].isupper() or word in PHRASES.particle for word in words)


def _is_in_capitals(place: str) -> bool:
    letters = sum(character.isalpha() for character in place)
    if letters < _FEWEST_CAPITALS or len(place.split()) > 4 or not place.isupper():
        return False
    return all(character.isalpha() or character in _CAPITALS_WITH for character in place)


def _is_plain_place(city: str) -> bool:
    return len(city.split()) <= 3 and city not in PHRASES.acronym
