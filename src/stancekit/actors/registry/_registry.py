"""The registry: states, office holders and organizations known beforehand, and whom the user adds."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from ...values._fields import as_tuple, check_text, tuple_of
from ._entries import Entry
from ._name_keys import key_of
from ._name_tables import NameTables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from attrs import Attribute

    from ...readers._sources import Readable


def _count(values: Any) -> str:
    return str(len(values))


def _as_entries(value: Iterable[Entry]) -> tuple[Entry, ...]:
    return as_tuple(value)


@frozen
class Registry:
    """Whom the actors room knows before it reads.

    Args:
        entries: Whom it knows. Where several go by one name, the article tells which is meant, or none is.

        beneath: What `plus` added to, less what it replaced; those of its entries that share a name with
            another are not meant by it.

    Raises:
        ValueError: Two entries share an id.

    Example:
        >>> from stancekit.actors import Entry
        >>> ours = Registry.of([Entry("crane", "Lettice Crane", "person")])
        >>> [entry.name for entry in ours.known_as("Lettice Crane")]
        ['Lettice Crane']
        >>> Registry.builtin().known_as("Kremlin")[0].name
        'Russia'
    """

    entries: tuple[Entry, ...] = field(default=(), converter=_as_entries, repr=_count)
    beneath: Registry | None = field(default=None, kw_only=True, repr=False)

    @entries.validator
    def _check_ids(self, attribute: Attribute[tuple[Entry, ...]], entries: tuple[Entry, ...]) -> None:
        tuple_of(Entry, "Entries")(self, attribute, entries)
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
        """The states of the world, their office holders with dates, and organizations in the news."""
        return _builtin()

    @classmethod
    def read(cls, source: Readable) -> Registry:
        """A registry from a file: YAML, CSV or JSON, as the file's name says.

        Args:
            source: A path, or an open file that has a name.

        Raises:
            RegistryFormatError: It can't be read as a registry; says all that is wrong, and where.
        """
        from ._files import read_entries

        return cls(read_entries(source))

    def plus(self, entries: Iterable[Entry]) -> Registry:
        """This registry and more entries, or those of another one.

        An added entry takes the place of the known one that has its id, or its name and kind, and takes
        over what it leaves out itself. Of other entries that share a name with it, it is the one meant.

        Example:
            >>> from stancekit.actors import Entry
            >>> putin = Entry("putin", "Vladimir Putin", "person", wikidata="Q7747")
            >>> (known,) = Registry.builtin().plus([putin]).known_as("Vladimir Putin")
            >>> known.id, known.pronoun
            ('putin', 'he')
        """
        given = _as_entries(entries)
        Registry(given)  # refuses what is no entry, and ids that stand twice
        added, replaced = [], set()
        for entry in given:
            known = self._same_as(entry)
            added.append(entry if known is None else entry.completed(known))
            replaced.add(entry.id if known is None else known.id)
        rest = self.without(*replaced)
        return Registry((*added, *rest.entries), beneath=rest)

    def without(self, *ids: str) -> Registry:
        """This registry without the entries of these ids."""
        left_out = {*ids}
        beneath = None if self.beneath is None else self.beneath.without(*ids)
        return Registry((entry for entry in self.entries if entry.id not in left_out), beneath=beneath)

    def _same_as(self, entry: Entry) -> Entry | None:
        if entry.id in self._tables.by_id:
            return self._tables.by_id[entry.id]
        key = key_of(entry.name)
        namesakes = [known for known in self._tables.by_name.get(key, ()) if known.kind is entry.kind]
        same = [known for known in namesakes if key_of(known.name) == key]
        return same[0] if len(same) == 1 else None

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def known_as(self, name: str) -> tuple[Entry, ...]:
        """The entries that may go by a name: their own, an alias, a capital, a seat, or a person's surname.

        Those of whom it is a whole name come first.

        Raises:
            TypeError: The name is no `str`.

        Example:
            >>> [entry.name for entry in Registry.builtin().known_as("Macron")]
            ['Emmanuel Macron']
        """
        check_text("name", name)
        key = key_of(name)
        tables = self._tables
        whole = (tables.by_name, tables.by_seat, tables.by_capital)
        found = [entry for table in whole for entry in table.get(key, ())]
        if len(key) == 1:
            found += tables.by_surname.get(key[0], ())
        return tuple({entry.id: entry for entry in found}.values())

    @cached_property
    def _tables(self) -> NameTables:
        layers = [self.entries]
        beneath = self.beneath
        while beneath is not None:
            layers.append(beneath.entries)
            beneath = beneath.beneath
        return NameTables(tuple(layers))


@cache
def _builtin() -> Registry:
    from ._builtin import entries

    return Registry(_unique(entries()))


def _unique(entries: Iterator[Entry]) -> Iterator[Entry]:
    """Give namesakes ids of their own."""
    taken: dict[str, int] = {}
    for entry in entries:
        count = taken[entry.id] = taken.get(entry.id, 0) + 1
        yield entry if count == 1 else evolve(entry, id=f"{entry.id}-{count}")


def tables_of(registry: Registry) -> NameTables:
    """The tables of a registry, which are made once."""
    return registry._tables
