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
