"""Name mentions -> actors: one for each somebody, under all their names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...lexicon._words import NICKNAMES
from ...values import AnalysisWarning, Span, WarningKind
from ..registry._builtin import given_names, offices
from ._aliases import join_aliases
from ._linking import is_named_apart, rivalry, told_apart
from ._metonyms import own_metonyms, own_nations
from ._name_index import Forms
from ._organization_names import heed_longer_names, own_organizations
from ._person_names import own_people, own_short_names
from ._type_votes import PERSON, kind_of, speaks, votes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..mentions._name_mention import Mark
    from ..mentions._token_row import Page
    from ..registry._entries import Entry
    from ..registry._name_keys import Key
    from ._article_context import Setting
    from ._entity import Draft

_MOST_NAMED = 5
"""A warning names so many persons, no more."""


def gather(page: Page, marks: Sequence[Mark], setting: Setting) -> tuple[list[Draft], list[AnalysisWarning]]:
    """Make one draft of each somebody that is named.

    Returns:
        The drafts in order of first mention, and a warning for each name left in doubt.
    """
    registry = setting.registry
    forms = Forms(page, registry, setting)
    for mark in marks:
        forms.marks.setdefault(mark.key, []).append(mark)
    for key, found in forms.marks.items():
        forms.votes[key] = votes(page, key, found, registry)
    heed_longer_names(forms)
    rivalries = _own_known(forms)
    own_people(forms)
    own_short_names(forms)
    own_metonyms(forms)
    own_nations(forms)
    own_organizations(forms)
    _own_the_rest(forms)
    join_aliases(forms, marks)
    warnings = [*rivalries, *_hand_out(forms, marks)]
    drafts = [draft for draft in forms.drafts if draft.marks]
    return sorted(drafts, key=lambda draft: draft.marks[0].begin), warnings


def _own_known(forms: Forms) -> list[AnalysisWarning]:
    """Give the names of each of the registry's entries to one draft; warn of names that stay in doubt."""
    drafts: dict[str, Draft] = {}
    warnings = []
    for key in forms.marks:
        entries = told_apart(forms, key)
        if not entries or (entries[0].kind is not PERSON and forms.reads_as_person(key)):
            continue
        if len(entries) > 1 and not all(is_named_apart(forms, key, entry) for entry in entries):
            warnings.append(rivalry(forms, key, entries))
            forms.owners[key] = [_apart(forms, key, entries)]
            continue
        for entry in entries:
            if entry.id not in drafts:
                drafts[entry.id] = forms.new_draft(entry.kind, key, entry)
        forms.owners[key] = [drafts[entry.id] for entry in entries]
    return warnings


def _apart(forms: Forms, key: Key, entries: Sequence[Entry]) -> Draft:
    """Somebody of a name whom none of its entries stands for, and of whom only what they share is known."""
    kinds, pronouns = {entry.kind for entry in entries}, {entry.pronoun for entry in entries}
    draft = forms.new_draft(kinds.pop() if len(kinds) == 1 else kind_of(forms.votes[key]), key)
    draft.pronoun = pronouns.pop() if len(pronouns) == 1 else None
    draft.is_rival = True
    return draft


def _own_the_rest(forms: Forms) -> None:
    """Make a draft of each name left; "Steve" and "Steven" are one where neither has a surname."""
    given: dict[str, Draft] = {}
    for key in forms.marks:
        if key in forms.owners:
            continue
        kind = kind_of(forms.votes[key])
        draft = given.get(_usual(key)) if kind is PERSON else None
        draft = draft or forms.new_draft(kind, key)
        forms.owners[key] = [draft]
        if kind is PERSON and len(key) == 1:
            given.setdefault(_usual(key), draft)


def _usual(key: Key) -> str:
    """A given name in its full form; nothing for names of several words."""
    return NICKNAMES.get(key[0].casefold(), key[0].casefold()) if len(key) == 1 else ""


def _hand_out(forms: Forms, marks: Sequence[Mark]) -> list[AnalysisWarning]:
    """Give each mention to its owner.

    Where several share the name, to the one who had most of its mentions so far: who is called
    by the surname alone goes on being called so. Else to the last one mentioned.
    """
    last: dict[int, int] = {}
    called: Counter[tuple[Key, int]] = Counter()
    warned: dict[Key, AnalysisWarning] = {}
    for order, mark in enumerate(marks):
        owners = _fitting(forms, mark)
        owner = max(
            owners, key=lambda draft: (called[mark.key, id(draft)], len(draft.marks), last.get(id(draft), -1))
        )
        called[mark.key, id(owner)] += 1
        if len(owners) > 1 and mark.key not in warned:
            warned[mark.key] = _doubt(forms, mark, owners, owner)
        owner.marks.append(mark)
        last[id(owner)] = order
        if len(mark.key) > len(owner.full) and not owner.entry:
            owner.full = mark.key
    return list(warned.values())


def _fitting(forms: Forms, mark: Mark) -> list[Draft]:
    owners = forms.owners[mark.key]
    if len(owners) == 1:
        return owners
    people = [draft for draft in owners if draft.kind is PERSON]
    others = [draft for draft in owners if draft.kind is not PERSON]
    if others:
        return people if people and _reads_as_person(forms, mark) else others
    title = _title_pronoun(mark)
    fitting = [draft for draft in people if title is None or _given_pronoun(draft) in {title, None}]
    return fitting or people


def _reads_as_person(forms: Forms, mark: Mark) -> bool:
    """Whether a mention of somebody who is named like a place is the person's."""
    if mark.is_titled:
        return True
    located = forms.page.before(mark.begin) in {"in", "from", "to", "near", "at"}
    return not located and (mark.kind is PERSON or speaks(forms.page, mark))


def _title_pronoun(mark: Mark) -> str | None:
    office = offices().get(mark.title) if mark.title else None
    return office.pronoun if office else None


def _given_pronoun(draft: Draft) -> str | None:
    if draft.pronoun:
        return draft.pronoun
    return given_names().get(draft.full[0].casefold()) if draft.full else None


def _doubt(forms: Forms, mark: Mark, owners: Sequence[Draft], owner: Draft) -> AnalysisWarning:
    name = forms.page.document.text[mark.start : mark.end]
    known = ", ".join(_full_name(forms, draft) for draft in owners[:_MOST_NAMED])
    return AnalysisWarning(
        WarningKind.AMBIGUOUS_NAME,
        f"{name!r} may be any of {known}; taken for the last one mentioned, here {_full_name(forms, owner)}",
        Span(mark.start, mark.end),
    )


def _full_name(forms: Forms, draft: Draft) -> str:
    first = forms.marks[draft.full][0]
    return forms.page.document.text[first.start : first.end]
