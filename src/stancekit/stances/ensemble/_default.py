"""The `default` scorer: the best calibrated combination that a plain installation can run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from attrs import frozen

from ..encoder._scorer import EncoderScorer
from ..masking._candidate_parse import FRAMING_QUESTION, HOLDING_QUESTION
from ..rules._scorer import RulesScorer
from ._ensemble import EnsembleScorer, OpinionPool

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ...values import Candidate, Span, Token
    from ..candidates._prefilter import PrefilteringScorer

POOLS: Final[Mapping[str, OpinionPool]] = {
    FRAMING_QUESTION: OpinionPool([0.25, 0.9]),
    HOLDING_QUESTION: OpinionPool([0.4, 0.8]),
}
"""Weights of `rules` and `encoder` for rows, by question."""

IN_ANALYSES: Final = OpinionPool([1.0, 0.3])
"""Their weights in an analysis. There most questions have no stance for an answer, and the encoder, which
learned from rows that somebody chose, is more often wrong than right where the rules see nothing."""


@frozen
class DefaultScorer(EnsembleScorer):
    """An ensemble whose first member, `rules`, is the prefilter of an analysis.

    Pooled as `IN_ANALYSES` does it, the encoder alone never outvotes rules that see nothing.
    """

    def may_hold_evidence(self, words: Sequence[Token], /) -> bool:
        """Whether words may hold evidence, as far as the rules can tell."""
        return self._rules.may_hold_evidence(words)

    def possible_targets(self, candidate: Candidate, /) -> Sequence[Span]:
        """Which of a passage's placeholders its polar words may evaluate."""
        return self._rules.possible_targets(candidate)

    @property
    def _rules(self) -> PrefilteringScorer:
        return cast("PrefilteringScorer", self.members[0])


def make_default(*, lexicon: Any = None, model: Path | str | None = None) -> DefaultScorer:
    """Build it: `RulesScorer` and `EncoderScorer`, pooled.

    Args:
        lexicon: As for `RulesScorer`.

        model: As for `EncoderScorer`.
    """
    rules, encoder = RulesScorer(lexicon=lexicon), EncoderScorer(model)
    version = f"2.1+{rules.lexicon.version}+{encoder.version}"
    return DefaultScorer([rules, encoder], POOLS, in_analyses=IN_ANALYSES, name="default", version=version)
