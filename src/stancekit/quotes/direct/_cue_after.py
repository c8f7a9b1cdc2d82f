"""What the words behind a quote say about its speaker: '", she added', '" — Smith'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...language._universal import word_of
from ...lexicon._cues import Takes, matching
from ...syntax._trees import RELATIVES, VERBAL
from ..marks._quoted_stretches import FINAL_ENDS, OPEN_ENDS, Unit, begins_with_dash, is_sentence_end
from ..sources._cue_beside_quote import (
    FEW,
    NOMINAL,
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
from ..sources._source_spans import Source, source_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..marks._marked_document import Word

BEFORE_SUBJECT = frozenset(("ADV", "CCONJ", "SCONJ", "PUNCT", "AUX"))
"""What may stand between a quote and the subject of its report."""
SUBORDINATE = frozenset(
    ("although", "because", "if", "since", "that", "though", "unless", "until", "whereas", "whether", "while")
)
"""What a quote goes on with without its marks, or what contrasts it; a report does not begin so."""


def followed(unit: Unit) -> Attachment | None:
    """What follows a quote: '", she said', '", said Smith', '", according to Smith', '" — Smith'."""
    words = unit.after
    is_open = unit.last_character in OPEN_ENDS
    if words and (words[0].token.text == "," or begins_with_dash(words)):
        is_open, words = True, words[1:]
    if not words or not (is_open or _may_end(unit)) or _is_inside_clause(unit):
        return None
    if words[0].token.text.lower() in SUBORDINATE:
        return None
    found = (
        _according(words)
        or _signed(unit)
        or _inverted(words)
        or _reported_behind(words, must_end=not is_open)
    )
    if found is None and unit.last_character == "," and unit.is_sentence_like:
        return _any_verb(words)
    return found


def _may_end(unit: Unit) -> bool:
    """Whether a report may follow without a comma: behind "?" and "!", or where the comma was forgotten."""
    return unit.last_character in FINAL_ENDS or (unit.is_sentence_like and not unit.before)


def _is_inside_clause(unit: Unit) -> bool:
    """Whether words stand before the quote whose clause it goes on with."""
    goes_on = unit.follows_quote and len(unit.before) < FEW
    takes_in = len(unit.before) > FEW and unit.before[-1].token.text != ":"
    is_phrase = not unit.begins_like_a_sentence or unit.looks_like_a_title or takes_in
    return bool(unit.before) and is_phrase and not goes_on


def _according(words: Sequence[Word]) -> Attachment | None:
    first = words[0]
    entries = first.sentence.cues.phrases.get(first.token.text.lower(), ())
    entry = matching(entries, first.sentence.tokens, first.token.index)
    if entry is None or len(entry.words) == 1:
        return None
    return named_by(next_noun(words[len(entry.words) :]), cue_span(first, entry), entry)


def _signed(unit: Unit) -> Attachment | None:
    """A name behind a dash, and nothing else: '" — Jane Smith, Leeds'."""
    words = unit.after
    if not unit.is_first or not 2 <= len(words) <= STEPS_TO_SOURCE or not begins_with_dash(words):
        return None
    if any(word.token.pos in VERBAL and word.token.text.islower() for word in words):
        return None
    name = next_noun(words[1:]) if words[1].token.pos in NOMINAL else None
    return named_by(name or words[1], words[0].token.span) if words[1].token.text[0].isupper() else None


def _inverted(words: Sequence[Word]) -> Attachment | None:
    """A verb with its subject behind it: "said Smith"."""
    at = 0
    while at < min(2, len(words) - 1) and _may_come_before_verb(words[at]):
        at += 1
    word = words[at]
    entry = reporting_entry(word)
    if entry is None or not may_report(word):
        return None
    source = parsed_source(word, words[at + 1 :])
    if source is not None and source.antecedent is None:
        return Attachment(cue_span(word, entry), entry, source)
    return named_by(next_noun(words[at + len(entry.words) :]), cue_span(word, entry), entry)


def _may_come_before_verb(word: Word) -> bool:
    """Whether a word may stand before an inverted verb: an adverb, or an auxiliary: "a déclaré Smith"."""
    if word.token.pos != "AUX":
        return word.token.pos in {"ADV", "PART"}
    verb = word.sentence.head(word.token)
    named = word.sentence.child(verb, "nsubj")
    return word.token.relation == "aux" and named is not None and named.index > verb.index > word.token.index


def _reported_behind(words: Sequence[Word], *, must_end: bool) -> Attachment | None:
    """A subject and a verb: "she said", "Smith, the chairman, told reporters"."""
    for at, word in enumerate(words):
        if is_sentence_end(word):
            return None
        entry = reporting_entry(word) if at else None
        source = None if entry is None or not may_report(word) else _subject_before(words[:at], word)
        if entry is None or source is None:
            continue
        if must_end and not _ends_soon(words[at + len(entry.words) :], word):
            return None
        return Attachment(cue_span(word, entry), entry, source)
    return None


def _subject_before(words: Sequence[Word], verb: Word) -> Source | None:
    """The verb's subject, if it begins the stretch; conjunctions and adverbs may stand before it."""
    at = next((i for i, word in enumerate(words) if word.token.pos not in BEFORE_SUBJECT), None)
    if at is None or word_of(words[at].token) in RELATIVES:
        return None
    source = parsed_source(verb, words)
    if source is not None and source.span.start <= words[at].token.end and source.antecedent is None:
        return source
    noun = next_noun(words[at:])
    if noun is None and words[at].token.text[0].isupper():
        noun = noun_directly_before(words)
    return None if noun is None else source_at(noun.sentence, noun.token)


def _ends_soon(words: Sequence[Word], verb: Word) -> bool:
    """Whether the reporting clause has no clause behind its verb that would be what it reports."""
    behind = verb.sentence.child(verb.token, "ccomp")
    if behind is not None and behind.index > verb.token.index:
        return False
    return not any(w.token.pos in VERBAL and w.token.relation in {"ccomp", "parataxis"} for w in words)


def _any_verb(words: Sequence[Word]) -> Attachment | None:
    """A subject and any verb behind a quote that ends with a comma: '", Smith beamed'."""
    for at, word in enumerate(words[:STEPS_TO_SOURCE]):
        if is_sentence_end(word):
            return None
        if word.token.pos == "VERB" and at and may_report(word) and word.token.relation != "acl":
            source = parsed_source(word, words[:at])
            if source is not None and source.span.start == words[0].token.start and source.antecedent is None:
                return Attachment(word.token.span, None, source)
    return None


def enclosing(unit: Unit) -> Attachment | None:
    """The report at the end of a sentence with a few quoted words: 'It was a "farce," Smith said'."""
    words = unit.after
    for at, word in enumerate(words):
        is_open = word.token.text == "," or (at == 0 and unit.last_character == ",")
        rest = words[at + 1 :] if word.token.text == "," else words[at:]
        if not is_open or not rest:
            continue
        found = _inverted(rest) or _reported_behind(rest[:STEPS_OVER_COMMA], must_end=True)
        if found is not None and _is_plain_report(found, rest):
            return found
    return None


def _is_plain_report(found: Attachment, words: Sequence[Word]) -> bool:
    """Whether a report begins with its subject and verb, with no other verb between."""
    if found.cue is None or found.entry is None or Takes.THAT not in found.entry.takes:
        return False
    before = [word for word in words if word.token.start < found.cue.start]
    return not any(word.token.pos == "VERB" for word in before)


def ascribed(unit: Unit) -> Attachment | None:
    """Words that say whose a quote is, without a cue: '"No, thank you" by Smith'."""
    words = unit.after
    if len(words) < 2 or words[0].token.text.lower() != "by" or unit.looks_like_a_title:
        return None
    noun = next_noun(words[1:])
    return None if noun is None or noun.token.pos not in {"PROPN", "PRON"} else named_by(noun, None)
