"""Asking a stance scorer: masked candidates in, checked ratings with evidence of the original out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ...errors import ScorerContractError
from ...values import Evidence, Rating
from ..masking._mask import MaskedCandidate, Masker, OtherMentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import Candidate
    from ._protocol import StanceScorer


def rate(
    scorer: StanceScorer,
    candidates: Sequence[Candidate],
    other_mentions: Sequence[OtherMentions] | None = None,
    *,
    masker: Masker | None = None,
) -> list[Rating | None]:
    """Ask a scorer about candidates, in one call and without showing it a name.

    Evidence comes back with offsets into each candidate's own text, and with its words. Evidence
    that touches a placeholder is refused, not clipped: what a scorer says of a name it can't see
    is a fault, and half of its words would mislead.

    Args:
        scorer: Whom to ask.

        candidates: What about.

        other_mentions: For each candidate, where else target and holder are known to be mentioned,
            so that they are masked alike; one a candidate, or `None`.

        masker: Masks the candidates; one that is kept masks the parse of a sentence once.

    Returns:
        One rating a candidate, in order; `None` where the scorer abstains.

    Raises:
        ScorerContractError: It answered too often or too rarely, with something that is no
            rating, or with evidence outside the passage or on a name.
    """
    known = other_mentions if other_mentions is not None else [OtherMentions()] * len(candidates)
    masker = masker or Masker()
    if not candidates:
        return []
    masked = [masker.mask(*pair) for pair in zip(candidates, known, strict=True)]
    answers = list(scorer.score([m.candidate for m in masked]))
    if len(answers) != len(candidates):
        msg = (
            f"stance scorer {scorer.name!r} must answer once for each candidate, with None where it abstains "
            f"(got {len(answers)} answers for {len(candidates)} candidates)"
        )
        raise ScorerContractError(msg)
    return [
        _check_answer(scorer.name, position, *pair)
        for position, pair in enumerate(zip(answers, masked, candidates, strict=True))
    ]


def _check_answer(
    name: str, position: int, answer: object, masked: MaskedCandidate, candidate: Candidate
) -> Rating | None:
    if answer is None:
        return None
    if not isinstance(answer, Rating):
        rule = f"stance scorer {name!r} must answer with a Rating or None"
        msg = f"{rule} (got {answer!r} for candidate {position})"
        raise ScorerContractError(msg)
    if not answer.evidence:
        return answer
    evidence = [_original_evidence(name, item, masked, candidate) for item in answer.evidence]
    return evolve(answer, evidence=evidence)


def _original_evidence(name: str, item: Evidence, masked: MaskedCandidate, candidate: Candidate) -> Evidence:
    length = len(masked.candidate.text)
    if item.end > length:
        msg = (
            f"stance scorer {name!r} must show evidence inside the passage of {length} characters "
            f"(got {item.start} to {item.end})"
        )
        raise ScorerContractError(msg)
    span = masked.to_original(item.span)
    if span is None:
        words = item.span.of(masked.candidate.text)
        msg = (
            f"stance scorer {name!r} must show evidence outside the actors' names "
            f"(got {item.start} to {item.end}, {words!r}); leave the placeholder out"
        )
        raise ScorerContractError(msg)
    return Evidence(span, item.weight, item.facet, span.of(candidate.text))
