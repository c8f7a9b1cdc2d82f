"""Aliases that the text declares: "Cassius Clay, later known as Muhammad Ali"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ._type_votes import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..mentions._name_mention import NameMention
    from ..mentions._token_row import TokenRow
    from ._entity import Entity
    from ._name_index import NameIndex

_MARKS = frozenset({",", "(", '"', "“", "”", "'"})
_ACTS = frozenset({"called", "nicknamed", "named", "known", "billed", "credited"})
"""Those that may be active verbs with the second name for an object."""
_BEING = frozenset({"is", "was", "are", "were", "been"})
_KNOWN = frozenset({"known", "billed", "credited"})
_FAR = 10
"""Tokens between two names, at most."""


def merge_aliases(index: NameIndex) -> None:
    """Merge entities that the text declares aliases: "X, also known as Y"."""
    for one, other in pairwise(index.in_order):
        if kind_of(index.votes[one.key]) is kind_of(index.votes[other.key]) and _called(
            index.row, one.stop, other.begin
        ):
            _join(index, one, other)


def _called(row: TokenRow, begin: int, stop: int) -> bool:
    """Whether the words between two names declare the second an alias of the first."""
    if not 0 < stop - begin <= _FAR or row.sentence[begin] != row.sentence[stop]:
        return False
    words, fillers = row.words[begin:stop], row.classes.names.alias_filler
    telling = [word for word in words if word not in fillers and word not in _MARKS]
    if len(telling) != 1:
        return False
    at = words.index(telling[0])
    if telling[0] in _ACTS and not (_BEING & {*words} or row.is_passive(begin + at)):
        return False  # "Ann Lane called Bob Ray a liar"
    return telling[0] in row.classes.names.alias_marker or (
        telling[0] in _KNOWN and words[at + 1 : at + 2] in (["as"], ["by"])
    )


def _join(index: NameIndex, one: NameMention, other: NameMention) -> None:
    owners = index.owners[one.key]
    if len(owners) == 1:
        _replace(index, index.owners[other.key], owners[0])


def _replace(index: NameIndex, olds: Sequence[Entity], new: Entity) -> None:
    """Give every name of the only old entity to the new one, unless the registry knows the old one."""
    if len(olds) != 1 or olds[0] == new or olds[0].kind is not new.kind or olds[0].entry is not None:
        return
    for key, owners in index.owners.items():
        if olds[0] in owners:
            index.owners[key] = list(dict.fromkeys(new if entity == olds[0] else entity for entity in owners))
