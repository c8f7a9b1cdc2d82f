"""What sort of somebody a name is: evidence from where it stands, summed over the article."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from ..values import ActorKind
from ._tables import given_names, offices
from ._words import (
    LOCATIVES,
    MEETINGS,
    OF_COMPANIES,
    ORGANIZATION_NOUNS,
    ORGANIZATION_OPENERS,
    ORGANIZATION_WORDS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    PLACE_WORDS,
    SPEECH_VERBS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._keys import Key
    from ._marks import Mark
    from ._page import Page
    from ._registry import Registry

_DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their"})
_NOUN_TAGS = frozenset({"NOUN", "PROPN"})
_FAR = 8

Votes: TypeAlias = defaultdict[ActorKind, float]

PERSON, ORGANIZATION, PLACE = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.PLACE

# In votes, where the name finder's label of one mention is two. Set by hand.
LABEL = 2.0
TITLE = 4.0
WHO = 1.5
AGE = 4.0
SPEAKS = 1.0
LOCATED = 1.0
APPOSITION = 1.5
OWNED = 1.0
NOUN_BEFORE = 1.5
GIVEN_NAME = 1.0
SHAPE_OF_KIND = 1.5
KNOWN = 8.0
SURNAME_OF_NOTE = 1.5
NAMESAKE = 3.0
SEAT = 1.5
MEETING = 2.0
BASED = 2.5


def votes(page: Page, key: Key, marks: Iterable[Mark], registry: Registry) -> Votes:
    """Votes for each kind from all mentions of one name."""
    total: Votes = defaultdict(float)
    for mark in marks:
        _add_context(total, page, mark)
    _add_form(total, key, registry)
    return total


def kind_of(total: Votes) -> ActorKind:
    """The kind with most votes; a place, then an organization, where two are level."""
    return max((PLACE, ORGANIZATION, PERSON), key=lambda kind: total[kind])


def _add_context(total: Votes, page: Page, mark: Mark) -> None:
    if mark.kind is not None:
        total[mark.kind] += LABEL
    if mark.is_titled:
        total[PERSON] += TITLE
    after = [page.at(position) for position in range(mark.stop, mark.stop + 3)]
    if after[0] == "who" or (after[0] == "," and after[1] in {"who", "whose", "whom"}):
        total[PERSON] += WHO
    if after[0] == "," and after[1].isdecimal() and len(after[1]) <= 2 and after[2] in {",", "."}:
        total[PERSON] += AGE
    if page.before(mark.begin) in LOCATIVES and after[0] != "'s":
        total[PLACE] += LOCATED
    beside = _noun_behind(page, mark.stop)
    if beside is not None:
        total[beside] += APPOSITION
    before = _noun_in_front(page, mark.begin)
    if before is not None:
        total[before] += NOUN_BEFORE
    if mark.kind is PERSON and len(mark.key) == 1 and after[0] in MEETINGS:
        total[PLACE] += MEETING
    if after[0] == "-" and after[1] == "based":
        total[PLACE] += BASED
    if after[0] in OF_COMPANIES:
        total[ORGANIZATION] += OWNED
    if speaks(page, mark):
        total[PERSON] += SPEAKS
        total[ORGANIZATION] += SPEAKS / 2


def _noun_behind(page: Page, comma: int) -> ActorKind | None:
    """What the noun of an apposition says: "Larkhill, a property firm"."""
    if page.at(comma) != "," or page.at(comma + 1) not in _DETERMINERS:
        return None
    for position in range(comma + 2, min(comma + _FAR, page.stops(comma))):
        tag = page.tokens[position].pos
        if tag == "NOUN" and (position + 1 >= len(page) or page.tokens[position + 1].pos not in _NOUN_TAGS):
            return _kind_of_noun(page.tokens[position].lemma.lower())
        if tag not in _NOUN_TAGS and tag not in {"ADJ", "NUM", "PUNCT"}:
            return None
    return None


def _noun_in_front(page: Page, begin: int) -> ActorKind | None:
    """What the noun before a name says: "the firm Larkhill", "the town of Leeds"."""
    position, floor = begin - 1, page.begins(begin)
    if position > floor and page.lower[position] == "of":
        kind = _kind_of_noun(page.lower[position - 1])
        return kind if kind is PLACE else None
    if position < floor or page.tokens[position].pos != "NOUN":
        return None
    kind = _kind_of_noun(page.lower[position])
    return kind if kind is ORGANIZATION else None


def _kind_of_noun(noun: str) -> ActorKind | None:
    if noun in ORGANIZATION_NOUNS:
        return ORGANIZATION
    if noun in PLACE_NOUNS:
        return PLACE
    return PERSON if noun in PERSON_NOUNS or (noun,) in offices() else None


def speaks(page: Page, mark: Mark, verbs: frozenset[str] = SPEECH_VERBS) -> bool:
    """Whether the name is the subject of a verb of speech or thought."""
    return acting_verb(page, mark) in verbs


def acting_verb(page: Page, mark: Mark) -> str:
    """The lemma of the verb whose active subject the name is, or nothing."""
    head = page.head_of(mark.begin, mark.stop)
    token = page.tokens[head]
    if token.dep != "nsubj":
        return ""
    verb = page.tokens[page.head(head)]
    return verb.lemma.lower() if verb.pos == "VERB" else ""


def _add_form(total: Votes, key: Key, registry: Registry) -> None:
    last, first = key[-1].casefold(), key[0].casefold()
    if len(key) > 1:
        if {last, last.removesuffix("s")} & ORGANIZATION_WORDS or (
            first in ORGANIZATION_OPENERS and "of" in key
        ):
            total[ORGANIZATION] += SHAPE_OF_KIND
        elif last in PLACE_WORDS:
            total[PLACE] += SHAPE_OF_KIND
        elif first in given_names() and "of" not in key:
            total[PERSON] += GIVEN_NAME
    elif last in registry.by_surname:
        total[PERSON] += SURNAME_OF_NOTE
    if key in registry.by_capital or key in registry.by_seat:
        total[PLACE] += SEAT
    known = registry.meant_by(key)
    if len({entry.kind for entry in known}) == 1:
        total[known[0].kind] += KNOWN / 2 if known[0].ambiguous else KNOWN
