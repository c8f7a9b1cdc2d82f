"""`stancekit evaluate`: labelled rows in, figures out."""

import json

import pytest

from stancekit.cli._app import run

ROWS = [
    {"id": 1, "text": "Ann praised Bob.", "target": [12, 15], "holder": [0, 3], "label": "positive"},
    {"id": 2, "text": "Ann praised Bob.", "target": [0, 3], "holder": [12, 15], "label": "neutral"},
    {"id": 3, "text": "Bob is a coward.", "target": [0, 3], "label": "negative"},
    {"id": 4, "text": "Bob met Ann.", "target": [8, 11], "label": "neutral"},
]


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return path


def test_writes_everything_as_json(source, tmp_path):
    """Metrics, the directed ones of facing rows, a comparison; versions that say of what."""
    out = tmp_path / "metrics.json"
    arguments = ["--scorer", "rules", "--against", "textblob", "--format", "json", "--bootstrap", "50"]

    assert run(["evaluate", str(source), *arguments, "-o", str(out)]) == 0

    record = json.loads(out.read_text(encoding="utf-8"))
    rules, textblob = record["scorers"]
    assert rules["scorer"].startswith("rules ")
    assert textblob["scorer"].startswith("textblob ")
    assert (rules["metrics"]["rows"], rules["metrics"]["resamples"]) == (4, 50)
    assert rules["metrics"]["accuracy"]["value"] == 1
    assert rules["directed"]["pairs"] == 1
    assert record["comparison"]["rows"] == 4
    assert record["stancekit"]


def test_shows_tables(source, capsys):
    """Figures, classes, confusion, reliability, coverage."""
    assert run(["evaluate", str(source), "--scorer", "rules"]) == 0

    written = capsys.readouterr().out
    for word in ("macro-F1", "calibration error", "Precision", "Confusion", "Reliability", "min_confidence"):
        assert word in written
    assert "Who evaluates whom" in written
    assert "against" not in written


def test_shows_who_is_better(source, capsys):
    """A second scorer gives a second set of tables and a comparison."""
    assert run(["evaluate", str(source), "--scorer", "rules", "--against", "textblob"]) == 0

    written = capsys.readouterr().out
    assert "McNemar" in written
    assert "right only in textblob" in written


def test_leaves_faulty_rows_out(source, capsys):
    """They are named; the others are measured."""
    with source.open("a") as stream:
        stream.write('{"id": 5, "text": "Bob left.", "target": [0, 3], "label": "bad"}\n')

    assert run(["evaluate", str(source), "--scorer", "rules", "--format", "json"]) == 1

    told = capsys.readouterr()
    assert json.loads(told.out)["scorers"][0]["metrics"]["rows"] == 4
    assert "rows.jsonl:5 (row 5)" in told.err


def test_draws_rows_by_a_field(source, capsys):
    """`--group text` puts what is said of one passage together."""
    assert run(["evaluate", str(source), "--scorer", "rules", "--format", "json", "--group", "text"]) == 0

    assert json.loads(capsys.readouterr().out)["scorers"][0]["metrics"]["groups"] == 3


@pytest.mark.parametrize("content", ["", "\n", '{"id": 1}\n'])
def test_nothing_to_measure_is_told(tmp_path, capsys, content):
    """An empty file is no perfect score."""
    path = tmp_path / "rows.jsonl"
    path.write_text(content)

    assert run(["evaluate", str(path)]) == 1

    assert "no row is left to measure" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--against", "ruels"], ["--bootstrap", "-1"], ["--format", "pdf"]])
def test_wrong_usage_is_told(source, capsys, arguments):
    """Before anything is rated."""
    assert run(["evaluate", str(source), *arguments]) == 2

    assert capsys.readouterr().err.startswith("stancekit: ")


def test_a_missing_file_is_told(capsys):
    """No traceback for a wrong path."""
    assert run(["evaluate", "no-such-rows.jsonl"]) == 1

    assert "no-such-rows.jsonl: can't be read" in capsys.readouterr().err
