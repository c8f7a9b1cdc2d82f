"""Cue and source before a quoted stretch: 'Smith said: "', 'promised them “'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._cues import Cue, Takes, matching
from ...syntax._trees import DASHES, VERBAL, opens_that_clause
from ..indirect._extract import find_reporter, is_bare_participle
from ..marks._quoted_stretches import FEW_WORDS, FINAL_ENDS, OPEN_ENDS, QuotedStretch
from ..sources._cue_beside_quote import (
    STEPS_DIRECTLY_BEFORE,
    STEPS_OVER_COMMA,
    STEPS_TO_SOURCE,
    AttachedCue,
    attach_source_noun,
    cue_span,
    find_next_noun,
    find_noun_directly_before,
    find_parsed_source,
    find_reporting_cue,
    has_reporting_form,
)
from ..sources._source_spans import Source, source_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..marks._marked_document import MarkedDocument, MarkedToken

QUOTE_ONLY = frozenset((Takes.QUOTE,))
CREDITING = frozenset(("from", "per", "via"))
"""Prepositions before a source that a colon follows: "From the report:"."""
STEPS_TO_CUE = 10


def find_cue_before(stretch: QuotedStretch) -> AttachedCue | None:
    """The cue that introduces a stretch: 'Smith said, "', 'told NBC: "', 'he said "'."""
    words = stretch.before
    last = words[-1].token.text if words else ""
    if last == ":":
        return _find_before_colon(stretch, words[:-1])
    if last == "," or last in DASHES:
        return _find_before_comma(stretch, words[:-1])
    ends = stretch.last_character in FINAL_ENDS or stretch.last_character in OPEN_ENDS
    if words and ends and stretch.begins_like_a_sentence and stretch.word_count >= FEW_WORDS:
        return _find_directly_before(stretch, words)
    return None


def _attach(stretch: QuotedStretch, word: MarkedToken, entry: Cue) -> AttachedCue:
    return AttachedCue(cue_span(word, entry), entry, _source_of(stretch.marked, word, stretch.before))


def _source_of(marked: MarkedDocument, verb: MarkedToken, words: Sequence[MarkedToken]) -> Source | None:
    """The source of a verb: its subject where the marks allow it, else the noun before it."""
    head = find_reporter(verb.sentence, verb.token)
    if head is not None and head.dep != "expl" and marked.is_around_marks_of(verb, head):
        return source_at(verb.sentence, head)
    if verb.sentence.is_passive(verb.token):
        return None
    before = [word for word in words if word.position < verb.position]
    behind = [word for word in words if word.position > verb.position]
    noun = (
        find_next_noun(before)
        or find_noun_directly_before(before)
        or (None if before else find_next_noun(behind))
    )
    return None if noun is None else source_at(noun.sentence, noun.token)


def _find_before_colon(stretch: QuotedStretch, words: Sequence[MarkedToken]) -> AttachedCue | None:
    """The last cue before a colon, else the last verb, else a source without a verb: 'Smith: "'."""
    for word in reversed(words):
        entry = find_reporting_cue(word)
        if entry is None or is_bare_participle(word.sentence, word.token):
            continue
        if has_reporting_form(word) or word.token.has("VerbForm=Ger"):
            return _attach(stretch, word, entry)
    for word in reversed(words):
        if word.token.pos in VERBAL and has_reporting_form(word):
            source = find_parsed_source(word, words)
            if source is not None:
                return AttachedCue(word.token.span, None, source)
    name = _behind_dash(words)
    if name and name[0].token.text.lower() in CREDITING:
        name = name[1:]
    if not name or len(name) > STEPS_TO_SOURCE:
        return None
    return attach_source_noun(find_next_noun(name), stretch.before[-1].token.span)


def _behind_dash(words: Sequence[MarkedToken]) -> Sequence[MarkedToken]:
    """The words behind the last dash: "a close race - Jane Smith"."""
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i].token.text in DASHES), -1)
    return words[at + 1 :]


def _find_before_comma(stretch: QuotedStretch, words: Sequence[MarkedToken]) -> AttachedCue | None:
    for steps, word in enumerate(reversed(words[-STEPS_OVER_COMMA:])):
        entry = find_reporting_cue(word)
        if entry is not None:
            return _attach(stretch, word, entry) if stretch.begins_like_a_sentence or not steps else None
        if word.token.pos == "VERB" and has_reporting_form(word) and word.token.relation != "acl":
            return None
    return None


def _find_directly_before(stretch: QuotedStretch, words: Sequence[MarkedToken]) -> AttachedCue | None:
    for word in reversed(words[-STEPS_DIRECTLY_BEFORE:]):
        entry = find_reporting_cue(word, QUOTE_ONLY)
        if entry is not None:
            return _attach(stretch, word, entry)
        if word.token.pos in {"VERB", "ADP", "SCONJ", "DET"}:
            return None
    return None


def find_governing_cue(stretch: QuotedStretch) -> tuple[MarkedToken, AttachedCue] | None:
    """The cue that governs a quoted fragment: 'promised' in 'promised them "a cheque"'.

    Returns:
        The first word of the cue, and the cue with its source.
    """
    is_inside = False
    for word in reversed(stretch.before[-STEPS_TO_CUE:]):
        if opens_that_clause(word.sentence, word.token):
            is_inside = False
        is_joined = stretch.text[word.token.start - 1 : word.token.start] == "-"
        if word.token.pos in VERBAL and not is_inside and not is_joined:
            entry = matching(word.sentence.verb_cues(word.token), word.sentence.tokens, word.token.index)
            if entry is not None:
                return word, _attach(stretch, word, entry)
            is_inside = word.token.pos == "VERB" or word.token.relation == "cop"
    return None
