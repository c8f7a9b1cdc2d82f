"""Gender: the pronoun of a person, from titles and given names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ..registry._builtin import given_names

if TYPE_CHECKING:
    from ..mentions._token_row import TokenRow
    from ._entity import Entity


def infer_gender(row: TokenRow, person: Entity) -> Entity:
    """A person with the pronoun that a title or else a given name tells, where none is known."""
    if person.pronoun:
        return person
    return evolve(person, pronoun=_by_title(row, person) or _by_given_name(person))


def _by_title(row: TokenRow, person: Entity) -> str | None:
    for mention in person.names:
        office = row.offices.get(mention.title)
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
