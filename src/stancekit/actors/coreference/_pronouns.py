"""Who was just spoken of, and whom a pronoun means: a linear model over the candidates."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

from attrs import Factory, define

from ...language._universal import is_owner, relation_of
from ...lexicon._words import EMPTY_VERBS, HE, IT, POSSESSIVES, PRONOUNS, REFLEXIVES, SHE, SPEECH_VERBS, THEY
from ...values import ActorKind
from ..mentions._token_row import ARGUMENTS
from ._pronoun_weights import pronoun_weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..entities._described_as import NamedTokens
    from ..entities._entity import Entity
    from ..mentions._token_row import TokenRow

WINDOW = 4
"""A pronoun looks back so many sentences."""

MOST_SEEN = 100
"""At least so many mentions are kept within the window, at most twice as many."""

_PERSON = ActorKind.PERSON
_KINDS = {
    HE: frozenset({ActorKind.PERSON}),
    SHE: frozenset({ActorKind.PERSON}),
    IT: frozenset({ActorKind.ORGANIZATION, ActorKind.PLACE}),
    THEY: frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION, ActorKind.PERSON, ActorKind.PLACE}),
}
_ROLES = {"nsubj": "subject", "obj": "object", "iobj": "object", "obl": "oblique", "vocative": "nested"}
_LONGEST_CHAIN = 4
_DEEPEST = 12
_APPOSITION_GAP = 5


@define(eq=False)
class Antecedent:
    """Somebody mentioned at a place.

    Attributes:
        entity: Who; `None` for somebody who is no actor, yet may be meant by a pronoun.

        head: Position of the mention's head token.

        begin: Position of its first token.

        pronoun: ``he``, ``she``, ``it``, ``they`` that may refer to it; `None` where unknown.

        word: ``name``, ``nominal`` or ``pronoun``.

        kind: What sort of somebody.

        role: Its part in the clause: ``subject``, ``object``, ``owner``, ``oblique``, ``nested``.

        waiting: Whose mention it is once a pronoun speaks of them, too.
    """

    entity: Entity | None
    head: int
    begin: int
    pronoun: str | None
    word: str
    kind: ActorKind
    role: str = "nested"
    waiting: Entity | None = None


@define(eq=False)
class AntecedentCandidate:
    """Somebody whom a pronoun may mean, by their latest mention.

    Attributes:
        antecedent: The latest mention before the pronoun.

        as_subject: Sentences since they were last a subject.

        features: What the model looks at.
    """

    antecedent: Antecedent
    as_subject: int
    features: dict[str, float] = Factory(dict)


@define(eq=False)
class Discourse:
    """The mentions read so far.

    Attributes:
        row: The token row.

        named: Who is named where.

        recent: Mentions within the window, in text order.

        counts: How often each entity was mentioned, by its identity.
    """

    row: TokenRow
    named: NamedTokens
    recent: list[Antecedent] = Factory(list)
    counts: dict[int, int] = Factory(dict)

    def note(self, antecedent: Antecedent) -> None:
        """Read one more mention; an apposition plays the part of what it stands by."""
        antecedent.role = role_of(self.row, antecedent.head)
        partner = self.recent[-1] if self.recent else None
        if (
            partner is not None
            and partner.entity is antecedent.entity is not None
            and antecedent.word != "pronoun"
        ):
            between = self.row.words[partner.head + 1 : antecedent.begin]
            if between and between[0] == "," and len(between) <= _APPOSITION_GAP:
                antecedent.role, antecedent.head = partner.role, partner.head
        self.recent.append(antecedent)
        if len(self.recent) > 2 * MOST_SEEN:  # a sentence without end
            del self.recent[:MOST_SEEN]
        if antecedent.entity is not None:
            self.counts[id(antecedent.entity)] = self.counts.get(id(antecedent.entity), 0) + 1

    def beside(self, head: int) -> set[int]:
        """Identities of whom the mention at *head* is coordinated with: "Corvane and the union" are two."""
        partners = self.row.conjuncts(head)
        found = {
            id(antecedent.entity)
            for antecedent in self.recent
            if antecedent.head in partners and antecedent.entity is not None
        }
        return found | {id(entity) for entity in map(self.named.around, partners) if entity is not None}

    def forget(self, sentence: int) -> None:
        """Drop what lies further back than the window before *sentence*."""
        floor = self.row.first[max(0, sentence - WINDOW)]
        if self.recent and self.recent[0].begin < floor:
            self.recent = [antecedent for antecedent in self.recent if antecedent.begin >= floor]

    def candidates(self, position: int) -> list[AntecedentCandidate]:
        """Whom the pronoun at *position* may mean."""
        row, word = self.row, self.row.words[position]
        pronoun = PRONOUNS[word]
        sentence = row.sentence[position]
        free = word in POSSESSIVES or word in REFLEXIVES
        excluded = set() if free else _co_arguments(row, position)
        found: dict[int, AntecedentCandidate] = {}
        barred: set[int] = set()
        for antecedent in reversed(self.recent):
            key = id(antecedent.entity) if antecedent.entity is not None else id(antecedent)
            if key in barred:
                continue
            away = sentence - row.sentence[antecedent.head]
            subject = away if antecedent.role == "subject" else WINDOW + 1
            if key in found:
                found[key].as_subject = min(found[key].as_subject, subject)
            elif not _agrees(antecedent, pronoun):
                continue
            elif antecedent.head in excluded:
                barred.add(key)
            else:
                found[key] = AntecedentCandidate(antecedent, subject)
        candidates = list(found.values())
        if word in REFLEXIVES:
            subjects = _subjects_of(row, position)
            candidates = [c for c in candidates if c.antecedent.head in subjects] or candidates
        ahead = self._ahead(position, pronoun)
        if ahead is not None and all(c.antecedent.entity is not ahead.entity for c in candidates):
            candidates.append(AntecedentCandidate(ahead, WINDOW + 1))
        above = _subjects_above(row, position)
        for rank, candidate in enumerate(candidates):
            candidate.features = dict(self._features(candidate, position, above, len(candidates)))
            candidate.features[f"rank {min(rank, 2)}"] = 1.0
            if ahead is not None and candidate.antecedent.entity is ahead.entity:
                candidate.features["ahead owner" if word in POSSESSIVES else "ahead"] = 1.0
        _compare_within_sentence(row, candidates, position)
        return candidates

    def _ahead(self, position: int, pronoun: str) -> Antecedent | None:
        """The subject that is still to come: "For all his warm words, Putin ..."."""
        row = self.row
        here = position
        while (governor := row.head(here)) != here:
            if row.tokens[here].relation in {"obl", "advcl"}:
                for subject in row.subjects(governor):
                    entity = self.named.around(subject) if subject > position else None
                    if entity is not None:
                        antecedent = Antecedent(
                            entity, subject, subject, pronoun_of(entity), "name", entity.kind, "subject"
                        )
                        return antecedent if _agrees(antecedent, pronoun) else None
            here = governor
        return None

    def _features(
        self, candidate: AntecedentCandidate, position: int, above: list[int], number: int
    ) -> Iterator[tuple[str, float]]:
        row, antecedent = self.row, candidate.antecedent
        away = row.sentence[position] - row.sentence[antecedent.head]
        yield f"away {min(away, 3)}", 1.0
        if away == 0 and antecedent.head < position:
            yield "near", 1.0 / (1 + (position - antecedent.head) / 5)
        if row.paragraph[row.sentence[antecedent.head]] != row.paragraph[row.sentence[position]]:
            yield "across paragraphs", 1.0
        if antecedent.entity is None:
            yield "stranger", 1.0
            yield f"stranger away {min(away, 2)}", 1.0
        else:
            yield "count", log1p(self.counts.get(id(antecedent.entity), 0))
            yield f"kind {antecedent.kind.value}", 1.0
        if number == 1:
            yield "alone", 1.0
        yield f"word {antecedent.word}", 1.0
        yield from _agreement_features(antecedent, PRONOUNS[row.words[position]])
        yield from _clause_features(row, candidate, position, away, above)
        yield from _quote_features(row, antecedent, position, away)


def _compare_within_sentence(row: TokenRow, candidates: list[AntecedentCandidate], position: int) -> None:
    """Tell rivals of the pronoun's own sentence apart: the first, and the least embedded."""
    here = row.sentence[position]
    rivals = [
        c for c in candidates if c.antecedent.entity is not None and row.sentence[c.antecedent.head] == here
    ]
    if len(rivals) < 2:
        return
    depths = [_depth(row, candidate.antecedent.head) for candidate in rivals]
    first = min(candidate.antecedent.begin for candidate in rivals)
    fronted = row.tokens[position].relation == "nsubj" and all(
        _is_fronted(row, candidate.antecedent.head, row.head(position)) for candidate in rivals
    )
    for candidate, depth in zip(rivals, depths, strict=True):
        if depth == min(depths):
            candidate.features["shallowest"] = 1.0
            if fronted and depth < max(depths):
                candidate.features["fronted"] = 1.0
        if candidate.antecedent.begin == first:
            candidate.features["first here"] = 1.0


def _is_fronted(row: TokenRow, position: int, verb: int) -> bool:
    """Whether a mention stands in an adjunct before its verb: "Despite Putin's words, ..."."""
    while (governor := row.head(position)) != position:
        if governor == verb:
            return row.tokens[position].relation in {"obl", "advcl"} and position < verb
        position = governor
    return False


def _depth(row: TokenRow, position: int) -> int:
    depth = 0
    while (governor := row.head(position)) != position and depth < _DEEPEST:
        position, depth = governor, depth + 1
    return depth


def _agreement_features(antecedent: Antecedent, pronoun: str) -> Iterator[tuple[str, float]]:
    if antecedent.pronoun == pronoun:
        yield "agrees", 1.0
    elif antecedent.pronoun is None:
        yield "unknown gender", 1.0


def _clause_features(
    row: TokenRow, candidate: AntecedentCandidate, position: int, away: int, above: list[int]
) -> Iterator[tuple[str, float]]:
    antecedent = candidate.antecedent
    mine = row.tokens[position].relation
    yield antecedent.role, 1.0
    if candidate.as_subject <= 1:
        yield f"was subject {candidate.as_subject}", 1.0
    if antecedent.role == "subject":
        yield f"subject away {min(away, 2)}", 1.0
        if mine == "nsubj":
            yield "both subjects", 1.0
            if _speaks(row, antecedent.head) and _speaks(row, position):
                yield "both speak", 1.0
    if antecedent.head in above:
        mine = "owner" if row.words[position] in POSSESSIVES else mine
        yield f"above {min(above.index(antecedent.head), 1)} {mine}", 1.0


def _quote_features(
    row: TokenRow, antecedent: Antecedent, position: int, away: int
) -> Iterator[tuple[str, float]]:
    quoted = row.quoted[position]
    if quoted:
        yield "in quotes", 1.0
    if row.quoted[antecedent.head] != quoted:
        yield "across marks" if quoted else "inside marks", 1.0
        if quoted and antecedent.role == "subject" and away == 0:
            yield "speaker", 1.0


def pronoun_of(entity: Entity) -> str | None:
    """The pronoun for an actor; `None` for a person of unknown gender."""
    if entity.kind is ActorKind.PERSON:
        return entity.pronoun
    return THEY if entity.kind is ActorKind.GROUP else IT


def _speaks(row: TokenRow, subject: int) -> bool:
    return row.tokens[row.head(subject)].lemma in SPEECH_VERBS


def is_expletive(row: TokenRow, position: int) -> bool:
    """Whether an "it" stands for nobody: "it seems", "it is clear that"."""
    if row.tokens[position].dep == "expl":
        return True
    following = row.tokens[position + 1 : position + 2]
    if following and following[0].lemma in EMPTY_VERBS:
        return True
    if not following or following[0].lemma != "be":
        return False
    clause = row.words[position + 2 : min(position + 7, row.stops(position))]
    adjective = any(token.pos == "ADJ" for token in row.tokens[position + 2 : position + 5])
    return "that" in clause or (adjective and bool({"to", "for", "if", "when"} & {*clause}))


def role_of(row: TokenRow, head: int) -> str:
    """The part that the mention at *head* plays in its clause."""
    token = row.tokens[head]
    for _ in range(_LONGEST_CHAIN):
        if token.relation not in {"conj", "appos", "flat"}:
            break
        head = row.head(head)
        token = row.tokens[head]
    if is_owner(token):
        return "owner"
    return _ROLES.get(token.relation, "nested")


def _agrees(antecedent: Antecedent, pronoun: str) -> bool:
    if antecedent.pronoun is not None:
        if antecedent.pronoun == pronoun:
            return True
        return pronoun == THEY and antecedent.kind in {ActorKind.ORGANIZATION, ActorKind.GROUP}
    return antecedent.kind in _KINDS[pronoun] and not (pronoun == THEY and antecedent.kind is _PERSON)


def _co_arguments(row: TokenRow, position: int) -> set[int]:
    """Heads of the other arguments of the pronoun's verb: they are somebody else."""
    if relation_of(row.tokens[position]) not in ARGUMENTS:
        return set()
    others = {argument for argument in row.arguments.get(row.head(position), ()) if argument != position}
    return others | _subjects_of(row, position)


def _subjects_of(row: TokenRow, position: int) -> set[int]:
    """Heads of the subjects of the pronoun's verb, or of the verb that lends it its subject."""
    verb = row.head(position)
    if row.tokens[position].relation == "nsubj":
        return set()
    while not (found := {*row.subjects(verb)}):
        governor = row.head(verb)
        if row.tokens[verb].relation not in {"xcomp", "conj", "advcl"} or governor == verb:
            return set()
        verb = governor
    return found


def _subjects_above(row: TokenRow, position: int) -> list[int]:
    """Heads of the subjects of the verbs that govern the pronoun, nearest first."""
    found: list[int] = []
    here = position
    while (governor := row.head(here)) != here and len(found) < 2:
        found += [subject for subject in row.subjects(governor) if subject != here and subject < position]
        here = governor
    return found


def choose(discourse: Discourse, position: int) -> AntecedentCandidate | None:
    """Whom the pronoun at *position* means; `None` where nobody is likelier. It may be no actor."""
    candidates = discourse.candidates(position)
    weights = pronoun_weights()[class_of(PRONOUNS[discourse.row.words[position]])]
    best = likeliest([candidate.features for candidate in candidates], weights)
    return None if best is None else candidates[best]


def class_of(pronoun: str) -> str:
    """Which of the model's weights judge a pronoun's candidates."""
    return "person" if pronoun in {HE, SHE} else pronoun


def likeliest(options: Sequence[Mapping[str, float]], weights: Mapping[str, float]) -> int | None:
    """The position of the likeliest of *options*, given as features; `None` where nobody is likelier."""
    best, best_score = None, weights.get("nobody", 0.0)
    for position, features in enumerate(options):
        score = sum(weights.get(name, 0.0) * value for name, value in features.items())
        if score > best_score:
            best, best_score = position, score
    return best
