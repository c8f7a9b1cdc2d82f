"""Export trained stance encoders: a quantized ONNX model and its card, calibrated.

Command: ``python -m stancekit.research.encoder.export BACKBONE DATA RUN... OUT [--version V]``;
needs the extra ``train``; ``--no-quantize`` keeps full precision.
Input: ``RUN...``, the folders that trainings wrote, and the dev parts of NewsMTSC and DSE.
Output: ``OUT`` with what ships.
Time: a few minutes, most of them for calibration.

Of several runs that began alike the weights are averaged, which often errs less than any of them
(model soups, Wortsman et al., ICML 2022).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax
from tokenizers import Tokenizer

from ...language._pieces import WordPieces
from ...stances.encoder._inputs import encode, input_words
from ...stances.encoder._network import INPUTS, OUTPUTS, Network, network_inputs
from ...stances.masking._candidate_parse import FRAMING_QUESTION, HOLDING_QUESTION, VOICE_QUESTION
from ...values import Candidate, Span
from ..language.export import write_onnx
from ._corpora import directed, framed
from ._model import trained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._corpora import StanceSample
    from ._model import StanceEncoder


def export(
    backbone: Path, data: Path, runs: Sequence[Path], out: Path, *, version: str, quantize: bool = True
) -> None:
    """Write ``encoder.onnx`` and ``model.json`` into *out*, calibrated on the corpora's dev parts."""
    pieces = WordPieces(Tokenizer.from_file(str(backbone / "tokenizer.json")))
    out.mkdir(parents=True, exist_ok=True)
    example = Candidate("Boyle praised Alden.", Span(14, 19), Span(0, 5))
    inputs = dict(zip(INPUTS, network_inputs(encode(input_words(example), pieces)), strict=True))
    write_onnx(averaged(backbone, runs, pieces), inputs, OUTPUTS, out / "encoder.onnx", quantize=quantize)
    card: dict[str, object] = {
        "name": "stancekit-encoder",
        "version": version,
        "temperature": {FRAMING_QUESTION: 1.0, HOLDING_QUESTION: 1.0, VOICE_QUESTION: 1.0},
        "training": [json.loads((run / "config.json").read_text(encoding="utf-8")) for run in runs],
    }
    _write(card, out)
    network = Network(out)
    rows = [sample for part in ("rw", "mt") for sample in framed(data / f"newsmtsc/dev-{part}.jsonl")]
    framing = temperature(network, rows)
    holding = temperature(network, list(directed(data / "dse/dev.jsonl")))
    # No corpus says what the passage's own voice holds; its samples were labelled by what frames.
    _write(
        {
            **card,
            "temperature": {FRAMING_QUESTION: framing, HOLDING_QUESTION: holding, VOICE_QUESTION: framing},
        },
        out,
    )


def averaged(backbone: Path, runs: Sequence[Path], pieces: WordPieces) -> StanceEncoder:
    """The stance encoder whose weights are the mean of what runs wrote."""
    first, *others = (trained(backbone, run, pieces) for run in runs)
    with torch.no_grad():
        for number, other in enumerate(others, 2):
            for mean, new in zip(first.parameters(), other.parameters(), strict=True):
                mean.lerp_(new, 1 / number)
    return first


def _write(card: dict[str, object], out: Path) -> None:
    (out / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def temperature(network: Network, samples: Sequence[StanceSample]) -> float:
    """What scores must be divided by for the labels to be likeliest."""
    said = np.stack([network.judge(sample.words).scores for sample in samples]).astype(float)
    gold = np.array([sample.label for sample in samples])

    def loss(value: float) -> float:
        return -float(log_softmax(said / value, axis=-1)[np.arange(len(gold)), gold].mean())

    return round(float(minimize_scalar(loss, bounds=(0.3, 3.0), method="bounded").x), 3)


def main() -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m stancekit.research.encoder.export",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("backbone", type=Path, help="folder of the encoder that the run began with")
    parser.add_argument("data", type=Path, help="folder that holds newsmtsc/ and dse/")
    parser.add_argument("runs", type=Path, nargs="+", help="folders that trainings wrote")
    parser.add_argument("out", type=Path, help="folder for the model")
    parser.add_argument("--version", default="1.0")
    parser.add_argument("--quantize", action=argparse.BooleanOptionalAction, default=True)
    options = vars(parser.parse_args())
    export(**options)


if __name__ == "__main__":
    main()
