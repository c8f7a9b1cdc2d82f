"""Mention detection: names, noun phrases and vocatives, as ranges of tokens.

1. `_token_row` lays the document's tokens out in one row.
2. `_boundaries` puts the ranges of the name finder right; `_detect_names` makes name mentions of them
   (`_name_mention`), without their `_titles`; `_gazetteer` adds known names that were missed.
3. `_noun_phrases` finds common nouns (`_noun_phrase`) with their `_modifiers`.
4. `_vocatives` finds forms of address.
"""
