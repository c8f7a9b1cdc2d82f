"""One stretch of a text and what stands there instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from ...values import Span


@frozen
class Replacement:
    """One stretch of the original and what stands there instead.

    Args:
        original: Where the name stood.

        masked: Where the placeholder stands.

        name: The placeholder's name.

        ending: What follows it: ``'s`` where a possessive pronoun stood.
    """

    original: Span
    masked: Span
    name: str
    ending: str = ""
