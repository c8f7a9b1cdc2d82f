"""Vocatives: forms of address by office or dignity, "Madam Speaker", "Your Honor"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._token_row import TokenRow

_OPENERS = frozenset({"mr", "mr.", "mister", "madam", "madame"})

_LONGEST_OFFICE = 3


@frozen
class Vocative:
    """A form of address in tokens ``begin`` to ``stop`` (past the last).

    Args:
        begin: Position of its first token.

        stop: Position just past the last.

        words: What it calls somebody: ``("speaker",)``, ``("your", "honor")``.
    """

    begin: int
    stop: int
    words: tuple[str, ...]


def find_vocatives(row: TokenRow, taken: Sequence[bool]) -> list[Vocative]:
    """The vocatives of a text, without those that are the title of a name.

    Args:
        row: The token row.

        taken: Whether each token belongs to a name.
    """
    found = (_vocative_at(row, position) for position in range(len(row)))
    return [
        v for v in found if v is not None and not any(taken[v.begin : min(v.stop + 1, row.stops(v.begin))])
    ]


def calls_somebody(row: TokenRow, begin: int, stop: int) -> bool:
    """Whether tokens *begin* to *stop* are no name, but an office in a form of address: "Mr. Chair"."""
    opener = begin if row.words[begin] in _OPENERS else begin - 1
    found = (
        _vocative_at(row, opener) if opener >= row.begins(begin) and row.words[opener] in _OPENERS else None
    )
    return found is not None and found.stop == stop


def _vocative_at(row: TokenRow, begin: int) -> Vocative | None:
    """The vocative that begins at *begin*, or `None`."""
    limit = row.stops(begin)
    if begin + 1 < limit and row.classes.names.dignity.get(row.words[begin + 1]) == row.words[begin]:
        return Vocative(begin, begin + 2, tuple(row.words[begin : begin + 2]))
    if row.words[begin] not in _OPENERS:
        return None
    for stop in range(min(begin + 1 + _LONGEST_OFFICE, limit), begin + 1, -1):
        words = tuple(row.words[begin + 1 : stop])
        if words in row.offices:
            return Vocative(begin, stop, words)
    return None
