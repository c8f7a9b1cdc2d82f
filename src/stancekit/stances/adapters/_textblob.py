"""The `textblob` scorer: TextBlob's sentiment of the target's clause."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen
from attrs.validators import instance_of

from ...syntax._grammar import Grammar
from ...values import Evidence, Rating, Sentence, Span
from ..masking._mask import name_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...values import Candidate

# What a unit of polarity weighs against what speaks for neutral, and what speaks for either side
# before any word does: fitted by maximum likelihood on NewsMTSC's train part.
WEIGHT: Final = 3.0
NEUTRAL: Final = 1.0
FLOOR: Final = 0.8

WINDOW: Final = 10
"""Words on either side of the target that count where no parse shows the clause."""

_OTHER_CLAUSES: Final = ("ccomp", "advcl", "parataxis", "acl", "csubj")
_WORD: Final = re.compile(r"\S+")


@frozen
class TextBlobScorer:
    """Judges by the polarity that TextBlob gives to the words of the target's clause.

    A simple baseline: it knows neither who evaluates nor who is evaluated. Its lexicon holds
    English adjectives and adverbs with their intensifiers and "not"; no corpus is needed.

    Args:
        name: What it is recorded as.

    Example:
        >>> from stancekit import Candidate, Span
        >>> rating, = TextBlobScorer().score([Candidate("Alden was terrible.", Span(0, 5))])
        >>> rating.polarity.value
        'negative'
    """

    name: str = field(default="textblob", validator=instance_of(str))

    @property
    def version(self) -> str:
        """That of the installed TextBlob."""
        return version("textblob")

    def score(self, candidates: Sequence[Candidate], /) -> list[Rating | None]:
        """Judge each candidate; a clause without polar words is neutral."""
        return [_judge(candidate) for candidate in candidates]


def _judge(candidate: Candidate) -> Rating:
    from textblob import TextBlob

    text = _clause(candidate)
    assessments = TextBlob(text).sentiment_assessments.assessments
    assessed = list(_assessed_spans(text, assessments))
    names = name_spans(candidate)
    weights = [WEIGHT * polarity / len(assessed) for _, polarity in assessed]
    against = FLOOR - sum(w for w in weights if w < 0)
    in_favour = FLOOR + sum(w for w in weights if w > 0)
    total = against + NEUTRAL + in_favour
    evidence = [
        Evidence(span, weight / total)
        for (span, _), weight in zip(assessed, weights, strict=True)
        if weight and not any(span.overlaps(name) for name in names)
    ]
    return Rating(
        negative=against / total, neutral=NEUTRAL / total, positive=in_favour / total, evidence=evidence
    )


def _clause(candidate: Candidate) -> str:
    """The passage with a blank for every character outside the target's clause."""
    kept = _clause_words(candidate.sentence, candidate.target) if candidate.sentence is not None else None
    if kept is None:
        kept = _window(candidate.text, candidate.target)
    pieces = []
    at = 0
    for span in kept:
        pieces += [" " * (span.start - at), span.of(candidate.text)]
        at = span.end
    return "".join(pieces)


def _clause_words(sentence: Sentence, target: Span) -> list[Span] | None:
    head = sentence.head_of(target)
    if head is None:
        return None
    predicate = sentence.tokens[Grammar(sentence).clause_of(head.index)]
    return [token.span for token in sentence.subtree(predicate, without=_OTHER_CLAUSES)]


def _window(text: str, target: Span) -> list[Span]:
    words = [Span(*match.span()) for match in _WORD.finditer(text)]
    inside = [i for i, word in enumerate(words) if word.overlaps(target)] or [0]
    return words[max(0, inside[0] - WINDOW) : inside[-1] + WINDOW + 1]


def _assessed_spans(text: str, assessments: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Span, float]]:
    """The spans of the words that TextBlob assessed; it gives them in lower case, in text order."""
    low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)  # as long as the text
    at = 0
    for words, polarity, *_ in assessments:
        start = low.find(str(words[0]), at)
        end = start
        for word in words:
            found = low.find(str(word), end)
            if start < 0 or found < 0:
                break
            end = found + len(word)
        else:
            at = end
            yield Span(start, end), float(polarity)
