"""Text -> Document, by the bundled model or by a spaCy pipeline of the user's."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol, cast

from ..values import ActorKind, Document, Name, Sentence, Span
from ._segments import paragraphs, windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

    from ._encoder import Encoder, ReadWindow

BUNDLED = Path(str(files("stancekit.language") / "models" / "en"))
"""Folder of the bundled English model."""

KINDS = {"PERSON": ActorKind.PERSON, "ORG": ActorKind.ORGANIZATION, "PLACE": ActorKind.PLACE}

_LONGEST_RUN = 150
_LONG_RUN = re.compile(rf"\S{{{_LONGEST_RUN + 1},}}")
"""Characters without a blank: more of them than this are a hash, an attack, or no English."""

_BLANK = re.compile(r"\s")
_SURROGATE = re.compile("[\ud800-\udfff]")

_MAX_LEXEMES = 300_000
"""spaCy's tokenizer remembers every word it meets; a fresh one replaces it at this size."""

_MAX_CHARACTERS = 20_000
"""Longer paragraphs are tokenized in stretches of this length, so that memory stays bounded."""


class Pipeline(Protocol):
    """**Protocol:** Reads a text.

    Attributes:
        version: Name and version, recorded in every analysis.

        language: ISO 639-1 code of the language it reads.
    """

    version: str
    language: str

    def parse(self, text: str, *, skip: Iterable[Span] = ()) -> Document:
        """Parse *text*; words inside *skip* belong to no sentence."""
        ...


def load(nlp: Language | Pipeline | None = None) -> Pipeline:
    """Give the bundled English pipeline, wrap a spaCy one, or take one that follows the protocol.

    Args:
        nlp: A spaCy pipeline with a parser, in Universal Dependencies (as trained on a UD
            treebank) or ClearNLP labels (as ``en_core_web_sm``); anything with `Pipeline`'s ``parse``,
            ``version`` and ``language``; `None` for the bundled one, which is loaded once.

    Raises:
        PipelineError: The spaCy pipeline has no parser.

    Example:
        >>> document = load().parse("Putin praised Trump.")
        >>> [(token.text, token.dep) for token in document.sentences[0].tokens]
        [('Putin', 'nsubj'), ('praised', 'root'), ('Trump', 'obj'), ('.', 'punct')]
    """
    if nlp is None:
        return _bundled()
    if all(hasattr(nlp, name) for name in ("parse", "version", "language")):
        return cast("Pipeline", nlp)
    from ._spacy_pipeline import SpacyPipeline

    return SpacyPipeline(cast("Language", nlp))


def of_doc(doc: Doc, *, version: str = "") -> Pipeline:
    """What a spaCy pipeline has read already, in the place of a pipeline: nothing is parsed again.

    Args:
        doc: A `Doc` with relations, in the labels that `load` knows.

        version: Name and version of the pipeline that made it, where known.

    Raises:
        PipelineError: It has no relations.
    """
    from ._spacy_pipeline import SpacyDoc

    return SpacyDoc(doc, version)


@lru_cache(maxsize=1)
def _bundled() -> Pipeline:
    return EncoderPipeline(BUNDLED)


class EncoderPipeline:
    """The bundled pipeline: spaCy's tokenizer and our encoder.

    Args:
        folder: Holds the model.
    """

    def __init__(self, folder: Path) -> None:
        from ._encoder import Encoder

        self._encoder: Encoder = Encoder(folder)
        self._tokenizer = _new_tokenizer()
        self._tokenizing = Lock()
        card = self._encoder.card
        self.version = f"{card['name']} {card['version']}"
        self.language: str = card["language"]

    def parse(self, text: str, *, skip: Iterable[Span] = ()) -> Document:
        """Parse *text* paragraph by paragraph; words inside *skip* belong to no sentence."""
        left_out = sorted(skip)
        spans = paragraphs(text)
        read = [
            self._encoder.read(words, starts)
            for span in spans
            for words, starts in self._windows(_outside(self._words(text, span), left_out))
        ]
        kinds = _kinds_of(text, read)
        return Document(text, spans, [s for window in read for s in _sentences(text, window, kinds)])

    def _words(self, text: str, paragraph: Span) -> list[tuple[int, str]]:
        words: list[tuple[int, str]] = []
        with self._tokenizing:  # it remembers words as it reads, which no other thread may see half done
            if len(self._tokenizer.vocab) > _MAX_LEXEMES:
                self._tokenizer = _new_tokenizer()
            for begin, end in _stretches(text, paragraph):
                # One character for one, so offsets stay: plain blanks, and nothing but Unicode.
                plain = _SURROGATE.sub("\ufffd", _BLANK.sub(" ", text[begin:end]))
                words += [(begin + t.idx, t.text) for t in self._tokenizer(plain) if not t.is_space]
        return words

    def _windows(self, words: Iterable[tuple[int, str]]) -> Iterator[tuple[Sequence[str], Sequence[int]]]:
        starts, strings = tuple(zip(*words, strict=True)) or ((), ())
        sizes = [self._encoder.pieces.count(string) for string in strings]
        for begin, end in windows(strings, sizes, self._encoder.max_pieces):
            yield strings[begin:end], starts[begin:end]


def _new_tokenizer() -> Tokenizer:
    from spacy.lang.en import English

    return English().tokenizer


def _stretches(text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    """Cut a paragraph into what the tokenizer can take at once: it is quadratic in a run's length."""
    begin = paragraph.start
    for run in _LONG_RUN.finditer(text, paragraph.start, paragraph.end):
        yield from _at_blanks(text, begin, run.start())
        for cut in range(run.start(), run.end(), _LONGEST_RUN):
            yield cut, min(cut + _LONGEST_RUN, run.end())
        begin = run.end()
    yield from _at_blanks(text, begin, paragraph.end)


def _at_blanks(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while begin < end:
        cut = end
        if end - begin > _MAX_CHARACTERS:
            blank = text.rfind(" ", begin + 1, begin + _MAX_CHARACTERS)
            cut = blank if blank > begin else begin + _MAX_CHARACTERS
        yield begin, cut
        begin = cut


def _outside(words: Iterable[tuple[int, str]], left_out: list[Span]) -> Iterator[tuple[int, str]]:
    waiting = iter(left_out)
    current = next(waiting, None)
    for start, word in words:
        while current is not None and current.end <= start:
            current = next(waiting, None)
        if current is None or start + len(word) <= current.start:
            yield start, word


def _kinds_of(text: str, read: Iterable[ReadWindow]) -> dict[str, str]:
    """One type a name: what its occurrences in the text say together."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for window in read:
        for name in window.names:
            votes[text[name.start : name.end]][name.type] += name.lead
    return {name: max(leads, key=lambda kind: leads[kind]) for name, leads in votes.items()}


def _sentences(text: str, window: ReadWindow, kinds: dict[str, str]) -> Iterator[Sentence]:
    waiting = [Name(Span(n.start, n.end), KINDS[kinds[text[n.start : n.end]]]) for n in window.names]
    for tokens in window.sentences:
        inside = [name for name in waiting if tokens[0].start <= name.span.start < tokens[-1].end]
        yield Sentence(tokens, inside)
