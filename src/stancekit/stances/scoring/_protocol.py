"""What every stance scorer is: a name and one method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import Candidate, Rating


class StanceScorer(Protocol):
    """**Protocol:** Judges candidates, in batches.

    A scorer never learns who the actors are: the names in the candidates that it is asked about
    are placeholders. It answers each candidate the same, alone or in any batch, and shows evidence
    inside the passage and outside the placeholders.

    Attributes:
        name: What the scorer is registered and recorded as.
    """

    @property
    def name(self) -> str:
        """What the scorer is registered and recorded as."""
        ...

    def score(self, candidates: Sequence[Candidate], /) -> Sequence[Rating | None]:
        """One rating a candidate, in order; `None` where there is no basis to judge."""
        ...


def is_scorer(value: object) -> TypeGuard[StanceScorer]:
    """Whether *value* has what a stance scorer has; a class that makes scorers is none itself.

    Example:
        >>> class MyScorer:
        ...     name = "mine"
        ...     def score(self, candidates):
        ...         return [None for _ in candidates]
        >>> is_scorer(MyScorer()), is_scorer(MyScorer)
        (True, False)
    """
    named = isinstance(getattr(value, "name", None), str)
    return named and callable(getattr(value, "score", None)) and not isinstance(value, type)


def scorer_label(scorer: StanceScorer) -> str:
    """How a scorer is recorded: its name, and its ``version`` where it has one.

    Example:
        >>> class MyScorer:
        ...     name, version = "mine", "2.1"
        >>> scorer_label(MyScorer())
        'mine 2.1'
    """
    version = getattr(scorer, "version", None)
    return f"{scorer.name} {version}" if isinstance(version, str) and version else scorer.name
