"""The pipeline of the actors room: a parsed text -> its actors, in stages over one frozen state."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeAlias

from attrs import Factory, evolve, frozen

from ..values import ActorKind
from ._make_cast import make_cast
from .coreference._addressees import find_addressees, resolve_addressed
from .coreference._dialogue import segment_dialogue
from .coreference._discourse import Discourse
from .coreference._first_person import (
    find_announcements,
    find_interviewed_group,
    find_introductions,
    resolve_in_dialogue,
    resolve_to_author,
    resolve_to_nation,
)
from .coreference._nominal_index import NominalIndex
from .coreference._nominals import NominalResolver, choose_entity
from .coreference._pronouns import choose_antecedent
from .coreference._resolve import resolve_references
from .entities import _cluster_names
from .entities._article_context import ArticleContext
from .entities._cluster_names import CLUSTERING
from .entities._demonym_groups import find_demonym_groups
from .entities._described_states import find_described_states, names_of_bodies
from .entities._entity import with_references
from .entities._gender import infer_gender as with_gender
from .entities._linking import link_to_registry as with_entry
from .entities._named_tokens import NamedTokens
from .entities._office_holders import find_office_holders
from .entities._place_addresses import merge_addresses
from .entities._plural_groups import find_plural_groups
from .entities._role_claims import with_descriptions, with_titles
from .mentions._boundaries import find_name_ranges, join_at_hyphens
from .mentions._detect_names import find_names
from .mentions._gazetteer import find_known_names, keys_of_mentions
from .mentions._name_mention import covered_tokens
from .mentions._noun_phrases import find_noun_phrases
from .mentions._token_row import TokenRow
from .mentions._vocatives import find_vocatives
from .registry._registry import Registry, tables_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from ..lexicon._word_classes import WordClasses
    from ..values import AnalysisWarning, Article, Document
    from ._cast import Cast
    from .coreference._dialogue import Dialogue
    from .coreference._resolve import ChooseAntecedent, ChooseEntity
    from .entities._cluster_names import ClusteringStep
    from .entities._entity import Entity, Reference
    from .mentions._boundaries import NameRange
    from .mentions._name_mention import NameMention
    from .mentions._noun_phrase import NounPhrase
    from .mentions._vocatives import Vocative
    from .registry._name_tables import NameTables


class ActorFinder(Protocol):
    """**Protocol:** Finds who is spoken of, as `find_actors` does for an `Analyzer`."""

    def __call__(self, document: Document, /, *, article: Article | None, registry: Registry | None) -> Cast:
        """The actors of a parsed text, in order of first mention; no two of their mentions overlap."""
        ...


def find_actors(
    document: Document,
    *,
    article: Article | None = None,
    registry: Registry | None = None,
    classes: WordClasses | None = None,
) -> Cast:
    """Find who is spoken of in a parsed text, under all their names and descriptions.

    Args:
        document: The parsed text.

        article: What the text was taken from; the day it was published tells which holder of an office
            "the president" is.

        registry: Whom to know beforehand; `Registry.builtin()` by default.

        classes: Which nouns mean persons, organizations and places, and what names and titles are made
            of; `WordClasses.bundled()`, that is English, by default.

    Returns:
        The actors in order of first mention, with ids ``a1``, ``a2``, ...; no two of their
        mentions overlap.

    Example:
        >>> from stancekit.language import load
        >>> cast = find_actors(load().parse("Ann Smith met Bob Jones. Smith thanked him."))
        >>> [(actor.name, len(actor.mentions)) for actor in cast]
        [('Ann Smith', 2), ('Bob Jones', 2)]
    """
    published = article.published if article is not None else None
    return read_actors(document, registry, published, classes=classes)


@frozen(kw_only=True)
class State:
    """What is known of a text's actors between two stages.

    Args:
        row: The token row.

        registry: The known names.

        context: The article's day, and the names, states and bodies in it.

        ranges: Where the names stand.

        names: The name mentions, in text order.

        phrases: The noun phrases, in text order.

        vocatives: The vocatives, in text order.

        entities: The entities; each one's id is its position.

        bindings: Ids of the entities that noun phrases are known to mention, by the position of the noun;
            `None` for a phrase that mentions nobody.

        addressees: Ids of the entities of vocatives, by the position of the last token.

        introduced: Ids of persons who introduce themselves, by position.

        announced: Ids of persons who are announced as speakers, by where their words begin.

        dialogue: The turns of an interview or a conversation; `None` for other texts.

        merged: New stops of merged place names, by the position of their first token.

        warnings: What stayed in doubt.
    """

    row: TokenRow
    registry: NameTables
    context: ArticleContext
    ranges: Sequence[NameRange] = ()
    names: Sequence[NameMention] = ()
    phrases: Sequence[NounPhrase] = ()
    vocatives: Sequence[Vocative] = ()
    entities: tuple[Entity, ...] = ()
    bindings: Mapping[int, int | None] = Factory(dict)
    addressees: Mapping[int, int] = Factory(dict)
    introduced: Mapping[int, int] = Factory(dict)
    announced: Mapping[int, int] = Factory(dict)
    dialogue: Dialogue | None = None
    merged: Mapping[int, int] = Factory(dict)
    warnings: tuple[AnalysisWarning, ...] = ()

    @cached_property
    def named(self) -> NamedTokens:
        """Which entity is named where."""
        return NamedTokens.of(self.entities)

    @property
    def covered(self) -> list[bool]:
        """Whether each token is part of a name."""
        return covered_tokens((name for entity in self.entities for name in entity.names), len(self.row))

    @property
    def bodies(self) -> Mapping[int, str]:
        """Ids of states and of bodies with office holders, by the position of each name's last token."""
        return names_of_bodies(self.entities, self.registry)

    def with_entities(self, *found: Entity) -> State:
        """The state with more entities."""
        return evolve(self, entities=(*self.entities, *found))

    def with_references(self, found: Mapping[int, Sequence[Reference]]) -> State:
        """The state with more references of the entities, by id."""
        return evolve(self, entities=with_references(self.entities, found)) if found else self


Stage: TypeAlias = "Callable[[State], State]"


def detect_name_ranges(state: State) -> State:
    """Find where names stand, from the name finder."""
    return evolve(state, ranges=find_name_ranges(state.row))


def join_hyphenated_names(state: State) -> State:
    """Extend names over their hyphens: "Kim Min" to "Kim Min-seo"."""
    return evolve(state, ranges=join_at_hyphens(state.row, state.ranges))


def detect_names(state: State) -> State:
    """Make name mentions of the ranges, and add known names that the name finder missed."""
    row, registry = state.row, state.registry
    names = find_names(row, state.ranges, registry)
    names = find_known_names(row, names, registry.by_first_word, widen=True)
    names = find_known_names(row, names, keys_of_mentions(row, names))
    return evolve(state, names=names, context=state.context.with_names(row, names))


def cluster_names(state: State, *, steps: Sequence[ClusteringStep] = CLUSTERING) -> State:
    """Make one entity of all names of each."""
    entities, warnings = _cluster_names.cluster_names(state.row, state.names, state.context, steps)
    return evolve(state, entities=entities, warnings=(*state.warnings, *warnings))


def detect_groups(state: State) -> State:
    """Add peoples and parties that plural nouns name: "Russians", "Republicans"."""
    found = find_demonym_groups(state.row, state.covered, state.registry, len(state.entities))
    return state.with_entities(*found)


def detect_noun_phrases(state: State) -> State:
    """Find noun phrases that may mean somebody: "the Russian president", "the firm"."""
    found = find_noun_phrases(state.row, state.covered, state.bodies, state.registry)
    return evolve(state, phrases=tuple(found))


def detect_vocatives(state: State) -> State:
    """Find forms of address: "Madam Speaker"."""
    return evolve(state, vocatives=find_vocatives(state.row, state.covered))


def add_described_states(state: State) -> State:
    """Add states and peoples that only noun phrases speak of: "the Norlandian government"."""
    return state.with_entities(
        *find_described_states(state.row, state.phrases, state.entities, state.registry)
    )


def link_to_registry(state: State) -> State:
    """Add what the registry knows of persons, and link them where it is sure."""
    return _with_people(state, lambda person: with_entry(person, state.context))


def infer_gender(state: State) -> State:
    """Tell the pronoun of persons from titles and given names."""
    return _with_people(state, lambda person: with_gender(state.row, person))


def _with_people(state: State, change: Callable[[Entity], Entity]) -> State:
    return evolve(
        state,
        entities=tuple(
            change(entity) if entity.kind is ActorKind.PERSON else entity for entity in state.entities
        ),
    )


def add_office_holders(state: State) -> State:
    """Add holders of offices whom no name tells: "the Russian president"."""
    return state.with_entities(*find_office_holders(state.row, state.entities, state.phrases, state.context))


def claim_titles(state: State) -> State:
    """Note the roles in titles before names: "Ukrainian president Volodymyr Zelenskyy"."""
    entities = with_titles(state.row, state.entities, state.bodies, state.registry)
    return evolve(state, entities=entities)


def claim_roles(state: State) -> State:
    """Note the roles in appositions and predicates: "Robert Mueller, the special counsel"."""
    entities, bindings = with_descriptions(state.row, state.named, state.entities, state.phrases)
    return evolve(state, entities=entities, bindings={**state.bindings, **bindings})


def add_plural_groups(state: State) -> State:
    """Add groups that plural nouns mean: "Republican senators", "the rebels"."""
    groups, bindings = find_plural_groups(
        state.row, state.named, state.phrases, state.bindings, len(state.entities)
    )
    return evolve(state.with_entities(*groups), bindings={**state.bindings, **bindings})


def add_addressees(state: State) -> State:
    """Add persons who are addressed by their office alone: "Madam Speaker"."""
    found, meant = find_addressees(state.row, state.vocatives, state.phrases, state.entities)
    return evolve(state.with_entities(*found), addressees=meant, bindings={**state.bindings, **meant})


def resolve_nominals_and_pronouns(
    state: State,
    *,
    choose_nominal: ChooseEntity = choose_entity,
    choose_pronoun: ChooseAntecedent = choose_antecedent,
) -> State:
    """Resolve noun phrases and third-person pronouns to entities."""
    index = NominalIndex.of(state.entities, state.registry, state.row.classes)
    discourse = Discourse(state.row, state.named)
    resolver = NominalResolver(discourse, index, state.registry, state.context.day)
    entities = resolve_references(
        resolver, state.entities, state.phrases, state.bindings, choose_nominal, choose_pronoun
    )
    return evolve(state, entities=entities)


def detect_introductions(state: State) -> State:
    """Find persons who introduce themselves: "I am Ann Lane"."""
    return evolve(state, introduced=find_introductions(state.row, state.named))


def detect_announcements(state: State) -> State:
    """Find persons who are announced as speakers: "Remarks by Senator Lane"."""
    return evolve(state, announced=find_announcements(state.row, state.named))


def detect_dialogue(state: State) -> State:
    """Find the turns of an interview or a conversation, and their speakers."""
    introduced = {**state.announced, **state.introduced}
    return evolve(state, dialogue=segment_dialogue(state.row, state.named, introduced))


def resolve_dialogue(state: State) -> State:
    """Resolve "I" and "you" in the turns of a dialogue."""
    if state.dialogue is None:
        return state
    return state.with_references(resolve_in_dialogue(state.row, state.dialogue))


def resolve_interviewed(state: State) -> State:
    """Resolve "we" in the answers of an interview."""
    if state.dialogue is None:
        return state
    return state.with_entities(*find_interviewed_group(state.row, state.dialogue, state.entities))


def resolve_author(state: State) -> State:
    """Resolve "I" in a text of one speaker."""
    if state.dialogue is not None:
        return state
    return state.with_references(resolve_to_author(state.row, state.introduced, state.announced))


def resolve_addressees(state: State) -> State:
    """Resolve "you" in sentences that address one person."""
    if state.dialogue is not None:
        return state
    found = resolve_addressed(state.row, state.named, state.vocatives, state.addressees)
    return state.with_references(found)


def resolve_nation(state: State) -> State:
    """Resolve "we" in a speech to "my fellow Americans"."""
    if state.dialogue is not None:
        return state
    return state.with_references(resolve_to_nation(state.row, state.named))


def merge_places(state: State) -> State:
    """Merge place names with the places they lie in: "Ostrey, Norland"."""
    return evolve(state, merged=merge_addresses(state.row, state.entities))


STAGES: tuple[Stage, ...] = (
    # mentions and entities: names first, since noun phrases are read in their light
    detect_name_ranges,
    join_hyphenated_names,
    detect_names,
    cluster_names,
    detect_groups,
    detect_noun_phrases,
    detect_vocatives,
    add_described_states,
    link_to_registry,
    infer_gender,
    add_office_holders,
    claim_titles,
    claim_roles,
    add_plural_groups,
    add_addressees,
    # coreference
    resolve_nominals_and_pronouns,
    detect_introductions,
    detect_announcements,
    detect_dialogue,
    resolve_dialogue,
    resolve_interviewed,
    resolve_author,
    resolve_addressees,
    resolve_nation,
    merge_places,
)
"""The stages, in order."""


def read_actors(
    document: Document,
    registry: Registry | None = None,
    published: dt.date | None = None,
    *,
    classes: WordClasses | None = None,
    stages: Sequence[Stage] = STAGES,
) -> Cast:
    """Run the stages over a parsed text, and make the cast of what they have found.

    Args:
        document: The parsed text.

        registry: Whom to know beforehand; `Registry.builtin()` by default.

        published: When the text was published.

        classes: The word classes of the text's language; those of English if left out.

        stages: What to run; `STAGES` with some left out or replaced.
    """
    known = tables_of(Registry.builtin() if registry is None else registry)
    row = TokenRow.of(document, classes)
    state = State(row=row, registry=known, context=ArticleContext.on(published, known, row.classes))
    for stage in stages:
        state = stage(state)
    return make_cast(row, state.entities, state.warnings, state.merged)


def replace_stage(old: Stage, new: Stage | None, stages: Sequence[Stage] = STAGES) -> tuple[Stage, ...]:
    """*stages* with one replaced, or left out where *new* is `None`.

    Example:
        >>> from stancekit.language import load
        >>> document = load().parse("Ann Smith met the Russians.")
        >>> cast = read_actors(document, stages=replace_stage(detect_groups, None))
        >>> [actor.name for actor in cast]
        ['Ann Smith']
    """
    changed = (new if stage is old else stage for stage in stages)
    return tuple(stage for stage in changed if stage is not None)
