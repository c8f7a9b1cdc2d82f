"""Fit the model that tells whom a pronoun means.

Command: ``python -m stancekit.research.coreference DATA [--write]``; needs the extra ``train``.
Input: ``DATA/gum/train`` and ``DATA/gum/dev``, GUM documents in CoNLL-U with their entity layer.
Output: accuracy, cross-validated and on dev, and the weights; ``--write`` replaces those that ship.
Time: a few minutes on one core, most of them for parsing GUM.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ...actors.coreference._pronoun_weights import pronoun_weights
from ._decisions import collect
from ._fit import PENALTIES, fit, folds
from ._measure import Figures, measure
from ._model_file import finished, model_of, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._decisions import Decision

_LEFT_OUT = "conversation"
"""Spoken conversation shares little with news; it measures, but does not train."""


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m stancekit.research.coreference",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("data", type=Path, help="folder with gum/train and gum/dev in CoNLL-U")
    parser.add_argument("--write", action="store_true", help="replace the weights that ship")
    options = parser.parse_args()
    train = [d for d in collect(options.data / "gum" / "train") if d.genre != _LEFT_OUT]
    dev = collect(options.data / "gum" / "dev")
    weights = {group: _train(group, _of(group, train), _of(group, dev)) for group in pronoun_weights()}
    model = model_of(weights, Counter(decision.group for decision in train))
    _say(f"written: {write(model)}" if options.write else model)


def _of(group: str, decisions: Sequence[Decision]) -> list[Decision]:
    return [decision for decision in decisions if decision.group == group]


def _train(group: str, train: Sequence[Decision], dev: Sequence[Decision]) -> dict[str, float]:
    """Fit one class of pronouns and say how well it does."""
    penalty, unseen = PENALTIES[group], Figures()
    for taught, held in folds(train):
        unseen += measure(held, finished(group, fit(taught, penalty=penalty)))
    fitted = fit(train, penalty=penalty)
    weights = finished(group, fitted)
    _say(f"{group}, cross-validated: {unseen}")
    _say(f"{group}, dev: {measure(dev, weights)}")
    _say(f"{group}, dev, nothing set by hand: {measure(dev, fitted)}")
    _say(f"{group}, dev, weights so far: {measure(dev, pronoun_weights()[group])}")
    return weights


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # the command's output


if __name__ == "__main__":
    main()
