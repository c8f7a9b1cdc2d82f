"""Gazetteer match: names of the registry, and names that the text has shown elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ...values import ActorKind
from ._detect_names import is_month
from ._name_mention import NameMention, covered_tokens, name_mention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..registry._name_keys import Key
    from ._token_row import TokenRow

_YEAR_LENGTH = 4
_NAME_TAGS = frozenset({"PROPN", "X"})


def find_known_names(
    row: TokenRow, mentions: list[NameMention], keys_from: Mapping[str, Iterable[Key]], *, widen: bool = False
) -> list[NameMention]:
    """All name mentions with those of known names that the name finder missed.

    Args:
        row: The token row.

        mentions: The mentions so far, in text order.

        keys_from: Known keys by their first word, longest first.

        widen: Whether a known name of several words replaces shorter mentions inside it.

    Returns:
        All mentions in text order, none overlapping.
    """
    taken = covered_tokens(mentions, len(row))
    added: list[NameMention] = []
    position = 0
    while position < len(row):
        words = row.keys[position]
        known = keys_from.get(words[0]) if words else None
        if known is None or (taken[position] and not widen):
            position += 1
            continue
        stop = _longest(row, position, known, lambda p: widen or not taken[p])
        if stop and _follows_year(row, position):
            position = stop
            continue
        mention = name_mention(row, position, stop, None) if stop else None
        if mention is None or not _may_add(row, mention, taken, widen=widen):
            position += 1
            continue
        added.append(mention)
        position = stop
    return _merged(mentions, added) if added else mentions


def keys_of_mentions(row: TokenRow, mentions: Iterable[NameMention]) -> dict[str, list[Key]]:
    """Keys of names found, and of the surnames of persons, by first word, longest first."""
    suffixes = row.classes.names.suffix
    keys: dict[str, set[Key]] = {}
    for mention in mentions:
        keys.setdefault(mention.key[0], set()).add(mention.key)
        is_full = mention.kind is ActorKind.PERSON and len(mention.key) > 1
        if is_full and mention.key[-1] not in suffixes:
            keys.setdefault(mention.key[-1], set()).add(mention.key[-1:])
    return {first: sorted(found, key=lambda key: (-len(key), key)) for first, found in keys.items()}


def _longest(row: TokenRow, begin: int, keys: Iterable[Key], is_free: Callable[[int], bool]) -> int:
    """Where the longest of *keys* that begins at *begin* stops; 0 where none does."""
    if not row.tokens[begin].text[:1].isupper() and not row.tokens[begin].text[:1].isdigit():
        return 0
    limit = row.stops(begin)
    for key in keys:
        position, done = begin, 0
        while done < len(key) and position < limit and is_free(position):
            words = row.keys[position]
            if key[done : done + len(words)] != words:
                break
            done += len(words)
            position += 1
        if done == len(key):
            return position
    return 0


def _follows_year(row: TokenRow, position: int) -> bool:
    """Whether a year stands before a name, which then is part of an event's: "the 2004 Senate election"."""
    before = row.before(position)
    return len(before) == _YEAR_LENGTH and before.isdecimal()


def _may_add(row: TokenRow, mention: NameMention, taken: list[bool], *, widen: bool) -> bool:
    """Whether a match is free, or longer than the name it would replace, and written like a name."""
    inside = [taken[position] for position in range(mention.begin, mention.stop)]
    if widen and any(inside):
        # Only a longer name than the one found: never cut a name that reaches further.
        left_out = mention.begin > 0 and taken[mention.begin] and taken[mention.begin - 1]
        return not all(inside) and not left_out and len(mention.key) > 1
    if any(inside):
        return False
    if mention.stop - mention.begin > 1:
        return True
    if is_month(row, mention):
        return False
    if widen and row.words[mention.begin] in row.classes.names.party and not mention.key[0].isupper():
        return False  # an adjective, "Republican", unless it is an acronym
    return row.tokens[mention.begin].pos in _NAME_TAGS and not _begins_longer_name(row, mention, taken)


def _begins_longer_name(row: TokenRow, mention: NameMention, taken: list[bool]) -> bool:
    """Whether an unknown proper noun follows, so that the word begins a longer name."""
    after = mention.stop
    if after >= row.stops(mention.begin) or taken[after]:
        return False
    return row.tokens[after].pos == "PROPN" and row.tokens[after].text[:1].isupper()


def _merged(mentions: list[NameMention], added: list[NameMention]) -> list[NameMention]:
    """Both lists in text order; where two overlap, the added one replaces the other."""
    kept = []
    index = 0
    for mention in mentions:
        while index < len(added) and added[index].stop <= mention.begin:
            index += 1
        if index < len(added) and added[index].begin < mention.stop:
            longer = added[index]
            added[index] = evolve(
                longer, kind=longer.kind or mention.kind, title=longer.title or mention.title
            )
            continue
        kept.append(mention)
    return sorted([*kept, *added], key=lambda mention: mention.begin)
