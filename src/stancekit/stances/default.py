"""The `default` scorer: the best that a plain installation can run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .rules import RulesScorer

if TYPE_CHECKING:
    from .protocol import StanceScorer


def make_default(*, lexicon: Any = None, voice: str | None = None) -> StanceScorer:
    """Build it; at present it is `RulesScorer` under another name.

    Args:
        lexicon: As for `RulesScorer`.

        voice: As for `RulesScorer`.
    """
    return RulesScorer(lexicon=lexicon, voice=voice, name="default")
