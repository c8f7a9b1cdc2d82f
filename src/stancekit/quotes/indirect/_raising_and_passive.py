"""What is said of a subject: "the race appears to be over", "he was accused of lying"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._cues import CueClass, Takes
from ...syntax._trees import marker, reach, span_of
from ..sources._source_spans import agent, is_passive
from ._reporting_verb import Complement

if TYPE_CHECKING:
    from ...values import Span, Token
    from ._reporting_verb import Report

HEARERS_LEFT_OUT = frozenset(("ask", "tell"))
"""Verbs whose object hears what is wanted, but is no part of it."""
SEEMING = frozenset(("like", "as"))
CAN_BE_RAISED = frozenset((Takes.THAT, Takes.ORDER))
"""Frames of verbs whose passive says something of its subject: "is said to", "is expected to"."""
OPEN_TO_VIEW = frozenset((CueClass.PRAISING, CueClass.BLAMING, CueClass.SAYING))
"""Classes of verbs whose passive with an agent tells what is judged or said: "was rejected by Smith"."""


def raised(report: Report) -> Complement | None:
    """Who seems, and what: "the race appears to be over"."""
    sentence = report.sentence
    about = _told_of(report)
    wanted = next((c for c in report.behind if c.relation == "xcomp"), None)
    if wanted is None:
        wanted = next((c for c in report.behind if marker(sentence, c) in SEEMING), None)
    if about is None or wanted is None:
        return None
    return Complement((about, report.from_to(wanted, wanted)), Takes.SEEM)


def passive(report: Report) -> Complement | None:
    """Of whom something is said or thought, and what: "she is expected to win", "he was accused of lying"."""
    sentence, entry = report.sentence, report.entry
    if not is_passive(sentence, report.verb):
        return None
    about = _told_of(report)
    if about is None:
        return None
    told = next(filter(None, (_told_by(report, child) for child in report.behind)), None)
    if told is not None:
        child, frame = told
        heard = frame is Takes.ORDER and entry.words[0] in HEARERS_LEFT_OUT
        region = report.from_to(child, child)
        return Complement((region,) if heard else (about, region), frame)
    if Takes.OBJECT not in entry.takes or entry.kind not in OPEN_TO_VIEW:
        return None
    return None if agent(sentence, report.verb) is None else Complement((about,), Takes.OBJECT)


def _told_of(report: Report) -> Span | None:
    """The subject before the verb."""
    named = report.sentence.child(report.verb, "nsubj")
    if named is None or named.dep == "expl" or named.index > report.verb.index:
        return None
    first, last = reach(report.sentence, named)
    return span_of(report.sentence, first, min(last, report.verb.index - 1))


def _told_by(report: Report, child: Token) -> tuple[Token, Takes] | None:
    """A dependent of a passive verb that tells what is said of its subject, and by what construction."""
    takes, word = report.entry.takes, marker(report.sentence, child)
    if child.relation == "xcomp" and word == "to":
        return (child, Takes.ORDER) if takes & CAN_BE_RAISED else None
    if child.relation in {"xcomp", "obj"} or (child.relation in {"obl", "advcl"} and word == "as"):
        return (child, Takes.NAME) if Takes.NAME in takes or Takes.ORDER in takes else None
    if child.relation in {"obl", "advcl"} and word == "of":
        return (child, Takes.OF) if Takes.OF in takes else None
    if child.relation in {"obl", "advcl"} and word == "for":
        return (child, Takes.OBJECT) if report.entry.kind in (CueClass.PRAISING, CueClass.BLAMING) else None
    return None
