"""Who a cue names as its source, by the parse."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import frozen

from .trees import RELATIVES, marker, reach, span_of

if TYPE_CHECKING:
    from ..values import Sentence, Span, Token

LEFT_OF_NAME = frozenset(
    ("det", "amod", "nmod", "compound", "nummod", "flat", "advmod", "obl", "goeswith", "reparandum", "acl")
)
RIGHT_OF_NAME = frozenset(("flat", "compound", "fixed", "goeswith", "nmod", "nummod", "amod", "conj"))
"""Relations by which words before and behind a noun belong to its name or description."""
FOCUS = frozenset(
    ("even", "only", "just", "also", "both", "either", "neither", "not", "especially", "including")
)
"""Adverbs before a noun that are no part of it."""
JOINERS = frozenset(("-", ".", "’", "'"))
"""Punctuation inside names."""
INHERITING = frozenset(("conj", "xcomp", "advcl", "parataxis", "dep", "list"))
"""Relations by which a verb without a subject has its governor's."""
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"))
MAX_STEPS = 8
"""Governors asked for their subject before the search gives up."""
DOCUMENTS = frozenset(
    """account ad advertisement agreement analysis announcement answer article average bill blog
    book budget campaign clip column comment complaint constitution conversation data decision
    document documentary editorial email essay estimate evidence exchange figure filing film finding
    footage form hashtag headline history image indicator inquiry interview investigation law
    lawsuit leaflet letter list lyric manifesto map measure memo memoir message movie news novel
    number op-ed opinion order page paper paragraph petition photo photograph picture plan platform
    play poll polling post poster press proposal record recording remark report research resolution
    result review rhetoric rule ruling score sign site slogan song speech statement statistic story
    study survey tally tape text tone transcript treaty trend tweet verdict version video warrant
    website word""".split()
)
"""Heads of sources that show something without speaking."""

PERSON_ENDINGS = ("man", "woman", "person", "people", "ist", "crat")


@frozen(eq=False)
class Source:
    """The words that name who speaks.

    Args:
        span: Where they stand.

        sentence: Their sentence.

        head: The word that decides who it is.

        antecedent: For a relative pronoun, the noun it stands for.
    """

    span: Span
    sentence: Sentence
    head: Token
    antecedent: Token | None = None


def source_at(sentence: Sentence, head: Token) -> Source:
    """The source that a noun or pronoun is the head of."""
    if head.text.lower() in RELATIVES and head.pos in {"PRON", "DET", "SCONJ"}:
        return Source(head.span, sentence, head, _antecedent(sentence, head))
    return Source(noun_phrase(sentence, head), sentence, head)


def _antecedent(sentence: Sentence, pronoun: Token) -> Token | None:
    for verb in sentence.ancestors(pronoun)[:MAX_STEPS]:
        if verb.relation == "acl":
            return sentence.head(verb)
    return None


def noun_phrase(sentence: Sentence, head: Token) -> Span:
    """A noun with what stands before it and its prepositional phrases.

    Appositions, relative clauses and whatever stands behind a comma are left out.
    """
    start = end = head.index
    children = sentence.children(head)
    for child in reversed([c for c in children if c.index < head.index]):
        first, last = reach(sentence, child)
        if child.relation not in LEFT_OF_NAME or last != start - 1 or child.text.lower() in FOCUS:
            break
        start = first
    for child in (c for c in children if c.index > head.index):
        first, last = reach(sentence, child)
        if child.relation not in RIGHT_OF_NAME or child.dep == "nmod:unmarked" or first != end + 1:
            break
        end = _uninterrupted(sentence, first, last)
        if end != last:
            break
    return span_of(sentence, start, end)


def _uninterrupted(sentence: Sentence, first: int, last: int) -> int:
    """The last word of a stretch before a comma, a bracket, an apposition or a clause."""
    for token in sentence.tokens[first : last + 1]:
        breaks = token.pos == "PUNCT" and token.text not in JOINERS
        if (
            breaks
            or token.relation in {"acl", "parataxis", "appos"}
            or token.text.lower() in {"who", "which"}
        ):
            return max(token.index - 1, first)
    return last


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb's subject is not who does it."""
    if any(c.dep in {"nsubj:pass", "aux:pass"} for c in sentence.children(verb)):
        return True
    return verb.dep == "acl" and verb.has("VerbForm=Part") and verb.has("Tense=Past")


def agent(sentence: Sentence, verb: Token) -> Token | None:
    """Who does it, where a passive says so: "by Smith"."""
    obliques = sentence.children(verb, "obl")
    return next((c for c in obliques if c.dep == "obl:agent" or marker(sentence, c) == "by"), None)


def subject(sentence: Sentence, verb: Token) -> Token | None:
    """The word that names who does what *verb* says; its governor's subject where it has none."""
    if is_passive(sentence, verb):
        return agent(sentence, verb)
    current = verb
    for _ in range(MAX_STEPS):
        found = sentence.child(current, "nsubj")
        if found is not None or current.is_root:
            return found
        governor = sentence.head(current)
        if current.relation == "acl":
            return governor if governor.pos in NOMINAL else None
        if current.relation not in INHERITING:
            return None
        controller = _controller(sentence, current) if current.relation == "xcomp" else None
        if controller is not None:
            return controller
        current = governor
    return None


def _controller(sentence: Sentence, infinitive: Token) -> Token | None:
    """Who is to do it: "him" in "urged him to say"."""
    objects = sentence.children(sentence.head(infinitive), "obj", "iobj")
    return next((c for c in objects if c.index < infinitive.index), None)


def is_somebody(noun: Token) -> bool:
    """Whether a noun is for people or bodies, who can speak."""
    lemma = noun.lemma.lower()
    return lemma in _people() or lemma.endswith(PERSON_ENDINGS)


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    text = (files("stancekit.quotes") / "data" / "people.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
