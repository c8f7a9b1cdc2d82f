"""Features of polarity: evaluations of the target and polar words near it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from math import prod
from typing import TYPE_CHECKING, Final

from ._base import CandidateFeatures, Feature
from ._candidate_reading import TARGET_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...syntax._grammar import Grammar
    from ...values import Token
    from ._candidate_reading import CandidateReading, TargetEvaluation


_LONGEST: Final = 7
"""Steps up the tree that a path is followed, at most."""

_NEAR: Final = 4
_FAR: Final = 3
"""Distances are told in steps of so many words, the last step being everything further away."""


class EvaluationFeatures(CandidateFeatures):
    """Evaluations for and against the target, by holder, certainty and facet.

    What the ``rules`` scorer finds: for each way in which a polar word reaches the target and each
    sign, how much it weighs in sum and whether there is any; the same by voice, facet, certainty,
    negation and quotation; and how polar the passage's words are whoever they speak of.

    Args:
        min_count: What fewer candidates have is not learned; at least 1.

        normed: Whether each row is scaled to length 1.
    """

    adds_up = True

    def __init__(self, *, min_count: int = 2, normed: bool = False) -> None:
        super().__init__(min_count=min_count, normed=normed)

    def find(self, reading: CandidateReading) -> Iterator[Feature]:
        """Sums first as parts that add up, then what there is any of."""
        there: dict[str, list[Token]] = {}
        for name, value, words in self._parts(reading):
            yield Feature(name, value, words)
            there.setdefault(name, []).extend(words)
        for name, tokens in there.items():
            yield Feature(f"any {name}", 1.0, tuple(tokens))

    def _parts(self, reading: CandidateReading) -> Iterator[Feature]:
        for at, word in reading.polar_words:
            grammar = reading.grammars[at]
            score = max((pattern.score for pattern in word.entry.patterns), key=abs)
            words = tuple(grammar.tokens[i] for i in word.at)
            yield Feature(f"word {_sign(score)}", abs(score), words)
            yield Feature(f"words {_sign(score)}", 1.0, words)
            if grammar.quoted[word.head]:
                yield Feature(f"quoted word {_sign(score)}", abs(score), words)
        for item in reading.evaluations:
            yield from _of_evaluation(reading, item)


def _of_evaluation(reading: CandidateReading, item: TargetEvaluation) -> Iterator[Feature]:
    evaluation = item.evaluation
    score = evaluation.score
    if not score:
        return
    words = _words_of(reading, item)
    link, sign, size = evaluation.link.value, _sign(score), abs(score)
    voice = _voice_of(item)
    yield Feature(f"{link} {sign}", size, words)
    yield Feature(f"{link} count {sign}", 1.0, words)
    yield Feature(f"{link} by {voice} {sign}", size, words)
    yield Feature(f"{link} count by {voice} {sign}", 1.0, words)
    yield Feature(f"{link} {evaluation.context.certainty.value} {sign}", 1.0, words)
    if evaluation.pattern.facet is not None:
        yield Feature(f"{link} {evaluation.pattern.facet.value} {sign}", size, words)
    if prod(effect.factor for effect in evaluation.context.effects) < 0:
        yield Feature(f"{link} negated {sign}", 1.0, words)
    if reading.grammars[item.sentence].quoted[evaluation.word.head]:
        yield Feature(f"{link} quoted {sign}", size, words)


class PolarWordFeatures(CandidateFeatures):
    """Polar words that evaluate the target, with their link to it and their role.

    Args:
        min_count: What fewer candidates have is not learned; at least 1.

        normed: Whether each row is scaled to length 1.
    """

    def find(self, reading: CandidateReading) -> Iterator[Feature]:
        """Each polar word that evaluates, by itself and by its part of speech and relation."""
        for item in reading.evaluations:
            evaluation = item.evaluation
            words = _words_of(reading, item)
            how = f"{evaluation.link.value} {_sign(evaluation.score)}"
            if reading.candidate.holder is not None:
                how = f"{how} by {_voice_of(item)}"
            relation = reading.grammars[item.sentence].deps[evaluation.word.head]
            yield Feature(f"{how}: {' '.join(evaluation.word.entry.words)}", 1.0, words)
            yield Feature(f"{how}: {evaluation.word.entry.part} as {relation}", 1.0, words)


class PolarPathFeatures(CandidateFeatures):
    """Dependency paths from the target to polar words, whatever words they are.

    Says of each polar word, with its sign and part of speech, by which relations it is reached from
    the target, by how many steps up and down, and how far before or behind the target it stands.

    Args:
        min_count: What fewer candidates have is not learned; at least 1.

        normed: Whether each row is scaled to length 1.
    """

    def find(self, reading: CandidateReading) -> Iterator[Feature]:
        """For each polar word its sort, its path and its distance."""
        targets = [[at for at, key in enumerate(keys) if key == TARGET_KEY] for keys in reading.keys]
        for sentence, word in reading.polar_words:
            grammar = reading.grammars[sentence]
            score = max((pattern.score for pattern in word.entry.patterns), key=abs)
            sort = f"{word.entry.part} {_sign(score)}"
            words = tuple(grammar.tokens[at] for at in word.at)
            yield Feature(sort, 1.0, words)
            target = _nearest(targets[sentence], word.head)
            if target is None:
                continue
            distance = word.head - target
            side = "before" if distance < 0 else "after"
            yield Feature(f"{sort} {min(_FAR, abs(distance) // _NEAR)} {side}", 1.0, words)
            up, down = _between(grammar, target, word.head)
            if up or down:
                yield Feature(f"{sort} {len(up)} up {len(down)} down", 1.0, words)
                path = " ".join(
                    [*(f"<{relation}" for relation in up), *(f">{relation}" for relation in down)]
                )
                yield Feature(f"{path} {sort}", 1.0, words)
                yield Feature(f"{path} {_sign(score)}", 1.0, words)


def _nearest(places: list[int], at: int) -> int | None:
    """The nearest of some positions, which are in order; the first of two as near."""
    behind = bisect_left(places, at)
    return min(places[max(0, behind - 1) : behind + 1], key=lambda i: abs(i - at), default=None)


def _between(grammar: Grammar, target: int, word: int) -> tuple[list[str], list[str]]:
    """The relations from the target up to what it shares with a word, and down from there to the word."""
    up = [target, *islice(grammar.up(target), _LONGEST)]
    down = [word, *islice(grammar.up(word), _LONGEST)]
    shared = next((at for at in up if at in down), None)
    if shared is None:
        return [], []
    return (
        [grammar.deps[at].partition(":")[0] for at in up[: up.index(shared)]],
        [grammar.deps[at].partition(":")[0] for at in reversed(down[: down.index(shared)])],
    )


def _sign(score: float) -> str:
    return "+" if score > 0 else "-"


def _voice_of(item: TargetEvaluation) -> str:
    """Who evaluates, without a name."""
    if item.is_holders:
        return "holder"
    return "speaker" if item.evaluation.holders is None else "somebody"


def _words_of(reading: CandidateReading, item: TargetEvaluation) -> tuple[Token, ...]:
    grammar = reading.grammars[item.sentence]
    shown = {*item.evaluation.word.at, *item.evaluation.context.modifiers}
    return tuple(grammar.tokens[at] for at in sorted(shown))
