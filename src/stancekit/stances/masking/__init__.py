"""Masking: a stance scorer never sees who the actors are.

`_replacement` is one name and its placeholder; `_parse` masks a parse; `_mask` masks a candidate;
`_candidate_parse` parses a masked candidate that brings no parse.
"""
