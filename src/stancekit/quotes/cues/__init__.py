"""Cues in a sentence.

- `_cued_sentence`: a parsed sentence with the cue lexicon of its language
- `_attitudes`: the attitude of a cue to its content
"""
