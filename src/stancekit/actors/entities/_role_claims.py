"""Roles that the article claims for its entities: titles, appositions, "X is the president"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import evolve

from ...language._function_words import POSSESSIVE_MARKS
from ...values import ActorKind
from ..mentions._noun_phrase import BODY, OFFICE, PERSON_NOUN, SITE, same_office
from ..mentions._noun_phrases import title_phrase
from ._entity import RoleClaim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..mentions._noun_phrase import NounPhrase
    from ..mentions._token_row import TokenRow
    from ..registry._name_tables import NameTables
    from ._entity import Entity
    from ._named_tokens import NamedTokens

_KINDS = {
    OFFICE: ActorKind.PERSON,
    PERSON_NOUN: ActorKind.PERSON,
    BODY: ActorKind.ORGANIZATION,
    SITE: ActorKind.PLACE,
}
_ENDS = frozenset({",", ".", ";", ")", ":", "-", "–", "—", "", "who", "which", "whose", '"', "”"})
_FAR = 8
"""Tokens between a phrase and its apposition, and of a possessor, at most."""

_OWNER_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "X"})


def with_titles(
    row: TokenRow, entities: Iterable[Entity], nations: Mapping[int, str], registry: NameTables
) -> tuple[Entity, ...]:
    """The entities; persons with the titles before their names, and the parties behind them.

    Args:
        row: The token row.

        entities: The entities.

        nations: State ids by the position of the last token of a state's name.

        registry: The known demonyms.
    """
    return tuple(
        _with_titles(row, entity, nations, registry) if entity.kind is ActorKind.PERSON else entity
        for entity in entities
    )


def _with_titles(row: TokenRow, person: Entity, nations: Mapping[int, str], registry: NameTables) -> Entity:
    parties = {party for mention in person.names if (party := _party_tag(row, mention.stop))}
    titles = [
        title_phrase(row, mention.begin - len(mention.title), mention.title, nations, registry)
        for mention in person.names
        if mention.title
    ]
    return _with_roles(row, evolve(person, parties=person.parties | parties) if parties else person, titles)


def _party_tag(row: TokenRow, position: int) -> str | None:
    """The party in "Smith (R-Wis.)"; *position* is the bracket's."""
    if row.at(position) != "(":
        return None
    letter, _, rest = row.at(position + 1).partition("-")
    is_tag = len(letter) == 1 and (rest or row.at(position + 2) in {"-", ")"})
    return row.classes.names.party.get(letter) if is_tag else None


def _with_roles(row: TokenRow, entity: Entity, phrases: Sequence[NounPhrase]) -> Entity:
    """The entity with the roles, states and parties of phrases that describe it."""
    if not phrases:
        return entity
    claims = [RoleClaim(same_office(p.words, row.classes.names), p.nation, former=p.former) for p in phrases]
    return evolve(
        entity,
        claims=(*entity.claims, *claims),
        nations=entity.nations.union(p.nation for p in phrases if p.nation),
        parties=entity.parties.union(p.party for p in phrases if p.party),
        pronoun=entity.pronoun or next((p.pronoun for p in phrases if p.pronoun), None),
    )


def with_descriptions(
    row: TokenRow, named: NamedTokens, entities: Iterable[Entity], phrases: Iterable[NounPhrase]
) -> tuple[tuple[Entity, ...], dict[int, int | None]]:
    """The entities with the roles that noun phrases beside their names claim.

    Returns:
        The entities, and the id of the entity that each such phrase mentions, by the position of its noun:
        an apposition mentions who is named, and so does a definite title ("his wife Ann Lane"). Other titles
        ("embattled mayor Ann Lane") and predicates mention nobody, `None`.
    """
    roles: dict[int, list[NounPhrase]] = defaultdict(list)
    bindings: dict[int, int | None] = {}
    for phrase, entity, mentions in _described(row, named, phrases):
        roles[entity.id].append(phrase)
        bindings[phrase.head] = entity.id if mentions else None
    return tuple(_with_roles(row, entity, roles.get(entity.id, ())) for entity in entities), bindings


def _described(
    row: TokenRow, named: NamedTokens, phrases: Iterable[NounPhrase]
) -> Iterator[tuple[NounPhrase, Entity, bool]]:
    """Phrases that describe a named entity, with the entity, and whether they mention it."""
    for phrase in phrases:
        kind = _KINDS.get(phrase.sort)
        if kind is None or phrase.plural:
            continue
        title_of = named.beginning(phrase.stop)
        if title_of is not None and title_of.kind is kind:
            yield phrase, title_of, phrase.definite and not phrase.modified
            continue
        beside = _named_before(row, phrase, named) or _named_after(row, phrase, named)
        if beside is not None and beside.kind is kind:
            yield phrase, beside, True
            continue
        subject = _subject_of(row, phrase, named)
        if subject is not None and subject.kind is kind:
            yield phrase, subject, False


def _named_before(row: TokenRow, phrase: NounPhrase, named: NamedTokens) -> Entity | None:
    """The entity before an apposition: "Robert Mueller, the special counsel,"."""
    comma = _outer_begin(row, phrase) - 1
    if comma <= row.begins(phrase.head) or row.words[comma] != ",":
        return None
    entity = named.ending(comma)
    return entity if entity is not None and _closes(row, phrase.stop) else None


def _named_after(row: TokenRow, phrase: NounPhrase, named: NamedTokens) -> Entity | None:
    """The entity that is an apposition to the phrase: "The mayor, Lettice Crane,"."""
    limit = min(phrase.stop + _FAR, row.stops(phrase.head))
    for position in range(phrase.stop, limit):
        if row.words[position] == ",":
            entity = named.beginning(position + 1)
            if entity is None or not phrase.definite:
                return None
            after = named.begins[position + 1].stop
            follows = row.words[after] if after < row.stops(phrase.head) else ""
            return entity if follows in _ENDS else None
        if row.tokens[position].pos in {"VERB", "AUX", "PUNCT", "PRON", "SCONJ"}:
            return None
    return None


def _outer_begin(row: TokenRow, phrase: NounPhrase) -> int:
    """Where the phrase begins together with its possessor: "the union's general secretary"."""
    position, floor = phrase.begin - 1, max(row.begins(phrase.head), phrase.begin - _FAR)
    if position < floor or row.words[position] not in POSSESSIVE_MARKS:
        return phrase.begin
    while position > floor and (
        row.tokens[position - 1].pos in _OWNER_TAGS or row.words[position - 1] in POSSESSIVE_MARKS
    ):
        position -= 1
    return position


def _closes(row: TokenRow, position: int) -> bool:
    """Whether an apposition ends within a few tokens of *position*, before any verb."""
    limit = row.stops(position - 1)
    for after in range(position, min(position + _FAR, limit)):
        if row.words[after] in _ENDS:
            return True
        if row.tokens[after].pos in {"VERB", "AUX"}:
            return False
    return position >= limit


def _subject_of(row: TokenRow, phrase: NounPhrase, named: NamedTokens) -> Entity | None:
    """The subject of a predicative phrase: "Pell is the council leader"."""
    if not row.children(phrase.head, "cop"):
        return None
    for subject in row.subjects(phrase.head):
        entity = named.around(subject)
        if entity is not None:
            return entity
    return None
