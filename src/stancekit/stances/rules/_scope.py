"""Scope: what negates, weakens or strengthens a polar word, and in whose report it stands."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...syntax._grammar import SUBJECTS
from ._embedding import apply_clause_markers, apply_sentence_mood, enter_governing_clause
from ._negation import apply_coordination, apply_governor_scope, apply_modifiers, is_lack
from ._predication import ascribers, exception_pronoun
from ._scope_walk import Effect, ScopeWalk

if TYPE_CHECKING:
    from ...lexicon._lexicon import Lexicon
    from ...syntax._grammar import Grammar
    from ...values import Certainty
    from ._polar_words import PolarWord

_IN_SCOPE: Final = frozenset(
    "obj iobj xcomp obl obl:agent obl:unmarked advmod amod compound:prt nmod:unmarked".split()
)
"""Relations through which a predicate's negation reaches its dependents."""

_PRESUPPOSED: Final = frozenset("nmod nmod:poss appos compound".split())
"""Relations of nouns to nouns: what is said of the whole leaves the part as it is."""

_OPAQUE: Final = frozenset("ccomp parataxis acl acl:relcl advcl csubj advcl:relcl csubj:pass".split())
"""Relations that begin a clause of its own."""

DENIED: Final = 0.5
DENIED_ABOVE: Final = 0.25
"""What is left of a negative word's flipped score where it or its whole statement is denied, and where
a word that governs it is negated: to say that somebody is no crook is faint praise. (Of 116 such
words that evaluate the target in NewsMTSC's train part, 77 stood in sentences labelled negative and
19 in positive ones.)"""


@frozen
class ScopeContext:
    """The scope that a polar word stands in.

    Args:
        effects: What changes its score, in the order found.

        certainty: How firmly it is put.

        voices: Positions of who holds the evaluation; empty for whoever speaks the sentence.

        reporters: Positions of everybody in whose report it stands, the nearest first.

        modifiers: Positions of the negators, intensifiers and hedges that act on it.

        denial: What is left of its score besides, if it is a negative word.
    """

    effects: tuple[Effect, ...]
    certainty: Certainty
    voices: tuple[int, ...]
    reporters: tuple[int, ...] = ()
    modifiers: tuple[int, ...] = ()
    denial: float = 1.0


def context_of(grammar: Grammar, lexicon: Lexicon, word: PolarWord) -> ScopeContext:
    """Walk up the parse from a polar word and gather what changes its score."""
    walk = ScopeWalk(grammar, lexicon, word)
    inside = frozenset(word.at)
    for at in word.at:
        apply_modifiers(walk, at, inside)
    walk.attribute_to(ascribers(grammar, word.head))
    _climb(walk)
    apply_sentence_mood(walk)
    denial = 1.0
    if prod(effect.factor for effect in walk.effects) < 0:
        is_denied = walk.is_denied or any(grammar.heads[at] in inside for at in walk.modifier_words)
        denial = DENIED if is_denied else DENIED_ABOVE
    return ScopeContext(
        walk.effects, walk.certainty, tuple(walk.voices), walk.reporters, walk.modifier_words, denial
    )


def _climb(walk: ScopeWalk) -> None:
    grammar = walk.grammar
    at = walk.word.head
    outside = False  # whether the walk has left the polar word's own clause
    apply_clause_markers(walk, at, outside=outside)
    for head in grammar.up(at):
        dep = grammar.deps[at]
        # "did not deserve it for his lies": whose they are, they are.
        outside = outside or grammar.kid_in(at, ("nmod:poss",)) is not None
        if (nothing := exception_pronoun(grammar, at)) is not None and grammar.lemmas[nothing] == "anything":
            walk.deny("negator", nothing)
        if not outside and (dep in _IN_SCOPE or is_lack(walk, at, head)):
            apply_governor_scope(walk, at, head)
        elif dep == "conj" and not outside:
            apply_coordination(walk, at, head)
        elif dep in _OPAQUE:
            enter_governing_clause(walk, at, head, outside=outside)
            outside = True
        elif dep in SUBJECTS or dep in _PRESUPPOSED:
            outside = True
        apply_clause_markers(walk, head, outside=outside)
        at = head
