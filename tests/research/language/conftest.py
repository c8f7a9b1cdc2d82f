"""Corpora in small, laid out as the real ones."""

from __future__ import annotations

import json

import pytest

# word, lemma, UPOS, XPOS, head, relation, entity bracket
MET = [
    ("Ann", "Ann", "PROPN", "NNP", 3, "nsubj", "(1-person-new-1-sgl"),
    ("Lee", "Lee", "PROPN", "NNP", 1, "flat", "1)"),
    ("met", "meet", "VERB", "VBD", 0, "root", ""),
    ("the", "the", "DET", "DT", 5, "det", "(2-person-new-2-coref"),
    ("Director", "director", "PROPN", "NNP", 3, "obj", "2)"),
    ("in", "in", "ADP", "IN", 7, "case", ""),
    ("Oslo", "Oslo", "PROPN", "NNP", 3, "obl", "(3-place-new-1-sgl)"),
    (".", ".", "PUNCT", ".", 3, "punct", ""),
]

INFLECTED = [
    ("Children", "child", "NOUN", "NNS", 2, "nsubj", ""),
    ("went", "go", "VERB", "VBD", 0, "root", ""),
    ("to", "to", "ADP", "IN", 4, "case", ""),
    ("cities", "city", "NOUN", "NNS", 2, "obl", ""),
    (".", ".", "PUNCT", ".", 2, "punct", ""),
]
"""For more ways from a word to its lemma."""

NAMED = "Ann\tB-PER\nLee\tI-PER\nmet\tO\nthe\tO\nUN\tB-ORG\n.\tO\n"


def conllu(*documents, rows=MET, name="made"):
    """Documents of so many sentences each, every one a paragraph but the last, which goes on."""
    lines = []
    for number, count in enumerate(documents):
        for at in range(count):
            lines += [f"# newdoc id = {name}_{number}"] * (at == 0)
            lines += ["# newpar"] * (at < count - 1 or at == 0)
            for index, (word, lemma, upos, xpos, head, relation, entity) in enumerate(rows, 1):
                misc = "|".join([f"Entity={entity}"] * bool(entity) + ["SpaceAfter=No"] * (word == "Oslo"))
                cells = (index, word, lemma, upos, xpos, "_", head, relation, "_", misc or "_")
                lines.append("\t".join(map(str, cells)))
            lines.append("")
    return "\n".join([*lines, ""])


@pytest.fixture(scope="session")
def data(tmp_path_factory):
    """The folder that the commands ask for."""
    folder = tmp_path_factory.mktemp("data")
    iob2 = "".join(f"{at}\t{row[0]}\tO\n" for at, row in enumerate(MET, 1))
    passages = "".join(json.dumps({"text": f"Ann Lee met {who} in France."}) + "\n" for who in ("us", "them"))
    files = {
        "gum/train/GUM_news_one.conllu": conllu(6),
        "gum/train/GUM_news_four.conllu": conllu(6, rows=INFLECTED),
        "gum/dev/GUM_news_two.conllu": conllu(2),
        "gum/dev/GUM_vlog_three.conllu": conllu(1),
        "ewt/train.conllu": conllu(2),
        "ewt/dev.conllu": conllu(2, 1),
        "ner/uner-ewt-dev.iob2": iob2,
        "newsmtsc/train.jsonl": passages,
        "dse/train.jsonl": passages,
    }
    names = ("wikigold", "re3d-train", "crossner-politics-dev", "crossner-politics-train", "wnut17-train")
    files |= {f"ner/{name}.conll": f"{NAMED}\n" * 4 for name in names}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
