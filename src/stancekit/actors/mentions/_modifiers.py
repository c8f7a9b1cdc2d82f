"""What stands around a noun: determiners, possessives, adjectives, and "of Russia" behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from ...language._function_words import DEFINITE, DEMONSTRATIVE_PLURAL, ORDINALS, OWNERS, POSSESSIVE_MARKS
from ..registry._name_keys import key_of
from ._noun_phrase import OFFICE
from ._token_row import ARGUMENTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..registry._name_tables import NameTables
    from ._token_row import TokenRow

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "X"})
_HEADS = ARGUMENTS | {"nmod", "root"}
"""Relations of a noun that is the head of a phrase."""

_POSTMODIFIERS = frozenset({"of", "for", "who", "that", "which", "whose"})
_ADDRESSING = frozenset({"mr", "mr.", "madam", "madame"})
"""Before an office these call its holder: "Mr. President"."""

_DETERMINERS = DEFINITE | DEMONSTRATIVE_PLURAL | OWNERS | {"a", "an"}
_LONGEST_PHRASE = 9
"""Tokens before a noun that are looked at, at most."""

_LONGEST_COMPLEMENT = 5
"""Tokens behind "of" that are searched for a state, at most."""


@define
class Modifiers:
    """The modifiers before a noun; each attribute is as in `NounPhrase`.

    Attributes:
        begin: Position of the first token of the phrase.

        nation: Id of a state.

        party: A party.

        definite: Whether a definite determiner or a possessive stands there.

        owned: Whether a possessive does.

        speakers: Whether it is the speaker's or the addressee's.

        former: Whether "former" or the like stands there.

        modified: Whether other words stand there.

        compound: Whether one of those is a noun or a numeral.
    """

    begin: int
    nation: str | None = None
    party: str | None = None
    definite: bool = False
    owned: bool = False
    speakers: bool = False
    former: bool = False
    modified: bool = False
    compound: bool = False


def modifiers_before(
    row: TokenRow,
    head: int,
    begin: int,
    nations: Mapping[int, str],
    registry: NameTables,
    *,
    sort: str,
    plural: bool = False,
) -> Modifiers:
    """Read the modifiers before a noun.

    Args:
        row: The token row.

        head: Position of the noun.

        begin: Position where the noun, or the office that ends with it, begins.

        nations: State ids by the position of the last token of a state's name.

        registry: The known demonyms.

        sort: Class of the noun.

        plural: Whether it is plural.
    """
    found = Modifiers(begin)
    floor = max(row.begins(head), head - _LONGEST_PHRASE)
    position = begin - 1
    while position >= floor:
        word, token = row.words[position], row.tokens[position]
        if word == "that" and (plural or token.pos == "SCONJ"):
            break  # a conjunction: "said that Afghan women ..."
        if word in _DETERMINERS or (word in _ADDRESSING and sort == OFFICE):
            _note_determiner(found, word)
            position -= 1
            break
        if word in POSSESSIVE_MARKS:
            found.definite = found.owned = True
            found.nation = found.nation or nations.get(position - 1)
            break
        if word != "-" and token.pos not in _INSIDE and token.dep not in {"amod", "advmod"}:
            break
        if token.relation in _HEADS and not position < row.head(position) <= head:
            break  # another phrase: "the changes lawmakers expect"
        _note_modifier(found, row, position, nations, registry)
        position -= 1
    found.begin = position + 1
    return found


def _note_determiner(found: Modifiers, word: str) -> None:
    found.definite = word not in {"a", "an"}
    found.owned = found.owned or word in OWNERS
    found.speakers = word in {"my", "our", "your"}


def _note_modifier(
    found: Modifiers, row: TokenRow, position: int, nations: Mapping[int, str], registry: NameTables
) -> None:
    word, token = row.words[position], row.tokens[position]
    if word in row.classes.adjectives.former:
        found.former = True
        return
    nation, party = state_and_party(row, position, nations, registry)
    if nation is not None or party is not None:
        found.nation, found.party = found.nation or nation, found.party or party
    elif word != "-":
        found.modified = True
        narrowing = token.pos in {"NOUN", "PROPN"} or word in ORDINALS or word in row.classes.names.deputy
        found.compound = found.compound or narrowing


def state_and_party(
    row: TokenRow, position: int, nations: Mapping[int, str], registry: NameTables
) -> tuple[str | None, str | None]:
    """Id of the state and the party that a name, a demonym or a party's adjective at *position* tells."""
    nation = nations.get(position)
    table = registry.by_demonym
    key = row.keys[position]
    if nation is None and key in table:
        pair = (row.keys[position - 1] + key) if position > row.begins(position) else key
        nation = (table.get(pair) or table[key])[0].id
    party = (
        row.classes.names.party.get(row.words[position]) if row.tokens[position].text[:1].isupper() else None
    )
    if party is None or nation is not None:
        return nation, None
    states = registry.by_name.get(key_of(row.classes.names.party_state.get(party, party)), ())
    return (states[0].id if states and party in row.classes.names.party_state else None), party


def modifiers_behind(row: TokenRow, head: int, nations: Mapping[int, str]) -> tuple[bool, str | None]:
    """Whether "of", "for" or a relative clause follows the noun, and the state in "of Russia"."""
    position, limit = head + 1, row.stops(head)
    if position >= limit or row.words[position] not in _POSTMODIFIERS:
        return False, None
    if row.words[position] not in {"of", "for"}:
        return True, None
    for after in range(position + 1, min(position + 1 + _LONGEST_COMPLEMENT, limit)):
        if after in nations:
            return True, nations[after]
        if row.tokens[after].pos not in {"DET", "PROPN", "ADJ"}:
            break
    return True, None
