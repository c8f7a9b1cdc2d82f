"""Pronoun resolution: the candidates for a pronoun's antecedent, and the likeliest by a linear model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ...language._function_words import REFLEXIVE, THIRD_PERSON, THIRD_PERSON_OWNERS
from ...language._universal import relation_of
from ...values import ActorKind
from ..mentions._gender_words import HE, IT, SHE, THEY
from ..mentions._token_row import ARGUMENTS
from ._discourse import WINDOW, Antecedent
from ._features import features_of
from ._pronoun_weights import pronoun_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..mentions._token_row import TokenRow
    from ._discourse import Discourse
    from ._features import Option

_KINDS = {
    HE: frozenset({ActorKind.PERSON}),
    SHE: frozenset({ActorKind.PERSON}),
    IT: frozenset({ActorKind.ORGANIZATION, ActorKind.PLACE}),
    THEY: frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION, ActorKind.PERSON, ActorKind.PLACE}),
}
"""Kinds of entities that each pronoun may refer to."""


@frozen
class AntecedentCandidate:
    """An entity, by its latest mention, that a pronoun may refer to.

    Args:
        antecedent: The latest mention.

        features: What the model looks at.
    """

    antecedent: Antecedent
    features: Mapping[str, float]


def choose_antecedent(discourse: Discourse, position: int) -> AntecedentCandidate | None:
    """The antecedent of the pronoun at *position*; it may be no actor. `None` where none is likely."""
    candidates = find_candidates(discourse, position)
    weights = pronoun_weights()[class_of(THIRD_PERSON[discourse.row.words[position]])]
    best = likeliest([candidate.features for candidate in candidates], weights)
    return None if best is None else candidates[best]


def class_of(pronoun: str) -> str:
    """The class of a pronoun, which selects the model's weights."""
    return "person" if pronoun in {HE, SHE} else pronoun


def likeliest(options: Sequence[Mapping[str, float]], weights: Mapping[str, float]) -> int | None:
    """Position of the likeliest of *options*, given as features; `None` where "nobody" is likelier."""
    best, best_score = None, weights.get("nobody", 0.0)
    for position, features in enumerate(options):
        score = sum(weights.get(name, 0.0) * value for name, value in features.items())
        if score > best_score:
            best, best_score = position, score
    return best


def find_candidates(discourse: Discourse, position: int) -> list[AntecedentCandidate]:
    """The candidates for the antecedent of the pronoun at *position*, the latest mentioned first."""
    row, pronoun = discourse.row, THIRD_PERSON[discourse.row.words[position]]
    options = _recent(discourse, position, pronoun)
    if row.words[position] in REFLEXIVE:
        subjects = _subjects_of(row, position)
        options = [option for option in options if option[0].head in subjects] or options
    ahead = _subject_ahead(discourse, position, pronoun)
    if ahead is not None and all(antecedent.entity != ahead.entity for antecedent, _ in options):
        options.append((ahead, WINDOW + 1))
    table = features_of(discourse, options, position, ahead)
    return [
        AntecedentCandidate(antecedent, features)
        for (antecedent, _), features in zip(options, table, strict=True)
    ]


def _recent(discourse: Discourse, position: int, pronoun: str) -> list[Option]:
    """The latest mention of each entity that agrees, and the sentences since it was last a subject."""
    row, word = discourse.row, discourse.row.words[position]
    excluded = set() if word in THIRD_PERSON_OWNERS or word in REFLEXIVE else _co_arguments(row, position)
    found: dict[int, Option] = {}
    barred: set[int] = set()
    for antecedent in reversed(discourse.recent):
        # An entity's id, or a negative number of its own for each mention of no actor.
        key = antecedent.entity.id if antecedent.entity is not None else ~antecedent.head
        if key in barred:
            continue
        away = row.sentence[position] - row.sentence[antecedent.head]
        as_subject = away if antecedent.role == "subject" else WINDOW + 1
        if key in found:
            latest, before = found[key]
            found[key] = latest, min(before, as_subject)
        elif not _agrees(antecedent, pronoun):
            continue
        elif antecedent.head in excluded:
            barred.add(key)
        else:
            found[key] = antecedent, as_subject
    return list(found.values())


def _subject_ahead(discourse: Discourse, position: int, pronoun: str) -> Antecedent | None:
    """The subject of the main clause that follows a fronted adjunct: "For all his warm words, Putin ..."."""
    row = discourse.row
    here = position
    while (governor := row.head(here)) != here:
        if row.tokens[here].relation in {"obl", "advcl"}:
            for subject in row.subjects(governor):
                entity = discourse.named.around(subject) if subject > position else None
                if entity is not None:
                    its = discourse.pronoun_for(entity)
                    ahead = Antecedent(entity, subject, subject, its, "name", entity.kind, "subject")
                    return ahead if _agrees(ahead, pronoun) else None
        here = governor
    return None


def _agrees(antecedent: Antecedent, pronoun: str) -> bool:
    """Whether a mention agrees with a pronoun in gender, number and kind, as far as they are known."""
    if antecedent.pronoun is not None:
        if antecedent.pronoun == pronoun:
            return True
        return pronoun == THEY and antecedent.kind in {ActorKind.ORGANIZATION, ActorKind.GROUP}
    is_person = antecedent.kind is ActorKind.PERSON
    return antecedent.kind in _KINDS[pronoun] and not (pronoun == THEY and is_person)


def _co_arguments(row: TokenRow, position: int) -> set[int]:
    """Heads of the other arguments of the pronoun's verb, which it cannot refer to."""
    if relation_of(row.tokens[position]) not in ARGUMENTS:
        return set()
    others = {argument for argument in row.arguments.get(row.head(position), ()) if argument != position}
    return others | _subjects_of(row, position)


def _subjects_of(row: TokenRow, position: int) -> set[int]:
    """Heads of the subjects of the pronoun's verb, overt or understood."""
    if row.tokens[position].relation == "nsubj":
        return set()
    return {*row.understood_subjects(row.head(position))} - {position}


def is_expletive(row: TokenRow, position: int) -> bool:
    """Whether an "it" is expletive: "it seems", "it is clear that"."""
    if row.tokens[position].dep == "expl":
        return True
    following = row.tokens[position + 1 : position + 2]
    if following and following[0].lemma in row.classes.verbs.expletive:
        return True
    if not following or following[0].lemma != "be":
        return False
    clause = row.words[position + 2 : min(position + 7, row.stops(position))]
    adjective = any(token.pos == "ADJ" for token in row.tokens[position + 2 : position + 5])
    return "that" in clause or (adjective and bool({"to", "for", "if", "when"} & {*clause}))
