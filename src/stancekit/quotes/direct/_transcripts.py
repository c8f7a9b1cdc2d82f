"""Speech by its layout: "SMITH: Yes." in a transcript, "Smith: We won" in a headline."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from ...values import ActorKind, Span
from ..sources._source_spans import DOCUMENTS, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..marks._marked_document import Reading, Word

MAX_LABEL = 7
"""Words before the colon of a turn, at most."""
INSIDE_LABELS = frozenset(".-'’()")
"""Punctuation inside names and titles."""


@frozen(eq=False)
class Turn:
    """What somebody says in a line of a transcript, or in a headline.

    Args:
        source: Who speaks.

        colon: The colon between name and words.

        region: The words.

        word: The first of them.
    """

    source: Source
    colon: Span
    region: Span
    word: Word


@frozen(eq=False)
class _Line:
    """A paragraph that begins with a few words and a colon."""

    label: Sequence[Word]
    colon: Word
    rest: Sequence[Word]

    @property
    def key(self) -> str:
        """The last word of the label, by which turns of the same speaker are told."""
        return self.label[-1].token.text.casefold()

    @property
    def is_somebody(self) -> bool:
        """Whether the label names a person or a body, or is a noun for one."""
        first, last = self.label[0], self.label[-1]
        whole = Span(first.token.start, last.token.end)
        named = any(
            name.kind is not ActorKind.PLACE and name.span.end == whole.end and name.span in whole
            for name in first.sentence.names
        )
        noun = last.token
        return named or (
            noun.pos == "NOUN" and (last.sentence.is_somebody(noun) or noun.lemma.lower() in DOCUMENTS)
        )


def turns(reading: Reading) -> tuple[Turn, ...]:
    """The turns of a document in text order; none where its paragraphs aren't laid out like that."""
    lines = list(_lines(reading))
    often = Counter(line.key for _, line in lines)
    is_transcript = any(count > 1 for count in often.values())
    return tuple(
        _turn(line)
        for number, line in lines
        if (is_transcript and (often[line.key] > 1 or line.is_somebody))
        or (number == 0 and line.is_somebody and line.rest[0].sentence is line.rest[-1].sentence)
    )


def _lines(reading: Reading) -> Iterator[tuple[int, _Line]]:
    for number, paragraph in enumerate(reading.document.paragraphs):
        words = reading.words_in(paragraph)
        begin = 1 if words and words[0].is_mark else 0
        for at in range(begin, min(begin + MAX_LABEL + 1, len(words) - 1)):
            if words[at].token.text == ":" and at > begin:
                line = _Line(words[begin:at], words[at], words[at + 1 :])
                if not line.rest[0].is_mark and any(word.token.text.isalpha() for word in line.rest):
                    yield number, line
                break
            if not _may_name(words[at]):
                break


def _may_name(word: Word) -> bool:
    text = word.token.text
    if word.token.pos == "PUNCT":
        return all(c in INSIDE_LABELS for c in text)
    return text[0].isupper() and (word.token.pos not in {"VERB", "AUX"} or text.isupper())


def _turn(line: _Line) -> Turn:
    whole = Span(line.label[0].token.start, line.label[-1].token.end)
    sentence = line.label[-1].sentence
    head = sentence.head_of(whole) or line.label[-1].token
    region = Span(line.rest[0].token.start, line.rest[-1].token.end)
    return Turn(Source(whole, sentence, head), line.colon.token.span, region, line.rest[0])
