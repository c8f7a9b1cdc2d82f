"""Who says "I" outside quotation marks: who takes turns in a conversation, or gives their own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..values import ActorKind, MentionKind
from .turns import turns_of
from .words import FIRST_PERSONS, FIRST_PERSONS_PLURAL, SECOND_PERSONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .drafts import Draft
    from .facts import NamedTokens
    from .page import Page

_INTRODUCTIONS = (("my", "name", "is"), ("my", "name", "'s"), ("i", "am"), ("i", "'m"), ("i", "'", "m"))
_FEWEST_FIRST_PERSONS = 5
_CITIZENS = frozenset({"citizens", "countrymen", "compatriots"})
_FILLERS = frozenset({"know", "see"})
"""After "you" these mostly fill a pause: "you know"."""


def learn_voice(page: Page, named: NamedTokens) -> None:
    """Give "I" and "you" to who speaks and is spoken to, where the text itself tells.

    Only outside quotation marks: within them it is the speaker's, which the quotes room decides.
    """
    introduced = _introduced(page, named)
    turns = turns_of(page, named, introduced)
    if turns is None:
        _give_to_author(page, introduced.values())
        _give_to_nation(page, named)
        return
    for position, word in enumerate(page.lower):
        if page.quoted[position]:
            continue
        if word in FIRST_PERSONS:
            who = turns.speaker(position)
        elif word in SECOND_PERSONS and page.at(position + 1) not in _FILLERS:
            who = turns.addressee(position)
        else:
            continue
        if who is not None:
            who.mentions.append((position, position + 1, MentionKind.PRONOUN))


def _introduced(page: Page, named: NamedTokens) -> dict[int, Draft]:
    """The persons of whom it is said "I am ...", by the position of "I" or "my"."""
    found: dict[int, Draft] = {}
    for position, word in enumerate(page.lower):
        if word not in FIRST_PERSONS or page.quoted[position]:
            continue
        for words in _INTRODUCTIONS:
            if tuple(page.lower[position : position + len(words)]) == words:
                draft = named.beginning(position + len(words))
                if draft is not None and draft.kind is ActorKind.PERSON:
                    found[position] = draft
    return found


def _give_to_author(page: Page, introduced: Iterable[Draft]) -> None:
    """Give every "I" of a text that one person tells to them, where they give their name."""
    people = {id(draft): draft for draft in introduced}
    first = [p for p, word in enumerate(page.lower) if word in FIRST_PERSONS and not page.quoted[p]]
    if len(people) != 1 or len(first) < _FEWEST_FIRST_PERSONS:
        return
    author = next(iter(people.values()))
    author.mentions += [(position, position + 1, MentionKind.PRONOUN) for position in first]


def _give_to_nation(page: Page, named: NamedTokens) -> None:
    """Give every "we" of a speech to "my fellow Americans" to the people it is said to."""
    addressed = [p for p, word in enumerate(page.lower) if word == "fellow" and not page.quoted[p]]
    if not any(page.at(position + 1) in _CITIZENS or _people(named, position + 1) for position in addressed):
        return
    groups = (draft for draft in named.owners.values() if draft.kind is ActorKind.GROUP)
    nation = max((draft for draft in groups if draft.nations), key=lambda d: len(d.marks), default=None)
    if nation is None:
        return
    for position in addressed:
        if page.at(position + 1) in _CITIZENS:
            begin = position - (page.before(position) in {"my", "our"})
            nation.mentions.append((begin, position + 2, MentionKind.NOMINAL))
    nation.mentions += [
        (position, position + 1, MentionKind.PRONOUN)
        for position, word in enumerate(page.lower)
        if word in FIRST_PERSONS_PLURAL and not page.quoted[position]
    ]


def _people(named: NamedTokens, position: int) -> bool:
    draft = named.beginning(position)
    return draft is not None and draft.kind is ActorKind.GROUP
