"""Groups that demonyms and parties name: "Russians", "the Japanese", "Republicans"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import ActorKind
from ..mentions._name_mention import name_mention
from ._entity import Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..mentions._name_mention import NameMention
    from ..mentions._token_row import TokenRow
    from ..registry._name_tables import NameTables

_PLURAL_ENDINGS = ("s", "men", "women")
_COLLECTIVE_ENDINGS = ("ese", "ish", "sh", "ch", "ss")
_PEOPLE_ENDINGS = ("ans", "ites", "ers", "ards")
_NOUN_TAGS = frozenset({"NOUN", "PROPN", "ADJ"})
_HEADS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def find_demonym_groups(
    row: TokenRow, taken: Sequence[bool], registry: NameTables, first_id: int = 0
) -> tuple[Entity, ...]:
    """Make one entity of each people and party that plural nouns name.

    Args:
        row: The token row.

        taken: Whether each token belongs to a name.

        registry: The known demonyms.

        first_id: Id of the first new entity.
    """
    names: dict[str, list[NameMention]] = {}
    peoples: set[str] = set()
    stop = 0
    for position, word in enumerate(row.words):
        if taken[position] or not row.tokens[position].text[:1].isupper():
            continue
        begin, name = _group_at(row, position, word, registry)
        if not name or begin < stop or taken[begin]:
            continue
        mention = name_mention(row, begin, position + 1, None)
        if mention is None:
            continue
        if name not in names and (row.keys[position] in registry.by_demonym or position > begin):
            peoples.add(name)
        names.setdefault(name, []).append(mention)
        stop = position + 1
    return tuple(
        Entity(
            number,
            ActorKind.GROUP,
            names=tuple(mentions),
            full=mentions[0].key,
            pronoun="they",
            nations=frozenset({name} & peoples),
        )
        for number, (name, mentions) in enumerate(names.items(), first_id)
    )


def _group_at(row: TokenRow, position: int, word: str, registry: NameTables) -> tuple[int, str]:
    """Where a group's name begins, and the id of the state, the party or the people; nothing for no group."""
    if word in row.classes.names.party_plural:
        plain = row.tokens[position].pos in _NOUN_TAGS and not _is_modifier(row, position)
        return position, word if plain else ""
    begin, key = position, row.keys[position]
    if position > row.begins(position):
        pair = row.keys[position - 1] + key
        if pair in registry.by_demonym:
            begin, key = position - 1, pair
    if row.tokens[position].pos not in _NOUN_TAGS or _is_modifier(row, position):
        return position, ""
    entries = registry.by_demonym.get(key)
    if not entries:
        return position, word if _is_unknown_people(row, position) else ""
    plural = (word.endswith(_PLURAL_ENDINGS) and len(word) > 3) or _is_plural(row, position)
    collective = word.endswith(_COLLECTIVE_ENDINGS) and row.before(begin) == "the"
    return begin, entries[0].id if plural or collective else ""


def _is_plural(row: TokenRow, position: int) -> bool:
    """Whether a demonym is plural by its features, in a language whose nouns have case or gender."""
    token = row.tokens[position]
    return token.has("Number=Plur") and ("Case=" in token.feats or "Gender=" in token.feats)


def _is_unknown_people(row: TokenRow, position: int) -> bool:
    """Whether a plural proper noun names a people of no state: "the Tatars", "some Romans"."""
    token = row.tokens[position]
    plural = token.pos == "PROPN" and token.has("Number=Plur")
    return plural and row.words[position].endswith(_PEOPLE_ENDINGS)


def _is_modifier(row: TokenRow, position: int) -> bool:
    """Whether the demonym modifies a noun behind it: "the Chinese army"."""
    after = position + 1
    if after >= row.stops(position):
        return False
    if row.words[after] in {"and", "or"} and row.words[position].endswith(_COLLECTIVE_ENDINGS):
        return True
    return row.tokens[after].pos in _HEADS or row.words[after] == "-"
