"""Command: corpora in, a folder with the model out."""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path

from attrs import asdict, fields
from tokenizers import Tokenizer
from transformers import AutoModel

from ..pieces import WordPieces
from .data import load
from .train import Config, Labels, Trainer


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(prog="python -m stancekit.language.training", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with gum/, ewt/ and ner/")
    parser.add_argument(
        "backbone", type=Path, help="folder of a BERT-like encoder: weights and tokenizer.json"
    )
    parser.add_argument("out", type=Path, help="folder for checkpoint, log and labels")
    for option in fields(Config):
        parser.add_argument(
            f"--{option.name.replace('_', '-')}", type=type(option.default), default=option.default
        )
    options = vars(parser.parse_args())
    data, backbone, out = (options.pop(name) for name in ("data", "backbone", "out"))

    out.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(message)s",
        handlers=[logging.StreamHandler(), logging.FileHandler(out / "log.txt")],
    )
    config = Config(**options)
    split = load(data)
    labels = Labels.of(split.train)
    (out / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
    (out / "config.json").write_text(json.dumps(asdict(config), indent=1), encoding="utf-8")
    pieces = WordPieces(Tokenizer.from_file(str(backbone / "tokenizer.json")))
    Trainer(AutoModel.from_pretrained(backbone), pieces, labels, config, out).fit(split.train, split.dev)


if __name__ == "__main__":
    main()
