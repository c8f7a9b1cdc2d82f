"""Ensemble of stance scorers: a logarithmic opinion pool with weights that can be learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from attrs import Factory, evolve, field, frozen
from attrs.validators import instance_of, min_len, optional
from scipy.optimize import minimize
from scipy.special import log_softmax, softmax
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.validation import check_is_fitted

from ...values import Certainty, Evidence, Polarity, Rating
from ...values._fields import as_tuple
from ..masking._candidate_parse import question_of
from ..scoring._estimator import CandidateInputMixin
from ..scoring._protocol import scorer_label
from ..scoring._rate import rate
from ..scoring._registry import scorers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from ...values import Candidate
    from ..scoring._protocol import StanceScorer

POLARITIES: Final = tuple(p.value for p in (Polarity.NEGATIVE, Polarity.NEUTRAL, Polarity.POSITIVE))

_SHARE: Final = 0.25
"""Evidence that weighs less, against the weightiest, is not shown."""

_LEAST: Final = 1e-4
"""No member is surer than this that something is not so."""


@frozen
class OpinionPool:
    """A logarithmic opinion pool: P is proportional to the members' P to the power of their weights.

    See Genest & Zidek, Statistical Science 1986; with a bias for each polarity.

    Args:
        weights: One a member; 1 takes an opinion as it is.

        biases: Added to the log-probability of negative, neutral and positive.
    """

    weights: tuple[float, ...] = field(converter=as_tuple, validator=min_len(1))
    biases: tuple[float, ...] = field(default=(0.0, 0.0, 0.0), converter=as_tuple)

    @classmethod
    def even(cls, count: int) -> OpinionPool:
        """The geometric mean of *count* opinions."""
        return cls([1 / count] * count)

    def __call__(self, opinions: NDArray[np.float64]) -> NDArray[np.float64]:
        """Pool opinions.

        Args:
            opinions: Log-probabilities, 0 where a member abstains, shape ``(n, n_members, 3)``.

        Returns:
            Probabilities of negative, neutral and positive, shape ``(n, 3)``.
        """
        scores = np.tensordot(opinions, self.weights, (1, 0)) + self.biases
        pooled: NDArray[np.float64] = softmax(scores, axis=-1)
        return pooled


def opinions_of(ratings: Iterable[Sequence[Rating | None]]) -> NDArray[np.float64]:
    """Log-probabilities of members' ratings of the same candidates, as `OpinionPool` takes them."""
    rows = [[_log_probabilities(rating) for rating in member] for member in ratings]
    return np.array(rows, dtype=np.float64).swapaxes(0, 1)


def _log_probabilities(rating: Rating | None) -> NDArray[np.float64]:
    if rating is None:
        return np.zeros(len(POLARITIES))
    found: NDArray[np.float64] = np.log(
        np.maximum([rating.negative, rating.neutral, rating.positive], _LEAST)
    )
    return found


class EnsembleClassifier(CandidateInputMixin, ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Learns how far to trust each of several stance scorers.

    Args:
        members: Names of registered stance scorers, or stance scorers.

        ridge: Strength of the pull towards an even pool; larger is stronger.

    Attributes:
        classes_: ``negative``, ``neutral``, ``positive``.

        pool_: The learned `OpinionPool`.

    Example:
        >>> from stancekit import Candidate, Span
        >>> text = "Boyle {} Alden."
        >>> words = {"praised": "positive", "met": "neutral", "slandered": "negative"}
        >>> candidates = [Candidate(f"Boyle {w} Alden.", Span(7 + len(w), 12 + len(w))) for w in words]
        >>> classifier = EnsembleClassifier(members=("rules", "textblob")).fit(candidates, [*words.values()])
        >>> classifier.predict(candidates).tolist()
        ['positive', 'neutral', 'negative']
    """

    def __init__(
        self, *, members: Sequence[str | StanceScorer] = ("rules", "encoder"), ridge: float = 1.0
    ) -> None:
        self.members = members
        self.ridge = ridge

    def fit(self, X: Sequence[Candidate], y: Sequence[str]) -> EnsembleClassifier:  # noqa: N803
        """Learn the weights on candidates that no member was trained on.

        Args:
            X: Candidates.

            y: A polarity each.

        Raises:
            ValueError: A label is no polarity, or there are more or fewer labels than candidates.
        """
        if len(X) != len(y) or not len(X):
            msg = f"'X' and 'y' must be of one length and not empty (got {len(X)} and {len(y)})"
            raise ValueError(msg)
        if unknown := sorted({*y} - {*POLARITIES}):
            msg = f"'y' must hold nothing but {', '.join(POLARITIES)} (got {unknown[0]!r})"
            raise ValueError(msg)
        gold = np.array([POLARITIES.index(label) for label in y])
        opinions = self._opinions(X)
        self.classes_ = np.array(POLARITIES)
        self.pool_ = fit_pool(opinions, gold, ridge=self.ridge)
        return self

    def predict_proba(self, X: Sequence[Candidate]) -> NDArray[np.float64]:  # noqa: N803
        """Probabilities in the order of ``classes_``, shape ``(n_candidates, 3)``."""
        check_is_fitted(self)
        return self.pool_(self._opinions(X))

    def predict(self, X: Sequence[Candidate]) -> NDArray[Any]:  # noqa: N803
        """The likeliest polarity of each candidate."""
        found: NDArray[Any] = self.classes_[self.predict_proba(X).argmax(axis=1)]
        return found

    def _opinions(self, candidates: Sequence[Candidate]) -> NDArray[np.float64]:
        return opinions_of(rate(member, candidates) for member in make_members(self.members))


def fit_pool(opinions: NDArray[np.float64], gold: NDArray[np.int64], *, ridge: float = 1.0) -> OpinionPool:
    """Fit the pool under which *gold*, indices of polarities, is likeliest; biases add up to 0."""
    count = opinions.shape[1]

    def loss(point: NDArray[np.float64]) -> float:
        scores = np.tensordot(opinions, point[:count], (1, 0)) + point[count:]
        likelihood = log_softmax(scores, axis=-1)[np.arange(len(gold)), gold].sum()
        pull = ((point[:count] - 1 / count) ** 2).sum() + (point[count:] ** 2).sum()
        return float(ridge * pull - likelihood)

    start = np.array([1 / count] * count + [0.0] * len(POLARITIES))
    bounds = [(0.0, None)] * count + [(None, None)] * len(POLARITIES)
    found = minimize(loss, start, method="L-BFGS-B", bounds=bounds).x
    return OpinionPool(found[:count].tolist(), (found[count:] - found[count:].mean()).tolist())


def make_members(members: Iterable[str | StanceScorer]) -> tuple[StanceScorer, ...]:
    """Stance scorers as they are; names are made into scorers by the registry.

    Raises:
        UnknownScorerError: No stance scorer goes by a name.
    """
    return tuple(scorers.make(member) if isinstance(member, str) else member for member in members)


def _as_dict(pools: Mapping[str, OpinionPool]) -> dict[str, OpinionPool]:
    return dict(pools)


# A factory, not a decorated default: only this shows type checkers that the version may be left out.
def _member_versions(scorer: EnsembleScorer) -> str:
    return "+".join(scorer_label(member).replace(" ", "-") for member in scorer.members)


@frozen
class EnsembleScorer:
    """Asks several stance scorers and pools what they say.

    Its evidence is the members', weighed by how far each is trusted and kept where it speaks for the
    pooled polarity; the weights add up to the score. Facets and certainty are those of the first
    member that tells them.

    Args:
        members: Names of registered stance scorers, or stance scorers; ``rules`` and ``encoder`` if not
            told.

        pool: How their opinions are pooled, by what a candidate asks: ``framing``, ``holding`` or
            ``voice``; an even pool where it is not told.

        in_analyses: The pool for candidates that bring a parse, as those of an analysis do, whatever
            they ask; as ``pool`` says if not told.

        name: What it is recorded as.

        version: Recorded behind the name; the members' names and versions if not told.

    Raises:
        UnknownScorerError: No stance scorer goes by a name.

        ValueError: There is no member, or a pool is for another number of them.

    Example:
        >>> from stancekit import Candidate, Span
        >>> scorer = EnsembleScorer(["rules", "textblob"])
        >>> rating, = scorer.score([Candidate("Alden was brilliant.", Span(0, 5))])
        >>> rating.polarity.value, [item.span.of("Alden was brilliant.") for item in rating.evidence]
        ('positive', ['brilliant'])
    """

    members: tuple[StanceScorer, ...] = field(
        default=("rules", "encoder"), converter=make_members, validator=min_len(1)
    )
    pool: Mapping[str, OpinionPool] = field(factory=dict, converter=_as_dict)
    in_analyses: OpinionPool | None = field(
        default=None, validator=optional(instance_of(OpinionPool)), kw_only=True
    )
    name: str = field(default="ensemble", validator=instance_of(str), kw_only=True)
    version: str = field(
        default=Factory(_member_versions, takes_self=True), validator=instance_of(str), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        told = {f"'pool' for {kind!r}": pool for kind, pool in self.pool.items()}
        if self.in_analyses is not None:
            told["'in_analyses'"] = self.in_analyses
        for what, pool in told.items():
            if len(pool.weights) != len(self.members):
                expected = f"one weight for each of {len(self.members)} members"
                msg = f"{what} must have {expected} (got {len(pool.weights)})"
                raise ValueError(msg)

    def score(self, candidates: Sequence[Candidate], /) -> list[Rating | None]:
        """Judge each candidate; abstain where all members do."""
        answers = [member.score(candidates) for member in self.members]
        return [
            self._pool_ratings(candidate, ratings)
            for candidate, *ratings in zip(candidates, *answers, strict=True)
        ]

    def _pool_for(self, candidate: Candidate) -> OpinionPool:
        if self.in_analyses is not None and candidate.sentence is not None:
            return self.in_analyses
        return self.pool.get(question_of(candidate)) or OpinionPool.even(len(self.members))

    def _pool_ratings(self, candidate: Candidate, ratings: Sequence[Rating | None]) -> Rating | None:
        told = [rating for rating in ratings if rating is not None]
        if not told:
            return None
        pool = self._pool_for(candidate)
        ((negative, neutral, positive),) = pool(opinions_of([[rating] for rating in ratings])).tolist()
        rating = Rating(
            negative=negative,
            neutral=neutral,
            positive=positive,
            certainty=next((r.certainty for r in told if r.evidence), Certainty.ASSERTED),
        )
        if not rating.polarity.sign:
            return rating
        weighted = [
            (item, trust)
            for member, trust in zip(ratings, pool.weights, strict=True)
            for item in (() if member is None else member.evidence)
        ]
        return evolve(rating, evidence=_merge_evidence(weighted, rating.score))


def _merge_evidence(weighted: Iterable[tuple[Evidence, float]], score: float) -> list[Evidence]:
    """Evidence for a score's side, each place once, its weights adding up to the score."""
    kept: list[Evidence] = []
    weights: list[float] = []
    for item, trust in weighted:
        weight = item.weight * trust
        if weight * score <= 0:
            continue
        at = next((at for at, known in enumerate(kept) if known.span.overlaps(item.span)), None)
        if at is None:
            kept.append(item)
            weights.append(weight)
        else:
            weights[at] += weight
            kept[at] = evolve(kept[at], facet=kept[at].facet or item.facet)
    least = _SHARE * max(map(abs, weights), default=0.0)
    shown = [(item, weight) for item, weight in zip(kept, weights, strict=True) if abs(weight) >= least]
    total = sum(weight for _, weight in shown)
    found = [evolve(item, weight=score * weight / total) for item, weight in shown]
    return sorted(found, key=lambda item: item.span)
