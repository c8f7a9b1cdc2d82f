"""Trains the bundled English pipeline; needs the extra ``train``.

The command is ``python -m stancekit.research.language DATA OUT``.
"""
