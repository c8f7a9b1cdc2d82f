"""Name mentions -> actors: one for each somebody, under all their names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...lexicon._words import NICKNAMES
from ...values import AnalysisWarning, Span, WarningKind
from ..registry._builtin import given_names, offices
from ._aliases import merge_aliases
from ._linking import ambiguity_warning, disambiguate, has_unambiguous_name
from ._metonyms import merge_metonyms, merge_state_nouns
from ._name_index import NameIndex
from ._organization_names import merge_organization_names, vote_by_longer_names
from ._person_names import merge_person_names, merge_short_person_names
from ._type_votes import PERSON, kind_of, speaks, votes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..mentions._name_mention import NameMention
    from ..mentions._token_row import TokenRow
    from ..registry._entries import Entry
    from ..registry._name_keys import Key
    from ._article_context import ArticleContext
    from ._entity import Entity

_MOST_NAMED = 5
"""A warning names so many persons, no more."""


def cluster_names(
    row: TokenRow, mentions: Sequence[NameMention], context: ArticleContext
) -> tuple[list[Entity], list[AnalysisWarning]]:
    """Make one entity of each somebody that is named.

    Returns:
        The entities in order of first mention, and a warning for each name left in doubt.
    """
    registry = context.registry
    index = NameIndex(row, registry, context)
    for mention in mentions:
        index.mentions.setdefault(mention.key, []).append(mention)
    for key, found in index.mentions.items():
        index.votes[key] = votes(row, key, found, registry)
    vote_by_longer_names(index)
    ambiguities = _link_known(index)
    merge_person_names(index)
    merge_short_person_names(index)
    merge_metonyms(index)
    merge_state_nouns(index)
    merge_organization_names(index)
    _add_unmerged(index)
    merge_aliases(index, mentions)
    warnings = [*ambiguities, *_assign_mentions(index, mentions)]
    entities = [entity for entity in index.entities if entity.names]
    return sorted(entities, key=lambda entity: entity.names[0].begin), warnings


def _link_known(index: NameIndex) -> list[AnalysisWarning]:
    """Give the names of each of the registry's entries to one entity; warn of names that stay in doubt."""
    entities: dict[str, Entity] = {}
    warnings = []
    for key in index.mentions:
        entries = disambiguate(index, key)
        if not entries or (entries[0].kind is not PERSON and index.reads_as_person(key)):
            continue
        if len(entries) > 1 and not all(has_unambiguous_name(index, key, entry) for entry in entries):
            warnings.append(ambiguity_warning(index, key, entries))
            index.owners[key] = [_unlinked(index, key, entries)]
            continue
        for entry in entries:
            if entry.id not in entities:
                entities[entry.id] = index.new_entity(entry.kind, key, entry)
        index.owners[key] = [entities[entry.id] for entry in entries]
    return warnings


def _unlinked(index: NameIndex, key: Key, entries: Sequence[Entry]) -> Entity:
    """Somebody of a name whom none of its entries stands for, and of whom only what they share is known."""
    kinds, pronouns = {entry.kind for entry in entries}, {entry.pronoun for entry in entries}
    entity = index.new_entity(kinds.pop() if len(kinds) == 1 else kind_of(index.votes[key]), key)
    entity.pronoun = pronouns.pop() if len(pronouns) == 1 else None
    entity.is_ambiguous = True
    return entity


def _add_unmerged(index: NameIndex) -> None:
    """Make a entity of each name left; "Steve" and "Steven" are one where neither has a surname."""
    given: dict[str, Entity] = {}
    for key in index.mentions:
        if key in index.owners:
            continue
        kind = kind_of(index.votes[key])
        entity = given.get(_usual(key)) if kind is PERSON else None
        entity = entity or index.new_entity(kind, key)
        index.owners[key] = [entity]
        if kind is PERSON and len(key) == 1:
            given.setdefault(_usual(key), entity)


def _usual(key: Key) -> str:
    """A given name in its full form; nothing for names of several words."""
    return NICKNAMES.get(key[0].casefold(), key[0].casefold()) if len(key) == 1 else ""


def _assign_mentions(index: NameIndex, mentions: Sequence[NameMention]) -> list[AnalysisWarning]:
    """Give each mention to its owner.

    Where several share the name, to the one who had most of its mentions so far: who is called
    by the surname alone goes on being called so. Else to the last one mentioned.
    """
    last: dict[int, int] = {}
    called: Counter[tuple[Key, int]] = Counter()
    warned: dict[Key, AnalysisWarning] = {}
    for order, mention in enumerate(mentions):
        owners = _fitting(index, mention)
        owner = max(
            owners,
            key=lambda entity: (called[mention.key, id(entity)], len(entity.names), last.get(id(entity), -1)),
        )
        called[mention.key, id(owner)] += 1
        if len(owners) > 1 and mention.key not in warned:
            warned[mention.key] = _doubt(index, mention, owners, owner)
        owner.names.append(mention)
        last[id(owner)] = order
        if len(mention.key) > len(owner.full) and not owner.entry:
            owner.full = mention.key
    return list(warned.values())


def _fitting(index: NameIndex, mention: NameMention) -> list[Entity]:
    owners = index.owners[mention.key]
    if len(owners) == 1:
        return owners
    people = [entity for entity in owners if entity.kind is PERSON]
    others = [entity for entity in owners if entity.kind is not PERSON]
    if others:
        return people if people and _reads_as_person(index, mention) else others
    title = _title_pronoun(mention)
    fitting = [entity for entity in people if title is None or _given_pronoun(entity) in {title, None}]
    return fitting or people


def _reads_as_person(index: NameIndex, mention: NameMention) -> bool:
    """Whether a mention of somebody who is named like a place is the person's."""
    if mention.is_titled:
        return True
    located = index.row.before(mention.begin) in {"in", "from", "to", "near", "at"}
    return not located and (mention.kind is PERSON or speaks(index.row, mention))


def _title_pronoun(mention: NameMention) -> str | None:
    office = offices().get(mention.title) if mention.title else None
    return office.pronoun if office else None


def _given_pronoun(entity: Entity) -> str | None:
    if entity.pronoun:
        return entity.pronoun
    return given_names().get(entity.full[0].casefold()) if entity.full else None


def _doubt(
    index: NameIndex, mention: NameMention, owners: Sequence[Entity], owner: Entity
) -> AnalysisWarning:
    name = index.row.document.text[mention.start : mention.end]
    known = ", ".join(_full_name(index, entity) for entity in owners[:_MOST_NAMED])
    return AnalysisWarning(
        WarningKind.AMBIGUOUS_NAME,
        f"{name!r} may be any of {known}; taken for the last one mentioned, here {_full_name(index, owner)}",
        Span(mention.start, mention.end),
    )


def _full_name(index: NameIndex, entity: Entity) -> str:
    first = index.mentions[entity.full][0]
    return index.row.document.text[first.start : first.end]
