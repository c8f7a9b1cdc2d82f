"""Where a command writes, and how it names what failed."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO


_PAGE_WIDTH = 110
"""Columns of a table that goes to a file or another program."""

OK, FAILED, USAGE = 0, 1, 2
"""Exit codes."""

STDIN = "<stdin>"
"""What a lone hyphen stands for among the inputs."""


class UnwritableError(Exception):
    """The output file can't be opened."""


class Failures:
    """Names failed inputs on standard error, and remembers whether there were any."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
        self.count = 0

    @property
    def exit_code(self) -> int:
        """`FAILED` where an input failed, else `OK`."""
        return FAILED if self.count else OK

    def add(self, message: object) -> None:
        """Report one failed input."""
        self.count += 1
        self._console.print(f"stancekit: {message}")

    def warn(self, message: object) -> None:
        """Report what is odd and does not fail."""
        self._console.print(f"stancekit: warning: {message}")


def console_for(stream: TextIO) -> Console:
    """What prints tables to a stream: as wide as the terminal, or as a page."""
    console = Console(file=stream)
    if not console.is_terminal:
        console.width = _PAGE_WIDTH
    return console


@contextmanager
def opened(out: Path | None) -> Iterator[TextIO]:
    """The file to write to, or standard output; always UTF-8.

    Raises:
        UnwritableError: The file can't be opened.
    """
    if out is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        stream = out.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        msg = f"{out}: can't be written ({error.strerror}); choose another path for --out"
        raise UnwritableError(msg) from error
    with stream:
        yield stream
