"""Direct quotes.

- `_cue_before`: cue and source before a quoted stretch
- `_cue_after`: cue and source behind it
- `_group`: quoted stretches joined to direct quotes
- `_transcripts`: speech marked by its layout, without quotation marks
"""
