"""He or she: from the registry, titles, and given names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import ActorKind
from ..mentions._noun_phrases import same_office
from ..registry._builtin import given_names, offices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..registry._entries import Entry
    from ..registry._registry import Registry
    from ._article_context import ArticleContext
    from ._entity import Entity


def infer_genders(entities: Iterable[Entity], context: ArticleContext) -> None:
    """Note each person's pronoun and states, where the registry, a title or a given name tells."""
    registry = context.registry
    for entity in entities:
        if entity.kind is not ActorKind.PERSON:
            continue
        entry = entity.entry or _entry_of(entity, registry)
        if entry is not None:
            take_over_entry(entity, entry, registry)
            if _may_be(entity, entry, context):
                entity.entry = entry
        entity.pronoun = entity.pronoun or _by_title(entity) or _by_given_name(entity)


def _entry_of(entity: Entity, registry: Registry) -> Entry | None:
    if entity.is_ambiguous:
        return None
    for mention in entity.names:
        people = [entry for entry in registry.meant_by(mention.key) if entry.kind is ActorKind.PERSON]
        if len(people) == 1:
            return people[0]
    if all(len(mention.key) == 1 for mention in entity.names):
        namesakes = registry.by_surname.get(entity.names[0].key[0].casefold(), ())
        return namesakes[0] if len(namesakes) == 1 else None
    return None


def _may_be(entity: Entity, entry: Entry, context: ArticleContext) -> bool:
    """Whether somebody is who the registry knows; a lone surname is, where an office or its place says so."""
    if any(entry in context.registry.meant_by(mention.key) for mention in entity.names):
        return True
    titles = {same_office(mention.title) for mention in entity.names if mention.title}
    held = {same_office(tuple(role.title.split())) for role in entry.roles if context.is_held(role)}
    return bool(titles & held) or context.is_at_home(entry)


def take_over_entry(entity: Entity, entry: Entry, registry: Registry) -> None:
    """Note what the registry knows of somebody: pronoun, states, parties."""
    entity.pronoun = entry.pronoun
    entity.parties.update(entry.parties)
    for role in entry.roles:
        body = registry.body_of(role)
        if body is not None:
            entity.nations.add(body.id)


def _by_title(entity: Entity) -> str | None:
    table = offices()
    for mention in entity.names:
        office = table.get(mention.title)
        if office is not None and office.pronoun is not None:
            return office.pronoun
    return None


def _by_given_name(entity: Entity) -> str | None:
    table = given_names()
    for mention in sorted(entity.names, key=lambda mention: -len(mention.key)):
        pronoun = table.get(mention.key[0].casefold())
        if pronoun is not None:
            return pronoun
    return None
