"""Groups that plural nouns describe: "Republican senators", "Russian troops", "the rebels"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..values import ActorKind
from ._drafts import Draft
from ._nouns import OFFICE, PERSON_NOUN
from ._words import CROWD_NOUNS, POSSESSIVE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ._facts import NamedTokens
    from ._nouns import Phrase
    from ._page import Page

_ANYBODY = frozenset("people man woman child girl boy youth member leader".split())
_FEWEST_MENTIONS = 2
"""A group that nothing tells apart from others of its sort must be spoken of again."""


def find_crowds(
    page: Page, named: NamedTokens, found: Sequence[Phrase], bound: Mapping[int, Draft | None]
) -> dict[int, Draft]:
    """Make one draft of each group of people, by its noun and by whose it is.

    "Republican senators" and "senators of the party" that are called "the senators" further on
    are one group; "the senators" alone are one where they are spoken of at least twice.

    Args:
        page: The page.

        named: Who is named where.

        found: The noun phrases.

        bound: What phrases already mean, by the position of the noun.

    Returns:
        The drafts by the position of the noun.
    """
    crowds: dict[tuple[str, object], Draft] = {}
    latest: dict[str, Draft] = {}
    meant: dict[int, Draft] = {}
    for phrase in found:
        if phrase.head in bound or not _is_crowd(phrase):
            continue
        noun = phrase.words[-1]
        whose = _whose(page, named, phrase)
        draft = latest.get(noun) if whose is None and phrase.definite else None
        if draft is None:
            key = (noun, whose)
            if whose is None and not _is_plain(phrase):
                continue
            draft = crowds.setdefault(key, Draft(ActorKind.GROUP, pronoun="they"))
        latest[noun] = meant[phrase.head] = draft
    return dict(_spoken_of(meant, crowds))


def _spoken_of(
    meant: Mapping[int, Draft], crowds: Mapping[tuple[str, object], Draft]
) -> Iterator[tuple[int, Draft]]:
    told_apart = {id(draft) for (_, whose), draft in crowds.items() if whose is not None}
    often = _repeated(meant.values())
    for head, draft in meant.items():
        if id(draft) in told_apart or id(draft) in often:
            yield head, draft


def _repeated(drafts: Iterable[Draft]) -> set[int]:
    counts: dict[int, int] = {}
    for draft in drafts:
        counts[id(draft)] = counts.get(id(draft), 0) + 1
    return {ident for ident, count in counts.items() if count >= _FEWEST_MENTIONS}


def _is_crowd(phrase: Phrase) -> bool:
    if not phrase.plural or phrase.predicate or phrase.speakers:
        return False
    return phrase.sort in {OFFICE, PERSON_NOUN} or phrase.words[-1] in CROWD_NOUNS


def _is_plain(phrase: Phrase) -> bool:
    """Whether a group is called by a noun of its own and nothing else: "the rebels"."""
    bare = phrase.definite and not (phrase.modified or phrase.owned or phrase.followed)
    return bare and phrase.sort != PERSON_NOUN and phrase.words[-1] not in _ANYBODY


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
