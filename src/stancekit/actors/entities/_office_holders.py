"""Office holders whom no name tells: "the Russian president"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...language._function_words import OPEN_DETERMINERS
from ...values import ActorKind
from ..mentions._noun_phrase import OFFICE, same_office
from ._entity import Entity, RoleClaim
from ._linking import with_entry_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ...lexicon._class_tables import NameWords
    from ..mentions._noun_phrase import NounPhrase
    from ..mentions._token_row import TokenRow
    from ..registry._entries import Entry, Role
    from ._article_context import ArticleContext
    from ._entity import OfficeKey


_BECOMING = frozenset("become elect name appoint remain make".split())
"""Verbs that put somebody into an office: "will become the US president"."""


def find_office_holders(
    row: TokenRow, entities: Sequence[Entity], phrases: Iterable[NounPhrase], context: ArticleContext
) -> tuple[Entity, ...]:
    """Make entities of who may be meant by an office of a state or a body with known office holders.

    Where the registry knows the one holder on the article's day, that is who; else it is somebody without
    a name. They have no mentions yet: an article that says itself who holds an office is believed.
    """
    known = {entity.entry.id for entity in entities if entity.entry is not None}
    holders: list[Entry] = []
    unnamed: dict[OfficeKey, NounPhrase] = {}
    asked: set[OfficeKey] = set()
    for phrase in phrases:
        key = office_key(phrase, row.classes.names)
        if not _means_the_holder(row, phrase) or key in asked:
            continue
        asked.add(key)
        terms = _terms(phrase, context)
        holder = _holder(terms, context)
        if holder is not None and holder.id not in known:
            known.add(holder.id)
            holders.append(holder)
        if holder is None and terms:
            unnamed[key] = phrase
    found = [
        with_entry_facts(Entity(number, ActorKind.PERSON, entry), entry, context.registry)
        for number, entry in enumerate(holders, len(entities))
    ]
    return (*found, *_unnamed_holders(unnamed, len(entities) + len(found)))


def _unnamed_holders(offices: Mapping[OfficeKey, NounPhrase], first_id: int) -> Iterator[Entity]:
    for number, (key, phrase) in enumerate(offices.items(), first_id):
        yield Entity(
            number,
            ActorKind.PERSON,
            pronoun=phrase.pronoun,
            nations=frozenset({phrase.nation} if phrase.nation else ()),
            claims=(RoleClaim(key[-1], phrase.nation),),
            office=key,
        )


def office_key(phrase: NounPhrase, names: NameWords) -> OfficeKey:
    """The office that a phrase speaks of."""
    return phrase.nation or "", phrase.party, same_office(phrase.words, names)


def _means_the_holder(row: TokenRow, phrase: NounPhrase) -> bool:
    """Whether a phrase means the holder of an office, not the office: "ran for US president"."""
    if phrase.sort != OFFICE or phrase.nation is None or phrase.member:
        return False
    if phrase.plural or phrase.predicate or phrase.former or phrase.compound or phrase.speakers:
        return False
    if row.tokens[row.head(phrase.head)].lemma in _BECOMING or (
        not phrase.definite and row.before(phrase.begin) == "for"
    ):
        return False
    return not OPEN_DETERMINERS & {row.before(phrase.begin), *row.words[phrase.begin : phrase.head]}


def _terms(phrase: NounPhrase, context: ArticleContext) -> list[tuple[Role, Entry]]:
    """The terms of all known holders of the very office."""
    names = context.classes.names
    wanted = same_office(phrase.words, names)
    return [
        (role, entry)
        for role, entry in context.registry.by_body.get(phrase.nation or "", ())
        if same_office(tuple(role.title.split()), names) == wanted
        and not (phrase.party and entry.parties and phrase.party not in entry.parties)
    ]


def _holder(terms: Sequence[tuple[Role, Entry]], context: ArticleContext) -> Entry | None:
    """The one holder on the article's day; of two on that day, the later."""
    if context.day is None:
        return None
    now = [(role.start, entry) for role, entry in terms if role.held_on(context.day)]
    if len(now) < 2:
        return now[0][1] if now else None
    starts = sorted((start for start, _ in now if start is not None), reverse=True)
    if len(starts) < len(now) or starts[0] == starts[1]:
        return None
    return next(entry for start, entry in now if start == starts[0])
