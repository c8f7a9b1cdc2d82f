"""Who evaluates whom, how, and by which words."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen
from attrs.converters import optional as maybe

from ._actor import Actor, Narrator
from ._document import Sentence
from ._fields import (
    as_number,
    as_tuple,
    check_number,
    clipped,
    instance_of,
    non_empty_text,
    number,
    optional,
    text,
    tuple_of,
)
from ._quote import Quote
from ._span import Span, check_inside
from ._words import Attitude, Certainty, Facet, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute

_probability = number(0, 1)
_signed = number(-1, 1)

_SHOWN: Final = 3
"""Pieces of evidence that a `repr` tells."""


@frozen(repr=False)
class Evidence:
    """Words that carry a stance.

    Args:
        span: Where they stand, in the text of whatever holds the evidence: the article for a
            stance, the passage for a rating.

        weight: What they add to the score, -1 to 1.

        facet: What of the target they speak of.

        text: The words themselves.
    """

    span: Span = field(validator=instance_of(Span, "a Span"))
    weight: float = field(converter=as_number, validator=_signed)
    facet: Facet | None = field(default=None, converter=maybe(Facet))
    text: str = field(default="", validator=text)

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.span.start

    @property
    def end(self) -> int:
        """Offset just past the last character."""
        return self.span.end

    @property
    def _words(self) -> str:
        return f'"{clipped(self.text)}"' if self.text else f"{self.start}-{self.end}"

    def __repr__(self) -> str:
        place = f" {self.start}-{self.end}" if self.text else ""
        facet = "" if self.facet is None else f" {self.facet.value}"
        return f"<Evidence {self._words}{place}: {self.weight:+.2f}{facet}>"


def _as_facets(facets: Iterable[Any]) -> tuple[Facet, ...]:
    found = as_tuple(facets)
    return tuple(dict.fromkeys(map(Facet, found))) if type(found) is tuple else found


@frozen(kw_only=True, repr=False)
class Rating:
    """What a stance scorer says of one candidate: three probabilities that sum to 1.

    Args:
        negative: P(negative), 0 to 1.

        neutral: P(neutral), 0 to 1.

        positive: P(positive), 0 to 1.

        evidence: The words that decided it, in the candidate's text.

        certainty: How firmly it is put.

    Raises:
        ValueError: A probability is outside 0 to 1, or they do not sum to 1.

    Example:
        >>> rating = Rating(negative=0.1, neutral=0.2, positive=0.7)
        >>> rating.polarity.value, round(rating.score, 2), rating.confidence
        ('positive', 0.6, 0.7)
    """

    negative: float = field(converter=as_number, validator=_probability)
    neutral: float = field(converter=as_number, validator=_probability)
    positive: float = field(converter=as_number, validator=_probability)
    evidence: tuple[Evidence, ...] = field(
        default=(), converter=as_tuple, validator=tuple_of(Evidence, "pieces of Evidence")
    )
    certainty: Certainty = field(default=Certainty.ASSERTED, converter=Certainty)

    @positive.validator
    def _check_sum(self, _: Attribute[float], positive: float) -> None:
        total = self.negative + self.neutral + positive
        if not isclose(total, 1.0, abs_tol=1e-6):
            msg = f"'negative', 'neutral' and 'positive' must sum to 1 (got {total:g})"
            raise ValueError(msg)

    @classmethod
    def of_score(
        cls,
        score: float,
        *,
        evidence: Iterable[Evidence] = (),
        certainty: Certainty = Certainty.ASSERTED,
    ) -> Rating:
        """Spread a signed score over the three: its size to its side, the rest to neutral.

        Example:
            >>> Rating.of_score(-0.75).negative
            0.75

        Raises:
            TypeError: The score is no number.

            ValueError: It lies outside of -1 to 1.
        """
        check_number("score", score, -1, 1)
        return cls(
            negative=max(0.0, -score),
            neutral=1.0 - abs(score),
            positive=max(0.0, score),
            evidence=evidence,
            certainty=certainty,
        )

    def __repr__(self) -> str:
        shares = ", ".join(f"{polarity.value} {getattr(self, polarity.value):.2f}" for polarity in Polarity)
        evidence = ", ".join(map(repr, self.evidence[:_SHOWN])) + (", ..." * (len(self.evidence) > _SHOWN))
        firmly = "" if self.certainty is Certainty.ASSERTED else f" ({self.certainty.value})"
        return f"<Rating {shares}{firmly}{' by ' if evidence else ''}{evidence}>"

    @property
    def score(self) -> float:
        """P(positive) - P(negative), -1 to 1."""
        return self.positive - self.negative

    @property
    def polarity(self) -> Polarity:
        """The likeliest of the three; neutral where two are level."""
        if self.positive > max(self.negative, self.neutral):
            return Polarity.POSITIVE
        if self.negative > max(self.positive, self.neutral):
            return Polarity.NEGATIVE
        return Polarity.NEUTRAL

    @property
    def confidence(self) -> float:
        """The probability of `polarity`."""
        return float(getattr(self, self.polarity.value))


@frozen
class Candidate:
    """A (holder, target) pair in one passage, ready to be scored.

    Args:
        text: The passage.

        target: Where the target is mentioned in it.

        holder: Where the holder is; `None` for the passage's own voice.

        others: Where further actors are.

        sentence: The passage parsed, with offsets into ``text``; `None` outside an analysis.

    Raises:
        ValueError: A span reaches past the passage, or target and holder overlap.

    Example:
        >>> candidate = Candidate("Ann praised Bob.", target=Span(12, 15), holder=Span(0, 3))
        >>> candidate.target.of(candidate.text)
        'Bob'
    """

    text: str = field(validator=text)
    target: Span = field(validator=instance_of(Span, "a Span"))
    holder: Span | None = field(default=None, validator=optional(Span, "a Span"))
    others: tuple[Span, ...] = field(
        default=(), converter=as_tuple, validator=tuple_of(Span, "Spans"), kw_only=True
    )
    sentence: Sentence | None = field(
        default=None, validator=optional(Sentence, "a Sentence"), kw_only=True, eq=False, repr=False
    )

    @target.validator
    def _check_target(self, _: Attribute[Span], target: Span) -> None:
        check_inside("target", target, len(self.text))

    @holder.validator
    def _check_holder(self, _: Attribute[Span | None], holder: Span | None) -> None:
        if holder is None:
            return
        check_inside("holder", holder, len(self.text))
        if holder.overlaps(self.target):
            target = self.target
            msg = (
                f"'holder' must not overlap 'target', {target.start} to {target.end} "
                f"(got {holder.start} to {holder.end})"
            )
            raise ValueError(msg)

    @others.validator
    def _check_others(self, _: Attribute[tuple[Span, ...]], others: tuple[Span, ...]) -> None:
        for other in others:
            check_inside("others", other, len(self.text))


@frozen(repr=False)
class Stance:
    """A holder's evaluation of a target in one passage.

    Args:
        id: Unique in its analysis, such as ``s1``.

        holder: Who evaluates: an actor, or the `NARRATOR`.

        target: Who is evaluated.

        polarity: Its direction.

        score: Signed, -1 to 1.

        confidence: Probability of the polarity, 0 to 1.

        facets: What of the target is praised or blamed.

        certainty: How firmly it is put.

        evidence: The words that carry it; at least one unless it is neutral.

        sentence: The passage it stands in.

        quote: The quote it stands in; `None` in the article's own voice.

        scorer: Name and version of the stance scorer.

    Raises:
        ValueError: A number is out of range, score and polarity point apart, the holder is the
            target, or a non-neutral stance shows no evidence in its sentence.
    """

    id: str = field(validator=non_empty_text)
    holder: Actor | Narrator = field(validator=instance_of((Actor, Narrator), "an Actor or the NARRATOR"))
    target: Actor = field(validator=instance_of(Actor, "an Actor"))
    polarity: Polarity = field(converter=Polarity, kw_only=True)
    score: float = field(converter=as_number, validator=_signed, kw_only=True)
    confidence: float = field(converter=as_number, validator=_probability, kw_only=True)
    facets: tuple[Facet, ...] = field(
        default=(), converter=_as_facets, validator=tuple_of(Facet, "facets"), kw_only=True
    )
    certainty: Certainty = field(default=Certainty.ASSERTED, converter=Certainty, kw_only=True)
    sentence: Span = field(validator=instance_of(Span, "a Span"), kw_only=True)
    evidence: tuple[Evidence, ...] = field(
        default=(), converter=as_tuple, validator=tuple_of(Evidence, "pieces of Evidence"), kw_only=True
    )
    quote: Quote | None = field(default=None, validator=optional(Quote, "a Quote"), kw_only=True)
    scorer: str = field(validator=non_empty_text, kw_only=True)

    def __repr__(self) -> str:
        firmly = "" if self.certainty is Certainty.ASSERTED else f" ({self.certainty.value})"
        who = f"{clipped(self.holder.name)} -> {clipped(self.target.name)}"
        told = [f"{who}: {self.polarity.value}{firmly} {self.score:+.2f}"]
        if self.evidence:
            shown = [*dict.fromkeys(item._words for item in self.evidence)]
            told.append(", ".join([*shown[:_SHOWN], *(["..."] if len(shown) > _SHOWN else [])]))
        if self.facets:
            told.append(f"[{', '.join(facet.value for facet in self.facets)}]")
        return f"<Stance {' '.join(told)}>"

    @property
    def attitude(self) -> Attitude:
        """How the cue of its quote stands to what is reported; neutral in the article's own voice."""
        return Attitude.NEUTRAL if self.quote is None else self.quote.attitude

    @target.validator
    def _check_pair(self, _: Attribute[Actor], target: Actor) -> None:
        if self.holder.id == target.id:
            msg = f"'target' must not be the holder itself (got {target.name!r} for both)"
            raise ValueError(msg)

    @score.validator
    def _check_sign(self, _: Attribute[float], score: float) -> None:
        if self.polarity.sign * score < 0:
            msg = f"'score' must not point against the polarity, {self.polarity.value} (got {score})"
            raise ValueError(msg)

    @evidence.validator
    def _check_evidence(self, _: Attribute[tuple[Evidence, ...]], evidence: tuple[Evidence, ...]) -> None:
        if self.polarity is not Polarity.NEUTRAL and not evidence:
            msg = f"'evidence' must not be empty for a {self.polarity.value} stance (got none)"
            raise ValueError(msg)
        for item in evidence:
            if item.span not in self.sentence:
                msg = f"'evidence' must lie inside its sentence, {self.sentence} (got {item.span})"
                raise ValueError(msg)
