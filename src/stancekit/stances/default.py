"""The `default` scorer: the best calibrated combination that a plain installation can run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .encoder.scorer import EncoderScorer
from .ensemble import EnsembleScorer, Pool
from .reading import FRAMING, HOLDING
from .rules import RulesScorer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

POOLS: Final[Mapping[str, Pool]] = {FRAMING: Pool([0.2, 0.9]), HOLDING: Pool([0.3, 0.8])}
"""How far `rules` and `encoder` are trusted over rows, by question."""

IN_ANALYSES: Final = Pool([1.0, 0.3])
"""The same in an analysis. There most questions have no stance for an answer, and the encoder, which
learned from rows that somebody chose, is more often wrong than right where the rules see nothing."""


def make_default(*, lexicon: Any = None, model: Path | str | None = None) -> EnsembleScorer:
    """Build it: `RulesScorer` and `EncoderScorer`, pooled.

    Args:
        lexicon: As for `RulesScorer`.

        model: As for `EncoderScorer`.
    """
    rules, encoder = RulesScorer(lexicon=lexicon), EncoderScorer(model)
    version = f"2.0+{rules.lexicon.version}+{encoder.version}"
    return EnsembleScorer([rules, encoder], POOLS, in_analyses=IN_ANALYSES, name="default", version=version)
