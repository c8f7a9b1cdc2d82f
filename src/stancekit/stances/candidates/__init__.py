"""Candidate generation.

`_voice_passage` cuts a sentence into the words of each voice; `_prefilter` asks a scorer which passages
can hold no evidence; `_generate` pairs the holders and targets of each passage; `_speaker_quotes` finds
the quote that evidence stands in.
"""
