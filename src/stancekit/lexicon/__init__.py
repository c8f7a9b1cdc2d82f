"""Words as data: reporting cues, polar words, and classes of nouns and verbs."""
