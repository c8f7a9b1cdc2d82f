"""Fitted weights -> the module `_weights`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...actors.coreference import _pronoun_weights as module
from ._fit import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
"""What "nobody" gets on top, because a wrong answer does more harm than none.

In cross-validation a quarter raises precision and costs no F1; half a point does.
"""

_SMALLEST = 0.05
_WIDTH = 108
_HEAD = '''"""Weights of the model in `_focus`; `stancekit.research.coreference` writes this file.

Fitted to the third-person pronouns of GUM's training part (CC BY 4.0) without its conversations:
{counts}. No text counts for more than ten.
A softmax over the candidates and "nobody", with an L2 penalty. Set by hand, because GUM's genres hold
too few cases: "speaker", "inside marks", "in quotes" of it, "fronted", and a quarter more for
"nobody" of it and they.
"""

from __future__ import annotations

from typing import Final

WEIGHTS: Final[dict[str, dict[str, float]]] = {{
'''
_FOOT = '''}  # fmt: skip
"""Log-odds of each feature by class of pronoun: he and she, it, they."""
'''
_LABELS = {"person": "he and she", "it": "it", "they": "they"}


def finished(group: str, fitted: Mapping[str, float]) -> dict[str, float]:
    """What ships: fitted weights without the smallest, those set by hand, and the margin.

    Example:
        >>> finished("they", {"nobody": 0.25, "near": 0.512, "rank 1": 0.01})
        {'inside marks': -1.0, 'near': 0.51, 'nobody': 0.5, 'speaker': -1.0}
    """
    kept = {name: round(weight, 2) for name, weight in fitted.items() if abs(weight) >= _SMALLEST}
    kept[NOBODY] = round(fitted.get(NOBODY, 0.0) + NOBODY_MARGIN[group], 2)
    return dict(sorted({**kept, **HAND_SET[group]}.items()))


def source_of(weights: Mapping[str, Mapping[str, float]], counts: Mapping[str, int]) -> str:
    """The module's text.

    Args:
        weights: Log-odds by feature, by class of pronoun.

        counts: How many pronouns of each class taught them.
    """
    taught = ", ".join(f"{label} {counts[group]}" for group, label in _LABELS.items())
    lines = [_HEAD.format(counts=taught)]
    for group, of_group in weights.items():
        lines += [f'    "{group}": {{\n', *_filled(f'"{k}": {v},' for k, v in of_group.items()), "    },\n"]
    return "".join([*lines, _FOOT])


def _filled(items: Iterable[str]) -> Iterator[str]:
    line = " " * 7
    for item in items:
        if len(line) + 1 + len(item) > _WIDTH:
            yield line + "\n"
            line = " " * 7
        line += " " + item
    yield line + "\n"


def write(source: str) -> Path:
    """Replace the module's file, and say where it is."""
    path = Path(module.__file__)
    path.write_text(source, encoding="utf-8")
    return path
