"""One view of a parsed sentence, for every room that asks who does what."""
