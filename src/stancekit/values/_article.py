"""What is read: an article, exactly as given."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from functools import cached_property
from hashlib import sha256
from typing import Any

from attrs import Factory, field, frozen
from attrs.validators import deep_iterable, instance_of, min_len, optional

from ._fields import as_tuple, non_empty_text
from ._span import Span
from ._words import BoilerplateKind


def _as_date(value: Any) -> Any:
    """ISO 8601 text as a date or a time; anything else as it is."""
    if not isinstance(value, str):
        return value
    try:
        return dt.date.fromisoformat(value) if len(value) <= 10 else dt.datetime.fromisoformat(value)
    except ValueError:
        msg = f"'published' must be an ISO 8601 date or time, such as 2024-11-07 (got {value!r})"
        raise ValueError(msg) from None


def _as_names(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _content_id(article: Any) -> str:
    if not isinstance(article.text, str):
        return "-"  # the text's own check comes next and says what is wrong
    # Lone surrogates reach us from broken JSON; they must not stop an article.
    return sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@frozen
class SourceMap:
    """Leads from a text back to the marked-up input it was taken from.

    Args:
        pieces: Pairs of equally many ranges ``(in the text, in the input)``, in text order. Each
            range of the text was made from that range of the input (which is longer where a
            character was written as an entity, such as ``&amp;``).

    Example:
        >>> origin = SourceMap([(Span(0, 5), Span(3, 8)), (Span(6, 7), Span(9, 14))])
        >>> origin.locate(Span(2, 7))
        Span(start=5, end=14)
    """

    pieces: tuple[tuple[Span, Span], ...] = field(converter=as_tuple)

    def locate(self, span: Span) -> Span | None:
        """The stretch of the input that *span* of the text came from.

        Returns:
            From the first to the last character of it, markup between them included; `None` where
            no character of the span stands in the input.
        """
        begin = bisect_right(self._ends, span.start)
        end = bisect_left(self._starts, span.end)
        if begin >= end:
            return None
        first, last = self.pieces[begin], self.pieces[end - 1]
        start, stop = first[1].start, last[1].end
        if len(first[0]) == len(first[1]):
            start += max(0, span.start - first[0].start)
        if len(last[0]) == len(last[1]):
            stop -= max(0, last[0].end - span.end)
        return Span(start, stop)

    @cached_property
    def _starts(self) -> list[int]:
        return [here.start for here, _ in self.pieces]

    @cached_property
    def _ends(self) -> list[int]:
        return [here.end for here, _ in self.pieces]


@frozen
class Article:
    """A news article.

    Args:
        text: The text exactly as given; every offset counts its code points.

        id: What the caller calls it; by default 16 hexadecimal digits made from the text.

        title: The headline, where it is not part of the text.

        outlet: Who published it.

        published: When: a date, a time, or ISO 8601 text.

        authors: Who wrote it.

        url: Where it stands.

        language: The language's ISO 639-1 code.

        origin: Leads from the text to the marked-up input, where there was one.

    Raises:
        TypeError: ``text`` is not a `str`.

        ValueError: ``published`` is text, but not ISO 8601.

    Example:
        >>> article = Article("Kyiv welcomed the deal.", outlet="The Daily", published="2024-11-07")
        >>> article.published
        datetime.date(2024, 11, 7)
        >>> article.words(Span(0, 4))
        'Kyiv'
    """

    text: str = field(
        validator=instance_of(str), repr=lambda text: repr(text if len(text) < 60 else f"{text[:57]}...")
    )
    id: str = field(default=Factory(_content_id, takes_self=True), validator=non_empty_text, kw_only=True)
    title: str | None = field(default=None, validator=optional(instance_of(str)), kw_only=True)
    outlet: str | None = field(default=None, validator=optional(instance_of(str)), kw_only=True)
    published: dt.date | None = field(
        default=None, converter=_as_date, validator=optional(instance_of(dt.date)), kw_only=True
    )
    authors: tuple[str, ...] = field(
        default=(), converter=_as_names, validator=deep_iterable(instance_of(str)), kw_only=True
    )
    url: str | None = field(default=None, validator=optional(instance_of(str)), kw_only=True)
    language: str = field(default="en", validator=[instance_of(str), min_len(2)], kw_only=True)
    origin: SourceMap | None = field(
        default=None, validator=optional(instance_of(SourceMap)), repr=False, kw_only=True
    )

    def words(self, *spans: Span) -> str:
        """The text of spans, put together with an ellipsis between them."""
        return " … ".join(span.of(self.text) for span in spans)


@frozen
class Boilerplate:
    """A passage that is not part of the story: it is marked, never cut.

    Args:
        span: Where it stands.

        kind: Why it is left out.
    """

    span: Span = field(validator=instance_of(Span))
    kind: BoilerplateKind = field(converter=BoilerplateKind)
