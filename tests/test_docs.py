"""The examples in README.md and docs/: what they show is what happens.

Every block marked ``python`` is run, those of a page one after another in one namespace: as a doctest
where it holds ``>>>``, as plain code elsewhere. In a block marked ``console``, each ``$ stancekit ...``
is run, too, and what it prints is compared. A block that can't be run here stands below a comment
``<!-- not run: why -->`` and is reported as skipped.
"""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from attrs import frozen

import stancekit
from stancekit.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
FRONT = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
PAGES = [*FRONT, *sorted(path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)]

RUN = {"python", "console"}
SHOWN = {"sh", "text", "json", "toml", "yaml", "tsv", "md"}
"""Languages of blocks that are not run: commands that install, files, output."""

WIDTH = "100"
"""Columns of the terminal that the pages show."""

FENCE = re.compile(
    r"^(?P<indent> *)```(?P<label>[^\n`]*)\n(?P<code>.*?)^(?P=indent)```[ ]*$", re.MULTILINE | re.DOTALL
)
REASON = re.compile(r"<!-- not run: (?P<reason>.+?) -->\s*\Z")
LINK = re.compile(r"\]\((?!https?://|#)(?P<path>[^)#\s]+)(?:#[^)\s]*)?\)")
COMMAND = re.compile(r"^\$ (?P<command>.+)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@frozen
class Block:
    """A fenced block of a page.

    Args:
        path: The page.

        line: The line that its fence stands in, from 1.

        language: What it is marked as.

        code: What is between the fences.

        reason: Why it is not run; empty where it is.
    """

    path: Path
    line: int
    language: str
    code: str
    reason: str


def blocks_of(path: Path) -> Iterator[Block]:
    """The fenced blocks of a page, but for Sphinx' directives."""
    text = path.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        before = text[: found.start()]
        reason = REASON.search(before)
        label = found["label"].strip()
        if not label.startswith("{"):
            why = reason["reason"] if reason else ""
            yield Block(path, before.count("\n") + 1, label, dedent(found["code"]), why)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


BLOCKS = {path: [*blocks_of(path)] for path in PAGES}
RUNNING = [path for path, blocks in BLOCKS.items() if any(b.language in RUN and not b.reason for b in blocks)]
LEFT_OUT = [block for blocks in BLOCKS.values() for block in blocks if block.language in RUN and block.reason]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, as if it were the repository's, and a registry of scorers to fill."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", WIDTH)
    monkeypatch.setattr(stancekit.scorers, "_registered", {**stancekit.scorers._registered})
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("path", RUNNING, ids=name_of)
def test_examples_do_what_they_show(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each page's blocks run in order, and print what stands below."""
    names: dict[str, Any] = {"__name__": "__main__"}
    for block in BLOCKS[path]:
        if block.reason or block.language not in RUN:
            continue
        if block.language == "console":
            run_commands(block, capsys)
        elif ">>>" in block.code:
            names = run_doctest(block, names)
        else:
            exec(compile("\n" * block.line + block.code, name_of(path), "exec"), names)  # noqa: S102


def run_doctest(block: Block, names: dict[str, Any]) -> dict[str, Any]:
    """Run a block that shows prompts; give the names that are known behind it."""
    test = doctest.DocTestParser().get_doctest(
        block.code, names, name_of(block.path), name_of(block.path), block.line
    )
    report: list[str] = []
    failed, _ = doctest.DocTestRunner(optionflags=FLAGS).run(test, out=report.append, clear_globs=False)
    if failed:
        pytest.fail("".join(report), pytrace=False)
    return test.globs


def run_commands(block: Block, capsys: pytest.CaptureFixture[str]) -> None:
    """Run a block's commands and compare what each writes."""
    commands = [*COMMAND.finditer(block.code)]
    assert commands, f"{name_of(block.path)}:{block.line}: a console block needs a line that begins with '$ '"
    for found in commands:
        program, *arguments = shlex.split(found["command"])
        assert program == "stancekit", f"{name_of(block.path)}:{block.line}: only stancekit is run here"
        capsys.readouterr()
        run(arguments)
        written = capsys.readouterr()
        assert plain(written.out + written.err) == plain(found["output"])


def plain(output: str) -> list[str]:
    """The lines of an output without the blanks that pad them."""
    return [line.rstrip() for line in output.strip("\n").split("\n")]


@pytest.mark.parametrize("block", LEFT_OUT, ids=lambda block: f"{name_of(block.path)}:{block.line}")
def test_what_is_not_run_is_told(block: Block) -> None:
    """A block that is left out is at least Python, and says why."""
    if block.language == "python":
        compile(block.code, name_of(block.path), "exec")
    pytest.skip(block.reason)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_block_is_marked(path: Path) -> None:
    """A block is marked as something that is run, or as something that is shown: no third way round."""
    unknown = [(b.line, b.language) for b in BLOCKS[path] if b.language not in RUN | SHOWN]
    hidden = [b.line for b in BLOCKS[path] if b.language not in RUN and re.search(r"^>>> ", b.code, re.M)]

    assert not unknown
    assert not hidden


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_fence_is_closed(path: Path) -> None:
    """Fences come in pairs, so that no block swallows the next."""
    fences = re.findall(r"^ *```", path.read_text(encoding="utf-8"), re.MULTILINE)

    assert len(fences) % 2 == 0


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    """A link to a file of the repository finds it."""
    links = LINK.findall(path.read_text(encoding="utf-8"))
    broken = [link for link in links if not (path.parent / link).exists()]

    assert not broken


@pytest.mark.parametrize("name", stancekit.__all__)
def test_reference_knows_every_public_name(name: str) -> None:
    """What is promised is documented."""
    reference = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")

    assert re.search(rf":: (?:stancekit\.)?{re.escape(name)}$", reference, re.MULTILINE)


def test_the_check_finds_its_command() -> None:
    """`.ci/run` takes the block below the comment in the README for the tests' command."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"<!-- test command -->\n+```sh\n(.+?)\n```$", readme, re.MULTILINE | re.DOTALL)

    assert block is not None
    assert "pytest" in block[1]
