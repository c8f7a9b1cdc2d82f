"""Converters and validators that several values share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs.validators import and_, instance_of, min_len

if TYPE_CHECKING:
    from collections.abc import Iterable, Sized

non_empty_text = and_(instance_of(str), min_len(1))


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Any iterable as a tuple; typed, where `tuple` itself confuses type checkers."""
    return tuple(values)


def as_sorted_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Any iterable as a tuple in order."""
    return tuple(sorted(values))


def count(values: Sized) -> str:
    """A short stand-in for a long tuple in a `repr`."""
    return str(len(values))


def name_of(somebody: Any) -> str:
    """An actor's name, in the `repr` of what only refers to it."""
    return "None" if somebody is None else f"<{somebody.name}>"


def names_of(several: Iterable[Any]) -> str:
    """The names of actors, in the `repr` of what only refers to them."""
    return f"({', '.join(map(name_of, several))})"


def id_of(quote: Any) -> str:
    """A quote's id, in the `repr` of what refers to it: a chain of quotes may be long."""
    return "None" if quote is None else f"<{quote.id}>"
