"""Records as lines of JSON, and back."""

from __future__ import annotations

import json
import re
from typing import Any

from ..errors import ArticleFormatError

# Surrogates can't be encoded; the others end a line for `str.splitlines`, and a record is one line.
_UNSAFE = re.compile("[\ud800-\udfff\x85\u2028\u2029]")
_SPLIT_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def to_line(record: Any) -> str:
    r"""A record as one line of JSON that can be encoded as UTF-8, whatever is in it.

    Raises:
        ValueError: A number is not finite, or a text holds the two surrogates of one character as two
            characters: in JSON they would become one, and every later offset would be wrong.

    Example:
        >>> print(to_line({"text": "é \ud800 \u2028"}))
        {"text": "é \ud800 \u2028"}
    """
    line = json.dumps(record, ensure_ascii=False, allow_nan=False)
    if pair := _SPLIT_PAIR.search(line):
        msg = (
            f"a record must not hold a character as two surrogates (got {pair[0]!r}); to join them: "
            "text.encode('utf-16', 'surrogatepass').decode('utf-16', 'surrogatepass')"
        )
        raise ValueError(msg)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def from_line(line: str | bytes, *, source: str = "<record>") -> Any:
    """Read one JSON text, of any shape.

    Raises:
        ArticleFormatError: It is not JSON: misspelled, nested too deeply, a number that is none.
    """
    try:
        return json.loads(line, parse_constant=_refuse_constant)
    except RecursionError:
        raise ArticleFormatError(source, ["not valid JSON: nested too deeply"]) from None
    except ValueError as exc:
        raise ArticleFormatError(source, [f"not valid JSON: {exc}"]) from None


def _refuse_constant(name: str) -> None:
    msg = f"{name} is not a number"
    raise ValueError(msg)
