"""Predication: who is said to have a quality, and who ascribes it ("called him a fool")."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from ...syntax._grammar import SUBJECTS
from ...syntax._quotation_marks import QUOTATION_MARKS

if TYPE_CHECKING:
    from ...syntax._grammar import Grammar

_BESIDE: Final = frozenset("amod nmod:desc compound appos flat acl acl:relcl det".split())
"""Relations of a word to the noun that it describes."""

_LOOSE: Final = frozenset("advcl parataxis advmod obl".split())
_AS: Final = frozenset("obl advcl nmod acl obj".split())
_PREDICATIVE: Final = frozenset(["xcomp", "parataxis"])
_MAX_STEPS = 6


def quality_bearers(grammar: Grammar, at: int) -> list[int]:
    """The bearers of a quality: what an adjective modifies, or the subject of a predicate."""
    for _ in range(_MAX_STEPS):
        own = grammar.kids_in(at, SUBJECTS)
        if own or grammar.heads[at] == at:
            return own
        if grammar.deps[at] != "conj":
            return _bearers_through_head(grammar, at)
        at = grammar.heads[at]
    return []


def _bearers_through_head(grammar: Grammar, at: int) -> list[int]:
    dep, head = grammar.deps[at], grammar.heads[at]
    is_beside = dep in _BESIDE or (
        dep == "parataxis" and grammar.poses[at] == "ADJ" and grammar.is_name(head)
    )
    beside = head if is_beside else sibling_name(grammar, at)
    if beside is not None:
        return [beside]
    if exception_pronoun(grammar, at) is not None:
        return quality_bearers(grammar, head)
    verb = ascribing_verb(grammar, at)
    if verb is not None and dep not in {"obj", "xcomp"}:
        return grammar.done_to(verb) or grammar.kids_in(verb, ("xcomp",)) or grammar.subjects(verb)
    if grammar.case_of(at) == "as" and dep in _AS:
        is_clause = grammar.poses[head] in {"VERB", "ADJ"}
        return (grammar.done_to(head) or grammar.subjects(head)) if is_clause else [head]
    if dep == "xcomp" or (dep == "obj" and is_predicate_object(grammar, at)):
        return _controller(grammar, at, head)
    return grammar.subjects(head) if dep in _LOOSE else []


def _is_named_apart(grammar: Grammar, at: int) -> bool:
    """Whether the parser took the predicate of a verb of naming for one more apposition.

    "Called the mayor, Ann Lee, a hero": without "a hero" the verb would say nothing.
    """
    named, verb = grammar.heads[at], grammar.heads[grammar.heads[at]]
    beside = grammar.kids_in(named, ("appos",))
    is_last = len(beside) > 1 and beside[-1] == at
    is_naming = grammar.lemmas[verb] in grammar.verbs.naming
    return is_last and is_naming and grammar.kids_in(verb, ("obj", "xcomp")) == [named]


def is_predicate_object(grammar: Grammar, at: int) -> bool:
    """Whether the parser took a predicate for an object: "showed herself brave", "proved a liar"."""
    if grammar.poses[at] == "ADJ" or grammar.lemmas[grammar.heads[at]] == "become":
        return True
    article = grammar.kid_in(at, ("det",))
    is_indefinite = article is not None and grammar.lemmas[article] == "a"
    return is_indefinite and grammar.lemmas[grammar.heads[at]] in grammar.verbs.staying


def sibling_name(grammar: Grammar, at: int) -> int | None:
    """A name that the parser made a sibling of its modifier: "the disgraced Ann", "the “genius” Ann"."""
    if grammar.poses[at] not in {"ADJ", "NOUN"} or grammar.deps[at] not in {"nsubj", "obj"}:
        return None
    words = grammar.words
    behind = next((i for i in range(at + 1, len(words)) if words[i] not in QUOTATION_MARKS), at)
    same = grammar.heads[behind] == grammar.heads[at] and grammar.deps[behind] == grammar.deps[at]
    is_whole = grammar.is_name(behind) or (grammar.poses[at] == "ADJ" and grammar.is_nominal(behind))
    return behind if behind > at and same and is_whole else None


def exception_pronoun(grammar: Grammar, at: int) -> int | None:
    """The "anything" or "nothing" of "anything but honest"."""
    if grammar.case_of(at) != "but" or grammar.lemmas[grammar.heads[at]] not in {"anything", "nothing"}:
        return None
    return grammar.heads[at]


def _controller(grammar: Grammar, at: int, verb: int) -> list[int]:
    """The controller of a predicate complement: the object if there is one, else the subject."""
    if grammar.is_passive(verb):
        return grammar.kids_in(verb, ("nsubj:pass",)) or grammar.subjects(verb)
    if grammar.deps[at] == "obj":
        return grammar.kids_in(verb, ("iobj",)) or grammar.subjects(verb)
    return grammar.object_control(at, verb) or grammar.subjects(verb)


def ascribing_verb(grammar: Grammar, at: int) -> int | None:
    """The verb of ascribing that a predicate depends on: "call", "describe as", "liken to"."""
    for _ in range(_MAX_STEPS):
        if grammar.deps[at] not in {"conj", "amod", "compound"} or grammar.heads[at] == at:
            break
        at = grammar.heads[at]
    dep, head = grammar.deps[at], grammar.heads[at]
    if _is_named_apart(grammar, at):
        return grammar.heads[head]
    if dep in {"obl", "nmod"} and grammar.case_of(at) in {"to", "with"}:
        return _above(grammar, at, 2, grammar.verbs.likening)
    if dep in _PREDICATIVE:
        return head if grammar.lemmas[head] in grammar.verbs.ascribing else None
    if dep in _AS and grammar.case_of(at) == "as":
        # Parsers hang "as ..." on a nearer verb: "described his plan to end the war as bold".
        return _above(grammar, at, 4, grammar.verbs.ascribing)
    return None


def _above(grammar: Grammar, at: int, steps: int, verbs: frozenset[str]) -> int | None:
    """The nearest governor that is one of these verbs, within a few steps."""
    return next((verb for verb in islice(grammar.up(at), steps) if grammar.lemmas[verb] in verbs), None)


def ascribers(grammar: Grammar, at: int) -> list[int]:
    """Who ascribes a quality; empty for whoever speaks the sentence."""
    verb = ascribing_verb(grammar, at)
    if verb is None or grammar.lemmas[verb] in grammar.verbs.factive_ascribing:
        return []
    return grammar.doers(verb)
