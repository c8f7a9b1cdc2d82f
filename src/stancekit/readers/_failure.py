"""What is left of an input that could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import instance_of, min_len

from ..errors import ArticleFormatError

if TYPE_CHECKING:
    from collections.abc import Iterable


def _as_faults(faults: Iterable[str]) -> tuple[str, ...]:
    return ArticleFormatError("", faults).faults


@frozen
class Failure:
    """An input, or one record of it, that is no article; the others go on.

    Args:
        source: The input's name as the caller knows it: ``story.txt``, ``rows.jsonl:3``, ``<stdin>``.

        faults: What is wrong, all of it: each says the rule, what arrived and the way out.

    Example:
        >>> print(Failure("rows.jsonl:3", ["must be a string (got 5) @ $.text"]))
        rows.jsonl:3: must be a string (got 5) @ $.text
    """

    source: str = field(validator=instance_of(str))
    faults: tuple[str, ...] = field(converter=_as_faults, validator=min_len(1))

    def error(self) -> ArticleFormatError:
        """The same as an exception, to be raised."""
        return ArticleFormatError(self.source, self.faults)

    def __str__(self) -> str:
        return str(self.error())
