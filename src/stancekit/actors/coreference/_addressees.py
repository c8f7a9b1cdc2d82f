"""Addressees: who is called by their office alone, and whom "you" means beside a vocative."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ...language._function_words import SECOND_PERSON
from ...values import ActorKind, MentionKind
from ..entities._entity import Entity, Reference
from ._dialogue import is_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..entities._named_tokens import NamedTokens
    from ..mentions._noun_phrase import NounPhrase
    from ..mentions._token_row import TokenRow
    from ..mentions._vocatives import Vocative

_FEWEST = 2
"""Vocatives of one office that make an entity, at least; a single one cannot be told from others."""


def find_addressees(
    row: TokenRow, vocatives: Sequence[Vocative], phrases: Iterable[NounPhrase], entities: Sequence[Entity]
) -> tuple[tuple[Entity, ...], Mapping[int, int]]:
    """Make one entity of each office that vocatives address at least twice and nobody is said to hold.

    Args:
        row: The token row.

        vocatives: The vocatives.

        phrases: The noun phrases, among them words of the vocatives.

        entities: The entities so far.

    Returns:
        The new entities, and the id of the entity of each vocative, by the position of its last token.
    """
    counts = Counter(vocative.words for vocative in vocatives)
    people = (entity for entity in entities if entity.kind is ActorKind.PERSON)
    held = {claim.words[-1] for person in people for claim in person.claims}
    heads = {phrase.head for phrase in phrases}
    found: dict[tuple[str, ...], list[Vocative]] = {}
    for vocative in vocatives:
        if counts[vocative.words] >= _FEWEST and vocative.words[-1] not in held:
            found.setdefault(vocative.words, []).append(vocative)
    addressees: list[Entity] = []
    meant: dict[int, int] = {}
    for number, same in enumerate(found.values(), len(entities)):
        # A noun phrase refers to the entity by itself.
        references = [
            Reference(v.begin, v.stop, MentionKind.NOMINAL) for v in same if v.stop - 1 not in heads
        ]
        label = row.text(same[0].begin, same[0].stop)
        addressees.append(Entity(number, ActorKind.PERSON, label=label, references=tuple(references)))
        meant.update((vocative.stop - 1, number) for vocative in same)
    return tuple(addressees), meant


def resolve_addressed(
    row: TokenRow,
    named: NamedTokens,
    vocatives: Sequence[Vocative],
    addressees: Mapping[int, int],
) -> Mapping[int, list[Reference]]:
    """Resolve "you" in sentences that address one person: "I thank you, Mr. Lane.".

    Args:
        row: The token row.

        named: Who is named where.

        vocatives: The vocatives.

        addressees: Ids of their entities, by the position of the last token.

    Returns:
        The pronouns by entity id.
    """
    called: dict[int, set[int]] = defaultdict(set)
    for begin, entity in named.owners.items():
        mention = named.begins[begin]
        if entity.kind is ActorKind.PERSON and is_address(row, begin - len(mention.title), mention.stop):
            called[row.sentence[begin]].add(entity.id)
    for vocative in vocatives:
        if vocative.stop - 1 in addressees:
            called[row.sentence[vocative.begin]].add(addressees[vocative.stop - 1])
    within = {position for vocative in vocatives for position in range(vocative.begin, vocative.stop)}
    found: dict[int, list[Reference]] = defaultdict(list)
    for sentence, ids in called.items():
        if len(ids) > 1:
            continue
        for position in range(row.first[sentence], row.first[sentence + 1]):
            spoken = row.words[position] in SECOND_PERSON and not row.quoted[position]
            if spoken and position not in within:
                found[min(ids)].append(Reference(position, position + 1, MentionKind.PRONOUN))
    return found
