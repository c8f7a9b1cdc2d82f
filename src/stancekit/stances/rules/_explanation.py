"""Explanation of a rating: what each polar word adds, as a product of factors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from ...values import Span
from ...values._fields import as_tuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...values import Candidate, Facet
    from ..masking._mask import MaskedCandidate
    from ._scope_walk import Effect
    from ._weights import PolarityMass, WeightedEvaluation


@frozen
class ExplanationStep:
    """One factor of what a polar word adds to a score.

    Args:
        rule: Its kind: "negator", "intensifier", "contrast", "question", "reach" ...

        factor: What the word's score is multiplied by.

        spans: The words that cause it, in the candidate's text; empty where none does.

        text: The same words.
    """

    rule: str
    factor: float
    spans: tuple[Span, ...] = field(default=(), converter=as_tuple)
    text: str = ""

    def __str__(self) -> str:
        words = f" “{self.text}”" if self.text else ""
        return f"× {self.factor:.3g} {self.rule}{words}"


@frozen
class Contribution:
    """What a polar word adds to a rating's score: its own score times the factors of all steps.

    Args:
        entry: The lexicon's entry, as written there.

        table: The lexicon's table.

        pattern: Its pattern (who evaluates whom), as written there.

        score: Its score there, -1 to 1.

        facet: The facet that it evaluates.

        link: How it is linked to the target: "direct", "mirrored", "spoken", "elsewhere" or
            "near".

        spans: Its words, with the modifiers beside them, in the candidate's text.

        text: The same words.

        steps: The factors of its score, in order.

        weight: What it adds, -1 to 1; over all contributions these sum to the rating's score.
    """

    entry: str
    table: str
    pattern: str
    score: float
    facet: Facet | None
    link: str
    spans: tuple[Span, ...] = field(converter=as_tuple)
    text: str
    steps: tuple[ExplanationStep, ...] = field(converter=as_tuple)
    weight: float

    def __str__(self) -> str:
        sense = f"{self.entry} ({self.table} {self.pattern}, {self.score:+g})"
        return f"{self.weight:+.3f}  “{self.text}”: " + " ".join([sense, *map(str, self.steps)])


def contributions(
    polarity_mass: PolarityMass, masked: MaskedCandidate, original: Candidate
) -> tuple[Contribution, ...]:
    """What each polar word adds, in text order, with its words in the original's text."""
    return tuple(
        _contribution(weighted, polarity_mass.total, masked, original) for weighted in polarity_mass.weighted
    )


def _contribution(
    weighted: WeightedEvaluation, total: float, masked: MaskedCandidate, original: Candidate
) -> Contribution:
    evaluation = weighted.evaluation
    pattern, spans = evaluation.pattern, [_unmasked(span, masked) for span in weighted.spans]
    return Contribution(
        entry=evaluation.word.entry.written,
        table=pattern.table,
        pattern=str(pattern),
        score=pattern.score,
        facet=pattern.facet,
        link=evaluation.link.value,
        spans=spans,
        text=_words(spans, original),
        steps=_steps(weighted, total, masked, original),
        weight=weighted.mass / total,
    )


def _steps(
    weighted: WeightedEvaluation, total: float, masked: MaskedCandidate, original: Candidate
) -> Iterator[ExplanationStep]:
    for effect in weighted.evaluation.effects:
        yield _step(effect, weighted, masked, original)
    yield ExplanationStep(f"weight of a {weighted.evaluation.link.value} word", weighted.unit)
    yield ExplanationStep("share of all that speaks", 1.0 / total)


def _step(
    effect: Effect, weighted: WeightedEvaluation, masked: MaskedCandidate, original: Candidate
) -> ExplanationStep:
    tokens = weighted.sentence.tokens
    spans = [_unmasked(tokens[at].span, masked) for at in sorted(effect.at)]
    return ExplanationStep(effect.rule, effect.factor, spans, _words(spans, original))


def _unmasked(span: Span, masked: MaskedCandidate) -> Span:
    """Where words of the masked text stand in the original; of a placeholder, the name."""
    found = masked.to_original(span)
    if found is None:
        names = [r.original for r in masked.replacements if r.masked.overlaps(span)]
        found = Span(names[0].start, names[-1].end)
    return found


def _words(spans: Iterable[Span], original: Candidate) -> str:
    return " … ".join(span.of(original.text) for span in spans)
