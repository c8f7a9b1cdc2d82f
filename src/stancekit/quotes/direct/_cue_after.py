"""Cue and source behind a quoted stretch: '", she added', '" — Smith'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...language._function_words import NARRATING_SUBORDINATORS
from ...language._universal import word_of
from ...lexicon._cues import Takes, matching
from ...syntax._sentence import NOMINAL_TAGS
from ...syntax._trees import RELATIVES, VERBAL
from ..marks._quoted_stretches import (
    FEW_WORDS,
    FINAL_ENDS,
    OPEN_ENDS,
    QuotedStretch,
    begins_with_dash,
    is_sentence_end,
)
from ..sources._cue_beside_quote import (
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

    from ..marks._marked_document import MarkedToken

TAGS_BEFORE_SUBJECT = frozenset(("ADV", "CCONJ", "SCONJ", "PUNCT", "AUX"))
"""Tags of words that may stand between a quoted stretch and the subject of its cue."""


def find_cue_behind(stretch: QuotedStretch) -> AttachedCue | None:
    """The cue behind a stretch: '", she said', '", said Smith', '", according to Smith', '" — Smith'."""
    words = stretch.after
    is_open = stretch.last_character in OPEN_ENDS
    if words and (words[0].token.text == "," or begins_with_dash(words)):
        is_open, words = True, words[1:]
    if not words or not (is_open or _may_end(stretch)) or _is_inside_clause(stretch):
        return None
    if words[0].token.text.lower() in NARRATING_SUBORDINATORS:
        return None
    found = (
        _find_according_to(words)
        or _find_signature(stretch)
        or _find_inverted_report(words)
        or _find_report(words, must_end=not is_open)
    )
    if found is None and stretch.last_character == "," and stretch.is_sentence_like:
        return _find_verb_without_entry(words)
    return found


def _may_end(stretch: QuotedStretch) -> bool:
    """Whether a report may follow without a comma: behind "?" and "!", or where the comma is missing."""
    return stretch.last_character in FINAL_ENDS or (stretch.is_sentence_like and not stretch.before)


def _is_inside_clause(stretch: QuotedStretch) -> bool:
    """Whether a stretch is part of the clause that the words before it begin."""
    goes_on = stretch.follows_quote and len(stretch.before) < FEW_WORDS
    takes_in = len(stretch.before) > FEW_WORDS and stretch.before[-1].token.text != ":"
    is_phrase = not stretch.begins_like_a_sentence or stretch.looks_like_a_title or takes_in
    return bool(stretch.before) and is_phrase and not goes_on


def _find_according_to(words: Sequence[MarkedToken]) -> AttachedCue | None:
    first = words[0]
    entries = first.sentence.cues.phrases.get(first.token.text.lower(), ())
    entry = matching(entries, first.sentence.tokens, first.token.index)
    if entry is None or len(entry.words) == 1:
        return None
    return attach_source_noun(find_next_noun(words[len(entry.words) :]), cue_span(first, entry), entry)


def _find_signature(stretch: QuotedStretch) -> AttachedCue | None:
    """A source behind a dash, without a verb: '" — Jane Smith, Leeds'."""
    words = stretch.after
    if not stretch.is_first or not 2 <= len(words) <= STEPS_TO_SOURCE or not begins_with_dash(words):
        return None
    if any(word.token.pos in VERBAL and word.token.text.islower() for word in words):
        return None
    name = find_next_noun(words[1:]) if words[1].token.pos in NOMINAL_TAGS else None
    return (
        attach_source_noun(name or words[1], words[0].token.span)
        if words[1].token.text[0].isupper()
        else None
    )


def _find_inverted_report(words: Sequence[MarkedToken]) -> AttachedCue | None:
    """A cue with its subject behind it: "said Smith"."""
    at = 0
    while at < min(2, len(words) - 1) and _may_come_before_verb(words[at]):
        at += 1
    word = words[at]
    entry = find_reporting_cue(word)
    if entry is None or not has_reporting_form(word):
        return None
    source = find_parsed_source(word, words[at + 1 :])
    if source is not None and source.antecedent is None:
        return AttachedCue(cue_span(word, entry), entry, source)
    return attach_source_noun(find_next_noun(words[at + len(entry.words) :]), cue_span(word, entry), entry)


def _may_come_before_verb(word: MarkedToken) -> bool:
    """Whether a word may precede an inverted verb: an adverb, or an auxiliary ("a déclaré Smith")."""
    if word.token.pos != "AUX":
        return word.token.pos in {"ADV", "PART"}
    verb = word.sentence.head(word.token)
    named = word.sentence.child(verb, "nsubj")
    return word.token.relation == "aux" and named is not None and named.index > verb.index > word.token.index


def _find_report(words: Sequence[MarkedToken], *, must_end: bool) -> AttachedCue | None:
    """A subject and its cue: "she said", "Smith, the chairman, told reporters"."""
    for at, word in enumerate(words):
        if is_sentence_end(word):
            return None
        entry = find_reporting_cue(word) if at else None
        source = None if entry is None or not has_reporting_form(word) else _subject_before(words[:at], word)
        if entry is None or source is None:
            continue
        if must_end and not _ends_soon(words[at + len(entry.words) :], word):
            return None
        return AttachedCue(cue_span(word, entry), entry, source)
    return None


def _subject_before(words: Sequence[MarkedToken], verb: MarkedToken) -> Source | None:
    """The verb's subject, if it begins the stretch; conjunctions and adverbs may stand before it."""
    at = next((i for i, word in enumerate(words) if word.token.pos not in TAGS_BEFORE_SUBJECT), None)
    if at is None or word_of(words[at].token) in RELATIVES:
        return None
    source = find_parsed_source(verb, words)
    if source is not None and source.span.start <= words[at].token.end and source.antecedent is None:
        return source
    noun = find_next_noun(words[at:])
    if noun is None and words[at].token.text[0].isupper():
        noun = find_noun_directly_before(words)
    return None if noun is None else source_at(noun.sentence, noun.token)


def _ends_soon(words: Sequence[MarkedToken], verb: MarkedToken) -> bool:
    """Whether the cue has no content clause of its own behind it."""
    behind = verb.sentence.child(verb.token, "ccomp")
    if behind is not None and behind.index > verb.token.index:
        return False
    return not any(w.token.pos in VERBAL and w.token.relation in {"ccomp", "parataxis"} for w in words)


def _find_verb_without_entry(words: Sequence[MarkedToken]) -> AttachedCue | None:
    """A subject and a verb that is no cue elsewhere, behind a comma in the marks: '", Smith beamed'."""
    for at, word in enumerate(words[:STEPS_TO_SOURCE]):
        if is_sentence_end(word):
            return None
        if word.token.pos == "VERB" and at and has_reporting_form(word) and word.token.relation != "acl":
            source = find_parsed_source(word, words[:at])
            if source is not None and source.span.start == words[0].token.start and source.antecedent is None:
                return AttachedCue(word.token.span, None, source)
    return None


def find_enclosing_report(stretch: QuotedStretch) -> AttachedCue | None:
    """The report at the end of a sentence with a quoted fragment: 'It was a "farce," Smith said'."""
    words = stretch.after
    for at, word in enumerate(words):
        is_open = word.token.text == "," or (at == 0 and stretch.last_character == ",")
        rest = words[at + 1 :] if word.token.text == "," else words[at:]
        if not is_open or not rest:
            continue
        found = _find_inverted_report(rest) or _find_report(rest[:STEPS_OVER_COMMA], must_end=True)
        if found is not None and _is_plain_report(found, rest):
            return found
    return None


def _is_plain_report(found: AttachedCue, words: Sequence[MarkedToken]) -> bool:
    """Whether no other verb stands before the cue of a report."""
    if found.cue is None or found.entry is None or Takes.THAT not in found.entry.takes:
        return False
    before = [word for word in words if word.token.start < found.cue.start]
    return not any(word.token.pos == "VERB" for word in before)


def find_author_behind(stretch: QuotedStretch) -> AttachedCue | None:
    """A source behind "by", without a cue: '"No, thank you" by Smith'."""
    words = stretch.after
    if len(words) < 2 or words[0].token.text.lower() != "by" or stretch.looks_like_a_title:
        return None
    noun = find_next_noun(words[1:])
    return None if noun is None or noun.token.pos not in {"PROPN", "PRON"} else attach_source_noun(noun, None)
