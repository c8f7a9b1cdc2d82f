"""Who is spoken of in one article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from ..values import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..values import Actor, AnalysisWarning, Mention, Span
    from .registry._entries import Entry

_RANKS = {MentionKind.NAME: 2, MentionKind.NOMINAL: 1, MentionKind.PRONOUN: 0}


def _as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(values)


def _count(values: Any) -> str:
    return str(len(values))


@frozen
class Cast:
    """The actors of one article, in the order in which they are first mentioned.

    No two mentions overlap, so a character belongs to one actor at most.

    Args:
        actors: The actors.

        warnings: What stayed in doubt.

        entries: Pairs of an actor's id and its entry in the registry, for those that have one.

    Example:
        >>> from ..values import Actor, Mention, Span
        >>> cast = Cast([Actor("a1", "Ann", "person", mentions=[Mention(Span(0, 3))])])
        >>> cast.at(Span(0, 3)).name, cast.at(Span(4, 9))
        ('Ann', None)
    """

    actors: tuple[Actor, ...] = field(default=(), converter=_as_tuple)
    warnings: tuple[AnalysisWarning, ...] = field(default=(), converter=_as_tuple, kw_only=True)
    entries: tuple[tuple[str, Entry], ...] = field(default=(), converter=_as_tuple, kw_only=True, repr=_count)

    @cached_property
    def _row(self) -> tuple[list[int], list[tuple[Mention, Actor]]]:
        pairs = [(mention, actor) for actor in self.actors for mention in actor.mentions]
        pairs.sort(key=lambda pair: pair[0].span)
        return [mention.start for mention, _ in pairs], pairs

    def mentions_in(self, span: Span) -> tuple[tuple[Mention, Actor], ...]:
        """The mentions that share a character with *span*, each with its actor, in text order."""
        starts, pairs = self._row
        first = max(0, bisect_right(starts, span.start) - 1)
        last = bisect_left(starts, span.end)
        return tuple(pair for pair in pairs[first:last] if pair[0].span.overlaps(span))

    def at(self, span: Span) -> Actor | None:
        """The actor mentioned at *span*, or `None`.

        Where the span holds several mentions, a name wins over a nominal and a nominal over a
        pronoun, then the longer one, then the earlier one.
        """
        found = self.mentions_in(span)
        if not found:
            return None
        best = max(found, key=lambda pair: (_RANKS[pair[0].kind], len(pair[0].span), -pair[0].start))
        return best[1]

    def entry(self, actor: Actor) -> Entry | None:
        """What the registry knows of an actor, if anything."""
        return dict(self.entries).get(actor.id)

    def __len__(self) -> int:
        return len(self.actors)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self.actors)
