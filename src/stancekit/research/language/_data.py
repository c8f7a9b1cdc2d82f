"""Which corpora train the pipeline, and which parts of them measure it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ._corpora import ParagraphSample, column_file, join, paragraphs, treebank, with_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


@frozen
class Split:
    """Samples to learn from, and named sets to measure on."""

    train: list[ParagraphSample]
    dev: Mapping[str, list[ParagraphSample]]


def load(data: Path) -> Split:
    """Read the corpora below *data* (folders ``gum``, ``ewt`` and ``ner``).

    Raises:
        FileNotFoundError: A corpus is missing; the message names it.
    """
    ner = data / "ner"
    held, kept = _ewt_dev(data)
    learned, measured = _wikigold(ner)
    others = [
        learned,
        column_file(ner / "re3d-train.conll"),
        column_file(ner / "crossner-politics-dev.conll"),
        column_file(ner / "wnut17-train.conll"),
    ]
    treebanks = [*_gum(data / "gum" / "train"), *treebank(data / "ewt" / "train.conllu"), *kept]
    train = [*_paragraphs(treebanks), *(sample for part in others for sample in _packed(part))]
    dev = {
        "gum": _paragraphs(_gum(data / "gum" / "dev")),
        "ewt": _paragraphs(held),
        "wikigold": measured,
        "politics": _politics(ner),
    }
    return Split(train, dev)


def documents(data: Path) -> dict[str, list[list[ParagraphSample]]]:
    """The treebank documents that measure the pipeline: a list of sentences each."""
    gum = _gum_files(data / "gum" / "dev")
    news = [documents for path, documents in gum.items() if "_news_" in path.name]
    return {
        "gum": [document for documents in gum.values() for document in documents],
        "gum-news": [document for documents in news for document in documents],
        "ewt": _ewt_dev(data)[0],
    }


def name_sets(data: Path) -> dict[str, list[list[ParagraphSample]]]:
    """The sentences that measure names, each a document of its own."""
    sets = {"wikigold": _wikigold(data / "ner")[1], "politics": _politics(data / "ner")}
    return {name: [[sentence] for sentence in sentences] for name, sentences in sets.items()}


def _ewt_dev(data: Path) -> tuple[list[list[ParagraphSample]], list[list[ParagraphSample]]]:
    """A quarter of EWT's dev documents measures, the rest trains: they carry gold names."""
    named = column_file(data / "ner" / "uner-ewt-dev.iob2", word=1, tag=2)
    documents = [with_names(document, named) for document in treebank(data / "ewt" / "dev.conllu")]
    return documents[::4], [document for index, document in enumerate(documents) if index % 4]


def _wikigold(folder: Path) -> tuple[list[ParagraphSample], list[ParagraphSample]]:
    sentences = column_file(folder / "wikigold.conll")
    cut = len(sentences) * 17 // 20
    return sentences[:cut], sentences[cut:]


def _politics(folder: Path) -> list[ParagraphSample]:
    # The smaller file measures, the larger one trains.
    return column_file(folder / "crossner-politics-train.conll")


def _gum(folder: Path) -> list[list[ParagraphSample]]:
    return [document for documents in _gum_files(folder).values() for document in documents]


def _gum_files(folder: Path) -> dict[Path, list[list[ParagraphSample]]]:
    files = sorted(folder.glob("GUM_*.conllu"))
    if not files:
        msg = f"no GUM_*.conllu in {folder}"
        raise FileNotFoundError(msg)
    return {path: treebank(path, entity_layer=True) for path in files}


def _paragraphs(documents: Iterable[list[ParagraphSample]]) -> list[ParagraphSample]:
    return [sample for document in documents for sample in paragraphs(document)]


def _packed(sentences: list[ParagraphSample], most: int = 40) -> list[ParagraphSample]:
    """Join short neighbours, so that name samples look like paragraphs."""
    packed: list[ParagraphSample] = []
    for sentence in sentences:
        if packed and len(packed[-1].words) + len(sentence.words) <= most:
            packed[-1] = join([packed[-1], sentence])
        else:
            packed.append(sentence)
    return packed
