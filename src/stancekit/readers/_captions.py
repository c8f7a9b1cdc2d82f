"""Lines that describe a picture, or say whose it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..values import BoilerplateKind
from ._credits import is_made_of_names
from ._lines import any_of, holding, opening
from ._phrases import PHRASES

if TYPE_CHECKING:
    from ._lines import Line

_OPENING = opening(PHRASES.caption_opener)
_LABEL = re.compile(rf"[(\[]?(?:{any_of(PHRASES.label[BoilerplateKind.CAPTION])})\s?[:|]")
_FILE_PICTURE = re.compile(r"FILE(?: (?:PHOTO|IMAGE|PICTURE|PIC))?\s?[:–—-]")
_IN_BRACKETS = re.compile(
    r"\((?:(?:ap|reuters|afp|getty|pool|file) (?:photo|image)s?/|photos? by |(?:photo|image): )"
)
_BY_REUTERS = re.compile(r"\bREUTERS/\s?[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,4}(?:/[\w ]{1,30})?\.?$")
_AGENCY_ALONE = re.compile(rf"(?:.{{1,60}} via )?(?:{any_of(PHRASES.picture_agency)})(?:/instagram)?\.?")
_SAYING = holding(PHRASES.saying)

_TAIL = 120
"""Characters at a line's end in which a picture's maker is looked for."""


def is_caption(line: Line) -> bool:
    """Whether it describes a picture, or says whose it is."""
    if _FILE_PICTURE.match(line.words) or _OPENING.match(line.lower) or _LABEL.match(line.lower):
        return True
    if _IN_BRACKETS.search(line.lower) or _BY_REUTERS.search(line.words[-_TAIL:]):
        return True
    if _AGENCY_ALONE.fullmatch(line.lower) and is_made_of_names(line.words):
        return True
    return _ends_with_maker(line)


def _ends_with_maker(line: Line) -> bool:
    """Whether it ends like "Ann Lee/AFP via Getty Images"."""
    before, _, agency = line.words.rstrip(" .)").rpartition("/")
    maker = before.split()[-1:]
    if not maker or not maker[0][0].isupper():
        return False
    if agency.strip().lower().rpartition("via ")[2] not in PHRASES.picture_agency:
        return False
    return line.words.endswith((")", ").")) or not _SAYING.search(line.lower)
