"""Fits the model that tells whom a pronoun means; needs the extra ``train``.

The command is ``python -m stancekit.research.coreference DATA [--write]``.
"""
