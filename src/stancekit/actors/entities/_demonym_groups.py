"""Peoples and parties: "Russians", "the Japanese", "the American people", "Republicans"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._words import PARTY_GROUPS
from ...values import ActorKind
from ..mentions._name_mention import mark_of
from ._entity import Draft

if TYPE_CHECKING:
    from ..mentions._token_row import Page
    from ..registry._registry import Registry

_PLURAL_ENDINGS = ("s", "men", "women")
_COLLECTIVE_ENDINGS = ("ese", "ish", "sh", "ch", "ss")
_PEOPLE_ENDINGS = ("ans", "ites", "ers", "ards")
_NOUN_TAGS = frozenset({"NOUN", "PROPN", "ADJ"})
_HEADS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def find_groups(page: Page, taken: list[bool], registry: Registry) -> list[Draft]:
    """One draft for each people and party that plural nouns name.

    Args:
        page: The page.

        taken: Whether each token belongs to a name; the groups' tokens are added to it.

        registry: Knows the demonyms.
    """
    groups: dict[str, Draft] = {}
    for position, word in enumerate(page.lower):
        if taken[position] or not page.tokens[position].text[:1].isupper():
            continue
        begin, name = _group_at(page, position, word, registry)
        mark = mark_of(page, begin, position + 1, None) if name and not taken[begin] else None
        if mark is None:
            continue
        if name not in groups:
            groups[name] = Draft(ActorKind.GROUP, full=mark.key, pronoun="they")
            if page.keys[position] in registry.by_demonym or position > begin:
                groups[name].nations.add(name)
        groups[name].marks.append(mark)
        taken[begin : position + 1] = [True] * (position + 1 - begin)
    return list(groups.values())


def _group_at(page: Page, position: int, word: str, registry: Registry) -> tuple[int, str]:
    """Where the group's name begins, and the state's id or the party; an empty name for none."""
    if word in PARTY_GROUPS:
        plain = page.tokens[position].pos in _NOUN_TAGS and not _goes_on(page, position)
        return position, word if plain else ""
    begin, key = position, page.keys[position]
    if position > page.begins(position):
        pair = page.keys[position - 1] + key
        if pair in registry.by_demonym:
            begin, key = position - 1, pair
    if page.tokens[position].pos not in _NOUN_TAGS or _goes_on(page, position):
        return position, ""
    entries = registry.by_demonym.get(key)
    if not entries:
        return position, word if _is_unknown_people(page, position) else ""
    plural = (word.endswith(_PLURAL_ENDINGS) and len(word) > 3) or _is_plural(page, position)
    collective = word.endswith(_COLLECTIVE_ENDINGS) and page.before(begin) == "the"
    return begin, entries[0].id if plural or collective else ""


def _is_plural(page: Page, position: int) -> bool:
    """Whether features make several of a demonym, in a language whose nouns have more of them than number."""
    token = page.tokens[position]
    return token.has("Number=Plur") and ("Case=" in token.feats or "Gender=" in token.feats)


def _is_unknown_people(page: Page, position: int) -> bool:
    """Whether a plural proper noun names a people of no state: "the Tatars", "some Romans"."""
    token = page.tokens[position]
    plural = token.pos == "PROPN" and token.has("Number=Plur")
    return plural and page.lower[position].endswith(_PEOPLE_ENDINGS)


def _goes_on(page: Page, position: int) -> bool:
    """Whether a noun follows that the word would describe: "the Chinese army"."""
    after = position + 1
    if after >= page.stops(position):
        return False
    if page.lower[after] in {"and", "or"} and page.lower[position].endswith(_COLLECTIVE_ENDINGS):
        return True
    return page.tokens[after].pos in _HEADS or page.lower[after] == "-"
