"""Document and actors to quotes: who is reported to say what."""

from ..lexicon._cues import Cues
from ._pipeline import Attributions, QuoteFinder, find_quotes

__all__ = ["Attributions", "Cues", "QuoteFinder", "find_quotes"]
