"""Speaker lines: "SMITH: Yes." in a transcript, "Smith: We won" as a headline."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from ...values import ActorKind, Span
from ..sources._source_spans import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..marks._marked_document import MarkedDocument, MarkedToken

MAX_LABEL = 7
"""The most words of a label, before its colon."""
INSIDE_LABELS = frozenset(".-'’()")
"""Punctuation inside names and titles of labels."""


@frozen(eq=False)
class SpeakerLine:
    """A line of a transcript, or a headline, that begins with its speaker.

    Args:
        source: Who speaks.

        colon: The colon between name and words.

        region: The words.

        word: The first of them.
    """

    source: Source
    colon: Span
    region: Span
    word: MarkedToken


@frozen(eq=False)
class _LabelledParagraph:
    """A paragraph that begins with a few words and a colon."""

    label: Sequence[MarkedToken]
    colon: MarkedToken
    rest: Sequence[MarkedToken]

    @property
    def key(self) -> str:
        """The last word of the label, which identifies a speaker across lines."""
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
            noun.pos == "NOUN"
            and (last.sentence.is_somebody(noun) or noun.lemma.lower() in last.sentence.nouns.document)
        )


def find_speaker_lines(marked: MarkedDocument) -> tuple[SpeakerLine, ...]:
    """The speaker lines in text order; none where the paragraphs have another layout."""
    lines = list(_labelled_paragraphs(marked))
    often = Counter(paragraph_line.key for _, paragraph_line in lines)
    is_transcript = any(count > 1 for count in often.values())
    return tuple(
        _speaker_line(paragraph_line)
        for number, paragraph_line in lines
        if (is_transcript and (often[paragraph_line.key] > 1 or paragraph_line.is_somebody))
        or (
            number == 0
            and paragraph_line.is_somebody
            and paragraph_line.rest[0].sentence is paragraph_line.rest[-1].sentence
        )
    )


def _labelled_paragraphs(marked: MarkedDocument) -> Iterator[tuple[int, _LabelledParagraph]]:
    for number, paragraph in enumerate(marked.document.paragraphs):
        words = marked.words_in(paragraph)
        begin = 1 if words and words[0].is_mark else 0
        for at in range(begin, min(begin + MAX_LABEL + 1, len(words) - 1)):
            if words[at].token.text == ":" and at > begin:
                paragraph_line = _LabelledParagraph(words[begin:at], words[at], words[at + 1 :])
                if not paragraph_line.rest[0].is_mark and any(
                    word.token.text.isalpha() for word in paragraph_line.rest
                ):
                    yield number, paragraph_line
                break
            if not _may_name(words[at]):
                break


def _may_name(word: MarkedToken) -> bool:
    text = word.token.text
    if word.token.pos == "PUNCT":
        return all(c in INSIDE_LABELS for c in text)
    return text[0].isupper() and (word.token.pos not in {"VERB", "AUX"} or text.isupper())


def _speaker_line(paragraph_line: _LabelledParagraph) -> SpeakerLine:
    whole = Span(paragraph_line.label[0].token.start, paragraph_line.label[-1].token.end)
    sentence = paragraph_line.label[-1].sentence
    head = sentence.head_of(whole) or paragraph_line.label[-1].token
    region = Span(paragraph_line.rest[0].token.start, paragraph_line.rest[-1].token.end)
    return SpeakerLine(
        Source(whole, sentence, head), paragraph_line.colon.token.span, region, paragraph_line.rest[0]
    )
