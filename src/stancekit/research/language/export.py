"""Export a trained pipeline: a quantized ONNX model, its vocabulary and its card.

Command: ``python -m stancekit.research.language.export BACKBONE RUN OUT [--version V] [--no-quantize]``;
needs the extra ``train``.
Input: ``RUN``, the folder that the training wrote, and the encoder that it began with.
Output: ``OUT`` with what ships.
Time: under a minute.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from tokenizers import Tokenizer
from transformers import AutoModel

from ...language._pieces import WordPieces
from ._model import Reader
from ._train import Labels, PipelineConfig, keep_layers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from transformers import PretrainedConfig

_INPUTS = ("ids", "shapes", "first", "last", "mask")
_OUTPUTS = ("arcs", "labelled", "heads", "tags", "edits", "starts", "names")


def export(backbone: Path, run: Path, out: Path, *, version: str, quantize: bool = True) -> None:
    """Write ``encoder.onnx``, ``tokenizer.json``, ``lemmas.json`` and ``model.json`` into *out*."""
    runs = json.loads((run / "config.json").read_text(encoding="utf-8"))
    config = PipelineConfig(**runs[-1])
    labels = Labels(**json.loads((run / "labels.json").read_text(encoding="utf-8")))
    encoder = AutoModel.from_pretrained(backbone, attn_implementation="eager")
    keep_layers(encoder, config.layers)
    model = Reader(encoder, labels.sizes())
    model.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=True))
    model.eval()

    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(backbone / "tokenizer.json", out / "tokenizer.json")
    shutil.copyfile(run / "lemmas.json", out / "lemmas.json")
    pieces = WordPieces(Tokenizer.from_file(str(out / "tokenizer.json")))
    window = pieces.window(["A", "short", "example", "."])
    arrays = (window.ids, window.shapes, window.first, window.last, window.ids * 0 + 1)
    example = dict(zip(_INPUTS, (array[None] for array in arrays), strict=True))
    write_onnx(model, example, _OUTPUTS, out / "encoder.onnx", quantize=quantize)
    card = {
        "name": "stancekit-en",
        "version": version,
        "language": "en",
        "labels": json.loads((run / "labels.json").read_text(encoding="utf-8")),
        "training": runs,
    }
    (out / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def write_onnx(
    model: torch.nn.Module,
    example: Mapping[str, np.ndarray],
    outputs: Sequence[str],
    path: Path,
    *,
    quantize: bool = True,
) -> None:
    """Write a model around a BERT-like ``encoder`` as ONNX, its matrices in eight bits.

    Args:
        model: What to write.

        example: An input by name, in the order of the model's arguments; all axes may grow.

        outputs: Names of the outputs.

        path: Where to.

        quantize: Whether to quantize.
    """
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            model,
            tuple(map(torch.from_numpy, example.values())),
            full,
            input_names=list(example),
            output_names=list(outputs),
            dynamic_axes={name: {0: "batch", 1: f"n_{name}"} for name in (*example, *outputs)},
            opset_version=17,
            dynamo=False,
        )
        _fuse(full, model.encoder.config)
        if not quantize:
            shutil.copyfile(full, path)
            return
        # Seven bits: the sums can't overflow on processors without VNNI, so all agree.
        quantize_dynamic(
            full,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            # Joined operations tell no types of their own.
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def _fuse(path: Path, settings: PretrainedConfig) -> None:
    """Join the operations of each layer, in place; attention stays, which quantizes worse joined."""
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    options.enable_attention = False
    optimizer.optimize_model(
        str(path),
        model_type="bert",
        num_heads=settings.num_attention_heads,
        hidden_size=settings.hidden_size,
        optimization_options=options,
        opt_level=0,
    ).save_model_to_file(str(path))


def main() -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m stancekit.research.language.export",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("backbone", type=Path, help="folder of the encoder that the run began with")
    parser.add_argument("run", type=Path, help="folder that the training wrote")
    parser.add_argument("out", type=Path, help="folder for the model")
    parser.add_argument("--version", default="1.0")
    parser.add_argument("--quantize", action=argparse.BooleanOptionalAction, default=True)
    options = parser.parse_args()
    export(options.backbone, options.run, options.out, version=options.version, quantize=options.quantize)


if __name__ == "__main__":
    main()
