"""The entities by the nouns that may describe them, so that each noun phrase is compared with few."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import Factory, define

from ...values import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...lexicon._word_classes import WordClasses
    from ..entities._entity import Entity, OfficeKey
    from ..registry._name_tables import NameTables


@define(eq=False)
class NominalIndex:
    """Entities by noun; each list in the order of the entities. It lives as long as one text is read.

    Attributes:
        classes: The word classes of the text's language.

        by_office: Persons by the last word of an office that the article claims for them.

        by_nation: Persons of the registry with a role in a state or a body, by its id.

        bodies: Organizations by the nouns of their names and roles.

        companies: Organizations that are companies.

        sites: Places by the nouns of their names and roles.

        towns: Places that are no states, named more than once.

        plain: Towns whose names do not tell what they are: "Leeds", but not "Ash Park".

        untyped: Places of unknown sort.

        states: States by id.

        peoples: Peoples by the id of their state.

        unnamed: Unnamed holders of offices, by office.

        nouns: Nouns of names and roles, by the id of an organization or a place.
    """

    classes: WordClasses
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
    unnamed: dict[OfficeKey, Entity] = Factory(dict)
    nouns: dict[int, set[str]] = Factory(dict)

    @classmethod
    def of(cls, entities: Iterable[Entity], registry: NameTables, classes: WordClasses) -> NominalIndex:
        """Index entities whose roles are known."""
        index = cls(classes)
        for entity in entities:
            if entity.entry is not None and entity.is_state:
                index.states.setdefault(entity.entry.id, entity)
            if entity.kind is ActorKind.PERSON:
                index._add_person(entity, registry)
            elif entity.kind is ActorKind.ORGANIZATION:
                index._add_organization(entity)
            elif entity.kind is ActorKind.PLACE:
                index._add_place(entity)
            else:
                for nation in entity.nations:
                    index.peoples.setdefault(nation, entity)
        return index

    def _add_person(self, entity: Entity, registry: NameTables) -> None:
        if entity.office is not None:
            self.unnamed[entity.office] = entity
        for word in dict.fromkeys(claim.words[-1] for claim in entity.claims):
            self.by_office[word].append(entity)
        bodies = [registry.body_of(role) for role in entity.entry.roles] if entity.entry else []
        for body in dict.fromkeys(body.id for body in bodies if body is not None):
            self.by_nation[body].append(entity)

    def _add_organization(self, entity: Entity) -> None:
        nouns = self.nouns[entity.id] = _nouns_of(entity)
        for noun in sorted(nouns):
            self.bodies[noun].append(entity)
        if nouns & self.classes.names.company_ending or nouns & self.classes.nouns.company:
            self.companies.append(entity)

    def _add_place(self, entity: Entity) -> None:
        nouns = self.nouns[entity.id] = _nouns_of(entity)
        for noun in sorted(nouns):
            self.sites[noun].append(entity)
        if entity.entry is not None or len(entity.names) < 2:
            return
        if not nouns & (self.classes.nouns.place | self.classes.names.place_ending):
            self.untyped.append(entity)
        self.towns.append(entity)
        if not nouns & self.classes.names.place_ending:
            self.plain.append(entity)

    def describe(self, organization: Entity, noun: str) -> None:
        """Note that the article describes an organization by a noun."""
        self.nouns[organization.id].add(noun)
        self.bodies[noun].append(organization)
        if noun in self.classes.nouns.company:
            self.companies.append(organization)

    def is_typed(self, organization: Entity) -> bool:
        """Whether the name or the article tells what sort of organization it is."""
        named = {mention.key[-1].casefold() for mention in organization.names}
        known, classes = named | self.nouns[organization.id], self.classes
        return bool(known & classes.nouns.organization or known & classes.names.organization_ending)


def _nouns_of(entity: Entity) -> set[str]:
    """Lower-case nouns of an entity's roles, and the first and last words of its longer names."""
    nouns = {claim.words[-1] for claim in entity.claims}
    for key in {mention.key for mention in entity.names}:
        if len(key) > 1:
            nouns |= {key[0].casefold(), key[-1].casefold()}
    return nouns
