"""Who says "I" outside quotation marks: the interviewed, and who gives their own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..values import ActorKind, MentionKind

if TYPE_CHECKING:
    from .drafts import Draft
    from .facts import NamedTokens
    from .page import Page

FIRST_PERSONS = frozenset({"i", "me", "my", "myself", "mine"})
SECOND_PERSONS = frozenset({"you", "your", "yours", "yourself"})
_INTRODUCTIONS = (("my", "name", "is"), ("my", "name", "'s"), ("i", "am"), ("i", "'m"))
_OPENING = 3
"""An interview says so in its first sentences."""
_FEWEST_QUESTIONS = 3
_FEWEST_FIRST_PERSONS = 5


def learn_voice(page: Page, named: NamedTokens) -> None:
    """Give "I" to the only one who says "my name is ...", or whom the article interviews.

    Only outside quotation marks: within them it is the speaker's, which the quotes room decides.
    In an interview, "you" in a question is the interviewed, too.
    """
    first = [p for p, word in enumerate(page.lower) if word in FIRST_PERSONS and not page.quoted[p]]
    if len(first) < _FEWEST_FIRST_PERSONS:
        return
    questions = {sentence for sentence in range(len(page.first) - 1) if _asks(page, sentence)}
    speaker = _introduced(page, named, first)
    if speaker is None and len(questions) >= _FEWEST_QUESTIONS:
        speaker = _interviewed(page, named)
        if speaker is not None:
            first = [position for position in first if page.sentence[position] not in questions]
            first += [
                position
                for position, word in enumerate(page.lower)
                if word in SECOND_PERSONS
                and page.sentence[position] in questions
                and not page.quoted[position]
            ]
    if speaker is not None:
        speaker.mentions += [(position, position + 1, MentionKind.PRONOUN) for position in first]


def _asks(page: Page, sentence: int) -> bool:
    return page.lower[page.first[sentence + 1] - 1] == "?"


def _introduced(page: Page, named: NamedTokens, first: list[int]) -> Draft | None:
    """The only person of whom it is said "I am ..."."""
    found: dict[int, Draft] = {}
    for position in first:
        for words in _INTRODUCTIONS:
            if tuple(page.lower[position : position + len(words)]) == words:
                draft = named.beginning(position + len(words))
                if draft is not None and draft.kind is ActorKind.PERSON:
                    found[id(draft)] = draft
    return next(iter(found.values())) if len(found) == 1 else None


def _interviewed(page: Page, named: NamedTokens) -> Draft | None:
    """The only person named behind "interview" in one of the first sentences."""
    limit = page.first[min(_OPENING, len(page.first) - 1)]
    for position in range(limit):
        if page.tokens[position].lemma.lower() != "interview":
            continue
        found = [named.beginning(after) for after in range(position + 1, page.stops(position))]
        people = {id(draft): draft for draft in found if draft is not None and draft.kind is ActorKind.PERSON}
        if len(people) == 1:
            return next(iter(people.values()))
    return None
