"""Figures of the pipeline on raw text."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("conllu", reason="reading a corpus needs conllu (extra 'train')")

from stancekit.language import load
from stancekit.research.language._data import documents
from stancekit.research.language.measure import GoldParse, main, measure


def test_a_documents_text_is_laid_out_from_its_sentences(data):
    """A blank line before a paragraph, a blank between sentences, none where the corpus says so."""
    gold = GoldParse(documents(data)["gum-news"][0])

    assert gold.text == "Ann Lee met the Director in Oslo. Ann Lee met the Director in Oslo. "
    assert {gold.text[begin:end] for begin, end, _ in gold.names} == {"Ann Lee", "Oslo"}
    assert len(gold.sentences) == 2


def test_what_is_read_as_gold_has_it_is_all_right(data):
    """A plain sentence is read without a mistake in its words, and with its names."""
    figures = measure(load(), documents(data)["gum"])

    assert figures["words"] == 100
    assert figures["sentences"] == 100
    assert figures["names"] == 100
    assert figures["words_per_second"] > 0


def test_prints_a_line_for_each_set(data, capsys, monkeypatch):
    """The command writes JSON for each treebank and each set of names."""
    monkeypatch.setattr("sys.argv", ["measure", str(data)])
    main()
    lines = capsys.readouterr().out.splitlines()

    assert [line.partition(" ")[0] for line in lines] == ["gum", "gum-news", "ewt", "wikigold", "politics"]
    assert all("words_per_second" in json.loads(line.partition(" ")[2]) for line in lines)
