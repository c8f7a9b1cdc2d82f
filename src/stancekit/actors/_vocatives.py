"""Who is spoken to by a form of address: "Madam Speaker", "Mr. Chief Justice", "Your Honor"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from ..values import ActorKind, MentionKind
from ._drafts import Draft
from ._tables import offices
from ._turns import is_address
from ._words import SECOND_PERSONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ._facts import NamedTokens
    from ._nouns import Phrase
    from ._page import Page

_OPENERS = frozenset({"mr", "mr.", "mister", "madam", "madame"})
_DIGNITIES = {
    "your": frozenset("honor honour honors honours excellency excellencies majesty highness grace".split()),
    "my": frozenset({"lord", "lords", "lady"}),
}
"""Second words of forms of address, by the first."""

_LONGEST_OFFICE = 3
_FEWEST = 2
"""Whom a text addresses but once, by no name, is nobody we could tell from others."""


@frozen
class Vocative:
    """A form of address: tokens ``begin`` to ``stop`` (past the last).

    Args:
        begin: Position of its first token.

        stop: Position just past the last.

        words: What it calls somebody: ``("speaker",)``, ``("your", "honor")``.
    """

    begin: int
    stop: int
    words: tuple[str, ...]


def vocatives(page: Page, taken: Sequence[bool]) -> list[Vocative]:
    """The forms of address of a page that stand before no name.

    Args:
        page: The page.

        taken: Whether each token belongs to a name.
    """
    found = (_at(page, position) for position in range(len(page)))
    return [
        v for v in found if v is not None and not any(taken[v.begin : min(v.stop + 1, page.stops(v.begin))])
    ]


def calls_somebody(page: Page, begin: int, stop: int) -> bool:
    """Whether tokens *begin* to *stop* are no name, but an office in a form of address: "Mr. Chair"."""
    opener = begin if page.lower[begin] in _OPENERS else begin - 1
    found = _at(page, opener) if opener >= page.begins(begin) and page.lower[opener] in _OPENERS else None
    return found is not None and found.stop == stop


def _at(page: Page, begin: int) -> Vocative | None:
    limit = page.stops(begin)
    if begin + 1 < limit and page.lower[begin + 1] in _DIGNITIES.get(page.lower[begin], ()):
        return Vocative(begin, begin + 2, tuple(page.lower[begin : begin + 2]))
    if page.lower[begin] not in _OPENERS:
        return None
    for stop in range(min(begin + 1 + _LONGEST_OFFICE, limit), begin + 1, -1):
        words = tuple(page.lower[begin + 1 : stop])
        if words in offices():
            return Vocative(begin, stop, words)
    return None


def find_addressed(
    page: Page, found: Sequence[Vocative], phrases: Iterable[Phrase], known: Iterable[str]
) -> tuple[list[Draft], dict[int, Draft]]:
    """Make one draft of each somebody who is addressed at least twice, by their office alone.

    Args:
        page: The page.

        found: The forms of address.

        phrases: The noun phrases, among them the same words.

        known: Last words of the offices that the text says somebody holds; those are meant.

    Returns:
        The drafts, and which of them each form of address means, by the position of its last token.
    """
    counts = Counter(vocative.words for vocative in found)
    held = {*known}
    drafts: dict[tuple[str, ...], Draft] = {}
    meant: dict[int, Draft] = {}
    heads = {phrase.head for phrase in phrases}
    for vocative in found:
        if counts[vocative.words] < _FEWEST or vocative.words[-1] in held:
            continue
        name = page.document.text[page.tokens[vocative.begin].start : page.tokens[vocative.stop - 1].end]
        draft = drafts.setdefault(vocative.words, Draft(ActorKind.PERSON, name=name))
        meant[vocative.stop - 1] = draft
        if vocative.stop - 1 not in heads:
            draft.mentions.append((vocative.begin, vocative.stop, MentionKind.NOMINAL))
    return list(drafts.values()), meant


def addressees(
    page: Page, named: NamedTokens, found: Sequence[Vocative], meant: Mapping[int, Draft]
) -> Iterator[tuple[int, Draft]]:
    """Positions of "you" in sentences that call somebody, each with whom: "I thank you, Mr. Lane."."""
    called: dict[int, list[Draft]] = {}
    for begin, draft in named.owners.items():
        mark = named.begins[begin]
        if draft.kind is ActorKind.PERSON and is_address(page, begin - len(mark.title), mark.stop):
            called.setdefault(page.sentence[begin], []).append(draft)
    for vocative in found:
        if vocative.stop - 1 in meant:
            called.setdefault(page.sentence[vocative.begin], []).append(meant[vocative.stop - 1])
    within = {position for vocative in found for position in range(vocative.begin, vocative.stop)}
    for sentence, drafts in called.items():
        if any(draft is not drafts[0] for draft in drafts):
            continue
        for position in range(page.first[sentence], page.first[sentence + 1]):
            spoken = page.lower[position] in SECOND_PERSONS and not page.quoted[position]
            if spoken and position not in within:
                yield position, drafts[0]
