"""A clause behind a reporting verb: "she said that it was over"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...language._universal import word_of
from ...lexicon._cues import Takes
from ...syntax._trees import DASHES, marker, opens_report, reach, span_of
from ._reporting_verb import Complement, begins_report, reports, same_report

if TYPE_CHECKING:
    from ...values import Sentence, Token
    from ..cues._cued_sentence import CuedSentence
    from ._reporting_verb import Report

OPENING_WORDS = frozenset(("that", "why", "how", "what", "whether", "if", "where", "when", "who", "which"))
CONCESSIONS = frozenset(("although", "though", "despite"))
"""What the narrator objects begins with these, behind a comma."""
BARE = frozenset(("say",))
"""Verbs that leave out "that" more often than not."""
SUBJECTS = frozenset(("he", "she", "they", "we", "i"))
"""Pronouns that begin a clause and are no object."""
OUTER = frozenset(("obj", "iobj", "nsubj"))
"""Relations to the report by which the parse hangs the subject of what is reported."""
FIRST_OF_CLAUSE = frozenset(("DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"))
WHERE_TOLD = frozenset(("at", "during", "in", "on"))
"""Prepositions before where something is told: "in an interview", "on his page"."""
LOOSE_ENDS = frozenset(("advcl", "obl", "advmod", "xcomp", "ccomp", "acl", "nmod"))
"""Relations of phrases that the parse likes to hang too high."""


def clause(report: Report) -> Complement | None:
    """A clause that the parse hangs on the verb."""
    clauses = [c for c in report.behind if c.relation in {"ccomp", "csubj"}] or _clauses_of_hearer(report)
    if not clauses:
        return None
    first = _clause_begin(report, clauses[0])
    last = min(_clause_end(report, clauses[0]), len(report.sentence.tokens) - 1)
    return Complement((span_of(report.sentence, first, max(first, last)),), Takes.THAT)


def _clauses_of_hearer(report: Report) -> list[Token]:
    """Clauses with "that" that the parse hangs on who is told, or where: "told us in May that it is over"."""
    sentence = report.sentence
    hearers = [
        c for c in report.behind if c.relation == "iobj" or (c.relation == "obj" and sentence.is_somebody(c))
    ]
    places = [c for c in report.behind if c.relation == "obl" and marker(sentence, c) in WHERE_TOLD]
    clauses = [c for noun in (*hearers, *places) for c in sentence.children(noun, "acl")]
    return [c for c in clauses if any(opens_report(sentence, m) for m in sentence.children(c, "mark"))]


def _clause_begin(report: Report, clause: Token) -> int:
    """Where a reported clause begins; words of the report that hang on it by mistake are left out."""
    sentence, floor = report.sentence, report.floor
    tokens = sentence.tokens
    if tokens[floor].text.lower() in OPENING_WORDS:
        return floor
    first = max(floor, reach(sentence, clause)[0])
    that = next((t for t in tokens[floor : clause.index] if _marks_that(sentence, t)), None)
    if that is not None:
        return that.index
    if sentence.child(clause, "nsubj", "expl", "csubj", "mark") is None:
        named = next((c for c in report.behind if c.relation in OUTER and c.index < first), None)
        if named is not None:
            return max(floor, reach(sentence, named)[0])
    return first


def _marks_that(sentence: CuedSentence, token: Token) -> bool:
    return token.relation == "mark" and opens_report(sentence, token)


def _clause_end(report: Report, clause: Token) -> int:
    """Where it ends; mended where the parse breaks it off or lets it run on into the next report."""
    sentence, tokens = report.sentence, report.sentence.tokens
    last = reach(sentence, clause)[1]
    for child in report.behind:
        begin, end = reach(sentence, child)
        if end > last and begin <= last + 2 and _goes_on(sentence, child, tokens[last + 1]):
            last = end
    for child in sentence.children(clause, "conj"):
        if same_report(sentence, report.verb, clause, child):
            last = min(last, _before(sentence, child))
    for at in range(clause.index + 1, last - 1):
        if (tokens[at].text == "," or tokens[at].text in DASHES) and _leads_off(sentence, tokens[at + 1]):
            return at - 1
    return last


def _goes_on(sentence: CuedSentence, child: Token, border: Token) -> bool:
    """Whether a further dependent of the cue still belongs to what is reported."""
    if child.relation == "ccomp":
        return True
    if child.relation == "conj":
        return sentence.child(child, "nsubj") is not None and not reports(sentence, child)
    return border.pos != "PUNCT" and child.relation in LOOSE_ENDS


def _leads_off(sentence: CuedSentence, token: Token) -> bool:
    """Whether a word behind a comma begins a report or an objection of the narrator's."""
    return token.text.lower() in CONCESSIONS or begins_report(sentence, token)


def _before(sentence: Sentence, child: Token) -> int:
    """The last word before a coordinated clause, its comma left out."""
    at = reach(sentence, child)[0] - 1
    while at > 0 and (sentence.tokens[at].text in {",", ";"} or sentence.tokens[at].text in DASHES):
        at -= 1
    return at


def rest(report: Report) -> Complement | None:
    """What follows a reporting verb, where the parse does not hang it there."""
    sentence, tokens = report.sentence, report.sentence.tokens
    if report.floor + 2 >= len(tokens) or not any(is_main(sentence, t) for t in tokens[report.floor :]):
        return None
    word = tokens[report.floor]
    bare = report.entry.words[0] in BARE and word.pos in FIRST_OF_CLAUSE
    bare = bare or word_of(word) in SUBJECTS
    if word.text.lower() != "that" and not (bare and sentence.child(report.verb, "obj", "xcomp") is None):
        return None
    return Complement((span_of(sentence, report.floor, len(tokens) - 1),), Takes.THAT)


def is_main(sentence: Sentence, token: Token) -> bool:
    """Whether a word is a finite verb, or helps one, of a clause that no noun or verb takes in."""
    clause = sentence.head(token) if token.relation in {"aux", "cop"} else token
    return token.has("VerbForm=Fin") and clause.relation not in {"acl", "advcl"}
