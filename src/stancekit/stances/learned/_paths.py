"""Features of syntax: dependency paths from target and holder to words."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from ._base import CandidateFeatures, Feature
from ._candidate_reading import HOLDER_KEY, TARGET_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...syntax._grammar import Grammar
    from ._candidate_reading import CandidateReading

_MAX_MENTIONS: Final = 3
"""Mentions of an actor in a sentence that paths are followed from."""

_MAX_WORDS: Final = 60
"""Words that are reached from one mention, at most; a list of hundreds tells nothing."""

_PARTED: Final = 2
"""From so many steps on, a path is also a feature together with the word before its end."""


class PathFeatures(CandidateFeatures):
    """Words by the path of relations that leads to them from the target, and from the holder.

    Args:
        longest: How many relations make a path, at most.

        min_count: What fewer candidates have is not learned; at least 1.

        normed: Whether each row is scaled to length 1.

    Example:
        >>> from stancekit import Candidate, Span
        >>> features = PathFeatures(min_count=1).fit([Candidate("Alden lied.", Span(0, 5))])
        >>> [*features.get_feature_names_out()]
        ['@target <nsubj lie']
    """

    def __init__(self, *, longest: int = 4, min_count: int = 2, normed: bool = True) -> None:
        super().__init__(min_count=min_count, normed=normed)
        self.longest = longest

    def find(self, reading: CandidateReading) -> Iterator[Feature]:
        """The words within reach of each mention; ``<`` leads up, ``>`` down."""
        for keys, grammar in zip(reading.keys, reading.grammars, strict=True):
            for actor in (TARGET_KEY, HOLDER_KEY):
                mentions = [at for at, key in enumerate(keys) if key == actor]
                for at in mentions[:_MAX_MENTIONS]:
                    yield from self._from(at, actor, keys, grammar)

    def _from(self, mention: int, actor: str, keys: list[str], grammar: Grammar) -> Iterator[Feature]:
        paths = {mention: actor}
        waiting = deque([(mention, 0)])
        while waiting and len(paths) < _MAX_WORDS:
            before, steps = waiting.popleft()
            if steps == self.longest:
                continue
            for at, step in _steps(grammar, before):
                if at in paths:
                    continue
                path = paths[at] = f"{paths[before]} {step}"
                waiting.append((at, steps + 1))
                if grammar.deps[at] == "punct":
                    continue
                token = grammar.tokens[at]
                yield Feature(f"{path} {keys[at]}", 1.0, (token,))
                if steps + 1 >= _PARTED:
                    yield Feature(f"{path} {keys[before]} {keys[at]}", 1.0, (grammar.tokens[before], token))


def _steps(grammar: Grammar, at: int) -> Iterator[tuple[int, str]]:
    if grammar.heads[at] != at:
        yield grammar.heads[at], f"<{grammar.deps[at]}"
    for kid in grammar.kids[at]:
        yield kid, f">{grammar.deps[kid]}"
