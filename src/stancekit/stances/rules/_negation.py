"""Negation, modality and intensity: what acts on a polar word in its own clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...language._function_words import NEGATIVE_PRONOUNS, POSSIBILITY, WOULD
from ...syntax._grammar import SUBJECTS
from ...values import Certainty
from ._scope_walk import AFTER_BUT, HEDGED, NEGATED, WOULD_BE, ScopeWalk

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


def apply_modifiers(walk: ScopeWalk, at: int, inside: frozenset[int]) -> None:
    """Apply the dependents of one of the polar word's words: "not", "very", "hardly", "may".

    Args:
        walk: Takes the effects.

        at: Position of the word.

        inside: Positions of all words of the polar word; they don't modify each other.
    """
    grammar = walk.grammar
    apply_negative_form(walk, at, at)
    for kid in grammar.kids[at]:
        if kid in inside:
            continue
        if grammar.deps[kid] in {"aux", "aux:pass"}:
            apply_auxiliary(walk, kid)
            continue
        modifier = walk.modifier_at(kid)
        if grammar.deps[kid] in SUBJECTS and (
            modifier is None or grammar.lemmas[kid] not in NEGATIVE_PRONOUNS
        ):
            continue
        if grammar.deps[kid] not in _MODIFYING and grammar.deps[kid] not in SUBJECTS:
            continue
        if modifier is not None and not is_compared(grammar, kid):
            walk.modify(modifier, kid)
    apply_no_longer(walk, at)


def apply_negative_form(walk: ScopeWalk, at: int, governor: int) -> None:
    """Apply negation by inflection: a negative verb such as Finnish "ei"."""
    if walk.grammar.poses[at] in _NEGATED_BY_FORM and "Polarity=Neg" in walk.grammar.tokens[at].feats:
        if at == governor:
            if at in walk.word.at:
                walk.mark_denied()
        else:
            walk.add_modifier_word(at)
        walk.negate(governor, at)


def is_compared(grammar: Grammar, kid: int) -> bool:
    """Whether a negator does not negate: "not only", "no wonder", "can't thank her enough"."""
    if any(
        grammar.lemmas[other] == "enough" and other > kid
        for other in grammar.kids_in(grammar.heads[kid], ("advmod",))
    ):
        return grammar.poses[grammar.heads[kid]] == "VERB"
    return tuple(grammar.lemmas[kid : kid + 2]) in _NO_NEGATION


def apply_no_longer(walk: ScopeWalk, at: int) -> None:
    """Apply the negator "no longer", whose two words hang side by side."""
    for kid in walk.grammar.kids[at]:
        if walk.grammar.words[kid - 1 : kid + 1] == ["no", "longer"]:
            walk.scale("negator", NEGATED, kid - 1, kid)
            return


def apply_auxiliary(walk: ScopeWalk, kid: int) -> None:
    """Apply an auxiliary: modality ("may", "would") or negation ("cannot")."""
    lemma, text = walk.grammar.lemmas[kid], walk.grammar.words[kid]
    if text in WOULD or lemma in WOULD:
        walk.weaken_certainty("modality", Certainty.HYPOTHETICAL, WOULD_BE, kid)
    elif lemma in POSSIBILITY or text in POSSIBILITY:
        walk.weaken_certainty("modality", Certainty.HEDGED, HEDGED, kid)
    elif text == "cannot":
        walk.scale("negator", NEGATED, kid)
    else:
        apply_negative_form(walk, kid, walk.grammar.heads[kid])


def is_lack(walk: ScopeWalk, at: int, head: int) -> bool:
    """Whether a noun negates its complement: "a lack of courage"."""
    if walk.grammar.deps[at] != "nmod" or walk.grammar.case_of(at) != "of":
        return False
    modifier = walk.modifier_at(head)
    return modifier is not None and modifier.kind == "negator"


def apply_governor_scope(walk: ScopeWalk, at: int, head: int) -> None:
    """Apply a governing predicate's negation, hedge and modality to its complement."""
    grammar = walk.grammar
    dep = grammar.deps[at]
    apply_negation(walk, head)
    if grammar.lemmas[head] == "far" and grammar.case_of(at) == "from":
        walk.add_modifier_word(head)
        walk.scale("negator", NEGATED, head)
    governor = walk.modifier_at(head)
    governs = dep in {"xcomp", "obj", "acl"} or (
        dep in {"obl", "nmod"} and grammar.case_of(at) in {"of", "from"}
    )
    if governor is not None and governs and governor.kind in {"negator", "hedge"} and head != walk.word.head:
        walk.modify(governor, head)
    for kid in grammar.kids_in(head, ("aux", "aux:pass")):
        apply_auxiliary(walk, kid)


def apply_negation(walk: ScopeWalk, at: int) -> None:
    """Apply the negators and hedges that depend on a word."""
    grammar = walk.grammar
    apply_negative_form(walk, at, at)
    for kid in grammar.kids_in(at, ("advmod", "det", "case", "cc", "mark", *SUBJECTS)):
        if kid in walk.word.at or is_compared(grammar, kid):
            continue
        if grammar.deps[kid] in SUBJECTS and grammar.lemmas[kid] not in NEGATIVE_PRONOUNS:
            continue
        modifier = walk.modifier_at(kid)
        if modifier is not None and modifier.kind in {"negator", "hedge"}:
            walk.modify(modifier, kid)
    apply_no_longer(walk, at)


def apply_coordination(walk: ScopeWalk, at: int, head: int) -> None:
    """Apply coordination: "not X or Y" negates both, "not X but Y" one; in "X but Y" Y weighs more."""
    grammar = walk.grammar
    joint = grammar.kid_in(at, ("cc",))
    lemma = "" if joint is None else grammar.lemmas[joint]
    shares = lemma == "and" and grammar.kid_in(at, SUBJECTS) is None and grammar.poses[at] != "VERB"
    if shares or lemma in {"or", "nor"}:
        apply_negation(walk, head)
    elif lemma == "but" and joint is not None:
        walk.scale("contrast", AFTER_BUT, joint)
