"""Fits the model that tells whom a pronoun means; needs the extra ``train``."""
