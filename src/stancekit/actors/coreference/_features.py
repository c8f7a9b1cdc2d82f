"""Features of the pronoun model: what tells the candidates for a pronoun's antecedent apart."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

from ...language._function_words import THIRD_PERSON, THIRD_PERSON_OWNERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..mentions._token_row import TokenRow
    from ._discourse import Antecedent, Discourse

    Option = tuple[Antecedent, int]
    """A candidate's latest mention, and the sentences since it was last a subject."""

_DEEPEST = 12
"""Governors above a mention that are counted, at most."""

_LAST_RANK = 2
_FARTHEST = 3
_TOKENS_NEAR = 5
"""Tokens at which the feature "near" is halved."""


def features_of(
    discourse: Discourse, options: Sequence[Option], position: int, ahead: Antecedent | None
) -> list[Mapping[str, float]]:
    """The features of each candidate for the antecedent of the pronoun at *position*.

    Args:
        discourse: The mentions read so far.

        options: The candidates, the latest mentioned first.

        position: Position of the pronoun.

        ahead: A subject that follows the pronoun, if it is a candidate.
    """
    row, word = discourse.row, discourse.row.words[position]
    above = _subjects_above(row, position)
    table = []
    for rank, (antecedent, as_subject) in enumerate(options):
        features = dict(_features(discourse, antecedent, position, len(options)))
        features |= _clause_features(row, antecedent, as_subject, position, above)
        features |= _quote_features(row, antecedent, position)
        features[f"rank {min(rank, _LAST_RANK)}"] = 1.0
        if ahead is not None and antecedent.entity == ahead.entity:
            features["ahead owner" if word in THIRD_PERSON_OWNERS else "ahead"] = 1.0
        table.append(features)
    _compare_within_sentence(row, [antecedent for antecedent, _ in options], table, position)
    return [*table]


def _features(
    discourse: Discourse, antecedent: Antecedent, position: int, number: int
) -> Iterator[tuple[str, float]]:
    """Distance, salience and agreement."""
    row = discourse.row
    away = _sentences_between(row, antecedent, position)
    yield f"away {min(away, _FARTHEST)}", 1.0
    if away == 0 and antecedent.head < position:
        yield "near", 1.0 / (1 + (position - antecedent.head) / _TOKENS_NEAR)
    if row.paragraph[row.sentence[antecedent.head]] != row.paragraph[row.sentence[position]]:
        yield "across paragraphs", 1.0
    if antecedent.entity is None:
        yield "stranger", 1.0
        yield f"stranger away {min(away, 2)}", 1.0
    else:
        yield "count", log1p(discourse.count(antecedent.entity))
        yield f"kind {antecedent.kind.value}", 1.0
    if number == 1:
        yield "alone", 1.0
    yield f"word {antecedent.word}", 1.0
    if antecedent.pronoun == THIRD_PERSON[row.words[position]]:
        yield "agrees", 1.0
    elif antecedent.pronoun is None:
        yield "unknown gender", 1.0


def _clause_features(
    row: TokenRow, antecedent: Antecedent, as_subject: int, position: int, above: list[int]
) -> dict[str, float]:
    """Grammatical roles of the candidate and of the pronoun."""
    away, mine = _sentences_between(row, antecedent, position), row.tokens[position].relation
    found = {antecedent.role: 1.0}
    if as_subject <= 1:
        found[f"was subject {as_subject}"] = 1.0
    if antecedent.role == "subject":
        found[f"subject away {min(away, 2)}"] = 1.0
        if mine == "nsubj":
            found["both subjects"] = 1.0
            if _speaks(row, antecedent.head) and _speaks(row, position):
                found["both speak"] = 1.0
    if antecedent.head in above:
        mine = "owner" if row.words[position] in THIRD_PERSON_OWNERS else mine
        found[f"above {min(above.index(antecedent.head), 1)} {mine}"] = 1.0
    return found


def _quote_features(row: TokenRow, antecedent: Antecedent, position: int) -> dict[str, float]:
    """Quotation marks around the candidate and the pronoun."""
    quoted, found = row.quoted[position], {}
    if quoted:
        found["in quotes"] = 1.0
    if row.quoted[antecedent.head] != quoted:
        found["across marks" if quoted else "inside marks"] = 1.0
        if quoted and antecedent.role == "subject" and _sentences_between(row, antecedent, position) == 0:
            found["speaker"] = 1.0
    return found


def _compare_within_sentence(
    row: TokenRow, antecedents: Sequence[Antecedent], table: Sequence[dict[str, float]], position: int
) -> None:
    """Add what tells candidates of the pronoun's own sentence apart: the first, and the least embedded."""
    here = row.sentence[position]
    rivals = [
        (antecedent, features)
        for antecedent, features in zip(antecedents, table, strict=True)
        if antecedent.entity is not None and row.sentence[antecedent.head] == here
    ]
    if len(rivals) < 2:
        return
    depths = [_depth(row, antecedent.head) for antecedent, _ in rivals]
    first = min(antecedent.begin for antecedent, _ in rivals)
    fronted = row.tokens[position].relation == "nsubj" and all(
        _is_fronted(row, antecedent.head, row.head(position)) for antecedent, _ in rivals
    )
    for (antecedent, features), depth in zip(rivals, depths, strict=True):
        if depth == min(depths):
            features["shallowest"] = 1.0
            if fronted and depth < max(depths):
                features["fronted"] = 1.0
        if antecedent.begin == first:
            features["first here"] = 1.0


def _sentences_between(row: TokenRow, antecedent: Antecedent, position: int) -> int:
    return row.sentence[position] - row.sentence[antecedent.head]


def _is_fronted(row: TokenRow, position: int, verb: int) -> bool:
    """Whether a mention is in an adjunct before its verb: "Despite Putin's words, ..."."""
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


def _subjects_above(row: TokenRow, position: int) -> list[int]:
    """Heads of the subjects of the verbs above the pronoun, nearest first."""
    found: list[int] = []
    here = position
    while (governor := row.head(here)) != here and len(found) < 2:
        found += [subject for subject in row.subjects(governor) if subject != here and subject < position]
        here = governor
    return found


def _speaks(row: TokenRow, subject: int) -> bool:
    return row.tokens[row.head(subject)].lemma in row.classes.verbs.reporting
