"""How often weights answer rightly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ...actors.coreference._pronouns import likeliest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ._decisions import Decision


@frozen
class Figures:
    """Counts of pronouns.

    Args:
        pronouns: All.

        reachable: Those with an actor among the right candidates.

        answered: Those that got an actor as the answer.

        right: Those that got a right one.
    """

    pronouns: int = 0
    reachable: int = 0
    answered: int = 0
    right: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.pronouns + other.pronouns,
            self.reachable + other.reachable,
            self.answered + other.answered,
            self.right + other.right,
        )

    def __str__(self) -> str:
        precision = 100 * self.right / max(1, self.answered)
        recall = 100 * self.right / max(1, self.reachable)
        return (
            f"{self.pronouns} pronouns, {self.answered} answered, {self.right} right: "
            f"{precision:.1f} % of the answered, {recall:.1f} % of the {self.reachable} that mean an actor"
        )


def measure(decisions: Iterable[Decision], weights: Mapping[str, float]) -> Figures:
    """Answer each decision as the pronoun model does, and count."""
    total = Figures()
    for decision in decisions:
        best = likeliest(decision.options, weights)
        answered = best is not None and decision.actors[best]
        total += Figures(
            pronouns=1,
            reachable=any(r and a for r, a in zip(decision.right, decision.actors, strict=True)),
            answered=answered,
            right=answered and best is not None and decision.right[best],
        )
    return total
