"""Lines that sell a newsletter, or lead to other stories."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ._lines import any_of, holding, opening
from ._phrases import PHRASES

if TYPE_CHECKING:
    from ._lines import Line

_LONGEST = 260
"""Characters of a promotion."""

_LONGEST_TITLE = 120

_SHORT = 60
"""Characters of a line that asks to sign up and says no more."""

_SHORT_TOP = 3
"""Lines from the top that may be so short: "Sign up for the Morning Tide"."""

_URGENT = opening(PHRASES.urgent_opener)
_MILD = opening(PHRASES.mild_opener)
_PROMOTED = holding(PHRASES.promoted)
_OURS = holding(PHRASES.ours)
_READER = holding(PHRASES.reader)
_SAYING = holding(PHRASES.saying)
_STANDFIRST = holding(PHRASES.standfirst)
_INBOX = holding(PHRASES.inbox)
_FOLLOW = re.compile(
    r"(?:^(?:you can )?follow .{1,80}|\bfollow (?:him|her|them|me|us)) (?:on|at) "
    rf"(?:{any_of(PHRASES.network)})\b"
)
_RELATED = opening(PHRASES.related_opener)
_POINTER = re.compile(rf"(?:{any_of(PHRASES.pointer)}) .{{0,100}}\b(?:above|below|here)[.:!]?")


def is_promotion(line: Line) -> bool:
    """Whether it asks the reader to sign up, subscribe, follow."""
    if not _may_promote(line):
        return False
    if _INBOX.search(line.lower) or _FOLLOW.search(line.lower):
        return True
    words = line.lower.lstrip("([* ")
    if _URGENT.match(words):
        return names_newsletter(line) or _OURS.search(words) is not None or _only_asks(line)
    return bool(_MILD.match(words) and names_newsletter(line) and _READER.search(words))


def announces_newsletter(line: Line) -> bool:
    """Whether the line below a promotion may say what readers get."""
    return names_newsletter(line) or _URGENT.match(line.lower) is not None


def names_newsletter(line: Line) -> bool:
    """Whether it names a newsletter, or what else is promoted."""
    return _PROMOTED.search(line.lower) is not None


def is_standfirst(line: Line) -> bool:
    """Whether it says what the newsletter holds that the line above announced."""
    if not _may_promote(line) or not _STANDFIRST.search(line.lower):
        return False
    return not line.ends_sentence or names_newsletter(line)


def is_related(line: Line) -> bool:
    """Whether it leads to another story, or to something else on the page."""
    if line.quotes:
        return False
    if _POINTER.fullmatch(line.lower):
        return True
    return _RELATED.match(line.lower) is not None and not line.ends_sentence


def is_title(line: Line) -> bool:
    """Whether it may be the headline of another story."""
    return len(line.words) <= _LONGEST_TITLE and not line.ends_sentence and not line.quotes


def _only_asks(line: Line) -> bool:
    short = len(line.words) <= _SHORT and "," not in line.words and not line.ends_sentence
    return short and (line.index < _SHORT_TOP or line.lower.startswith("subscribe to "))


def _may_promote(line: Line) -> bool:
    return len(line.words) <= _LONGEST and not line.quotes and not _SAYING.search(line.lower)
