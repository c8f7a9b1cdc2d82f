"""B-cubed figures from files."""

from __future__ import annotations

import pytest

from stancekit.research.actors import PARTS, b_cubed, found, read

pytest.importorskip("conllu")

WORDS = [
    ("Ann", "PROPN", "Entity=(1-person-new)"),
    ("saw", "VERB", "_"),
    ("the", "DET", "Entity=(2-object-new"),
    ("sea", "NOUN", "Entity=2)"),
    ("herself", "PRON", "Entity=(1-person-giv)|SpaceAfter=No"),
    (".", "PUNCT", "_"),
]


@pytest.fixture
def path(tmp_path):
    rows = [f"{n}\t{w}\t{w}\t{tag}\t_\t_\t0\tdep\t_\t{misc}" for n, (w, tag, misc) in enumerate(WORDS, 1)]
    file = tmp_path / "GUM_news_sea.conllu"
    file.write_text("# newdoc id = GUM_news_sea\n# newpar\n" + "\n".join(rows) + "\n\n", encoding="utf-8")
    return file


def test_a_document_is_its_words_and_named_chains(path):
    """Chains of other types, or without a name, don't count."""
    gold = read(path)

    assert (gold.text, gold.genre) == ("Ann saw the sea herself.", "news")
    assert gold.chains == {2: "1", 22: "1"}


def test_all_right_is_one():
    """Groups that are gold's own score 1, whatever they are called."""
    tally = b_cubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "y"})

    assert (tally.precision, tally.recall, tally.f1) == (1, 1, 1)


def test_nothing_said_is_zero():
    """Who finds no mention scores 0, without a division by zero."""
    assert b_cubed({1: "a"}, {}).f1 == 0


@pytest.mark.parametrize("part", PARTS)
def test_each_part_can_be_left_out(parsed, part):
    """For an ablation, and only as long as it is measured."""
    document = parsed("Ann Smith's brother met the Russians. She praised them. “I won,” Smith said.")
    whole = found(document)

    found(document, without=part)

    assert found(document) == whole
