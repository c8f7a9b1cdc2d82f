"""Prefilter of candidates: leaves out those in which a scorer could find no evidence.

A scorer that can tell this cheaply has two more methods, ``may_hold_evidence`` and
``possible_targets``. Neither is shown a name, and neither changes what is found: without them every
candidate is scored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import Candidate, Span, Token
    from ..masking._mask import Masker
    from ..scoring._protocol import StanceScorer


@runtime_checkable
class PrefilteringScorer(Protocol):
    """**Protocol:** A stance scorer that tells cheaply which candidates can hold no evidence.

    It errs on the side of asking: what it rules out would have been rated without evidence.
    """

    def may_hold_evidence(self, words: Sequence[Token], /) -> bool:
        """Whether words of a passage, those that name actors left out, may hold evidence."""
        ...

    def possible_targets(self, candidate: Candidate, /) -> Sequence[Span]:
        """Which of a passage's placeholders (target, holder, others) evidence may speak of."""
        ...


class Prefilter:
    """What a scorer can rule out before it is asked.

    Args:
        scorer: The scorer.

        masker: Takes the names out of what it is shown.
    """

    def __init__(self, scorer: PrefilteringScorer, masker: Masker) -> None:
        self._scorer = scorer
        self._masker = masker

    @classmethod
    def of(cls, scorer: StanceScorer, masker: Masker) -> Prefilter | None:
        """The scorer's prefilter; `None` for a scorer without these methods."""
        return cls(scorer, masker) if isinstance(scorer, PrefilteringScorer) else None

    def may_hold_evidence(self, words: Sequence[Token]) -> bool:
        """Whether words without names may hold evidence."""
        try:
            return self._scorer.may_hold_evidence(words)
        except Exception:  # noqa: BLE001  # what is wrong with a scorer shows when it is asked
            return True

    def possible_targets(self, question: Candidate) -> set[Span]:
        """The spans of those whom evidence in a passage may evaluate.

        Args:
            question: The passage with everybody in it, whatever their roles.
        """
        masked = self._masker.mask(question)
        originals = {r.masked.start: r.original for r in masked.replacements}
        asked = {question.target, *question.others}
        try:
            found = {originals[span.start] for span in self._scorer.possible_targets(masked.candidate)}
        except Exception:  # noqa: BLE001
            return asked
        # Of what another name covers nothing can be told.
        return found | (asked - {*originals.values()})
