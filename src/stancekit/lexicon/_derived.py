"""Classes of verbs that other tables of a language tell: which report, and which judge their object.

Rows that break a rule tell none: whoever reads those tables refuses them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

REPORTING: Final = "reporting"
JUDGING: Final = "judging"

_CUE, _PART, _CLASS, _TAKES = 0, 1, 2, 4
_PATTERN = 1
_REPORTS: Final = "that"
_SEEMS: Final = "seem"
_SHOWS: Final = "showing"
"""Facts and things show something, too, and answer for nothing."""
_JUDGES: Final = "subj>obj"


def reports(cells: Sequence[str]) -> bool:
    """Whether a cue is a verb whose subject answers for a statement.

    Example:
        >>> reports(("claim", "verb", "saying", "doubting", "quote that"))
        True
        >>> reports(("show", "verb", "showing", "neutral", "that"))
        False
    """
    if len(cells) <= _TAKES or cells[_PART] != "verb" or cells[_CLASS] == _SHOWS or " " in cells[_CUE]:
        return False
    takes = {*cells[_TAKES].split()}
    return _REPORTS in takes and _SEEMS not in takes


def judges(cells: Sequence[str]) -> bool:
    """Whether the subject of a polar verb evaluates its object.

    Example:
        >>> judges(("praise", "subj>obj", "0.7", "-")), judges(("fail", "voice>subj", "-0.5", "-"))
        (True, False)
    """
    return len(cells) > _PATTERN and cells[_PATTERN] == _JUDGES


DERIVED: Final[dict[str, tuple[str, Callable[[Sequence[str]], bool]]]] = {
    "cues": (REPORTING, reports),
    "verbs": (JUDGING, judges),
}
"""The tables, the class of verbs that each of them tells, and which rows do."""
