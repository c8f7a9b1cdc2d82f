"""Groups that plural nouns describe: "Republican senators", "Russian troops", "the rebels"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

from ...lexicon._words import CROWD_NOUNS, DEFINITE, JUDGING_VERBS, OWNERS, PLURAL_DEFINITE, POSSESSIVE_MARKS
from ...values import ActorKind
from ..mentions._noun_phrases import OFFICE, PERSON_NOUN
from ._entity import Entity
from ._type_votes import undergone_verb

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..mentions._noun_phrases import NounPhrase
    from ..mentions._token_row import TokenRow
    from ._described_as import NamedTokens

_POINTING = DEFINITE | PLURAL_DEFINITE
_ANYBODY = frozenset("people man woman child girl boy youth member leader".split())
"""Nouns that alone say nothing of who is meant."""


def find_plural_groups(
    row: TokenRow, named: NamedTokens, found: Sequence[NounPhrase], bound: Mapping[int, Entity | None]
) -> dict[int, Entity]:
    """Make one entity of each group of people, by its noun and by whose it is.

    "Republican senators" and "senators of the party" that are called "the senators" further on
    are one group; "the shift managers" are one where they are spoken of again, praised or blamed.

    Args:
        row: The token row.

        named: Who is named where.

        found: The noun phrases.

        bound: What phrases already mean, by the position of the noun.

    Returns:
        The entities by the position of the noun; one that nothing else speaks of is_tentative for a pronoun.
    """
    plural_groups = _Known()
    meant: dict[int, Entity] = {}
    for phrase in found:
        if phrase.head in bound or not _is_group_noun(phrase):
            continue
        whose = _whose(row, named, phrase)
        if whose is None and not phrase.definite:
            continue
        told = _told_by(row, phrase) if whose is None else ()
        entity = plural_groups.meant_by(phrase.words[-1], whose, told)
        again = entity is not None
        if entity is None:
            if whose is None and not _is_somebody(phrase):
                continue
            entity = Entity(ActorKind.GROUP, pronoun="they", is_tentative=True)
        plural_groups.note(phrase.words[-1], whose, told, entity)
        if again or whose is not None or _is_judged(row, phrase):
            entity.is_tentative = False
        meant[phrase.head] = entity
    return meant


@define(eq=False)
class _Known:
    """The groups read of so far.

    Attributes:
        entities: By noun, by whose they are, and by what tells them from others of the noun.

        latest: The last of each noun.

        told: What tells each from others, by its identity.
    """

    entities: dict[tuple[object, ...], Entity] = Factory(dict)
    latest: dict[str, Entity] = Factory(dict)
    told: dict[int, tuple[object, ...]] = Factory(dict)

    def meant_by(self, noun: str, whose: object, told: tuple[object, ...]) -> Entity | None:
        """The group of the same owner and words; else the last one, unless other words told who that is."""
        same = self.entities.get((noun, whose, *told)) if told or whose is not None else None
        latest = self.latest.get(noun) if whose is None else None
        if same is not None or latest is None:
            return same
        return None if told and self.told.get(id(latest)) else latest

    def note(self, noun: str, whose: object, told: tuple[object, ...], entity: Entity) -> None:
        """Read of a group."""
        self.latest[noun] = self.entities[noun, whose, *told] = entity
        self.told[id(entity)] = told or self.told.get(id(entity), ())


def _is_group_noun(phrase: NounPhrase) -> bool:
    if not phrase.plural or phrase.predicate or phrase.speakers:
        return False
    return phrase.sort in {OFFICE, PERSON_NOUN} or phrase.words[-1] in CROWD_NOUNS


def _is_somebody(phrase: NounPhrase) -> bool:
    """Whether the noun says who they are: "the rebels", "its workers"."""
    return phrase.sort != PERSON_NOUN and phrase.words[-1] not in _ANYBODY


def _told_by(row: TokenRow, phrase: NounPhrase) -> tuple[object, ...]:
    """What tells the group from others called by the noun: what stands before it, or all that follows."""
    if phrase.followed or (phrase.owned and row.words[phrase.begin] not in OWNERS):
        return (phrase.head,)
    if not (phrase.compound or phrase.owned):
        return ()
    return tuple(word for word in row.words[phrase.begin : phrase.head] if word not in _POINTING)


def _is_judged(row: TokenRow, phrase: NounPhrase) -> bool:
    """Whether somebody definite is praised or blamed."""
    return phrase.definite and undergone_verb(row, phrase.head) in JUDGING_VERBS


def _whose(row: TokenRow, named: NamedTokens, phrase: NounPhrase) -> object:
    """What tells the group from others: a state, a party, or the name of somebody; else `None`."""
    if phrase.nation or phrase.party:
        return phrase.nation or phrase.party
    position = phrase.begin - 1
    if position >= row.begins(phrase.head) and row.words[position] in POSSESSIVE_MARKS:
        owner = named.ending(position)
        return None if owner is None else id(owner)
    for inside in range(phrase.begin, phrase.head):
        owner = named.around(inside)
        if owner is not None:
            return id(owner)
    return None
