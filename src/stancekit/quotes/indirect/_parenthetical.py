"""A report put behind or into what it reports: "it is over, she said, for good"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...language._universal import word_of
from ...lexicon._cues import Takes
from ...syntax._trees import DASHES, RELATIVES, VERBAL, is_finite, marker, reach
from ...values import Span
from ..sources._source_spans import agent, is_passive, put_in
from ._reporting_verb import Complement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import Sentence, Token
    from ._reporting_verb import Report

CLOSING_MARKS = frozenset(("”", '"', "''", "»", "’", "'", "’’"))
BORDERS = DASHES | CLOSING_MARKS | {","}
"""What stands between a reporting clause and the clause that it is put behind or into."""
JOINING = frozenset(("CCONJ", "SCONJ", "ADP"))
"""What a report stands behind where only what follows it is reported: "tired and, she said, hungry"."""
MAX_FRONTED = 8
"""Words between "as" and the verb of a report that begins a sentence, at most."""
SUBJECT_CLAUSES = frozenset(("how", "that", "what", "whether", "why"))
"""What begins a clause that is a subject at the head of its sentence: "whether it pays is open"."""
GOES_ON = frozenset(("because", "since", "if", "unless", "when", "for", "that", "including"))
"""Words behind a report's comma by which what is reported goes on."""


def beside(report: Report) -> Complement | None:
    """What stands before a report, and behind it where it is put into a clause."""
    sentence, tokens = report.sentence, report.sentence.tokens
    bounds = _report_bounds(report)
    if bounds is None:
        return None
    begin, end = bounds
    left = left_part(sentence, begin - 1)
    if begin < 2 or left > begin - 2 or tokens[begin - 1].text not in BORDERS:
        return None
    before, behind = tokens[left : begin - 1], _words_behind(report, end)
    if not behind and begins_loosely(tokens[left]) and not has_main_clause(before):
        return None
    if not _has_verb(before) and not _has_verb(behind):
        return None
    spans = [part for part in (before, behind) if part]
    if behind and (before[-1].pos in JOINING or word_of(before[-1]) in RELATIVES):
        spans = [behind]
    return Complement(tuple(Span(part[0].start, part[-1].end) for part in spans), Takes.QUOTE)


def _words_behind(report: Report, end: int) -> Sequence[Token]:
    """How the clause goes on behind a report that is put into it."""
    tokens = report.sentence.tokens
    named = report.sentence.child(report.verb, "nsubj")
    is_inverted = named is not None and named.index > report.verb.index
    if is_inverted or end + 2 >= len(tokens) or tokens[end + 1].text not in BORDERS:
        return ()
    return () if _starts_anew(tokens[end + 2]) else tokens[end + 2 :]


def begins_loosely(token: Token) -> bool:
    """Whether a sentence begins with what may be no more than an occasion: "after the vote", "asked why"."""
    if token.text.lower() in SUBJECT_CLAUSES:
        return False
    return (
        token.pos in {"SCONJ", "ADP"}
        or token.relation == "advcl"
        or token.has("VerbForm=Part")
        or token.has("VerbForm=Ger")
    )


def has_main_clause(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb stands behind a comma: in "if it rains, we stay", not in "after the vote"."""
    at = next((i for i, token in enumerate(tokens) if token.text == ","), len(tokens))
    return any(token.has("VerbForm=Fin") or token.pos == "AUX" for token in tokens[at:])


def fronted(report: Report) -> Complement | None:
    """What follows a report that begins its sentence with "as": "As Smith noted, it is over"."""
    sentence, tokens = report.sentence, report.sentence.tokens
    first = next((i for i, token in enumerate(tokens[:3]) if token.text.lower() == "as"), None)
    if first is None or first > report.verb.index or report.verb.index > first + MAX_FRONTED:
        return None
    comma = next((i for i in range(report.floor, len(tokens)) if tokens[i].text == ","), len(tokens))
    verb, tells = report.verb, Takes.SEEM not in report.entry.takes
    named = sentence.child(verb, "nsubj") or agent(sentence, verb)
    has_object = any(c.relation in {"obj", "ccomp", "xcomp"} for c in report.behind if c.index < comma)
    if not tells or named is None or has_object or marker(sentence, verb) != "as":
        return None
    if not has_main_clause(tokens[comma:]):
        return None
    return Complement((Span(tokens[comma + 1].start, tokens[-1].end),), Takes.QUOTE)


def apart(report: Report) -> Complement | None:
    """What a report is put behind or into, where nothing follows its verb directly: ", she said, "."""
    sentence, verb, tokens = report.sentence, report.verb, report.sentence.tokens
    clause = next((c for c in report.behind if c.relation == "ccomp"), None)
    if clause is not None and marker(sentence, clause) == "that":
        return None
    named = sentence.child(verb, "nsubj")
    is_inverted = named is not None and named.index > verb.index
    if is_inverted or report.floor >= len(tokens) or tokens[report.floor].pos == "PUNCT":
        return beside(report)
    return None


def _report_bounds(report: Report) -> tuple[int, int] | None:
    """The first and last word of a report: its subject, verb, hearer and time."""
    sentence, verb, tokens = report.sentence, report.verb, report.sentence.tokens
    # The nearest: the parse hangs the subject of what is reported on the report, too.
    subjects = sentence.children(verb, "nsubj")
    named = min(subjects, key=lambda c: abs(c.index - verb.index), default=put_in(sentence, verb))
    if named is None or word_of(named) in RELATIVES or not _may_stand_apart(report):
        return None
    first, last = reach(sentence, named)
    first += tokens[first].text == ","
    begin, end = min(first, verb.index), max(last, verb.index)
    if begin and tokens[begin - 1].text.lower() == "as":
        begin -= 1
    has_object = Takes.OBJECT in report.entry.takes or not verb.has("VerbForm=Fin")
    hearers = ("iobj",) if has_object else ("obj", "iobj")
    for child in sentence.children(verb, "obl", "advmod", "compound", "nmod", "advcl", *hearers):
        start, stop = reach(sentence, child)
        if child.relation == "obj" and not sentence.is_somebody(child) and child.pos not in {"PROPN", "PRON"}:
            continue
        if start == end + 1 and tokens[start].pos != "PUNCT":
            end = stop
    return (begin, end) if end + 1 >= len(tokens) or tokens[end + 1].pos == "PUNCT" else None


def _may_stand_apart(report: Report) -> bool:
    """Whether the verb is finite: "she said", and where it takes clauses "she has said"."""
    sentence, verb = report.sentence, report.verb
    if verb.has("VerbForm=Fin"):
        return True
    return Takes.THAT in report.entry.takes and is_finite(sentence, verb) and not is_passive(sentence, verb)


def left_part(sentence: Sentence, end: int) -> int:
    """Where the clause before a report begins: behind a semicolon, else with the sentence."""
    return next((i + 1 for i in range(end - 1, -1, -1) if sentence.tokens[i].text == ";"), 0)


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(token.pos in VERBAL for token in tokens)


def _starts_anew(token: Token) -> bool:
    """Whether a word behind a report's comma leads on to something else: ", adding", ", and"."""
    if token.text.lower() in GOES_ON:
        return False
    return (
        token.pos in {"CCONJ", "SCONJ"}
        or token.has("VerbForm=Part")
        or token.has("VerbForm=Ger")
        or word_of(token) in RELATIVES
    )
