"""Train the bundled English pipeline.

Command: ``python -m stancekit.research.language DATA BACKBONE OUT [--teacher MODEL] [--start RUN]``;
needs the extra ``train``.
Input: ``DATA`` with treebanks and names, ``BACKBONE`` with the weights of a BERT-like encoder.
Output: ``OUT`` with checkpoint, label sets, settings and log.
Time: about 100 minutes on one core for the two runs that the bundled model went through.
"""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import asdict, fields
from tokenizers import Tokenizer
from transformers import AutoModel

from ...language._encoder import Encoder
from ...language._lemmas import table_of
from ...language._pieces import WordPieces
from ._data import load
from ._news import NameTeacher, texts
from ._train import Labels, PipelineConfig, PipelineTrainer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...language._lemmas import Table
    from ._corpora import ParagraphSample


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m stancekit.research.language",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("data", type=Path, help="folder with gum/, ewt/ and ner/")
    parser.add_argument(
        "backbone", type=Path, help="folder of a BERT-like encoder: weights and tokenizer.json"
    )
    parser.add_argument("out", type=Path, help="folder for checkpoint, log and labels")
    parser.add_argument(
        "--teacher", type=Path, help="exported model that labels the names in unlabelled news"
    )
    parser.add_argument("--start", type=Path, help="folder of a run to go on from, with its labels")
    for option in fields(PipelineConfig):
        parser.add_argument(
            f"--{option.name.replace('_', '-')}", type=type(option.default), default=option.default
        )
    options = vars(parser.parse_args())
    names = ("data", "backbone", "out", "teacher", "start")
    data, backbone, out, teacher, start = (options.pop(name) for name in names)

    out.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(message)s",
        handlers=[logging.StreamHandler(), logging.FileHandler(out / "log.txt", delay=True)],
    )
    config = PipelineConfig(**options)
    split = load(data)
    train = _taught(split.train, teacher, data) if teacher else split.train
    labels = _labels(start) if start else Labels.of(split.train)
    (out / "lemmas.json").write_text(json.dumps(_lemmas(split.train)), encoding="utf-8")
    (out / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
    history = json.loads((start / "config.json").read_text(encoding="utf-8")) if start else []
    (out / "config.json").write_text(json.dumps([*history, asdict(config)], indent=1), encoding="utf-8")
    pieces = WordPieces(Tokenizer.from_file(str(backbone / "tokenizer.json")))
    trainer = PipelineTrainer(AutoModel.from_pretrained(backbone), pieces, labels, config, out)
    if start:
        trainer.go_on_from(start / "checkpoint.pt")
    trainer.fit(train, split.dev)


def _lemmas(samples: Sequence[ParagraphSample]) -> Table:
    return table_of(
        (word, tag.partition("|")[0], lemma)
        for sample in samples
        if sample.tags is not None and sample.lemmas is not None
        for word, tag, lemma in zip(sample.words, sample.tags, sample.lemmas, strict=True)
    )


def _labels(run: Path) -> Labels:
    stored = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    return Labels(**{task: tuple(values) for task, values in stored.items()})


def _taught(samples: Sequence[ParagraphSample], model: Path, data: Path) -> list[ParagraphSample]:
    from spacy.lang.en import English

    tokenizer = English().tokenizer
    teacher = NameTeacher(Encoder(model), lambda text: [t.text for t in tokenizer(text) if not t.is_space])
    news = list(teacher.read(texts(data)))
    logging.info("%d unlabelled passages were given names", len(news))
    return [*teacher.complete(samples), *news]


if __name__ == "__main__":
    main()
