"""What the words beside a quote say about its speaker: 'Smith said: "', '", she added'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ..values import Span
from .clauses import is_bare_participle, reporter
from .cues import Cue, CueClass, Takes, lexicon, matching, verb_cues
from .passages import FINAL_ENDS, OPEN_ENDS, Unit, begins_with_dash, is_sentence_end
from .sources import Source, agent, is_passive, source_at
from .trees import DASHES, RELATIVES, VERBAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..values import Token
    from .reading import Reading, Word

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
BEFORE_SUBJECT = frozenset(("ADV", "CCONJ", "SCONJ", "PUNCT", "AUX"))
"""What may stand between a quote and the subject of its report."""
NO_PHRASE = VERBAL | {"ADP", "SCONJ"}
"""What a noun phrase does not begin with."""
INSIDE_NOUNS = frozenset(("compound", "nmod", "flat", "amod", "nummod", "det"))
SPOKEN = frozenset((CueClass.SAYING, CueClass.WRITING, CueClass.ASKING))
QUOTES = frozenset((Takes.QUOTE,))
REPORTS = frozenset((Takes.QUOTE, Takes.THAT))
STEPS_TO_SOURCE = 12
STEPS_TO_CUE = 10
STEPS_OVER_COMMA = 15
STEPS_DIRECTLY_BEFORE = 4
"""Words looked at before the search for a source or a cue gives up."""
GOING_ON = ("go", "on")
SUBORDINATE = frozenset(
    ("although", "because", "if", "since", "that", "though", "unless", "until", "whereas", "whether", "while")
)
"""What a quote goes on with without its marks, or what contrasts it; a report does not begin so."""
LEADING = frozenset(("from", "per", "via"))
"""Prepositions before whom a colon quotes: "From the report:"."""
FEW = 3
"""Quotes of so few words are names or phrases unless more speaks for speech."""


@frozen(eq=False)
class Attachment:
    """The words that introduce or follow a quote.

    Args:
        cue: The reporting words; `None` where a mere "by" leads to the source.

        entry: What the lexicon says of them; `None` for words that are no cue elsewhere.

        source: Who is named.
    """

    cue: Span | None
    entry: Cue | None
    source: Source | None


def _named_by(noun: Word | None, cue: Span | None, entry: Cue | None = None) -> Attachment | None:
    return None if noun is None else Attachment(cue, entry, source_at(noun.sentence, noun.token))


def _cue_span(word: Word, entry: Cue) -> Span:
    tokens = word.sentence.tokens
    last = min(word.token.index + len(entry.words), len(tokens)) - 1
    return Span(word.token.start, tokens[last].end)


def _entry(word: Word, takes: frozenset[Takes] = REPORTS) -> Cue | None:
    """The lexicon's entry for a verb that may report a quote."""
    if word.token.pos not in VERBAL:
        return None
    tokens, at = word.sentence.tokens, word.token.index
    entries = (
        e
        for e in verb_cues(word.token)
        if e.takes & takes
        and (Takes.QUOTE in e.takes or e.kind in SPOKEN)
        and not _is_preposition(tokens[min(at + len(e.words), len(tokens)) - 1], e)
    )
    entry = matching(entries, tokens, at)
    return None if entry is None or _is_followed_by_infinitive(word, entry) else entry


def _is_followed_by_infinitive(word: Word, entry: Cue) -> bool:
    """Whether a verb that can report does something: "began to laugh", where "began" reports nothing."""
    behind = word.token.index + len(entry.words)
    tokens = word.sentence.tokens
    return Takes.THAT not in entry.takes and behind < len(tokens) and tokens[behind].pos == "PART"


def _is_preposition(last: Token, entry: Cue) -> bool:
    """Whether what should be a cue's particle leads to a noun: "goes on holiday" reports nothing."""
    return entry.words == GOING_ON and last.relation == "case"


def _may_report(word: Word) -> bool:
    if word.token.has("VerbForm=Inf"):
        return word.sentence.child(word.token, "aux") is not None and not _is_to_do(word)
    return not word.token.has("VerbForm=Ger")


def _is_to_do(word: Word) -> bool:
    """Whether "to" makes a verb an infinitive: "to say", not "he will say"."""
    return any(c.text.lower() == "to" for c in word.sentence.children(word.token, "mark", "aux"))


def _next_noun(words: Sequence[Word]) -> Word | None:
    """The head of the noun phrase that begins here."""
    is_adjective = False
    for word in words[:STEPS_TO_SOURCE]:
        if word.token.pos in NOMINAL:
            return _top(word, words)
        if (
            word.token.pos in NO_PHRASE
            or word.token.text == ":"
            or (word.token.text == "," and not is_adjective)
        ):
            return None
        is_adjective = word.token.pos == "ADJ"
    return None


def _top(word: Word, words: Sequence[Word]) -> Word:
    """The noun that governs a noun inside a phrase, as long as it is among the words."""
    first, last = words[0].at, words[-1].at
    for _ in range(STEPS_DIRECTLY_BEFORE):
        above = word.sentence.head(word.token)
        at = word.at + above.index - word.token.index
        if word.token.relation not in INSIDE_NOUNS or above.pos not in NOMINAL or not first <= at <= last:
            break
        word = next((w for w in words if w.at == at), word)
    return word


def _parsed_source(verb: Word, words: Sequence[Word]) -> Source | None:
    """The verb's own subject or agent, if it stands among the words."""
    sentence, token = verb.sentence, verb.token
    head = agent(sentence, token) if is_passive(sentence, token) else sentence.child(token, "nsubj")
    if head is None or head.dep == "expl" or not any(w.token is head for w in words):
        return None
    return source_at(sentence, head)


# --- words behind the quote -----------------------------------------------------------------------


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
    entries = lexicon().phrases.get(first.token.text.lower(), ())
    entry = matching(entries, first.sentence.tokens, first.token.index)
    if entry is None or len(entry.words) == 1:
        return None
    return _named_by(_next_noun(words[len(entry.words) :]), _cue_span(first, entry), entry)


def _signed(unit: Unit) -> Attachment | None:
    """A name behind a dash, and nothing else: '" — Jane Smith, Leeds'."""
    words = unit.after
    if not unit.is_first or not 2 <= len(words) <= STEPS_TO_SOURCE or not begins_with_dash(words):
        return None
    if any(word.token.pos in VERBAL and word.token.text.islower() for word in words):
        return None
    name = _next_noun(words[1:]) if words[1].token.pos in NOMINAL else None
    return _named_by(name or words[1], words[0].token.span) if words[1].token.text[0].isupper() else None


def _inverted(words: Sequence[Word]) -> Attachment | None:
    """A verb with its subject behind it: "said Smith"."""
    at = 0
    while at < min(2, len(words) - 1) and words[at].token.pos in {"ADV", "PART"}:
        at += 1
    word = words[at]
    entry = _entry(word)
    if entry is None or not _may_report(word):
        return None
    source = _parsed_source(word, words[at + 1 :])
    if source is not None and source.antecedent is None:
        return Attachment(_cue_span(word, entry), entry, source)
    return _named_by(_next_noun(words[at + len(entry.words) :]), _cue_span(word, entry), entry)


def _reported_behind(words: Sequence[Word], *, must_end: bool) -> Attachment | None:
    """A subject and a verb: "she said", "Smith, the chairman, told reporters"."""
    for at, word in enumerate(words):
        if is_sentence_end(word):
            return None
        entry = _entry(word) if at else None
        source = None if entry is None or not _may_report(word) else _subject_before(words[:at], word)
        if entry is None or source is None:
            continue
        if must_end and not _ends_soon(words[at + len(entry.words) :], word):
            return None
        return Attachment(_cue_span(word, entry), entry, source)
    return None


def _subject_before(words: Sequence[Word], verb: Word) -> Source | None:
    """The verb's subject, if it begins the stretch; conjunctions and adverbs may stand before it."""
    at = next((i for i, word in enumerate(words) if word.token.pos not in BEFORE_SUBJECT), None)
    if at is None or words[at].token.text.lower() in RELATIVES:
        return None
    source = _parsed_source(verb, words)
    if source is not None and source.span.start <= words[at].token.end and source.antecedent is None:
        return source
    noun = _next_noun(words[at:])
    if noun is None and words[at].token.text[0].isupper():
        noun = _noun_directly_before(words)
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
        if word.token.pos == "VERB" and at and _may_report(word) and word.token.relation != "acl":
            source = _parsed_source(word, words[:at])
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
    noun = _next_noun(words[1:])
    return None if noun is None or noun.token.pos not in {"PROPN", "PRON"} else _named_by(noun, None)


# --- words before the quote -----------------------------------------------------------------------


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
    return Attachment(_cue_span(word, entry), entry, _source_of(unit.reading, word, unit.before))


def _source_of(reading: Reading, verb: Word, words: Sequence[Word]) -> Source | None:
    """The source of a verb: by the parse where that leads out of quotes, else the noun before it."""
    head = reporter(verb.sentence, verb.token)
    if head is not None and head.dep != "expl" and reading.sees(verb, head):
        return source_at(verb.sentence, head)
    if is_passive(verb.sentence, verb.token):
        return None
    before = [word for word in words if word.at < verb.at]
    behind = [word for word in words if word.at > verb.at]
    noun = _next_noun(before) or _noun_directly_before(before) or (None if before else _next_noun(behind))
    return None if noun is None else source_at(noun.sentence, noun.token)


def _noun_directly_before(words: Sequence[Word]) -> Word | None:
    """The noun before a verb, with nothing but adverbs and what stands in brackets between."""
    depth = 0
    for word in reversed(words[-STEPS_TO_SOURCE:]):
        depth += (word.token.text in {")", "]"}) - (word.token.text in {"(", "["})
        if depth > 0 or word.token.pos in {"ADV", "AUX", "PUNCT"}:
            continue
        return _top(word, words) if word.token.pos in NOMINAL else None
    return None


def _before_colon(unit: Unit, words: Sequence[Word]) -> Attachment | None:
    """The last cue before the colon, else the last verb, else a name alone: 'Smith: "'."""
    for word in reversed(words):
        entry = _entry(word)
        if entry is None or is_bare_participle(word.sentence, word.token):
            continue
        if _may_report(word) or word.token.has("VerbForm=Ger"):
            return _reporting(unit, word, entry)
    for word in reversed(words):
        if word.token.pos in VERBAL and _may_report(word):
            source = _parsed_source(word, words)
            if source is not None:
                return Attachment(word.token.span, None, source)
    name = _behind_dash(words)
    if name and name[0].token.text.lower() in LEADING:
        name = name[1:]
    if not name or len(name) > STEPS_TO_SOURCE:
        return None
    return _named_by(_next_noun(name), unit.before[-1].token.span)


def _behind_dash(words: Sequence[Word]) -> Sequence[Word]:
    """What stands behind the last dash, as in a list: "a close race - Jane Smith"."""
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i].token.text in DASHES), -1)
    return words[at + 1 :]


def _before_comma(unit: Unit, words: Sequence[Word]) -> Attachment | None:
    for steps, word in enumerate(reversed(words[-STEPS_OVER_COMMA:])):
        entry = _entry(word)
        if entry is not None:
            return _reporting(unit, word, entry) if unit.begins_like_a_sentence or not steps else None
        if word.token.pos == "VERB" and _may_report(word) and word.token.relation != "acl":
            return None
    return None


def _directly_before(unit: Unit, words: Sequence[Word]) -> Attachment | None:
    for word in reversed(words[-STEPS_DIRECTLY_BEFORE:]):
        entry = _entry(word, QUOTES)
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
        if word.token.text.lower() == "that" and word.token.pos == "SCONJ":
            is_inside = False
        is_joined = unit.text[word.token.start - 1 : word.token.start] == "-"
        if word.token.pos in VERBAL and not is_inside and not is_joined:
            entry = matching(verb_cues(word.token), word.sentence.tokens, word.token.index)
            if entry is not None:
                return word, _reporting(unit, word, entry)
            is_inside = word.token.pos == "VERB" or word.token.relation == "cop"
    return None
