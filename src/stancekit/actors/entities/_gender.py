"""He or she: from the registry, titles, and given names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import ActorKind
from ..mentions._noun_phrases import same_office
from ..registry._builtin import given_names, offices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..registry._entries import Entry
    from ..registry._registry import Registry
    from ._article_context import Setting
    from ._entity import Draft


def learn_genders(drafts: Iterable[Draft], setting: Setting) -> None:
    """Note each person's pronoun and states, where the registry, a title or a given name tells."""
    registry = setting.registry
    for draft in drafts:
        if draft.kind is not ActorKind.PERSON:
            continue
        entry = draft.entry or _entry_of(draft, registry)
        if entry is not None:
            learn_entry(draft, entry, registry)
            if _may_be(draft, entry, setting):
                draft.entry = entry
        draft.pronoun = draft.pronoun or _by_title(draft) or _by_given_name(draft)


def _entry_of(draft: Draft, registry: Registry) -> Entry | None:
    if draft.is_rival:
        return None
    for mark in draft.marks:
        people = [entry for entry in registry.meant_by(mark.key) if entry.kind is ActorKind.PERSON]
        if len(people) == 1:
            return people[0]
    if all(len(mark.key) == 1 for mark in draft.marks):
        namesakes = registry.by_surname.get(draft.marks[0].key[0].casefold(), ())
        return namesakes[0] if len(namesakes) == 1 else None
    return None


def _may_be(draft: Draft, entry: Entry, setting: Setting) -> bool:
    """Whether somebody is who the registry knows; a lone surname is, where an office or its place says so."""
    if any(entry in setting.registry.meant_by(mark.key) for mark in draft.marks):
        return True
    titles = {same_office(mark.title) for mark in draft.marks if mark.title}
    held = {same_office(tuple(role.title.split())) for role in entry.roles if setting.is_held(role)}
    return bool(titles & held) or setting.is_at_home(entry)


def learn_entry(draft: Draft, entry: Entry, registry: Registry) -> None:
    """Note what the registry knows of somebody: pronoun, states, parties."""
    draft.pronoun = entry.pronoun
    draft.parties.update(entry.parties)
    for role in entry.roles:
        body = registry.body_of(role)
        if body is not None:
            draft.nations.add(body.id)


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
