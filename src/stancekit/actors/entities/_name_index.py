"""The names of an article while they are clustered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

from ._entity import Entity
from ._type_votes import ORGANIZATION, PERSON, PLACE, votes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import ActorKind, AnalysisWarning
    from ..mentions._name_mention import NameMention
    from ..mentions._token_row import TokenRow
    from ..registry._entries import Entry
    from ..registry._name_keys import Key
    from ..registry._name_tables import NameTables
    from ._article_context import ArticleContext
    from ._type_votes import Votes


@define(eq=False)
class NameIndex:
    """Names by key, each with its mentions and the entities it may belong to.

    It lives as long as one article's names are clustered.

    Attributes:
        row: The token row.

        registry: The known names.

        context: What the article tells about who may be meant.

        in_order: All name mentions, in text order.

        mentions: The same by key.

        votes: Votes for the kind of each name.

        owners: The entities that a name may belong to, best first; each mention chooses among them.

        entities: The entities so far, without their mentions.

        warnings: Names that stay in doubt.
    """

    row: TokenRow
    registry: NameTables
    context: ArticleContext
    in_order: Sequence[NameMention]
    mentions: dict[Key, list[NameMention]] = Factory(dict)
    votes: dict[Key, Votes] = Factory(dict)
    owners: dict[Key, list[Entity]] = Factory(dict)
    entities: list[Entity] = Factory(list)
    warnings: list[AnalysisWarning] = Factory(list)

    @classmethod
    def of(cls, row: TokenRow, mentions: Sequence[NameMention], context: ArticleContext) -> NameIndex:
        """Index the mentions and vote for the kind of each name."""
        index = cls(row, context.registry, context, mentions)
        for mention in mentions:
            index.mentions.setdefault(mention.key, []).append(mention)
        for key, found in index.mentions.items():
            index.votes[key] = votes(row, key, found, context.registry)
        return index

    def new_entity(self, kind: ActorKind, key: Key, entry: Entry | None = None) -> Entity:
        """Add an entity for a name."""
        pronoun = entry.pronoun if entry is not None else None
        return self._added(Entity(len(self.entities), kind, entry, full=key, pronoun=pronoun))

    def new_ambiguous(self, kind: ActorKind, key: Key, pronoun: str | None) -> Entity:
        """Add an entity for a name that several entries of the registry share."""
        return self._added(Entity(len(self.entities), kind, full=key, pronoun=pronoun, is_ambiguous=True))

    def _added(self, entity: Entity) -> Entity:
        self.entities.append(entity)
        return entity

    def reads_as_person(self, key: Key) -> bool:
        """Whether the votes for a person outweigh all others."""
        total = self.votes[key]
        return total[PERSON] > max(total[PLACE], total[ORGANIZATION])

    def text_of(self, mention: NameMention) -> str:
        """The words of a mention."""
        return self.row.document.text[mention.start : mention.end]
