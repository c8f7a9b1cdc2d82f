"""Who is known beforehand: states, their heads, organizations, and whom the user adds."""

from __future__ import annotations

import datetime as dt
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen
from attrs.validators import and_, deep_iterable, in_, instance_of, min_len, optional

from ..values import ActorKind
from .keys import key_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from attrs import Attribute

    from .keys import Key

PRONOUNS = ("he", "she", "they", "it")


def _as_day(value: Any) -> Any:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def _lower(value: str) -> str:
    return value.lower()


def _count(values: Any) -> str:
    return str(len(values))


def _as_texts(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _as_roles(value: Iterable[Role]) -> tuple[Role, ...]:
    return tuple(value)


def _as_entries(value: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(value)


_texts = deep_iterable(instance_of(str))
_text = and_(instance_of(str), min_len(1))


@frozen
class Role:
    """An office that somebody holds or held.

    Args:
        title: The office in lower case, such as ``"prime minister"``.

        of: The name of the state or organization it belongs to, as the registry has it.

        start: The first day in office, a date or ISO 8601 text; `None` when not known.

        end: The last day; `None` while it lasts.

    Example:
        >>> Role("president", "France", "2012-05-15", "2017-05-14").held_on(dt.date(2016, 1, 1))
        True
    """

    title: str = field(converter=_lower, validator=min_len(1))
    of: str | None = field(default=None, validator=optional(instance_of(str)))
    start: dt.date | None = field(default=None, converter=_as_day, validator=optional(instance_of(dt.date)))
    end: dt.date | None = field(default=None, converter=_as_day, validator=optional(instance_of(dt.date)))

    @end.validator
    def _check_term(self, _: Attribute[dt.date | None], end: dt.date | None) -> None:
        if self.start is not None and end is not None and end < self.start:
            msg = f"'end' must not lie before 'start', {self.start} (got {end})"
            raise ValueError(msg)

    def held_on(self, day: dt.date) -> bool:
        """Whether the term includes *day*."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@frozen
class Entry:
    """Somebody that a registry knows.

    Args:
        id: Unique in its registry; a Wikidata id, say.

        name: The usual name.

        kind: What sort of somebody.

        aliases: Other names, without titles and articles. In a text they are found as whole words
            that begin with a capital; beyond that, casing counts only in acronyms ("US", not "us").

        pronoun: ``he``, ``she``, ``they`` or ``it``, where known.

        roles: Offices held.

        demonyms: For a state, the words for its people: ``("French", "Frenchman")``.

        capitals: For a state, cities that may stand for its government.

        seats: For a state, buildings and streets that do: ``("Kremlin",)``.

        ambiguous: Whether the name is often somebody else's, as Jordan's and Georgia's are.

    Raises:
        ValueError: The id or the name is empty, or the pronoun is not one of the four.

    Example:
        >>> Entry("Q1", "Lettice Crane", "person", aliases=["Crane"], roles=[Role("mayor")]).names
        ('Lettice Crane', 'Crane')
    """

    id: str = field(validator=_text)
    name: str = field(validator=_text)
    kind: ActorKind = field(converter=ActorKind)
    aliases: tuple[str, ...] = field(default=(), converter=_as_texts, validator=_texts, kw_only=True)
    pronoun: str | None = field(default=None, validator=optional(in_(PRONOUNS)), kw_only=True)
    roles: tuple[Role, ...] = field(default=(), converter=_as_roles, kw_only=True)
    demonyms: tuple[str, ...] = field(default=(), converter=_as_texts, validator=_texts, kw_only=True)
    capitals: tuple[str, ...] = field(default=(), converter=_as_texts, validator=_texts, kw_only=True)
    seats: tuple[str, ...] = field(default=(), converter=_as_texts, validator=_texts, kw_only=True)
    ambiguous: bool = field(default=False, kw_only=True)

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)

    @property
    def is_state(self) -> bool:
        """Whether it has a people or a seat of government."""
        return bool(self.demonyms or self.capitals or self.seats)


@frozen
class Registry:
    """Whom the actors room knows before it reads.

    Args:
        entries: In order of precedence: where two go by one name, the earlier one is meant.

    Raises:
        ValueError: Two entries share an id.

    Example:
        >>> ours = Registry.of([Entry("Q1", "Lettice Crane", "person")])
        >>> [entry.name for entry in ours.known_as("Lettice Crane")]
        ['Lettice Crane']
        >>> Registry.builtin().known_as("Kremlin")[0].name
        'Russia'
    """

    entries: tuple[Entry, ...] = field(default=(), converter=_as_entries, repr=_count)

    @entries.validator
    def _check_ids(self, _: Attribute[tuple[Entry, ...]], entries: tuple[Entry, ...]) -> None:
        seen: set[str] = set()
        for entry in entries:
            if entry.id in seen:
                msg = f"'entries' must have unique ids (got {entry.id!r} more than once)"
                raise ValueError(msg)
            seen.add(entry.id)

    @classmethod
    def empty(cls) -> Registry:
        """A registry that knows nobody."""
        return cls()

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Registry:
        """A registry of these entries alone."""
        return cls(entries)

    @classmethod
    def builtin(cls) -> Registry:
        """The states of the world, their heads with dates, and organizations in the news."""
        return _builtin()

    def plus(self, entries: Iterable[Entry]) -> Registry:
        """This registry and more entries, which win where they share a name or an id."""
        added = tuple(entries)
        taken = {entry.id for entry in added}
        return Registry((*added, *(entry for entry in self.entries if entry.id not in taken)))

    def known_as(self, name: str) -> tuple[Entry, ...]:
        """The entries that go by a name, an alias, a capital or a seat."""
        key = key_of(name)
        found = [
            entry for table in (self.by_name, self.by_seat, self.by_capital) for entry in table.get(key, ())
        ]
        return tuple({entry.id: entry for entry in found}.values())

    @cached_property
    def by_name(self) -> dict[Key, tuple[Entry, ...]]:
        """Entries by the key of a name or alias."""
        return _table((name, entry) for entry in self.entries for name in entry.names)

    @cached_property
    def by_capital(self) -> dict[Key, tuple[Entry, ...]]:
        """States by the key of a capital."""
        return _table((name, entry) for entry in self.entries for name in entry.capitals)

    @cached_property
    def by_seat(self) -> dict[Key, tuple[Entry, ...]]:
        """States by the key of a seat of government."""
        return _table((name, entry) for entry in self.entries for name in entry.seats)

    @cached_property
    def by_demonym(self) -> dict[Key, tuple[Entry, ...]]:
        """States by the key of a demonym, adjective or noun."""
        return _table((name, entry) for entry in self.entries for name in entry.demonyms)

    @cached_property
    def by_surname(self) -> dict[str, tuple[Entry, ...]]:
        """Persons by the last word of a name of two words or more."""
        table: dict[str, dict[str, Entry]] = {}
        for entry in self.entries:
            if entry.kind is ActorKind.PERSON:
                for key in map(key_of, entry.names):
                    if len(key) > 1:
                        table.setdefault(key[-1], {})[entry.id] = entry
        return {surname: tuple(found.values()) for surname, found in table.items()}

    @cached_property
    def by_first_word(self) -> dict[str, tuple[Key, ...]]:
        """Keys of names, seats and capitals by their first word, longest first."""
        table: dict[str, set[Key]] = {}
        for known in (self.by_name, self.by_seat, self.by_capital):
            for key in known:
                table.setdefault(key[0], set()).add(key)
        return {first: tuple(sorted(keys, key=lambda k: (-len(k), k))) for first, keys in table.items()}


def _table(pairs: Iterable[tuple[str, Entry]]) -> dict[Key, tuple[Entry, ...]]:
    table: dict[Key, dict[str, Entry]] = {}
    for name, entry in pairs:
        if words_of(name):
            table.setdefault(key_of(name), {})[entry.id] = entry
    return {key: tuple(found.values()) for key, found in table.items()}


@cache
def _builtin() -> Registry:
    from .tables import entries

    return Registry(_unique(entries()))


def _unique(entries: Iterator[Entry]) -> Iterator[Entry]:
    """Give namesakes ids of their own."""
    taken: dict[str, int] = {}
    for entry in entries:
        count = taken[entry.id] = taken.get(entry.id, 0) + 1
        yield entry if count == 1 else evolve(entry, id=f"{entry.id}-{count}")
