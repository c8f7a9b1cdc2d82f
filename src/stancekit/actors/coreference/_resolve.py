"""Resolution of noun phrases and third-person pronouns, in the order of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from ...language._function_words import THIRD_PERSON
from ...values import ActorKind, MentionKind
from ..entities._entity import with_references
from ..mentions._gender_words import HE, IT, SHE, THEY
from ..mentions._noun_phrase import BODY, GOVERNMENT, OFFICE, PERSON_NOUN, SITE, THING
from ._nominals import choose_entity
from ._pronouns import choose_antecedent, is_expletive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ..entities._entity import Entity
    from ..mentions._noun_phrase import NounPhrase
    from ._discourse import Discourse
    from ._nominals import NominalResolver
    from ._pronouns import AntecedentCandidate

    ChooseEntity: TypeAlias = Callable[[NominalResolver, NounPhrase], Entity | None]
    ChooseAntecedent: TypeAlias = Callable[[Discourse, int], AntecedentCandidate | None]

_SORT_KINDS = {
    OFFICE: ActorKind.PERSON,
    PERSON_NOUN: ActorKind.PERSON,
    BODY: ActorKind.ORGANIZATION,
    GOVERNMENT: ActorKind.ORGANIZATION,
    SITE: ActorKind.PLACE,
    THING: ActorKind.UNNAMED,
}


def resolve_references(
    resolver: NominalResolver,
    entities: Sequence[Entity],
    phrases: Iterable[NounPhrase],
    bindings: Mapping[int, int | None],
    choose_nominal: ChooseEntity = choose_entity,
    choose_pronoun: ChooseAntecedent = choose_antecedent,
) -> tuple[Entity, ...]:
    """The entities with the noun phrases and pronouns that refer to them.

    Args:
        resolver: The rules for noun phrases, over a discourse in which nothing is read.

        entities: All entities.

        phrases: The noun phrases.

        bindings: Ids of the entities that phrases are known to mention, by the position of the noun.

        choose_nominal: Tells the entity of a noun phrase.

        choose_pronoun: Tells the antecedent of the pronoun at a position.
    """
    discourse = resolver.discourse
    row = discourse.row
    by_head = {phrase.head: phrase for phrase in phrases}
    sentence = -1
    for position in range(len(row)):
        if row.sentence[position] != sentence:
            sentence = row.sentence[position]
            discourse.forget(sentence)
        name = discourse.named.begins.get(position)
        if name is not None:
            head = row.head_of(name.begin, name.stop)
            discourse.note_entity(discourse.named.owners[position], head, position, "name")
        phrase = by_head.get(position)
        if phrase is not None:
            is_bound, bound = position in bindings, bindings.get(position)
            entity = choose_nominal(resolver, phrase) if not is_bound else None
            entity = entities[bound] if bound is not None else entity
            _note_phrase(discourse, phrase, entity, is_bound=is_bound)
        elif row.words[position] in THIRD_PERSON and row.tokens[position].pos in {"PRON", "DET"}:
            _resolve_pronoun(discourse, position, choose_pronoun)
    return tuple(_resolved(entity, discourse) for entity in with_references(entities, discourse.references))


def _note_phrase(discourse: Discourse, phrase: NounPhrase, entity: Entity | None, *, is_bound: bool) -> None:
    """Note a noun phrase as a mention of *entity*, or of somebody or something that is no actor."""
    if entity is not None:
        discourse.refer(entity, phrase.begin, phrase.stop, MentionKind.NOMINAL)
        discourse.note_entity(entity, phrase.head, phrase.begin, "nominal")
    elif not is_bound:
        kind = _SORT_KINDS[phrase.sort]
        pronoun = phrase.pronoun if kind is ActorKind.PERSON else IT
        pronoun = THEY if phrase.plural else pronoun
        discourse.note_stranger(phrase.head, phrase.begin, pronoun, kind)


def _resolve_pronoun(discourse: Discourse, position: int, choose: ChooseAntecedent) -> None:
    pronoun = THIRD_PERSON[discourse.row.words[position]]
    if pronoun == IT and is_expletive(discourse.row, position):
        return
    chosen = choose(discourse, position)
    entity = chosen.antecedent.entity if chosen is not None else None
    if entity is None:
        return
    discourse.refer(entity, position, position + 1, MentionKind.PRONOUN)
    if entity.kind is ActorKind.PERSON and discourse.gender(entity) is None and pronoun in {HE, SHE}:
        discourse.learn_pronoun(entity, pronoun)
    discourse.note_entity(entity, position, position, "pronoun")


def _resolved(entity: Entity, discourse: Discourse) -> Entity:
    """The entity with what the discourse has told of it."""
    pronoun = discourse.gender(entity)
    return entity if pronoun == entity.pronoun else evolve(entity, pronoun=pronoun)
