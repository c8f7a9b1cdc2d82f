"""How much a polar word counts, and what all of them come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...values import Facet
from ._evaluation import Evaluation, Link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...values import Sentence, Span

NEUTRAL_MASS: Final = 1.0
"""What speaks for neutral; the unit of all weights."""


@frozen
class Weights:
    """How much a polar word counts, in units of what speaks for neutral.

    Args:
        links: What one unit of a word's score weighs, by link and sign.

        sympathy: The same for a victim's plight.

        harm: The same for what is done to a victim: "killed" says little against who was killed.

        floor: What speaks for either polarity before any word does.
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
    """An evaluation and what it adds to what speaks for the target (or, below 0, against it).

    Args:
        evaluation: The evaluation.

        sentence: Where it stands.

        spans: Its words, in the candidate's text.

        unit: What one unit of its score weighs.
    """

    evaluation: Evaluation
    sentence: Sentence
    spans: Sequence[Span]
    unit: float

    @property
    def mass(self) -> float:
        """Its signed weight, in units of what speaks for neutral."""
        return self.evaluation.score * self.unit


@frozen
class PolarityMass:
    """What speaks for a target and against it.

    Args:
        weighed: The evaluations that count.

        floor: What speaks for either polarity before any word does.
    """

    weighted: tuple[WeightedEvaluation, ...]
    floor: float

    @property
    def against(self) -> float:
        """What speaks against it."""
        return self.floor - sum(w.mass for w in self.weighted if w.mass < 0)

    @property
    def in_favour(self) -> float:
        """What speaks for it."""
        return self.floor + sum(w.mass for w in self.weighted if w.mass > 0)

    @property
    def total(self) -> float:
        """All that speaks for anything."""
        return self.against + NEUTRAL_MASS + self.in_favour


def unit_of(evaluation: Evaluation, weights: Weights) -> float:
    """What one unit of an evaluation's score weighs."""
    if evaluation.frame.facet is Facet.VICTIMHOOD and evaluation.frame.score > 0:
        return weights.sympathy
    if evaluation.score < 0 and evaluation.link is Link.DIRECT and _is_harm(evaluation):
        return weights.harm
    return weights.links[evaluation.link, 1 if evaluation.score > 0 else -1]


def _is_harm(evaluation: Evaluation) -> bool:
    """Whether whom the word is directed against is its victim, too."""
    frame = evaluation.frame
    return frame.score < 0 and any(
        other.facet is Facet.VICTIMHOOD and other.score > 0 and other.target == frame.target
        for other in evaluation.word.entry.frames
    )
