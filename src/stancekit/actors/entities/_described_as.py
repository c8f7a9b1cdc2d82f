"""What the article says that its actors are: titles, appositions, "X is the president"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from ...lexicon._words import PARTIES, POSSESSIVE_MARKS
from ...values import ActorKind
from ..mentions._noun_phrases import BODY, OFFICE, PERSON_NOUN, SITE, NounPhrase, look_left, same_office
from ._entity import Entity, RoleClaim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..mentions._name_mention import NameMention
    from ..mentions._token_row import TokenRow
    from ..registry._registry import Registry

_KINDS = {
    OFFICE: ActorKind.PERSON,
    PERSON_NOUN: ActorKind.PERSON,
    BODY: ActorKind.ORGANIZATION,
    SITE: ActorKind.PLACE,
}
_ENDS = frozenset({",", ".", ";", ")", ":", "-", "–", "—", "", "who", "which", "whose", '"', "”"})
_FAR = 8
_LONGEST_NAME = 8
_OWNER_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "X"})


@define(eq=False)
class NamedTokens:
    """Who is named where.

    Attributes:
        begins: Mentions by the position of their first token.

        stops: Mentions by the position just past their last token.

        owners: The entity of each mention.
    """

    begins: Mapping[int, NameMention]
    stops: Mapping[int, NameMention]
    owners: Mapping[int, Entity]

    @classmethod
    def of(cls, entities: Sequence[Entity]) -> NamedTokens:
        """Index the name mentions of all entities."""
        begins, stops, owners = {}, {}, {}
        for entity in entities:
            for mention in entity.names:
                begins[mention.begin] = mention
                stops[mention.stop] = mention
                owners[mention.begin] = entity
        return cls(begins, stops, owners)

    def around(self, position: int) -> Entity | None:
        """Who is named by words that hold *position*."""
        for begin in range(position, max(-1, position - _LONGEST_NAME), -1):
            mention = self.begins.get(begin)
            if mention is not None:
                return self.owners[begin] if position < mention.stop else None
        return None

    def beginning(self, position: int) -> Entity | None:
        """Who is named from *position* on."""
        return self.owners.get(position)

    def ending(self, position: int) -> Entity | None:
        """Who is named right before *position*."""
        mention = self.stops.get(position)
        return self.owners[mention.begin] if mention else None


def claim_titles(
    row: TokenRow, entities: Sequence[Entity], nations: dict[int, str], registry: Registry
) -> None:
    """Note the title before each name: "Ukrainian president Volodymyr Zelenskyy"."""
    for entity in entities:
        if entity.kind is not ActorKind.PERSON:
            continue
        for mention in entity.names:
            party = _party_tag(row, mention.stop)
            if party is not None:
                entity.parties.add(party)
            if mention.title:
                begin = mention.begin - len(mention.title)
                phrase = NounPhrase(begin, begin, OFFICE, mention.title)
                look_left(row, phrase, begin, nations, registry)
                _learn(entity, phrase)


def _party_tag(row: TokenRow, position: int) -> str | None:
    """The party in "Smith (R-Wis.)"; *position* is the bracket's."""
    if row.at(position) != "(":
        return None
    letter, _, rest = row.at(position + 1).partition("-")
    return PARTIES.get(letter) if len(letter) == 1 and (rest or row.at(position + 2) in {"-", ")"}) else None


def _learn(entity: Entity, phrase: NounPhrase) -> None:
    entity.claims.append(RoleClaim(same_office(phrase.words), phrase.nation, former=phrase.former))
    if phrase.nation:
        entity.nations.add(phrase.nation)
    if phrase.party:
        entity.parties.add(phrase.party)
    if phrase.pronoun and entity.pronoun is None:
        entity.pronoun = phrase.pronoun


def bind_appositions(
    row: TokenRow, named: NamedTokens, found: Sequence[NounPhrase]
) -> dict[int, Entity | None]:
    """Bind noun phrases to the names beside them.

    Returns:
        Whom phrases mention, by the position of the noun: appositions mention who is named, and so
        does what points at them right before the name ("his wife Ann Lane"); other titles ("embattled
        mayor Ann Lane") and predicates teach facts, but mention nobody.
    """
    bound: dict[int, Entity | None] = {}
    for phrase in found:
        kind = _KINDS.get(phrase.sort)
        if kind is None or phrase.plural:
            continue
        title_of = named.beginning(phrase.stop)
        if title_of is not None and title_of.kind is kind:
            _learn(title_of, phrase)
            bound[phrase.head] = title_of if phrase.definite and not phrase.modified else None
            continue
        beside = _named_before(row, phrase, named) or _named_after(row, phrase, named)
        if beside is not None and beside.kind is kind:
            _learn(beside, phrase)
            bound[phrase.head] = beside
            continue
        subject = _subject_of(row, phrase, named)
        if subject is not None and subject.kind is kind:
            _learn(subject, phrase)
            bound[phrase.head] = None
    return bound


def _named_before(row: TokenRow, phrase: NounPhrase, named: NamedTokens) -> Entity | None:
    """The name in "Robert Mueller, the special counsel,"."""
    comma = _outer_begin(row, phrase) - 1
    if comma <= row.begins(phrase.head) or row.words[comma] != ",":
        return None
    entity = named.ending(comma)
    return entity if entity is not None and _closes(row, phrase.stop) else None


def _named_after(row: TokenRow, phrase: NounPhrase, named: NamedTokens) -> Entity | None:
    """The name in "The mayor, Lettice Crane,"."""
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
    """Where the phrase begins with its owner: "the union's general secretary"."""
    position, floor = phrase.begin - 1, max(row.begins(phrase.head), phrase.begin - _FAR)
    if position < floor or row.words[position] not in POSSESSIVE_MARKS:
        return phrase.begin
    while position > floor and (
        row.tokens[position - 1].pos in _OWNER_TAGS or row.words[position - 1] in POSSESSIVE_MARKS
    ):
        position -= 1
    return position


def _closes(row: TokenRow, position: int) -> bool:
    """Whether an apposition ends soon behind *position*, before any verb."""
    limit = row.stops(position - 1)
    for after in range(position, min(position + _FAR, limit)):
        if row.words[after] in _ENDS:
            return True
        if row.tokens[after].pos in {"VERB", "AUX"}:
            return False
    return position >= limit


def _subject_of(row: TokenRow, phrase: NounPhrase, named: NamedTokens) -> Entity | None:
    """The name that the phrase is said of: "Pell is the council leader"."""
    if not row.children(phrase.head, "cop"):
        return None
    for subject in row.subjects(phrase.head):
        entity = named.around(subject)
        if entity is not None:
            return entity
    return None
