"""The tables that ship with the room, read when first needed."""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from attrs import frozen

from ...values import ActorKind
from ._entries import Entry, Role
from ._name_keys import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...lexicon._word_classes import WordClasses

UNIONS = frozenset({"European Union"})
"""Rows of the table of states that are organizations."""


@frozen
class Office:
    """A role noun: what the table of roles says of it.

    Args:
        pronoun: ``he`` or ``she`` where the noun implies it.

        is_title: Whether it may stand before a name.
    """

    pronoun: str | None
    is_title: bool


def _rows(name: str) -> Iterator[dict[str, str]]:
    table = resources.files(__package__) / "data" / f"{name}.tsv"
    lines = table.read_text(encoding="utf-8").split("\n")
    yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part and part != "-")


def _known(cell: str) -> str | None:
    return None if cell == "-" else cell


def _pronoun(cell: str) -> str | None:
    return cell if cell in {"he", "she"} else None


@cache
def given_names() -> dict[str, str | None]:
    """Given names by key: ``he``, ``she``, or `None` for names of both."""
    return {"".join(words_of(row["name"])): _pronoun(row["pronoun"]) for row in _rows("persons_given")}


@lru_cache(maxsize=4)
def offices_in(classes: WordClasses) -> Mapping[tuple[str, ...], Office]:
    """Role nouns by their words: those of the table, and the honorifics of a language's word classes.

    Example:
        >>> from stancekit.lexicon import WordClasses
        >>> rows = [("Frau", "honorific")]
        >>> german = WordClasses.of({"name_words": rows, "noun_classes": [("Frau", "person", "she")]})
        >>> offices_in(german)["frau",]
        Office(pronoun='she', is_title=True)
    """
    persons = classes.nouns.person
    found: dict[tuple[str, ...], Office] = {
        (word,): Office(persons.get(word), is_title=True) for word in classes.names.honorific
    }
    return found | offices()


@cache
def offices() -> dict[tuple[str, ...], Office]:
    """Role nouns of the table by their words: ``("prime", "minister")``."""
    table = {}
    for row in _rows("roles"):
        words = tuple(word.rstrip(".") for word in row["role"].lower().replace("-", " ").split())
        table[words] = Office(_pronoun(row["pronoun"]), row["title"] == "yes")
    return table


def entries() -> Iterator[Entry]:
    """The built-in registry: states, then organizations, then office holders."""
    yield from map(_state, _rows("states"))
    yield from map(_organization, _rows("organizations"))
    yield from _office_holders()


def _id(name: str) -> str:
    return "-".join(words_of(name)).lower()


def _state(row: dict[str, str]) -> Entry:
    name = row["name"]
    return Entry(
        _id(name),
        name,
        ActorKind.ORGANIZATION if name in UNIONS else ActorKind.PLACE,
        aliases=_several(row["aliases"]),
        pronoun="it",
        demonyms=_several(row["demonyms"]),
        capitals=_several(row["capital"]),
        seats=_several(row["seats"]),
        ambiguous=row["ambiguous"] == "yes",
    )


def _organization(row: dict[str, str]) -> Entry:
    return Entry(_id(row["name"]), row["name"], row["kind"], aliases=_several(row["aliases"]), pronoun="it")


def _office_holders() -> Iterator[Entry]:
    """One entry for each person, with all terms of the table."""
    terms: dict[str, list[dict[str, str]]] = {}
    for row in _rows("office_holders"):
        terms.setdefault(_several(row["person"])[0], []).append(row)
    for name, rows in terms.items():
        aliases = dict.fromkeys(alias for row in rows for alias in _several(row["person"]))
        yield Entry(
            _id(name),
            name,
            ActorKind.PERSON,
            aliases=[alias for alias in aliases if alias != name],
            pronoun=_pronoun(rows[0]["pronoun"]),
            parties=dict.fromkeys(party for row in rows for party in _several(row["party"])),
            roles=[Role(row["role"], row["state"], _known(row["start"]), _known(row["end"])) for row in rows],
        )
