"""`stancekit train`."""

from __future__ import annotations

import json

import pytest

from stancekit.cli._app import run

ACTS = {"negative": "is a coward", "neutral": "met voters", "positive": "is a hero"}


def row(number, label, **fields):
    text = f"Vessaly {ACTS.get(label, 'left')} on day {number}."
    return {"id": number, "text": text, "target": [0, 7], "label": label} | fields


def write(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def rows():
    return [row(at, label) for at, label in enumerate([*ACTS] * 12)]


def test_rows_in_model_out(rows, tmp_path, capsys):
    """Train, then judge with the folder behind the scorer's name."""
    source, folder = write(tmp_path / "rows.jsonl", rows), tmp_path / "model"

    code = run(["train", source, "--out", str(folder), "--validate", write(tmp_path / "more.jsonl", [
        row("v1", "negative"), row("v2", "positive"),
    ]), "--source", "our own rows, MIT"])  # fmt: skip

    told = capsys.readouterr().err
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    assert code == 0
    assert "framing: 12 negative, 12 neutral, 12 positive; macro-F1" in told
    assert "validation: rows 2" in told
    assert card["sources"] == ["our own rows, MIT"]
    assert card["validation"]["framing"]["rows"] == 2

    assert run(["score", source, "--scorer", f"sklearn:{folder}", "-o", str(tmp_path / "out.jsonl")]) == 0
    found = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [max(ACTS, key=answer.get) for answer in found] == [r["label"] for r in rows]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"target": [0, 900]}, "target"),
        ({"target": [3, 3]}, "'end' must be greater than 'start'"),
        ({"holder": [0, 7]}, "must not overlap"),
        ({"label": "good"}, "must be one of 'negative', 'neutral', 'positive'"),
        ({"label": None}, "must be one of"),
        ({"id": 0}, "must be new (got 0, as in"),
        ({"text": None}, "$.text"),
    ],
    ids=["outside", "empty", "overlap", "label", "no label", "same id", "no text"],
)
def test_faulty_rows_are_named(rows, fields, reason, tmp_path, capsys):
    """The row, the rule, and nothing is trained."""
    source = write(tmp_path / "rows.jsonl", [*rows, row(99, "neutral") | fields])

    assert run(["train", source, "--out", str(tmp_path / "model")]) == 1

    told = capsys.readouterr().err
    assert "rows.jsonl:37" in told
    assert reason in told
    assert not (tmp_path / "model").exists()


def test_too_few_rows(rows, tmp_path, capsys):
    """A reason, no model, no traceback."""
    source = write(tmp_path / "rows.jsonl", rows[:10])

    assert run(["train", source, "--out", str(tmp_path / "model")]) == 1

    assert "must be at least 30 (got 4 negative, 3 neutral, 3 positive)" in capsys.readouterr().err


def test_missing_rows(tmp_path, capsys):
    """A wrong path is told."""
    assert run(["train", "no-such.jsonl", "--out", str(tmp_path / "model")]) == 1

    assert "no-such.jsonl" in capsys.readouterr().err


def test_unwritable_folder(rows, tmp_path, capsys):
    """A file in the way is told."""
    (tmp_path / "model").write_text("")

    assert run(["train", write(tmp_path / "rows.jsonl", rows), "--out", str(tmp_path / "model")]) == 1

    assert "choose another folder for --out" in capsys.readouterr().err


def test_other_estimators_are_wrong_usage(tmp_path, capsys):
    """Only what can be trained may be asked for."""
    assert run(["train", "rows.jsonl", "--out", str(tmp_path), "--estimator", "encoder"]) == 2
