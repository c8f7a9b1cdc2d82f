"""Regions of text fitted to quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...syntax._quotation_marks import OUTSIDE
from ...syntax._trees import DASHES, opens_that_clause
from ...values import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ._marked_document import MarkedDocument
    from ._quoted_stretches import QuotedStretch

EDGE_CHARACTERS = frozenset(" \t\n\r\f\v\u00a0\u2028\u2029\x85,;:.–—―-…|/*·•()[]")
"""Characters trimmed from content outside quotation marks."""
FULL_STOPS = frozenset(".?!")
BETWEEN_COORDINATED = re.compile(
    r"[ ,;]*(?:\b(?:and|or|but|nor)\b)?[ ,]*(?:\b(?:an?|the)\b)?[ ]*", re.IGNORECASE
)
"""The text between coordinated quoted fragments."""
MOST_CHARACTERS_TO_COORDINATED = 400
"""The most characters to the next coordinated fragment."""
CLAUSE_ENDS = DASHES | {",", ".", "?", "!", ";", ":", "…", "...", "(", ")"}
"""Tokens that end the clause around a quoted fragment."""


def fit_to_marks(marked: MarkedDocument, region: Span, layer: int, taken: Collection[int]) -> Span | None:
    """A region inside its layer's marks that cuts no pair in two.

    Args:
        marked: The document.

        region: The region as the parse has it.

        layer: The pair of marks that it must stay in, or `OUTSIDE`.

        taken: Pairs that belong to another quote; the region ends at them.

    Returns:
        The region, wider or narrower; `None` where nothing is left.
    """
    start, end = region.start, region.end
    if layer != OUTSIDE:
        inner = marked.pairs[layer].inner
        start, end = max(start, inner.start), min(end, inner.end)
    for index in marked.pairs_touching(start, end, layer):
        pair = marked.pairs[index]
        if index not in taken:
            start, end = min(start, pair.opening.start), max(end, pair.end)
        elif pair.opening.start <= start:
            start = pair.end
        else:
            end = pair.opening.start
            break
    return Span(start, end) if start < end else None


def merge_overlapping(regions: Iterable[Span]) -> tuple[Span, ...]:
    """Regions in text order, overlapping ones merged."""
    found: list[Span] = []
    for region in sorted(regions):
        if found and region.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, region.end))
        else:
            found.append(region)
    return tuple(found)


def end_with_quoted_sentence(marked: MarkedDocument, region: Span, layer: int) -> Span:
    """A region up to a quoted fragment that ends its sentence: 'a "joke." She left'.

    So does a region that begins with a whole quoted sentence: '"You lie!" at the mayor'.
    """
    text = marked.document.text
    for index in marked.pairs_in(region, layer):
        pair = marked.pairs[index]
        behind = text[pair.end : min(pair.end + 3, region.end)].lstrip()
        is_whole = pair.opening.start <= region.start and text[pair.inner.start].isupper()
        if text[pair.inner.end - 1] in FULL_STOPS and (is_whole or behind[:1].isupper() or behind[:1] == "["):
            return Span(region.start, pair.end)
    return region


def end_after_quoted_name(
    marked: MarkedDocument, region: Span, layer: int, taken: Collection[int], *, is_open: bool
) -> Span:
    """A region with an object and its predicate, up to the quoted fragment that is the predicate.

    That is so behind a comma within the marks, as American printers set it, and, where nothing but
    the marks shows what the name is, at the next punctuation mark or "and".

    Args:
        marked: The document.

        region: The region.

        layer: The pair of marks around it, or `OUTSIDE`.

        taken: Pairs that belong to another quote.

        is_open: Whether nothing but the marks shows where the name is.
    """
    inside = marked.pairs_in(region, layer)
    if not inside:
        return region
    last = marked.pairs[inside[-1]]
    if marked.document.text[last.inner.end - 1] in ",;" and last.end < region.end:
        return Span(region.start, last.end)
    end = marked.pairs[inside[0]].end
    end = extend_over_coordinated(marked, Span(region.start, end), layer, taken).end
    if not is_open or end >= region.end:
        return region
    behind = marked.words_in(Span(end, region.end))
    ends = (w for w in behind if w.token.text in CLAUSE_ENDS or w.token.relation in {"cc", "mark"})
    stop = next(ends, None)
    return region if stop is None else Span(region.start, max(end, stop.token.start))


def extend_over_coordinated(marked: MarkedDocument, region: Span, layer: int, taken: Collection[int]) -> Span:
    """A region that ends with a quoted fragment, extended over coordinated ones: 'was “sad” and “weak”'."""
    text = marked.document.text
    inside = marked.pairs_in(region, layer)
    if not inside or marked.pairs[inside[-1]].end != region.end:
        return region
    last = marked.pairs[inside[-1]]
    for index in marked.pairs_touching(
        region.end, min(region.end + MOST_CHARACTERS_TO_COORDINATED, len(text)), layer
    ):
        pair = marked.pairs[index]
        is_over = text[last.inner.end - 1] in FULL_STOPS or pair.opening.start < last.end
        if index in taken or is_over or not BETWEEN_COORDINATED.fullmatch(text, last.end, pair.opening.start):
            break
        last = pair
    return Span(region.start, last.end)


def find_content_spans(marked: MarkedDocument, region: Span, layer: int) -> Iterator[Span]:
    """The content of a region: without quotation marks, and without punctuation at its ends."""
    at = region.start
    for index in marked.pairs_in(region, layer):
        pair = marked.pairs[index]
        yield from _without_edges(marked.document.text, at, pair.opening.start)
        yield pair.inner
        at = pair.end
    yield from _without_edges(marked.document.text, at, region.end)


def _without_edges(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start] in EDGE_CHARACTERS:
        start += 1
    while start < end and text[end - 1] in EDGE_CHARACTERS:
        end -= 1
    if any(map(str.isalnum, text[start:end])):
        yield Span(start, end)


def find_clause_around(marked: MarkedDocument, stretch: QuotedStretch, first: int) -> Span:
    """The clause around a quoted fragment, from a word before it."""
    opening = marked.pairs[stretch.pairs[0]].opening.start
    start, end = marked.words[first].token.start, marked.pairs[stretch.pairs[-1]].end
    for word in stretch.before:
        if word.position >= first and opens_that_clause(word.sentence, word.token):
            start = word.token.start
            break
    for word in stretch.after:
        if word.token.text in CLAUSE_ENDS or word.token.relation == "cc":
            break
        end = word.token.end
    return Span(min(start, opening), end)
