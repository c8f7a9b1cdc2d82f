"""Capitals and seats of government that stand for their state: "Kyiv", "the Kremlin"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...language._function_words import LOCATIVE
from ._type_votes import acting_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..registry._entries import Entry
    from ..registry._name_keys import Key
    from ._entity import Entity
    from ._name_index import NameIndex

_WHERE = LOCATIVE - {"from", "into", "to"}
"""Prepositions that make a city a place, if most mentions have one; "arms to Kyiv" go to the state."""


def merge_metonyms(index: NameIndex) -> None:
    """Merge seats of government, and capitals used as metonyms, with their state.

    A seat always stands for the state. A capital does where it acts ("Moscow rejected"), and where
    its state is named at least as often: a guide to Athens names Athens more than Greece, news of
    Greece names Greece more.
    """
    states = {
        entity.entry.id: entity for entity in index.entities if entity.entry is not None and entity.is_state
    }
    for key in list(index.mentions):
        seats, capitals = index.registry.by_seat.get(key, ()), index.registry.by_capital.get(key, ())
        if key in index.owners or not (seats or capitals) or index.reads_as_person(key):
            continue
        entry = _meant(index, key, (*seats, *capitals), states)
        if entry is None or not (
            seats or _acts(index, key) or _is_rarer_than_state(index, key, states.get(entry.id))
        ):
            continue
        if entry.id not in states:
            states[entry.id] = index.new_entity(entry.kind, key, entry)
        index.owners[key] = [states[entry.id]]


def merge_state_nouns(index: NameIndex) -> None:
    """Merge "the Nation", "our Republic" with the state that is named most, where one is."""
    named: Counter[int] = Counter()
    states: dict[int, Entity] = {}
    for key, (entity, *_) in index.owners.items():
        if entity.is_state:
            states[entity.id] = entity
            named[entity.id] += len(index.mentions.get(key, ()))
    (most, count), (_, second) = ([*named.most_common(2), (0, 0), (0, 0)])[:2]
    for noun in sorted(index.row.classes.nouns.state | {"republic"}) if count > second else ():
        if (noun,) in index.mentions and (noun,) not in index.owners:
            index.owners[noun,] = [states[most]]


def _meant(index: NameIndex, key: Key, entries: Sequence[Entry], states: dict[str, Entity]) -> Entry | None:
    """The state of a metonym: one that is named, one whose demonym stands in the text, or the first."""
    for entry in entries:
        if entry.id in states:
            return entry
    demonyms = index.registry.by_demonym
    alluded = {entry.id for word in {*index.row.keys} for entry in demonyms.get(word, ())[:1]}
    for entry in entries:
        if entry.id in alluded:
            return entry
    return entries[0] if key in index.registry.by_seat or _acts(index, key) else None


def _acts(index: NameIndex, key: Key) -> bool:
    verbs = index.row.classes.verbs
    acts = (acting_verb(index.row, mention) for mention in index.mentions[key])
    return any(verb in verbs.reporting or verb in verbs.agentive for verb in acts)


def _is_rarer_than_state(index: NameIndex, key: Key, entity: Entity | None) -> bool:
    """Whether a capital is named no more often than its state, and not as a place, "Athens, Greece"."""
    if entity is None:
        return False
    row, mentions = index.row, index.mentions[key]
    located = sum(row.before(mention.begin) in _WHERE for mention in mentions)
    if located > max(1, len(mentions) // 2):
        return False
    for mention in mentions:
        if (
            row.at(mention.stop) == ","
            and mention.stop + 1 < len(row)
            and index.registry.by_name.get(row.keys[mention.stop + 1])
        ):
            return False
    count = sum(len(index.mentions[name]) for name, owners in index.owners.items() if owners[0] == entity)
    return len(mentions) <= count
