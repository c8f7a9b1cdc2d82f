"""Adapters: other libraries and models as stance scorers.

`_textblob` is the `textblob` scorer; `_text_classifier` wraps any classifier of texts.
"""
