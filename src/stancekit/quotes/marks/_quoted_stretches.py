"""Quoted stretches, with the words before, behind and between them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import field, frozen

from ...syntax._quotation_marks import OUTSIDE
from ...syntax._trees import DASHES
from ._marked_document import MARK_CHARACTERS, MarkedDocument, MarkedToken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...values import Span

SENTENCE_ENDS = frozenset((".", "?", "!", "...", "…", ";", "?!", "!?", "!!", "...."))
"""Words that end a sentence outside quotation marks."""
OPEN_ENDS = frozenset(",—–―-…")
"""Last characters of a stretch whose sentence continues behind it."""
FINAL_ENDS = frozenset(".?!…—–―-")
"""Last characters of a complete stretch."""
FEW_WORDS = 3
"""Stretches of so few words are names or phrases unless other signs show speech."""
MAX_TITLE = 80
"""Characters of the longest title of a work."""
LONGEST_SMALL_WORD = 4
"""Letters of the longest word that titles leave small."""
MAX_WORDS_BESIDE = 60
"""Words looked at on either side of a quote."""


@frozen(eq=False)
class QuotedStretch:
    """The text between two quotation marks, or between several that continue a quote across paragraphs.

    Args:
        marked: The document.

        pairs: Indices of its pairs of marks.

        spans: What stands between the marks.

        layer: The pair around it, or `OUTSIDE`.

        before: The words before it, back to another quote or a sentence end, at most `MAX_WORDS_BESIDE`.

        after: The words behind it, up to another quote or with the next sentence end.

        between: The words between the quote before it in its paragraph and this one.

        follows_quote: Whether there is such a quote.

        is_first: Whether nothing stands before it in its paragraph.

        is_last: Whether nothing but punctuation stands behind it there.
    """

    marked: MarkedDocument = field(repr=False)
    pairs: tuple[int, ...]
    spans: tuple[Span, ...]
    layer: int
    before: tuple[MarkedToken, ...]
    after: tuple[MarkedToken, ...]
    between: tuple[MarkedToken, ...]
    follows_quote: bool
    is_first: bool
    is_last: bool

    @property
    def text(self) -> str:
        """The document's text."""
        return self.marked.document.text

    @property
    def start(self) -> int:
        """Offset of the first character between the marks."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Offset just past the last."""
        return self.spans[-1].end

    @property
    def last_character(self) -> str:
        """The last character between the marks, marks of inner quotes left out."""
        at = self.end - 1
        while self.text[at] in MARK_CHARACTERS or self.text[at].isspace():
            at -= 1
        return self.text[at]

    @property
    def word_count(self) -> int:
        """Number of words between the marks, counted up to ten a stretch."""
        return sum(len(self.text[s.start : min(s.end, s.start + 200)].split()[:10]) for s in self.spans)

    @property
    def begins_like_a_sentence(self) -> bool:
        """Whether the first letter is a capital."""
        first = next(c for c in map(self.text.__getitem__, range(self.start, self.end)) if c.isalnum())
        return first.isupper() or not first.isalpha()

    @property
    def is_sentence_like(self) -> bool:
        """Whether it begins like a sentence and is more than a phrase."""
        return self.begins_like_a_sentence and self.word_count > FEW_WORDS

    @property
    def is_whole_sentence(self) -> bool:
        """Whether it begins and ends like a sentence."""
        return self.begins_like_a_sentence and self.last_character in FINAL_ENDS

    @property
    def breaks_off(self) -> bool:
        """Whether its sentence continues behind the marks."""
        last = self.text[self.end - 1]
        return last.isalnum() and bool(self.after) and self.after[0].token.text.islower()

    @property
    def holds_clause(self) -> bool:
        """Whether it has a finite verb, and is no title."""
        if self.looks_like_a_title:
            return False
        words = (word for span in self.spans for word in self.marked.words_in(span))
        return any(word.token.has("VerbForm=Fin") for word in words)

    @property
    def looks_like_a_title(self) -> bool:
        """Whether it is short, with a capital on every longer word: the title of a book or a show."""
        if self.end - self.start > MAX_TITLE:
            return False
        words = self.text[self.start : self.end].split()
        long = [word for word in words if len(word) > LONGEST_SMALL_WORD]
        return len(words) > 1 and bool(long) and all(word[0].isupper() for word in long)

    @property
    def looks_like_a_name(self) -> bool:
        """Whether it is a title, or a single word with a capital: neither speech nor a scare quote."""
        return self.looks_like_a_title or (self.word_count == 1 and self.begins_like_a_sentence)

    @property
    def continues_sentence(self) -> bool:
        """Whether the words between it and the quote before hold no sentence end."""
        return not any(is_sentence_end(word) for word in self.between)

    @property
    def continues_paragraph(self) -> bool:
        """Whether the words between hold one sentence end, directly before this quote."""
        return sum(map(is_sentence_end, self.between)) == 1 and is_sentence_end(self.between[-1])


def _text_of(item: MarkedToken | int) -> str:
    return "" if isinstance(item, int) else item.token.text


def is_sentence_end(word: MarkedToken) -> bool:
    """Whether the word is punctuation that ends a sentence."""
    return word.token.text in SENTENCE_ENDS


def begins_with_dash(words: Sequence[MarkedToken]) -> bool:
    """Whether the first word is a dash; a closing mark may be part of the same token."""
    return bool(words) and words[0].token.text.strip("".join(MARK_CHARACTERS)) in DASHES


def find_quoted_stretches(marked: MarkedDocument) -> tuple[tuple[QuotedStretch, ...], ...]:
    """The quoted stretches in text order, those of a layer in a paragraph together."""
    paragraph_layers = list(_paragraph_layers(marked))
    chains = _multi_paragraph_quotes(marked)
    heads = {chain[0]: chain for chain in chains.values()}
    places = {
        pair: (paragraph_layer, at)
        for paragraph_layer in paragraph_layers
        for at, pair in paragraph_layer.places()
    }
    stretches_by_paragraph = []
    for paragraph_layer in paragraph_layers:
        stretches = [
            paragraph_layer.stretch(at, heads.get(pair, (pair,)), places)
            for at, pair in paragraph_layer.places()
            if pair not in chains or pair in heads
        ]
        if stretches:
            stretches_by_paragraph.append(tuple(stretches))
    return tuple(stretches_by_paragraph)


def _paragraph_layers(marked: MarkedDocument) -> Iterator[_ParagraphLayer]:
    """For each paragraph and layer, its words and the pairs that open in it, in text order."""
    found: dict[tuple[int, int], list[MarkedToken | int]] = defaultdict(list)
    paragraphs = marked.document.paragraphs
    coming = place = 0
    for word in marked.words:
        while place + 1 < len(paragraphs) and paragraphs[place].end <= word.token.start:
            place += 1
        while coming < len(marked.pairs) and marked.pairs[coming].inner.start <= word.token.start:
            found[place, marked.parents[coming]].append(coming)
            coming += 1
        if not word.is_mark:
            found[place, word.layer].append(word)
    for (place, layer), items in found.items():
        introduction = found.get((place - 1, OUTSIDE), []) if layer == OUTSIDE else []
        yield _ParagraphLayer(marked, items, introduction[-MAX_WORDS_BESIDE:])


def _multi_paragraph_quotes(marked: MarkedDocument) -> dict[int, tuple[int, ...]]:
    """For each pair of a quote that continues across paragraphs, all its pairs."""
    chains: list[list[int]] = []
    last = None
    for index, pair in enumerate(marked.pairs):
        if marked.parents[index] != OUTSIDE:
            continue
        paragraph = marked.paragraph_at(pair.opening.start)
        if last is not None and paragraph == last + 1:
            chains[-1].append(index)
        else:
            chains.append([index])
        last = paragraph if pair.closing is None else None
    found: dict[int, tuple[int, ...]] = {}
    for chain in chains:
        if len(chain) > 1:
            found.update(dict.fromkeys(chain, tuple(chain)))
    return found


@frozen(eq=False)
class _ParagraphLayer:
    """The words of one layer in one paragraph, and the indices of the pairs among them."""

    marked: MarkedDocument
    items: list[MarkedToken | int]
    paragraph_before: list[MarkedToken | int]

    def places(self) -> Iterator[tuple[int, int]]:
        for at, item in enumerate(self.items):
            if isinstance(item, int):
                yield at, item

    def stretch(
        self, at: int, chain: tuple[int, ...], places: dict[int, tuple[_ParagraphLayer, int]]
    ) -> QuotedStretch:
        last_paragraph_layer, last_at = places.get(chain[-1], (self, at))
        pairs = [self.marked.pairs[index] for index in chain]
        between, follows = self._between(at)
        return QuotedStretch(
            self.marked,
            chain,
            tuple(pair.inner for pair in pairs),
            self.marked.parents[chain[0]],
            self._before(at),
            last_paragraph_layer.after(last_at),
            between,
            follows_quote=follows,
            is_first=at == 0,
            is_last=not any(
                isinstance(item, int) or item.token.pos != "PUNCT"
                for item in last_paragraph_layer.items[last_at + 1 : last_at + 4]
            ),
        )

    def _before(self, at: int) -> tuple[MarkedToken, ...]:
        items = self.items[max(0, at - MAX_WORDS_BESIDE) : at]
        if at == 0 and self.paragraph_before and _text_of(self.paragraph_before[-1]) == ":":
            items = self.paragraph_before
        found: list[MarkedToken] = []
        for item in reversed(items):
            if isinstance(item, int) or is_sentence_end(item):
                break
            found.append(item)
        return tuple(reversed(found))

    def after(self, at: int) -> tuple[MarkedToken, ...]:
        found: list[MarkedToken] = []
        for item in self.items[at + 1 : at + 1 + MAX_WORDS_BESIDE]:
            if isinstance(item, int):
                if found and self._is_aside(item):
                    continue
                break
            found.append(item)
            if is_sentence_end(item):
                break
        return tuple(found)

    def _is_aside(self, index: int) -> bool:
        """Whether a pair holds a few words inside a report: a nickname, a title, "a “source” said"."""
        words = self.marked.pairs[index].inner.of(self.marked.document.text)
        return len(words) < MAX_TITLE and len(words.split()) <= FEW_WORDS and words[-1].isalnum()

    def _between(self, at: int) -> tuple[tuple[MarkedToken, ...], bool]:
        found: list[MarkedToken] = []
        for item in reversed(self.items[max(0, at - MAX_WORDS_BESIDE) : at]):
            if isinstance(item, int):
                return tuple(reversed(found)), True
            found.append(item)
        return (), False
