"""Groups that plural nouns mean: "Republican senators", "Russian troops", "the rebels"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

from ...language._function_words import DEFINITE, DEMONSTRATIVE_PLURAL, OWNERS, POSSESSIVE_MARKS
from ...values import ActorKind
from ..mentions._noun_phrase import OFFICE, PERSON_NOUN
from ._entity import Entity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..mentions._noun_phrase import NounPhrase
    from ..mentions._token_row import TokenRow
    from ._named_tokens import NamedTokens

_POINTING = DEFINITE | DEMONSTRATIVE_PLURAL


def find_plural_groups(
    row: TokenRow,
    named: NamedTokens,
    phrases: Sequence[NounPhrase],
    bindings: Mapping[int, int | None],
    first_id: int,
) -> tuple[tuple[Entity, ...], Mapping[int, int]]:
    """Make one entity of each group of people, by its noun and its owner.

    A group is definite, "the shift managers", or has an owner, "Republican senators". "Senators of the
    party" that are called "the senators" further on are one group.

    Args:
        row: The token row.

        named: Who is named where.

        phrases: The noun phrases.

        bindings: What phrases already mean, by the position of the noun.

        first_id: Id of the first new entity.

    Returns:
        The groups, and the id of the group of each phrase, by the position of the noun.
    """
    known = _KnownGroups()
    found: dict[int, int] = {}
    groups: list[Entity] = []
    for phrase in phrases:
        if phrase.head in bindings or not _is_group_noun(row, phrase):
            continue
        owner = _owner(row, named, phrase)
        if owner is None and not phrase.definite:
            continue
        modifiers = _distinguishing(row, phrase) if owner is None else ()
        group = known.group(phrase.words[-1], owner, modifiers)
        if group is None:
            if owner is None and not _is_specific(row, phrase):
                continue
            group = first_id + len(groups)
            groups.append(Entity(group, ActorKind.GROUP, pronoun="they"))
        known.note(phrase.words[-1], owner, modifiers, group)
        found[phrase.head] = group
    return tuple(groups), found


@define(eq=False)
class _KnownGroups:
    """Ids of the groups read so far.

    Attributes:
        groups: By noun, owner and distinguishing modifiers.

        latest: The last of each noun.

        modifiers: What distinguishes each from others of its noun.
    """

    groups: dict[tuple[object, ...], int] = Factory(dict)
    latest: dict[str, int] = Factory(dict)
    modifiers: dict[int, tuple[object, ...]] = Factory(dict)

    def group(self, noun: str, owner: object, modifiers: tuple[object, ...]) -> int | None:
        """The group of the same owner and modifiers; else the last one, unless its modifiers differ."""
        same = self.groups.get((noun, owner, *modifiers)) if modifiers or owner is not None else None
        latest = self.latest.get(noun) if owner is None else None
        if same is not None or latest is None:
            return same
        return None if modifiers and self.modifiers.get(latest) else latest

    def note(self, noun: str, owner: object, modifiers: tuple[object, ...], group: int) -> None:
        """Note one more mention of a group."""
        self.latest[noun] = self.groups[noun, owner, *modifiers] = group
        self.modifiers[group] = modifiers or self.modifiers.get(group, ())


def _is_group_noun(row: TokenRow, phrase: NounPhrase) -> bool:
    """Whether a phrase is a plural of a noun for people."""
    if not phrase.plural or phrase.predicate or phrase.speakers:
        return False
    return phrase.sort in {OFFICE, PERSON_NOUN} or phrase.words[-1] in row.classes.nouns.crowd


def _is_specific(row: TokenRow, phrase: NounPhrase) -> bool:
    """Whether the noun alone tells who they are: "the rebels", not "the people".

    A number makes them some who were spoken of before, one by one: "the two heirs".
    """
    if phrase.sort == PERSON_NOUN or phrase.words[-1] in row.classes.nouns.generic_person:
        return False
    return not any(token.relation == "nummod" for token in row.tokens[phrase.begin : phrase.head])


def _distinguishing(row: TokenRow, phrase: NounPhrase) -> tuple[object, ...]:
    """What tells a group from others of its noun: its modifiers, or its place where a clause follows."""
    if phrase.followed or (phrase.owned and row.words[phrase.begin] not in OWNERS):
        return (phrase.head,)
    if not (phrase.compound or phrase.owned):
        return ()
    return tuple(word for word in row.words[phrase.begin : phrase.head] if word not in _POINTING)


def _owner(row: TokenRow, named: NamedTokens, phrase: NounPhrase) -> object:
    """The owner of a group: id of a state, a party, or the id of a named entity; else `None`."""
    if phrase.nation or phrase.party:
        return phrase.nation or phrase.party
    position = phrase.begin - 1
    if position >= row.begins(phrase.head) and row.words[position] in POSSESSIVE_MARKS:
        owner = named.ending(position)
        return None if owner is None else owner.id
    for inside in range(phrase.begin, phrase.head):
        owner = named.around(inside)
        if owner is not None:
            return owner.id
    return None
