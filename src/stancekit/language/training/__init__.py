"""Trains the bundled English pipeline; needs the extra ``train``.

The command is ``python -m stancekit.language.training DATA OUT``.
"""
