"""The passive, and its agent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ._sentence import SUBJECTS

if TYPE_CHECKING:
    from ._sentence import SentenceTree

OBLIQUES: Final = frozenset(["obl", "obl:agent", "obl:unmarked", "nmod"])
"""Relations of phrases with a preposition, those of nouns among them: parsers mix them up."""
_OF_BARE_PASSIVES: Final = frozenset("acl amod advcl xcomp appos parataxis root".split())
"""Relations of participles that are passive without an auxiliary: "a man hated by all"."""
_PASSIVE: Final = ("nsubj:pass", "aux:pass", "obl:agent")


def is_passive(tree: SentenceTree, verb: int) -> bool:
    """Whether a verb's syntactic subject undergoes the action."""
    if tree.kid_in(verb, ("nsubj:pass",)) is not None:
        return True
    subjects = [kid for kid in tree.kids_in(verb, SUBJECTS) if kid < verb]
    auxiliaries = _auxiliaries_behind(tree, verb, max(subjects, default=-1))
    if subjects or auxiliaries:
        return "aux:pass" in auxiliaries
    return tree.kid_in(verb, ("obl:agent",)) is not None or _is_bare_passive(tree, verb)


def _auxiliaries_behind(tree: SentenceTree, verb: int, subject: int) -> list[str]:
    """The relations of a verb's auxiliaries behind its subject.

    Habit: parsers hang another clause's verb on it: "are" in "So are some firms, Smith said".
    """
    return [tree.deps[kid] for kid in tree.kids_in(verb, ("aux", "aux:pass")) if kid > subject]


def _is_bare_passive(tree: SentenceTree, verb: int) -> bool:
    """Whether a verb is a passive participle without an auxiliary: "a man hated by all"."""
    token = tree.tokens[verb]
    is_past = token.has("Tense=Past") and token.has("VerbForm=Part")
    if not is_past or tree.kid_in(verb, SUBJECTS) is not None:
        return False
    if tree.deps[verb] == "conj":
        head = tree.heads[verb]
        return tree.poses[head] == "VERB" and tree.kid_in(head, _PASSIVE) is not None
    return tree.deps[verb] in _OF_BARE_PASSIVES


def agents(tree: SentenceTree, verb: int) -> list[int]:
    """The agent of a passive: "by ..."."""
    found = _by_phrases(tree, verb)
    if not found and tree.deps[verb] == "xcomp":
        # Of "felt betrayed by him" parsers hang "him" on the first verb.
        found = [kid for kid in _by_phrases(tree, tree.heads[verb]) if kid > verb]
    if not found:
        # Of "accused of lying by him" they hang it on the last.
        inner = tree.kids_in(verb, ("advcl", "obl", "xcomp", "ccomp"))
        active = (at for at in inner if tree.kid_in(at, ("nsubj:pass", "aux:pass")) is None)
        found = [kid for at in active for kid in _by_phrases(tree, at)]
    return found


def _by_phrases(tree: SentenceTree, verb: int) -> list[int]:
    return [
        kid
        for kid in tree.kids_in(verb, {*OBLIQUES, "nsubj"})
        if tree.deps[kid] == "obl:agent" or tree.case_of(kid) == "by"
    ]
