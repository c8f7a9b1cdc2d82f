"""What the words around a polar word make of it: weaker, stronger, its opposite; and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from ..values import Certainty
from .grammar import SUBJECTS
from .predication import ascribers
from .vocabulary import (
    CONCESSIVE,
    CONDITIONAL,
    DENYING,
    HEDGING_AUX,
    NEG_RAISING,
    NEGATIVE_SUBJECTS,
    REPORTING,
    WOULD,
)

if TYPE_CHECKING:
    from .grammar import Grammar
    from .lexicon import Lexicon, Modifier
    from .polar import PolarWord

# Shares of a polar word's score, by judgement; on NewsMTSC's train part, moving any of them by 0.3
# changes macro-F1 by less than 0.003.
AFTER_BUT: Final = 1.3
BEFORE_BUT: Final = 0.7
CONCEDED: Final = 0.3
HEDGED: Final = 0.8
HYPOTHETICAL: Final = 0.6
QUESTIONED: Final = 0.4

_IN_SCOPE: Final = frozenset(
    "obj iobj xcomp obl obl:agent obl:unmarked advmod amod compound:prt nmod:unmarked".split()
)
"""Relations through which a predicate's negation reaches its dependents."""

_MODIFYING: Final = frozenset("advmod amod det case obl:unmarked nummod cc cc:preconj discourse".split())
"""Relations of words that act on the polar word they belong to."""

_PRESUPPOSED: Final = frozenset("nmod nmod:poss appos compound".split())
"""Relations of nouns to nouns: what is said of the whole leaves the part as it is."""

_NO_NEGATION: Final = frozenset(
    (first, second)
    for first, seconds in {"not": "only just merely simply", "no": "doubt wonder longer long less"}.items()
    for second in seconds.split()
)

_OPAQUE: Final = frozenset("ccomp parataxis acl acl:relcl advcl csubj advcl:relcl csubj:pass".split())
"""Relations that begin a clause of its own."""

_ORDER: Final = (Certainty.ASSERTED, Certainty.HEDGED, Certainty.HYPOTHETICAL, Certainty.QUESTION)


DENIED: Final = 0.5
DENIED_ABOVE: Final = 0.25
"""What is left of a negative word's flipped score where it is negated itself, and where a word that
governs it is: to say that somebody is no crook is faint praise. (Of 116 such words that evaluate the
target in NewsMTSC's train part, 77 stood in sentences labelled negative and 19 in positive ones.)"""


@frozen
class Context:
    """What surrounds a polar word.

    Args:
        factor: What its score is multiplied by, -2 to 2.

        certainty: How firmly it is put.

        voices: Positions of who answers for it; empty for whoever speaks the sentence.

        modifiers: Positions of the negators, intensifiers and hedges that act on it.

        denial: What is left of its score besides, if it is a negative word.
    """

    factor: float
    certainty: Certainty
    voices: tuple[int, ...]
    modifiers: tuple[int, ...] = ()
    denial: float = 1.0


class _Reading:
    """A walk from a polar word to the root, gathering what it passes."""

    def __init__(self, grammar: Grammar, lexicon: Lexicon, word: PolarWord) -> None:
        self.grammar = grammar
        self.modifiers = lexicon.modifiers
        self.word = word
        self.factor = 1.0
        self.certainty = Certainty.ASSERTED
        self.voices: list[int] = []
        self.at: list[int] = []

    def doubt(self, certainty: Certainty, share: float) -> None:
        """Note that the word is not simply asserted; the least certain reading stays."""
        if _ORDER.index(certainty) > _ORDER.index(self.certainty):
            self.certainty = certainty
        self.factor *= share

    def modifier_at(self, at: int) -> Modifier | None:
        """What the lexicon says of the word there as a modifier."""
        lemma, text = self.grammar.lemmas[at], self.grammar.tokens[at].text.lower().replace("’", "'")
        return self.modifiers.get(text) or self.modifiers.get(lemma)

    def modify(self, modifier: Modifier, at: int) -> None:
        """Let the modifier that stands there act on the word."""
        self.at.append(at)
        if modifier.kind == "hedge":
            self.doubt(Certainty.HEDGED, max(modifier.factor, HEDGED))
        else:
            self.factor *= modifier.factor


def context_of(grammar: Grammar, lexicon: Lexicon, word: PolarWord) -> Context:
    """Read what surrounds a polar word."""
    reading = _Reading(grammar, lexicon, word)
    inside = frozenset(word.at)
    for at in word.at:
        _modified_by_dependents(reading, at, inside)
    _climb(reading)
    _in_conclusion(reading)
    denial = 1.0
    if reading.factor < 0:
        denial = DENIED if any(grammar.heads[at] in inside for at in reading.at) else DENIED_ABOVE
    return Context(
        max(-2.0, min(2.0, reading.factor)),
        reading.certainty,
        tuple(reading.voices),
        tuple(sorted(reading.at)),
        denial,
    )


def _modified_by_dependents(reading: _Reading, at: int, inside: frozenset[int]) -> None:
    grammar = reading.grammar
    for kid in grammar.kids[at]:
        if kid in inside:
            continue
        if grammar.deps[kid] in {"aux", "aux:pass"}:
            _auxiliary(reading, kid)
            continue
        modifier = reading.modifier_at(kid)
        if grammar.deps[kid] in SUBJECTS and (
            modifier is None or grammar.lemmas[kid] not in NEGATIVE_SUBJECTS
        ):
            continue
        if grammar.deps[kid] not in _MODIFYING and grammar.deps[kid] not in SUBJECTS:
            continue
        if modifier is not None and not _is_compared(grammar, kid):
            reading.modify(modifier, kid)
    if _has_no_longer(grammar, at):
        reading.factor *= -0.7


def _is_compared(grammar: Grammar, kid: int) -> bool:
    """Whether a negator negates nothing: "not only", "no wonder", "can't thank her enough"."""
    if any(
        grammar.lemmas[other] == "enough" and other > kid
        for other in grammar.kids_in(grammar.heads[kid], ("advmod",))
    ):
        return grammar.poses[grammar.heads[kid]] == "VERB"
    return tuple(grammar.lemmas[kid : kid + 2]) in _NO_NEGATION


def _has_no_longer(grammar: Grammar, at: int) -> bool:
    return any(
        grammar.tokens[kid].text.lower() == "longer"
        and kid > 0
        and grammar.tokens[kid - 1].text.lower() == "no"
        for kid in grammar.kids[at]
    )


def _auxiliary(reading: _Reading, kid: int) -> None:
    lemma, text = reading.grammar.lemmas[kid], reading.grammar.tokens[kid].text.lower()
    if text in WOULD or lemma in WOULD:
        reading.doubt(Certainty.HYPOTHETICAL, HYPOTHETICAL + 0.2)
    elif lemma in HEDGING_AUX or text in HEDGING_AUX:
        reading.doubt(Certainty.HEDGED, HEDGED)
    elif text == "cannot":
        reading.factor *= -0.7


def _climb(reading: _Reading) -> None:
    grammar = reading.grammar
    at = reading.word.head
    outside = False  # whether the walk has left the polar word's own clause
    _at_clause(reading, at, outside=outside)
    for head in grammar.up(at):
        dep = grammar.deps[at]
        # "did not deserve it for his lies": whose they are, they are.
        outside = outside or grammar.kid_in(at, ("nmod:poss",)) is not None
        if dep in _IN_SCOPE and not outside:
            _in_scope_of(reading, at, head)
        elif dep == "conj" and not outside:
            _coordinated(reading, at, head)
        elif dep in _OPAQUE:
            _leave_clause(reading, at, head, outside=outside)
            outside = True
        elif dep in SUBJECTS or dep in _PRESUPPOSED:
            outside = True
        _at_clause(reading, head, outside=outside)
        at = head


def _in_scope_of(reading: _Reading, at: int, head: int) -> None:
    """A predicate's negation, doubt and mood reach its complements."""
    grammar = reading.grammar
    dep = grammar.deps[at]
    _negated_by(reading, head)
    governor = reading.modifier_at(head)
    governs = dep in {"xcomp", "obj", "acl"} or (
        dep in {"obl", "nmod"} and grammar.case_of(at) in {"of", "from"}
    )
    if (
        governor is not None
        and governs
        and governor.kind in {"negator", "hedge"}
        and head != reading.word.head
    ):
        reading.modify(governor, head)
    for kid in grammar.kids_in(head, ("aux", "aux:pass")):
        _auxiliary(reading, kid)


def _negated_by(reading: _Reading, at: int) -> None:
    grammar = reading.grammar
    for kid in grammar.kids_in(at, ("advmod", "det", "case", "cc", "mark")):
        if kid in reading.word.at or _is_compared(grammar, kid):
            continue
        modifier = reading.modifier_at(kid)
        if modifier is not None and modifier.kind in {"negator", "hedge"}:
            reading.modify(modifier, kid)
    if _has_no_longer(grammar, at):
        reading.factor *= -0.7


def _coordinated(reading: _Reading, at: int, head: int) -> None:
    """Tell "not X or Y", which negates both, from "not X but Y"; in "X but Y" weigh Y more."""
    grammar = reading.grammar
    joint = grammar.kid_in(at, ("cc",))
    lemma = "" if joint is None else grammar.lemmas[joint]
    shares = lemma == "and" and grammar.kid_in(at, SUBJECTS) is None and grammar.poses[at] != "VERB"
    if shares or lemma in {"or", "nor"}:
        _negated_by(reading, head)
    elif lemma == "but":
        reading.factor *= AFTER_BUT


def _at_clause(reading: _Reading, at: int, *, outside: bool) -> None:
    """Conditions, concessions and who is reported, at a predicate on the way up."""
    grammar = reading.grammar
    for kid in grammar.kids[at]:
        dep, lemma = grammar.deps[kid], grammar.lemmas[kid]
        if dep == "mark" and lemma in CONDITIONAL:
            reading.doubt(Certainty.HYPOTHETICAL, HYPOTHETICAL)
        elif dep in {"mark", "case"} and (lemma in CONCESSIVE or _is_for_all(grammar, kid)):
            reading.factor *= CONCEDED
        elif dep == "conj" and not outside and kid > reading.word.last and _follows_but(grammar, kid):
            reading.factor *= BEFORE_BUT
        elif not reading.voices and dep in {"obl", "nmod", "advmod", "advcl"} and _names_source(grammar, kid):
            reading.voices += [kid]
        elif (
            not reading.voices
            and dep == "parataxis"
            and not kid <= reading.word.head <= kid
            and lemma in REPORTING
            and not _is_below(grammar, reading.word.head, kid)
        ):
            reading.voices += grammar.kids_in(kid, SUBJECTS)


def _is_for_all(grammar: Grammar, at: int) -> bool:
    """Whether a clause begins with "for all his words", which concedes them."""
    return grammar.lemmas[at : at + 2] == ["for", "all"] and (at == 0 or grammar.poses[at - 1] == "PUNCT")


def _follows_but(grammar: Grammar, at: int) -> bool:
    return any(grammar.lemmas[kid] == "but" for kid in grammar.kids_in(at, ("cc",)))


def _names_source(grammar: Grammar, at: int) -> bool:
    """Whether a phrase is "according to somebody"."""
    return any(
        grammar.lemmas[kid] in {"accord", "according"}
        for kid in grammar.kids_in(at, ("case", "mark", "fixed"))
    )


def _is_below(grammar: Grammar, at: int, top: int) -> bool:
    return at == top or any(head == top for head in grammar.up(at))


def _leave_clause(reading: _Reading, at: int, head: int, *, outside: bool) -> None:
    """Cross into the clause above: who says it, and do they say it or deny it?"""
    grammar = reading.grammar
    lemma, dep = grammar.lemmas[head], grammar.deps[at]
    if dep in {"ccomp", "parataxis"} and grammar.poses[head] in {"VERB", "ADJ", "NOUN"}:
        if not outside and dep == "ccomp":
            if lemma in NEG_RAISING:
                _negated_by(reading, head)
            if lemma in DENYING:
                reading.factor *= -0.7
        if lemma in REPORTING and not reading.voices:
            reading.voices += grammar.subjects(head)
    elif dep in {"advcl"} and not outside and grammar.case_of(at) in {"without"}:
        reading.factor *= -0.7


def _in_conclusion(reading: _Reading) -> None:
    """What the sentence as a whole is, and whose words ascribe the quality."""
    grammar = reading.grammar
    if grammar.tokens[-1].text == "?" or (len(grammar.tokens) > 1 and grammar.tokens[-2].text == "?"):
        reading.doubt(Certainty.QUESTION, QUESTIONED)
    if not reading.voices:
        reading.voices += ascribers(grammar, reading.word.head)
    if not reading.voices and grammar.quoted[reading.word.head]:
        reading.voices += [who for who in grammar.speakers if not grammar.quoted[who]]
