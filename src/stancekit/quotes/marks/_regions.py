"""Stretches of text fitted to the quotation marks in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...syntax._trees import DASHES, opens_report
from ...values import Span
from ._marked_document import OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ._marked_document import Reading
    from ._quoted_stretches import Unit

EDGES = frozenset(" \t\n\r\f\v\u00a0\u2028\u2029\x85,;:.–—―-…|/*·•()[]")
"""What is cut off at the ends of content outside quotation marks."""
FULL_STOPS = frozenset(".?!")
IN_ROW = re.compile(r"[ ,;]*(?:\b(?:and|or|but|nor)\b)?[ ,]*(?:\b(?:an?|the)\b)?[ ]*", re.IGNORECASE)
"""What stands between quoted words of a row."""
MAX_ROW = 400
"""Characters behind quoted words in which others of a row begin."""
CLAUSE_ENDS = DASHES | {",", ".", "?", "!", ";", ":", "…", "...", "(", ")"}
"""Words that end the clause that a few quoted words stand in."""


def fitted(reading: Reading, region: Span, layer: int, taken: Collection[int]) -> Span | None:
    """A region inside its layer's marks that cuts no pair in two.

    Args:
        reading: The document.

        region: The region as the parse has it.

        layer: The pair of marks that it must stay in, or `OUTSIDE`.

        taken: Pairs that belong to another quote; the region ends at them.

    Returns:
        The region, wider or narrower; `None` where nothing is left.
    """
    start, end = region.start, region.end
    if layer != OUTSIDE:
        inner = reading.pairs[layer].inner
        start, end = max(start, inner.start), min(end, inner.end)
    for index in reading.pairs_touching(start, end, layer):
        pair = reading.pairs[index]
        if index not in taken:
            start, end = min(start, pair.opening.start), max(end, pair.end)
        elif pair.opening.start <= start:
            start = pair.end
        else:
            end = pair.opening.start
            break
    return Span(start, end) if start < end else None


def joined(regions: Iterable[Span]) -> tuple[Span, ...]:
    """Regions in text order, those that share a character made one: both may have taken in the same marks."""
    found: list[Span] = []
    for region in sorted(regions):
        if found and region.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, region.end))
        else:
            found.append(region)
    return tuple(found)


def ended(reading: Reading, region: Span, layer: int) -> Span:
    """A region up to quoted words that end a sentence, where the parse missed that: 'a "joke." She left'.

    So does a region that begins with a whole quoted sentence: '"You lie!" at the mayor'.
    """
    text = reading.document.text
    for index in reading.pairs_in(region, layer):
        pair = reading.pairs[index]
        behind = text[pair.end : min(pair.end + 3, region.end)].lstrip()
        is_whole = pair.opening.start <= region.start and text[pair.inner.start].isupper()
        if text[pair.inner.end - 1] in FULL_STOPS and (is_whole or behind[:1].isupper() or behind[:1] == "["):
            return Span(region.start, pair.end)
    return region


def named(reading: Reading, region: Span, layer: int, taken: Collection[int], *, is_open: bool) -> Span:
    """A region with what somebody is called, up to quoted words behind which the narrator goes on.

    That is so behind a comma within the marks, as American printers set it, and, where nothing but
    the marks shows what the name is, at the next punctuation mark or "and".

    Args:
        reading: The document.

        region: The region.

        layer: The pair of marks around it, or `OUTSIDE`.

        taken: Pairs that belong to another quote.

        is_open: Whether nothing but the marks shows where the name is.
    """
    inside = reading.pairs_in(region, layer)
    if not inside:
        return region
    last = reading.pairs[inside[-1]]
    if reading.document.text[last.inner.end - 1] in ",;" and last.end < region.end:
        return Span(region.start, last.end)
    end = reading.pairs[inside[0]].end
    end = with_coordinated(reading, Span(region.start, end), layer, taken).end
    if not is_open or end >= region.end:
        return region
    behind = reading.words_in(Span(end, region.end))
    ends = (w for w in behind if w.token.text in CLAUSE_ENDS or w.token.relation in {"cc", "mark"})
    stop = next(ends, None)
    return region if stop is None else Span(region.start, max(end, stop.token.start))


def with_coordinated(reading: Reading, region: Span, layer: int, taken: Collection[int]) -> Span:
    """A region that ends with quoted words, with those of the same row: 'was “sad” and “weak”'."""
    text = reading.document.text
    inside = reading.pairs_in(region, layer)
    if not inside or reading.pairs[inside[-1]].end != region.end:
        return region
    last = reading.pairs[inside[-1]]
    for index in reading.pairs_touching(region.end, min(region.end + MAX_ROW, len(text)), layer):
        pair = reading.pairs[index]
        is_over = text[last.inner.end - 1] in FULL_STOPS or pair.opening.start < last.end
        if index in taken or is_over or not IN_ROW.fullmatch(text, last.end, pair.opening.start):
            break
        last = pair
    return Span(region.start, last.end)


def pieces(reading: Reading, region: Span, layer: int) -> Iterator[Span]:
    """A region's content: without the marks of its pairs, and without punctuation at the ends."""
    at = region.start
    for index in reading.pairs_in(region, layer):
        pair = reading.pairs[index]
        yield from _cut(reading.document.text, at, pair.opening.start)
        yield pair.inner
        at = pair.end
    yield from _cut(reading.document.text, at, region.end)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    if any(map(str.isalnum, text[start:end])):
        yield Span(start, end)


def clause_around(reading: Reading, unit: Unit, first: int) -> Span:
    """From a word before a quoted stretch to the end of the clause that it stands in."""
    opening = reading.pairs[unit.pairs[0]].opening.start
    start, end = reading.words[first].token.start, reading.pairs[unit.pairs[-1]].end
    for word in unit.before:
        if word.at >= first and opens_report(word.sentence, word.token):
            start = word.token.start
            break
    for word in unit.after:
        if word.token.text in CLAUSE_ENDS or word.token.relation == "cc":
            break
        end = word.token.end
    return Span(min(start, opening), end)
