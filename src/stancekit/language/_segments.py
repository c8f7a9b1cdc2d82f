"""Cutting a text into paragraphs and paragraphs into windows, in linear time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from ..values import Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..values import Token

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BLANK_LINE = re.compile(r"(?:\r\n|[\r\n\x85\u2028\u2029])[^\S\r\n\x85\u2028\u2029]*[\r\n\x85\u2028\u2029]")
LONGEST_SENTENCE = 400
"""Words; what is longer is a list or a table."""
_WRAPPED = range(40, 101)
"""Lengths of lines that are taken for parts of a wrapped paragraph, in characters."""

_SENTENCE_ENDS = frozenset('.!?…;:"”’»')


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""Where the paragraphs stand: a line each, or blocks of wrapped lines between blank ones.

    Example:
        >>> text = "One here.\n\nTwo there."
        >>> [span.of(text) for span in paragraphs(text)]
        ['One here.', 'Two there.']
    """
    lines = [span for match in _LINE.finditer(text) if (span := _stripped(text, *match.span()))]
    if not lines or not _BLANK_LINE.search(text):
        return tuple(lines)
    found: list[Span] = []
    for block in _blocks(text, lines):
        if len(block) > 1 and all(len(line) in _WRAPPED for line in block[:-1]):
            found.append(Span(block[0].start, block[-1].end))
        else:
            found.extend(block)
    return tuple(found)


def _stripped(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    left = len(line) - len(line.lstrip())
    length = len(line.strip())
    return Span(start + left, start + left + length) if length else None


def _blocks(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    block = [lines[0]]
    for line in lines[1:]:
        if _BLANK_LINE.search(text, block[-1].end, line.start + 1):
            yield block
            block = []
        block.append(line)
    yield block


def pieces(sentence: Sentence, limit: int = LONGEST_SENTENCE) -> Iterator[Sentence]:
    """Cut a sentence that is too long for one, so that a walk over its tree costs no more than the limit.

    A word whose governor stands in another piece is a root of its own.

    Args:
        sentence: Any sentence.

        limit: Words in a piece, at most.
    """
    if len(sentence.tokens) <= limit:
        yield sentence
        return
    for begin in range(0, len(sentence.tokens), limit):
        tokens = sentence.tokens[begin : begin + limit]
        inside = range(begin, begin + len(tokens))
        whole = Span(tokens[0].start, tokens[-1].end)
        yield Sentence(
            [_moved(token, begin, inside) for token in tokens],
            [name for name in sentence.names if name.span in whole],
        )


def _moved(token: Token, begin: int, inside: range) -> Token:
    if token.head not in inside:
        return evolve(token, index=token.index - begin, head=token.index - begin, dep="root")
    return evolve(token, index=token.index - begin, head=token.head - begin)


def windows(words: Sequence[str], sizes: Sequence[int], limit: int) -> Iterator[tuple[int, int]]:
    """Cut words into windows that the encoder can read, at sentence ends where there are any.

    Args:
        words: The words of a paragraph.

        sizes: Pieces each takes.

        limit: Most pieces a window.

    Yields:
        Half-open ranges of words; together they cover all.

    Example:
        >>> list(windows(["No", ".", "Yes", "!"], [1, 1, 1, 1], limit=3))
        [(0, 2), (2, 4)]
    """
    begin = 0
    while begin < len(words):
        end, filled, cut = begin, 0, begin
        while end < len(words) and (filled + sizes[end] <= limit or end == begin):
            filled += sizes[end]
            if words[end][-1] in _SENTENCE_ENDS:
                cut = end + 1
            end += 1
        if end < len(words) and cut > begin:
            end = cut
        yield begin, end
        begin = end
