"""Document and actors to quotes: who is reported to say what."""

from ._find import Attributions, QuoteFinder, find_quotes

__all__ = ["Attributions", "QuoteFinder", "find_quotes"]
