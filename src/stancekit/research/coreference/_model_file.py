"""Fitted weights -> the data file of the pronoun model, with a card of what they were fitted to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from ...actors.coreference import _pronoun_weights as module
from ._fit import NOBODY

if TYPE_CHECKING:
    from collections.abc import Mapping

HAND_SET: Mapping[str, Mapping[str, float]] = {
    "person": {"speaker": -2.0, "inside marks": -1.5, "fronted": 2.5},
    "it": {"speaker": -2.0, "inside marks": -1.0, "in quotes": -1.0},
    "they": {"speaker": -1.0, "inside marks": -1.0},
}
"""Weights that stand instead of the fitted ones.

GUM's genres hold too few speakers whose quoted words speak of others ("speaker", "inside marks"), too
few quoted words at all that speak of organizations ("in quotes"), and too few adjuncts before the
subject that name rivals ("fronted"): news is full of them.
"""

NOBODY_MARGIN: Mapping[str, float] = {"person": 0.0, "it": 0.25, "they": 0.25}
"""Added to the weight of "nobody", because a wrong answer does more harm than none.

In cross-validation a quarter raises precision and costs no F1; half a point does.
"""

_SMALLEST = 0.05


def finished(group: str, fitted: Mapping[str, float]) -> dict[str, float]:
    """The weights that ship: the fitted ones without the smallest, those set by hand, and the margin.

    Example:
        >>> finished("they", {"nobody": 0.25, "near": 0.512, "rank 1": 0.01})
        {'inside marks': -1.0, 'near': 0.51, 'nobody': 0.5, 'speaker': -1.0}
    """
    kept = {name: round(weight, 2) for name, weight in fitted.items() if abs(weight) >= _SMALLEST}
    kept[NOBODY] = round(fitted.get(NOBODY, 0.0) + NOBODY_MARGIN[group], 2)
    return dict(sorted({**kept, **HAND_SET[group]}.items()))


def model_of(weights: Mapping[str, Mapping[str, float]], counts: Mapping[str, int]) -> str:
    """The text of the model's file.

    Args:
        weights: Log-odds by feature, by class of pronoun.

        counts: Number of training pronouns of each class.
    """
    card = {
        "trained_on": "third-person pronouns of GUM's training part (CC BY 4.0), without its conversations",
        "pronouns": dict(counts),
        "model": "softmax over the candidates and 'nobody', with an L2 penalty; "
        "no text counts for more than ten pronouns",
        "set_by_hand": {group: sorted(names) for group, names in HAND_SET.items()},
        "margin_of_nobody": NOBODY_MARGIN,
    }
    return json.dumps({"card": card, "weights": weights}, indent=2) + "\n"


def write(model: str) -> Path:
    """Replace the model's file, and say where it is."""
    path = Path(module.__file__).with_name(module.FILE)
    path.write_text(model, encoding="utf-8")
    return path
