"""Which corpora train the pipeline, and which parts of them measure it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from .corpora import Sample, column_file, join, paragraphs, treebank, with_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


@frozen
class Split:
    """Samples to learn from, and named sets to measure on."""

    train: list[Sample]
    dev: Mapping[str, list[Sample]]


def load(data: Path) -> Split:
    """Read the corpora below *data* (folders ``gum``, ``ewt`` and ``ner``).

    Raises:
        FileNotFoundError: A corpus is missing; the message names it.
    """
    gum = {part: _gum(data / "gum" / part) for part in ("train", "dev")}
    ewt_train = treebank(data / "ewt" / "train.conllu")
    named = column_file(data / "ner" / "uner-ewt-dev.iob2", word=1, tag=2)
    ewt_dev = [with_names(document, named) for document in treebank(data / "ewt" / "dev.conllu")]
    held, kept = _every_fourth(ewt_dev)

    ner = data / "ner"
    wikigold = column_file(ner / "wikigold.conll")
    cut = len(wikigold) * 17 // 20
    others = [
        wikigold[:cut],
        column_file(ner / "re3d-train.conll"),
        column_file(ner / "crossner-politics-dev.conll"),
        column_file(ner / "wnut17-train.conll"),
    ]
    train = [
        *_paragraphs([*gum["train"], *ewt_train, *kept]),
        *(sample for part in others for sample in _packed(part)),
    ]
    dev = {
        "gum": _paragraphs(gum["dev"]),
        "ewt": _paragraphs(held),
        "wikigold": wikigold[cut:],
        "politics": column_file(ner / "crossner-politics-train.conll"),
    }
    return Split(train, dev)


def _gum(folder: Path) -> list[list[Sample]]:
    files = sorted(folder.glob("GUM_*.conllu"))
    if not files:
        msg = f"no GUM_*.conllu in {folder}"
        raise FileNotFoundError(msg)
    return [document for path in files for document in treebank(path, entity_layer=True)]


def _every_fourth(documents: list[list[Sample]]) -> tuple[list[list[Sample]], list[list[Sample]]]:
    held = documents[::4]
    return held, [document for index, document in enumerate(documents) if index % 4]


def _paragraphs(documents: Iterable[list[Sample]]) -> list[Sample]:
    return [sample for document in documents for sample in paragraphs(document)]


def _packed(sentences: list[Sample], most: int = 40) -> list[Sample]:
    """Join short neighbours, so that name samples look like paragraphs."""
    packed: list[Sample] = []
    for sentence in sentences:
        if packed and len(packed[-1].words) + len(sentence.words) <= most:
            packed[-1] = join([packed[-1], sentence])
        else:
            packed.append(sentence)
    return packed
