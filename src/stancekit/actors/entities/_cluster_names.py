"""Name clustering: all names of one entity -> one entity, step by step over a name index."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from attrs import Factory, define, evolve

from ...values import AnalysisWarning, Span, WarningKind
from ..mentions._name_mention import is_titled
from ..registry._builtin import given_names
from ._aliases import merge_aliases
from ._linking import link_known_names
from ._metonyms import merge_metonyms, merge_state_nouns
from ._name_index import NameIndex
from ._organization_names import merge_organization_names, vote_by_longer_names
from ._person_names import merge_person_names, merge_short_person_names
from ._type_votes import PERSON, kind_of, speaks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..mentions._name_mention import NameMention
    from ..mentions._token_row import TokenRow
    from ..registry._name_keys import Key
    from ._article_context import ArticleContext
    from ._entity import Entity

    ClusteringStep: TypeAlias = Callable[[NameIndex], None]

_MOST_NAMED = 5
"""Entities that a warning names, at most."""


def add_unmerged_names(index: NameIndex) -> None:
    """Make an entity of each name left; given names without a surname are one: "Steve" and "Steven"."""
    given: dict[str, Entity] = {}
    for key in index.mentions:
        if key in index.owners:
            continue
        kind = kind_of(index.votes[key])
        entity = given.get(_usual(index, key)) if kind is PERSON else None
        entity = entity or index.new_entity(kind, key)
        index.owners[key] = [entity]
        if kind is PERSON and len(key) == 1:
            given.setdefault(_usual(index, key), entity)


def _usual(index: NameIndex, key: Key) -> str:
    """A given name in its full form; nothing for names of several words."""
    if len(key) > 1:
        return ""
    given = key[0].casefold()
    return index.row.classes.names.nickname.get(given, given)


CLUSTERING: Sequence[ClusteringStep] = (
    vote_by_longer_names,
    link_known_names,
    merge_person_names,
    merge_short_person_names,
    merge_metonyms,
    merge_state_nouns,
    merge_organization_names,
    add_unmerged_names,
    merge_aliases,
)
"""The steps of clustering, in order; each gives names to entities that earlier steps left."""


def cluster_names(
    row: TokenRow,
    mentions: Sequence[NameMention],
    context: ArticleContext,
    steps: Sequence[ClusteringStep] = CLUSTERING,
) -> tuple[tuple[Entity, ...], tuple[AnalysisWarning, ...]]:
    """Cluster name mentions into entities.

    Args:
        row: The token row.

        mentions: The name mentions, in text order.

        context: What the article tells about who may be meant.

        steps: The steps of clustering; each name must have an owner behind the last.

    Returns:
        The entities in order of first mention, and a warning for each name left in doubt.
    """
    index = NameIndex.of(row, mentions, context)
    for step in steps:
        step(index)
    entities = _Assignment(index).assign(mentions)
    return entities, tuple(index.warnings)


@define(eq=False)
class _Assignment:
    """Name mentions on their way to their entities.

    Attributes:
        index: The names and the entities they may belong to.

        names: Mentions by entity id.

        full: Key of the fullest name by entity id, where it is not the entity's own.

        latest: Number of the latest mention by entity id.

        counts: Mentions by name and entity id.

        doubtful: Names that were warned of.
    """

    index: NameIndex
    names: dict[int, list[NameMention]] = Factory(dict)
    full: dict[int, Key] = Factory(dict)
    latest: dict[int, int] = Factory(dict)
    counts: Counter[tuple[Key, int]] = Factory(Counter)
    doubtful: set[Key] = Factory(set)

    def assign(self, mentions: Sequence[NameMention]) -> tuple[Entity, ...]:
        """Give each mention to one entity.

        Where several share the name, it is the one with most of its mentions so far: who is called by
        the surname alone goes on being called so. Else it is the one mentioned last.
        """
        for number, mention in enumerate(mentions):
            owners = self._fitting(mention)
            owner = max(owners, key=lambda entity: self._rank(mention, entity))
            self.counts[mention.key, owner.id] += 1
            if len(owners) > 1 and mention.key not in self.doubtful:
                self.doubtful.add(mention.key)
                self.index.warnings.append(self._warning(mention, owners, owner))
            self.names.setdefault(owner.id, []).append(mention)
            self.latest[owner.id] = number
            if len(mention.key) > len(self._full(owner)) and not owner.entry:
                self.full[owner.id] = mention.key
        entities = [entity for entity in self.index.entities if entity.id in self.names]
        entities.sort(key=lambda entity: self.names[entity.id][0].begin)
        return tuple(
            evolve(entity, id=number, names=tuple(self.names[entity.id]), full=self._full(entity))
            for number, entity in enumerate(entities)
        )

    def _rank(self, mention: NameMention, entity: Entity) -> tuple[int, int, int]:
        number = len(self.names.get(entity.id, ()))
        return self.counts[mention.key, entity.id], number, self.latest.get(entity.id, -1)

    def _full(self, entity: Entity) -> Key:
        return self.full.get(entity.id, entity.full)

    def _fitting(self, mention: NameMention) -> Sequence[Entity]:
        """The owners of a name that a mention of it may mean, by kind and title."""
        owners = self.index.owners[mention.key]
        if len(owners) == 1:
            return owners
        people = [entity for entity in owners if entity.kind is PERSON]
        others = [entity for entity in owners if entity.kind is not PERSON]
        if others:
            return people if people and _reads_as_person(self.index, mention) else others
        pronoun = _title_pronoun(self.index, mention)
        fitting = [p for p in people if pronoun is None or self._pronoun(p) in {pronoun, None}]
        return fitting or people

    def _pronoun(self, person: Entity) -> str | None:
        full = self._full(person)
        return person.pronoun or (given_names().get(full[0].casefold()) if full else None)

    def _warning(self, mention: NameMention, owners: Sequence[Entity], owner: Entity) -> AnalysisWarning:
        known = ", ".join(map(self._full_name, owners[:_MOST_NAMED]))
        return AnalysisWarning(
            WarningKind.AMBIGUOUS_NAME,
            f"{self.index.text_of(mention)!r} may be any of {known}; "
            f"taken for the last one mentioned, here {self._full_name(owner)}",
            Span(mention.start, mention.end),
        )

    def _full_name(self, entity: Entity) -> str:
        return self.index.text_of(self.index.mentions[self._full(entity)][0])


def _reads_as_person(index: NameIndex, mention: NameMention) -> bool:
    """Whether a mention of a name that a person and a place share is the person's."""
    if is_titled(index.row, mention):
        return True
    located = index.row.before(mention.begin) in {"in", "from", "to", "near", "at"}
    return not located and (mention.kind is PERSON or speaks(index.row, mention))


def _title_pronoun(index: NameIndex, mention: NameMention) -> str | None:
    office = index.row.offices.get(mention.title) if mention.title else None
    return office.pronoun if office else None
