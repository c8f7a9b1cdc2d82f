"""States and peoples that only noun phrases speak of: "the Norlandian government", "the Danish people"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import ActorKind
from ..mentions._noun_phrase import GOVERNMENT
from ._entity import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..mentions._noun_phrase import NounPhrase
    from ..mentions._token_row import TokenRow
    from ..registry._name_tables import NameTables


def names_of_bodies(entities: Iterable[Entity], registry: NameTables) -> Mapping[int, str]:
    """Ids of states and of bodies with known office holders, by the position of each name's last token."""
    return {
        mention.stop - 1: entity.entry.id
        for entity in entities
        if entity.entry is not None and (entity.is_state or entity.entry.id in registry.by_body)
        for mention in entity.names
    }


def find_described_states(
    row: TokenRow, phrases: Iterable[NounPhrase], entities: Sequence[Entity], registry: NameTables
) -> tuple[Entity, ...]:
    """Make an entity of each state and people that noun phrases speak of and no name does."""
    states = {entity.entry.id for entity in entities if entity.entry is not None}
    peoples = {nation for entity in entities if entity.kind is ActorKind.GROUP for nation in entity.nations}
    entries = {entry.id: entry for table in registry.by_demonym.values() for entry in table}
    populaces = row.classes.nouns.populace
    found: list[Entity] = []
    for phrase in phrases:
        nation, number = phrase.nation, len(entities) + len(found)
        if nation is None or nation not in entries:
            continue
        if phrase.sort == GOVERNMENT and nation not in states:
            states.add(nation)
            entry = entries[nation]
            found.append(Entity(number, entry.kind, entry, pronoun=entry.pronoun))
        elif phrase.words[-1] in populaces and phrase.definite and nation not in peoples:
            peoples.add(nation)
            found.append(Entity(number, ActorKind.GROUP, pronoun="they", nations=frozenset({nation})))
    return tuple(found)
