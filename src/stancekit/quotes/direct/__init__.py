"""Direct quotes: stretches in quotation marks, the cues beside them, transcripts."""
