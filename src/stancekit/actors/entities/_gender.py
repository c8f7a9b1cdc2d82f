"""Gender: the pronoun of a person, from titles and given names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ..registry._builtin import given_names, offices

if TYPE_CHECKING:
    from ._entity import Entity


def infer_gender(person: Entity) -> Entity:
    """A person with the pronoun that a title or else a given name tells, where none is known."""
    if person.pronoun:
        return person
    return evolve(person, pronoun=_by_title(person) or _by_given_name(person))


def _by_title(person: Entity) -> str | None:
    table = offices()
    for mention in person.names:
        office = table.get(mention.title)
        if office is not None and office.pronoun is not None:
            return office.pronoun
    return None


def _by_given_name(person: Entity) -> str | None:
    table = given_names()
    for mention in sorted(person.names, key=lambda mention: -len(mention.key)):
        pronoun = table.get(mention.key[0].casefold())
        if pronoun is not None:
            return pronoun
    return None
