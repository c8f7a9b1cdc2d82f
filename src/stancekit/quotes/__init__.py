"""Document and actors to quotes: who is reported to say what."""

from ._cues import Cues
from ._find import Attributions, QuoteFinder, find_quotes

__all__ = ["Attributions", "Cues", "QuoteFinder", "find_quotes"]
