"""Embedding: conditions, concessions, contrast, reports and denials in the clauses above a polar word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...language._function_words import CONCESSIVE, CONDITIONAL, INTERROGATIVE_MARKERS
from ...syntax._grammar import SUBJECTS
from ...values import Certainty
from ._negation import apply_negation, is_compared
from ._scope_walk import ASKED, BEFORE_BUT, CONCEDED, HYPOTHETICAL, NEGATED, QUESTIONED, UNSAID, ScopeWalk

if TYPE_CHECKING:
    from ...syntax._grammar import Grammar


def apply_clause_markers(walk: ScopeWalk, at: int, *, outside: bool) -> None:
    """Apply the markers of one clause: condition, concession, contrast, source, parenthetical report."""
    grammar = walk.grammar
    for kid in grammar.kids[at]:
        dep, lemma = grammar.deps[kid], grammar.lemmas[kid]
        if dep == "mark" and lemma in INTERROGATIVE_MARKERS and grammar.deps[at] in {"ccomp", "root"}:
            walk.weaken_certainty("question", Certainty.QUESTION, ASKED, kid)
        elif dep == "mark" and lemma in CONDITIONAL:
            walk.weaken_certainty("condition", Certainty.HYPOTHETICAL, HYPOTHETICAL, kid)
        elif dep in {"mark", "case"} and (lemma in CONCESSIVE or _is_for_all(grammar, kid)):
            walk.scale("concession", CONCEDED, kid)
        elif dep == "conj" and not outside and kid > walk.word.last and (but := _but(grammar, kid)):
            walk.scale("contrast", BEFORE_BUT, *but)
        elif dep in {"obl", "nmod", "advmod", "advcl"} and _names_source(grammar, kid):
            walk.attribute_to([kid])
        elif (
            dep == "parataxis"
            and not kid <= walk.word.head <= kid
            and lemma in grammar.verbs.reporting
            and not _is_below(grammar, walk.word.head, kid)
        ):
            walk.attribute_to(grammar.kids_in(kid, SUBJECTS))


def _is_for_all(grammar: Grammar, at: int) -> bool:
    """Whether a phrase is concessive "for all": "for all his faults"."""
    return grammar.lemmas[at : at + 2] == ["for", "all"] and (at == 0 or grammar.poses[at - 1] == "PUNCT")


def _but(grammar: Grammar, at: int) -> list[int]:
    return [kid for kid in grammar.kids_in(at, ("cc",)) if grammar.lemmas[kid] == "but"][:1]


def _names_source(grammar: Grammar, at: int) -> bool:
    """Whether a phrase names a source: "according to somebody"."""
    return any(
        grammar.lemmas[kid] in {"accord", "according"}
        for kid in grammar.kids_in(at, ("case", "mark", "fixed"))
    )


def _is_below(grammar: Grammar, at: int, top: int) -> bool:
    return at == top or any(head == top for head in grammar.up(at))


def enter_governing_clause(walk: ScopeWalk, at: int, head: int, *, outside: bool) -> None:
    """Apply the matrix verb of a complement clause: who reports it, and whether it is denied."""
    grammar = walk.grammar
    lemma, dep = grammar.lemmas[head], grammar.deps[at]
    if dep in {"ccomp", "csubj", "parataxis"} and grammar.poses[head] in {"VERB", "ADJ", "NOUN"}:
        if not outside and dep != "parataxis":
            _apply_matrix_verb(walk, head)
        if lemma in grammar.verbs.reporting or (dep == "ccomp" and _feels(grammar, head)):
            walk.attribute_to(grammar.subjects(head))
    elif dep == "advcl" and not outside and grammar.case_of(at) == "without":
        walk.scale("negator", NEGATED, *grammar.kids_in(at, ("case", "mark"))[:1])


def _feels(grammar: Grammar, head: int) -> bool:
    """Whether a predicate adjective reports an experiencer's attitude: "she is frustrated that"."""
    subjects = grammar.subjects(head) if grammar.poses[head] == "ADJ" else []
    return any(grammar.poses[at] in {"PROPN", "PRON"} and grammar.lemmas[at] != "it" for at in subjects)


def _apply_matrix_verb(walk: ScopeWalk, head: int) -> None:
    """Apply negation raising, denial and unsaid reports: "I don't think that", "it is false that"."""
    grammar = walk.grammar
    lemma, verbs = grammar.lemmas[head], grammar.verbs
    denies = lemma in verbs.denying or _is_false(grammar, lemma)
    if lemma in verbs.neg_raising or denies or _is_true(grammar, lemma):
        before = len(walk.effects)
        apply_negation(walk, head)
        if len(walk.effects) > before:
            walk.mark_denied()
    if denies:
        walk.deny("denial", head)
    elif lemma in verbs.reporting and lemma not in verbs.neg_raising and (unsaid := _unsaid(walk, head)):
        walk.scale("unsaid", UNSAID, *unsaid)


def _is_true(grammar: Grammar, lemma: str) -> bool:
    """Whether a predicate says that a statement holds: "it is a fact that"."""
    return lemma in grammar.nouns.holding_true or lemma in grammar.adjectives.holding_true


def _is_false(grammar: Grammar, lemma: str) -> bool:
    """Whether a predicate says that a statement does not hold: "it is untrue that"."""
    return lemma in grammar.nouns.holding_false or lemma in grammar.adjectives.holding_false


def _unsaid(walk: ScopeWalk, verb: int) -> list[int]:
    """The words by which a report is negated: "did not say that", "refused to say that"."""
    grammar = walk.grammar
    return [at for at in grammar.negators(verb) if not is_compared(grammar, at)]


def apply_sentence_mood(walk: ScopeWalk) -> None:
    """Apply what holds of the whole sentence: a question mark, and the speaker of a quoted word."""
    grammar = walk.grammar
    if grammar.tokens[-1].text == "?" or (len(grammar.tokens) > 1 and grammar.tokens[-2].text == "?"):
        walk.weaken_certainty("question", Certainty.QUESTION, QUESTIONED)
    if grammar.quoted[walk.word.head]:
        walk.attribute_to([who for who in grammar.speakers if not grammar.quoted[who]])
