"""The mean of several ratings of one holder and target, and the facets of a rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import Certainty, Evidence, Facet, Rating, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def mean_rating(ratings: Sequence[Rating]) -> Rating:
    """The mean of the probabilities, the evidence of all, the certainty of the strongest.

    Args:
        ratings: One or more.

    Example:
        >>> mean_rating([Rating.of_score(1), Rating.of_score(0)]).score
        0.5
    """
    if len(ratings) == 1:
        return ratings[0]
    count = len(ratings)
    strongest = max(ratings, key=lambda rating: abs(rating.score))
    evidence: dict[Span, Evidence] = {}
    for item in (item for rating in ratings for item in rating.evidence):
        before = evidence.get(item.span)
        weight = item.weight / count + (0.0 if before is None else before.weight)
        facet = item.facet if before is None or before.facet is None else before.facet
        evidence[item.span] = Evidence(item.span, max(-1.0, min(1.0, weight)), facet, item.text)
    return Rating(
        negative=sum(r.negative for r in ratings) / count,
        neutral=sum(r.neutral for r in ratings) / count,
        positive=sum(r.positive for r in ratings) / count,
        evidence=[evidence[span] for span in sorted(evidence)],
        certainty=Certainty(strongest.certainty),
    )


def facets_of(rating: Rating) -> list[Facet]:
    """The facets of the evidence for a rating's polarity, strongest first."""
    weights: dict[Facet, float] = {}
    for item in rating.evidence:
        if item.facet is not None:
            weights[item.facet] = weights.get(item.facet, 0.0) + item.weight
    sign = rating.polarity.sign
    kept = [facet for facet, weight in weights.items() if not sign or weight * sign > 0]
    return sorted(kept, key=lambda facet: -abs(weights[facet]))
