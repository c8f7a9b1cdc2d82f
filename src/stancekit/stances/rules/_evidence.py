"""Evidence spans of evaluations: the polar word with its modifiers, without names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ...values import Evidence, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ...values import Sentence
    from ._evaluation import Evaluation
    from ._polar_words import PolarWord

_MAX_SPREAD = 2
"""Words that may stand between a polar word and its modifier in one span of evidence, at most."""


def evidence_spans(evaluation: Evaluation, sentence: Sentence, names: Sequence[Span]) -> list[Span]:
    """The spans of an evaluation's words; a name among them splits the span.

    Args:
        evaluation: The evaluation.

        sentence: Where it stands.

        names: The spans of all names in the sentence.
    """
    tokens = sentence.tokens

    def is_name(at: int) -> bool:
        token = tokens[at]
        return any(token.start < name.end and name.start < token.end for name in names)

    def is_ending(at: int) -> bool:
        return tokens[at].pos == "PART" and tokens[at].dep == "case"

    pieces = _pieces(_shown_range(evaluation.word, evaluation.context.modifiers), is_name, is_ending)
    return [Span(tokens[first].start, tokens[last].end) for first, last in pieces]


def merge_evidence(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Merge evidence of the same span: weights add up, the strongest facet stays."""
    by_span: dict[Span, list[Evidence]] = defaultdict(list)
    for item in evidence:
        by_span[item.span].append(item)
    return [
        Evidence(
            span,
            sum(item.weight for item in items),
            max((i for i in items if i.facet), key=lambda i: abs(i.weight), default=items[0]).facet,
        )
        for span, items in sorted(by_span.items())
    ]


def _shown_range(word: PolarWord, modifiers: Iterable[int]) -> tuple[int, int]:
    """First and last word to show: the polar word with the modifiers beside it."""
    first, last = word.first, word.last
    for at in sorted(modifiers, key=lambda at: abs(at - word.head)):
        if first - _MAX_SPREAD - 1 <= at < first:
            first = at
        elif last < at <= last + 1:
            last = at
    return first, last


def _pieces(
    shown: tuple[int, int], is_name: Callable[[int], bool], is_ending: Callable[[int], bool]
) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for at in range(shown[0], shown[1] + 1):
        if is_name(at) or (at and is_ending(at) and is_name(at - 1)):
            continue
        if pieces and pieces[-1][1] == at - 1:
            pieces[-1] = (pieces[-1][0], at)
        else:
            pieces.append((at, at))
    return pieces
