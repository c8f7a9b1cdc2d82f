"""The passive, and its agent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ._sentence import SentenceTree

OBLIQUES: Final = frozenset(["obl", "obl:agent", "obl:unmarked", "nmod"])
"""Relations of phrases with a preposition, those of nouns among them: parsers mix them up."""
_OF_BARE_PASSIVES: Final = frozenset("acl amod advcl xcomp appos parataxis root".split())
"""Relations of participles that are passive without an auxiliary: "a man hated by all"."""
_PASSIVE: Final = ("nsubj:pass", "aux:pass", "obl:agent")


def is_passive(tree: SentenceTree, verb: int) -> bool:
    """Whether a verb's syntactic subject undergoes the action."""
    import os

    F = set(os.environ.get("F", "").split(","))
    if tree.q or "pasq" in F:
        if tree.kid_in(verb, ("nsubj:pass",)) is not None:
            return True
        if "ag" in F and tree.kid_in(verb, ("obl:agent",)) is not None:
            return True
        subs = [k for k in tree.kids_in(verb, ("nsubj", "nsubj:outer")) if k < verb]
        aux = [k for k in tree.kids_in(verb, ("aux", "aux:pass")) if k > max(subs, default=-1)]
        if subs or aux:
            return any(tree.deps[k] == "aux:pass" for k in aux)
        t = tree.tokens[verb]
        if "rels" not in F:
            return tree.relation(verb) == "acl" and t.has("VerbForm=Part") and t.has("Tense=Past")
        if tree.kid_in(verb, ("obl:agent",)) is not None:
            return True
    elif is_marked_passive(tree, verb):
        return True
    token = tree.tokens[verb]
    if "Tense=Past|VerbForm=Part" not in token.feats or tree.kid_in(verb, ("aux", "nsubj")) is not None:
        return False
    if tree.deps[verb] == "conj":
        return tree.poses[tree.heads[verb]] == "VERB" and is_marked_passive(tree, tree.heads[verb])
    return tree.deps[verb] in _OF_BARE_PASSIVES


def is_marked_passive(tree: SentenceTree, verb: int) -> bool:
    """Whether a verb's own auxiliary or dependents show a passive."""
    return tree.kid_in(verb, _PASSIVE) is not None


def agents(tree: SentenceTree, verb: int) -> list[int]:
    """The agent of a passive: "by ..."."""
    import os

    F = set(os.environ.get("F", "").split(","))
    if tree.q and "agm" not in F:
        return [
            k
            for v in (verb, *(k for k in tree.kids[verb] if tree.relation(k) in {"advcl", "xcomp"}))
            for k in tree.kids[v]
            if tree.relation(k) == "obl" and (tree.deps[k] == "obl:agent" or tree.case_of(k) == "by")
        ]
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
