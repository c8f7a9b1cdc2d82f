"""Text of inputs in messages and tables: nothing in it moves a cursor, turns the line round or has no end."""

from __future__ import annotations

import re
from typing import Final

_INVISIBLE: Final = re.compile(
    # Control characters; marks, embeddings, overrides and isolates of bidirectional text; line separators;
    # surrogates, which no output can encode.
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)

_LAST: Final = 20
"""Characters of the end that a shortened text keeps: the place of a fault stands there."""


def visible(text: str) -> str:
    r"""A text on one line, with its control characters, line breaks and bidirectional controls written out.

    Example:
        >>> print(visible("a\x1b[2J\nb\u202ec"))
        a\x1b[2J\nb\u202ec
    """
    return _INVISIBLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def shortened(text: str, longest: int) -> str:
    """A text without its middle where it is longer than *longest*.

    Example:
        >>> shortened("a" * 40 + " @ $.text", 35)
        'aaaaaaaaaa ... aaaaaaaaaaa @ $.text'
    """
    if len(text) <= longest:
        return text
    return f"{text[: longest - _LAST - 5]} ... {text[-_LAST:]}"
