"""Quotation marks as tokens of a sentence."""

from __future__ import annotations

from typing import Final

QUOTATION_MARKS: Final = frozenset("“ ” \" '' `` ‘ « » „ ‟ ‹ › '".split())
OPENING: Final = frozenset("“ `` « „".split())
CLOSING: Final = frozenset("” '' »".split())
TWO_WAY: Final = frozenset(['"'])
LOW_AND_HIGH: Final = ("„", "“")
"""A pair whose second mark opens quotes in English."""
