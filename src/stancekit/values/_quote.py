"""What somebody is reported to say or think."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from ._actor import Actor
from ._fields import as_tuple, clipped, non_empty_text, optional, tuple_of
from ._span import Span
from ._words import Attitude, QuoteKind

if TYPE_CHECKING:
    from attrs import Attribute


_DEEPEST: Final = 50
"""Quotes that may stand around one; the text that nests five is rare."""

_SHOWN: Final = 3
"""Spans of the content that a `repr` tells."""


@frozen(repr=False)
class Quote:
    """An attribution: content, and who is said to have said it.

    Args:
        id: Unique in its analysis, such as ``q1``.

        kind: Direct, indirect, mixed or scare.

        content: The attributed words without their quotation marks; several spans where a cue
            splits them. In text order, never overlapping.

        cue: The reporting words: "said", "according to".

        attitude: How the cue stands to the content: "claimed" doubts, "admitted" concedes.

        source: The words that name who speaks.

        speakers: All whom the source names: "Ann Lee and Bob Ray said". None where it can't be told.

        parent: The quote that this one is nested in.

    Raises:
        ValueError: There is no content, or its spans are out of order or overlap.
    """

    id: str = field(validator=non_empty_text)
    kind: QuoteKind = field(converter=QuoteKind)
    content: tuple[Span, ...] = field(converter=as_tuple, validator=tuple_of(Span, "Spans", least=1))
    cue: Span | None = field(default=None, validator=optional(Span, "a Span"), kw_only=True)
    attitude: Attitude = field(default=Attitude.NEUTRAL, converter=Attitude, kw_only=True)
    source: Span | None = field(default=None, validator=optional(Span, "a Span"), kw_only=True)
    speakers: tuple[Actor, ...] = field(
        default=(),
        converter=as_tuple,
        validator=tuple_of(Actor, "Actors"),
        kw_only=True,
    )
    parent: Quote | None = field(default=None, kw_only=True)

    @content.validator
    def _check_order(self, _: Attribute[tuple[Span, ...]], content: tuple[Span, ...]) -> None:
        for left, right in pairwise(content):
            if right.start < left.end:
                msg = f"'content' must be in text order without overlaps (got {left} before {right})"
                raise ValueError(msg)

    @parent.validator
    def _check_parent(self, attribute: Attribute[Quote | None], parent: Quote | None) -> None:
        optional(Quote, "a Quote")(self, attribute, parent)
        depth = 0
        while parent is not None:
            depth, parent = depth + 1, parent.parent
            if depth > _DEEPEST:  # hashing and comparing go down to the outermost
                msg = f"'parent' must be nested in at most {_DEEPEST - 1} other quotes (got more)"
                raise ValueError(msg)

    def __repr__(self) -> str:
        who = ", ".join(clipped(speaker.name) for speaker in self.speakers)
        places = ", ".join(f"{span.start}-{span.end}" for span in self.content[:_SHOWN])
        more = ", ..." if len(self.content) > _SHOWN else ""
        nested = "" if self.parent is None else f", in {clipped(self.parent.id)}"
        by = f"by {who}" if who else "without a speaker"
        return f"<Quote {clipped(self.id)} {by}: {self.kind.value} {places}{more}{nested}>"

    @property
    def speaker(self) -> Actor | None:
        """The first of the speakers; `None` where it can't be told who speaks."""
        return self.speakers[0] if self.speakers else None

    @property
    def start(self) -> int:
        """Offset of the content's first character."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Offset just past the content's last character."""
        return self.content[-1].end

    def covers(self, span: Span) -> bool:
        """Whether *span* lies inside the attributed words."""
        return any(span in part for part in self.content)
