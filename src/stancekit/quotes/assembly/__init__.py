"""Assembly of quotes, so that no two of a level overlap.

- `_draft_quote`: a quote whose speaker is not yet resolved
- `_nesting`: which quote stands in which; continuations joined
- `_assemble`: direct quotes, indirect quotes and fragments put together
"""
