"""Content that is a subject and its predicate: "the race appears to be over", "was accused of lying"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._cues import CueClass, Takes
from ...syntax._trees import marker, reach, span_of
from ._reporting_verb import Complement

if TYPE_CHECKING:
    from ...values import Span, Token
    from ._reporting_verb import ReportingVerb

HEARERS_LEFT_OUT = frozenset(("ask", "tell"))
"""Verbs whose object is the addressee and no part of the content."""
COMPARING = frozenset(("like", "as"))
ALLOWING_RAISED_PASSIVE = frozenset((Takes.THAT, Takes.ORDER))
"""Constructions that have a passive with raising: "is said to", "is expected to"."""
CLASSES_WITH_PASSIVE_OBJECT = frozenset((CueClass.PRAISING, CueClass.BLAMING, CueClass.SAYING))
"""Classes of cues whose passive with an agent has its subject as content: "was rejected by Smith"."""


def find_raising_complement(reporting: ReportingVerb) -> Complement | None:
    """Subject and predicate of a raising verb: "the race appears to be over"."""
    sentence = reporting.sentence
    about = _find_subject_before(reporting)
    wanted = next((c for c in reporting.dependents_behind if c.relation == "xcomp"), None)
    if wanted is None:
        wanted = next((c for c in reporting.dependents_behind if marker(sentence, c) in COMPARING), None)
    if about is None or wanted is None:
        return None
    return Complement((about, reporting.span_between(wanted, wanted)), Takes.SEEM)


def find_passive_complement(reporting: ReportingVerb) -> Complement | None:
    """Subject and predicate of a passive: "she is expected to win", "he was accused of lying"."""
    sentence, entry = reporting.sentence, reporting.entry
    if not sentence.is_passive(reporting.verb):
        return None
    about = _find_subject_before(reporting)
    if about is None:
        return None
    found = next(
        filter(None, (_find_passive_complement(reporting, child) for child in reporting.dependents_behind)),
        None,
    )
    if found is not None:
        child, construction = found
        heard = construction is Takes.ORDER and entry.words[0] in HEARERS_LEFT_OUT
        region = reporting.span_between(child, child)
        return Complement((region,) if heard else (about, region), construction)
    if Takes.OBJECT not in entry.takes or entry.kind not in CLASSES_WITH_PASSIVE_OBJECT:
        return None
    return None if sentence.agent(reporting.verb) is None else Complement((about,), Takes.OBJECT)


def _find_subject_before(reporting: ReportingVerb) -> Span | None:
    """The subject before the verb."""
    named = reporting.sentence.child(reporting.verb, "nsubj")
    if named is None or named.dep == "expl" or named.index > reporting.verb.index:
        return None
    first, last = reach(reporting.sentence, named)
    return span_of(reporting.sentence, first, min(last, reporting.verb.index - 1))


def _find_passive_complement(reporting: ReportingVerb, child: Token) -> tuple[Token, Takes] | None:
    """A dependent of a passive verb that is content, and its construction; `None` for others."""
    takes, word = reporting.entry.takes, marker(reporting.sentence, child)
    if child.relation == "xcomp" and word == "to":
        return (child, Takes.ORDER) if takes & ALLOWING_RAISED_PASSIVE else None
    if child.relation in {"xcomp", "obj"} or (child.relation in {"obl", "advcl"} and word == "as"):
        return (child, Takes.NAME) if Takes.NAME in takes or Takes.ORDER in takes else None
    if child.relation in {"obl", "advcl"} and word == "of":
        return (child, Takes.OF) if Takes.OF in takes else None
    if child.relation in {"obl", "advcl"} and word == "for":
        return (
            (child, Takes.OBJECT) if reporting.entry.kind in (CueClass.PRAISING, CueClass.BLAMING) else None
        )
    return None
