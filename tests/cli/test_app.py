"""The command line: what it writes, what it names as failed, and how it leaves."""

import io
import json
import re

import pytest

from stancekit.cli._app import run

ARTICLE = "Olga Brandt praised Tim Weaver. “Weaver is a coward,” said Nina Holt."


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class TestAnalyze:
    def test_writes_one_object_an_article_in_input_order(self, article, tmp_path):
        """JSON Lines follow the order of the inputs."""
        corpus = tmp_path / "corpus.jsonl"
        corpus.write_text('{"id": "b", "text": "Ann left."}\n{"id": "a", "text": "Bob stayed."}\n')
        out = tmp_path / "out.jsonl"

        code = run(["analyze", str(corpus), str(article), "--format", "jsonl", "-o", str(out)])

        assert code == 0
        records = rows(out)
        assert [record["article"]["id"] for record in records][:2] == ["b", "a"]
        assert {"schema", "article", "warnings", "actors", "quotes", "stances"} <= records[2].keys()
        assert records[2]["stances"]

    @pytest.mark.parametrize("layout", ["table", "json", "html"])
    def test_shows_who_frames_whom(self, article, capsys, layout):
        """Every layout names holder, target and evidence."""
        assert run(["analyze", str(article), "--format", layout, "--scorer", "rules"]) == 0

        written = capsys.readouterr().out
        assert "Olga Brandt" in written
        assert "praised" in written

    def test_names_what_failed_and_writes_the_rest(self, article, tmp_path, capsys):
        """One bad input costs its place in the output, nothing else."""
        binary = tmp_path / "picture.txt"
        binary.write_bytes(bytes(range(256)) * 8)
        corpus = tmp_path / "corpus.jsonl"
        corpus.write_text('{"id": "good", "text": "Ann left."}\n{"id": \n')
        out = tmp_path / "out.jsonl"
        inputs = [str(tmp_path / "missing.txt"), str(tmp_path), str(binary), str(corpus), str(article)]

        code = run(["analyze", *inputs, "--format", "jsonl", "-o", str(out)])

        assert code == 1
        errors = capsys.readouterr().err
        for name in ("missing.txt", str(tmp_path), "picture.txt", "corpus.jsonl:2"):
            assert name in errors
        assert "Traceback" not in errors
        assert rows(out)[0]["article"]["id"] == "good"
        assert len(rows(out)) == 2

    @pytest.mark.parametrize(
        "arguments",
        [
            ["analyze"],
            ["analyze", "x.txt", "--format", "pdf"],
            ["analyze", "x.txt", "--foramt", "json"],
            ["analyze", "x.txt", "--min-confidence", "7"],
            ["analyse", "x.txt"],
            ["score"],
            ["analyze", "x.txt", "--scorer", "ruels"],
            ["analyze", "x.txt", "--registry", "absent.yaml"],
        ],
    )
    def test_wrong_usage_is_told_from_failed_inputs(self, arguments, capsys):
        """Usage errors leave with 2 and say what to do."""
        assert run(arguments) == 2

        assert capsys.readouterr().err.startswith("stancekit: ")

    def test_knows_whom_the_registry_tells_of(self, article, tmp_path, capsys):
        """Besides those who are built in, or alone."""
        registry = tmp_path / "own.csv"
        registry.write_text("id,name,kind,wikidata\nholt,Nina Holt,person,Q1000001\n")
        article.write_text("Nina Holt praised France.")
        known = []

        for more in ([], ["--registry", str(registry)], ["--registry", str(registry), "--only-registry"]):
            assert run(["analyze", str(article), "--format", "jsonl", "--scorer", "rules", *more]) == 0
            actors = json.loads(capsys.readouterr().out)["actors"]
            known.append({actor["name"]: (actor["entry"], actor["wikidata"]) for actor in actors})

        holt, france = ("holt", "Q1000001"), ("france", None)
        assert known == [
            {"Nina Holt": (None, None), "France": france},
            {"Nina Holt": holt, "France": france},
            {"Nina Holt": holt, "France": (None, None)},
        ]

    def test_a_registry_with_faults_is_told_before_anything_is_read(self, article, tmp_path, capsys):
        """All of them in one line, with their places."""
        registry = tmp_path / "own.yaml"
        registry.write_text("- {id: a, name: A, kind: animal}\n- {id: b}\n")

        assert run(["analyze", str(article), "--registry", str(registry)]) == 2

        written = capsys.readouterr()
        assert not written.out
        assert "line 1, $.kind" in written.err
        assert "line 2, $.name" in written.err

    def test_an_unknown_scorer_is_told_with_the_nearest(self, capsys):
        """A misspelled name leads to the right one."""
        run(["analyze", "x.txt", "--scorer", "ruels"])

        assert "Did you mean 'rules'?" in capsys.readouterr().err

    def test_an_output_that_cannot_be_written_is_told(self, article, tmp_path, capsys):
        """A wrong --out is one line, not a traceback."""
        assert run(["analyze", str(article), "-o", str(tmp_path / "no" / "such" / "folder.json")]) == 1

        assert "--out" in capsys.readouterr().err

    def test_warnings_are_counted_on_standard_error(self, article, capsys):
        """By kind, below the tables; the other layouts have them inside."""
        article.write_text("<p>Ann Lee left.</p>", encoding="utf-8")

        assert run(["analyze", str(article), "--scorer", "rules"]) == 0
        told = capsys.readouterr()
        assert run(["analyze", str(article), "--scorer", "rules", "--format", "json"]) == 0

        assert re.match(r"stancekit: 1 warning \(1 looks-like-markup\); --format json has", told.err)
        assert not capsys.readouterr().err

    def test_an_id_that_comes_twice_is_warned_of(self, article, tmp_path, capsys):
        """Both articles stay, and whoever joins by id knows."""
        corpus = tmp_path / "corpus.jsonl"
        corpus.write_text('{"id": "a", "text": "Ann left."}\n{"id": "story", "text": "Ann left."}\n')
        out = tmp_path / "out.jsonl"

        assert run(["analyze", str(article), str(corpus), "--format", "jsonl", "-o", str(out)]) == 0

        rule = "the id 'story' is that of an earlier article, too; both count"
        assert capsys.readouterr().err == f"stancekit: warning: {corpus}: {rule}\n"
        assert len(rows(out)) == 3

    def test_one_is_not_several(self, article, capsys):
        """Counts have their plural."""
        article.write_text("“It is late,” said Ann Lee.", encoding="utf-8")

        run(["analyze", str(article), "--scorer", "rules"])

        assert "1 actor, 1 quote (0 without a known speaker), 0 stances" in capsys.readouterr().out


class TestStandardInput:
    @pytest.mark.parametrize("text", [ARTICLE, json.dumps({"id": "x", "text": ARTICLE})])
    def test_is_a_hyphen(self, text, monkeypatch, capsys):
        """Text and JSON Lines are told apart by how they begin."""
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

        assert run(["analyze", "-", "--format", "jsonl"]) == 0

        assert json.loads(capsys.readouterr().out)["stances"]

    def test_holds_rows_as_well(self, monkeypatch, capsys):
        """Rows come from standard input like articles do."""
        row = b'{"id": 1, "text": "Ann praised Bob.", "target": [12, 15], "holder": null}'
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(row)))

        assert run(["score", "-"]) == 0

        assert json.loads(capsys.readouterr().out)["id"] == 1


class TestFailures:
    def test_an_article_that_cannot_be_analyzed_is_named(self, article, monkeypatch, capsys):
        """What breaks inside is told like any failed input."""
        monkeypatch.setattr("stancekit.analyzer.find_actors", lambda *_, **__: 1 / 0)

        assert run(["analyze", str(article)]) == 1

        assert "story: can't be analyzed (ZeroDivisionError" in capsys.readouterr().err


class TestScore:
    def test_writes_three_probabilities_a_row(self, tmp_path):
        """Each row is answered by id, in order, with evidence from its own text."""
        source = tmp_path / "rows.jsonl"
        source.write_text(
            '{"id": 1, "text": "Ann praised Bob.", "target": [12, 15], "holder": [0, 3]}\n'
            '{"id": "x", "text": "Ann met Bob.", "target": [8, 11], "holder": null}\n'
        )
        out = tmp_path / "out.jsonl"

        assert run(["score", str(source), "--scorer", "rules", "-o", str(out)]) == 0

        first, second = rows(out)
        assert [first["id"], second["id"]] == [1, "x"]
        assert first["negative"] + first["neutral"] + first["positive"] == pytest.approx(1)
        assert first["positive"] > first["negative"]
        assert [item["text"] for item in first["evidence"]] == ["praised"]

    def test_names_each_faulty_row_with_its_line(self, tmp_path, capsys):
        """Offsets outside the text, overlaps and broken JSON are named; the others are scored."""
        source = tmp_path / "rows.jsonl"
        source.write_text(
            '{"id": 1, "text": "Ann", "target": [0, 30]}\n'
            '{"id": 2, "text": "Ann praised Bob.", "target": [0, 3], "holder": [0, 3]}\n'
            "{\n"
            '{"id": 4, "text": "Ann praised Bob.", "target": [12, 15]}\n'
        )
        out = tmp_path / "out.jsonl"

        assert run(["score", str(source), "--scorer", "rules", "-o", str(out)]) == 1

        errors = capsys.readouterr().err
        assert all(f"rows.jsonl:{line}" in errors for line in (1, 2, 3))
        assert [row["id"] for row in rows(out)] == [4]

    def test_an_output_that_is_full_is_told(self, tmp_path, monkeypatch, capsys):
        """What can't be written is not taken for what can't be read."""

        def full(*_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("stancekit.cli._scoring.to_line", full)
        source = tmp_path / "rows.jsonl"
        source.write_text('{"id": 1, "text": "Ann praised Bob.", "target": [12, 15]}\n')

        assert run(["score", str(source)]) == 1

        assert capsys.readouterr().err == (
            "stancekit: the output can't be written (No space left on device)\n"
        )

    def test_a_missing_file_is_told(self, capsys):
        """No traceback for a wrong path."""
        assert run(["score", "no-such-rows.jsonl"]) == 1

        assert "no-such-rows.jsonl" in capsys.readouterr().err


class TestScorers:
    def test_lists_the_built_in_ones(self, capsys):
        """The names that ship are a promise."""
        assert run(["scorers"]) == 0

        assert {"default", "rules", "textblob"} <= {*capsys.readouterr().out.split()}
