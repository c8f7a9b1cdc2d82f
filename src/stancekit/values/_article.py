"""What is read: an article, exactly as given."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from typing import Any, Final

from attrs import Factory, field, frozen

from ._fields import (
    as_tuple,
    instance_of,
    is_missing,
    optional,
    optional_text,
    tuple_of,
    word_of,
    wrong_type,
    wrong_value,
)
from ._span import Span
from ._words import BoilerplateKind


def _as_id(value: Any) -> Any:
    """An id, which may be a whole number, as tables have it."""
    if isinstance(value, str | bool) or not hasattr(type(value), "__index__"):
        return value
    with suppress(ValueError):  # a number of thousands of digits is no id
        return str(int(value))
    return value


def _as_told(value: Any) -> Any:
    """`None` where a table says that there is nothing."""
    return None if is_missing(value) else value


def _as_date(value: Any) -> Any:
    """ISO 8601 text as a date or a time; anything else as it is."""
    if not isinstance(value, str):
        return _as_told(value)
    try:
        return dt.date.fromisoformat(value) if len(value) <= 10 else dt.datetime.fromisoformat(value)
    except ValueError:
        return wrong_value("published", _DAY, value)


def _as_names(value: Any) -> tuple[str, ...]:
    if is_missing(value):
        return ()
    return (value,) if isinstance(value, str) else as_tuple(value)


_DAY: Final = "a day or a time in ISO 8601, such as 2024-11-07"


def _is_text(_: object, __: object, value: Any) -> None:
    if not isinstance(value, str):
        hint = "; leave out rows without a text" if is_missing(value) else ""
        hint = "; decode it first" if isinstance(value, bytes) else hint
        wrong_type("text", f"a str{hint}", value)


def _is_id(_: object, __: object, value: Any) -> None:
    if not isinstance(value, str):
        wrong_type("id", "a str or a whole number; leave it out for one made from the text", value)
    if not value:
        wrong_value("id", "a str that is not empty; leave it out for one made from the text", value)


def _is_day(_: object, __: object, value: Any) -> None:
    if value is not None and not isinstance(value, dt.date):
        wrong_type("published", f"{_DAY}, or None", value)


def _is_language(_: object, __: object, value: Any) -> None:
    if not isinstance(value, str):
        wrong_type("language", _CODE, value)
    if len(value) < 2:
        wrong_value("language", _CODE, value)


_CODE: Final = "a language's ISO 639-1 code, such as 'en'"


def _are_pairs(_: object, __: object, pieces: Any) -> None:
    if type(pieces) is not tuple:
        wrong_type("pieces", _PAIRS, pieces)
    for piece in pieces:
        pair = piece if type(piece) is tuple else ()
        if len(pair) != 2 or not (isinstance(pair[0], Span) and isinstance(pair[1], Span)):
            wrong_type("pieces", _PAIRS, piece)


_PAIRS: Final = "several pairs of Spans, each a tuple"


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
        Span(5, 14)
    """

    pieces: tuple[tuple[Span, Span], ...] = field(converter=as_tuple, validator=_are_pairs)

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

        id: What the caller calls it, a text or a whole number; by default 16 hexadecimal digits made
            from the text.

        title: The headline, where it is not part of the text.

        outlet: Who published it.

        published: When: a date, a time, or ISO 8601 text.

        authors: Who wrote it.

        url: Where it stands.

        language: The language's ISO 639-1 code.

        origin: Leads from the text to the marked-up input, where there was one.

    In all but the text, the id and the language, NaN, NaT and NA mean `None`, so that a row of a table may be
    an article: ``Article(**row)``.

    Raises:
        TypeError: ``text`` is not a `str`, or another argument has a wrong type.

        ValueError: ``published`` is text, but not ISO 8601.

    Example:
        >>> article = Article("Kyiv welcomed the deal.", outlet="The Daily", published="2024-11-07")
        >>> article.published
        datetime.date(2024, 11, 7)
        >>> article.words(Span(0, 4))
        'Kyiv'
    """

    text: str = field(
        validator=_is_text, repr=lambda text: repr(text if len(text) < 60 else f"{text[:57]}...")
    )
    id: str = field(
        default=Factory(_content_id, takes_self=True), converter=_as_id, validator=_is_id, kw_only=True
    )
    title: str | None = field(default=None, converter=_as_told, validator=optional_text, kw_only=True)
    outlet: str | None = field(default=None, converter=_as_told, validator=optional_text, kw_only=True)
    published: dt.date | None = field(default=None, converter=_as_date, validator=_is_day, kw_only=True)
    authors: tuple[str, ...] = field(
        default=(), converter=_as_names, validator=tuple_of(str, "strings"), kw_only=True
    )
    url: str | None = field(default=None, converter=_as_told, validator=optional_text, kw_only=True)
    language: str = field(default="en", validator=_is_language, kw_only=True)
    origin: SourceMap | None = field(
        default=None, validator=optional(SourceMap, "a SourceMap"), repr=False, kw_only=True
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

    span: Span = field(validator=instance_of(Span, "a Span"))
    kind: BoilerplateKind = field(converter=BoilerplateKind, repr=word_of)
