"""A document's tokens with the pairs of quotation marks around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import field, frozen

from ...syntax._quotation_marks import OUTSIDE, Pair, layers_of, pair_marks, parents_of
from ..cues._cued_sentence import CuedSentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...lexicon._cues import Cues
    from ...values import Document, Span, Token

MARK_CHARACTERS = frozenset("\"＂″'`“”‟„«»「」『』‘’‛‚‹›")
DASH_CHARACTERS = frozenset("—–―")


@frozen(eq=False)
class MarkedToken:
    """A token with its position in the document and the marks around it.

    Args:
        token: The token.

        sentence: Its sentence.

        position: Position among the document's words.

        layer: Index of the innermost pair of marks around it, or `OUTSIDE`.

        is_mark: Whether it is a quotation mark.
    """

    token: Token
    sentence: CuedSentence
    position: int
    layer: int
    is_mark: bool


@frozen(eq=False)
class MarkedDocument:
    """A document's tokens and pairs of quotation marks.

    Args:
        document: The document.

        cues: The reporting words of its language.

        sentences: Its sentences, with those.

        words: All its words, in order.

        pairs: The pairs that words stand in, by where they open.

        parents: For each pair, the index of the pair around it, or `OUTSIDE`.

        unbalanced: Marks without a partner.
    """

    document: Document
    cues: Cues
    sentences: tuple[CuedSentence, ...]
    words: tuple[MarkedToken, ...]
    pairs: tuple[Pair, ...]
    parents: tuple[int, ...]
    unbalanced: tuple[Span, ...]
    _starts: tuple[int, ...] = field(repr=False)
    _children: dict[int, list[int]] = field(repr=False)
    _paragraphs: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, document: Document, cues: Cues) -> MarkedDocument:
        """Pair the marks of a document; marks in boilerplate, which has no tokens, are left out."""
        starts = [token.start for sentence in document.sentences for token in sentence.tokens]
        marks = pair_marks(document.text, document.paragraphs)
        pairs = tuple(pair for pair in marks.pairs if _has_word(starts, pair.inner))
        parents = tuple(parents_of(pairs))
        children: dict[int, list[int]] = defaultdict(list)
        for index, parent in enumerate(parents):
            children[parent].append(index)
        sentences = tuple([CuedSentence(s.tokens, s.names, cues=cues) for s in document.sentences])
        return cls(
            document,
            cues,
            sentences,
            tuple(_words(sentences, pairs, parents)),
            pairs,
            parents,
            tuple(mark for mark in marks.unbalanced if _has_word(starts, mark)),
            tuple(starts),
            children,
            tuple(paragraph.start for paragraph in document.paragraphs),
        )

    def first_from(self, offset: int) -> int:
        """Position of the first word that begins at *offset* or later."""
        return bisect_left(self._starts, offset)

    def sentence_before(self, offset: int) -> CuedSentence | None:
        """The last sentence that begins before *offset*."""
        at = self.first_from(offset) - 1
        return self.words[at].sentence if at >= 0 else None

    def word_for_token(self, word: MarkedToken, token: Token) -> MarkedToken:
        """The word of another token of the same sentence."""
        return self.words[word.position + token.index - word.token.index]

    def is_around_marks_of(self, word: MarkedToken, token: Token) -> bool:
        """Whether another token of the sentence is in the word's layer, or in one around it."""
        layer = self.word_for_token(word, token).layer
        around = word.layer
        while around not in {layer, OUTSIDE}:
            around = self.parents[around]
        return around == layer

    def words_in(self, span: Span) -> tuple[MarkedToken, ...]:
        """The words that begin inside *span*."""
        return self.words[self.first_from(span.start) : self.first_from(span.end)]

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that *offset* stands in."""
        return max(0, bisect_right(self._paragraphs, offset) - 1)

    def pairs_touching(self, start: int, end: int, layer: int) -> list[int]:
        """The pairs of a layer that share a character with a range, in order."""
        children = self._children.get(layer, [])
        first = bisect_right(children, start, key=lambda index: self.pairs[index].opening.start)
        if first and self.pairs[children[first - 1]].end > start:
            first -= 1
        last = bisect_left(children, end, key=lambda index: self.pairs[index].opening.start)
        return children[first:last]

    def pairs_in(self, region: Span, layer: int) -> list[int]:
        """The pairs of a layer that lie inside a range, in order."""
        touching = self.pairs_touching(region.start, region.end, layer)
        return [i for i in touching if self.pairs[i].whole in region]


def _has_word(starts: Sequence[int], span: Span) -> bool:
    return bisect_left(starts, span.start) < bisect_left(starts, span.end)


def _words(
    sentences: Sequence[CuedSentence], pairs: Sequence[Pair], parents: Sequence[int]
) -> Iterator[MarkedToken]:
    inside = [(token, sentence) for sentence in sentences for token in sentence.tokens]
    layers = layers_of((token for token, _ in inside), pairs, parents)
    for position, ((token, sentence), layer) in enumerate(zip(inside, layers, strict=True)):
        yield MarkedToken(token, sentence, position, layer, _is_mark(token))


def _is_mark(token: Token) -> bool:
    text = token.text
    if text.isalnum():
        return False
    # Written together with a closing mark, a dash still leads to a name: '”― Jane Smith'.
    return any(c in MARK_CHARACTERS for c in text) and not any(
        c.isalnum() or c in DASH_CHARACTERS for c in text
    )
