"""Peoples and parties: "Russians", "the Japanese", "the American people", "Republicans"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._words import PARTY_GROUPS
from ...values import ActorKind
from ..mentions._name_mention import name_mention
from ._entity import Entity

if TYPE_CHECKING:
    from ..mentions._token_row import TokenRow
    from ..registry._registry import Registry

_PLURAL_ENDINGS = ("s", "men", "women")
_COLLECTIVE_ENDINGS = ("ese", "ish", "sh", "ch", "ss")
_PEOPLE_ENDINGS = ("ans", "ites", "ers", "ards")
_NOUN_TAGS = frozenset({"NOUN", "PROPN", "ADJ"})
_HEADS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def find_demonym_groups(row: TokenRow, taken: list[bool], registry: Registry) -> list[Entity]:
    """One entity for each people and party that plural nouns name.

    Args:
        row: The token row.

        taken: Whether each token belongs to a name; the groups' tokens are added to it.

        registry: Knows the demonyms.
    """
    groups: dict[str, Entity] = {}
    for position, word in enumerate(row.words):
        if taken[position] or not row.tokens[position].text[:1].isupper():
            continue
        begin, name = _group_at(row, position, word, registry)
        mention = name_mention(row, begin, position + 1, None) if name and not taken[begin] else None
        if mention is None:
            continue
        if name not in groups:
            groups[name] = Entity(ActorKind.GROUP, full=mention.key, pronoun="they")
            if row.keys[position] in registry.by_demonym or position > begin:
                groups[name].nations.add(name)
        groups[name].names.append(mention)
        taken[begin : position + 1] = [True] * (position + 1 - begin)
    return list(groups.values())


def _group_at(row: TokenRow, position: int, word: str, registry: Registry) -> tuple[int, str]:
    """Where the group's name begins, and the state's id or the party; an empty name for none."""
    if word in PARTY_GROUPS:
        plain = row.tokens[position].pos in _NOUN_TAGS and not _goes_on(row, position)
        return position, word if plain else ""
    begin, key = position, row.keys[position]
    if position > row.begins(position):
        pair = row.keys[position - 1] + key
        if pair in registry.by_demonym:
            begin, key = position - 1, pair
    if row.tokens[position].pos not in _NOUN_TAGS or _goes_on(row, position):
        return position, ""
    entries = registry.by_demonym.get(key)
    if not entries:
        return position, word if _is_unknown_people(row, position) else ""
    plural = (word.endswith(_PLURAL_ENDINGS) and len(word) > 3) or _is_plural(row, position)
    collective = word.endswith(_COLLECTIVE_ENDINGS) and row.before(begin) == "the"
    return begin, entries[0].id if plural or collective else ""


def _is_plural(row: TokenRow, position: int) -> bool:
    """Whether features make several of a demonym, in a language whose nouns have more of them than number."""
    token = row.tokens[position]
    return token.has("Number=Plur") and ("Case=" in token.feats or "Gender=" in token.feats)


def _is_unknown_people(row: TokenRow, position: int) -> bool:
    """Whether a plural proper noun names a people of no state: "the Tatars", "some Romans"."""
    token = row.tokens[position]
    plural = token.pos == "PROPN" and token.has("Number=Plur")
    return plural and row.words[position].endswith(_PEOPLE_ENDINGS)


def _goes_on(row: TokenRow, position: int) -> bool:
    """Whether a noun follows that the word would describe: "the Chinese army"."""
    after = position + 1
    if after >= row.stops(position):
        return False
    if row.words[after] in {"and", "or"} and row.words[position].endswith(_COLLECTIVE_ENDINGS):
        return True
    return row.tokens[after].pos in _HEADS or row.words[after] == "-"
