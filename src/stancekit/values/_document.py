"""A parsed text: tokens in sentences, in Universal Dependencies' terms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from ._fields import as_tuple, check_text, count, instance_of, text, tuple_of, word_of, wrong_type
from ._span import Span
from ._words import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen(eq=False)
class Token:
    """One syntactic word of a sentence.

    Args:
        index: Position in its sentence, from 0.

        start: Offset of the first character in the text.

        end: Offset just past the last.

        text: The word as written.

        lemma: Its dictionary form; lower case except for names.

        pos: Universal part of speech, such as ``VERB``.

        feats: Universal features, such as ``Tense=Past|VerbForm=Fin``.

        dep: Universal relation to the head, such as ``nsubj:pass``; ``root`` for the root.

        head: Index of the head in the sentence; the root is its own head.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    feats: str
    dep: str
    head: int

    def __attrs_post_init__(self) -> None:
        # One look at all fields: a text has a token a word, and a validator for each field would cost time.
        text, lemma, dep = type(self.text), type(self.lemma), type(self.dep)
        texts = text is lemma is dep is type(self.pos) is type(self.feats) is str
        if not (texts and type(self.index) is type(self.start) is type(self.end) is type(self.head) is int):
            _check_types(self)

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return Span(self.start, self.end)

    @property
    def is_root(self) -> bool:
        """Whether the word is its sentence's root."""
        return self.head == self.index

    @property
    def relation(self) -> str:
        """The relation without its subtype, such as ``nsubj`` for ``nsubj:pass``."""
        return self.dep.partition(":")[0]

    def has(self, feature: str) -> bool:
        """Whether the word carries a feature, such as ``Number=Plur``."""
        return feature in self.feats.split("|")


def _check_types(token: Token) -> None:
    for name in ("index", "start", "end", "head"):
        if not hasattr(type(getattr(token, name)), "__index__"):
            wrong_type(name, "a whole number", getattr(token, name))
    for name in ("text", "lemma", "pos", "feats", "dep"):
        check_text(name, getattr(token, name))


@frozen
class Name:
    """A proper name found in a text.

    Args:
        span: Where it stands, without titles and articles.

        kind: Person, organization or place.
    """

    span: Span = field(validator=instance_of(Span, "a Span"))
    kind: ActorKind = field(converter=ActorKind, repr=word_of)


@frozen(eq=False)
class Sentence:
    """A parsed sentence.

    Args:
        tokens: Its words in order; at least one.

        names: The proper names in it, in order.
    """

    tokens: tuple[Token, ...] = field(converter=as_tuple, validator=tuple_of(Token, "Tokens"))
    names: tuple[Name, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Name, "Names"))

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset just past the last word."""
        return self.tokens[-1].end

    @cached_property
    def span(self) -> Span:
        """Where the sentence stands."""
        return Span(self.start, self.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    @cached_property
    def root(self) -> Token:
        """The word that no other governs."""
        return next((token for token in self.tokens if token.is_root), self.tokens[0])

    @cached_property
    def _dependents(self) -> tuple[tuple[Token, ...], ...]:
        table: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if not token.is_root:
                table[token.head].append(token)
        return tuple(map(tuple, table))

    def head(self, token: Token) -> Token:
        """The word that governs *token*; the root governs itself."""
        return self.tokens[token.head]

    def children(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """The words that *token* governs, in order.

        Args:
            token: A word of this sentence.

            relations: Keep those in one of these relations: ``nsubj`` also means its subtypes,
                ``nsubj:pass`` only itself.
        """
        children = self._dependents[token.index]
        if not relations:
            return children
        return tuple(
            [c for c in children if c.dep in relations or (":" in c.dep and c.relation in relations)]
        )

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first of `children`, or `None`."""
        return next(iter(self.children(token, *relations)), None)

    def subtree(self, token: Token, *, without: Iterable[str] = ()) -> tuple[Token, ...]:
        """*token* and all it governs, in text order.

        Args:
            token: A word of this sentence.

            without: Relations (of children of *token* itself) whose branches are left out.
        """
        left_out = {*without}
        found = [token]
        waiting = [c for c in self.children(token) if not {c.dep, c.relation} & left_out]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend(self.children(current))
        return tuple(sorted(found, key=lambda t: t.index))

    def ancestors(self, token: Token) -> tuple[Token, ...]:
        """The governors of *token*, nearest first."""
        found = []
        while not token.is_root:
            token = self.head(token)
            found.append(token)
        return tuple(found)

    def within(self, span: Span) -> tuple[Token, ...]:
        """The words that share a character with *span*."""
        return self.tokens[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def head_of(self, span: Span) -> Token | None:
        """The word of *span* whose governor lies outside; the first, where there are several."""
        inside = self.within(span)
        indices = {t.index for t in inside}
        return next((t for t in inside if t.is_root or t.head not in indices), None)


@frozen(eq=False)
class Document:
    """A parsed text.

    Args:
        text: The text, exactly as given.

        paragraphs: Where its paragraphs stand, in order.

        sentences: Its sentences in order; boilerplate has none.
    """

    text: str = field(validator=text, repr=False)
    paragraphs: tuple[Span, ...] = field(converter=as_tuple, validator=tuple_of(Span, "Spans"), repr=count)
    sentences: tuple[Sentence, ...] = field(
        converter=as_tuple, validator=tuple_of(Sentence, "Sentences"), repr=count
    )

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @property
    def names(self) -> tuple[Name, ...]:
        """The proper names in the text, in order."""
        return tuple(name for sentence in self.sentences for name in sentence.names)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence around *offset*, or the last one that begins before it."""
        at = bisect_right(self._starts, offset) - 1
        return self.sentences[at] if at >= 0 else None

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share a character with *span*."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_right(self._starts, span.end - 1)
        return tuple(s for s in self.sentences[first:last] if s.span.overlaps(span))
