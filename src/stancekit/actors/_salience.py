"""How much an article is about each of its actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..values import Actor

_DIGITS = 4
"""Decimals kept, so that records stay short."""


def with_salience(actors: Iterable[Actor], text: str) -> tuple[Actor, ...]:
    """The same actors, each with its salience.

    Salience is the product of two shares, both 0 to 1: how often the actor is mentioned, against whoever is
    mentioned most; and how much of the text lies behind its first mention. The count of mentions and the
    place of the first are what tells best what an article is about in Dunietz and Gillick (A New Entity
    Salience Task with Millions of Training Examples, EACL 2014).

    Args:
        actors: All actors of one text.

        text: The text that their mentions lie in.

    Example:
        >>> from ..values import Actor, Mention, Span
        >>> text = "Ann met Bob. Ann left."
        >>> ann = Actor("a1", "Ann", "person", mentions=[Mention(Span(0, 3)), Mention(Span(13, 16))])
        >>> bob = Actor("a2", "Bob", "person", mentions=[Mention(Span(8, 11))])
        >>> [actor.salience for actor in with_salience([ann, bob], text)]
        [1.0, 0.3182]
    """
    known = tuple(actors)
    most = max((len(actor.mentions) for actor in known), default=0)
    return tuple(evolve(actor, salience=_salience(actor, most, len(text))) for actor in known)


def _salience(actor: Actor, most: int, length: int) -> float:
    if not actor.mentions:
        return 0.0
    behind = 1 - actor.mentions[0].start / length
    return round(len(actor.mentions) / most * behind, _DIGITS)
