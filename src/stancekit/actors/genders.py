"""He or she: from the registry, titles, and given names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..values import ActorKind
from .keys import key_of
from .tables import given_names, offices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .drafts import Draft
    from .registry import Entry, Registry


def learn_genders(drafts: Iterable[Draft], registry: Registry) -> None:
    """Note each person's pronoun and states, where the registry, a title or a given name tells."""
    for draft in drafts:
        if draft.kind is not ActorKind.PERSON:
            continue
        draft.entry = draft.entry or _entry_of(draft, registry)
        if draft.entry is not None:
            _learn_entry(draft, draft.entry, registry)
        draft.pronoun = draft.pronoun or _by_title(draft) or _by_given_name(draft)


def _entry_of(draft: Draft, registry: Registry) -> Entry | None:
    for mark in draft.marks:
        for entry in registry.by_name.get(mark.key, ()):
            if entry.kind is ActorKind.PERSON:
                return entry
    if all(len(mark.key) == 1 for mark in draft.marks):
        namesakes = registry.by_surname.get(draft.marks[0].key[0].casefold(), ())
        return namesakes[0] if len(namesakes) == 1 else None
    return None


def _learn_entry(draft: Draft, entry: Entry, registry: Registry) -> None:
    draft.pronoun = entry.pronoun
    for role in entry.roles:
        for state in registry.by_name.get(key_of(role.of), ()) if role.of else ():
            draft.nations.add(state.id)


def _by_title(draft: Draft) -> str | None:
    table = offices()
    for mark in draft.marks:
        office = table.get(mark.title)
        if office is not None and office.pronoun is not None:
            return office.pronoun
    return None


def _by_given_name(draft: Draft) -> str | None:
    table = given_names()
    for mark in sorted(draft.marks, key=lambda mark: -len(mark.key)):
        pronoun = table.get(mark.key[0].casefold())
        if pronoun is not None:
            return pronoun
    return None
