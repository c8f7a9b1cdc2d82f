"""Capitals and seats of government that stand for their state: "Kyiv", "the Kremlin"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...lexicon._words import AGENT_VERBS, LOCATIVES, STATE_NOUNS
from ._type_votes import speaks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..registry._entries import Entry
    from ..registry._name_keys import Key
    from ._entity import Draft
    from ._name_index import Forms

_WHERE = LOCATIVES - {"from", "into", "to"}
"""Before a city that is meant as a place where most of its mentions are; "arms to Kyiv" go to the state."""
_NATIONS = sorted(STATE_NOUNS | {"republic"})


def own_metonyms(forms: Forms) -> None:
    """Give seats of government, and capitals that stand for them, to their state.

    A seat always stands for the state. A capital does where it acts ("Moscow rejected"), and where
    its state is named at least as often: a guide to Athens names Athens more than Greece, news of
    Greece names Greece more.
    """
    states = {
        draft.entry.id: draft for draft in forms.drafts if draft.entry is not None and draft.entry.is_state
    }
    for key in list(forms.marks):
        seats, capitals = forms.registry.by_seat.get(key, ()), forms.registry.by_capital.get(key, ())
        if key in forms.owners or not (seats or capitals) or forms.reads_as_person(key):
            continue
        entry = _meant(forms, key, (*seats, *capitals), states)
        if entry is None or not (
            seats or _acts(forms, key) or _keeps_behind(forms, key, states.get(entry.id))
        ):
            continue
        if entry.id not in states:
            states[entry.id] = forms.new_draft(entry.kind, key, entry)
        forms.owners[key] = [states[entry.id]]


def own_nations(forms: Forms) -> None:
    """Give "the Nation", "our Republic" to the state that is named most, where one is."""
    named: Counter[int] = Counter()
    states: dict[int, Draft] = {}
    for key, (draft, *_) in forms.owners.items():
        if draft.entry is not None and draft.entry.is_state:
            states[id(draft)] = draft
            named[id(draft)] += len(forms.marks.get(key, ()))
    (most, count), (_, second) = ([*named.most_common(2), (0, 0), (0, 0)])[:2]
    for noun in _NATIONS if count > second else ():
        if (noun,) in forms.marks and (noun,) not in forms.owners:
            forms.owners[noun,] = [states[most]]


def _meant(forms: Forms, key: Key, entries: Sequence[Entry], states: dict[str, Draft]) -> Entry | None:
    """Which state: one that is named, one whose demonym stands in the text, or the first."""
    for entry in entries:
        if entry.id in states:
            return entry
    demonyms = forms.registry.by_demonym
    alluded = {entry.id for word in {*forms.page.keys} for entry in demonyms.get(word, ())[:1]}
    for entry in entries:
        if entry.id in alluded:
            return entry
    return entries[0] if key in forms.registry.by_seat or _acts(forms, key) else None


def _acts(forms: Forms, key: Key) -> bool:
    return any(speaks(forms.page, mark, AGENT_VERBS) for mark in forms.marks[key])


def _keeps_behind(forms: Forms, key: Key, draft: Draft | None) -> bool:
    """Whether a capital is named no more often than its state, and not as a place or as "Athens, Greece"."""
    if draft is None:
        return False
    page, marks = forms.page, forms.marks[key]
    located = sum(page.before(mark.begin) in _WHERE for mark in marks)
    if located > max(1, len(marks) // 2):
        return False
    for mark in marks:
        if (
            page.at(mark.stop) == ","
            and mark.stop + 1 < len(page)
            and forms.registry.by_name.get(page.keys[mark.stop + 1])
        ):
            return False
    count = sum(len(forms.marks[name]) for name, owners in forms.owners.items() if owners[0] is draft)
    return len(marks) <= count
