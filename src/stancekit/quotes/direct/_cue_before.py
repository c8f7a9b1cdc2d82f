"""What the words before a quote say about its speaker: 'Smith said: "', 'the “scandal”'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._cues import Cue, Takes, matching
from ...syntax._trees import DASHES, VERBAL, opens_report
from ..indirect._extract import is_bare_participle, reporter
from ..marks._quoted_stretches import FINAL_ENDS, OPEN_ENDS, Unit
from ..sources._cue_beside_quote import (
    FEW,
    STEPS_DIRECTLY_BEFORE,
    STEPS_OVER_COMMA,
    STEPS_TO_SOURCE,
    Attachment,
    cue_span,
    may_report,
    named_by,
    next_noun,
    noun_directly_before,
    parsed_source,
    reporting_entry,
)
from ..sources._source_spans import Source, is_passive, source_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..marks._marked_document import Reading, Word

QUOTES = frozenset((Takes.QUOTE,))
LEADING = frozenset(("from", "per", "via"))
"""Prepositions before whom a colon quotes: "From the report:"."""
STEPS_TO_CUE = 10


def introduced(unit: Unit) -> Attachment | None:
    """What introduces a quote: 'Smith said, "', 'told NBC: "', 'he said "'."""
    words = unit.before
    last = words[-1].token.text if words else ""
    if last == ":":
        return _before_colon(unit, words[:-1])
    if last == "," or last in DASHES:
        return _before_comma(unit, words[:-1])
    ends = unit.last_character in FINAL_ENDS or unit.last_character in OPEN_ENDS
    if words and ends and unit.begins_like_a_sentence and unit.word_count >= FEW:
        return _directly_before(unit, words)
    return None


def _reporting(unit: Unit, word: Word, entry: Cue) -> Attachment:
    return Attachment(cue_span(word, entry), entry, _source_of(unit.reading, word, unit.before))


def _source_of(reading: Reading, verb: Word, words: Sequence[Word]) -> Source | None:
    """The source of a verb: by the parse where that leads out of quotes, else the noun before it."""
    head = reporter(verb.sentence, verb.token)
    if head is not None and head.dep != "expl" and reading.sees(verb, head):
        return source_at(verb.sentence, head)
    if is_passive(verb.sentence, verb.token):
        return None
    before = [word for word in words if word.at < verb.at]
    behind = [word for word in words if word.at > verb.at]
    noun = next_noun(before) or noun_directly_before(before) or (None if before else next_noun(behind))
    return None if noun is None else source_at(noun.sentence, noun.token)


def _before_colon(unit: Unit, words: Sequence[Word]) -> Attachment | None:
    """The last cue before the colon, else the last verb, else a name alone: 'Smith: "'."""
    for word in reversed(words):
        entry = reporting_entry(word)
        if entry is None or is_bare_participle(word.sentence, word.token):
            continue
        if may_report(word) or word.token.has("VerbForm=Ger"):
            return _reporting(unit, word, entry)
    for word in reversed(words):
        if word.token.pos in VERBAL and may_report(word):
            source = parsed_source(word, words)
            if source is not None:
                return Attachment(word.token.span, None, source)
    name = _behind_dash(words)
    if name and name[0].token.text.lower() in LEADING:
        name = name[1:]
    if not name or len(name) > STEPS_TO_SOURCE:
        return None
    return named_by(next_noun(name), unit.before[-1].token.span)


def _behind_dash(words: Sequence[Word]) -> Sequence[Word]:
    """What stands behind the last dash, as in a list: "a close race - Jane Smith"."""
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i].token.text in DASHES), -1)
    return words[at + 1 :]


def _before_comma(unit: Unit, words: Sequence[Word]) -> Attachment | None:
    for steps, word in enumerate(reversed(words[-STEPS_OVER_COMMA:])):
        entry = reporting_entry(word)
        if entry is not None:
            return _reporting(unit, word, entry) if unit.begins_like_a_sentence or not steps else None
        if word.token.pos == "VERB" and may_report(word) and word.token.relation != "acl":
            return None
    return None


def _directly_before(unit: Unit, words: Sequence[Word]) -> Attachment | None:
    for word in reversed(words[-STEPS_DIRECTLY_BEFORE:]):
        entry = reporting_entry(word, QUOTES)
        if entry is not None:
            return _reporting(unit, word, entry)
        if word.token.pos in {"VERB", "ADP", "SCONJ", "DET"}:
            return None
    return None


def governing(unit: Unit) -> tuple[Word, Attachment] | None:
    """The cue that a few quoted words depend on, such as 'promised' in 'promised them "a cheque"'.

    Returns:
        The cue's first word, and the attachment.
    """
    is_inside = False
    for word in reversed(unit.before[-STEPS_TO_CUE:]):
        if opens_report(word.sentence, word.token):
            is_inside = False
        is_joined = unit.text[word.token.start - 1 : word.token.start] == "-"
        if word.token.pos in VERBAL and not is_inside and not is_joined:
            entry = matching(word.sentence.verb_cues(word.token), word.sentence.tokens, word.token.index)
            if entry is not None:
                return word, _reporting(unit, word, entry)
            is_inside = word.token.pos == "VERB" or word.token.relation == "cop"
    return None
