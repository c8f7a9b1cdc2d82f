"""Inverted reports, verb first: "it is over, said Smith".

They are found by word order: parsers take the speaker for an object, an apposition or a vocative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._cues import Takes
from ...syntax._noun_phrase import INSIDE_NAMES
from ...syntax._trees import DASHES, RELATIVES, is_participle
from ...values import Span
from ..sources._source_spans import Source, source_at
from ._content_clause import is_in_main_clause
from ._parenthetical import begins_loosely, first_of_left_clause, has_main_clause
from ._reporting_verb import Complement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import Name, Token
    from ..cues._cued_sentence import CuedSentence
    from ._reporting_verb import ReportingVerb

TAGS_OF_NAMING_PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "X"))
INSIDE_NAMING_PHRASE = INSIDE_NAMES | {"'s", "’s"}
"""Punctuation and endings inside the source."""
DOUBLE_MARKS = frozenset(("“", "”", '"', "''", "``", "«", "»"))


def find_inverted_report(reporting: ReportingVerb) -> Complement | None:
    """The clause before a finite reporting verb with a comma before it and the source behind it."""
    sentence, tokens, at = reporting.sentence, reporting.sentence.tokens, reporting.verb.index
    if (
        reporting.entry.words[0] in sentence.verbs.often_personal
        or at < 2
        or not _follows_border(tokens, reporting.verb)
    ):
        return None
    found = None if _has_speaker_before(reporting) else _find_speaker_behind(sentence, reporting.first_behind)
    if found is None:
        return None
    source, stop = found
    before = tokens[first_of_left_clause(sentence, at - 1) : at - 1]
    is_whole = bool(before) and _is_clause(sentence, before)
    behind = () if is_whole else _find_rest_of_clause(tokens, stop)
    if not before or not (is_whole or behind):
        return None
    parts = [part for part in (before, behind) if part]
    return Complement(tuple(Span(p[0].start, p[-1].end) for p in parts), Takes.QUOTE, source=source)


def _follows_border(tokens: Sequence[Token], verb: Token) -> bool:
    border = tokens[verb.index - 1].text
    is_bare = is_participle(verb) or verb.has("VerbForm=Inf") or verb.relation == "amod"
    return (border == "," or border in DASHES) and not is_bare


def _has_speaker_before(reporting: ReportingVerb) -> bool:
    """Whether the verb has a subject before it that can be a source."""
    subjects = (
        c for c in reporting.sentence.children(reporting.verb, "nsubj") if c.index < reporting.verb.index
    )
    return any(
        c.pos != "NOUN" or reporting.sentence.is_somebody(c) or c.lemma in reporting.sentence.nouns.document
        for c in subjects
    )


def _find_speaker_behind(sentence: CuedSentence, at: int) -> tuple[Source, int] | None:
    """The source that begins at a word, and the position behind it; `None` for things and for subjects."""
    tokens, stop = sentence.tokens, at
    while stop < len(tokens) and (
        tokens[stop].pos in TAGS_OF_NAMING_PHRASE or tokens[stop].text in INSIDE_NAMING_PHRASE
    ):
        stop += 1
    while stop > at and (
        tokens[stop - 1].dep.endswith(":unmarked") or tokens[stop - 1].text in INSIDE_NAMING_PHRASE
    ):
        stop -= 1  # "said Smith Tuesday"
    if stop == at or not _stands_apart(tokens, stop):
        return None
    last = tokens[stop - 1]
    span = Span(tokens[at].start, last.end)
    if last.pos == "PROPN":
        name = _name_at(sentence, last)
        return Source(span, sentence, (name and sentence.head_of(name.span)) or last), stop
    if last.pos != "NOUN" or not (
        sentence.is_somebody(last) or _is_quantity_of(sentence, last, tokens[stop : stop + 1])
    ):
        return None
    parsed = source_at(sentence, last)
    return (parsed if parsed.span.start == span.start else Source(span, sentence, last)), stop


def _is_quantity_of(sentence: CuedSentence, noun: Token, behind: Sequence[Token]) -> bool:
    return noun.lemma.lower() in sentence.nouns.quantity and any(token.text == "of" for token in behind)


def _name_at(sentence: CuedSentence, last: Token) -> Name | None:
    return next((n for n in sentence.names if n.span.start <= last.start and last.end <= n.span.end), None)


def _stands_apart(tokens: Sequence[Token], at: int) -> bool:
    """Whether no finite verb follows before the next mark, whose subject the name would be."""
    for token in tokens[at:]:
        if (token.pos == "PUNCT" and token.text not in DOUBLE_MARKS) or token.pos == "SCONJ":
            return True
        if token.text.lower() in RELATIVES:
            return True
        if token.has("VerbForm=Fin"):
            return False
    return True


def _is_clause(sentence: CuedSentence, tokens: Sequence[Token]) -> bool:
    """Whether the words are a clause, not only an adverbial: "when it rained, said Smith, we left"."""
    if begins_loosely(tokens[0]) and not has_main_clause(tokens):
        return any(is_in_main_clause(sentence, token) for token in tokens)
    return any(token.has("VerbForm=Fin") for token in tokens)


def _find_rest_of_clause(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The rest of the content behind the report: "the gap, said Smith, is wide"."""
    for i in range(at, len(tokens) - 1):
        if tokens[i].text == "," and tokens[i + 1].has("VerbForm=Fin"):
            return tokens[i + 1 :]
    return ()
