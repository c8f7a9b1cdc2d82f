"""A stance scorer for stancekit that listens for moral words."""

from .scorer import MoralScorer, load_words

__all__ = ["MoralScorer", "load_words"]
