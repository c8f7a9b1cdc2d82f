"""The examples in README.md and docs/: what they show is what happens.

Every block marked ``python`` is run, those of a page one after another in one namespace: as a doctest
where it holds ``>>>``, as plain code elsewhere. In a block marked ``console``, each ``$ stancekit ...``
is run, too, and what it writes is compared. ``...`` stands for anything. A block marked as a file's, such as
``yaml own.yaml``, is written into that file for the blocks behind it. A block that can't be run here stands below a comment
``<!-- not run: why -->`` and is reported as skipped.

Where a change is meant to change what the pages show, ``python tests/renew_docs.py`` writes the new
output into them; look at the difference before you keep it. A page with a comment ``<!-- needs: MODULE ... -->`` is
skipped where one of the modules is missing.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from attrs import frozen

import stancekit
from stancekit.cli._app import run

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
FRONT = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
PAGES = [*FRONT, *sorted(path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)]

FILES = {"yaml", "csv", "tsv"}
"""Languages of blocks that hold a file for the examples behind them: its name follows."""

RUN = {"python", "console"} | FILES
SHOWN = {"sh", "text", "toml", "md"}
"""Languages of blocks that are not run: commands that install, files, trees."""

WIDTH = "100"
"""Columns of the terminal that the pages show."""

FENCE = re.compile(
    r"^(?P<indent> *)```(?P<label>[^\n`]*)\n(?P<code>.*?)^(?P=indent)```[ ]*$", re.MULTILINE | re.DOTALL
)
NEEDS = re.compile(r"^<!-- needs: (?P<modules>.+?) -->$", re.MULTILINE)
REASON = re.compile(r"<!-- not run: (?P<reason>.+?) -->\s*\Z")
LINK = re.compile(r"\]\((?!https?://|#)(?P<path>[^)#\s]+)(?:#[^)\s]*)?\)")
PROMPT = "$ "

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@frozen
class Block:
    """A fenced block of a page.

    Args:
        path: The page.

        line: The line that its code begins in, from 0.

        indent: How far it is indented.

        language: What it is marked as.

        name: What its file is called, where it holds one.

        code: What is between the fences, without the indent.

        reason: Why it is not run; empty where it is.
    """

    path: Path
    line: int
    indent: str
    language: str
    name: str
    code: str
    reason: str


@frozen
class Stale:
    """Output that a page shows and that is not what comes out.

    Args:
        block: Where.

        line: The line that the output begins in, from 0.

        shown: What the page shows.

        got: What comes out.
    """

    block: Block
    line: int
    shown: str
    got: str

    def __str__(self) -> str:
        return f"{name_of(self.block.path)}:{self.line + 1} shows\n{self.shown}but this comes out\n{self.got}"


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks_of(path: Path) -> Iterator[Block]:
    """The fenced blocks of a page, but for Sphinx' directives."""
    text = path.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        label = found["label"].strip()
        if label.startswith("{"):
            continue
        reason = REASON.search(text[: found.start()])
        line = text.count("\n", 0, found.start("code"))
        why = reason["reason"] if reason else ""
        language, _, name = label.partition(" ")
        yield Block(path, line, found["indent"], language, name, dedent(found["code"]), why)


def needs_of(path: Path) -> list[str]:
    """Modules that a page's examples import, beyond what the tests bring."""
    return [module for found in NEEDS.findall(path.read_text(encoding="utf-8")) for module in found.split()]


BLOCKS = {path: [*blocks_of(path)] for path in PAGES}
RUNNING = {
    path: running
    for path, blocks in BLOCKS.items()
    if (running := [block for block in blocks if block.language in RUN and not block.reason])
}
LEFT_OUT = [block for blocks in BLOCKS.values() for block in blocks if block.language in RUN and block.reason]


@contextmanager
def reader() -> Iterator[None]:
    """A folder to work in, as if it were the repository's, a wide terminal, a registry of scorers to fill."""
    registered, columns = dict(stancekit.scorers._registered), os.environ.get("COLUMNS")
    with TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(ROOT / "seeds", Path(folder) / "seeds")
        os.environ["COLUMNS"] = WIDTH
        try:
            yield
        finally:
            stancekit.scorers._registered = registered
            if columns is None:
                del os.environ["COLUMNS"]
            else:
                os.environ["COLUMNS"] = columns


def stale_parts(path: Path) -> Iterator[Stale]:
    """Run a page's blocks in order; give the outputs that are not as shown."""
    names: dict[str, Any] = {"__name__": "__main__"}
    for block in RUNNING[path]:
        if block.language in FILES:
            Path(block.name).parent.mkdir(exist_ok=True)
            Path(block.name).write_text(block.code, encoding="utf-8")
        elif block.language == "console":
            yield from _after_commands(block)
        elif ">>>" in block.code:
            names, stale = _after_prompts(block, names)
            yield from stale
        else:
            exec(compile("\n" * block.line + block.code, name_of(path), "exec"), names)  # noqa: S102


class _Runner(doctest.DocTestRunner):
    """Collects what is not as shown, instead of printing it."""

    def __init__(self) -> None:
        super().__init__(optionflags=FLAGS)
        self.told: list[tuple[doctest.Example, str]] = []

    def report_failure(self, _out: Any, _test: Any, example: doctest.Example, got: str) -> None:
        self.told.append((example, got))

    def report_unexpected_exception(
        self, _out: Any, test: Any, example: doctest.Example, exc_info: Any
    ) -> None:
        where = f"{test.name}:{test.lineno + example.lineno + 1}"
        exc_info[1].add_note(f"raised by {example.source.strip()!r} in {where}")
        raise exc_info[1]


def _after_prompts(block: Block, names: dict[str, Any]) -> tuple[dict[str, Any], list[Stale]]:
    page = name_of(block.path)
    test = doctest.DocTestParser().get_doctest(block.code, names, page, page, block.line)
    runner = _Runner()
    runner.run(test, clear_globs=False)
    stale = [
        Stale(
            block, block.line + example.lineno + example.source.count("\n"), example.want, _with_blanks(got)
        )
        for example, got in runner.told
    ]
    return test.globs, stale


def _with_blanks(got: str) -> str:
    """A doctest ends at a blank line, so one in its output has a name."""
    return re.sub(r"^$(?=\n)", "<BLANKLINE>", got, flags=re.MULTILINE)


def _after_commands(block: Block) -> Iterator[Stale]:
    lines = block.code.splitlines(keepends=True)
    prompts = [at for at, line in enumerate(lines) if line.startswith(PROMPT)]
    assert prompts[:1] == [0], f"{name_of(block.path)}:{block.line + 1} must begin with '$ '"
    for at, end in zip(prompts, [*prompts[1:], len(lines)], strict=True):
        shown = "".join(lines[at + 1 : end])
        got = _written_by(lines[at].removeprefix(PROMPT))
        if not doctest.OutputChecker().check_output(_plain(shown), _plain(got), doctest.ELLIPSIS):
            yield Stale(block, block.line + at + 1, shown, got)


def _written_by(command: str) -> str:
    program, *arguments = shlex.split(command)
    assert program == "stancekit", f"only stancekit is run here (got {program!r})"
    with redirect_stdout(StringIO()) as out, redirect_stderr(out):
        run(arguments)
    return _plain(out.getvalue())


def _plain(output: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in output.splitlines())


@pytest.mark.parametrize("path", RUNNING, ids=name_of)
def test_examples_do_what_they_show(path: Path) -> None:
    """Each page's blocks run in order, and what stands below them is what comes out."""
    for module in needs_of(path):
        pytest.importorskip(module, reason=f"the page shows how to use {module}")
    with reader():
        stale = [*stale_parts(path)]

    if stale:
        pytest.fail("\n".join(map(str, stale)), pytrace=False)


@pytest.mark.parametrize("block", LEFT_OUT, ids=lambda block: f"{name_of(block.path)}:{block.line}")
def test_what_is_not_run_is_told(block: Block) -> None:
    """A block that is left out is at least Python, and says why it is."""
    if block.language == "python":
        compile(block.code, name_of(block.path), "exec")
    pytest.skip(block.reason)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_block_is_marked(path: Path) -> None:
    """A block is marked as one that is run, or as one that is shown; no prompt hides in the latter."""
    unknown = [(b.line, b.language) for b in BLOCKS[path] if b.language not in RUN | SHOWN]
    hidden = [b.line for b in BLOCKS[path] if b.language not in RUN and re.search(r"^>>> ", b.code, re.M)]

    assert not unknown
    assert not hidden


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_fence_is_read(path: Path) -> None:
    """Fences come in pairs and none is missed."""
    text = path.read_text(encoding="utf-8")

    assert len(re.findall(r"^\s*(?:```|~~~)", text, re.MULTILINE)) == 2 * len(FENCE.findall(text))


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    """A link to a file of the repository finds it."""
    links = LINK.findall(path.read_text(encoding="utf-8"))

    assert not [link for link in links if not (path.parent / link).exists()]


def test_ci_finds_its_command() -> None:
    """`.ci/run` takes the block below the comment in the README for the tests' command."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"<!-- test command -->\n+```sh\n(.+?)\n```$", readme, re.MULTILINE | re.DOTALL)

    assert block is not None
    assert "pytest" in block[1]
