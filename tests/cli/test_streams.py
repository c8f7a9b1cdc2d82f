"""Standard streams that are closed, full or no longer read: one line at most, and the code that is promised."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "Olga Brandt praised Tim Weaver. “Weaver is a coward,” said Nina Holt.\n"
ROW = '{"id": 1, "text": "Ann praised Bob.", "target": [12, 15], "holder": null}\n'

COMMANDS = {
    "table": ["analyze", "story.txt", "--scorer", "rules"],
    "jsonl": ["analyze", "story.txt", "--scorer", "rules", "--format", "jsonl"],
    "score": ["score", "rows.jsonl", "--scorer", "rules"],
    "scorers": ["scorers"],
}

pytestmark = pytest.mark.skipif(
    os.name != "posix" or shutil.which("bash") is None, reason="closes and joins streams by a shell"
)


@pytest.fixture
def shell(tmp_path):
    """Run a command in a shell, in a folder with inputs; give the first program's code and its messages."""
    (tmp_path / "story.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text(ROW, encoding="utf-8")

    def run(arguments, redirection):
        command = (
            f"{sys.executable} -m stancekit {' '.join(arguments)} {redirection}; exit ${{PIPESTATUS[0]}}"
        )
        done = subprocess.run(
            [shutil.which("bash"), "-c", command],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        return done.returncode, done.stderr

    return run


@pytest.mark.parametrize("name", COMMANDS)
def test_a_reader_that_stops_is_no_failure(shell, name):
    """As `head` does, or a program that reads nothing at all."""
    assert shell(COMMANDS[name], "| true") == (0, "")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_device_is_one_line(shell, name):
    """And code 1."""
    code, told = shell(COMMANDS[name], "> /dev/full")

    assert code == 1
    assert told == "stancekit: the output can't be written (No space left on device)\n"


@pytest.mark.parametrize("name", ["table", "score"])
def test_a_closed_output_is_one_line(shell, name):
    """With the way out."""
    code, told = shell(COMMANDS[name], ">&-")

    assert (code, told) == (
        1,
        "stancekit: standard output: can't be written (it is closed); choose a file by --out\n",
    )


@pytest.mark.parametrize("arguments", [["analyze", "-", "-o", "out"], ["score", "-", "-o", "out"]])
def test_a_closed_input_is_one_line(shell, arguments):
    """A file may be named instead."""
    code, told = shell(arguments, "<&-")

    assert code == 1
    assert told.startswith("stancekit: <stdin>: can't be read (it is closed)")
    assert told.count("\n") == 1


def test_closed_messages_are_no_failure(shell):
    """Nobody wants them."""
    assert shell(COMMANDS["jsonl"], "2>&- >/dev/null")[0] == 0


def test_one_who_stops_workers_sees_one_line(tmp_path):
    """Ctrl-C goes to all processes; those that share the work leave without a word."""
    corpus = tmp_path / "corpus.jsonl"
    line = '{"id": "%d", "text": "Olga Brandt praised Tim Weaver. Nina Holt failed."}\n'
    corpus.write_text("".join(line % number for number in range(20_000)))
    arguments = ["analyze", str(corpus), "--scorer", "rules", "--workers", "2", "--format", "jsonl"]
    with subprocess.Popen(
        [sys.executable, "-m", "stancekit", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        process.stdout.read(1)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)

    assert told == b"stancekit: stopped\n"
    assert process.returncode == 130
