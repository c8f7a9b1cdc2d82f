"""Whom a text speaks to: actors known by their form of address alone, and whom its "you" means."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...lexicon._words import SECOND_PERSONS
from ...values import ActorKind, MentionKind
from ..entities._entity import Entity
from ._dialogue import is_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..entities._described_as import NamedTokens
    from ..mentions._noun_phrases import NounPhrase
    from ..mentions._token_row import TokenRow
    from ..mentions._vocatives import Vocative
_FEWEST = 2
"""Whom a text addresses but once, by no name, is nobody we could tell from others."""


def find_addressed(
    row: TokenRow, found: Sequence[Vocative], phrases: Iterable[NounPhrase], known: Iterable[str]
) -> tuple[list[Entity], dict[int, Entity]]:
    """Make one entity of each somebody who is addressed at least twice, by their office alone.

    Args:
        row: The token row.

        found: The forms of address.

        phrases: The noun phrases, among them the same words.

        known: Last words of the offices that the text says somebody holds; those are meant.

    Returns:
        The entities, and which of them each form of address means, by the position of its last token.
    """
    counts = Counter(vocative.words for vocative in found)
    held = {*known}
    entities: dict[tuple[str, ...], Entity] = {}
    meant: dict[int, Entity] = {}
    holders = {phrase.head for phrase in phrases}
    for vocative in found:
        if counts[vocative.words] < _FEWEST or vocative.words[-1] in held:
            continue
        name = row.document.text[row.tokens[vocative.begin].start : row.tokens[vocative.stop - 1].end]
        entity = entities.setdefault(vocative.words, Entity(ActorKind.PERSON, name=name))
        meant[vocative.stop - 1] = entity
        if vocative.stop - 1 not in holders:
            entity.mentions.append((vocative.begin, vocative.stop, MentionKind.NOMINAL))
    return list(entities.values()), meant


def resolve_addressed(
    row: TokenRow, named: NamedTokens, found: Sequence[Vocative], meant: Mapping[int, Entity]
) -> Iterator[tuple[int, Entity]]:
    """Positions of "you" in sentences that call somebody, each with whom: "I thank you, Mr. Lane."."""
    called: dict[int, list[Entity]] = {}
    for begin, entity in named.owners.items():
        mention = named.begins[begin]
        if entity.kind is ActorKind.PERSON and is_address(row, begin - len(mention.title), mention.stop):
            called.setdefault(row.sentence[begin], []).append(entity)
    for vocative in found:
        if vocative.stop - 1 in meant:
            called.setdefault(row.sentence[vocative.begin], []).append(meant[vocative.stop - 1])
    within = {position for vocative in found for position in range(vocative.begin, vocative.stop)}
    for sentence, entities in called.items():
        if any(entity is not entities[0] for entity in entities):
            continue
        for position in range(row.first[sentence], row.first[sentence + 1]):
            spoken = row.words[position] in SECOND_PERSONS and not row.quoted[position]
            if spoken and position not in within:
                yield position, entities[0]
