"""Decisions -> weights: a softmax over the candidates and "nobody", with an L2 penalty."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from ._decisions import Decision

    Array = NDArray[np.float64]

PENALTIES = {"person": 0.02, "it": 0.001, "they": 0.001}
"""Half of it times the sum of squared weights is added to the mean loss, by class of pronoun.

About the best in cross-validation on the training part.
"""

FEWEST = 15
"""A feature that fewer candidates have gets no weight."""

MOST_OF_A_TEXT = 10
"""No text counts for more decisions than this."""

GENRES = {"news": 1.5, "interview": 1.5, "speech": 1.5, "court": 1.2, "vlog": 0.5}
"""What a decision of a genre counts; 1 elsewhere. News and what news quotes come first."""

NOBODY = "nobody"
_MOST_STEPS = 100
_SHORTEST_STEP = 1e-6
_ENOUGH = 1e-7


@frozen(eq=False)
class _Problem:
    """All options of all decisions in one row.

    Args:
        features: Of each option, shape ``(n_options, n_features)``.

        right: 1 for right options, else 0.

        first: Position of each decision's first option.

        of: Position of each option's decision.

        counts: What each decision counts; they add up to 1.

        penalty: Of the squared weights.
    """

    features: Array
    right: Array
    first: NDArray[np.int64]
    of: NDArray[np.int64]
    counts: Array
    penalty: float

    def shares(self, weights: Array, among: Array) -> tuple[Array, Array]:
        """Each option's share within its decision, and the log of each decision's total, *among* options."""
        scores = self.features @ weights
        top = np.maximum.reduceat(scores, self.first)
        powers = np.exp(scores - top[self.of]) * among
        totals = np.maximum(np.add.reduceat(powers, self.first), np.finfo(float).tiny)
        return powers / totals[self.of], np.log(totals) + top

    def loss(self, weights: Array) -> float:
        """Mean negative log-likelihood of the right answers, and the penalty."""
        _, total = self.shares(weights, np.ones_like(self.right))
        _, right = self.shares(weights, self.right)
        return float(self.counts @ (total - right) + self.penalty / 2 * weights @ weights)

    def step(self, weights: Array) -> tuple[Array, Array]:
        """The gradient and Newton's step, which takes the split among several right answers as given."""
        said, _ = self.shares(weights, np.ones_like(self.right))
        wanted, _ = self.shares(weights, self.right)
        each = self.counts[self.of]
        gradient = self.features.T @ (each * (said - wanted)) + self.penalty * weights
        means = np.add.reduceat(self.features * said[:, None], self.first, axis=0)
        curvature = self.features.T @ (self.features * (each * said)[:, None])
        curvature -= means.T @ (means * self.counts[:, None])
        curvature += self.penalty * np.eye(len(weights))
        return gradient, np.asarray(np.linalg.solve(curvature, gradient), dtype=np.float64)


def fit(decisions: Sequence[Decision], *, penalty: float, fewest: int = FEWEST) -> dict[str, float]:
    """Fit the weights of one class of pronouns; the same decisions always give the same weights.

    Args:
        decisions: What to learn from.

        penalty: Of the squared weights, above 0.

        fewest: A feature that fewer candidates have gets no weight.

    Returns:
        Log-odds by feature; "nobody" is one.

    Raises:
        ValueError: There are no decisions.
    """
    if not decisions:
        msg = "'decisions' must hold at least one (got none)"
        raise ValueError(msg)
    uses = Counter(name for decision in decisions for option in decision.options for name in option)
    names = [*sorted(name for name, count in uses.items() if count >= fewest), NOBODY]
    fitted = _minimum(_problem(decisions, names, penalty))
    return dict(zip(names, fitted.tolist(), strict=True))


def _problem(decisions: Sequence[Decision], names: Sequence[str], penalty: float) -> _Problem:
    columns = {name: column for column, name in enumerate(names)}
    options = [option for decision in decisions for option in (*decision.options, {NOBODY: 1.0})]
    features = np.zeros((len(options), len(names)))
    for row, option in enumerate(options):
        for name, value in option.items():
            if name in columns:
                features[row, columns[name]] = value
    sizes = [len(decision.options) + 1 for decision in decisions]
    right = [answer for d in decisions for answer in (*d.right, not any(d.right))]
    return _Problem(
        features=features,
        right=np.array(right, dtype=float),
        first=np.cumsum([0, *sizes[:-1]]),
        of=np.repeat(np.arange(len(sizes)), sizes),
        counts=_counts(decisions),
        penalty=penalty,
    )


def _counts(decisions: Sequence[Decision]) -> Array:
    of_text = Counter(decision.text for decision in decisions)
    counts = np.array(
        [GENRES.get(d.genre, 1.0) * min(1.0, MOST_OF_A_TEXT / of_text[d.text]) for d in decisions]
    )
    return np.asarray(counts / counts.sum())


def _minimum(problem: _Problem) -> Array:
    """Newton's method from zero; a step that does not lower the loss is halved until it does."""
    weights = np.zeros(problem.features.shape[1])
    loss = problem.loss(weights)
    for _ in range(_MOST_STEPS):
        gradient, step = problem.step(weights)
        if np.abs(gradient).max() < _ENOUGH:
            break
        length = 1.0
        while length > _SHORTEST_STEP and problem.loss(weights - length * step) >= loss:
            length /= 2
        weights = weights - length * step
        loss = problem.loss(weights)
    return weights


def folds(decisions: Sequence[Decision], number: int = 5) -> list[tuple[list[Decision], list[Decision]]]:
    """Split by text: what to learn from and what to measure on, *number* times."""
    texts = sorted({decision.text for decision in decisions})
    fold = {text: position % number for position, text in enumerate(texts)}
    return [
        ([d for d in decisions if fold[d.text] != k], [d for d in decisions if fold[d.text] == k])
        for k in range(number)
    ]
