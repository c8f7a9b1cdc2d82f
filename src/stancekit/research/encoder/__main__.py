"""Train the stance encoder.

Command: ``python -m stancekit.research.encoder BACKBONE DATA OUT [--teacher RUN...] [--start RUN]``;
needs the extra ``train``.
Input: ``DATA`` with NewsMTSC and DSE, ``BACKBONE`` with the weights of a BERT-like encoder.
Output: ``OUT`` with a checkpoint, and development figures after every epoch.
Time: 8 to 16 minutes on one core for each pass over the data, of which a run makes four.

What ships was trained three times: first on the corpora's labels; then, with ``--teacher`` and the
folder of the first run, also on what that says of passages without labels and on what analyses ask;
then, with ``--start`` and the folder of the second run, more slowly on the same. Only the third run
had sentences composed from the lexicon (``--scenes 0`` leaves them out).
"""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from attrs import asdict, fields
from tokenizers import Tokenizer

from ...language._pieces import WordPieces
from ...lexicon._lexicon import Lexicon
from ._composed import composed
from ._corpora import directed, framed
from ._facets import fit_facets, tagged
from ._model import build, trained
from ._teaching import StanceTeacher, taught, unlabelled
from ._train import EncoderConfig, EncoderTrainer, encoded
from ._voices import asked, voiced

if TYPE_CHECKING:
    from ._train import EncodedCandidate

log = logging.getLogger(__name__)


def training_rows(
    data: Path, pieces: WordPieces, config: EncoderConfig, teacher: StanceTeacher | None = None
) -> list[EncodedCandidate]:
    """The training parts of NewsMTSC and DSE, what the lexicon composes, and what a teacher makes of them."""
    framing = list(framed(data / "newsmtsc/train.jsonl"))
    holding = list(directed(data / "dse/train.jsonl"))
    gold = encoded([*framing, *holding], pieces, smoothing=config.smoothing)
    own = encoded(list(composed(Lexicon.bundled(), scenes=config.scenes)), pieces, smoothing=config.smoothing)
    if teacher is None:
        return [*gold, *own]
    questions = [question for name in ("newsmtsc", "dse") for question in asked(data / name / "train.jsonl")]
    return [
        *own,
        *taught(gold, teacher, trust=config.trust),
        *unlabelled(holding, teacher, pieces),
        *voiced(questions, teacher, pieces),
    ]


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m stancekit.research.encoder",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("backbone", type=Path, help="folder of the pretrained encoder")
    parser.add_argument("data", type=Path, help="folder that holds newsmtsc/ and dse/")
    parser.add_argument("out", type=Path, help="folder for checkpoints")
    parser.add_argument("--teacher", type=Path, nargs="*", default=[], help="folders of earlier runs")
    parser.add_argument("--start", type=Path, help="folder of a run whose weights to begin with")
    for setting in fields(EncoderConfig):
        flag = f"--{setting.name.replace('_', '-')}"
        parser.add_argument(flag, type=type(setting.default), default=setting.default)
    options = vars(parser.parse_args())
    backbone, data, out, earlier, start = (
        options.pop(name) for name in ("backbone", "data", "out", "teacher", "start")
    )
    config = EncoderConfig(**options)

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    out.mkdir(parents=True, exist_ok=True)
    (out / "config.json").write_text(json.dumps(asdict(config), indent=1) + "\n", encoding="utf-8")
    torch.manual_seed(config.seed)
    torch.set_num_threads(config.threads)
    pieces = WordPieces(Tokenizer.from_file(str(backbone / "tokenizer.json")))
    teacher = StanceTeacher([trained(backbone, run, pieces) for run in earlier]) if earlier else None
    train = training_rows(data, pieces, config, teacher)
    dev = {name: encoded(list(framed(data / f"newsmtsc/dev-{name}.jsonl")), pieces) for name in ("rw", "mt")}
    dev["dse"] = encoded(list(directed(data / "dse/dev.jsonl")), pieces)
    model = trained(backbone, start, pieces) if start else build(backbone, pieces)
    trainer = EncoderTrainer(model, pieces.marker("[MASK]"), config, out)
    trainer.fit(train, dev)
    right = fit_facets(trainer.average, tagged(data / "newsmtsc/train.jsonl"), pieces)
    log.info("facets of unseen entries %.3f", right)
    trainer.save()


if __name__ == "__main__":
    main()
