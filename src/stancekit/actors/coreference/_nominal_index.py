"""The actors by what descriptions call them, so that each description asks few of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import Factory, define

from ...lexicon._words import (
    COMPANY_NOUNS,
    COMPANY_SUFFIXES,
    ORGANIZATION_NOUNS,
    ORGANIZATION_WORDS,
    PLACE_NOUNS,
    PLACE_WORDS,
)
from ...values import ActorKind
from ..entities._entity import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..entities._entity import Draft
    from ..entities._office_holders import Post
    from ..registry._registry import Registry


@define(eq=False)
class Roster:
    """Drafts by words; each list in order of first mention.

    Attributes:
        by_office: Persons by the last word of an office that the article gives them.

        by_nation: Persons whom the registry knows as somebody of a state, by its id.

        bodies: Organizations by the nouns they go by.

        companies: Organizations that are firms.

        sites: Places by the nouns they go by.

        towns: Places that are no states, named more than once.

        plain: Those of them whose names don't say what they are: "Leeds", but not "Ash Park".

        untyped: Places of which nothing tells what sort they are.

        states: States by id.

        peoples: Peoples by the id of their state.

        posts: Persons of whom only the office is known, by it.
    """

    by_office: dict[str, list[Draft]] = Factory(lambda: defaultdict(list))
    by_nation: dict[str, list[Draft]] = Factory(lambda: defaultdict(list))
    bodies: dict[str, list[Draft]] = Factory(lambda: defaultdict(list))
    companies: list[Draft] = Factory(list)
    sites: dict[str, list[Draft]] = Factory(lambda: defaultdict(list))
    towns: list[Draft] = Factory(list)
    plain: list[Draft] = Factory(list)
    untyped: list[Draft] = Factory(list)
    states: dict[str, Draft] = Factory(dict)
    peoples: dict[str, Draft] = Factory(dict)
    posts: Mapping[Post, Draft] = Factory(dict)

    @classmethod
    def of(
        cls, drafts: Iterable[Draft], registry: Registry, posts: Mapping[Post, Draft] | None = None
    ) -> Roster:
        """Index drafts whose facts are known."""
        roster = cls(posts=posts or {})
        for draft in drafts:
            if draft.entry is not None and draft.entry.is_state:
                roster.states.setdefault(draft.entry.id, draft)
            if draft.kind is ActorKind.PERSON:
                roster._add_person(draft, registry)
            elif draft.kind is ActorKind.ORGANIZATION:
                roster._add_body(draft)
            elif draft.kind is ActorKind.PLACE:
                roster._add_site(draft)
            else:
                for nation in draft.nations:
                    roster.peoples.setdefault(nation, draft)
        return roster

    def _add_person(self, draft: Draft, registry: Registry) -> None:
        for word in dict.fromkeys(fact.words[-1] for fact in draft.facts):
            self.by_office[word].append(draft)
        bodies = [registry.body_of(role) for role in draft.entry.roles] if draft.entry else []
        for body in dict.fromkeys(body.id for body in bodies if body is not None):
            self.by_nation[body].append(draft)

    def _add_body(self, draft: Draft) -> None:
        nouns = goes_by(draft)
        for noun in sorted(nouns):
            self.bodies[noun].append(draft)
        if nouns & COMPANY_SUFFIXES or nouns & COMPANY_NOUNS:
            self.companies.append(draft)

    def learn(self, draft: Draft, noun: str) -> None:
        """Note that the article calls an organization so, and go on calling it so."""
        draft.facts.append(Fact((noun,)))
        self.bodies[noun].append(draft)
        if noun in COMPANY_NOUNS:
            self.companies.append(draft)

    def _add_site(self, draft: Draft) -> None:
        nouns = goes_by(draft)
        for noun in sorted(nouns):
            self.sites[noun].append(draft)
        if draft.entry is None and len(draft.marks) > 1 and not nouns & (PLACE_NOUNS | PLACE_WORDS):
            self.untyped.append(draft)
        if draft.entry is None and len(draft.marks) > 1:
            self.towns.append(draft)
            if not nouns & PLACE_WORDS:
                self.plain.append(draft)


def is_typed(draft: Draft) -> bool:
    """Whether it is known what sort of organization it is."""
    named = {mark.key[-1].casefold() for mark in draft.marks}
    return bool((named | goes_by(draft)) & (ORGANIZATION_NOUNS | ORGANIZATION_WORDS))


def goes_by(draft: Draft) -> set[str]:
    """Lower-case nouns that the article or the name itself uses for an organization or a place."""
    nouns = {fact.words[-1] for fact in draft.facts}
    for key in {mark.key for mark in draft.marks}:
        if len(key) > 1:
            nouns |= {key[0].casefold(), key[-1].casefold()}
    return nouns
