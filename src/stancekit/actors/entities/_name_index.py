"""Name forms on their way to actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

from ._entity import Entity
from ._type_votes import ORGANIZATION, PERSON, PLACE

if TYPE_CHECKING:
    from ...values import ActorKind
    from ..mentions._name_mention import NameMention
    from ..mentions._token_row import TokenRow
    from ..registry._entries import Entry
    from ..registry._name_keys import Key
    from ..registry._registry import Registry
    from ._article_context import ArticleContext
    from ._type_votes import Votes


@define(eq=False)
class NameIndex:
    """Names, each with all its mentions, and whom they may mean.

    Attributes:
        row: The token row.

        registry: Whom we know.

        context: What the article tells about who may be meant.

        mentions: Mentions by key, in text order.

        votes: Evidence for the kind of each.

        owners: Whom each may mean, best first; its mentions choose among them.

        entities: The entities so far.
    """

    row: TokenRow
    registry: Registry
    context: ArticleContext
    mentions: dict[Key, list[NameMention]] = Factory(dict)
    votes: dict[Key, Votes] = Factory(dict)
    owners: dict[Key, list[Entity]] = Factory(dict)
    entities: list[Entity] = Factory(list)

    def new_entity(self, kind: ActorKind, key: Key, entry: Entry | None = None) -> Entity:
        """Make one more entity."""
        entity = Entity(kind, entry, full=key, pronoun=entry.pronoun if entry else None)
        self.entities.append(entity)
        return entity

    def reads_as_person(self, key: Key) -> bool:
        """Whether the evidence for a person outweighs any other."""
        total = self.votes[key]
        return total[PERSON] > max(total[PLACE], total[ORGANIZATION])
