"""What each polar word adds to a rating of the rules, and how it comes to that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from ...values import Span
from ...values._fields import as_tuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...values import Candidate, Facet
    from ..masking._mask import Masked
    from ._scope_walk import Effect
    from ._weights import Balance, Weighed


@frozen
class Step:
    """One thing that changes what a polar word adds.

    Args:
        rule: What it is: "negator", "intensifier", "contrast", "question", "reach" ...

        factor: What the word's score is multiplied by.

        spans: The words that do it, in the candidate's text; empty for what no word does.

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

        frame: Who evaluates whom by it, as written there.

        score: Its score there, -1 to 1.

        facet: What of the target it speaks of.

        link: How it comes to speak of the target: "direct", "mirrored", "spoken", "elsewhere" or
            "near".

        spans: Its words, with the modifiers beside them, in the candidate's text.

        text: The same words.

        steps: What changes its score, in order.

        weight: What it adds, -1 to 1; over all contributions these sum to the rating's score.
    """

    entry: str
    table: str
    frame: str
    score: float
    facet: Facet | None
    link: str
    spans: tuple[Span, ...] = field(converter=as_tuple)
    text: str
    steps: tuple[Step, ...] = field(converter=as_tuple)
    weight: float

    def __str__(self) -> str:
        sense = f"{self.entry} ({self.table} {self.frame}, {self.score:+g})"
        return f"{self.weight:+.3f}  “{self.text}”: " + " ".join([sense, *map(str, self.steps)])


def contributions(balance: Balance, masked: Masked, original: Candidate) -> tuple[Contribution, ...]:
    """What each polar word adds, in text order, with its words in the original's text."""
    return tuple(_contribution(weighed, balance.total, masked, original) for weighed in balance.weighed)


def _contribution(weighed: Weighed, total: float, masked: Masked, original: Candidate) -> Contribution:
    evaluation = weighed.evaluation
    frame, spans = evaluation.frame, [_unmasked(span, masked) for span in weighed.spans]
    return Contribution(
        entry=evaluation.word.entry.written,
        table=frame.table,
        frame=str(frame),
        score=frame.score,
        facet=frame.facet,
        link=evaluation.link.value,
        spans=spans,
        text=_words(spans, original),
        steps=_steps(weighed, total, masked, original),
        weight=weighed.mass / total,
    )


def _steps(weighed: Weighed, total: float, masked: Masked, original: Candidate) -> Iterator[Step]:
    for effect in weighed.evaluation.effects:
        yield _step(effect, weighed, masked, original)
    yield Step(f"weight of a {weighed.evaluation.link.value} word", weighed.unit)
    yield Step("share of all that speaks", 1.0 / total)


def _step(effect: Effect, weighed: Weighed, masked: Masked, original: Candidate) -> Step:
    tokens = weighed.sentence.tokens
    spans = [_unmasked(tokens[at].span, masked) for at in sorted(effect.at)]
    return Step(effect.rule, effect.factor, spans, _words(spans, original))


def _unmasked(span: Span, masked: Masked) -> Span:
    """Where words of the masked text stand in the original; of a placeholder, the name."""
    found = masked.to_original(span)
    if found is None:
        names = [r.original for r in masked.replacements if r.masked.overlaps(span)]
        found = Span(names[0].start, names[-1].end)
    return found


def _words(spans: Iterable[Span], original: Candidate) -> str:
    return " … ".join(span.of(original.text) for span in spans)
