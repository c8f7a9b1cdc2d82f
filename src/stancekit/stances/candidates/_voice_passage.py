"""Passages of one voice: the part of a sentence that one voice speaks, the rest blanked, offsets kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...values import Name, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """The same characters as spans that neither touch nor overlap, in order.

    Example:
        >>> merge_spans([Span(4, 9), Span(0, 5)])
        [Span(0, 9)]
    """
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def subtract_spans(whole: Span, spans: Iterable[Span]) -> list[Span]:
    """What of *whole* no span covers.

    Example:
        >>> subtract_spans(Span(0, 9), [Span(2, 4)])
        [Span(0, 2), Span(4, 9)]
    """
    found = []
    start = whole.start
    for span in merge_spans(spans):
        if span.end <= whole.start or span.start >= whole.end:
            continue
        if span.start > start:
            found.append(Span(start, span.start))
        start = max(start, span.end)
    if start < whole.end:
        found.append(Span(start, whole.end))
    return found


def intersect_spans(whole: Span, spans: Iterable[Span]) -> list[Span]:
    """What of *whole* the spans cover."""
    return [
        Span(max(whole.start, span.start), min(whole.end, span.end))
        for span in merge_spans(spans)
        if span.overlaps(whole)
    ]


def any_covers(spans: Sequence[Span], span: Span) -> bool:
    """Whether one of the spans covers another."""
    return any(whole.start <= span.start and span.end <= whole.end for whole in spans)


def tokens_inside(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Token]:
    """The words that lie in one of the spans.

    Args:
        tokens: Words in text order.

        spans: Spans in text order that don't overlap.
    """
    found = []
    waiting = iter(spans)
    current = next(waiting, None)
    for token in tokens:
        while current is not None and current.end < token.end:
            current = next(waiting, None)
        if current is None:
            break
        if current.start <= token.start:
            found.append(token)
    return found


class VoicePassage:
    """A sentence as one voice speaks it.

    Its text has the sentence's length, with a space for every character that is not the voice's,
    so what a scorer is not asked about it can't see. Its parse holds the words that are left.

    Args:
        text: The document's text.

        sentence: One of its sentences.

        kept: The voice's parts of it, in order, in the document's offsets; they hold a word or more.

    Raises:
        ValueError: No word is left.
    """

    def __init__(self, text: str, sentence: Sentence, kept: Sequence[Span]) -> None:
        self.whole = sentence.span
        self.kept = kept
        self._original = sentence
        self.text = _blanked(text, self.whole, kept)
        self._local: dict[Span, Span] = {}

    @cached_property
    def sentence(self) -> Sentence:
        """The words left, with offsets into the passage's text."""
        return _pruned(self._original, self.kept)

    def holds(self, span: Span) -> bool:
        """Whether a span of the document is the voice's."""
        return any_covers(self.kept, span)

    def local(self, span: Span) -> Span:
        """A span of the document in the passage's offsets."""
        if span not in self._local:
            self._local[span] = span.shift(-self.whole.start)
        return self._local[span]


def _blanked(text: str, whole: Span, kept: Sequence[Span]) -> str:
    if kept == [whole]:
        return whole.of(text)
    pieces = []
    at = whole.start
    for span in kept:
        pieces += [" " * (span.start - at), span.of(text)]
        at = span.end
    return "".join(pieces) + " " * (whole.end - at)


def _pruned(sentence: Sentence, kept: Sequence[Span]) -> Sentence:
    start = sentence.start
    left = sentence.tokens if kept == [sentence.span] else tokens_inside(sentence.tokens, kept)
    if not left:
        msg = f"'kept' must hold a word of the sentence, {sentence.span} (got {list(kept)})"
        raise ValueError(msg)
    names = [Name(n.span.shift(-start), n.kind) for n in sentence.names if any_covers(kept, n.span)]
    if len(left) == len(sentence.tokens):
        return Sentence([_moved(t, t.index, t.dep, t.head, start) for t in left] if start else left, names)
    new_index = {token.index: i for i, token in enumerate(left)}
    anchors = [_anchor(sentence, token, new_index) for token in left]
    orphans = [token for token, anchor in zip(left, anchors, strict=True) if anchor is None]
    root = min(orphans, key=lambda token: (token.pos == "PUNCT", len(sentence.ancestors(token)), token.index))
    tokens = []
    for token, anchor in zip(left, anchors, strict=True):
        if anchor is None:
            head, dep = new_index[root.index], "root" if token is root else "parataxis"
        else:
            # What lost its governor has lost its role with it.
            head, dep = new_index[anchor], token.dep if anchor == token.head else "dep"
        tokens.append(_moved(token, new_index[token.index], dep, head, start))
    return Sentence(tokens, names)


def _moved(token: Token, index: int, dep: str, head: int, start: int) -> Token:
    t = token
    return Token(index, t.start - start, t.end - start, t.text, t.lemma, t.pos, t.feats, dep, head)


def _anchor(sentence: Sentence, token: Token, left: dict[int, int]) -> int | None:
    """The nearest governor that is left; `None` for what has none."""
    while not token.is_root:
        token = sentence.head(token)
        if token.index in left:
            return token.index
    return None
