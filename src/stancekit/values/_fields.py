"""Converters and validators that the values share, and the words in which they refuse.

A converter leaves alone what it can't convert. The validator behind it knows the field's name and says what
is wrong: the name, the rule, what arrived, and the way out where the rule does not say it.
"""

from __future__ import annotations

from reprlib import Repr
from typing import TYPE_CHECKING, Any, Final, NoReturn

from .._visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from attrs import Attribute

    Check = Callable[[Any, "Attribute[Any]", Any], None]

_LONGEST: Final = 60
"""Characters that a message shows of what arrived."""

_brief: Final = Repr()
_brief.maxstring = _brief.maxother = _brief.maxlong = 60
_brief.maxlevel = 2


def shown(value: object) -> str:
    """What arrived, on a line and short, whatever it is.

    Example:
        >>> shown("a" * 1_000)
        "'aaaaaaaaaaaaaaaaaaaaaaaaaaa...aaaaaaaaaaaaaaaaaaaaaaaaaaaa'"
    """
    try:
        text = " ".join(_brief.repr(value).split(" ")).replace("\n", " ")
    except Exception:  # noqa: BLE001  # somebody's own `repr` may do anything, and long numbers have none
        text = ""
    text = text or f"<{type(value).__name__}>"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def wrong_type(name: str, rule: str, value: object) -> NoReturn:
    """Refuse a value of a wrong type.

    Raises:
        TypeError: Always; names the value, the rule and what arrived.
    """
    msg = f"{name!r} must be {rule} (got {shown(value)})"
    raise TypeError(msg)


def wrong_value(name: str, rule: str, value: object) -> NoReturn:
    """Refuse a value that has the right type.

    Raises:
        ValueError: Always; names the value, the rule and what arrived.
    """
    msg = f"{name!r} must be {rule} (got {shown(value)})"
    raise ValueError(msg)


def check_text(name: str, value: object) -> None:
    """Refuse an argument that is no `str`.

    Raises:
        TypeError: It is none.
    """
    if not isinstance(value, str):
        wrong_type(name, "a str", value)


def check_number(name: str, value: object, low: float, high: float) -> None:
    """Refuse an argument that is no number, or none of a range.

    Raises:
        TypeError: It is no number.

        ValueError: It lies outside.
    """
    if isinstance(value, str) or not hasattr(type(value), "__float__"):
        wrong_type(name, f"a number from {low:g} to {high:g}", value)
    if not low <= value <= high:  # type: ignore[operator]  # NaN lies outside of every range
        wrong_value(name, f"from {low:g} to {high:g}", value)


# --- Validators ------------------------------------------------------------------------------------


def instance_of(cls: type | tuple[type, ...], what: str) -> Check:
    """A validator: the value is a *what*, as in ``a Span``."""

    def check(_: object, attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, cls):
            wrong_type(attribute.name, what, value)

    return check


def optional(cls: type, what: str) -> Check:
    """A validator: the value is a *what*, or `None`."""

    def check(_: object, attribute: Attribute[Any], value: Any) -> None:
        if value is not None and not isinstance(value, cls):
            wrong_type(attribute.name, f"{what} or None", value)

    return check


def tuple_of(cls: type, what: str, *, least: int = 0) -> Check:
    """A validator: the value is a tuple of *what*, as in ``Spans``, and holds at least so many."""

    def check(_: object, attribute: Attribute[Any], values: Any) -> None:
        if type(values) is not tuple:
            wrong_type(attribute.name, f"several {what}, such as a list of them", values)
        for place, value in enumerate(values):
            if not isinstance(value, cls):
                msg = f"{attribute.name!r} must hold {what} alone (got {shown(value)} at position {place})"
                raise TypeError(msg)
        if len(values) < least:
            msg = f"{attribute.name!r} must hold {what}, at least {least} (got {len(values)})"
            raise ValueError(msg)

    return check


def number(low: float, high: float) -> Check:
    """A validator: the value is a number between two others."""

    def check(_: object, attribute: Attribute[Any], value: Any) -> None:
        check_number(attribute.name, value, low, high)

    return check


text: Final[Check] = instance_of(str, "a str")
optional_text: Final[Check] = optional(str, "a str")


def non_empty_text(_: object, attribute: Attribute[Any], value: Any) -> None:
    """A validator: the value is a text that holds something."""
    check_text(attribute.name, value)
    if not value:
        wrong_value(attribute.name, "a str that is not empty", value)


def optional_name(_: object, attribute: Attribute[Any], value: Any) -> None:
    """A validator: the value is a text that holds something, or `None`."""
    if value is not None:
        non_empty_text(_, attribute, value)


# --- Converters ------------------------------------------------------------------------------------


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Any iterable but a text as a tuple; typed, where `tuple` itself confuses type checkers."""
    if isinstance(values, str):
        return values  # type: ignore[return-value]
    try:
        return tuple(values)
    except TypeError:
        if hasattr(values, "__iter__"):
            raise  # the iterable's own fault
        return values  # type: ignore[return-value]


def as_number(value: float) -> float:
    """A number of any kind as Python's own."""
    if type(value) is float or isinstance(value, str) or not hasattr(type(value), "__float__"):
        return value
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return value


def is_missing(value: object) -> bool:
    """Whether it says that there is nothing, as `None` does, and in tables NaN, NaT and NA."""
    if value is None or type(value).__name__ in {"NAType", "NaTType"}:
        return True
    return isinstance(value, float) and value != value  # noqa: PLR0124  # so is NaN known


# --- Shown in a `repr` -----------------------------------------------------------------------------

_NAME: Final = 40
"""Characters of a name or of words that a `repr` shows."""


def clipped(words: str, longest: int = _NAME) -> str:
    """A text on one line, cut where it is long."""
    line = visible(" ".join(words.split()))
    return line if len(line) <= longest else f"{line[: longest - 3]}..."


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    Example:
        >>> counted(1, "quote"), counted(3, "quote")
        ('1 quote', '3 quotes')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def count(values: Any) -> str:
    """A short stand-in for a long tuple in a `repr`."""
    return str(len(values))


def word_of(word: Any) -> str:
    """A word of a vocabulary in a `repr`: as one may write it."""
    return repr(None if word is None else word.value)
