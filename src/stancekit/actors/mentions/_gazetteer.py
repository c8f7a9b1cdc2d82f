"""Finding known names in the text: the registry's, and those of actors already found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._words import NAME_SUFFIXES, PARTIES
from ...values import ActorKind
from ._detect_names import is_month
from ._name_mention import Mark, covered, mark_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..registry._name_keys import Key
    from ._token_row import Page

_YEAR_LENGTH = 4
_NAME_TAGS = frozenset({"PROPN", "X"})


def add_known(
    page: Page, marks: list[Mark], keys_from: Mapping[str, Iterable[Key]], *, widen: bool = False
) -> list[Mark]:
    """Add mentions of known names that the name finder missed.

    Args:
        page: The page.

        marks: The mentions so far, in text order.

        keys_from: Known keys by their first word, longest first.

        widen: Whether a known name of several words replaces shorter mentions inside it.

    Returns:
        All mentions in text order, none overlapping.
    """
    taken = covered(marks, len(page))
    added: list[Mark] = []
    position = 0
    while position < len(page):
        words = page.keys[position]
        known = keys_from.get(words[0]) if words else None
        if known is None or (taken[position] and not widen):
            position += 1
            continue
        stop = _longest(page, position, known, lambda p: widen or not taken[p])
        if stop and _follows_year(page, position):
            position = stop
            continue
        mark = mark_of(page, position, stop, None) if stop else None
        if mark is None or not _may_add(page, mark, taken, widen=widen):
            position += 1
            continue
        added.append(mark)
        position = stop
    return _merged(marks, added) if added else marks


def own_keys(marks: Iterable[Mark]) -> dict[str, list[Key]]:
    """Keys of names found, and of the surnames of persons, by first word, longest first."""
    keys: dict[str, set[Key]] = {}
    for mark in marks:
        keys.setdefault(mark.key[0], set()).add(mark.key)
        if mark.kind is ActorKind.PERSON and len(mark.key) > 1 and mark.key[-1] not in NAME_SUFFIXES:
            keys.setdefault(mark.key[-1], set()).add(mark.key[-1:])
    return {first: sorted(found, key=lambda key: (-len(key), key)) for first, found in keys.items()}


def _longest(page: Page, begin: int, keys: Iterable[Key], is_free: Callable[[int], bool]) -> int:
    """Where the longest of *keys* that begins at *begin* stops; 0 where none does."""
    if not page.tokens[begin].text[:1].isupper() and not page.tokens[begin].text[:1].isdigit():
        return 0
    limit = page.stops(begin)
    for key in keys:
        position, done = begin, 0
        while done < len(key) and position < limit and is_free(position):
            words = page.keys[position]
            if key[done : done + len(words)] != words:
                break
            done += len(words)
            position += 1
        if done == len(key):
            return position
    return 0


def _follows_year(page: Page, position: int) -> bool:
    """Whether a name is part of an event's: "the 2004 European Parliament election"."""
    before = page.before(position)
    return len(before) == _YEAR_LENGTH and before.isdecimal()


def _may_add(page: Page, mark: Mark, taken: list[bool], *, widen: bool) -> bool:
    inside = [taken[position] for position in range(mark.begin, mark.stop)]
    if widen and any(inside):
        # Only a longer name than the one found: never cut a name that reaches further.
        left_out = mark.begin > 0 and taken[mark.begin] and taken[mark.begin - 1]
        return not all(inside) and not left_out and len(mark.key) > 1
    if any(inside):
        return False
    if mark.stop - mark.begin > 1:
        return True
    if is_month(page, mark):
        return False
    if widen and page.lower[mark.begin] in PARTIES and page.lower[mark.begin] != "gop":
        return False
    return page.tokens[mark.begin].pos in _NAME_TAGS and not _goes_on(page, mark, taken)


def _goes_on(page: Page, mark: Mark, taken: list[bool]) -> bool:
    """Whether the word begins a longer name that nobody found: "Heaven" in "Heaven Sent Gaming"."""
    after = mark.stop
    if after >= page.stops(mark.begin) or taken[after]:
        return False
    return page.tokens[after].pos == "PROPN" and page.tokens[after].text[:1].isupper()


def _merged(marks: list[Mark], added: list[Mark]) -> list[Mark]:
    """Both lists in text order; where two overlap, the added one stays."""
    kept = []
    index = 0
    for mark in marks:
        while index < len(added) and added[index].stop <= mark.begin:
            index += 1
        if index < len(added) and added[index].begin < mark.stop:
            added[index].kind = added[index].kind or mark.kind
            if not added[index].title:
                added[index].title = mark.title
            continue
        kept.append(mark)
    return sorted([*kept, *added], key=lambda mark: mark.begin)
