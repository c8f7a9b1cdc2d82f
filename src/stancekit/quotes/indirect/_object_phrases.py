"""The phrase that a verb governs: "urged him to go", "praised the deal", "spoke about the war"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...language._universal import word_of
from ...lexicon._cues import CueClass, Takes
from ...syntax._trees import VERBAL, marker, reach, span_of
from ..sources._source_spans import DOCUMENTS, NOUNS, WH, is_passive, subject
from ._raising_and_passive import HEARERS_LEFT_OUT
from ._reporting_verb import Complement

if TYPE_CHECKING:
    from ...values import Sentence, Token
    from ._reporting_verb import Report

PREPOSITIONS = frozenset(
    ("about", "after", "against", "at", "by", "for", "into", "of", "on", "over", "to", "with")
)
"""Last words of cues that lead to what is told."""
OCCASIONS = frozenset(("at", "during", "after", "before", "when", "while", "since", "until"))
"""What says where and when somebody praises or tells begins with these."""
TOLD_IN = frozenset(("in", "on", "via"))
TELLINGS = frozenset(
    """address blog briefing editorial email facebook instagram interview letter memo message op-ed podcast
    post radio rally speech statement television testimony tweet twitter youtube""".split()
)
"""Nouns for where something is told: "in a tweet", "on Facebook"."""
LOOSE_ENDS = frozenset(("advcl", "obl", "advmod", "xcomp", "ccomp", "acl", "nmod"))
"""Relations of phrases that the parse likes to hang too high."""


def prepositional(report: Report) -> Complement | None:
    """All that a preposition of the cue leads to: "called for him to resign", "spoke about the war"."""
    sentence, tokens = report.sentence, report.sentence.tokens
    if report.entry.words[-1] not in PREPOSITIONS or report.floor >= len(tokens):
        return None
    top = tokens[report.floor]
    if top.pos == "PUNCT":
        return None
    while not top.is_root and top.head >= report.floor:
        top = sentence.head(top)
    last = reach(sentence, top)[1]
    for child in report.behind:
        begin, end = reach(sentence, child)
        if begin == last + 1 and (child.relation in {"xcomp", "ccomp"} or _tells_more(sentence, child)):
            last = end
    return Complement((span_of(sentence, report.floor, last),), Takes.OBJECT)


def order(report: Report) -> Complement | None:
    """Somebody and an infinitive: "urged him to go"."""
    objects = {"obj", "iobj"} if len(report.entry.words) == 1 else {"obj", "iobj", "obl"}
    somebody = next((c for c in report.behind if c.relation in objects), None)
    wanted = next((c for c in report.behind if c.relation in {"xcomp", "ccomp"}), None)
    if somebody is None or wanted is None or wanted.index < somebody.index:
        return None
    first = wanted if report.entry.words[0] in HEARERS_LEFT_OUT else somebody
    return Complement((report.from_to(first, wanted),), Takes.ORDER)


def name(report: Report) -> Complement | None:
    """Somebody and what he is called: "called him a genius", "described it as a mistake"."""
    sentence = report.sentence
    if is_passive(sentence, report.verb):
        return None
    named = next((c for c in report.behind if c.relation in {"obj", "iobj", "expl", "ccomp"}), None)
    nouns = [c for c in report.behind if c.relation == "xcomp" and c.pos in NOUNS]
    if named is None and len(nouns) > 1:
        named = nouns[0]
    if named is None:
        return _of_relative(report)
    predicates = [c for c in report.behind if c.index > named.index and _is_predicate(sentence, c)]
    if predicates or named.relation == "ccomp":
        last = max((named, *predicates), key=lambda c: reach(sentence, c)[1])
        return Complement((report.from_to(named, _with_more(report, last)),), Takes.NAME)
    called = _called(report, named)
    if called is not None:
        return Complement((report.from_to(named, called),), Takes.NAME)
    if report.entry.kind is not CueClass.CALLING or Takes.OBJECT in report.entry.takes:
        return None
    begin = max(report.floor, reach(sentence, named)[0])
    return Complement((span_of(sentence, begin, len(sentence.tokens) - 1),), Takes.NAME, needs_marks=True)


def _of_relative(report: Report) -> Complement | None:
    """A pronoun that begins its clause and what it is called: "which he described as unwise"."""
    sentence, first = report.sentence, report.sentence.child(report.verb, "obj")
    called = next((c for c in report.behind if _is_predicate(sentence, c)), None)
    if first is None or called is None or word_of(first) not in WH:
        return None
    return Complement((first.span, report.from_to(called, called)), Takes.NAME)


def _called(report: Report, named: Token) -> Token | None:
    """What follows "as" directly behind somebody or something, whatever it hangs on."""
    sentence = report.sentence
    at = reach(sentence, named)[1] + 1
    if at + 1 >= len(sentence.tokens) or sentence.tokens[at].text.lower() != "as":
        return None
    noun = sentence.head(sentence.tokens[at])
    return noun if noun.index > at else None


def _is_predicate(sentence: Sentence, token: Token) -> bool:
    if token.relation in {"obl", "advcl"}:
        return marker(sentence, token) in {"as", "to"}
    return token.relation in {"xcomp", "obj"}


def of(report: Report) -> Complement | None:
    """Somebody and what he is accused of: "accused him of lying"."""
    sentence = report.sentence
    objects = [c for c in report.behind if c.relation == "obj"]
    phrases = [
        *(c for c in report.behind if c.relation in {"obl", "advcl"}),
        *(c for object_ in objects for c in sentence.children(object_, "nmod")),
    ]
    blame = next((c for c in phrases if marker(sentence, c) == "of"), None)
    if blame is None:
        return None
    accused = next((c for c in objects if c.index < blame.index), blame)
    return Complement((report.from_to(accused, blame),), Takes.OF)


def infinitive(report: Report) -> Complement | None:
    """What somebody wants to do: "vowed to go"."""
    wanted = next((c for c in report.behind if c.relation == "xcomp" and c.pos in VERBAL), None)
    return None if wanted is None else Complement((report.from_to(wanted, wanted),), Takes.INFINITIVE)


def object_(report: Report) -> Complement | None:
    """A noun phrase, with the phrases that go on behind it: "praised them for their courage"."""
    sentence, verb, entry = report.sentence, report.verb, report.entry
    if is_passive(sentence, verb):
        return None
    if entry.kind is CueClass.SHOWING and not _is_document(subject(sentence, verb)):
        return None
    relations = {"obj"} if len(entry.words) == 1 else {"obj", "obl"}
    if sentence.child(verb, "obj") is None:
        relations.add("iobj")
    head = next((c for c in report.behind if c.relation in relations and c.dep != "obl:unmarked"), None)
    if head is None:
        return None
    return Complement((report.from_to(head, _with_more(report, head)),), Takes.OBJECT)


def _with_more(report: Report, last: Token) -> Token:
    """The last of the dependents that go on from one without a break."""
    sentence = report.sentence
    for child in report.behind:
        if reach(sentence, child)[0] == reach(sentence, last)[1] + 1 and _tells_more(sentence, child):
            last = child
    return last


def _tells_more(sentence: Sentence, child: Token) -> bool:
    """Whether a dependent belongs to what is praised or told, not to where and when somebody does so."""
    if child.relation not in LOOSE_ENDS or child.dep == "obl:unmarked":
        return False
    begins, preposition = sentence.tokens[reach(sentence, child)[0]], marker(sentence, child)
    if preposition in TOLD_IN and child.lemma.lower() in TELLINGS:
        return False
    return begins.text != "," and preposition not in OCCASIONS


def _is_document(head: Token | None) -> bool:
    """Whether a text or a figure is the subject: polls show, people do otherwise."""
    return head is not None and head.lemma in DOCUMENTS
