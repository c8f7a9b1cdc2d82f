"""The third persons by their subject forms, as an entity's pronoun is written."""

from __future__ import annotations

from typing import Final

from ...language import _function_words as closed

HE: Final = closed.HE.subject
SHE: Final = closed.SHE.subject
IT: Final = closed.IT.subject
THEY: Final = closed.THEY.subject
