"""Whom a text speaks to: actors known by their form of address alone, and whom its "you" means."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...lexicon._words import SECOND_PERSONS
from ...values import ActorKind, MentionKind
from ..entities._entity import Draft
from ._dialogue import is_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..entities._described_as import NamedTokens
    from ..mentions._noun_phrases import Phrase
    from ..mentions._token_row import Page
    from ..mentions._vocatives import Vocative
_FEWEST = 2
"""Whom a text addresses but once, by no name, is nobody we could tell from others."""


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
