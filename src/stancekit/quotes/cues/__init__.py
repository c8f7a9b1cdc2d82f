"""Cues in a sentence: which words report, and what they say of what they report."""
