"""Entities: what the article speaks of, before they become actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ...values import ActorKind, MentionKind
    from ..mentions._name_mention import NameMention
    from ..registry._entries import Entry
    from ..registry._name_keys import Key

OfficeKey: TypeAlias = tuple[str, str | None, tuple[str, ...]]
"""An office: the id of its state or body, the holder's party where that is told, and its words."""


@frozen
class RoleClaim:
    """A role that the article says an entity has.

    Args:
        words: The role: ``("prime", "minister")``, ``("firm",)``.

        nation: Id of the state whose demonym or name goes with it, if any.

        former: Whether it is a former role.
    """

    words: tuple[str, ...]
    nation: str | None = None
    former: bool = False


@frozen
class Reference:
    """A mention without a name: a noun phrase or a pronoun.

    Args:
        begin: Position of the first token.

        stop: Position just past the last.

        kind: Nominal or pronoun.
    """

    begin: int
    stop: int
    kind: MentionKind


@frozen
class Entity:
    """Somebody or something that the article speaks of; two values with one id are the same entity.

    Args:
        id: Its position among the article's entities.

        kind: What sort of entity it is.

        entry: Its entry in the registry.

        names: Its name mentions, in text order.

        full: Key of its fullest name.

        pronoun: ``he``, ``she``, ``it``, ``they``; `None` while not known.

        claims: Roles it is said to have.

        nations: Ids of the states it belongs to.

        parties: Parties it belongs to.

        is_ambiguous: Whether several entries of the registry may be meant, so that none is.

        references: Its mentions without a name.

        office: The office whose unnamed holder it is.

        label: A name for it where the text has none.
    """

    id: int
    kind: ActorKind = field(eq=False)
    entry: Entry | None = field(default=None, eq=False)
    names: tuple[NameMention, ...] = field(default=(), eq=False, kw_only=True)
    full: Key = field(default=(), eq=False, kw_only=True)
    pronoun: str | None = field(default=None, eq=False, kw_only=True)
    claims: tuple[RoleClaim, ...] = field(default=(), eq=False, kw_only=True)
    nations: frozenset[str] = field(default=frozenset(), eq=False, kw_only=True)
    parties: frozenset[str] = field(default=frozenset(), eq=False, kw_only=True)
    is_ambiguous: bool = field(default=False, eq=False, kw_only=True)
    references: tuple[Reference, ...] = field(default=(), eq=False, kw_only=True)
    office: OfficeKey | None = field(default=None, eq=False, kw_only=True)
    label: str = field(default="", eq=False, kw_only=True)

    @property
    def is_state(self) -> bool:
        """Whether the registry knows it as a state."""
        return self.entry is not None and self.entry.is_state


def with_references(
    entities: Iterable[Entity], found: Mapping[int, Sequence[Reference]]
) -> tuple[Entity, ...]:
    """The entities with more references, given by entity id."""
    return tuple(
        evolve(entity, references=(*entity.references, *found[entity.id])) if entity.id in found else entity
        for entity in entities
    )
