"""What a stance scorer is asked when it is checked."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve
from hypothesis import strategies as st

from ..values import Candidate, Name, Sentence, Span
from ._news import (
    MARKS,
    PEOPLE,
    NewsSentence,
    _casts,
    _compose,
    _every_plot,
    _people,
    _plots,
    _polarities,
    news_sentences,
)
from ._strategies import _parses, candidates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

_WORD: Final = re.compile(r"\w+|[^\w\s]")

_LONG: Final = 20_000
"""Characters of a passage that is longer than any sentence, but not than a careless splitter's."""


def specimens() -> list[Candidate]:
    """A sentence of each construction, none like another."""
    return [
        _compose(plot, [PEOPLE[(at + shift) % len(PEOPLE)] for shift in range(3)]).candidate()
        for at, plot in enumerate(_every_plot())
    ]


def extremes() -> list[Candidate]:
    """A bare name, a name among spaces, two names and nothing else, a passage of many sentences."""
    one, other = PEOPLE[0], PEOPLE[1]
    both = f"{one} {other}"
    pieces = [candidate.text for candidate in specimens()]
    long = " ".join([one, *pieces * (_LONG // sum(map(len, pieces)))])
    return [
        Candidate(one, Span(0, len(one))),
        Candidate(f" \n{one}\n ", Span(2, 2 + len(one))),
        Candidate(both, Span(0, len(one)), Span(len(one) + 1, len(both))),
        Candidate(long, Span(0, len(one))),
    ]


def questions() -> SearchStrategy[Candidate]:
    """What a scorer may be asked: plain news, and whatever is legal with each actor in a place of its own."""
    apart = candidates().filter(_has_actors_apart)
    return news_sentences().map(NewsSentence.candidate) | apart


def _has_actors_apart(candidate: Candidate) -> bool:
    taken = sorted([candidate.target, *([candidate.holder] if candidate.holder else []), *candidate.others])
    return not any(left.overlaps(right) for left, right in pairwise(taken))


@st.composite
def renamings(draw: DrawFn) -> tuple[Candidate, Candidate]:
    """The same sentence about different people, perhaps with the same parse."""
    plot = draw(_plots(polarities=_polarities, marks=st.sampled_from(MARKS)))
    one, other = (_compose(plot, draw(_casts(_people))).candidate() for _ in range(2))
    if draw(st.booleans()):
        return one, other
    parse = draw(_parses(*_split(one.text)))
    return evolve(one, sentence=parse), evolve(other, sentence=_reword(parse, *_split(other.text)))


def _split(text: str) -> tuple[list[str], list[Span]]:
    found = [*_WORD.finditer(text)]
    return [match[0] for match in found], [Span(*match.span()) for match in found]


def _reword(sentence: Sentence, words: Sequence[str], places: Sequence[Span]) -> Sentence:
    """The same tree over as many other words."""
    starts = {token.start: place.start for token, place in zip(sentence.tokens, places, strict=True)}
    ends = {token.end: place.end for token, place in zip(sentence.tokens, places, strict=True)}
    reworded = [
        evolve(
            token,
            start=place.start,
            end=place.end,
            text=word,
            lemma=word if token.lemma == token.text else word.lower(),
        )
        for token, word, place in zip(sentence.tokens, words, places, strict=True)
    ]
    found = [Name(Span(starts[name.span.start], ends[name.span.end]), name.kind) for name in sentence.names]
    return Sentence(reworded, found)
