"""Document and actors to quotes: who is reported to say what."""

from .find import Attributions, find_quotes

__all__ = ["Attributions", "find_quotes"]
