"""Organizations' names: acronyms, short forms and full names merged."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import Factory, define

from ...language._function_words import NAME_JOINERS
from ..mentions._name_mention import is_titled
from ._type_votes import NAMESAKE, ORGANIZATION, PLACE, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..registry._name_keys import Key
    from ._entity import Entity
    from ._name_index import NameIndex

_FEWEST_INITIALS = 2
_SMALL_WORDS = NAME_JOINERS - {"a", "at"} | {"de"}
_MOST_NAMESAKES = 100
_LONGEST_STATE = 3
"""Words of a state's name at the beginning of an organization's, at most."""


@define(eq=False)
class OrganizationNames:
    """Organizations by the parts of their full names.

    It lives as long as one article's names are merged.

    Attributes:
        public_bodies: Nouns of what is named after a place.

        by_initials: Names of several words by their initials.

        by_first: Names of several words by their first word.

        by_last: The same by their last word.
    """

    public_bodies: frozenset[str]
    by_initials: dict[str, list[tuple[Key, Entity]]] = Factory(lambda: defaultdict(list))
    by_first: dict[str, list[tuple[Key, Entity]]] = Factory(lambda: defaultdict(list))
    by_last: dict[str, list[tuple[Key, Entity]]] = Factory(lambda: defaultdict(list))

    def add(self, key: Key, entity: Entity) -> None:
        """Note one more name."""
        if len(key) > 1:
            self.by_initials[initials(key)].append((key, entity))
            self.by_first[key[0]].append((key, entity))
            self.by_last[key[-1]].append((key, entity))

    def spelled_out(self, key: Key) -> Entity | None:
        """The one organization that an acronym stands for."""
        if not is_acronym(key):
            return None
        return _only(entity for _, entity in self.by_initials.get(key[0], ())[:_MOST_NAMESAKES])

    def fuller(self, key: Key, *, may_end: bool) -> Entity | None:
        """The one organization that *key* is short for.

        A short form begins the full name ("Corvane" for "Corvane Glass"), leaves words out in the middle
        ("Harrowbeck Council" for "Harrowbeck Borough Council"), or, if *may_end*, ends it ("Red Kites" for
        "Ostrey Red Kites").
        """
        known = self.by_first.get(key[0], ())[:_MOST_NAMESAKES]
        begun = _shortest(
            [(name, entity) for name, entity in known if _is_short_for(key, name, self.public_bodies)]
        )
        if begun is not None or not may_end:
            return begun
        known = self.by_last.get(key[-1], ())[:_MOST_NAMESAKES]
        return _only(entity for name, entity in known if len(name) > len(key) and name[-len(key) :] == key)


def is_acronym(key: Key) -> bool:
    """Whether a name is one word of capitals."""
    return len(key) == 1 and key[0].isupper() and len(key[0]) >= _FEWEST_INITIALS


def initials(key: Key) -> str:
    """The initials of a name, small words left out.

    Example:
        >>> initials(("world", "trade", "organization"))
        'WTO'
    """
    return "".join(word[0] for word in key if word not in _SMALL_WORDS).upper()


def _only(entities: Iterable[Entity]) -> Entity | None:
    found = {entity.id: entity for entity in entities}
    return next(iter(found.values())) if len(found) == 1 else None


def _shortest(named: Sequence[tuple[Key, Entity]]) -> Entity | None:
    """The one with the shortest name: longer ones belong to its parts."""
    fewest = min((len(name) for name, _ in named), default=0)
    return _only(entity for name, entity in named if len(name) == fewest)


def _is_short_for(key: Key, name: Key, public_bodies: frozenset[str]) -> bool:
    if len(name) <= len(key):
        return False
    if name[: len(key)] == key:
        return len(key) > 1 or name[-1] not in public_bodies
    return len(key) > 1 and key[-1] == name[-1] and {*key} <= {*name}


def vote_by_longer_names(index: NameIndex) -> None:
    """Add votes for a short name from longer ones: "Corvane Glass" makes Corvane an organization.

    A public body's name votes for a place, "Ostrey Council" for Ostrey. For an organization each mention
    counts, as the name finder's labels do, unless the word is somebody's surname.
    """
    surnames = {key[-1] for key in index.votes if len(key) > 1 and index.reads_as_person(key)}
    for key, total in index.votes.items():
        if len(key) < 2 or kind_of(total) is not ORGANIZATION or key[:1] not in index.votes:
            continue
        kind = PLACE if key[-1] in index.row.classes.nouns.public_body else ORGANIZATION
        first = index.mentions[key[:1]]
        if not any(
            is_titled(index.row, mention) or (mention.kind is PLACE and kind is ORGANIZATION)
            for mention in first
        ):
            is_surname = key[0] in surnames or key[0] in index.registry.by_surname
            index.votes[key[:1]][kind] += NAMESAKE * (1 if kind is PLACE or is_surname else len(first))


def merge_organization_names(index: NameIndex) -> None:
    """Merge acronyms and short forms of organizations with their full names."""
    known = OrganizationNames(index.row.classes.nouns.public_body)
    for key, owners in index.owners.items():
        if owners[0].kind is ORGANIZATION:
            known.add(key, owners[0])
    for key in sorted(index.mentions, key=len, reverse=True):
        if key in index.owners or kind_of(index.votes[key]) is not ORGANIZATION:
            continue
        owner = (
            _spelled_otherwise(index, key)
            or known.spelled_out(key)
            or known.fuller(key, may_end=_may_end(index, key))
            or index.new_entity(ORGANIZATION, key)
        )
        index.owners[key] = [owner]
        known.add(key, owner)
    _merge_bracketed_acronyms(index)


def _spelled_otherwise(index: NameIndex, key: Key) -> Entity | None:
    """The owner of the name with its state in full or in short: "U.S. Congress", "United States Congress"."""
    for length in range(1, min(len(key), _LONGEST_STATE + 1)):
        for entry in index.registry.by_name.get(key[:length], ()):
            for other in index.registry.keys_of(entry) if entry.is_state else ():
                owners = index.owners.get((*other, *key[length:]), ())
                if other != key[:length] and len(owners) == 1:
                    return owners[0]
    return None


def _may_end(index: NameIndex, key: Key) -> bool:
    """Whether a name may be the end of a longer one: it has several words, or "the" before it."""
    if len(key) > 1 or key[0] in index.row.classes.nouns.organization:
        return True
    return any(index.row.before(mention.begin) == "the" for mention in index.mentions[key])


def _merge_bracketed_acronyms(index: NameIndex) -> None:
    """Merge acronyms in brackets with the name before them: "World Trade Organization (WTO)"."""
    row = index.row
    ends = {mention.stop: mention.key for found in index.mentions.values() for mention in found}
    for key, found in index.mentions.items():
        for mention in found if is_acronym(key) else ():
            before = ends.get(mention.begin - 1)
            bracketed = row.before(mention.begin) == "(" and row.at(mention.stop) == ")"
            if before in index.owners and bracketed and initials(before)[:1] == key[0][0]:
                _take_over(index, key, index.owners[before][0])
                break


def _take_over(index: NameIndex, key: Key, owner: Entity) -> None:
    """Give a name to *owner*, unless the registry knows it as another's."""
    known = index.owners.get(key)
    if known and known[0].entry is not None and known[0].entry is not owner.entry:
        return
    index.owners[key] = [owner]
