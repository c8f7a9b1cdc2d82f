"""Reach of a target: the words of a sentence that stand for an actor, each with its share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...language._function_words import RELATIVE, THIRD_PERSON
from ...syntax._grammar import SUBJECTS
from ._predication import is_predicate_object

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...syntax._grammar import Grammar

# How much of an evaluation of one word is one of the actor, by judgement; on NewsMTSC's train part,
# moving any of them by 0.2 changes macro-F1 by less than 0.003.
SAME: Final = 1.0
COREFERENT: Final = 0.7
JOINT: Final = 0.9
PREDICATE: Final = 0.9
OWNED: Final = 0.7
RELATED: Final = 0.4
LEAST_SHARE: Final = 0.2
"""Words of a lower share are not followed."""

_SAME: Final = frozenset(["appos", "flat", "nmod:desc", "list"])
_CONTENT_CASES: Final = frozenset(["of", "by"])


def actor_shares(grammar: Grammar, base: Iterable[int]) -> dict[int, float]:
    """Share of each word of a sentence in an actor.

    Args:
        grammar: The sentence.

        base: Positions of the actor's own words.

    Returns:
        Position -> share, above 0 up to 1: 1 for the actor's names, titles and appositions, less
        for pronouns that seem to be the actor's, for what the actor is said to be, and for what is
        the actor's: "Ann's plan".
    """
    found: dict[int, float] = {}
    waiting = [(at, SAME) for at in base]
    waiting += [(at, COREFERENT) for at in _pronouns(grammar, {at for at, _ in waiting})]
    while waiting:
        at, share = waiting.pop()
        if share <= found.get(at, 0.0) or share < LEAST_SHARE:
            continue
        found[at] = share
        waiting += [(next_, share * part) for next_, part in _steps(grammar, at)]
    return found


def _steps(grammar: Grammar, at: int) -> list[tuple[int, float]]:
    return _steps_up(grammar, at) + _steps_down(grammar, at)


def _steps_up(grammar: Grammar, at: int) -> list[tuple[int, float]]:
    dep, head = grammar.deps[at], grammar.heads[at]
    if head == at:
        return []
    if dep in SUBJECTS:
        found = _predicated(grammar, head)
        return found + _object_predicates(grammar, head) if dep == "nsubj:pass" else found
    if dep == "obj":
        return _object_predicates(grammar, head)
    return [(head, _share_of_head(grammar, at, dep, head))]


def _share_of_head(grammar: Grammar, at: int, dep: str, head: int) -> float:
    """Share of a noun's governor, if that is a noun too: of "plan" in "Ann's plan"."""
    if dep in _SAME or (dep == "compound" and grammar.is_name(head)):
        return SAME
    if dep == "conj":
        return JOINT if grammar.is_nominal(head) else 0.0
    if _is_apart(grammar, dep, head):
        return 0.0
    if dep in {"compound", "nmod:poss"}:
        return OWNED
    return RELATED if dep == "nmod" and grammar.case_of(at) in _CONTENT_CASES else 0.0


def _is_apart(grammar: Grammar, dep: str, head: int) -> bool:
    """Whether a noun stands for somebody or something apart from its owner: "Ann's critics"."""
    lemma = grammar.lemmas[head]
    return (
        _has_name(grammar, head)
        or lemma in grammar.nouns.relation
        or (lemma in grammar.nouns.harm and dep != "nmod:poss")
        or (lemma in grammar.nouns.event and dep == "compound")
        or (grammar.is_name(head) and dep == "nmod:poss")  # "the station's Ann Lee" is not the station
    )


def _has_name(grammar: Grammar, noun: int) -> bool:
    """Whether a noun has a name in apposition: "the firm's chief, Ann Lee"."""
    return any(grammar.is_name(kid) for kid in grammar.kids_in(noun, ("appos", "flat")))


def _predicated(grammar: Grammar, head: int) -> list[tuple[int, float]]:
    """Nominal predicates of a subject."""
    if grammar.kid_in(head, ("cop",)) is not None and grammar.is_nominal(head):
        return [(head, PREDICATE)]
    found = []
    if grammar.lemmas[head] in grammar.verbs.doing and grammar.lemmas[grammar.heads[head]] == "what":
        found.append((grammar.heads[head], PREDICATE))  # "what Ann did was brave"
    if grammar.lemmas[head] in grammar.verbs.copula or grammar.is_passive(head):
        found += [(kid, PREDICATE) for kid in grammar.kids_in(head, ("xcomp",)) if grammar.is_nominal(kid)]
        found += _object_predicates(grammar, head)
        found += [
            (kid, PREDICATE) for kid in grammar.kids_in(head, ("obj",)) if is_predicate_object(grammar, kid)
        ]
    found += [
        (kid, PREDICATE)
        for kid in grammar.kids_in(head, ("obl", "advcl"))
        if grammar.case_of(kid) == "as" and grammar.is_nominal(kid) and grammar.kid_in(head, ("obj",)) is None
    ]
    return found


def _object_predicates(grammar: Grammar, head: int) -> list[tuple[int, float]]:
    """Nominal predicates of an object: "called Ann a hero"."""
    return [
        (kid, PREDICATE)
        for kid in grammar.kids_in(head, ("xcomp", "obl", "advcl"))
        if grammar.is_nominal(kid) and (grammar.deps[kid] == "xcomp" or grammar.case_of(kid) == "as")
    ]


def _steps_down(grammar: Grammar, at: int) -> list[tuple[int, float]]:
    found: list[tuple[int, float]] = []
    for kid in grammar.kids[at]:
        dep = grammar.deps[kid]
        if dep in {"appos", "nmod:desc", "flat"}:
            found.append((kid, SAME))
        elif dep in {"acl:relcl", "advcl:relcl"}:  # the latter in "it was Ann who"
            found += [(word, SAME) for word in grammar.kids[kid] if grammar.lemmas[word] in RELATIVE]
    return found


def _pronouns(grammar: Grammar, base: set[int]) -> list[int]:
    """Pronouns whose likeliest antecedent in the sentence is the actor.

    A reflexive or possessive one looks to the subject of its own clause first, any other to the
    nearest name before it that is a subject of another clause.
    """
    return [
        at
        for at, token in enumerate(grammar.tokens)
        if token.pos == "PRON"
        and grammar.lemmas[at] in THIRD_PERSON
        and at not in base
        and _antecedent(grammar, at) in base
    ]


def _antecedent(grammar: Grammar, pronoun: int) -> int | None:
    clause = grammar.clause_of(pronoun)
    bound = grammar.deps[pronoun] == "nmod:poss" or grammar.lemmas[pronoun].endswith(("self", "selves"))
    if bound:
        for subject in grammar.subjects(clause):
            if grammar.poses[subject] == "PROPN":
                return subject
    own = set() if bound else {*grammar.subjects(clause)}
    for at in range(pronoun - 1, -1, -1):
        if grammar.poses[at] == "PROPN" and grammar.deps[at] in SUBJECTS and at not in own:
            return at
    return next(
        (
            at
            for at in range(pronoun - 1, -1, -1)
            if grammar.poses[at] == "PROPN" and at not in own and grammar.heads[at] != clause
        ),
        None,
    )
