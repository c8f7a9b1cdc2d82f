"""The tokens of a document in one row, with their syntax, quotation marks and paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import field, frozen

from ...language._universal import relation_of, word_of
from ...lexicon._word_classes import WordClasses
from ...syntax._grammar import Grammar
from ...syntax._quotation_marks import quotation_depths
from ...syntax._subject import own_subjects
from ..registry._builtin import offices_in
from ..registry._name_keys import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ...values import Document, Sentence, Span, Token
    from ..registry._builtin import Office
    from ..registry._name_keys import Key

ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl", "obl:agent"})
_CONJUNCTS = frozenset({"conj"})
_MOST_GOVERNED = 20
_FEWEST_CAPITALS = 4
"""A sentence of at least so many words, all in capitals, is a headline in capitals."""


@frozen(eq=False)
class TokenRow:
    """A document's tokens in one row.

    Args:
        document: The document.

        classes: The word classes of its language.

        offices: The offices that it has words for.

        tokens: All its tokens, in order.

        words: Each in lower case, its apostrophe straight; function words of another language in English.

        keys: The words of each for comparing names (see `words_of`).

        sentence: Position of each token's sentence.

        first: Position of each sentence's first token, and the number of tokens.

        quoted: Whether each stands between quotation marks.

        paragraph: Position of each sentence's paragraph.

        arguments: Positions of the subjects, objects and obliques of each governor, in order.

        coordinated: Positions of the later conjuncts of each first one, in order.
    """

    document: Document
    classes: WordClasses
    offices: Mapping[tuple[str, ...], Office]
    tokens: list[Token]
    words: list[str]
    keys: list[Key]
    sentence: list[int]
    first: list[int]
    quoted: list[bool]
    paragraph: list[int]
    arguments: dict[int, list[int]]
    coordinated: dict[int, list[int]]
    _grammars: dict[int, Grammar] = field(init=False, factory=dict)

    @classmethod
    def of(cls, document: Document, classes: WordClasses | None = None) -> TokenRow:
        """Lay out the tokens of a document; its classes are those of English if left out."""
        known = WordClasses.bundled() if classes is None else classes
        tokens: list[Token] = []
        sentence: list[int] = []
        first: list[int] = []
        for position, parsed in enumerate(document.sentences):
            first.append(len(tokens))
            tokens.extend(parsed.tokens)
            sentence.extend([position] * len(parsed.tokens))
        first.append(len(tokens))
        paragraph = _paragraphs(document)
        return cls(
            document=document,
            classes=known,
            offices=offices_in(known),
            tokens=tokens,
            words=[word_of(token).replace("’", "'") for token in tokens],
            keys=_keys(document),
            sentence=sentence,
            first=first,
            quoted=[depth > 0 for depth in quotation_depths(document)],
            paragraph=paragraph,
            arguments=_governed(tokens, sentence, first, ARGUMENTS),
            coordinated=_governed(tokens, sentence, first, _CONJUNCTS),
        )

    def __len__(self) -> int:
        return len(self.tokens)

    def sentence_of(self, position: int) -> Sentence:
        """The sentence of the token at *position*."""
        return self.document.sentences[self.sentence[position]]

    def head(self, position: int) -> int:
        """Position of the token's governor; its own for a root."""
        return self.first[self.sentence[position]] + self.tokens[position].head

    def children(self, position: int, *relations: str) -> list[int]:
        """Positions of what the token governs."""
        base = self.first[self.sentence[position]]
        found = self.sentence_of(position).children(self.tokens[position], *relations)
        return [base + child.index for child in found]

    def grammar(self, position: int) -> Grammar:
        """The grammatical roles in the token's sentence."""
        sentence = self.sentence[position]
        if sentence not in self._grammars:
            self._grammars[sentence] = Grammar(self.document.sentences[sentence], self.classes)
        return self._grammars[sentence]

    def is_passive(self, position: int) -> bool:
        """Whether the verb at *position* is passive."""
        return self.grammar(position).is_passive(position - self.begins(position))

    def subjects(self, position: int) -> list[int]:
        """Positions of the subjects of the word at *position* in the parse."""
        base = self.begins(position)
        return [base + subject for subject in own_subjects(self.grammar(position), position - base)]

    def understood_subjects(self, position: int) -> list[int]:
        """Positions of the subjects of the predicate at *position*, also where they are another's."""
        base = self.begins(position)
        return [base + subject for subject in self.grammar(position).subjects(position - base)]

    def conjuncts(self, position: int) -> set[int]:
        """Positions of what the token is coordinated with."""
        first = self.head(position) if self.tokens[position].relation == "conj" else position
        return {first, *self.coordinated.get(first, ())} - {position}

    def begins(self, position: int) -> int:
        """Position of the first token of the token's sentence."""
        return self.first[self.sentence[position]]

    def stops(self, position: int) -> int:
        """Position just past the last token of the token's sentence."""
        return self.first[self.sentence[position] + 1]

    def head_of(self, begin: int, stop: int) -> int:
        """The head of a range: the token whose governor lies outside it."""
        for position in range(begin, stop):
            head = self.head(position)
            if head == position or not begin <= head < stop:
                return position
        return stop - 1

    def before(self, position: int) -> str:
        """The lower-case token before *position* in its sentence, or nothing."""
        return self.words[position - 1] if position > self.begins(position) else ""

    def at(self, position: int) -> str:
        """The lower-case token at *position*, or nothing past the end."""
        return self.words[position] if position < len(self.words) else ""

    def text(self, begin: int, stop: int) -> str:
        """The text of tokens *begin* to *stop*."""
        return self.document.text[self.tokens[begin].start : self.tokens[stop - 1].end]

    def range_of(self, span: Span) -> tuple[int, int]:
        """Positions of the tokens that share a character with *span*: first, and past the last."""
        begin = bisect_right(self.tokens, span.start, key=_start_of) - 1
        if begin < 0 or self.tokens[begin].end <= span.start:
            begin += 1
        stop = begin
        while stop < len(self.tokens) and self.tokens[stop].start < span.end:
            stop += 1
        return begin, stop


def uninflected(token: Token) -> str:
    """A word as names are compared: its base form, in a language that declines names."""
    is_declined = token.pos == "PROPN" and "Case=" in token.feats and not token.has("Case=Nom")
    return (is_declined and token.lemma) or token.text


def _governed(
    tokens: list[Token], sentence: list[int], first: list[int], relations: Collection[str]
) -> dict[int, list[int]]:
    """Positions of the dependents in *relations* of each governor; the first ones where there are many."""
    table: dict[int, list[int]] = {}
    for position, token in enumerate(tokens):
        if relation_of(token) in relations and token.head != token.index:
            found = table.setdefault(first[sentence[position]] + token.head, [])
            if len(found) < _MOST_GOVERNED:
                found.append(position)
    return table


def _start_of(token: Token) -> int:
    return token.start


def _paragraphs(document: Document) -> list[int]:
    starts = [paragraph.start for paragraph in document.paragraphs]
    return [bisect_right(starts, parsed.start) for parsed in document.sentences]


def _keys(document: Document) -> list[Key]:
    keys: list[Key] = []
    for parsed in document.sentences:
        texts = [uninflected(token) for token in parsed.tokens]
        capitals = sum(text.isupper() for text in texts)
        if capitals >= _FEWEST_CAPITALS and capitals == sum(any(map(str.isalpha, text)) for text in texts):
            texts = [text if len(text) < _FEWEST_CAPITALS else text.title() for text in texts]
        keys.extend(map(words_of, texts))
    return keys
