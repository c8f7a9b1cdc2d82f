"""Arguments of a predicate: logical subject and object, recipient, obliques; and the clause of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..language._function_words import RELATIVE
from ._passive import OBLIQUES, agents, is_passive
from ._sentence import SUBJECTS
from ._subject import subjects

if TYPE_CHECKING:
    from ._sentence import SentenceTree


def doers(tree: SentenceTree, verb: int) -> list[int]:
    """The logical subject: the agent of a passive, else the subject."""
    return agents(tree, verb) if is_passive(tree, verb) else subjects(tree, verb)


def done_to(tree: SentenceTree, verb: int) -> list[int]:
    """The logical object: the subject of a passive, else the object."""
    if is_passive(tree, verb):
        return _subject_of_passive(tree, verb)
    objects = tree.kids_in(verb, ("obj",)) or tree.kids_in(verb, ("iobj",))
    if not objects and len(predicates := tree.kids_in(verb, ("xcomp",))) > 1:
        # Parsers take the object of "called him a fool" for a predicate, too.
        objects = predicates[:1]
    if objects:
        return objects
    if tree.deps[verb] == "acl:relcl" and _lacks_object(tree, verb):
        return [tree.heads[verb]]
    return []


def _subject_of_passive(tree: SentenceTree, verb: int) -> list[int]:
    own = tree.kids_in(verb, ("nsubj:pass",))
    if own:
        return own
    if tree.deps[verb] == "amod":
        return [tree.heads[verb]]
    is_active = tree.kid_in(verb, ("nsubj",)) is not None
    return tree.kids_in(verb, ("obj",)) if is_active else subjects(tree, verb)


def _lacks_object(tree: SentenceTree, verb: int) -> bool:
    """Whether the antecedent of a relative clause is its object: the clause has another subject."""
    subject = tree.kid_in(verb, ("nsubj",))
    return subject is not None and tree.lemmas[subject] not in RELATIVE


def recipients(tree: SentenceTree, verb: int) -> list[int]:
    """To whom."""
    found = tree.kids_in(verb, ("iobj",))
    if found:
        return found
    if is_passive(tree, verb) and tree.kid_in(verb, ("obj",)) is not None:
        return tree.kids_in(verb, ("nsubj:pass",))
    return [kid for kid in tree.kids_in(verb, OBLIQUES) if tree.case_of(kid) == "to"]


def obliques(tree: SentenceTree, at: int, case: str) -> list[int]:
    """Phrases with a preposition; also those that parsers hang on the object."""
    found = [kid for kid in tree.kids_in(at, OBLIQUES) if tree.case_of(kid) == case]
    if not found and any(tree.lemmas[kid] == case for kid in tree.kids_in(at, ("compound:prt",))):
        # Parsers take the "on" of "turned on him" for the verb's.
        found = [kid for kid in tree.kids_in(at, ("obl", "obj")) if not tree.case_of(kid)]
    if found:
        return found
    return [
        kid
        for obj in tree.kids_in(at, ("obj", "obl", "xcomp", "advmod", "compound:prt"))
        for kid in tree.kids_in(obj, OBLIQUES)
        if tree.case_of(kid) == case
    ]


def clause_of(tree: SentenceTree, at: int) -> int:
    """The predicate of the clause that a word stands in."""
    for _ in range(len(tree.tokens)):
        if is_predicate(tree, at):
            return at
        at = tree.heads[at]
    return at


def is_predicate(tree: SentenceTree, at: int) -> bool:
    """Whether a word heads a clause."""
    clauses = {"ccomp", "advcl", "acl", "parataxis", "csubj"}
    if tree.is_root(at) or tree.relation(at) in clauses or tree.kid_in(at, SUBJECTS) is not None:
        return True
    return tree.deps[at] == "conj" and tree.poses[at] == "VERB"
