"""The actors by what descriptions call them, so that each description asks few of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import Factory, define

from ...lexicon._words import (
    COMPANY_NOUNS,
    COMPANY_SUFFIXES,
    ORGANIZATION_NOUNS,
    ORGANIZATION_WORDS,
    PLACE_NOUNS,
    PLACE_WORDS,
)
from ...values import ActorKind
from ..entities._entity import RoleClaim

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..entities._entity import Entity
    from ..entities._office_holders import Post
    from ..registry._registry import Registry


@define(eq=False)
class NominalIndex:
    """Drafts by words; each list in order of first mention.

    Attributes:
        by_office: Persons by the last word of an office that the article gives them.

        by_nation: Persons whom the registry knows as somebody of a state, by its id.

        bodies: Organizations by the nouns they go by.

        companies: Organizations that are firms.

        sites: Places by the nouns they go by.

        towns: Places that are no states, named more than once.

        plain: Those of them whose names don't say what they are: "Leeds", but not "Ash Park".

        untyped: Places of which nothing tells what sort they are.

        states: States by id.

        peoples: Peoples by the id of their state.

        posts: Persons of whom only the office is known, by it.
    """

    by_office: dict[str, list[Entity]] = Factory(lambda: defaultdict(list))
    by_nation: dict[str, list[Entity]] = Factory(lambda: defaultdict(list))
    bodies: dict[str, list[Entity]] = Factory(lambda: defaultdict(list))
    companies: list[Entity] = Factory(list)
    sites: dict[str, list[Entity]] = Factory(lambda: defaultdict(list))
    towns: list[Entity] = Factory(list)
    plain: list[Entity] = Factory(list)
    untyped: list[Entity] = Factory(list)
    states: dict[str, Entity] = Factory(dict)
    peoples: dict[str, Entity] = Factory(dict)
    posts: Mapping[Post, Entity] = Factory(dict)

    @classmethod
    def of(
        cls, entities: Iterable[Entity], registry: Registry, posts: Mapping[Post, Entity] | None = None
    ) -> NominalIndex:
        """Index entities whose facts are known."""
        index = cls(posts=posts or {})
        for entity in entities:
            if entity.entry is not None and entity.entry.is_state:
                index.states.setdefault(entity.entry.id, entity)
            if entity.kind is ActorKind.PERSON:
                index._add_person(entity, registry)
            elif entity.kind is ActorKind.ORGANIZATION:
                index._add_body(entity)
            elif entity.kind is ActorKind.PLACE:
                index._add_site(entity)
            else:
                for nation in entity.nations:
                    index.peoples.setdefault(nation, entity)
        return index

    def _add_person(self, entity: Entity, registry: Registry) -> None:
        for word in dict.fromkeys(claim.words[-1] for claim in entity.claims):
            self.by_office[word].append(entity)
        bodies = [registry.body_of(role) for role in entity.entry.roles] if entity.entry else []
        for body in dict.fromkeys(body.id for body in bodies if body is not None):
            self.by_nation[body].append(entity)

    def _add_body(self, entity: Entity) -> None:
        nouns = goes_by(entity)
        for noun in sorted(nouns):
            self.bodies[noun].append(entity)
        if nouns & COMPANY_SUFFIXES or nouns & COMPANY_NOUNS:
            self.companies.append(entity)

    def learn(self, entity: Entity, noun: str) -> None:
        """Note that the article calls an organization so, and go on calling it so."""
        entity.claims.append(RoleClaim((noun,)))
        self.bodies[noun].append(entity)
        if noun in COMPANY_NOUNS:
            self.companies.append(entity)

    def _add_site(self, entity: Entity) -> None:
        nouns = goes_by(entity)
        for noun in sorted(nouns):
            self.sites[noun].append(entity)
        if entity.entry is None and len(entity.names) > 1 and not nouns & (PLACE_NOUNS | PLACE_WORDS):
            self.untyped.append(entity)
        if entity.entry is None and len(entity.names) > 1:
            self.towns.append(entity)
            if not nouns & PLACE_WORDS:
                self.plain.append(entity)


def is_typed(entity: Entity) -> bool:
    """Whether it is known what sort of organization it is."""
    named = {mention.key[-1].casefold() for mention in entity.names}
    return bool((named | goes_by(entity)) & (ORGANIZATION_NOUNS | ORGANIZATION_WORDS))


def goes_by(entity: Entity) -> set[str]:
    """Lower-case nouns that the article or the name itself uses for an organization or a place."""
    nouns = {claim.words[-1] for claim in entity.claims}
    for key in {mention.key for mention in entity.names}:
        if len(key) > 1:
            nouns |= {key[0].casefold(), key[-1].casefold()}
    return nouns
