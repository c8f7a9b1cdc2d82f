"""Entity linking: which entry of the registry a name, or an entity, is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ...values import AnalysisWarning, Span, WarningKind
from ..mentions._noun_phrase import same_office
from ._type_votes import ORGANIZATION, PERSON, PLACE, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..mentions._name_mention import NameMention
    from ..registry._entries import Entry
    from ..registry._name_keys import Key
    from ..registry._name_tables import NameTables
    from ._article_context import ArticleContext
    from ._entity import Entity
    from ._name_index import NameIndex

_BEHIND = 10
"""Tokens behind a name that an office may stand in: "Ada Lunt, the former mayor of Corvane,"."""

_MOST_NAMED = 5
"""Entries that a warning names, at most."""


def link_known_names(index: NameIndex) -> None:
    """Give the names of each of the registry's entries to one entity; warn of names that stay in doubt."""
    entities: dict[str, Entity] = {}
    for key in index.mentions:
        entries = disambiguate(index, key)
        if not entries or (entries[0].kind is not PERSON and index.reads_as_person(key)):
            continue
        if len(entries) > 1 and not all(_has_unambiguous_name(index, key, entry) for entry in entries):
            index.warnings.append(_ambiguity_warning(index, key, entries))
            index.owners[key] = [_ambiguous_entity(index, key, entries)]
            continue
        for entry in entries:
            if entry.id not in entities:
                entities[entry.id] = index.new_entity(entry.kind, key, entry)
        index.owners[key] = [entities[entry.id] for entry in entries]


def _ambiguous_entity(index: NameIndex, key: Key, entries: Sequence[Entry]) -> Entity:
    """An entity linked to none of several entries; only what they share is known of it."""
    kinds, pronouns = {entry.kind for entry in entries}, {entry.pronoun for entry in entries}
    kind = kinds.pop() if len(kinds) == 1 else kind_of(index.votes[key])
    return index.new_ambiguous(kind, key, pronouns.pop() if len(pronouns) == 1 else None)


def disambiguate(index: NameIndex, key: Key) -> Sequence[Entry]:
    """The entries of a name that the article does not rule out.

    Evidence is asked in order, best first, and counts where it leaves any entry: the kind that the name
    reads as; another name of the entry alone, elsewhere in the article; an office beside the name; a state
    or a body of the entry's roles in the article; an office held on its day.
    """
    entries: Sequence[Entry] = index.registry.meant_by(key)
    context = index.context
    for passes in (
        lambda entry: _is_of_kind(index, key, entry),
        lambda entry: _has_unambiguous_name(index, key, entry),
        lambda entry: any(_is_called(index, mention, entry) for mention in index.mentions[key]),
        context.is_at_home,
        context.is_in_office,
    ):
        if len(entries) < 2:
            break
        entries = [entry for entry in entries if passes(entry)] or entries
    return entries


def _has_unambiguous_name(index: NameIndex, key: Key, entry: Entry) -> bool:
    """Whether the article has another name of an entry, shared with no other entry."""
    keys = index.registry.keys_of(entry)
    return any(
        other != key and other in index.mentions and index.registry.meant_by(other) == (entry,)
        for other in keys
    )


def _is_of_kind(index: NameIndex, key: Key, entry: Entry) -> bool:
    """Whether the votes for a person agree with the kind of the entry, or are level."""
    votes = index.votes[key]
    person, other = votes[PERSON], max(votes[PLACE], votes[ORGANIZATION])
    return person == other or (entry.kind is PERSON) == (person > other)


def _is_called(index: NameIndex, mention: NameMention, entry: Entry) -> bool:
    """Whether an office of the entry, held on the article's day, stands beside a mention."""
    row = index.row
    behind: list[str] = []
    if row.at(mention.stop) == ",":
        behind = row.words[mention.stop : min(mention.stop + _BEHIND, row.stops(mention.begin))]
    names = row.classes.names
    called = same_office(mention.title, names)
    for role in entry.roles:
        words = same_office(tuple(role.title.split()), names)
        if index.context.is_held(role) and (called == words or _holds(behind, words)):
            return True
    return False


def _holds(tokens: Sequence[str], words: tuple[str, ...]) -> bool:
    """Whether the words stand together among the tokens."""
    return any(tuple(tokens[at : at + len(words)]) == words for at in range(len(tokens) - len(words) + 1))


def _ambiguity_warning(index: NameIndex, key: Key, entries: Sequence[Entry]) -> AnalysisWarning:
    """The warning that a name may be any of several entries."""
    mention = index.mentions[key][0]
    name = index.text_of(mention)
    known = ", ".join(f"{entry.name} ({entry.id!r})" for entry in entries[:_MOST_NAMED])
    message = f"{name!r} may be any of the registry's {known}; it stands apart from all of them"
    return AnalysisWarning(WarningKind.AMBIGUOUS_NAME, message, Span(mention.start, mention.end))


def link_to_registry(person: Entity, context: ArticleContext) -> Entity:
    """A person with what the registry knows: pronoun, states and parties; and the entry, where it is sure.

    A lone surname of one entry suggests it; an office or a place of the entry in the article makes it sure.
    """
    entry = person.entry or _likely_entry(person, context.registry)
    if entry is None:
        return person
    known = with_entry_facts(person, entry, context.registry)
    return evolve(known, entry=entry) if _is_sure(person, entry, context) else known


def _likely_entry(person: Entity, registry: NameTables) -> Entry | None:
    if person.is_ambiguous:
        return None
    for mention in person.names:
        people = [entry for entry in registry.meant_by(mention.key) if entry.kind is PERSON]
        if len(people) == 1:
            return people[0]
    if all(len(mention.key) == 1 for mention in person.names):
        namesakes = registry.by_surname.get(person.names[0].key[0].casefold(), ())
        return namesakes[0] if len(namesakes) == 1 else None
    return None


def _is_sure(person: Entity, entry: Entry, context: ArticleContext) -> bool:
    """Whether a name is the entry's, or its office or its place is in the article."""
    if any(entry in context.registry.meant_by(mention.key) for mention in person.names):
        return True
    names = context.classes.names
    titles = {same_office(mention.title, names) for mention in person.names if mention.title}
    held = {same_office(tuple(role.title.split()), names) for role in entry.roles if context.is_held(role)}
    return bool(titles & held) or context.is_at_home(entry)


def with_entry_facts(person: Entity, entry: Entry, registry: NameTables) -> Entity:
    """A person with an entry's pronoun, states and parties."""
    bodies = (registry.body_of(role) for role in entry.roles)
    return evolve(
        person,
        pronoun=entry.pronoun,
        parties=person.parties.union(entry.parties),
        nations=person.nations.union(body.id for body in bodies if body is not None),
    )
