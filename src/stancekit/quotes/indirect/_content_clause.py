"""Content clauses: "she said that it was over"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...language._function_words import CONTENT_CLAUSE_OPENERS
from ...language._universal import word_of
from ...lexicon._cues import Takes
from ...syntax._trees import DASHES, marker, opens_that_clause, reach, span_of
from ._reporting_verb import (
    OFTEN_ATTACHED_TOO_HIGH,
    Complement,
    is_coordinated_report,
    is_reporting_participle,
    is_verb_of_saying,
)

if TYPE_CHECKING:
    from ...values import Token
    from ..cues._cued_sentence import CuedSentence
    from ._reporting_verb import ReportingVerb

CONCESSIVES = frozenset(("although", "though", "despite"))
"""Words that begin a concession of the narrator's behind a comma."""
OMITTING_THAT = frozenset(("say",))
"""Verbs that leave out "that" more often than not."""
SUBJECT_PRONOUNS = frozenset(("he", "she", "they", "we", "i"))
"""Nominative pronouns: one behind a verb begins a clause."""
RELATIONS_OF_OUTER_SUBJECT = frozenset(("obj", "iobj", "nsubj"))
"""Relations to the reporting verb that parsers give to the subject of the content clause."""
FIRST_TAGS_OF_CLAUSE = frozenset(("DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"))
PREPOSITIONS_OF_PLACE = frozenset(("at", "during", "in", "on"))
"""Prepositions of where something is said: "in an interview", "on his page"."""


def find_content_clause(reporting: ReportingVerb) -> Complement | None:
    """A clause that is the verb's clausal complement in the parse."""
    clauses = [
        c for c in reporting.dependents_behind if c.relation in {"ccomp", "csubj"}
    ] or _clauses_of_hearer(reporting)
    if not clauses:
        return None
    first = _clause_begin(reporting, clauses[0])
    last = min(_clause_end(reporting, clauses[0]), len(reporting.sentence.tokens) - 1)
    return Complement((span_of(reporting.sentence, first, max(first, last)),), Takes.THAT)


def _clauses_of_hearer(reporting: ReportingVerb) -> list[Token]:
    """Clauses with "that" attached to the addressee or the place: "told us in May that it is over"."""
    sentence = reporting.sentence
    hearers = [
        c
        for c in reporting.dependents_behind
        if c.relation == "iobj" or (c.relation == "obj" and sentence.is_somebody(c))
    ]
    places = [
        c
        for c in reporting.dependents_behind
        if c.relation == "obl" and marker(sentence, c) in PREPOSITIONS_OF_PLACE
    ]
    clauses = [c for noun in (*hearers, *places) for c in sentence.children(noun, "acl")]
    return [c for c in clauses if any(opens_that_clause(sentence, m) for m in sentence.children(c, "mark"))]


def _clause_begin(reporting: ReportingVerb, clause: Token) -> int:
    """The first word of a content clause, without words of the report that are attached to it."""
    sentence, floor = reporting.sentence, reporting.first_behind
    tokens = sentence.tokens
    if tokens[floor].text.lower() in CONTENT_CLAUSE_OPENERS:
        return floor
    first = max(floor, reach(sentence, clause)[0])
    that = next((t for t in tokens[floor : clause.index] if _marks_that(sentence, t)), None)
    if that is not None:
        return that.index
    if sentence.child(clause, "nsubj", "expl", "csubj", "mark") is None:
        named = next(
            (
                c
                for c in reporting.dependents_behind
                if c.relation in RELATIONS_OF_OUTER_SUBJECT and c.index < first
            ),
            None,
        )
        if named is not None:
            return max(floor, reach(sentence, named)[0])
    return first


def _marks_that(sentence: CuedSentence, token: Token) -> bool:
    return token.relation == "mark" and opens_that_clause(sentence, token)


def _clause_end(reporting: ReportingVerb, clause: Token) -> int:
    """The last word of a content clause, extended or cut where the parse misses its boundary."""
    sentence, tokens = reporting.sentence, reporting.sentence.tokens
    last = reach(sentence, clause)[1]
    for child in reporting.dependents_behind:
        begin, end = reach(sentence, child)
        if end > last and begin <= last + 2 and _continues_clause(sentence, child, tokens[last + 1]):
            last = end
    for child in sentence.children(clause, "conj"):
        if is_coordinated_report(sentence, reporting.verb, clause, child):
            last = min(last, _last_before(sentence, child))
    for at in range(clause.index + 1, last - 1):
        if (tokens[at].text == "," or tokens[at].text in DASHES) and _begins_narration(
            sentence, tokens[at + 1]
        ):
            return at - 1
    return last


def _continues_clause(sentence: CuedSentence, child: Token, border: Token) -> bool:
    """Whether a further dependent of the cue belongs to the content."""
    if child.relation == "ccomp":
        return True
    if child.relation == "conj":
        return sentence.child(child, "nsubj") is not None and not is_verb_of_saying(sentence, child)
    return border.pos != "PUNCT" and child.relation in OFTEN_ATTACHED_TOO_HIGH


def _begins_narration(sentence: CuedSentence, token: Token) -> bool:
    """Whether a word behind a comma begins a report, or a concession of the narrator's."""
    return token.text.lower() in CONCESSIVES or is_reporting_participle(sentence, token)


def _last_before(sentence: CuedSentence, child: Token) -> int:
    """The last word before a coordinated clause, without the comma."""
    at = reach(sentence, child)[0] - 1
    while at > 0 and (sentence.tokens[at].text in {",", ";"} or sentence.tokens[at].text in DASHES):
        at -= 1
    return at


def find_detached_clause(reporting: ReportingVerb) -> Complement | None:
    """A clause behind a reporting verb that is no dependent of the verb in the parse."""
    sentence, tokens = reporting.sentence, reporting.sentence.tokens
    if reporting.first_behind + 2 >= len(tokens) or not any(
        is_in_main_clause(sentence, t) for t in tokens[reporting.first_behind :]
    ):
        return None
    word = tokens[reporting.first_behind]
    bare = reporting.entry.words[0] in OMITTING_THAT and word.pos in FIRST_TAGS_OF_CLAUSE
    bare = bare or word_of(word) in SUBJECT_PRONOUNS
    if word.text.lower() != "that" and not (bare and sentence.child(reporting.verb, "obj", "xcomp") is None):
        return None
    return Complement((span_of(sentence, reporting.first_behind, len(tokens) - 1),), Takes.THAT)


def is_in_main_clause(sentence: CuedSentence, token: Token) -> bool:
    """Whether a word is a finite verb, or its auxiliary, outside adnominal and adverbial clauses."""
    clause = sentence.head(token) if token.relation in {"aux", "cop"} else token
    return token.has("VerbForm=Fin") and clause.relation not in {"acl", "advcl"}
