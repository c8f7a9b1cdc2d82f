"""Weights of the pronoun model: data that `stancekit.research.coreference` writes."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "pronoun_weights.json"


@cache
def pronoun_weights() -> Mapping[str, Mapping[str, float]]:
    """Log-odds of each feature, by class of pronoun: ``person`` (he and she), ``it``, ``they``."""
    model = json.loads((resources.files(__package__) / FILE).read_text(encoding="utf-8"))
    weights: Mapping[str, Mapping[str, float]] = model["weights"]
    return weights
