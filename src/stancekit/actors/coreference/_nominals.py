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

    from ..entities._entity import Draft
    from ..mentions._noun_phrases import Phrase
    from ..registry._entries import Entry
    from ..registry._registry import Registry
    from ._nominal_index import Roster
    from ._pronouns import Focus

_CLEARLY = 3
"""Whom the article mentions so many times as often as the next is meant from afar, too."""

_NEAR = 2
"""Sentences that a description of no known role looks back."""


@frozen(eq=False)
class Describer:
    """Tells whom descriptions mean.

    Args:
        focus: What was read so far.

        roster: The actors.

        registry: Knows who headed which state when.

        published: When the article was; `None` where unknown.
    """

    focus: Focus
    roster: Roster
    registry: Registry
    published: dt.date | None

    def meant_by(self, phrase: Phrase) -> Draft | None:
        """Whom *phrase* means; `None` where that can't be told."""
        if phrase.nation is not None and phrase.sort == GOVERNMENT:
            return self.roster.states.get(phrase.nation)
        if phrase.nation is not None and phrase.definite and phrase.words[-1] in PEOPLES:
            return self.roster.peoples.get(phrase.nation)
        theirs = phrase.speakers and phrase.sort != SITE and not self.focus.page.quoted[phrase.head]
        if phrase.predicate or theirs:
            return None
        if phrase.sort == OFFICE and not phrase.plural:
            return self._holder(phrase)
        return self._plain(phrase)

    def _plain(self, phrase: Phrase) -> Draft | None:
        """Whom a noun that is no office means."""
        if phrase.followed or not phrase.definite:
            return None
        if phrase.sort == PERSON_NOUN and not phrase.plural:
            return self._called_so(phrase)
        return self._it(phrase)

    def _it(self, phrase: Phrase) -> Draft | None:
        """An organization or a place, where nothing tells it from another of its sort."""
        if phrase.modified or (phrase.owned and (phrase.sort != SITE or phrase.plural)):
            return None
        if phrase.plural:
            return self._namesake(phrase)
        if phrase.sort == BODY:
            return self._body(phrase)
        return self._site(phrase) if phrase.sort == SITE else self._namesake(phrase)

    def _namesake(self, phrase: Phrase) -> Draft | None:
        """What was named with the noun just before: "the airport" after "Leeds Airport"."""
        noun = self.focus.page.lower[phrase.head] if phrase.plural else phrase.words[-1]
        called = (*self.roster.bodies.get(noun, ()), *self.roster.sites.get(noun, ()))
        named_so = [d for d in called if any(noun == mark.key[-1].casefold() for mark in d.marks)]
        return self._latest(phrase, named_so)

    def _holder(self, phrase: Phrase) -> Draft | None:
        """Who holds an office: by this article, by the registry, or as the only one who may."""
        belongs = phrase.nation or phrase.party
        if phrase.compound or (not belongs and (phrase.followed or not phrase.definite)):
            return None
        called = self._called(phrase)
        if called is not None or not belongs:
            return called
        heads = [
            draft
            for draft in self.roster.by_nation.get(phrase.nation or "", ())
            if may_be(draft, phrase) and draft.entry is not None and self._heads(draft.entry, phrase)
        ]
        meant = self._latest(phrase, heads, anywhere=True) or self._only_one(phrase)
        return meant or self.roster.posts.get(post_of(phrase))

    def _called(self, phrase: Phrase) -> Draft | None:
        """The person to whom this article gives the office."""
        words = {phrase.words[-1], same_office(phrase.words)[-1], *BROADER.get(phrase.words[-1], ())}
        called = _each(draft for word in sorted(words) for draft in self.roster.by_office.get(word, ()))
        fitting = [
            draft
            for draft in called
            if may_be(draft, phrase) and self._fits_any(draft, phrase) and not self._is_unread(draft)
        ]
        office = offices().get(phrase.words)
        return self._latest(phrase, fitting, anywhere=office is not None and office.is_title)

    def _is_unread(self, draft: Draft) -> bool:
        """Whether a draft stands for the holder of an office that was not read of so far."""
        return not self._count(draft) and any(draft is post for post in self.roster.posts.values())

    def _fits_any(self, draft: Draft, phrase: Phrase) -> bool:
        """Whether a fact fits; who is yet to be mentioned must have the very office."""
        wanted = same_office(phrase.words)
        known = self._count(draft) > 0
        return any(
            _fits(fact.words, phrase, fact.nation) and (known or fact.words == wanted) for fact in draft.facts
        )

    def _heads(self, entry: Entry, phrase: Phrase) -> bool:
        for role in entry.roles:
            body = self.registry.body_of(role)
            nation = body.id if body is not None else None
            if nation != phrase.nation or not _fits(tuple(role.title.split()), phrase, nation):
                continue
            if self.published is None or phrase.former or role.held_on(_day(self.published)):
                return True
        return False

    def _only_one(self, phrase: Phrase) -> Draft | None:
        """Who may be meant for being of the party or the state, or else the only one who may be."""
        people = self._lately(phrase)
        if phrase.party and (members := [d for d in people if phrase.party in d.parties]):
            return members[0]
        if citizens := [d for d in people if phrase.nation in d.nations]:
            return max(citizens, key=self._count) if phrase.party else citizens[0]
        return people[0] if len(people) == 1 and not phrase.member else None

    def _lately(self, phrase: Phrase) -> list[Draft]:
        """Persons mentioned lately who may be meant, latest first; not the clause's own subject."""
        page = self.focus.page
        here = page.sentence[phrase.head]
        barred = {*map(id, self.roster.posts.values()), *self.focus.beside(phrase.head)}
        found: dict[int, Draft] = {}
        for seen in reversed(self.focus.recent):
            draft = seen.draft
            if draft is None or draft.kind is not ActorKind.PERSON or id(draft) in barred:
                continue
            if page.sentence[seen.head] == here and seen.role == "subject":
                barred.add(id(draft))
                found.pop(id(draft), None)
            elif may_be(draft, phrase):
                found.setdefault(id(draft), draft)
        return list(found.values())

    def _called_so(self, phrase: Phrase) -> Draft | None:
        """The person whom the article called "the boy" or "his wife" before."""
        called = self.roster.by_office.get(phrase.words[-1], ())
        return self._latest(phrase, [draft for draft in called if self._count(draft)])

    def _body(self, phrase: Phrase) -> Draft | None:
        """The organization that goes by the noun: "the council", "the firm"."""
        noun = phrase.words[-1]
        bodies = self.roster.bodies.get(noun) or (self.roster.companies if noun in COMPANY_NOUNS else ())
        meant = self._latest(phrase, bodies)
        if meant is None and noun in ANY_BODY:
            meant = self._untyped_body(phrase)
            if meant is not None:
                self.roster.learn(meant, noun)
        return meant

    def _untyped_body(self, phrase: Phrase) -> Draft | None:
        """The only organization of no known sort that was just mentioned."""
        floor = self.focus.page.sentence[phrase.head] - _NEAR
        found = _each(
            seen.draft
            for seen in self.focus.recent
            if seen.draft is not None
            and seen.kind is ActorKind.ORGANIZATION
            and self.focus.page.sentence[seen.head] >= floor
        )
        beside = self.focus.beside(phrase.head)
        untyped = [draft for draft in found if id(draft) not in beside and not is_typed(draft)]
        return untyped[0] if len(untyped) == 1 else None

    def _site(self, phrase: Phrase) -> Draft | None:
        """The place that goes by the noun: "the island", "the country", "the city"."""
        noun = phrase.words[-1]
        sites: Collection[Draft] = self.roster.sites.get(noun, ())
        if not sites and noun in STATE_NOUNS:
            sites = self.roster.states.values()
        if not sites and noun in CITY_NOUNS:
            sites = self.roster.plain if self._latest(phrase, self.roster.plain) else self.roster.towns
        meant = self._latest(phrase, sites)
        return self._latest(phrase, self.roster.untyped) if meant is None and noun in REGION_NOUNS else meant

    def _latest(self, phrase: Phrase, drafts: Collection[Draft], *, anywhere: bool = False) -> Draft | None:
        """The one mentioned last.

        Args:
            phrase: What describes them; whom it is coordinated with is somebody else.

            drafts: Whom to choose from.

            anywhere: Whether one who was not mentioned lately, or is only mentioned further on,
                may be meant as well.
        """
        beside = self.focus.beside(phrase.head)
        drafts = [draft for draft in drafts if id(draft) not in beside]
        wanted = {*map(id, drafts)}
        for seen in reversed(self.focus.recent):
            if seen.draft is not None and id(seen.draft) in wanted:
                return seen.draft
        if anywhere:
            return max(drafts, key=self._count, default=None)
        before = sorted((draft for draft in drafts if self._count(draft)), key=self._count, reverse=True)
        clear = len(before) == 1 or (before and self._count(before[0]) >= _CLEARLY * self._count(before[1]))
        return before[0] if clear else None

    def _count(self, draft: Draft) -> int:
        return self.focus.counts.get(id(draft), 0)


def _each(drafts: Iterable[Draft]) -> list[Draft]:
    return list({id(draft): draft for draft in drafts}.values())


def may_be(draft: Draft, phrase: Phrase) -> bool:
    """Whether nothing that is known of a person contradicts the phrase."""
    if phrase.pronoun and draft.pronoun and phrase.pronoun != draft.pronoun:
        return False
    if phrase.party and draft.parties and phrase.party not in draft.parties:
        return False
    return not (phrase.nation and draft.nations and phrase.nation not in draft.nations)


def _fits(words: tuple[str, ...], phrase: Phrase, nation: str | None) -> bool:
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
