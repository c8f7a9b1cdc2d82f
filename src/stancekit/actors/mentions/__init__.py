"""Mention detection: names, noun phrases and forms of address, and where each begins and ends."""
