"""The lines of a text as the rules for boilerplate look at them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 600
"""Characters of a line that may be boilerplate as a whole; a caption can be long."""

_SAME_LENGTH = str.maketrans("’‘ʼ“”„\xa0\u202f\ufeff\u200b", "'''\"\"\"    ")
"""What makes no difference to the rules; one character for one, so that offsets stay."""

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"')\]]*$")


@frozen
class Line:
    """A line without the whitespace around it; never empty.

    Args:
        start: Where it stands in the text.

        words: Its characters, with straight marks and plain spaces.

        lower: The same in lower case, for comparing only; nothing for one that is longer than `LONGEST`.

        index: How many lines that hold something come before it.
    """

    start: int
    words: str
    lower: str
    index: int

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.words)

    @property
    def quotes(self) -> bool:
        """Whether there is a quotation mark in it: what people say is no boilerplate."""
        return '"' in self.words

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDS_SENTENCE.search(self.words[-4:]) is not None


def lines(text: str) -> Iterator[Line]:
    r"""The lines of a text that hold something.

    Example:
        >>> [(line.start, line.words) for line in lines("One.\r\n\r\n  “Two.” ")]
        [(0, 'One.'), (10, '"Two."')]
    """
    index = 0
    for found in _LINE.finditer(text.translate(_SAME_LENGTH)):
        words = found[0].strip()
        if words:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            yield Line(start, words, words.lower() if len(words) <= LONGEST else "", index)
            index += 1


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of several phrases."""
    # Longest first, so that "sign up now" wins over "sign up".
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def opening(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern to match where a line begins with one of several phrases."""
    return re.compile(rf"(?:{any_of(words)})(?![\w'])")


def holding(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern to search one of several phrases with."""
    return re.compile(rf"(?<![\w'-])(?:{any_of(words)})(?![\w'-])")
