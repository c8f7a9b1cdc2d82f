"""Bytes to text: byte order marks decide, then UTF-8, then what is declared, then the likeliest."""

from __future__ import annotations

import codecs
import re
from io import StringIO
from itertools import chain
from typing import TYPE_CHECKING

from charset_normalizer import from_bytes

from ..errors import ArticleFormatError
from ._sources import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)

_LATIN = ("cp1252", "mac_roman")
"""Chosen where they are as likely as the likeliest: nearly all English text that is not UTF-8."""

_DECLARABLE = frozenset(
    """
    ascii big5 big5hkscs cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 cp932
    cp949 euc_jp euc_kr gb18030 gb2312 gbk iso2022_jp iso8859-1 iso8859-10 iso8859-13 iso8859-14 iso8859-15
    iso8859-16 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 koi8-r koi8-u
    mac-cyrillic mac-roman shift_jis utf-8
    """.split()
)
"""The WHATWG Encoding Standard's, as Python names them. Python knows others that no page may call for: some
are no encodings of text, some take quadratic time."""

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""",
    re.IGNORECASE,
)

_PRESCAN = 4096
"""Bytes searched for a declaration; the WHATWG standard asks for 1,024."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark at the beginning of *data* says, if there is one."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an HTML page declares in its first lines, as Python calls it.

    Example:
        >>> declared_encoding(b'<html><head><meta charset="ISO-8859-1">')
        'cp1252'
    """
    found = _DECLARED.search(data[:_PRESCAN])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    # As browsers do: pages that say Latin-1 hold Windows' quotation marks.
    return {"ascii": "cp1252", "iso8859-1": "cp1252"}.get(name, name) if name in _DECLARABLE else None


def decode(data: bytes, *, declared: str | None = None) -> str:
    r"""The text of *data*, without a byte order mark and with its line ends as they are.

    Args:
        data: The bytes of a whole input.

        declared: An encoding to try where there is no mark and it is not UTF-8.

    Raises:
        ValueError: It is not text.

    Example:
        >>> decode("\ufeffKyiv\r\n".encode("utf-16-le"))
        'Kyiv\r\n'
    """
    text = _decode_marked(data)
    if text is None:
        text = _attempt(data, "utf-8")
    if text is None and declared is not None:
        text = _attempt(data, declared)
    if text is None:
        text = _guess(data)
    if text is None:
        msg = f"must be text (got {_broken(data)} in no encoding that can be told; save it as UTF-8)"
        raise ValueError(msg)
    return _checked(text)


def decoded(content: bytes | str, name: str, *, declared: str | None = None) -> str:
    """The text of a whole input, which may have been open for text already.

    Raises:
        ArticleFormatError: It is not text; the message calls it *name*.
    """
    try:
        if isinstance(content, str):
            return _checked(content).lstrip("\ufeff")
        return decode(content, declared=declared)
    except ValueError as exc:
        raise ArticleFormatError(name, [str(exc)]) from None


def decode_strictly(data: bytes) -> str:
    """The text of *data* by its byte order mark or as UTF-8, as JSON asks.

    Raises:
        ValueError: It is neither.
    """
    text = _decode_marked(data)
    if text is not None:
        return text
    text = _attempt(data, "utf-8")
    if text is None:
        msg = f"must be UTF-8 (got {_broken(data)}; convert it to UTF-8)"
        raise ValueError(msg)
    return text


def splittable(lines: Iterator[bytes | str], name: str) -> Iterator[bytes | str]:
    """The same lines; those of UTF-16 and UTF-32, which can't be split as bytes, as text.

    Raises:
        ArticleFormatError: They are not what their byte order mark says.
    """
    first = next(lines, b"")
    lines = chain([first] if first else [], lines)
    if isinstance(first, str) or marked_encoding(first) in {None, "utf-8"}:
        return lines
    return iter(StringIO(decoded(whole(lines, name), name), newline="\n"))


def _checked(text: str) -> str:
    if "\0" in text:
        msg = f"must be text (got the character NUL at {text.index(chr(0))}; export it as UTF-8 text)"
        raise ValueError(msg)
    return text


def _decode_marked(data: bytes) -> str | None:
    name = marked_encoding(data)
    if name is None:
        return None
    text = _attempt(data, name)
    if text is None:
        got = _broken(data, name)
        msg = f"must be {name.upper()}, as its byte order mark says (got {got}; save it as UTF-8)"
        raise ValueError(msg)
    return text.lstrip("\ufeff")


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _guess(data: bytes) -> str | None:
    matches = from_bytes(data)
    best = matches.best()
    if best is not None:
        level = [match for match in matches if match.chaos <= best.chaos]
        names = {name for match in level for name in match.could_be_from_charset}
        name = next((name for name in _LATIN if name in names), best.encoding)
        text = _attempt(data, name)
        if text is not None and not _CONTROLS.search(text):
            return text
    return None


def _broken(data: bytes, encoding: str = "utf-8") -> str:
    """The first byte that an encoding can't read, and where it stands."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as exc:
        return f"the byte 0x{data[exc.start]:02x} at {exc.start}"
    return "bytes"
