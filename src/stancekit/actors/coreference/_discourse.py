"""The discourse while a text is read: what was mentioned, how often, and what pronouns told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from ...language._function_words import THIRD_PERSON
from ...language._universal import is_owner
from ...values import ActorKind
from ..entities._entity import Reference
from ..mentions._gender_words import IT, THEY

if TYPE_CHECKING:
    from ...values import MentionKind
    from ..entities._entity import Entity
    from ..entities._named_tokens import NamedTokens
    from ..mentions._token_row import TokenRow

WINDOW = 4
"""Sentences that a pronoun looks back."""

MOST_RECENT = 100
"""Mentions that are kept within the window, at least; at most twice as many."""

_ROLES = {"nsubj": "subject", "obj": "object", "iobj": "object", "obl": "oblique", "vocative": "nested"}
_LONGEST_CHAIN = 4
_APPOSITION_GAP = 5


@frozen(eq=False)
class Antecedent:
    """A mention that a later pronoun may refer back to.

    Args:
        entity: The entity mentioned; `None` for one that is no actor.

        head: Position of the mention's head token.

        begin: Position of its first token.

        pronoun: ``he``, ``she``, ``it``, ``they`` that may refer to it; `None` where unknown.

        word: ``name``, ``nominal`` or ``pronoun``.

        kind: What sort of entity.

        role: Its part in the clause: ``subject``, ``object``, ``owner``, ``oblique``, ``nested``.
    """

    entity: Entity | None
    head: int
    begin: int
    pronoun: str | None
    word: str
    kind: ActorKind
    role: str = "nested"


@define(eq=False)
class Discourse:
    """The mentions read so far. It lives as long as one text is read.

    Attributes:
        row: The token row.

        named: Which entity is named where.

        recent: Mentions within the window, in text order.

        counts: Mentions of each entity, by its id.

        pronouns: Pronouns learnt for persons of unknown gender, by entity id.

        references: Mentions without a name, by entity id.
    """

    row: TokenRow
    named: NamedTokens
    recent: list[Antecedent] = Factory(list)
    counts: dict[int, int] = Factory(dict)
    pronouns: dict[int, str] = Factory(dict)
    references: dict[int, list[Reference]] = Factory(dict)

    def note_entity(self, entity: Entity, head: int, begin: int, word: str) -> None:
        """Add a mention of an entity; an apposition gets the role and the head of what it stands beside."""
        role, partner = role_of(self.row, head), self.recent[-1] if self.recent else None
        if partner is not None and partner.entity == entity and word != "pronoun":
            between = self.row.words[partner.head + 1 : begin]
            if between and between[0] == "," and len(between) <= _APPOSITION_GAP:
                role, head = partner.role, partner.head
        pronoun = THIRD_PERSON[self.row.words[head]] if word == "pronoun" else self.pronoun_for(entity)
        self._note(Antecedent(entity, head, begin, pronoun, word, entity.kind, role))
        self.counts[entity.id] = self.count(entity) + 1

    def note_stranger(self, head: int, begin: int, pronoun: str | None, kind: ActorKind) -> None:
        """Add a noun phrase that mentions no actor."""
        self._note(Antecedent(None, head, begin, pronoun, "nominal", kind, role_of(self.row, head)))

    def _note(self, antecedent: Antecedent) -> None:
        self.recent.append(antecedent)
        if len(self.recent) > 2 * MOST_RECENT:  # a sentence without end
            del self.recent[:MOST_RECENT]

    def refer(self, entity: Entity, begin: int, stop: int, kind: MentionKind) -> None:
        """Give a noun phrase or a pronoun to an entity."""
        self.references.setdefault(entity.id, []).append(Reference(begin, stop, kind))

    def learn_pronoun(self, person: Entity, pronoun: str) -> None:
        """Note the gender of a person that a pronoun tells."""
        self.pronouns.setdefault(person.id, pronoun)

    def gender(self, entity: Entity) -> str | None:
        """The pronoun of an entity: what was known of it, or what the text has told so far."""
        return entity.pronoun or self.pronouns.get(entity.id)

    def pronoun_for(self, entity: Entity) -> str | None:
        """The pronoun that refers to an entity; `None` for a person of unknown gender."""
        if entity.kind is ActorKind.PERSON:
            return self.gender(entity)
        return THEY if entity.kind is ActorKind.GROUP else IT

    def count(self, entity: Entity) -> int:
        """Mentions of an entity so far."""
        return self.counts.get(entity.id, 0)

    def coordinated_with(self, head: int) -> set[int]:
        """Ids of the entities that the mention at *head* is coordinated with: "Corvane and the union"."""
        partners = self.row.conjuncts(head)
        found = {a.entity.id for a in self.recent if a.head in partners and a.entity is not None}
        return found | {entity.id for entity in map(self.named.around, partners) if entity is not None}

    def forget(self, sentence: int) -> None:
        """Drop what lies further back than the window before *sentence*."""
        floor = self.row.first[max(0, sentence - WINDOW)]
        if self.recent and self.recent[0].begin < floor:
            self.recent = [antecedent for antecedent in self.recent if antecedent.begin >= floor]


def role_of(row: TokenRow, head: int) -> str:
    """The grammatical role of the mention at *head*."""
    token = row.tokens[head]
    for _ in range(_LONGEST_CHAIN):
        if token.relation not in {"conj", "appos", "flat"}:
            break
        head = row.head(head)
        token = row.tokens[head]
    if is_owner(token):
        return "owner"
    return _ROLES.get(token.relation, "nested")
