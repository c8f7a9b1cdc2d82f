"""What the clauses above a polar word make of it: conditions, concessions, and whose report it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._vocabulary import (
    ASKING,
    CONCESSIVE,
    CONDITIONAL,
    DENYING,
    HOLDING_FALSE,
    HOLDING_TRUE,
    NEG_RAISING,
    NEGATORS,
    REFUSING,
    REPORTING,
)
from ...syntax._grammar import SUBJECTS
from ...values import Certainty
from ._negation import is_compared, negated_by
from ._scope_walk import ASKED, BEFORE_BUT, CONCEDED, HYPOTHETICAL, NEGATED, QUESTIONED, UNSAID, Walk

if TYPE_CHECKING:
    from ...syntax._grammar import Grammar


def at_clause(walk: Walk, at: int, *, outside: bool) -> None:
    """Conditions, concessions and who is reported, at a predicate on the way up."""
    grammar = walk.grammar
    for kid in grammar.kids[at]:
        dep, lemma = grammar.deps[kid], grammar.lemmas[kid]
        if dep == "mark" and lemma in ASKING and grammar.deps[at] in {"ccomp", "root"}:
            walk.doubt("question", Certainty.QUESTION, ASKED, kid)
        elif dep == "mark" and lemma in CONDITIONAL:
            walk.doubt("condition", Certainty.HYPOTHETICAL, HYPOTHETICAL, kid)
        elif dep in {"mark", "case"} and (lemma in CONCESSIVE or _is_for_all(grammar, kid)):
            walk.change("concession", CONCEDED, kid)
        elif dep == "conj" and not outside and kid > walk.word.last and (but := _but(grammar, kid)):
            walk.change("contrast", BEFORE_BUT, *but)
        elif dep in {"obl", "nmod", "advmod", "advcl"} and _names_source(grammar, kid):
            walk.told_by([kid])
        elif (
            dep == "parataxis"
            and not kid <= walk.word.head <= kid
            and lemma in REPORTING
            and not _is_below(grammar, walk.word.head, kid)
        ):
            walk.told_by(grammar.kids_in(kid, SUBJECTS))


def _is_for_all(grammar: Grammar, at: int) -> bool:
    """Whether a clause begins with "for all his words", which concedes them."""
    return grammar.lemmas[at : at + 2] == ["for", "all"] and (at == 0 or grammar.poses[at - 1] == "PUNCT")


def _but(grammar: Grammar, at: int) -> list[int]:
    return [kid for kid in grammar.kids_in(at, ("cc",)) if grammar.lemmas[kid] == "but"][:1]


def _names_source(grammar: Grammar, at: int) -> bool:
    """Whether a phrase is "according to somebody"."""
    return any(
        grammar.lemmas[kid] in {"accord", "according"}
        for kid in grammar.kids_in(at, ("case", "mark", "fixed"))
    )


def _is_below(grammar: Grammar, at: int, top: int) -> bool:
    return at == top or any(head == top for head in grammar.up(at))


def leave_clause(walk: Walk, at: int, head: int, *, outside: bool) -> None:
    """Cross into the clause above: who says it, and do they say it or deny it?"""
    grammar = walk.grammar
    lemma, dep = grammar.lemmas[head], grammar.deps[at]
    if dep in {"ccomp", "csubj", "parataxis"} and grammar.poses[head] in {"VERB", "ADJ", "NOUN"}:
        if not outside and dep != "parataxis":
            _judged(walk, head)
        if lemma in REPORTING or (dep == "ccomp" and _feels(grammar, head)):
            walk.told_by(grammar.subjects(head))
    elif dep == "advcl" and not outside and grammar.case_of(at) == "without":
        walk.change("negator", NEGATED, *grammar.kids_in(at, ("case", "mark"))[:1])


def _feels(grammar: Grammar, head: int) -> bool:
    """Whether somebody feels that something is so: "she is frustrated that"."""
    subjects = grammar.subjects(head) if grammar.poses[head] == "ADJ" else []
    return any(grammar.poses[at] in {"PROPN", "PRON"} and grammar.lemmas[at] != "it" for at in subjects)


def _judged(walk: Walk, head: int) -> None:
    """What the clause above says of a statement: "I don't think that", "it is false that"."""
    lemma = walk.grammar.lemmas[head]
    if lemma in NEG_RAISING | DENYING | HOLDING_TRUE | HOLDING_FALSE:
        before = len(walk.effects)
        negated_by(walk, head)
        walk.is_denied = walk.is_denied or len(walk.effects) > before
    if lemma in DENYING | HOLDING_FALSE:
        walk.deny("denial", head)
    elif lemma in REPORTING - NEG_RAISING and (unsaid := _unsaid(walk, head)):
        walk.change("unsaid", UNSAID, *unsaid)


def _unsaid(walk: Walk, verb: int) -> list[int]:
    """The words by which something is not said: "did not say that", "refused to say that"."""
    grammar = walk.grammar
    own = [kid for kid in grammar.kids_in(verb, ("advmod",)) if grammar.lemmas[kid] in NEGATORS]
    head = grammar.heads[verb]
    if not own and grammar.deps[verb] == "xcomp" and grammar.lemmas[head] in REFUSING:
        return [head]
    return [kid for kid in own if not is_compared(grammar, kid)]


def in_conclusion(walk: Walk) -> None:
    """What the sentence as a whole is, and whose words ascribe the quality."""
    grammar = walk.grammar
    if grammar.tokens[-1].text == "?" or (len(grammar.tokens) > 1 and grammar.tokens[-2].text == "?"):
        walk.doubt("question", Certainty.QUESTION, QUESTIONED)
    if grammar.quoted[walk.word.head]:
        walk.told_by([who for who in grammar.speakers if not grammar.quoted[who]])
