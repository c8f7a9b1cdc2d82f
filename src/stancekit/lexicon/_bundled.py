"""The folder of the English tables."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

BUNDLED: Final = Path(str(files("stancekit.lexicon") / "data" / "en"))
