"""From an extracted text back to the page it was taken from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from attrs import define, frozen

from ..values import SourceMap, Span
from ._markup import Characters, characters_of_markup, characters_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DISTINCT = 40
"""A line of this many visible characters hardly stands twice on a page, so it may be sought anywhere."""

_REACH = 20_000
"""How many visible characters of the page around its neighbours a line is sought in."""

_FAR_SEARCHES = 200
"""How many lines may be sought on the whole page, to keep a hostile one from taking quadratic time."""

_CHUNK = 16
"""Visible characters that must agree where a line stands on the page only in part."""

_BLOCK = 4096
"""Visible characters compared at a time."""

_MISSED_CHUNKS = 500
"""How many chunks of all lines together may be sought in vain."""


@frozen
class _Match:
    """Visible characters that the text and the page share: where in each, and how many."""

    text: int
    page: int
    length: int


@define
class _Budget:
    """What is left of the searches that may go far."""

    far_searches: int = _FAR_SEARCHES
    missed_chunks: int = _MISSED_CHUNKS


def align(text: str, markup: str) -> SourceMap:
    """Map a text, a paragraph a line, to the page that it was extracted from.

    Whitespace is not compared. Lines are found whole where they can be, else in parts; order is kept.

    Args:
        text: The extracted text.

        markup: The page, decoded.

    Example:
        >>> origin = align("Fish & chips", "<p>Fish &amp; <b>chips</b></p>")
        >>> origin.locate(Span(5, 12))
        Span(8, 22)
    """
    here, there = characters_of_text(text), characters_of_markup(markup)
    matches = _matches(here.key, _line_ranges(text, here), there.key)
    return SourceMap(piece for match in matches for piece in _pieces(match, here, there, text, markup))


def _line_ranges(text: str, here: Characters) -> list[tuple[int, int]]:
    """The visible characters of each line that has any, as ranges of the key."""
    ranges, begin, at = [], 0, 0
    for line in text.split("\n"):
        at += len(line)
        end = bisect_left(here.starts, at, begin)
        if begin < end:
            ranges.append((begin, end))
        begin, at = end, at + 1
    return ranges


def _matches(key: str, lines: Sequence[tuple[int, int]], page: str) -> list[_Match]:
    budget = _Budget()
    anchors = _in_order(_anchors(key, lines, page, budget))
    limits = [anchor.text for anchor in anchors]
    # Before the first long line, the nearest to the story is meant, not one in the menu.
    head = [line for line in lines if limits and line[1] <= limits[0]]
    found = _backwards(key, head, page, anchors[0].page) if head else []
    low = 0
    for begin, end in lines[len(head) :]:
        position = bisect_left(limits, begin)
        if position < len(anchors) and limits[position] == begin:
            found.append(anchors[position])
        else:
            high = anchors[position].page if position < len(anchors) else len(page)
            found.extend(_near(key[begin:end], begin, page, (low, high), budget))
        low = found[-1].page + found[-1].length if found else 0
    return found


def _backwards(key: str, lines: Sequence[tuple[int, int]], page: str, high: int) -> list[_Match]:
    """The matches of lines, the last first, each as near before the one behind it as can be."""
    found: list[_Match] = []
    for begin, end in reversed(lines):
        words = key[begin:end]
        at = page.rfind(words, max(0, high - _REACH - len(words)), high)
        if at >= 0:
            found.append(_Match(begin, at, len(words)))
            high = at
    return found[::-1]


def _anchors(key: str, lines: Sequence[tuple[int, int]], page: str, budget: _Budget) -> Iterator[_Match]:
    """The long lines that stand on the page in one piece."""
    low = 0
    for begin, end in lines:
        if end - begin < _DISTINCT:
            continue
        line = key[begin:end]
        at = page.find(line, low, low + _REACH + len(line))
        if at < 0 and budget.far_searches:
            budget.far_searches -= 1
            at = page.find(line)
        if at >= 0:
            low = at + len(line)
            yield _Match(begin, at, len(line))


def _in_order(matches: Iterator[_Match]) -> list[_Match]:
    """The most matches that stand in the same order on the page: their longest increasing subsequence."""
    ends: list[int] = []
    tails: list[_Match] = []
    before: dict[_Match, _Match | None] = {}
    for match in matches:
        # Behind every chain that ends before this match begins.
        position = bisect_right(ends, match.page)
        before[match] = tails[position - 1] if position else None
        end = match.page + match.length
        if position == len(ends):
            ends.append(end)
            tails.append(match)
        elif end < ends[position]:
            ends[position], tails[position] = end, match
    chain: list[_Match] = []
    last = tails[-1] if tails else None
    while last is not None:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _near(words: str, begin: int, page: str, limits: tuple[int, int], budget: _Budget) -> Iterator[_Match]:
    """The matches of a line between its neighbours: one where it stands in one piece."""
    low, high = limits[0], min(limits[1], limits[0] + _REACH + 2 * len(words))
    at = page.find(words, low, high)
    if at >= 0:
        yield _Match(begin, at, len(words))
        return
    at = 0
    while at + _CHUNK <= len(words) and budget.missed_chunks:
        place = page.find(words[at : at + _CHUNK], low, high)
        if place < 0:
            budget.missed_chunks -= 1
            at += _CHUNK // 2
            continue
        length = _agreement(words[at : at + _BLOCK], page[place : min(high, place + _BLOCK)])
        yield _Match(begin + at, place, length)
        at, low = at + length, place + length


def _agreement(one: str, other: str) -> int:
    """How many characters two strings begin with in common."""
    for length, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return length
    return min(len(one), len(other))


def _pieces(
    match: _Match, here: Characters, there: Characters, text: str, markup: str
) -> Iterator[tuple[Span, Span]]:
    """The fewest pairs of ranges that say where the characters of a match are from."""
    i, j = match.text, match.page
    for step in range(match.length):
        k, m = match.text + step, match.page + step
        if step + 1 < match.length and _joined(k, m, here, there, text, markup):
            continue
        yield Span(here.starts[i], here.ends[k]), Span(there.starts[j], there.ends[m])
        i, j = k + 1, m + 1


def _joined(k: int, m: int, here: Characters, there: Characters, text: str, markup: str) -> bool:
    """Whether a character and the next belong to one piece."""
    if there.starts[m + 1] == there.starts[m]:  # one reference stands for both
        return True
    if there.ends[m] - there.starts[m] > 1 or there.ends[m + 1] - there.starts[m + 1] > 1:
        return False
    between = text[here.ends[k] : here.starts[k + 1]]
    on_page = markup[there.ends[m] : there.starts[m + 1]]
    return len(between) == len(on_page) <= 1 and not between.strip() and not on_page.strip()
