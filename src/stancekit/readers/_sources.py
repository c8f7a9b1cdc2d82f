"""Inputs as lines: paths and open files alike, never more in memory than one article may take."""

from __future__ import annotations

import codecs
import os
from itertools import chain
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, TypeAlias

from ..errors import ArticleFormatError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Readable: TypeAlias = "str | os.PathLike[str] | IO[bytes] | IO[str]"
"""What articles are read from: a path, or a file open for bytes or text."""

MAX_SIZE = 32 * 2**20
"""The most that one article, line or JSON document may take, in bytes (characters of open text)."""

TOO_LARGE = f"must hold at most {MAX_SIZE // 2**20} MiB a piece (it holds more; split it, or use JSON Lines)"


def is_path(source: object) -> bool:
    """Whether *source* is a path rather than an open file."""
    return isinstance(source, str | os.PathLike)


def name_of(source: Readable) -> str:
    """What the caller calls *source*: the path as given, or the open file's name."""
    name = os.fspath(source) if isinstance(source, str | os.PathLike) else getattr(source, "name", None)
    if not isinstance(name, str) or not name:
        return "<stream>"
    # A name that is not UTF-8 reaches us with lone surrogates, which could be neither printed nor written.
    return name.encode("utf-8", "backslashreplace").decode()


def identity_of(source: Readable) -> str | None:
    """The id of the only article in *source*: its name without folder and ending, if it has a name."""
    stem = PurePath(name_of(source)).stem
    return None if not stem or stem.startswith("<") else stem


def lines_of(stream: IO[bytes] | IO[str]) -> Iterator[bytes | str]:
    r"""The lines of an open file, split at ``\n`` only; one that is longer than `MAX_SIZE` in parts."""
    while line := stream.readline(MAX_SIZE + 1):
        yield line


def whole(lines: Iterable[bytes | str], name: str) -> bytes | str:
    """All lines put together.

    Raises:
        ArticleFormatError: They take more than `MAX_SIZE`; the message calls the input *name*.
    """
    parts: list[bytes | str] = []
    size = 0
    for line in lines:
        parts.append(line)
        size += len(line)
        if size > MAX_SIZE:
            raise ArticleFormatError(name, [TOO_LARGE])
    if parts and isinstance(parts[0], str):
        return "".join(part for part in parts if isinstance(part, str))
    return b"".join(part for part in parts if isinstance(part, bytes))


def numbered(lines: Iterable[bytes | str]) -> Iterator[tuple[int, bytes | str | None]]:
    """Each line with its number, from 1; `None` for one that is longer than `MAX_SIZE`."""
    number, too_long = 1, False
    for part in lines:
        ended = part.endswith(b"\n") if isinstance(part, bytes) else part.endswith("\n")
        too_long = too_long or len(part) > MAX_SIZE
        if ended or not too_long:
            yield number, None if too_long else part
            number, too_long = number + 1, False
    if too_long:
        yield number, None


def is_blank(line: bytes | str) -> bool:
    """Whether there is nothing to read in a line but whitespace and a byte order mark."""
    if isinstance(line, bytes):
        return not line.removeprefix(codecs.BOM_UTF8).strip()
    return not line.removeprefix("\ufeff").strip()


def first_words(lines: Iterator[bytes | str]) -> tuple[bytes | str, Iterator[bytes | str]]:
    """The first line that is not blank, and all lines as if none had been read."""
    read: list[bytes | str] = []
    size = 0
    for line in lines:
        read.append(line)
        size += len(line)
        if not is_blank(line) or size > MAX_SIZE:
            break
    return (read[-1] if read else b""), chain(read, lines)
