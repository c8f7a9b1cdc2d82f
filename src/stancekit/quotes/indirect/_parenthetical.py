"""Parenthetical reports, behind or inside their content: "it is over, she said, for good"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...language._function_words import CONTINUING_WORDS
from ...language._universal import word_of
from ...lexicon._cues import Takes
from ...syntax._trees import DASHES, RELATIVES, VERBAL, is_finite, marker, reach
from ...values import Span
from ._reporting_verb import Complement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import Token
    from ..cues._cued_sentence import CuedSentence
    from ._reporting_verb import ReportingVerb

CLOSING_MARKS = frozenset(("”", '"', "''", "»", "’", "'", "’’"))
BORDERS = DASHES | CLOSING_MARKS | {","}
"""Tokens between a parenthetical report and its content."""
JOINING_TAGS = frozenset(("CCONJ", "SCONJ", "ADP"))
"""Tags before a report whose content is only behind it: "tired and, she said, hungry"."""
MAX_FRONTED = 8
"""The most words between "as" and the verb of a fronted report."""
SUBJECT_CLAUSES = frozenset(("how", "that", "what", "whether", "why"))
"""First words of a subject clause: "whether it pays is open"."""


def find_report_beside_clause(reporting: ReportingVerb) -> Complement | None:
    """The clause before a report, and its rest behind the report."""
    sentence, tokens = reporting.sentence, reporting.sentence.tokens
    bounds = _report_bounds(reporting)
    if bounds is None:
        return None
    begin, end = bounds
    left = first_of_left_clause(sentence, begin - 1)
    if begin < 2 or left > begin - 2 or tokens[begin - 1].text not in BORDERS:
        return None
    before, behind = tokens[left : begin - 1], _words_behind(reporting, end)
    if not behind and begins_loosely(tokens[left]) and not has_main_clause(before):
        return None
    if not _has_verb(before) and not _has_verb(behind):
        return None
    spans = [part for part in (before, behind) if part]
    if behind and (before[-1].pos in JOINING_TAGS or word_of(before[-1]) in RELATIVES):
        spans = [behind]
    return Complement(tuple(Span(part[0].start, part[-1].end) for part in spans), Takes.QUOTE)


def _words_behind(reporting: ReportingVerb, end: int) -> Sequence[Token]:
    """The rest of the content behind a report inside it."""
    tokens = reporting.sentence.tokens
    named = reporting.sentence.child(reporting.verb, "nsubj")
    is_inverted = named is not None and named.index > reporting.verb.index
    if is_inverted or end + 2 >= len(tokens) or tokens[end + 1].text not in BORDERS:
        return ()
    return () if _begins_other_clause(tokens[end + 2]) else tokens[end + 2 :]


def begins_loosely(token: Token) -> bool:
    """Whether a sentence begins with what may be only an adverbial: "after the vote", "asked why"."""
    if token.text.lower() in SUBJECT_CLAUSES:
        return False
    return (
        token.pos in {"SCONJ", "ADP"}
        or token.relation == "advcl"
        or token.has("VerbForm=Part")
        or token.has("VerbForm=Ger")
    )


def has_main_clause(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb follows the first comma: in "if it rains, we stay", not in "after the vote"."""
    at = next((i for i, token in enumerate(tokens) if token.text == ","), len(tokens))
    return any(token.has("VerbForm=Fin") or token.pos == "AUX" for token in tokens[at:])


def find_fronted_report(reporting: ReportingVerb) -> Complement | None:
    """The content behind a report that begins its sentence with "as": "As Smith noted, it is over"."""
    sentence, tokens = reporting.sentence, reporting.sentence.tokens
    first = next((i for i, token in enumerate(tokens[:3]) if token.text.lower() == "as"), None)
    if first is None or first > reporting.verb.index or reporting.verb.index > first + MAX_FRONTED:
        return None
    comma = next(
        (i for i in range(reporting.first_behind, len(tokens)) if tokens[i].text == ","), len(tokens)
    )
    verb, is_raising = reporting.verb, Takes.SEEM in reporting.entry.takes
    named = sentence.child(verb, "nsubj") or sentence.agent(verb)
    has_object = any(
        c.relation in {"obj", "ccomp", "xcomp"} for c in reporting.dependents_behind if c.index < comma
    )
    if is_raising or named is None or has_object or marker(sentence, verb) != "as":
        return None
    if not has_main_clause(tokens[comma:]):
        return None
    return Complement((Span(tokens[comma + 1].start, tokens[-1].end),), Takes.QUOTE)


def find_parenthetical_report(reporting: ReportingVerb) -> Complement | None:
    """The content around a report whose verb has nothing directly behind it: ", she said, "."""
    sentence, verb, tokens = reporting.sentence, reporting.verb, reporting.sentence.tokens
    clause = next((c for c in reporting.dependents_behind if c.relation == "ccomp"), None)
    if clause is not None and marker(sentence, clause) == "that":
        return None
    named = sentence.child(verb, "nsubj")
    is_inverted = named is not None and named.index > verb.index
    if is_inverted or reporting.first_behind >= len(tokens) or tokens[reporting.first_behind].pos == "PUNCT":
        return find_report_beside_clause(reporting)
    return None


def _report_bounds(reporting: ReportingVerb) -> tuple[int, int] | None:
    """The first and last word of a report: its subject, verb, addressee and time."""
    sentence, verb, tokens = reporting.sentence, reporting.verb, reporting.sentence.tokens
    # The nearest one: parsers hang the subject of the content on the reporting verb, too.
    subjects = sentence.children(verb, "nsubj")
    named = min(
        subjects, key=lambda c: abs(c.index - verb.index), default=sentence.parenthetical_subject(verb)
    )
    if named is None or word_of(named) in RELATIVES or not _may_stand_apart(reporting):
        return None
    first, last = reach(sentence, named)
    first += tokens[first].text == ","
    begin, end = min(first, verb.index), max(last, verb.index)
    if begin and tokens[begin - 1].text.lower() == "as":
        begin -= 1
    has_object = Takes.OBJECT in reporting.entry.takes or not verb.has("VerbForm=Fin")
    hearers = ("iobj",) if has_object else ("obj", "iobj")
    for child in sentence.children(verb, "obl", "advmod", "compound", "nmod", "advcl", *hearers):
        start, stop = reach(sentence, child)
        if child.relation == "obj" and not sentence.is_somebody(child) and child.pos not in {"PROPN", "PRON"}:
            continue
        if start == end + 1 and tokens[start].pos != "PUNCT":
            end = stop
    return (begin, end) if end + 1 >= len(tokens) or tokens[end + 1].pos == "PUNCT" else None


def _may_stand_apart(reporting: ReportingVerb) -> bool:
    """Whether the verb is finite ("she said"); of verbs with clauses also "she has said"."""
    sentence, verb = reporting.sentence, reporting.verb
    if verb.has("VerbForm=Fin"):
        return True
    return Takes.THAT in reporting.entry.takes and is_finite(sentence, verb) and not sentence.is_passive(verb)


def first_of_left_clause(sentence: CuedSentence, end: int) -> int:
    """The first word of the clause before a report: behind a semicolon, else of the sentence."""
    return next((i + 1 for i in range(end - 1, -1, -1) if sentence.tokens[i].text == ";"), 0)


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(token.pos in VERBAL for token in tokens)


def _begins_other_clause(token: Token) -> bool:
    """Whether a word behind a report's comma begins another clause: ", adding", ", and"."""
    if token.text.lower() in CONTINUING_WORDS:
        return False
    return (
        token.pos in {"CCONJ", "SCONJ"}
        or token.has("VerbForm=Part")
        or token.has("VerbForm=Ger")
        or word_of(token) in RELATIVES
    )
