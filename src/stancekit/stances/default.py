"""The `default` scorer: the best calibrated combination that a plain installation can run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .encoder.scorer import EncoderScorer
from .ensemble import EnsembleScorer, Pool
from .reading import FRAMING, HOLDING, VOICE
from .rules import RulesScorer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

POOLS: Final[Mapping[str, Pool]] = {
    FRAMING: Pool([0.2, 0.9]),
    HOLDING: Pool([0.2, 0.8]),
    VOICE: Pool([0.5, 0.5]),
}
"""How far `rules` and `encoder` are trusted, by question."""


def make_default(*, lexicon: Any = None, model: Path | str | None = None) -> EnsembleScorer:
    """Build it: `RulesScorer` and `EncoderScorer`, pooled.

    Args:
        lexicon: As for `RulesScorer`.

        model: As for `EncoderScorer`.
    """
    rules, encoder = RulesScorer(lexicon=lexicon), EncoderScorer(model)
    version = f"2.0+{rules.lexicon.version}+{encoder.version}"
    return EnsembleScorer([rules, encoder], POOLS, name="default", version=version)
