"""Masking: a stance scorer never sees who the actors are."""
