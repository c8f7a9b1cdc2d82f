"""Coreference: whom pronouns, noun phrases and "I", "you" and "we" mean."""
