"""Indirect quotes: what a reporting word reports, by the parse."""
