"""Where a command writes, and how it names what failed."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from rich.console import Console
from rich.text import Text

from .._visible import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO


_PAGE_WIDTH = 110
"""Columns of a table that goes to a file or another program."""

OK, FAILED, USAGE, STOPPED = 0, 1, 2, 130
"""Exit codes."""

STDIN = "<stdin>"
"""What a lone hyphen stands for among the inputs."""


_LONGEST_MESSAGE = 10_000
"""Characters; an input must not fill the terminal, whatever it is called."""


class UsageError(Exception):
    """The arguments can't be meant together."""


class UnwritableError(Exception):
    """The output file can't be opened."""


def error_console() -> Console:
    """What prints messages to standard error."""
    return Console(stderr=True, soft_wrap=True, highlight=False, markup=False)


def say(console: Console, message: str) -> None:
    """Print a message on one line, whatever of an input stands in it; `Text` reads no markup and no emoji."""
    console.print(Text(visible(shortened(message, _LONGEST_MESSAGE))))


class Failures:
    """Names failed inputs on standard error, and remembers whether there were any."""

    def __init__(self) -> None:
        self._console = error_console()
        self.count = 0

    @property
    def exit_code(self) -> int:
        """`FAILED` where an input failed, else `OK`."""
        return FAILED if self.count else OK

    def add(self, message: object) -> None:
        """Report one failed input."""
        self.count += 1
        say(self._console, f"stancekit: {message}")

    def tell(self, message: object) -> None:
        """Report what is neither."""
        say(self._console, f"stancekit: {message}")

    def warn(self, message: object) -> None:
        """Report what is odd and does not fail."""
        say(self._console, f"stancekit: warning: {message}")


class _PipedConsole(Console):
    """Leaves it to the command what happens when nobody reads on; rich's own exits with 1."""

    def on_broken_pipe(self) -> NoReturn:
        raise BrokenPipeError


def console_for(stream: TextIO) -> Console:
    """What prints tables to a stream: as wide as the terminal, or as a page."""
    console = _PipedConsole(file=stream)
    if not console.is_terminal:
        console.width = _PAGE_WIDTH
    return console


def check_apart(out: Path | None, inputs: Iterable[str | Path]) -> None:
    """Refuse to write over what is read, under whatever name.

    Raises:
        UsageError: The output is one of the inputs, or the file that standard input reads.
    """
    if out is None or not out.is_file():
        return
    for name in inputs:
        with suppress(OSError, ValueError):  # what can't be looked up can't be the output either
            read = os.fstat(_descriptor_of(sys.stdin)) if name == STDIN else Path(name).stat()
            if os.path.samestat(read, out.stat()):
                msg = f"{out}: can't be both read and written; choose another path for --out"
                raise UsageError(msg)


def _descriptor_of(stream: TextIO | None) -> int:
    if stream is None:  # a process may be started without
        msg = "the stream is closed"
        raise ValueError(msg)
    return stream.fileno()


def drop_output() -> None:
    """Let what is still to be written go nowhere, so that Python does not try again on its way out."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _descriptor_of(sys.stdout))
        os.close(nowhere)


@contextmanager
def opened(out: Path | None) -> Iterator[TextIO]:
    """The file to write to, or standard output; always UTF-8.

    A file appears whole or not at all: it is written beside its place and put there at the end.
    Where nothing was written, what stood there stays. Where writing stops early, what was written
    until then stays beside it, and a note of the exception names it.

    Raises:
        UnwritableError: The file can't be opened.
    """
    if out is None:
        if sys.stdout is None:
            msg = "standard output: can't be written (it is closed); choose a file by --out"
            raise UnwritableError(msg)
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield sys.stdout
        sys.stdout.flush()
    elif out.exists() and not out.is_file():  # a device or a pipe: nothing can be put in its place
        with _open(out, named=out) as stream:
            yield stream
    else:
        with _opened_beside(out) as stream:
            yield stream


@contextmanager
def _opened_beside(out: Path) -> Iterator[TextIO]:
    place = out.resolve()
    draft = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with _open(draft, named=out) as stream:
            yield stream
        if draft.stat().st_size:
            if place.exists():
                draft.chmod(place.stat().st_mode)
            draft.replace(place)
    except BaseException as stop:
        if draft.exists() and draft.stat().st_size:
            stop.add_note(f"what was written until then is in {draft}")
        raise
    finally:
        if draft.exists() and not draft.stat().st_size:
            draft.unlink()


def _open(path: Path, *, named: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        msg = f"{named}: can't be written ({error.strerror}); choose another path for --out"
        raise UnwritableError(msg) from error
