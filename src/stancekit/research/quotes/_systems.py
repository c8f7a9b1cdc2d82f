"""Whatever finds quotes, asked in one way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from attrs import define, field, frozen

from ...quotes._pipeline import find_quotes
from ...values import Span
from ._gold import Attribution
from ._parts import WHOLE, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...values import Actor, Document, Sentence


class System(Protocol):
    """Protocol: finds attributions in a parsed article."""

    def find(self, document: Document, actors: Sequence[Actor]) -> list[Attribution]:
        """What is attributed in it.

        Raises:
            ValueError: It gives the article up.
        """
        ...


@frozen
class Stancekit:
    """Our finder, perhaps without a part."""

    without: Part = WHOLE

    def find(self, document: Document, actors: Sequence[Actor]) -> list[Attribution]:
        """What `find_quotes` finds; a scare quote is attributed to nobody, and counts all the same."""
        read = self.without.reads(document)
        found = (
            self.without.keeps(document, quote)
            for quote in find_quotes(read, self.without.knows(actors)).quotes
        )
        return [
            Attribution(quote.content, () if quote.source is None else (quote.source,), bool(quote.speakers))
            for quote in found
            if quote is not None
        ]


_CLEARNLP = {
    "nsubj:pass": "nsubjpass",
    "aux:pass": "auxpass",
    "csubj:pass": "csubjpass",
    "obj": "dobj",
    "flat": "compound",
}


@define
class Textacy:
    """textacy's `direct_quotations` over the same parse, with the labels that it looks for.

    Raises:
        ImportError: textacy is not installed.
    """

    _vocabulary: object = field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        import spacy
        import textacy.extract  # noqa: F401  # told now if it is missing

        self._vocabulary = spacy.blank("en").vocab

    def find(self, document: Document, actors: Sequence[Actor]) -> list[Attribution]:  # noqa: ARG002
        """What textacy yields; it gives up on an article with an odd number of marks."""
        from spacy.tokens import Doc
        from textacy.extract import direct_quotations

        tokens = [token for sentence in document.sentences for token in sentence.tokens]
        if not tokens:
            return []
        after = [*(token.start for token in tokens[1:]), tokens[-1].end]
        doc = Doc(
            self._vocabulary,
            words=[token.text for token in tokens],
            spaces=[token.end < start for token, start in zip(tokens, after, strict=True)],
            pos=[token.pos for token in tokens],
            lemmas=[token.lemma for token in tokens],
            deps=[_CLEARNLP.get(token.dep, token.relation) for token in tokens],
            heads=list(_heads(document.sentences)),
            sent_starts=[token.index == 0 for token in tokens],
        )
        return [
            Attribution(
                (Span(tokens[quote.content.start].start, tokens[quote.content.end - 1].end),),
                tuple(tokens[word.i].span for word in quote.speaker),
            )
            for quote in direct_quotations(doc)
        ]


def _heads(sentences: Sequence[Sentence]) -> Iterator[int]:
    begin = 0
    for sentence in sentences:
        yield from (begin + token.head for token in sentence.tokens)
        begin += len(sentence.tokens)
