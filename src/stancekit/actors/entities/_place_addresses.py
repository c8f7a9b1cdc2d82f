"""Place names merged with the place they lie in: "Ostrey, Norland" is one mention of Ostrey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..mentions._name_mention import NameMention
    from ..mentions._token_row import TokenRow
    from ._entity import Entity

    Place = tuple[NameMention, Entity]

_LONGEST = 3
"""Town, county and country; more places in a places are a list."""

_LOCATED = frozenset({ActorKind.PLACE, ActorKind.ORGANIZATION})
_GOING_ON = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "AUX", "PRON", "NUM", "PART"})
_LISTING = frozenset({"and", "or", "&", "nor", "plus"})


def merge_addresses(row: TokenRow, entities: Iterable[Entity]) -> Mapping[int, int]:
    """Merge place names with the places behind them that they lie in.

    A list has "and" before its last place, or begins with a state; an address does not.

    Returns:
        The new stop of a mention, by the position where its name begins; 0 for a name that is absorbed.
    """
    mentions = [(mention, entity) for entity in entities for mention in entity.names]
    reaches: dict[int, int] = {}
    for places in _adjacent_places(row, sorted(mentions, key=lambda place: place[0].begin)):
        if not _is_list(row, places):
            reaches[places[0][0].begin] = places[-1][0].stop
            reaches.update((mention.begin, 0) for mention, _ in places[1:])
    return reaches


def _adjacent_places(row: TokenRow, mentions: Sequence[Place]) -> Iterator[list[Place]]:
    """Runs of at least two places, or an organization and places, with commas between them."""
    places: list[Place] = []
    for mention, entity in mentions:
        if places and (entity.kind is not ActorKind.PLACE or not _continues(row, places[-1][0], mention)):
            if len(places) > 1:
                yield places
            places = []
        places.append((mention, entity))
    if len(places) > 1:
        yield places


def _continues(row: TokenRow, one: NameMention, other: NameMention) -> bool:
    return row.words[one.stop : other.begin] == [","] and row.sentence[one.begin] == row.sentence[other.begin]


def _is_list(row: TokenRow, places: Sequence[Place]) -> bool:
    """Whether places in a row are a list, or the last one begins the next clause: "In Leeds, Ann said"."""
    first, last = places[0][0], places[-1][0]
    if len(places) > _LONGEST or places[0][1].kind not in _LOCATED:
        return True
    if len({entity.id for _, entity in places}) < len(places) or any(
        entity.is_state for _, entity in places[:-1]
    ):
        return True
    if last.stop < row.stops(first.begin) and row.tokens[last.stop].pos in _GOING_ON:
        return True
    after = last.stop + (row.at(last.stop) == ",")
    return row.at(after) in _LISTING or row.before(first.begin) in {"or", "&", "nor"}
