"""Lines that say who made a story and when, and whose it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..values import BoilerplateKind
from ._lines import any_of
from ._phrases import PHRASES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._lines import Line

LONGEST_CREDIT = 400
"""Characters; many people may have contributed."""

_LONGEST_BYLINE = 200

_BYLINE_TOP = 8
"""Lines from the top in which names and places alone are a byline."""

_LONGEST_ABBREVIATION = 4
"""Characters of "Jr." and "p.m.", with the full stop."""

_WORK = re.compile(rf"({any_of(PHRASES.work)}) (?:by|from)\b:? ?")
_BYLINE = re.compile(rf"(?:{any_of(PHRASES.byline_opener)}):? ")
_STAMP = re.compile(rf"(?:{any_of(PHRASES.stamp_opener)})(?: (?:on|at))?[: ]")
_STORY = r"this (?:story|article|report|piece|post|headline)"
_CHANGED = re.compile(
    rf"{_STORY} (?:was|has been|is being)(?: last)? (?:updated|amended|corrected|clarified)\b"
    rf"|an earlier version of {_STORY}\b|this is a (?:developing|breaking)(?: news)? story\b"
)
_FIRST_PUBLISHED = re.compile(
    rf"(?:a version of )?{_STORY} (?:(?:was|is|has been) )?(?:first|originally) (?:published|appeared)\b"
    rf"|{_STORY} (?:was|is|has been) (?:republished|reproduced|produced)\b"
)
_CONTRIBUTED = re.compile(
    r"contributed(?: (?:additional |extra )?(?:reporting|research))?"
    r"(?: to this (?:report|story|article|piece))?"
    r"(?:(?<!contributed) in .{1,80}| from .{1,80})?[.)\]]*$"
)
_COPYRIGHT = re.compile(r"©|(?:copyright(?: of)?|\(c\))[\s:,]{0,9}(?:19|20)\d\d\b|copyright:? \(c\)")
_SIGNED = re.compile(r"©.{0,30}\b(?:19|20)\d\d\b|copyright ©")
_BETWEEN_WORDS = re.compile(r"[\s/|,;:•·()\[\]–—]+")

_JOINING = PHRASES.particle | PHRASES.connector | PHRASES.newsroom_role | PHRASES.time_word | PHRASES.month
_STAMPING = PHRASES.month | PHRASES.weekday | PHRASES.time_word | PHRASES.connector


def is_byline(line: Line) -> bool:
    """Whether it says who wrote the story, or when it was published."""
    if len(line.words) > _LONGEST_BYLINE or line.quotes:
        return False
    opener = _BYLINE.match(line.lower)
    if opener is None:
        return _is_stamp(line) or (line.index < _BYLINE_TOP and _is_names_with_places(line.words))
    who = line.words[opener.end() :]
    return _begins_with_name(who) and is_made_of_names(who) and not _ends_sentence(who)


def is_note(line: Line) -> bool:
    """Whether it says who helped, that the story was changed, or where it comes from."""
    if line.quotes:
        return False
    words = line.words.lstrip("([*-–—_ ")
    if _CHANGED.match(words.lower()) or _FIRST_PUBLISHED.match(words.lower()):
        return True
    helped = _CONTRIBUTED.search(words)
    return helped is not None and is_made_of_names(words[: helped.start()].rpartition(". ")[2])


def is_copyright(line: Line) -> bool:
    """Whether it says whose the text is."""
    if line.quotes:
        return False
    if _COPYRIGHT.match(line.lower) or _SIGNED.search(line.lower):
        return True
    return any(phrase in line.lower for phrase in PHRASES.rights)


def kind_of_work(words: str) -> BoilerplateKind | None:
    """Of what kind words are that say who did what for the story; `None` if they say something else.

    Example:
        >>> kind_of_work("Additional reporting by Ann Lee in Kyiv").value
        'credit'
        >>> kind_of_work("Reporting by the BBC showed that the bridge fell")
    """
    work = _WORK.match(words.lower()) if len(words) <= LONGEST_CREDIT else None
    if work is None or not is_made_of_names(words[work.end() :]):
        return None
    return BoilerplateKind.CAPTION if work[1] in PHRASES.picture_work else BoilerplateKind.CREDIT


def is_made_of_names(words: str) -> bool:
    """Whether there are only names, places, dates, and what joins them; a verb makes it a sentence."""
    parts = _parts(words)
    return any(part[0].isupper() for part in parts) and all(_is_name_part(part) for part in parts)


def _parts(words: str) -> list[str]:
    return [bare for word in _BETWEEN_WORDS.split(words) if (bare := word.strip(".'\"-*"))]


def _is_name_part(part: str) -> bool:
    if part[0].isupper():
        return part.lower() not in PHRASES.not_in_byline
    return part in _JOINING or "@" in part or not part[0].isalpha()


def _begins_with_name(words: str) -> bool:
    parts = _parts(words)[:4]
    if not parts or not parts[0][0].isupper():
        return False
    first = parts[0].lower()
    if first in PHRASES.agency or any(part.lower() in PHRASES.agency_word for part in parts):
        return True
    return not _is_no_name(first) and _is_surname(parts[1:])


def _is_no_name(first: str) -> bool:
    """Whether it is rather a word such as "Thursday", or the "Banning" of "By Banning Books"."""
    return first in PHRASES.not_a_name or (first.endswith("ing") and first not in PHRASES.name_in_ing)


def _is_surname(parts: Sequence[str]) -> bool:
    surname = next((part for part in parts if part not in PHRASES.particle), "")
    return surname[:1].isupper() and surname.lower() not in PHRASES.not_a_name


def _ends_sentence(words: str) -> bool:
    """Whether it ends with a full stop that belongs to no abbreviation, such as "Jr."."""
    last = words.rsplit(maxsplit=1)[-1]
    return last.endswith((".", "!", "?", "…")) and len(last) > _LONGEST_ABBREVIATION


def _is_stamp(line: Line) -> bool:
    """Whether it says only when the story was published."""
    opener = _STAMP.match(line.lower)
    if opener is None:
        return False
    parts = _parts(line.lower[opener.end() :])
    numbers = [part for part in parts if part[0].isdigit()]
    return bool(numbers) and all(part in _STAMPING for part in parts if part not in numbers)


def _is_names_with_places(words: str) -> bool:
    """Whether it is "Ann Lee in Kyiv and Bo Ek in Riga": full names, at least two of them with a place."""
    if " in " not in words or not words[0].isupper() or words.endswith("."):
        return False
    people = [person.partition(" in ") for person in re.split(r" and |, ", words)]
    if not all(_is_full_name(name) for name, _, _ in people):
        return False
    return sum(is_made_of_names(place) for *_, place in people) > 1


def _is_full_name(words: str) -> bool:
    parts = words.split()
    if len(parts) < 2 or not parts[0][0].isupper():
        return False
    return all(part[0].isupper() or part in PHRASES.particle for part in parts)
