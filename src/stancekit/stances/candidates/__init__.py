"""Candidate generation: who may evaluate whom, in which passage."""
