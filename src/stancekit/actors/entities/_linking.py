"""Which of the registry's namesakes an article means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...values import AnalysisWarning, Span, WarningKind
from ..mentions._noun_phrases import same_office
from ._type_votes import ORGANIZATION, PERSON, PLACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..mentions._name_mention import NameMention
    from ..registry._entries import Entry
    from ..registry._name_keys import Key
    from ._name_index import NameIndex

_BEHIND = 10
"""Tokens behind a name that an office may stand in: "Ada Lunt, the former mayor of Corvane,"."""

_MOST_NAMED = 5
"""A warning names so many entries, no more."""


def disambiguate(index: NameIndex, key: Key) -> Sequence[Entry]:
    """Those of a name's entries that the article does not rule out.

    What it tells is asked in order, best first, and each answer counts where it leaves anybody: the kind that
    the name reads as; another name, of one entry alone, elsewhere in the article; an office beside the name;
    a state or a body that the article speaks of; an office held on its day.
    """
    entries: Sequence[Entry] = index.registry.meant_by(key)
    context = index.context
    for passes in (
        lambda entry: _is_of_kind(index, key, entry),
        lambda entry: has_unambiguous_name(index, key, entry),
        lambda entry: any(_is_called(index, mention, entry) for mention in index.mentions[key]),
        context.is_at_home,
        context.is_in_office,
    ):
        if len(entries) < 2:
            break
        entries = [entry for entry in entries if passes(entry)] or entries
    return entries


def has_unambiguous_name(index: NameIndex, key: Key, entry: Entry) -> bool:
    """Whether the article has another name of an entry's that is nobody else's."""
    keys = index.registry.keys_of(entry)
    return any(
        other != key and other in index.mentions and index.registry.meant_by(other) == (entry,)
        for other in keys
    )


def _is_of_kind(index: NameIndex, key: Key, entry: Entry) -> bool:
    """Whether the name reads as a person's or as another's, as the entry is, or as neither."""
    votes = index.votes[key]
    person, other = votes[PERSON], max(votes[PLACE], votes[ORGANIZATION])
    return person == other or (entry.kind is PERSON) == (person > other)


def _is_called(index: NameIndex, mention: NameMention, entry: Entry) -> bool:
    """Whether an office that the entry holds on the article's day stands right beside a mention."""
    row = index.row
    behind: list[str] = []
    if row.at(mention.stop) == ",":
        behind = row.words[mention.stop : min(mention.stop + _BEHIND, row.stops(mention.begin))]
    for role in entry.roles:
        words = same_office(tuple(role.title.split()))
        if index.context.is_held(role) and (same_office(mention.title) == words or _holds(behind, words)):
            return True
    return False


def _holds(tokens: Sequence[str], words: tuple[str, ...]) -> bool:
    """Whether the words stand in a row among the tokens."""
    return any(tuple(tokens[at : at + len(words)]) == words for at in range(len(tokens) - len(words) + 1))


def ambiguity_warning(index: NameIndex, key: Key, entries: Sequence[Entry]) -> AnalysisWarning:
    """The warning that nothing tells entries apart."""
    mention = index.mentions[key][0]
    name = index.row.document.text[mention.start : mention.end]
    known = ", ".join(f"{entry.name} ({entry.id!r})" for entry in entries[:_MOST_NAMED])
    message = f"{name!r} may be any of the registry's {known}; it stands apart from all of them"
    return AnalysisWarning(WarningKind.AMBIGUOUS_NAME, message, Span(mention.start, mention.end))
