"""Features of quotation: what is quoted, who reports, and by which word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...syntax._grammar import SUBJECTS
from ._base import CandidateFeatures, Feature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._candidate_reading import CandidateReading

_FULL_LENGTH = 40
"""Words of a passage that counts as long."""


class QuoteFeatures(CandidateFeatures):
    """What stands in quotation marks, whether the target does, and who says so by which word.

    Args:
        min_count: What fewer candidates have is not learned; at least 1.

        normed: Whether each row is scaled to length 1.
    """

    def find(self, reading: CandidateReading) -> Iterator[Feature]:
        """The passage's shape, its quoted words, its reporting verbs and their subjects."""
        if not reading.targets:
            return
        yield from _shape(reading)
        quoted = [reading.grammars[w.sentence].quoted[w.token.index] for w in reading.words]
        for at in reading.targets:
            yield Feature("target quoted" if quoted[at] else "target not quoted", 1.0, ())
        for word, is_quoted in zip(reading.words, quoted, strict=True):
            if is_quoted and word.key.isalpha():
                yield Feature(f"quoted {word.key}", 1.0, (word.token,))
        yield from _cues(reading)


def _shape(reading: CandidateReading) -> Iterator[Feature]:
    words = reading.words
    yield Feature("length", min(1.0, len(words) / _FULL_LENGTH), ())
    yield Feature("position", (1 + reading.targets[0]) / len(words), ())
    for word in words:
        if word.token.text == "?":
            yield Feature("question", 1.0, ())


def _cues(reading: CandidateReading) -> Iterator[Feature]:
    for keys, grammar in zip(reading.keys, reading.grammars, strict=True):
        for at, token in enumerate(grammar.tokens):
            if token.pos != "VERB" or grammar.lemmas[at] not in grammar.verbs.reporting:
                continue
            yield Feature(f"cue {keys[at]}", 1.0, (token,))
            for subject in grammar.kids_in(at, SUBJECTS):
                who = keys[subject] if keys[subject].startswith("@") else "somebody"
                yield Feature(f"cue {keys[at]} of {who}", 1.0, (token,))
                yield Feature(f"said by {who}", 1.0, ())
