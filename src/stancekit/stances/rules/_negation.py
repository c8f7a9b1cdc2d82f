"""What negates a polar word, weakens it or makes it stronger, in its own clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...lexicon._vocabulary import HEDGING_AUX, NEGATIVE_SUBJECTS, WOULD
from ...syntax._grammar import SUBJECTS
from ...values import Certainty
from ._scope_walk import AFTER_BUT, HEDGED, NEGATED, WOULD_BE, Walk

if TYPE_CHECKING:
    from ...syntax._grammar import Grammar

_MODIFYING: Final = frozenset("advmod amod det case obl:unmarked nummod cc cc:preconj discourse".split())
"""Relations of words that act on the polar word they belong to."""

_NEGATED_BY_FORM: Final = frozenset(("VERB", "AUX", "ADJ"))

_NO_NEGATION: Final = frozenset(
    (first, second)
    for first, seconds in {"not": "only just merely simply", "no": "doubt wonder longer long less"}.items()
    for second in seconds.split()
)


def modified_by_dependents(walk: Walk, at: int, inside: frozenset[int]) -> None:
    grammar = walk.grammar
    negative_by_form(walk, at, at)
    for kid in grammar.kids[at]:
        if kid in inside:
            continue
        if grammar.deps[kid] in {"aux", "aux:pass"}:
            auxiliary(walk, kid)
            continue
        modifier = walk.modifier_at(kid)
        if grammar.deps[kid] in SUBJECTS and (
            modifier is None or grammar.lemmas[kid] not in NEGATIVE_SUBJECTS
        ):
            continue
        if grammar.deps[kid] not in _MODIFYING and grammar.deps[kid] not in SUBJECTS:
            continue
        if modifier is not None and not is_compared(grammar, kid):
            walk.modify(modifier, kid)
    no_longer(walk, at)


def negative_by_form(walk: Walk, at: int, governor: int) -> None:
    """A verb or an adjective may be negative by its form, as "ei" is in Finnish."""
    if walk.grammar.poses[at] in _NEGATED_BY_FORM and "Polarity=Neg" in walk.grammar.tokens[at].feats:
        if at == governor:
            walk.is_denied = walk.is_denied or at in walk.word.at
        else:
            walk.at.append(at)
        walk.negate(governor, at)


def is_compared(grammar: Grammar, kid: int) -> bool:
    """Whether a negator negates nothing: "not only", "no wonder", "can't thank her enough"."""
    if any(
        grammar.lemmas[other] == "enough" and other > kid
        for other in grammar.kids_in(grammar.heads[kid], ("advmod",))
    ):
        return grammar.poses[grammar.heads[kid]] == "VERB"
    return tuple(grammar.lemmas[kid : kid + 2]) in _NO_NEGATION


def no_longer(walk: Walk, at: int) -> None:
    for kid in walk.grammar.kids[at]:
        if walk.grammar.words[kid - 1 : kid + 1] == ["no", "longer"]:
            walk.change("negator", NEGATED, kid - 1, kid)
            return


def auxiliary(walk: Walk, kid: int) -> None:
    lemma, text = walk.grammar.lemmas[kid], walk.grammar.words[kid]
    if text in WOULD or lemma in WOULD:
        walk.doubt("modality", Certainty.HYPOTHETICAL, WOULD_BE, kid)
    elif lemma in HEDGING_AUX or text in HEDGING_AUX:
        walk.doubt("modality", Certainty.HEDGED, HEDGED, kid)
    elif text == "cannot":
        walk.change("negator", NEGATED, kid)
    else:
        negative_by_form(walk, kid, walk.grammar.heads[kid])


def is_lack(walk: Walk, at: int, head: int) -> bool:
    """Whether a noun says that what depends on it is not there: "a lack of courage"."""
    if walk.grammar.deps[at] != "nmod" or walk.grammar.case_of(at) != "of":
        return False
    modifier = walk.modifier_at(head)
    return modifier is not None and modifier.kind == "negator"


def in_scope_of(walk: Walk, at: int, head: int) -> None:
    """A predicate's negation, doubt and mood reach its complements."""
    grammar = walk.grammar
    dep = grammar.deps[at]
    negated_by(walk, head)
    if grammar.lemmas[head] == "far" and grammar.case_of(at) == "from":
        walk.at.append(head)
        walk.change("negator", NEGATED, head)
    governor = walk.modifier_at(head)
    governs = dep in {"xcomp", "obj", "acl"} or (
        dep in {"obl", "nmod"} and grammar.case_of(at) in {"of", "from"}
    )
    if governor is not None and governs and governor.kind in {"negator", "hedge"} and head != walk.word.head:
        walk.modify(governor, head)
    for kid in grammar.kids_in(head, ("aux", "aux:pass")):
        auxiliary(walk, kid)


def negated_by(walk: Walk, at: int) -> None:
    grammar = walk.grammar
    negative_by_form(walk, at, at)
    for kid in grammar.kids_in(at, ("advmod", "det", "case", "cc", "mark", *SUBJECTS)):
        if kid in walk.word.at or is_compared(grammar, kid):
            continue
        if grammar.deps[kid] in SUBJECTS and grammar.lemmas[kid] not in NEGATIVE_SUBJECTS:
            continue
        modifier = walk.modifier_at(kid)
        if modifier is not None and modifier.kind in {"negator", "hedge"}:
            walk.modify(modifier, kid)
    no_longer(walk, at)


def coordinated(walk: Walk, at: int, head: int) -> None:
    """Tell "not X or Y", which negates both, from "not X but Y"; in "X but Y" weigh Y more."""
    grammar = walk.grammar
    joint = grammar.kid_in(at, ("cc",))
    lemma = "" if joint is None else grammar.lemmas[joint]
    shares = lemma == "and" and grammar.kid_in(at, SUBJECTS) is None and grammar.poses[at] != "VERB"
    if shares or lemma in {"or", "nor"}:
        negated_by(walk, head)
    elif lemma == "but" and joint is not None:
        walk.change("contrast", AFTER_BUT, joint)
