"""Groups that plural nouns describe: "Republican senators", "Russian troops", "the rebels"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

from ...lexicon._words import CROWD_NOUNS, DEFINITE, JUDGING_VERBS, OWNERS, PLURAL_DEFINITE, POSSESSIVE_MARKS
from ...values import ActorKind
from ..mentions._noun_phrases import OFFICE, PERSON_NOUN
from ._entity import Draft
from ._type_votes import undergone_verb

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..mentions._noun_phrases import Phrase
    from ..mentions._token_row import Page
    from ._described_as import NamedTokens

_POINTING = DEFINITE | PLURAL_DEFINITE
_ANYBODY = frozenset("people man woman child girl boy youth member leader".split())
"""Nouns that alone say nothing of who is meant."""


def find_crowds(
    page: Page, named: NamedTokens, found: Sequence[Phrase], bound: Mapping[int, Draft | None]
) -> dict[int, Draft]:
    """Make one draft of each group of people, by its noun and by whose it is.

    "Republican senators" and "senators of the party" that are called "the senators" further on
    are one group; "the shift managers" are one where they are spoken of again, praised or blamed.

    Args:
        page: The page.

        named: Who is named where.

        found: The noun phrases.

        bound: What phrases already mean, by the position of the noun.

    Returns:
        The drafts by the position of the noun; one that nothing else speaks of waits for a pronoun.
    """
    crowds = _Known()
    meant: dict[int, Draft] = {}
    for phrase in found:
        if phrase.head in bound or not _is_crowd(phrase):
            continue
        whose = _whose(page, named, phrase)
        if whose is None and not phrase.definite:
            continue
        told = _told_by(page, phrase) if whose is None else ()
        draft = crowds.meant_by(phrase.words[-1], whose, told)
        again = draft is not None
        if draft is None:
            if whose is None and not _is_somebody(phrase):
                continue
            draft = Draft(ActorKind.GROUP, pronoun="they", waits=True)
        crowds.note(phrase.words[-1], whose, told, draft)
        if again or whose is not None or _is_judged(page, phrase):
            draft.waits = False
        meant[phrase.head] = draft
    return meant


@define(eq=False)
class _Known:
    """The groups read of so far.

    Attributes:
        drafts: By noun, by whose they are, and by what tells them from others of the noun.

        latest: The last of each noun.

        told: What tells each from others, by its identity.
    """

    drafts: dict[tuple[object, ...], Draft] = Factory(dict)
    latest: dict[str, Draft] = Factory(dict)
    told: dict[int, tuple[object, ...]] = Factory(dict)

    def meant_by(self, noun: str, whose: object, told: tuple[object, ...]) -> Draft | None:
        """The group of the same owner and words; else the last one, unless other words told who that is."""
        same = self.drafts.get((noun, whose, *told)) if told or whose is not None else None
        latest = self.latest.get(noun) if whose is None else None
        if same is not None or latest is None:
            return same
        return None if told and self.told.get(id(latest)) else latest

    def note(self, noun: str, whose: object, told: tuple[object, ...], draft: Draft) -> None:
        """Read of a group."""
        self.latest[noun] = self.drafts[noun, whose, *told] = draft
        self.told[id(draft)] = told or self.told.get(id(draft), ())


def _is_crowd(phrase: Phrase) -> bool:
    if not phrase.plural or phrase.predicate or phrase.speakers:
        return False
    return phrase.sort in {OFFICE, PERSON_NOUN} or phrase.words[-1] in CROWD_NOUNS


def _is_somebody(phrase: Phrase) -> bool:
    """Whether the noun says who they are: "the rebels", "its workers"."""
    return phrase.sort != PERSON_NOUN and phrase.words[-1] not in _ANYBODY


def _told_by(page: Page, phrase: Phrase) -> tuple[object, ...]:
    """What tells the group from others called by the noun: what stands before it, or all that follows."""
    if phrase.followed or (phrase.owned and page.lower[phrase.begin] not in OWNERS):
        return (phrase.head,)
    if not (phrase.compound or phrase.owned):
        return ()
    return tuple(word for word in page.lower[phrase.begin : phrase.head] if word not in _POINTING)


def _is_judged(page: Page, phrase: Phrase) -> bool:
    """Whether somebody definite is praised or blamed."""
    return phrase.definite and undergone_verb(page, phrase.head) in JUDGING_VERBS


def _whose(page: Page, named: NamedTokens, phrase: Phrase) -> object:
    """What tells the group from others: a state, a party, or the name of somebody; else `None`."""
    if phrase.nation or phrase.party:
        return phrase.nation or phrase.party
    position = phrase.begin - 1
    if position >= page.begins(phrase.head) and page.lower[position] in POSSESSIVE_MARKS:
        owner = named.ending(position)
        return None if owner is None else id(owner)
    for inside in range(phrase.begin, phrase.head):
        owner = named.around(inside)
        if owner is not None:
            return id(owner)
    return None
