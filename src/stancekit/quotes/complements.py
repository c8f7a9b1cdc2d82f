"""What a reporting verb reports, by the parse: the clause, the infinitive, the phrase it governs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ..values import Span
from .cues import Cue, CueClass, Takes, verb_cues
from .sources import DOCUMENTS, is_passive, subject
from .trees import DASHES, RELATIVES, VERBAL, is_participle, marker, reach, span_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..values import Sentence, Token

OPENING_WORDS = frozenset(("that", "why", "how", "what", "whether", "if", "where", "when", "who", "which"))
BORDERS = DASHES | {",", "”", '"', "''", "»", "’", "'"}
"""What stands between a reporting clause and the clause that it is put behind or into."""
HEARERS_LEFT_OUT = frozenset(("ask", "tell"))
"""Verbs whose object hears what is wanted, but is no part of it."""
CONCESSIONS = frozenset(("although", "though", "despite"))
"""What the narrator objects begins with these, behind a comma."""
BARE = frozenset(("say",))
"""Verbs that leave out "that" more often than not."""
FIRST_OF_CLAUSE = frozenset(("DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"))
_LONG_DASHES = DASHES - {"-"}
LOOSE_ENDS = frozenset(("advcl", "obl", "advmod", "xcomp", "acl", "nmod"))
"""Relations of phrases that the parse likes to hang too high."""


@frozen(eq=False)
class Complement:
    """What is reported.

    Args:
        regions: The stretches of the text that hold it.

        frame: By what construction.

        needs_marks: Whether it counts only if something in it stands in quotation marks.
    """

    regions: tuple[Span, ...]
    frame: Takes
    needs_marks: bool = False


@frozen(eq=False)
class Report:
    """A reporting verb and its lexicon entry."""

    sentence: Sentence
    verb: Token
    entry: Cue

    @property
    def floor(self) -> int:
        """Position of the first word behind the cue."""
        return self.verb.index + len(self.entry.words)

    @property
    def behind(self) -> tuple[Token, ...]:
        """The verb's dependents behind the cue."""
        return tuple(c for c in self.sentence.children(self.verb) if c.index >= self.floor)

    def from_to(self, first: Token, last: Token) -> Span:
        """From the words of one dependent to those of another."""
        begin = max(self.floor, reach(self.sentence, first)[0])
        return span_of(self.sentence, begin, max(begin, reach(self.sentence, last)[1]))


def complement(sentence: Sentence, verb: Token, entry: Cue) -> Complement | None:
    """What a verb reports, by the first construction that it allows and that is there."""
    report = Report(sentence, verb, entry)
    for takes, find in _CONSTRUCTIONS:
        if entry.takes & takes:
            found = find(report)
            if found is not None:
                return found
    return None


def reports(token: Token) -> bool:
    """Whether a word is a verb of saying."""
    return token.pos in VERBAL and any(Takes.QUOTE in entry.takes for entry in verb_cues(token))


def same_report(sentence: Sentence, verb: Token, clause: Token, other: Token) -> bool:
    """Whether a verb coordinated with a reported clause rather reports, too.

    In "she said that he won and called it fair" the parse tends to coordinate "called" with "won".
    """
    return (
        clause.relation == "ccomp"
        and other.index > clause.index
        and reports(other)
        and sentence.child(other, "nsubj", "aux") is None
        and any(verb.has(tense) and other.has(tense) for tense in ("Tense=Past", "Tense=Pres"))
    )


# --- a clause behind the verb ---------------------------------------------------------------------


def _clause(report: Report) -> Complement | None:
    clauses = [c for c in report.behind if c.relation in {"ccomp", "csubj"}]
    if not clauses:
        return None
    first = _clause_begin(report, clauses[0])
    last = min(_clause_end(report, clauses[0]), len(report.sentence.tokens) - 1)
    return Complement((span_of(report.sentence, first, max(first, last)),), Takes.THAT)


def _clause_begin(report: Report, clause: Token) -> int:
    """Where a reported clause begins; words of the report that hang on it by mistake are left out."""
    sentence, floor = report.sentence, report.floor
    tokens = sentence.tokens
    if tokens[floor].text.lower() in OPENING_WORDS:
        return floor
    first = max(floor, reach(sentence, clause)[0])
    that = next((c for c in sentence.children(clause, "mark") if c.text.lower() == "that"), None)
    if that is not None:
        return max(first, that.index)
    if (
        first + 1 < clause.index
        and tokens[first + 1].text.lower() == "that"
        and tokens[first].pos in {"ADP", "ADV"}
    ):
        return first + 1
    if sentence.child(clause, "nsubj", "expl", "csubj", "mark") is None:
        named = next((c for c in report.behind if c.relation == "obj" and c.index < first), None)
        if named is not None:
            return max(floor, reach(sentence, named)[0])
    return first


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
        if (tokens[at].text == "," or tokens[at].text in DASHES) and _leads_off(tokens[at + 1]):
            return at - 1
    return last


def _goes_on(sentence: Sentence, child: Token, border: Token) -> bool:
    """Whether a further dependent of the cue still belongs to what is reported."""
    if child.relation == "ccomp":
        return True
    if child.relation == "conj":
        return sentence.child(child, "nsubj") is not None and not reports(child)
    return border.pos != "PUNCT" and child.relation in LOOSE_ENDS


def _leads_off(token: Token) -> bool:
    """Whether a word behind a comma begins a report or an objection of the narrator's."""
    return token.text.lower() in CONCESSIONS or (is_participle(token) and bool(verb_cues(token)))


def _before(sentence: Sentence, child: Token) -> int:
    """The last word before a coordinated clause, its comma left out."""
    at = reach(sentence, child)[0] - 1
    while at > 0 and (sentence.tokens[at].text in {",", ";"} or sentence.tokens[at].text in DASHES):
        at -= 1
    return at


def _rest(report: Report) -> Complement | None:
    """What follows a reporting verb, where the parse does not hang it there."""
    sentence, tokens = report.sentence, report.sentence.tokens
    if report.floor + 2 >= len(tokens) or not any(map(is_main, tokens[report.floor :])):
        return None
    word = tokens[report.floor]
    bare = report.entry.words[0] in BARE and word.pos in FIRST_OF_CLAUSE
    if word.text.lower() != "that" and not (bare and sentence.child(report.verb, "obj", "xcomp") is None):
        return None
    return Complement((span_of(sentence, report.floor, len(tokens) - 1),), Takes.THAT)


def is_main(token: Token) -> bool:
    """Whether a word is a finite verb of a clause that no noun or verb takes in."""
    return token.has("VerbForm=Fin") and token.relation not in {"acl", "advcl", "aux", "cop"}


# --- a clause that the report is put behind or into -----------------------------------------------


def _beside(report: Report) -> Complement | None:
    """What stands before a report, and behind it where it is put into a clause."""
    sentence, tokens = report.sentence, report.sentence.tokens
    bounds = _report_bounds(report)
    if bounds is None:
        return None
    begin, end = bounds
    left = left_part(sentence, begin - 1)
    if begin < 3 or left > begin - 2 or tokens[begin - 1].text not in BORDERS:
        return None
    is_last = end + 2 >= len(tokens)
    if report.verb.is_root and tokens[left].pos in {"SCONJ", "ADP"} and is_last:
        return None
    if not _has_verb(tokens[left : begin - 1]) and (is_last or not _has_verb(tokens[end + 2 :])):
        return None
    regions = [span_of(sentence, left, begin - 2)]
    if not is_last and tokens[end + 1].text in BORDERS and not _starts_anew(tokens[end + 2]):
        regions.append(span_of(sentence, end + 2, len(tokens) - 1))
    return Complement(tuple(regions), Takes.QUOTE)


def _report_bounds(report: Report) -> tuple[int, int] | None:
    """The first and last word of a report: its subject, verb, hearer and time."""
    sentence, verb, tokens = report.sentence, report.verb, report.sentence.tokens
    named = sentence.child(verb, "nsubj")
    if named is None or named.text.lower() in RELATIVES or not verb.has("VerbForm=Fin"):
        return None
    first, last = reach(sentence, named)
    begin, end = min(first, verb.index), max(last, verb.index)
    if begin and tokens[begin - 1].text.lower() == "as":
        begin -= 1
    for child in sentence.children(verb, "obl", "advmod", "obj", "iobj", "compound", "nmod"):
        start, stop = reach(sentence, child)
        if start == end + 1:
            end = stop
    return (begin, end) if end + 1 >= len(tokens) or tokens[end + 1].pos == "PUNCT" else None


def left_part(sentence: Sentence, end: int) -> int:
    """Where the clause before a report begins: behind a semicolon, else with the sentence."""
    return next((i + 1 for i in range(end - 1, -1, -1) if sentence.tokens[i].text == ";"), 0)


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(token.pos in VERBAL for token in tokens)


def _starts_anew(token: Token) -> bool:
    """Whether a word behind a report's comma leads on to something else: ", adding", ", and"."""
    return (
        token.pos in {"CCONJ", "SCONJ"}
        or token.has("VerbForm=Part")
        or token.has("VerbForm=Ger")
        or token.text.lower() in RELATIVES
    )


# --- phrases --------------------------------------------------------------------------------------


def _order(report: Report) -> Complement | None:
    """Somebody and an infinitive: "urged him to go"."""
    objects = {"obj", "iobj"} if len(report.entry.words) == 1 else {"obj", "iobj", "obl"}
    somebody = next((c for c in report.behind if c.relation in objects), None)
    wanted = next((c for c in report.behind if c.relation in {"xcomp", "ccomp"}), None)
    if somebody is None or wanted is None or wanted.index < somebody.index:
        return None
    first = wanted if report.entry.words[0] in HEARERS_LEFT_OUT else somebody
    return Complement((report.from_to(first, wanted),), Takes.ORDER)


def _name(report: Report) -> Complement | None:
    """Somebody and what he is called: "called him a genius", "described it as a mistake"."""
    sentence = report.sentence
    if is_passive(sentence, report.verb):
        return None
    named = next((c for c in report.behind if c.relation in {"obj", "iobj", "ccomp"}), None)
    if named is None:
        return None
    predicates = [c for c in report.behind if c.index > named.index and _is_predicate(sentence, c)]
    if predicates or named.relation == "ccomp":
        last = max((named, *predicates), key=lambda c: reach(sentence, c)[1])
        return Complement((report.from_to(named, last),), Takes.NAME)
    if report.entry.kind is not CueClass.CALLING:
        return None
    begin = max(report.floor, reach(sentence, named)[0])
    return Complement((span_of(sentence, begin, len(sentence.tokens) - 1),), Takes.NAME, needs_marks=True)


def _is_predicate(sentence: Sentence, token: Token) -> bool:
    if token.relation in {"obl", "advcl"}:
        return marker(sentence, token) in {"as", "to"}
    return token.relation in {"xcomp", "obj"}


def _of(report: Report) -> Complement | None:
    """What somebody is accused of."""
    sentence = report.sentence
    objects = [c for c in report.behind if c.relation == "obj"]
    phrases = [
        *(c for c in report.behind if c.relation in {"obl", "advcl"}),
        *(c for object_ in objects for c in sentence.children(object_, "nmod")),
    ]
    blame = next((c for c in phrases if marker(sentence, c) == "of"), None)
    if blame is None:
        return None
    first, last = reach(sentence, blame)
    return Complement((span_of(sentence, min(first + 1, last), last),), Takes.OF)


def _infinitive(report: Report) -> Complement | None:
    wanted = next((c for c in report.behind if c.relation == "xcomp" and c.pos in VERBAL), None)
    return None if wanted is None else Complement((report.from_to(wanted, wanted),), Takes.INFINITIVE)


def _object(report: Report) -> Complement | None:
    """A noun phrase, with the phrases that go on behind it: "praised them for their courage"."""
    sentence, verb, entry = report.sentence, report.verb, report.entry
    if is_passive(sentence, verb):
        return None
    if entry.kind is CueClass.SHOWING and not _is_document(subject(sentence, verb)):
        return None
    relations = {"obj"} if len(entry.words) == 1 else {"obj", "obl"}
    head = next((c for c in report.behind if c.relation in relations and c.dep != "obl:unmarked"), None)
    if head is None:
        return None
    last = head
    for child in report.behind:
        if (
            child.relation in LOOSE_ENDS
            and child.dep != "obl:unmarked"
            and reach(sentence, child)[0] == reach(sentence, last)[1] + 1
        ):
            last = child
    return Complement((report.from_to(head, last),), Takes.OBJECT)


def _is_document(head: Token | None) -> bool:
    """Whether a text or a figure is the subject: polls show, people do otherwise."""
    return head is not None and head.lemma in DOCUMENTS


_CONSTRUCTIONS: tuple[tuple[frozenset[Takes], Callable[[Report], Complement | None]], ...] = (
    (frozenset((Takes.THAT, Takes.QUOTE)), _clause),
    (frozenset((Takes.QUOTE,)), _beside),
    (frozenset((Takes.ORDER,)), _order),
    (frozenset((Takes.NAME,)), _name),
    (frozenset((Takes.OF,)), _of),
    (frozenset((Takes.INFINITIVE,)), _infinitive),
    (frozenset((Takes.OBJECT,)), _object),
    (frozenset((Takes.THAT,)), _rest),
)
"""The constructions, in the order in which they are tried."""


def without_asides(sentence: Sentence, region: Span) -> Iterator[Span]:
    """What is left of a report without what the narrator puts between dashes: "the war — begun in 2022 —"."""
    tokens = sentence.within(region)
    dashes = [at for at, token in enumerate(tokens) if token.text in _LONG_DASHES]
    begin = 0
    for place, at in enumerate(dashes):
        if at < begin or at + 1 == len(tokens) or not _is_aside(tokens[at + 1]):
            continue
        if begin < at:
            yield Span(tokens[begin].start, tokens[at - 1].end)
        begin = dashes[place + 1] + 1 if place + 1 < len(dashes) else len(tokens)
    if begin == 0:
        yield region
    elif begin < len(tokens):
        yield Span(tokens[begin].start, region.end)


def _is_aside(token: Token) -> bool:
    loose = token.relation in {"acl", "advcl"} and (token.has("VerbForm=Part") or token.has("VerbForm=Ger"))
    return loose or token.text.lower() in RELATIVES
