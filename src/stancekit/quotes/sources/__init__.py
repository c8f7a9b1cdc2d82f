"""Sources: the words that name who speaks.

- `_source_spans`: the source of a cue, as a span with its head
- `_cue_beside_quote`: the cue beside a quoted stretch, and the source beside the cue
"""
