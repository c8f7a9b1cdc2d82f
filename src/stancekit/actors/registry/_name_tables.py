"""The names of a registry in tables: what the stages behind it look up."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from ...values import ActorKind
from ._name_keys import key_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._entries import Entry, Role
    from ._name_keys import Key


@frozen(eq=False)
class NameTables:
    """Entries by the keys of their names, seats, capitals and demonyms.

    Args:
        layers: The entries, and behind them what each call of `Registry.plus` added to, the latest first.
    """

    layers: tuple[tuple[Entry, ...], ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries."""
        return self.layers[0]

    def meant_by(self, key: Key) -> tuple[Entry, ...]:
        """The entries that a name may mean: of those that go by it, the ones added last."""
        found = self.by_name.get(key, ())
        if len(found) < 2 or len(self.layers) == 1:
            return found
        depth = min(self._depths[entry.id] for entry in found)
        return tuple(entry for entry in found if self._depths[entry.id] == depth)

    def keys_of(self, entry: Entry) -> tuple[Key, ...]:
        """The keys of an entry's names."""
        return self._keys[entry.id]

    def body_of(self, role: Role) -> Entry | None:
        """The state or organization that a role belongs to."""
        return next(iter(self.meant_by(key_of(role.of))), None) if role.of else None

    @cached_property
    def _depths(self) -> dict[str, int]:
        """How often `plus` was called since each entry was there, by id."""
        depths: dict[str, int] = {}
        for depth, layer in enumerate(self.layers):
            depths |= dict.fromkeys((entry.id for entry in layer), depth)
        return depths

    @cached_property
    def _keys(self) -> dict[str, tuple[Key, ...]]:
        return {entry.id: tuple(map(key_of, entry.names)) for entry in self.entries}

    @cached_property
    def by_body(self) -> dict[str, tuple[tuple[Role, Entry], ...]]:
        """Roles and who holds them, by the id of the state or organization that they belong to."""
        table: dict[str, list[tuple[Role, Entry]]] = {}
        for entry in self.entries:
            for role in entry.roles:
                body = self.body_of(role)
                if body is not None:
                    table.setdefault(body.id, []).append((role, entry))
        return {body: tuple(found) for body, found in table.items()}

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Entries by id."""
        return {entry.id: entry for entry in self.entries}

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
