"""Noun phrase resolution by rules: "the Russian president", "the Republican leader", "the firm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ...values import ActorKind
from ..entities._office_holders import office_key
from ..mentions._noun_phrase import BODY, GOVERNMENT, OFFICE, PERSON_NOUN, SITE, same_office

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from ...lexicon._word_classes import WordClasses
    from ..entities._entity import Entity
    from ..mentions._noun_phrase import NounPhrase
    from ..registry._entries import Entry
    from ..registry._name_tables import NameTables
    from ._discourse import Discourse
    from ._nominal_index import NominalIndex

_CLEARLY = 3
"""An entity mentioned so many times as often as the next is meant from afar, too."""

_NEAR = 2
"""Sentences that a description of no known role looks back."""


@frozen(eq=False)
class NominalResolver:
    """The rules that tell the entity of a noun phrase.

    Args:
        discourse: The mentions read so far.

        index: The entities by noun.

        registry: The known office holders.

        day: The article's day; `None` where unknown.
    """

    discourse: Discourse
    index: NominalIndex
    registry: NameTables
    day: dt.date | None

    @property
    def classes(self) -> WordClasses:
        """The word classes of the text's language."""
        return self.discourse.row.classes

    def resolve(self, phrase: NounPhrase) -> Entity | None:
        """The entity of a noun phrase; `None` where none is clear."""
        if phrase.nation is not None and phrase.sort == GOVERNMENT:
            return self.index.states.get(phrase.nation)
        if phrase.nation is not None and phrase.definite and phrase.words[-1] in self.classes.nouns.populace:
            return self.index.peoples.get(phrase.nation)
        if phrase.predicate or self._is_speakers(phrase):
            return None
        if phrase.sort == OFFICE and not phrase.plural:
            return self._office_holder(phrase)
        return self._described(phrase) if phrase.definite and not phrase.followed else None

    def _described(self, phrase: NounPhrase) -> Entity | None:
        """The entity of a definite noun phrase without an office."""
        if phrase.sort == PERSON_NOUN and not phrase.plural:
            return self._person_described_so(phrase)
        return self._thing(phrase) if _is_bare(phrase) else None

    def untyped_organization(self, phrase: NounPhrase) -> Entity | None:
        """The only organization of unknown sort mentioned just before "the firm", "the body"."""
        if phrase.sort != BODY or phrase.plural or phrase.followed:
            return None
        if phrase.words[-1] not in self.classes.nouns.generic_organization:
            return None
        if phrase.predicate or self._is_speakers(phrase) or not (phrase.definite and _is_bare(phrase)):
            return None
        floor = self.discourse.row.sentence[phrase.head] - _NEAR
        found = _distinct(
            antecedent.entity
            for antecedent in self.discourse.recent
            if antecedent.entity is not None
            and antecedent.kind is ActorKind.ORGANIZATION
            and self.discourse.row.sentence[antecedent.head] >= floor
        )
        beside = self.discourse.coordinated_with(phrase.head)
        untyped = [entity for entity in found if entity.id not in beside and not self.index.is_typed(entity)]
        return untyped[0] if len(untyped) == 1 else None

    def _is_speakers(self, phrase: NounPhrase) -> bool:
        """Whether "my", "our" or "your" outside quotation marks makes it somebody of the narrator's."""
        return phrase.speakers and phrase.sort != SITE and not self.discourse.row.quoted[phrase.head]

    def _thing(self, phrase: NounPhrase) -> Entity | None:
        """The organization or the place of a noun."""
        if not phrase.plural and phrase.sort == BODY:
            return self._organization(phrase)
        if not phrase.plural and phrase.sort == SITE:
            return self._place(phrase)
        return self._named_with(phrase)

    def _named_with(self, phrase: NounPhrase) -> Entity | None:
        """The entity whose name ends with the noun: "the airport" after "Leeds Airport"."""
        noun = self.discourse.row.words[phrase.head] if phrase.plural else phrase.words[-1]
        called = (*self.index.bodies.get(noun, ()), *self.index.sites.get(noun, ()))
        named = [e for e in called if any(noun == mention.key[-1].casefold() for mention in e.names)]
        return self._latest(phrase, named)

    def _office_holder(self, phrase: NounPhrase) -> Entity | None:
        """The holder of an office: by the article, by the registry, or as the only one possible."""
        belongs = phrase.nation or phrase.party
        if phrase.compound or (not belongs and (phrase.followed or not phrase.definite)):
            return None
        claimed = self._claimed_holder(phrase)
        if claimed is not None or not belongs:
            return claimed
        holders = [
            entity
            for entity in self.index.by_nation.get(phrase.nation or "", ())
            if entity.entry is not None and self._may_be(entity, phrase) and self._holds(entity.entry, phrase)
        ]
        meant = self._latest(phrase, holders, anywhere=True) or self._only_possible(phrase)
        return meant or self.index.unnamed.get(office_key(phrase, self.classes.names))

    def _claimed_holder(self, phrase: NounPhrase) -> Entity | None:
        """The person for whom the article claims the office."""
        noun, classes = phrase.words[-1], self.classes
        broader = classes.nouns.office_hypernym.get(noun, ())
        words = {noun, same_office(phrase.words, classes.names)[-1], *broader}
        called = _distinct(entity for word in sorted(words) for entity in self.index.by_office.get(word, ()))
        fitting = [
            entity
            for entity in called
            if self._may_be(entity, phrase)
            and self._fits_a_claim(entity, phrase)
            # An unnamed holder is found by state and office below, until mentioned.
            and (entity.office is None or self.discourse.count(entity))
        ]
        office = self.discourse.row.offices.get(phrase.words)
        return self._latest(phrase, fitting, anywhere=office is not None and office.is_title)

    def _fits_a_claim(self, entity: Entity, phrase: NounPhrase) -> bool:
        """Whether a claimed role fits; an entity not mentioned so far must have the very office."""
        wanted = same_office(phrase.words, self.classes.names)
        known = self.discourse.count(entity) > 0
        return any(
            _fits(claim.words, phrase, claim.nation, self.classes) and (known or claim.words == wanted)
            for claim in entity.claims
        )

    def _holds(self, entry: Entry, phrase: NounPhrase) -> bool:
        """Whether an entry of the registry has the office on the article's day, or had it if it is former."""
        for role in entry.roles:
            body = self.registry.body_of(role)
            nation = body.id if body is not None else None
            if nation != phrase.nation or not _fits(tuple(role.title.split()), phrase, nation, self.classes):
                continue
            if self.day is None or phrase.former or role.held_on(self.day):
                return True
        return False

    def _only_possible(self, phrase: NounPhrase) -> Entity | None:
        """A recent person of the party or the state, or else the only recent one that nothing excludes."""
        people = self._recent_people(phrase)
        if phrase.party and (members := [p for p in people if phrase.party in p.parties]):
            return members[0]
        if citizens := [p for p in people if phrase.nation in p.nations]:
            return max(citizens, key=self.discourse.count) if phrase.party else citizens[0]
        return people[0] if len(people) == 1 and not phrase.member else None

    def _recent_people(self, phrase: NounPhrase) -> list[Entity]:
        """Recent persons that nothing excludes, latest first, without the subject of the clause."""
        row = self.discourse.row
        here = row.sentence[phrase.head]
        unnamed = {entity.id for entity in self.index.unnamed.values()}
        barred = unnamed | self.discourse.coordinated_with(phrase.head)
        found: dict[int, Entity] = {}
        for antecedent in reversed(self.discourse.recent):
            entity = antecedent.entity
            if entity is None or entity.kind is not ActorKind.PERSON or entity.id in barred:
                continue
            if row.sentence[antecedent.head] == here and antecedent.role == "subject":
                barred.add(entity.id)
                found.pop(entity.id, None)
            elif self._may_be(entity, phrase):
                found.setdefault(entity.id, entity)
        return list(found.values())

    def _may_be(self, person: Entity, phrase: NounPhrase) -> bool:
        """Whether gender, party and state of a person agree with the phrase, as far as they are known."""
        pronoun = self.discourse.gender(person)
        if phrase.pronoun and pronoun and phrase.pronoun != pronoun:
            return False
        if phrase.party and person.parties and phrase.party not in person.parties:
            return False
        return not (phrase.nation and person.nations and phrase.nation not in person.nations)

    def _person_described_so(self, phrase: NounPhrase) -> Entity | None:
        """The person whom the article called "the boy" or "his wife" before."""
        called = self.index.by_office.get(phrase.words[-1], ())
        return self._latest(phrase, [entity for entity in called if self.discourse.count(entity)])

    def _organization(self, phrase: NounPhrase) -> Entity | None:
        """The organization of a noun: "the council", "the firm"."""
        noun = phrase.words[-1]
        companies = self.index.companies if noun in self.classes.nouns.company else ()
        return self._latest(phrase, self.index.bodies.get(noun) or companies)

    def _place(self, phrase: NounPhrase) -> Entity | None:
        """The place of a noun: "the island", "the country", "the city"."""
        noun, index = phrase.words[-1], self.index
        sites: Collection[Entity] = index.sites.get(noun, ())
        if not sites and noun in self.classes.nouns.state:
            sites = index.states.values()
        if not sites and noun in self.classes.nouns.city:
            sites = index.plain if self._latest(phrase, index.plain) else index.towns
        meant = self._latest(phrase, sites)
        if meant is None and noun in self.classes.nouns.region:
            return self._latest(phrase, index.untyped)
        return meant

    def _latest(
        self, phrase: NounPhrase, entities: Collection[Entity], *, anywhere: bool = False
    ) -> Entity | None:
        """The entity mentioned last.

        Args:
            phrase: What describes it; entities coordinated with it are excluded.

            entities: The entities to choose from.

            anywhere: Whether one that was mentioned long ago, or is mentioned only further on, may be
                meant as well.
        """
        count = self.discourse.count
        beside = self.discourse.coordinated_with(phrase.head)
        entities = [entity for entity in entities if entity.id not in beside]
        wanted = {entity.id for entity in entities}
        for antecedent in reversed(self.discourse.recent):
            if antecedent.entity is not None and antecedent.entity.id in wanted:
                return antecedent.entity
        if anywhere:
            return max(entities, key=count, default=None)
        before = sorted((entity for entity in entities if count(entity)), key=count, reverse=True)
        clear = len(before) == 1 or (before and count(before[0]) >= _CLEARLY * count(before[1]))
        return before[0] if clear else None


def choose_entity(resolver: NominalResolver, phrase: NounPhrase) -> Entity | None:
    """The entity of a noun phrase; an organization that it describes for the first time is indexed by it."""
    entity = resolver.resolve(phrase)
    if entity is not None:
        return entity
    described = resolver.untyped_organization(phrase)
    if described is not None:
        resolver.index.describe(described, phrase.words[-1])
    return described


def _is_bare(phrase: NounPhrase) -> bool:
    """Whether it has no modifiers and no possessor; a single place may have a possessor."""
    return not phrase.modified and not (phrase.owned and (phrase.sort != SITE or phrase.plural))


def _distinct(entities: Iterable[Entity]) -> list[Entity]:
    return list({entity.id: entity for entity in entities}.values())


def _fits(words: tuple[str, ...], phrase: NounPhrase, nation: str | None, classes: WordClasses) -> bool:
    """Whether a known role is the office of a phrase, a longer title of it, or a narrower one."""
    if phrase.nation and nation and phrase.nation != nation:
        return False
    wanted = same_office(phrase.words, classes.names)
    if words == wanted:
        return True
    if {*words} & classes.names.deputy - {*wanted}:
        return False
    if len(words) > len(wanted) and words[-len(wanted) :] == wanted:
        return True
    return len(wanted) == 1 and words[-1] in classes.nouns.office_hypernym.get(wanted[0], ())
