"""Descriptions and pronouns -> the actors they mean, in the order of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ...lexicon._words import HE, IT, PRONOUNS, SHE, THEY
from ...values import ActorKind, MentionKind
from ..mentions._noun_phrases import BODY, GOVERNMENT, OFFICE, PERSON_NOUN, SITE, THING, NounPhrase
from ._pronouns import Antecedent, Discourse, choose, is_expletive, pronoun_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..entities._described_as import NamedTokens
    from ..entities._entity import Entity
    from ..mentions._token_row import TokenRow
    from ._nominals import NominalResolver
    from ._pronouns import AntecedentCandidate

    Chooser = Callable[[Discourse, int], AntecedentCandidate | None]

_SORT_KINDS = {
    OFFICE: ActorKind.PERSON,
    PERSON_NOUN: ActorKind.PERSON,
    BODY: ActorKind.ORGANIZATION,
    GOVERNMENT: ActorKind.ORGANIZATION,
    SITE: ActorKind.PLACE,
    THING: ActorKind.UNNAMED,
}


def resolve(
    row: TokenRow,
    named: NamedTokens,
    found: Sequence[NounPhrase],
    bound: Mapping[int, Entity | None],
    resolver_of: Callable[[Discourse], NominalResolver],
    chooser: Chooser = choose,
) -> None:
    """Add the nominal and pronoun mentions to the entities.

    Args:
        row: The token row.

        named: Who is named where.

        found: The noun phrases.

        bound: Whom phrases mention by apposition, by the position of the noun.

        resolver_of: Makes what tells whom the other phrases mean.

        chooser: Tells whom the pronoun at a position means, of those in focus.
    """
    discourse = Discourse(row, named)
    describe = resolver_of(discourse)
    by_head = {phrase.head: phrase for phrase in found}
    sentence = -1
    for position in range(len(row)):
        if row.sentence[position] != sentence:
            sentence = row.sentence[position]
            discourse.forget(sentence)
        mention = named.begins.get(position)
        if mention is not None:
            entity = named.owners[position]
            head = row.head_of(mention.begin, mention.stop)
            discourse.note(Antecedent(entity, head, position, pronoun_of(entity), "name", entity.kind))
        phrase = by_head.get(position)
        if phrase is not None:
            _read_phrase(discourse, phrase, bound, describe)
        elif row.words[position] in PRONOUNS and row.tokens[position].pos in {"PRON", "DET"}:
            _read_pronoun(discourse, position, chooser)


def _read_phrase(
    discourse: Discourse, phrase: NounPhrase, bound: Mapping[int, Entity | None], describe: NominalResolver
) -> None:
    entity = bound[phrase.head] if phrase.head in bound else describe.meant_by(phrase)
    if entity is not None and entity.is_tentative:
        discourse.note(evolve(_stranger(phrase), waiting=entity))
    elif entity is not None:
        entity.mentions.append((phrase.begin, phrase.stop, MentionKind.NOMINAL))
        discourse.note(
            Antecedent(entity, phrase.head, phrase.begin, pronoun_of(entity), "nominal", entity.kind)
        )
    elif phrase.head not in bound:
        discourse.note(_stranger(phrase))


def _stranger(phrase: NounPhrase) -> Antecedent:
    """Somebody or something that is no actor, yet may be what a pronoun means."""
    kind = _SORT_KINDS[phrase.sort]
    pronoun = phrase.pronoun if kind is ActorKind.PERSON else IT
    return Antecedent(None, phrase.head, phrase.begin, THEY if phrase.plural else pronoun, "nominal", kind)


def _read_pronoun(discourse: Discourse, position: int, chooser: Chooser) -> None:
    row = discourse.row
    pronoun = PRONOUNS[row.words[position]]
    if pronoun == IT and is_expletive(row, position):
        return
    chosen = chooser(discourse, position)
    entity = _taken_up(chosen.antecedent) if chosen is not None else None
    if entity is None:
        return
    entity.mentions.append((position, position + 1, MentionKind.PRONOUN))
    if entity.kind is ActorKind.PERSON and entity.pronoun is None and pronoun in {HE, SHE}:
        entity.pronoun = pronoun
    discourse.note(Antecedent(entity, position, position, pronoun, "pronoun", entity.kind))


def _taken_up(antecedent: Antecedent) -> Entity | None:
    """Who is mentioned; a group that waited for a pronoun is_tentative no longer."""
    if antecedent.entity is None and antecedent.waiting is not None:
        antecedent.entity = antecedent.waiting
        antecedent.entity.is_tentative = False
        antecedent.entity.mentions.append((antecedent.begin, antecedent.head + 1, MentionKind.NOMINAL))
    return antecedent.entity
