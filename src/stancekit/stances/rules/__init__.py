"""The `rules` scorer: polar words composed over the parse."""
