"""Where something stands in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from ._fields import shown, wrong_type, wrong_value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute


def _whole(value: Any) -> Any:
    if type(value) is int:
        return value
    # numpy's integers index like ours; JSON and pickles should hold plain ones.
    return int(value) if hasattr(type(value), "__index__") and not isinstance(value, bool) else value


def _check_whole(name: str, value: object) -> None:
    if type(value) is not int:
        wrong_type(name, "a whole number", value)


@frozen(order=True, repr=False)
class Span:
    """A half-open range of code points in a text; never empty.

    Args:
        start: Offset of the first character, from 0.

        end: Offset just past the last character.

    Raises:
        TypeError: An offset is not a whole number.

        ValueError: ``start`` is negative, or ``end`` does not lie behind it.

    Example:
        >>> span = Span(3, 9)
        >>> span.of("We reject the bill.")
        'reject'
        >>> len(span), Span(0, 4) in Span(0, 9), span.overlaps(Span(9, 12))
        (6, True, False)
    """

    start: int = field(converter=_whole)
    end: int = field(converter=_whole)

    @start.validator
    def _check_start(self, _: Attribute[int], start: int) -> None:
        _check_whole("start", start)
        if start < 0:
            wrong_value("start", "at least 0", start)

    @end.validator
    def _check_end(self, _: Attribute[int], end: int) -> None:
        _check_whole("end", end)
        if end <= self.start:
            wrong_value("end", f"greater than 'start', {shown(self.start)}", end)

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of *text* that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same range, *by* characters further on."""
        return Span(self.start + by, self.end + by)


def check_inside(name: str, span: Span, length: int) -> None:
    """Refuse a span that reaches past the end of its text.

    Raises:
        ValueError: It does; the message calls the span *name*.
    """
    if span.end > length:
        msg = f"{name!r} must lie inside the text of {length} characters (got {span.start} to {span.end})"
        raise ValueError(msg)


def check_spans(text: str, name: str, spans: Iterable[Span]) -> None:
    """Refuse spans that reach past the end of *text*.

    Raises:
        ValueError: One does; the message calls it *name*.
    """
    for span in spans:
        check_inside(name, span, len(text))
