"""Objects of reporting verbs: "urged him to go", "praised the deal", "spoke about the war"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...language._function_words import OBJECT_PREPOSITIONS, TEMPORAL_OPENERS
from ...language._universal import word_of
from ...lexicon._cues import CueClass, Takes
from ...syntax._sentence import NOUN_TAGS
from ...syntax._subject import WH
from ...syntax._trees import VERBAL, marker, reach, span_of
from ._raising_and_passive import HEARERS_LEFT_OUT
from ._reporting_verb import OFTEN_ATTACHED_TOO_HIGH, Complement

if TYPE_CHECKING:
    from ...values import Token
    from ..cues._cued_sentence import CuedSentence
    from ._reporting_verb import ReportingVerb

PREPOSITIONS_OF_MEDIUM = frozenset(("in", "on", "via"))


def find_prepositional_object(reporting: ReportingVerb) -> Complement | None:
    """The object of a cue that ends in a preposition: "called for him to resign", "spoke about the war"."""
    sentence, tokens = reporting.sentence, reporting.sentence.tokens
    if reporting.entry.words[-1] not in OBJECT_PREPOSITIONS or reporting.first_behind >= len(tokens):
        return None
    top = tokens[reporting.first_behind]
    if top.pos == "PUNCT":
        return None
    while not top.is_root and top.head >= reporting.first_behind:
        top = sentence.head(top)
    last = reach(sentence, top)[1]
    for child in reporting.dependents_behind:
        begin, end = reach(sentence, child)
        if begin == last + 1 and (
            child.relation in {"xcomp", "ccomp"} or _belongs_to_object(sentence, child)
        ):
            last = end
    return Complement((span_of(sentence, reporting.first_behind, last),), Takes.OBJECT)


def find_object_with_infinitive(reporting: ReportingVerb) -> Complement | None:
    """An object and its infinitive: "urged him to go"."""
    objects = {"obj", "iobj"} if len(reporting.entry.words) == 1 else {"obj", "iobj", "obl"}
    somebody = next((c for c in reporting.dependents_behind if c.relation in objects), None)
    wanted = next((c for c in reporting.dependents_behind if c.relation in {"xcomp", "ccomp"}), None)
    if somebody is None or wanted is None or wanted.index < somebody.index:
        return None
    first = wanted if reporting.entry.words[0] in HEARERS_LEFT_OUT else somebody
    return Complement((reporting.span_between(first, wanted),), Takes.ORDER)


def find_object_with_predicate(reporting: ReportingVerb) -> Complement | None:
    """An object and its predicate: "called him a genius", "described it as a mistake"."""
    sentence = reporting.sentence
    if sentence.is_passive(reporting.verb):
        return None
    named = next(
        (c for c in reporting.dependents_behind if c.relation in {"obj", "iobj", "expl", "ccomp"}), None
    )
    nouns = [c for c in reporting.dependents_behind if c.relation == "xcomp" and c.pos in NOUN_TAGS]
    if named is None and len(nouns) > 1:
        named = nouns[0]
    if named is None:
        return _find_predicate_of_relative(reporting)
    predicates = [
        c for c in reporting.dependents_behind if c.index > named.index and _is_predicate(sentence, c)
    ]
    if predicates or named.relation == "ccomp":
        last = max((named, *predicates), key=lambda c: reach(sentence, c)[1])
        return Complement((reporting.span_between(named, _last_of_row(reporting, last)),), Takes.NAME)
    called = _find_noun_after_as(reporting, named)
    if called is not None:
        return Complement((reporting.span_between(named, called),), Takes.NAME)
    if reporting.entry.kind is not CueClass.CALLING or Takes.OBJECT in reporting.entry.takes:
        return None
    begin = max(reporting.first_behind, reach(sentence, named)[0])
    return Complement((span_of(sentence, begin, len(sentence.tokens) - 1),), Takes.NAME, needs_marks=True)


def _find_predicate_of_relative(reporting: ReportingVerb) -> Complement | None:
    """A relative pronoun as the object, and its predicate: "which he described as unwise"."""
    sentence, first = reporting.sentence, reporting.sentence.child(reporting.verb, "obj")
    called = next((c for c in reporting.dependents_behind if _is_predicate(sentence, c)), None)
    if first is None or called is None or word_of(first) not in WH:
        return None
    return Complement((first.span, reporting.span_between(called, called)), Takes.NAME)


def _find_noun_after_as(reporting: ReportingVerb, named: Token) -> Token | None:
    """The noun of an "as" directly behind the object, whatever its governor."""
    sentence = reporting.sentence
    at = reach(sentence, named)[1] + 1
    if at + 1 >= len(sentence.tokens) or sentence.tokens[at].text.lower() != "as":
        return None
    noun = sentence.head(sentence.tokens[at])
    return noun if noun.index > at else None


def _is_predicate(sentence: CuedSentence, token: Token) -> bool:
    if token.relation in {"obl", "advcl"}:
        return marker(sentence, token) in {"as", "to"}
    return token.relation in {"xcomp", "obj"}


def find_object_with_of_phrase(reporting: ReportingVerb) -> Complement | None:
    """An object and its phrase with "of": "accused him of lying"."""
    sentence = reporting.sentence
    objects = [c for c in reporting.dependents_behind if c.relation == "obj"]
    phrases = [
        *(c for c in reporting.dependents_behind if c.relation in {"obl", "advcl"}),
        *(c for accused in objects for c in sentence.children(accused, "nmod")),
    ]
    blame = next((c for c in phrases if marker(sentence, c) == "of"), None)
    if blame is None:
        return None
    accused = next((c for c in objects if c.index < blame.index), blame)
    return Complement((reporting.span_between(accused, blame),), Takes.OF)


def find_infinitive(reporting: ReportingVerb) -> Complement | None:
    """An infinitive: "vowed to go"."""
    wanted = next((c for c in reporting.dependents_behind if c.relation == "xcomp" and c.pos in VERBAL), None)
    return None if wanted is None else Complement((reporting.span_between(wanted, wanted),), Takes.INFINITIVE)


def find_object(reporting: ReportingVerb) -> Complement | None:
    """An object, with the phrases that continue it: "praised them for their courage"."""
    sentence, verb, entry = reporting.sentence, reporting.verb, reporting.entry
    if sentence.is_passive(verb):
        return None
    if entry.kind is CueClass.SHOWING and not _is_document(sentence, sentence.doer(verb)):
        return None
    relations = {"obj"} if len(entry.words) == 1 else {"obj", "obl"}
    if sentence.child(verb, "obj") is None:
        relations.add("iobj")
    head = next(
        (c for c in reporting.dependents_behind if c.relation in relations and c.dep != "obl:unmarked"), None
    )
    if head is None:
        return None
    return Complement((reporting.span_between(head, _last_of_row(reporting, head)),), Takes.OBJECT)


def _last_of_row(reporting: ReportingVerb, last: Token) -> Token:
    """The last of the dependents that follow one without a gap."""
    sentence = reporting.sentence
    for child in reporting.dependents_behind:
        if reach(sentence, child)[0] == reach(sentence, last)[1] + 1 and _belongs_to_object(sentence, child):
            last = child
    return last


def _belongs_to_object(sentence: CuedSentence, child: Token) -> bool:
    """Whether a dependent belongs to the content, not to time and place of the report."""
    if child.relation not in OFTEN_ATTACHED_TOO_HIGH or child.dep == "obl:unmarked":
        return False
    begins, preposition = sentence.tokens[reach(sentence, child)[0]], marker(sentence, child)
    if preposition in PREPOSITIONS_OF_MEDIUM and child.lemma.lower() in sentence.nouns.medium:
        return False
    return begins.text != "," and preposition not in TEMPORAL_OPENERS


def _is_document(sentence: CuedSentence, head: Token | None) -> bool:
    """Whether the subject is a text or a figure: polls show something, people show it otherwise."""
    return head is not None and head.lemma in sentence.nouns.document
