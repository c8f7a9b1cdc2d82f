"""Noun phrases around a common noun: "the Russian president", "the firm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from ...lexicon._class_tables import NameWords

OFFICE, PERSON_NOUN, BODY, SITE, GOVERNMENT, THING = "office", "person", "body", "site", "government", "thing"
"""Classes of nouns: offices, other people, organizations, places, "government", and all others."""


@frozen(eq=False)
class NounPhrase:
    """A noun phrase around a common noun.

    Args:
        begin: Position of its first token, determiner included.

        head: Position of the noun.

        sort: Class of the noun: one of the constants above.

        words: The office, or the noun's lemma alone.

        nation: Id of the state whose demonym, name or party goes with it.

        party: The party whose adjective goes with it.

        definite: Whether a definite determiner or a possessive stands before the noun.

        plural: Whether the noun is plural.

        former: Whether "former" or the like stands before the noun.

        pronoun: ``he`` or ``she`` where the noun implies it.

        owned: Whether a possessive stands before the noun.

        speakers: Whether that is a possessive of the first or second person: "my brother".

        followed: Whether "of", "for" or a relative clause follows the noun.

        predicate: Whether it is predicative: "is the capital", "as president".

        modified: Whether adjectives or nouns that are no part of the office stand before the noun.

        compound: Whether one of those is a noun or a numeral: "the band leader", "the first mayor".

        member: Whether the noun is the adjective of a state or a party: "the American".
    """

    begin: int
    head: int
    sort: str
    words: tuple[str, ...]
    nation: str | None = None
    party: str | None = None
    definite: bool = False
    plural: bool = False
    former: bool = False
    pronoun: str | None = None
    owned: bool = False
    speakers: bool = False
    followed: bool = False
    predicate: bool = False
    modified: bool = False
    compound: bool = False
    member: bool = False

    @property
    def stop(self) -> int:
        """Position just past the noun."""
        return self.head + 1


def same_office(words: tuple[str, ...], names: NameWords) -> tuple[str, ...]:
    """The office under one name: ``("ceo",)`` is ``("chief", "executive")``."""
    last = names.title_variant.get(words[-1], words[-1]) if words else ""
    return (*words[:-1], *last.split())
