"""Places with what they lie in: "Ostrey, Norland" is one name of Ostrey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..mentions._name_mention import Mark
    from ..mentions._token_row import Page
    from ._entity import Draft

    Place = tuple[Mark, Draft]

_LONGEST = 3
"""Town, county and country; more places in a row are a list."""

_LOCATED = frozenset({ActorKind.PLACE, ActorKind.ORGANIZATION})
_GOING_ON = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "AUX", "PRON", "NUM", "PART"})
_LISTING = frozenset({"and", "or", "&", "nor", "plus"})


def addresses(page: Page, drafts: Iterable[Draft]) -> Mapping[int, int]:
    """How far the names of places reach that are followed by what they lie in.

    A list has "and" before its last place, or begins with a state; an address does not.

    Returns:
        Where the mention stops, by the position where the name begins; 0 for a name that is
        part of the mention before it.
    """
    marks = [(mark, draft) for draft in drafts for mark in draft.marks]
    reaches: dict[int, int] = {}
    for row in _rows(page, sorted(marks, key=lambda place: place[0].begin)):
        if not _is_list(page, row):
            reaches[row[0][0].begin] = row[-1][0].stop
            reaches.update((mark.begin, 0) for mark, _ in row[1:])
    return reaches


def _rows(page: Page, marks: Sequence[Place]) -> Iterator[list[Place]]:
    """Places, or a body and places, with nothing but a comma between them, at least two."""
    row: list[Place] = []
    for mark, draft in marks:
        if row and (draft.kind is not ActorKind.PLACE or not _goes_on(page, row[-1][0], mark)):
            if len(row) > 1:
                yield row
            row = []
        row.append((mark, draft))
    if len(row) > 1:
        yield row


def _goes_on(page: Page, one: Mark, other: Mark) -> bool:
    return (
        page.lower[one.stop : other.begin] == [","] and page.sentence[one.begin] == page.sentence[other.begin]
    )


def _is_list(page: Page, row: Sequence[Place]) -> bool:
    """Whether the names stand side by side, or the last one begins something else: "In Leeds, Ann said"."""
    first, last = row[0][0], row[-1][0]
    if len(row) > _LONGEST or row[0][1].kind not in _LOCATED:
        return True
    if len({id(draft) for _, draft in row}) < len(row) or any(_is_state(draft) for _, draft in row[:-1]):
        return True
    if last.stop < page.stops(first.begin) and page.tokens[last.stop].pos in _GOING_ON:
        return True
    after = last.stop + (page.at(last.stop) == ",")
    return page.at(after) in _LISTING or page.before(first.begin) in {"or", "&", "nor"}


def _is_state(draft: Draft) -> bool:
    return draft.entry is not None and draft.entry.is_state
