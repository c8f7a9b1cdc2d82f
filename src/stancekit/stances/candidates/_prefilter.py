"""Asking a stance scorer less: what it could find nothing in is not made into questions.

A scorer that can tell this cheaply has two more methods, ``sees`` and ``concerned``. Neither is
shown a name, and neither changes what is found: without them every question is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import Candidate, Span, Token
    from ..masking._mask import Masker
    from ..scoring._protocol import StanceScorer


@runtime_checkable
class ScreeningScorer(Protocol):
    """**Protocol:** A stance scorer that tells what is not worth asking it.

    It errs on the side of asking: what it rules out would have been rated without evidence.
    """

    def sees(self, words: Sequence[Token], /) -> bool:
        """Whether words of a passage, those that name actors left out, may hold evidence."""
        ...

    def concerned(self, candidate: Candidate, /) -> Sequence[Span]:
        """Which of a passage's placeholders (target, holder, others) evidence may speak of."""
        ...


class Screen:
    """What a scorer rules out beforehand.

    Args:
        scorer: The scorer.

        masker: Takes the names out of what it is shown.
    """

    def __init__(self, scorer: ScreeningScorer, masker: Masker) -> None:
        self._scorer = scorer
        self._masker = masker

    @classmethod
    def of(cls, scorer: StanceScorer, masker: Masker) -> Screen | None:
        """The scorer's screen; `None` for one that tells nothing beforehand."""
        return cls(scorer, masker) if isinstance(scorer, ScreeningScorer) else None

    def sees(self, words: Sequence[Token]) -> bool:
        """Whether words without names may hold evidence."""
        try:
            return self._scorer.sees(words)
        except Exception:  # noqa: BLE001  # what is wrong with a scorer shows when it is asked
            return True

    def concerned(self, question: Candidate) -> set[Span]:
        """Where in a passage those stand of whom it may say something.

        Args:
            question: The passage with everybody in it, whatever their roles.
        """
        masked = self._masker.mask(question)
        originals = {r.masked.start: r.original for r in masked.replacements}
        asked = {question.target, *question.others}
        try:
            found = {originals[span.start] for span in self._scorer.concerned(masked.candidate)}
        except Exception:  # noqa: BLE001
            return asked
        # Of what another name covers nothing can be told.
        return found | (asked - {*originals.values()})
