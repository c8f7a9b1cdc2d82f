"""Article -> Document: sentences, words, lemmas, relations and names."""

from .pipeline import Pipeline, load

__all__ = ["Pipeline", "load"]
