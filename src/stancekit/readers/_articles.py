"""Any input to articles: the format is told by the name's ending, or by the first line of an open file."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from ..errors import ArticleFormatError
from ..values import Article
from ._encoding import decoded, splittable
from ._failure import Failure
from ._html import read_page
from ._records import read_json, read_json_lines
from ._sources import Readable, first_words, identity_of, is_path, lines_of, name_of, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Lines: TypeAlias = Iterator[bytes | str]
    Reader: TypeAlias = Callable[[Lines, str, str | None], Iterator[Article | Failure]]


def read_articles(source: Readable, *, name: str | None = None) -> Iterator[Article | Failure]:
    r"""Read the articles of one input, lazily; what can't be read comes as a `Failure` and stops no other.

    The ending of the name tells the format: ``.txt``, ``.text``, ``.md`` or none is plain text, ``.html``,
    ``.htm`` and ``.xhtml`` a web page (one article a file); ``.jsonl`` and ``.ndjson`` hold a JSON object a
    line with the fields of an `Article`, ``.json`` one object or a list of them. For an open file whose name
    does not say, such as ``sys.stdin.buffer``, the first line does.

    Args:
        source: A path, or a file open for reading bytes or text. It is not closed.

        name: What messages call it; by default the path as given, or the open file's own name.

    Raises:
        TypeError: ``source`` is neither a path nor an open file.

    Example:
        >>> from io import BytesIO
        >>> rows = BytesIO(b'{"text": "Kyiv welcomed the deal."}\n{"text": 5}\n')
        >>> article, failure = read_articles(rows, name="rows.jsonl")
        >>> article.text
        'Kyiv welcomed the deal.'
        >>> print(failure)
        rows.jsonl:2: must be a string (got 5) @ $.text
    """
    if not is_path(source) and not hasattr(source, "readline"):
        msg = f"'source' must be a path or an open file (got {source!r})"
        raise TypeError(msg)
    return _guarded(source, name_of(source) if name is None else name)


def read_article(source: Readable, *, name: str | None = None) -> Article:
    """Read the one article of an input.

    Args:
        source: As in `read_articles`.

        name: As in `read_articles`.

    Raises:
        ArticleFormatError: It can't be read, or holds more than one article.

        TypeError: ``source`` is neither a path nor an open file.

    Example:
        >>> from io import StringIO
        >>> read_article(StringIO("Kyiv welcomed the deal.")).text
        'Kyiv welcomed the deal.'
    """
    found = read_articles(source, name=name)
    first = next(found)
    if isinstance(first, Failure):
        raise first.error()
    if next(found, None) is not None:
        fault = "must hold one article (it holds more; use read_articles)"
        raise ArticleFormatError(name or name_of(source), [fault])
    return first


def _guarded(source: Readable, name: str) -> Iterator[Article | Failure]:
    """Whatever is wrong with the input as a whole becomes its last value."""
    try:
        yield from _read_path(source, name) if is_path(source) else _read_open(source, name)
    except ArticleFormatError as exc:
        yield Failure(exc.source, exc.faults)
    except UnicodeDecodeError as exc:
        yield Failure(name, [f"must be {exc.encoding.upper()} (got bytes that are not; open it for bytes)"])
    except IsADirectoryError:
        yield Failure(name, ["must be a file (got a directory; name the files in it)"])
    except FileNotFoundError:
        yield Failure(name, ["must exist (there is no such file; check its name)"])
    except PermissionError:
        yield Failure(name, ["must be readable (permission was denied; change its mode or owner)"])
    except OSError as exc:
        yield Failure(name, [f"must be readable (got: {exc.strerror or exc}; check the file)"])


def _read_path(source: Any, name: str) -> Iterator[Article | Failure]:
    path = Path(source)
    suffix = path.suffix.lower()
    with _opened(path, name) as stream:
        if suffix not in _READERS:
            endings = ", ".join(ENDINGS)
            fault = f"must end in {endings} (got {suffix}; rename it, or pass it open)"
            raise ArticleFormatError(name, [fault])
        yield from _READERS[suffix](lines_of(stream), name, identity_of(path))


def _opened(path: Path, name: str) -> IO[bytes]:
    if path.is_dir():  # opening one gives another error on Windows
        raise IsADirectoryError
    try:
        return path.open("rb")
    except ValueError:  # a NUL or a lone surrogate
        raise ArticleFormatError(name, ["must be a path (got characters that none may have)"]) from None


def _read_open(stream: Any, name: str) -> Iterator[Article | Failure]:
    suffix = PurePath(name_of(stream)).suffix.lower()
    lines = lines_of(stream)
    reader = _READERS.get(suffix) if suffix else None
    if reader is None:
        first, lines = first_words(splittable(lines, name))
        reader = _sniffed(first)
    yield from reader(lines, name, identity_of(stream))


MARKUP = re.compile(r"<(?:!doctype\s|!--|\?xml\b|(?:html|head|body|main|article)\b)", re.IGNORECASE)
_OBJECT = re.compile(r"""\{\s*(?:"|\}|$)""")
_LIST = re.compile(r"""\[\s*(?:[\[{"\]]|$)""")

_SNIFFED = 400
"""How much of the first line tells the format."""


def _sniffed(first: bytes | str) -> Reader:
    r"""The reader for an input whose first words are these.

    Example:
        >>> beginnings = ("<!doctype html>", '{"text": "..."}', "[", "[Laughter] No.")
        >>> [_sniffed(words).__name__ for words in beginnings]
        ['read_page', '_read_json_lines', '_read_json', '_read_text']
    """
    words = first[:_SNIFFED]
    if isinstance(words, bytes):
        words = words.decode("utf-8", "replace")
    words = words.removeprefix("\ufeff").strip()
    if MARKUP.match(words):
        return read_page
    if _LIST.match(words) or words == "{":
        return _read_json
    return _read_json_lines if _OBJECT.match(words) else _read_text


def _read_text(lines: Lines, name: str, identity: str | None) -> Iterator[Article | Failure]:
    text = decoded(whole(lines, name), name)
    if not text.strip():
        raise ArticleFormatError(name, ["must hold an article (it holds no text)"])
    yield Article(text) if identity is None else Article(text, id=identity)


def _read_json(lines: Lines, name: str, _: str | None) -> Iterator[Article | Failure]:
    return read_json(lines, name)


def _read_json_lines(lines: Lines, name: str, _: str | None) -> Iterator[Article | Failure]:
    return read_json_lines(lines, name)


_READERS: Mapping[str, Reader] = {
    **dict.fromkeys(["", ".txt", ".text", ".md"], _read_text),
    **dict.fromkeys([".html", ".htm", ".xhtml"], read_page),
    **dict.fromkeys([".jsonl", ".ndjson"], _read_json_lines),
    ".json": _read_json,
}
ENDINGS = tuple(filter(None, _READERS))
"""How the names of files end that can be read."""
