"""Which entity is named at which token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..mentions._name_mention import NameMention
    from ._entity import Entity

_LONGEST_NAME = 8
"""Tokens of a name that are looked through, at most."""


@frozen(eq=False)
class NamedTokens:
    """The name mentions of all entities, by position.

    Args:
        begins: Mentions by the position of their first token.

        stops: Mentions by the position just past their last token.

        owners: The entity of each mention, by the position of its first token.
    """

    begins: Mapping[int, NameMention]
    stops: Mapping[int, NameMention]
    owners: Mapping[int, Entity]

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> NamedTokens:
        """Index the name mentions of *entities*."""
        begins, stops, owners = {}, {}, {}
        for entity in entities:
            for mention in entity.names:
                begins[mention.begin] = mention
                stops[mention.stop] = mention
                owners[mention.begin] = entity
        return cls(begins, stops, owners)

    def around(self, position: int) -> Entity | None:
        """The entity whose name covers *position*."""
        for begin in range(position, max(-1, position - _LONGEST_NAME), -1):
            mention = self.begins.get(begin)
            if mention is not None:
                return self.owners[begin] if position < mention.stop else None
        return None

    def beginning(self, position: int) -> Entity | None:
        """The entity whose name begins at *position*."""
        return self.owners.get(position)

    def ending(self, position: int) -> Entity | None:
        """The entity whose name ends right before *position*."""
        mention = self.stops.get(position)
        return self.owners[mention.begin] if mention else None
