"""A report behind a clause, its verb first: "it is over, said Smith".

It is found by its words: the parse tends to take who speaks for an object, an apposition or a vocative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._cues import Takes
from ...syntax._trees import DASHES, RELATIVES, is_participle
from ...values import Span
from ..sources._source_spans import DOCUMENTS, JOINERS, Source, source_at
from ._content_clause import is_main
from ._parenthetical import begins_loosely, has_main_clause, left_part
from ._reporting_verb import Complement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import Name, Sentence, Token
    from ..cues._cued_sentence import CuedSentence
    from ._reporting_verb import Report

WITH_PEOPLE = frozenset(
    """acknowledge add advise alert allow answer ask assure cheer contradict counsel counter email e-mail
    fear find forecast inform mention message notify pen post print publish query quiz reassure recall
    put recognise recognize recount refute relay remind retweet show taunt tell text understand""".split()
)
"""Verbs whose object is as often somebody: in "he sat down, asked Smith" it may be."""
NAMING = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "X"))
QUANTITIES = frozenset("chorus couple dozen group handful majority minority number pair score series".split())
"""Nouns that lead to who speaks: "said a handful of voters"."""
INSIDE = JOINERS | {"'s", "’s"}
"""What a phrase for who speaks is made of."""
QUOTE_MARKS = frozenset(("“", "”", '"', "''", "``", "«", "»"))


def inverted(report: Report) -> Complement | None:
    """What stands before a finite verb with a comma before and a speaker behind it."""
    sentence, tokens, at = report.sentence, report.sentence.tokens, report.verb.index
    if report.entry.words[0] in WITH_PEOPLE or at < 2 or not _follows_border(tokens, report.verb):
        return None
    found = None if _has_speaker_before(report) else _speaker(sentence, report.floor)
    if found is None:
        return None
    source, stop = found
    before = tokens[left_part(sentence, at - 1) : at - 1]
    is_whole = bool(before) and _is_clause(sentence, before)
    behind = () if is_whole else _goes_on(tokens, stop)
    if not before or not (is_whole or behind):
        return None
    parts = [part for part in (before, behind) if part]
    return Complement(tuple(Span(p[0].start, p[-1].end) for p in parts), Takes.QUOTE, source=source)


def _follows_border(tokens: Sequence[Token], verb: Token) -> bool:
    border = tokens[verb.index - 1].text
    is_bare = is_participle(verb) or verb.has("VerbForm=Inf") or verb.relation == "amod"
    return (border == "," or border in DASHES) and not is_bare


def _has_speaker_before(report: Report) -> bool:
    """Whether the parse gives the verb a subject before it that can speak."""
    subjects = (c for c in report.sentence.children(report.verb, "nsubj") if c.index < report.verb.index)
    return any(c.pos != "NOUN" or report.sentence.is_somebody(c) or c.lemma in DOCUMENTS for c in subjects)


def _speaker(sentence: CuedSentence, at: int) -> tuple[Source, int] | None:
    """Who is named from a word on, and the position behind; `None` for things and for subjects of clauses."""
    tokens, stop = sentence.tokens, at
    while stop < len(tokens) and (tokens[stop].pos in NAMING or tokens[stop].text in INSIDE):
        stop += 1
    while stop > at and (tokens[stop - 1].dep.endswith(":unmarked") or tokens[stop - 1].text in INSIDE):
        stop -= 1  # "said Smith Tuesday"
    if stop == at or not _stands_apart(tokens, stop):
        return None
    last = tokens[stop - 1]
    span = Span(tokens[at].start, last.end)
    if last.pos == "PROPN":
        name = _name_at(sentence, last)
        return Source(span, sentence, (name and sentence.head_of(name.span)) or last), stop
    if last.pos != "NOUN" or not (sentence.is_somebody(last) or _counts(last, tokens[stop : stop + 1])):
        return None
    parsed = source_at(sentence, last)
    return (parsed if parsed.span.start == span.start else Source(span, sentence, last)), stop


def _counts(noun: Token, behind: Sequence[Token]) -> bool:
    return noun.lemma.lower() in QUANTITIES and any(token.text == "of" for token in behind)


def _name_at(sentence: Sentence, last: Token) -> Name | None:
    return next((n for n in sentence.names if n.span.start <= last.start and last.end <= n.span.end), None)


def _stands_apart(tokens: Sequence[Token], at: int) -> bool:
    """Whether no verb follows before the next mark that would make a subject of who is named."""
    for token in tokens[at:]:
        if (token.pos == "PUNCT" and token.text not in QUOTE_MARKS) or token.pos == "SCONJ":
            return True
        if token.text.lower() in RELATIVES:
            return True
        if token.has("VerbForm=Fin"):
            return False
    return True


def _is_clause(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether there is a finite verb, and more than an occasion: "when it rained, said Smith, we left"."""
    if begins_loosely(tokens[0]) and not has_main_clause(tokens):
        return any(is_main(sentence, token) for token in tokens)
    return any(token.has("VerbForm=Fin") for token in tokens)


def _goes_on(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """How a clause goes on with its verb behind the report: "the gap, said Smith, is wide"."""
    for i in range(at, len(tokens) - 1):
        if tokens[i].text == "," and tokens[i + 1].has("VerbForm=Fin"):
            return tokens[i + 1 :]
    return ()
