"""Article -> Document: sentences, words, lemmas, relations and names."""

from ._pipeline import Pipeline, load, of_doc

__all__ = ["Pipeline", "load", "of_doc"]
