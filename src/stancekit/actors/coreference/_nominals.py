"""Whom a description means: "the Russian president", "the Republican leader", "the firm"."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import frozen

from ...lexicon._words import (
    ANY_BODY,
    BROADER,
    CITY_NOUNS,
    COMPANY_NOUNS,
    DEPUTIES,
    PEOPLES,
    REGION_NOUNS,
    STATE_NOUNS,
)
from ...values import ActorKind
from ..entities._office_holders import post_of
from ..mentions._noun_phrases import BODY, GOVERNMENT, OFFICE, PERSON_NOUN, SITE, same_office
from ..registry._builtin import offices
from ._nominal_index import is_typed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ..entities._entity import Entity
    from ..mentions._noun_phrases import NounPhrase
    from ..registry._entries import Entry
    from ..registry._registry import Registry
    from ._nominal_index import NominalIndex
    from ._pronouns import Discourse

_CLEARLY = 3
"""Whom the article mentions so many times as often as the next is meant from afar, too."""

_NEAR = 2
"""Sentences that a description of no known role looks back."""


@frozen(eq=False)
class NominalResolver:
    """Tells whom descriptions mean.

    Args:
        discourse: What was read so far.

        index: The actors.

        registry: Knows who headed which state when.

        published: When the article was; `None` where unknown.
    """

    discourse: Discourse
    index: NominalIndex
    registry: Registry
    published: dt.date | None

    def meant_by(self, phrase: NounPhrase) -> Entity | None:
        """Whom *phrase* means; `None` where that can't be told."""
        if phrase.nation is not None and phrase.sort == GOVERNMENT:
            return self.index.states.get(phrase.nation)
        if phrase.nation is not None and phrase.definite and phrase.words[-1] in PEOPLES:
            return self.index.peoples.get(phrase.nation)
        theirs = phrase.speakers and phrase.sort != SITE and not self.discourse.row.quoted[phrase.head]
        if phrase.predicate or theirs:
            return None
        if phrase.sort == OFFICE and not phrase.plural:
            return self._holder(phrase)
        return self._plain(phrase)

    def _plain(self, phrase: NounPhrase) -> Entity | None:
        """Whom a noun that is no office means."""
        if phrase.followed or not phrase.definite:
            return None
        if phrase.sort == PERSON_NOUN and not phrase.plural:
            return self._called_so(phrase)
        return self._it(phrase)

    def _it(self, phrase: NounPhrase) -> Entity | None:
        """An organization or a place, where nothing tells it from another of its sort."""
        if phrase.modified or (phrase.owned and (phrase.sort != SITE or phrase.plural)):
            return None
        if phrase.plural:
            return self._namesake(phrase)
        if phrase.sort == BODY:
            return self._body(phrase)
        return self._site(phrase) if phrase.sort == SITE else self._namesake(phrase)

    def _namesake(self, phrase: NounPhrase) -> Entity | None:
        """What was named with the noun just before: "the airport" after "Leeds Airport"."""
        noun = self.discourse.row.words[phrase.head] if phrase.plural else phrase.words[-1]
        called = (*self.index.bodies.get(noun, ()), *self.index.sites.get(noun, ()))
        named_so = [d for d in called if any(noun == mention.key[-1].casefold() for mention in d.names)]
        return self._latest(phrase, named_so)

    def _holder(self, phrase: NounPhrase) -> Entity | None:
        """Who holds an office: by this article, by the registry, or as the only one who may."""
        belongs = phrase.nation or phrase.party
        if phrase.compound or (not belongs and (phrase.followed or not phrase.definite)):
            return None
        called = self._called(phrase)
        if called is not None or not belongs:
            return called
        holders = [
            entity
            for entity in self.index.by_nation.get(phrase.nation or "", ())
            if may_be(entity, phrase) and entity.entry is not None and self._heads(entity.entry, phrase)
        ]
        meant = self._latest(phrase, holders, anywhere=True) or self._only_one(phrase)
        return meant or self.index.posts.get(post_of(phrase))

    def _called(self, phrase: NounPhrase) -> Entity | None:
        """The person to whom this article gives the office."""
        words = {phrase.words[-1], same_office(phrase.words)[-1], *BROADER.get(phrase.words[-1], ())}
        called = _each(entity for word in sorted(words) for entity in self.index.by_office.get(word, ()))
        fitting = [
            entity
            for entity in called
            if may_be(entity, phrase) and self._fits_any(entity, phrase) and not self._is_unread(entity)
        ]
        office = offices().get(phrase.words)
        return self._latest(phrase, fitting, anywhere=office is not None and office.is_title)

    def _is_unread(self, entity: Entity) -> bool:
        """Whether a entity stands for the holder of an office that was not read of so far."""
        return not self._count(entity) and any(entity is post for post in self.index.posts.values())

    def _fits_any(self, entity: Entity, phrase: NounPhrase) -> bool:
        """Whether a fact fits; who is yet to be mentioned must have the very office."""
        wanted = same_office(phrase.words)
        known = self._count(entity) > 0
        return any(
            _fits(claim.words, phrase, claim.nation) and (known or claim.words == wanted)
            for claim in entity.claims
        )

    def _heads(self, entry: Entry, phrase: NounPhrase) -> bool:
        for role in entry.roles:
            body = self.registry.body_of(role)
            nation = body.id if body is not None else None
            if nation != phrase.nation or not _fits(tuple(role.title.split()), phrase, nation):
                continue
            if self.published is None or phrase.former or role.held_on(_day(self.published)):
                return True
        return False

    def _only_one(self, phrase: NounPhrase) -> Entity | None:
        """Who may be meant for being of the party or the state, or else the only one who may be."""
        people = self._lately(phrase)
        if phrase.party and (members := [d for d in people if phrase.party in d.parties]):
            return members[0]
        if citizens := [d for d in people if phrase.nation in d.nations]:
            return max(citizens, key=self._count) if phrase.party else citizens[0]
        return people[0] if len(people) == 1 and not phrase.member else None

    def _lately(self, phrase: NounPhrase) -> list[Entity]:
        """Persons mentioned lately who may be meant, latest first; not the clause's own subject."""
        row = self.discourse.row
        here = row.sentence[phrase.head]
        barred = {*map(id, self.index.posts.values()), *self.discourse.beside(phrase.head)}
        found: dict[int, Entity] = {}
        for antecedent in reversed(self.discourse.recent):
            entity = antecedent.entity
            if entity is None or entity.kind is not ActorKind.PERSON or id(entity) in barred:
                continue
            if row.sentence[antecedent.head] == here and antecedent.role == "subject":
                barred.add(id(entity))
                found.pop(id(entity), None)
            elif may_be(entity, phrase):
                found.setdefault(id(entity), entity)
        return list(found.values())

    def _called_so(self, phrase: NounPhrase) -> Entity | None:
        """The person whom the article called "the boy" or "his wife" before."""
        called = self.index.by_office.get(phrase.words[-1], ())
        return self._latest(phrase, [entity for entity in called if self._count(entity)])

    def _body(self, phrase: NounPhrase) -> Entity | None:
        """The organization that goes by the noun: "the council", "the firm"."""
        noun = phrase.words[-1]
        bodies = self.index.bodies.get(noun) or (self.index.companies if noun in COMPANY_NOUNS else ())
        meant = self._latest(phrase, bodies)
        if meant is None and noun in ANY_BODY:
            meant = self._untyped_body(phrase)
            if meant is not None:
                self.index.learn(meant, noun)
        return meant

    def _untyped_body(self, phrase: NounPhrase) -> Entity | None:
        """The only organization of no known sort that was just mentioned."""
        floor = self.discourse.row.sentence[phrase.head] - _NEAR
        found = _each(
            antecedent.entity
            for antecedent in self.discourse.recent
            if antecedent.entity is not None
            and antecedent.kind is ActorKind.ORGANIZATION
            and self.discourse.row.sentence[antecedent.head] >= floor
        )
        beside = self.discourse.beside(phrase.head)
        untyped = [entity for entity in found if id(entity) not in beside and not is_typed(entity)]
        return untyped[0] if len(untyped) == 1 else None

    def _site(self, phrase: NounPhrase) -> Entity | None:
        """The place that goes by the noun: "the island", "the country", "the city"."""
        noun = phrase.words[-1]
        sites: Collection[Entity] = self.index.sites.get(noun, ())
        if not sites and noun in STATE_NOUNS:
            sites = self.index.states.values()
        if not sites and noun in CITY_NOUNS:
            sites = self.index.plain if self._latest(phrase, self.index.plain) else self.index.towns
        meant = self._latest(phrase, sites)
        return self._latest(phrase, self.index.untyped) if meant is None and noun in REGION_NOUNS else meant

    def _latest(
        self, phrase: NounPhrase, entities: Collection[Entity], *, anywhere: bool = False
    ) -> Entity | None:
        """The one mentioned last.

        Args:
            phrase: What describes them; whom it is coordinated with is somebody else.

            entities: Whom to choose from.

            anywhere: Whether one who was not mentioned lately, or is only mentioned further on,
                may be meant as well.
        """
        beside = self.discourse.beside(phrase.head)
        entities = [entity for entity in entities if id(entity) not in beside]
        wanted = {*map(id, entities)}
        for antecedent in reversed(self.discourse.recent):
            if antecedent.entity is not None and id(antecedent.entity) in wanted:
                return antecedent.entity
        if anywhere:
            return max(entities, key=self._count, default=None)
        before = sorted((entity for entity in entities if self._count(entity)), key=self._count, reverse=True)
        clear = len(before) == 1 or (before and self._count(before[0]) >= _CLEARLY * self._count(before[1]))
        return before[0] if clear else None

    def _count(self, entity: Entity) -> int:
        return self.discourse.counts.get(id(entity), 0)


def _each(entities: Iterable[Entity]) -> list[Entity]:
    return list({id(entity): entity for entity in entities}.values())


def may_be(entity: Entity, phrase: NounPhrase) -> bool:
    """Whether nothing that is known of a person contradicts the phrase."""
    if phrase.pronoun and entity.pronoun and phrase.pronoun != entity.pronoun:
        return False
    if phrase.party and entity.parties and phrase.party not in entity.parties:
        return False
    return not (phrase.nation and entity.nations and phrase.nation not in entity.nations)


def _fits(words: tuple[str, ...], phrase: NounPhrase, nation: str | None) -> bool:
    """Whether a known role is what the phrase calls."""
    if phrase.nation and nation and phrase.nation != nation:
        return False
    wanted = same_office(phrase.words)
    if words == wanted:
        return True
    if {*words} & DEPUTIES - {*wanted}:
        return False
    if len(words) > len(wanted) and words[-len(wanted) :] == wanted:
        return True
    return len(wanted) == 1 and words[-1] in BROADER.get(wanted[0], ())


def _day(published: dt.date) -> dt.date:
    return published.date() if isinstance(published, dt.datetime) else published
