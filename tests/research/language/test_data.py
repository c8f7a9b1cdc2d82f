"""Which corpora train, and which measure."""

from __future__ import annotations

import shutil

import pytest

pytest.importorskip("conllu", reason="reading a corpus needs conllu (extra 'train')")

from stancekit.research.language._data import documents, load, name_sets


def test_what_trains_does_not_measure(data):
    """Documents of EWT's dev part are on one side or the other; so are WikiGold's sentences."""
    split = load(data)

    assert {*split.dev} == {"gum", "ewt", "wikigold", "politics"}
    assert len(split.dev["wikigold"]) == 1
    assert sum(len(sample.words) for sample in split.dev["ewt"]) == 16
    assert all(sample.names is None for sample in split.train if sample.words[-1] == "!")


def test_documents_and_sentences_measure_what_they_annotate(data):
    """Treebanks measure the parse of whole documents; name corpora have a document for each sentence."""
    assert {name: len(corpus) for name, corpus in documents(data).items()} == {
        "gum": 2,
        "gum-news": 1,
        "ewt": 1,
    }
    assert {name: len(corpus) for name, corpus in name_sets(data).items()} == {"wikigold": 1, "politics": 4}


def test_a_missing_corpus_is_named(data, tmp_path):
    """The message says what is missing, and where."""
    folder = tmp_path / "data"
    shutil.copytree(data, folder)
    shutil.rmtree(folder / "gum" / "train")

    with pytest.raises(FileNotFoundError, match=r"no GUM_\*\.conllu in .*train"):
        load(folder)
