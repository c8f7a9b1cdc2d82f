"""What is written: whole or not at all, and never over what is read."""

import io
import json
import sys
from pathlib import Path

import pytest

from stancekit.cli._app import run
from stancekit.cli._output import Failures, opened

ARTICLES = '{"id": "a", "text": "Olga Brandt praised Tim Weaver."}\n'
ROWS = '{"id": 1, "text": "Lena was loyal.", "target": [0, 4], "holder": null, "label": "positive"}\n'

COMMANDS = [
    pytest.param(["analyze", "--format", "jsonl", "--scorer", "rules"], ARTICLES, id="analyze"),
    pytest.param(["analyze", "--format", "html", "--scorer", "rules"], ARTICLES, id="analyze-html"),
    pytest.param(["score", "--scorer", "rules"], ROWS, id="score"),
    pytest.param(["evaluate", "--scorer", "rules", "--bootstrap", "0"], ROWS, id="evaluate"),
]


@pytest.mark.parametrize(("command", "content"), COMMANDS)
class TestEveryCommand:
    @pytest.mark.parametrize("alias", ["same", "dotted", "linked", "hard"])
    def test_an_input_is_never_the_output(self, command, content, alias, tmp_path, capsys):
        """Under whatever name: it is wrong usage, and the input stays as it was."""
        source = tmp_path / "in.jsonl"
        source.write_text(content)
        out = {
            "same": source,
            "dotted": tmp_path / "." / ".." / tmp_path.name / "in.jsonl",
            "linked": tmp_path / "link",
            "hard": tmp_path / "hard",
        }[alias]
        if alias == "linked":
            out.symlink_to(source)
        elif alias == "hard":
            out.hardlink_to(source)

        code = run([*command, str(source), "-o", str(out)])

        assert code == 2
        assert "can't be both read and written; choose another path for --out" in capsys.readouterr().err
        assert source.read_text() == content

    def test_nor_is_what_standard_input_reads(self, command, content, tmp_path, monkeypatch):
        """A file that the shell hands over is an input like another."""
        source = tmp_path / "in.jsonl"
        source.write_text(content)
        with source.open() as stream:
            monkeypatch.setattr(sys, "stdin", stream)
            code = run([*command, "-", "-o", str(source)])

        assert code == 2
        assert source.read_text() == content

    def test_a_run_that_reads_nothing_leaves_what_stands_there(self, command, content, tmp_path):
        """Yesterday's result outlives today's misspelled path."""
        out = tmp_path / "yesterday.jsonl"
        out.write_text("kept\n")

        assert run([*command, str(tmp_path / "missing.jsonl"), "-o", str(out)]) == 1

        assert out.read_text() == "kept\n"
        assert [*tmp_path.iterdir()] == [out]

    def test_a_good_run_replaces_it(self, command, content, tmp_path):
        """And nothing else is left in the folder."""
        source, out = tmp_path / "in.jsonl", tmp_path / "out"
        source.write_text(content)
        out.write_text("kept\n")
        out.chmod(0o640)

        assert run([*command, str(source), "-o", str(out)]) == 0

        assert "kept" not in out.read_text()
        assert out.stat().st_mode & 0o777 == 0o640
        assert {*tmp_path.iterdir()} == {source, out}

    def test_standard_output_needs_no_file(self, command, content, tmp_path, monkeypatch, capsys):
        """An input that is read from a stream without a file is no file either."""
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))

        assert run([*command, "-"]) == 0
        assert capsys.readouterr().out


def write_until_stopped(out, text):
    with opened(out) as stream:
        stream.write(text)
        raise KeyboardInterrupt


class TestOpened:
    def test_what_was_written_until_a_stop_is_kept_beside(self, tmp_path):
        """The old file stays, the new lines are not lost, and the note says where they are."""
        out = tmp_path / "out.jsonl"
        out.write_text("old")

        with pytest.raises(KeyboardInterrupt) as stop:
            write_until_stopped(out, "new")

        assert out.read_text() == "old"
        (beside,) = {*tmp_path.iterdir()} - {out}
        assert beside.read_text() == "new"
        assert str(beside) in stop.value.__notes__[0]

    def test_a_stop_before_the_first_word_leaves_nothing(self, tmp_path):
        """There is nothing to keep."""
        with pytest.raises(KeyboardInterrupt):
            write_until_stopped(tmp_path / "out", "")

        assert not [*tmp_path.iterdir()]

    def test_a_link_stays_a_link(self, tmp_path):
        """What it leads to is replaced."""
        real, link = tmp_path / "real", tmp_path / "link"
        real.write_text("old")
        link.symlink_to(real)

        with opened(link) as stream:
            stream.write("new")

        assert link.is_symlink()
        assert real.read_text() == "new"

    def test_a_device_is_written_as_it_is(self):
        """Nothing can be put in the place of one."""
        with opened(Path("/dev/null")) as stream:
            stream.write("gone")


def test_an_interrupted_command_says_where_its_lines_are(tmp_path, monkeypatch, capsys):
    """Exit code 130, and one line."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(ARTICLES * 3)

    def stream(self, articles, *, workers):
        import stancekit as sk

        yield sk.Analyzer("rules").analyze("Ann left.")
        raise KeyboardInterrupt

    monkeypatch.setattr("stancekit.cli._analyzing.Analyzer.stream", stream)

    assert run(["analyze", str(source), "--format", "jsonl", "--scorer", "rules", "-o", str(out)]) == 130

    told = capsys.readouterr().err
    assert told.startswith("stancekit: stopped; what was written until then is in ")
    written = told.split(" is in ")[1].strip()
    assert json.loads(Path(written).read_text(encoding="utf-8"))["article"]


class TestMessages:
    """Nothing that an input names acts on a terminal."""

    HOSTILE = "a\x1b[2J\x9b\u202eb\n:100:[red]"
    SHOWN = r"a\x1b[2J\x9b\u202eb\n:100:[red]"

    @pytest.mark.parametrize("tell", ["add", "tell", "warn"])
    def test_show_what_would_act_on_a_terminal(self, tell, capsys):
        """On a line of their own; what looks like markup or an emoji stays as it is."""
        getattr(Failures(), tell)(self.HOSTILE)

        written = capsys.readouterr().err
        assert self.SHOWN in written
        assert written.count("\n") == 1

    @pytest.mark.parametrize(
        "arguments",
        [
            ["analyze", HOSTILE],
            ["score", HOSTILE],
            ["scorers", HOSTILE],
            ["analyze", "x", "--scorer", HOSTILE],
        ],
    )
    def test_so_do_those_about_what_was_asked(self, arguments, capsys):
        """Names of files and scorers, whether they are found or not."""
        assert run(arguments) != 0

        written = capsys.readouterr().err
        assert r"a\x1b[2J" in written
        assert written.count("\n") == 1

    def test_so_does_a_table(self, tmp_path, capsys):
        """And the line about an article that failed."""
        source = tmp_path / "in.jsonl"
        source.write_text(json.dumps({"id": self.HOSTILE, "text": "Olga Brandt praised Tim Weaver."}))

        assert run(["analyze", str(source), "--scorer", "rules"]) == 0

        assert self.SHOWN in capsys.readouterr().out

    def test_have_an_end(self, capsys):
        """Whatever an input is called."""
        Failures().add("a" * 1_000_000)

        assert len(capsys.readouterr().err) < 10_100
