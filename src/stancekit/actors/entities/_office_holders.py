"""Offices that an article speaks of without saying who holds them: "the Russian president"."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ...values import ActorKind
from ..mentions._noun_phrases import OFFICE, same_office
from ._entity import Entity, RoleClaim
from ._gender import take_over_entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..mentions._noun_phrases import NounPhrase
    from ..mentions._token_row import TokenRow
    from ..registry._entries import Entry, Role
    from ._article_context import ArticleContext

Post: TypeAlias = tuple[str, str | None, tuple[str, ...]]
"""The id of a state or a body, the holder's party where that is told, and an office of it."""

_OPEN = frozenset("a an any another each every no which what next new".split())
"""Words before an office that leave open, or don't yet know, who holds it."""

_BECOMING = frozenset("become elect name appoint remain make".split())
"""Verbs that put somebody into an office: "will become the US president"."""


def find_office_holders(
    row: TokenRow, entities: list[Entity], found: Iterable[NounPhrase], context: ArticleContext
) -> dict[Post, Entity]:
    """Add who may be meant by an office of a state or a body that the registry knows the holders of.

    Where it knows the one holder on the article's day, that is who. The entities have no mentions yet: an
    article that says itself who holds an office is believed.

    Returns:
        Somebody without a name for each office whose holder can't be told so.
    """
    known = {entity.entry.id for entity in entities if entity.entry is not None}
    posts: dict[Post, Entity] = {}
    asked: set[Post] = set()
    for phrase in found:
        if not _asks_who(row, phrase) or post_of(phrase) in asked:
            continue
        asked.add(post_of(phrase))
        roles = _roles(phrase, context)
        entry = _holder(roles, context)
        if entry is not None and entry.id not in known:
            known.add(entry.id)
            entities.append(Entity(ActorKind.PERSON, entry))
            take_over_entry(entities[-1], entry, context.registry)
        if entry is None and roles:
            posts[post_of(phrase)] = _nameless(phrase)
    return posts


def post_of(phrase: NounPhrase) -> Post:
    """The office that a phrase speaks of."""
    return phrase.nation or "", phrase.party, same_office(phrase.words)


def _asks_who(row: TokenRow, phrase: NounPhrase) -> bool:
    """Whether a phrase points at who holds an office, not at the office: "ran for US president"."""
    if phrase.sort != OFFICE or phrase.nation is None or phrase.member:
        return False
    if phrase.plural or phrase.predicate or phrase.former or phrase.compound or phrase.speakers:
        return False
    if row.tokens[row.head(phrase.head)].lemma in _BECOMING or (
        not phrase.definite and row.before(phrase.begin) == "for"
    ):
        return False
    return not _OPEN & {row.before(phrase.begin), *row.words[phrase.begin : phrase.head]}


def _roles(phrase: NounPhrase, context: ArticleContext) -> list[tuple[Role, Entry]]:
    """The terms of all who ever held the very office, as far as the registry knows."""
    wanted = same_office(phrase.words)
    return [
        (role, entry)
        for role, entry in context.registry.by_body.get(phrase.nation or "", ())
        if same_office(tuple(role.title.split())) == wanted
        and not (phrase.party and entry.parties and phrase.party not in entry.parties)
    ]


def _holder(roles: Sequence[tuple[Role, Entry]], context: ArticleContext) -> Entry | None:
    """The one who holds the office on the article's day; of two on one day, who came last."""
    if context.day is None:
        return None
    now = [(role.start, entry) for role, entry in roles if role.held_on(context.day)]
    if len(now) < 2:
        return now[0][1] if now else None
    starts = sorted((start for start, _ in now if start is not None), reverse=True)
    if len(starts) < len(now) or starts[0] == starts[1]:
        return None
    return next(entry for start, entry in now if start == starts[0])


def _nameless(phrase: NounPhrase) -> Entity:
    nations = {phrase.nation} if phrase.nation else set()
    claims = [RoleClaim(same_office(phrase.words), phrase.nation)]
    return Entity(ActorKind.PERSON, pronoun=phrase.pronoun, nations=nations, claims=claims)
