"""The class of verbs that the cues of a language tell: which report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

CUES: Final = "cues"
"""The table."""
REPORTING: Final = "reporting"
"""The class."""

_CUE, _PART, _CLASS, _TAKES = 0, 1, 2, 4
_STATEMENT: Final = "that"
_SEEMS: Final = "seem"
_SHOWS: Final = "showing"
"""Facts and things show something, too, and answer for nothing."""


def reports(cells: Sequence[str]) -> bool:
    """Whether a row of the cues is a verb whose subject answers for a statement.

    A row that breaks a rule is none: whoever reads the cues refuses it.

    Example:
        >>> reports(("claim", "verb", "saying", "doubting", "quote that"))
        True
        >>> reports(("show", "verb", "showing", "neutral", "that"))
        False
    """
    if len(cells) <= _TAKES or cells[_PART] != "verb" or cells[_CLASS] == _SHOWS or " " in cells[_CUE]:
        return False
    takes = {*cells[_TAKES].split()}
    return _STATEMENT in takes and _SEEMS not in takes
