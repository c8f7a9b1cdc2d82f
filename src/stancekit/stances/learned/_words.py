"""Features of words: n-grams of lemmas, by their place relative to the target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ._base import CandidateFeatures, Feature
from ._candidate_reading import HOLDER_KEY, TARGET_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...values import Token
    from ._candidate_reading import CandidateReading, PassageWord

_MAX_WORDS: Final = 400
"""Further away from the first mention of the target, words are not looked at."""


class WordFeatures(CandidateFeatures):
    """Words and runs of words: lemmas, with a placeholder for each name.

    Args:
        longest: How many words in a row make a feature, at most.

        side: Whether a run before the target's nearest mention is another feature than the same
            run behind it.

        window: How many words away from the target's nearest mention a run begins, at most;
            `None` for any number.

        min_count: What fewer candidates have is not learned; at least 1.

        normed: Whether each row is scaled to length 1.

    Example:
        >>> from stancekit import Candidate, Span
        >>> features = WordFeatures(min_count=1).fit([Candidate("Alden lied.", Span(0, 5))])
        >>> [*features.get_feature_names_out()]
        ['.', '@target lie', 'lie', 'lie .']
    """

    def __init__(
        self,
        *,
        longest: int = 2,
        side: bool = False,
        window: int | None = None,
        min_count: int = 2,
        normed: bool = True,
    ) -> None:
        super().__init__(min_count=min_count, normed=normed)
        self.longest = longest
        self.side = side
        self.window = window

    def find(self, reading: CandidateReading) -> Iterator[Feature]:
        """Each run of words."""
        words = _words_in_reach(reading)
        for at, distance in enumerate(_distances(words)):
            if self.window is not None and abs(distance) > self.window:
                continue
            side = ("before " if distance < 0 else "after ") if self.side else ""
            for run in _runs(words, at, self.longest):
                yield Feature(side + _named(run), 1.0, _tokens(run))


class BetweenFeatures(CandidateFeatures):
    """Words between holder and target, and which of the two comes first; nothing without a holder.

    Args:
        longest: How many words in a row make a feature, at most.

        min_count: What fewer candidates have is not learned; at least 1.

        normed: Whether each row is scaled to length 1.
    """

    def __init__(self, *, longest: int = 2, min_count: int = 2, normed: bool = True) -> None:
        super().__init__(min_count=min_count, normed=normed)
        self.longest = longest

    def find(self, reading: CandidateReading) -> Iterator[Feature]:
        """Each run of words from the one to the other."""
        ends = _nearest_pair(reading)
        if ends is None:
            return
        order = "holder first" if reading.words[ends[0]].key == HOLDER_KEY else "target first"
        yield Feature(order, 1.0, ())
        words = reading.words[ends[0] : ends[1] + 1][:_MAX_WORDS]
        for at in range(len(words)):
            for run in _runs(words, at, self.longest):
                if len(run) > 1 or not run[0].is_name:
                    yield Feature(f"{order}: {_named(run)}", 1.0, _tokens(run))


def _words_in_reach(reading: CandidateReading) -> list[PassageWord]:
    """The words that are looked at; none without a target."""
    if not reading.targets:
        return []
    first = reading.targets[0]
    return reading.words[max(0, first - _MAX_WORDS) : first + _MAX_WORDS]


def _runs(words: list[PassageWord], at: int, longest: int) -> Iterator[list[PassageWord]]:
    """The runs that begin at a word; the target alone is none, it stands in every passage."""
    for size in range(1, min(longest, len(words) - at) + 1):
        run = words[at : at + size]
        if size > 1 or run[0].key != TARGET_KEY:
            yield run


def _tokens(run: list[PassageWord]) -> tuple[Token, ...]:
    return tuple(word.token for word in run)


def _named(run: list[PassageWord]) -> str:
    return " ".join(word.key for word in run)


def _distances(words: list[PassageWord]) -> list[int]:
    """How far behind (or, below 0, before) the target's nearest mention each word stands."""
    found = [len(words)] * len(words)
    mention: int | None = None
    for at, word in enumerate(words):
        mention = at if word.key == TARGET_KEY else mention
        if mention is not None:
            found[at] = at - mention
    mention = None
    for at in range(len(words) - 1, -1, -1):
        mention = at if words[at].key == TARGET_KEY else mention
        if mention is not None and mention - at < found[at]:
            found[at] = at - mention
    return found


def _nearest_pair(reading: CandidateReading) -> tuple[int, int] | None:
    """Where the holder and target mentions begin that stand closest to each other, in text order."""
    actors = sorted([*reading.holders, *reading.targets])
    kinds = [reading.words[at].key for at in actors]
    pairs = [(actors[i], actors[i + 1]) for i in range(len(actors) - 1) if kinds[i] != kinds[i + 1]]
    return min(pairs, key=lambda pair: (pair[1] - pair[0], pair[0]), default=None)
