"""Speaker attribution: from sources to actors.

- `_unnamed_sources`: sources without a name as actors
- `_continuation`: quotes without a source: the continuation of the quote before, or a dialogue
- `_resolve`: the speakers of every quote
"""
