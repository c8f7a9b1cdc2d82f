"""The `encoder` scorer: a small sentence encoder fine-tuned for (holder, target) in context.

In order: `_inputs` turns a masked candidate into word pieces with a marker for each role; `_network`
runs the encoder; `_scorer` makes ratings and evidence of its output.
"""
