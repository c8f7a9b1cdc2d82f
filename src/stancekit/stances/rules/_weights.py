"""Weights of evaluations, and their sums: the mass for and against a target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...values import Facet
from ._evaluation import Evaluation, Link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...values import Sentence, Span

NEUTRAL_MASS: Final = 1.0
"""The mass of neutral; the unit of all weights."""


@frozen
class Weights:
    """Mass of one unit of score, in units of the neutral mass.

    Args:
        links: By link and sign of the score.

        sympathy: For a victim's plight.

        harm: For what is done to a victim: "killed" says little against who was killed.

        floor: The mass of either polarity without any word.
    """

    links: Mapping[tuple[Link, int], float]
    sympathy: float
    harm: float
    floor: float


FRAMING_WEIGHTS: Final = Weights(
    {
        (Link.DIRECT, +1): 5.4,
        (Link.DIRECT, -1): 18.7,
        (Link.MIRRORED, +1): 2.1,
        (Link.MIRRORED, -1): 1.8,
        (Link.SPOKEN, +1): 0.67,
        (Link.SPOKEN, -1): 0.11,
        (Link.ELSEWHERE, +1): 0.47,
        (Link.ELSEWHERE, -1): 1.1,
        (Link.NEAR, +1): 1.3,
        (Link.NEAR, -1): 3.8,
    },
    sympathy=0.84,
    harm=0.90,
    floor=0.2,
)
"""How a passage frames its target, whoever speaks: fitted by maximum likelihood on NewsMTSC's train
part (8,739 rows, MIT licence), its polarities weighted as news has them (39 % negative, 40 % neutral:
what its "real-world" development part holds). The floor is set, below the likeliest (0.25), so that
passages without a polar word are called neutral as surely as they are."""

HOLDING_WEIGHTS: Final = Weights(
    {(Link.DIRECT, +1): 3.4, (Link.DIRECT, -1): 6.1}, sympathy=4.0, harm=6.1, floor=0.07
)
"""What one holder says of the target: fitted by maximum likelihood on a quarter of DSE's train part
(3,286 pairs in both directions), but for sympathy, which is set so that a plight scored 0.3 just
suffices for a polarity and one of 0.2 does not."""


@frozen
class WeightedEvaluation:
    """An evaluation with its mass for the target or, below 0, against it.

    Args:
        evaluation: The evaluation.

        sentence: Where it stands.

        spans: Its words, in the candidate's text.

        unit: The mass of one unit of its score.
    """

    evaluation: Evaluation
    sentence: Sentence
    spans: Sequence[Span]
    unit: float

    @property
    def mass(self) -> float:
        """Its signed mass, in units of the neutral mass."""
        return self.evaluation.score * self.unit


@frozen
class PolarityMass:
    """The mass of each polarity towards a target.

    Args:
        weighed: The evaluations that count.

        floor: The mass of either polarity without any word.
    """

    weighted: tuple[WeightedEvaluation, ...]
    floor: float

    @property
    def negative(self) -> float:
        """The mass against the target."""
        return self.floor - sum(w.mass for w in self.weighted if w.mass < 0)

    @property
    def positive(self) -> float:
        """The mass for the target."""
        return self.floor + sum(w.mass for w in self.weighted if w.mass > 0)

    @property
    def total(self) -> float:
        """The mass of all three polarities."""
        return self.negative + NEUTRAL_MASS + self.positive


def unit_of(evaluation: Evaluation, weights: Weights) -> float:
    """The mass of one unit of an evaluation's score."""
    if evaluation.pattern.facet is Facet.VICTIMHOOD and evaluation.pattern.score > 0:
        return weights.sympathy
    if evaluation.score < 0 and evaluation.link is Link.DIRECT and _is_harm(evaluation):
        return weights.harm
    return weights.links[evaluation.link, 1 if evaluation.score > 0 else -1]


def _is_harm(evaluation: Evaluation) -> bool:
    """Whether the word's target is also its victim."""
    pattern = evaluation.pattern
    return pattern.score < 0 and any(
        other.facet is Facet.VICTIMHOOD and other.score > 0 and other.target == pattern.target
        for other in evaluation.word.entry.patterns
    )
