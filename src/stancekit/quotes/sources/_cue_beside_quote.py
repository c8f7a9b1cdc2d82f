"""What ties a quote to the words beside it: a cue, its source, and how they are found among words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ...lexicon._cues import Cue, CueClass, Takes, matching
from ...syntax._trees import VERBAL
from ...values import Span
from ._source_spans import Source, agent, is_passive, source_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import Token
    from ..marks._marked_document import Word

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
NO_PHRASE = VERBAL | {"ADP", "SCONJ"}
"""What a noun phrase does not begin with."""
INSIDE_NOUNS = frozenset(("compound", "nmod", "flat", "amod", "nummod", "det"))
SPOKEN = frozenset((CueClass.SAYING, CueClass.WRITING, CueClass.ASKING))
REPORTS = frozenset((Takes.QUOTE, Takes.THAT))
STEPS_TO_SOURCE = 12
STEPS_OVER_COMMA = 15
STEPS_DIRECTLY_BEFORE = 4
"""Words looked at before the search for a source or a cue gives up."""
GOING_ON = ("go", "on")
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


def named_by(noun: Word | None, cue: Span | None, entry: Cue | None = None) -> Attachment | None:
    """An attachment whose source is a noun, if there is one."""
    return None if noun is None else Attachment(cue, entry, source_at(noun.sentence, noun.token))


def cue_span(word: Word, entry: Cue) -> Span:
    """Where a cue stands that begins with a word."""
    tokens = word.sentence.tokens
    last = min(word.token.index + len(entry.words), len(tokens)) - 1
    return Span(word.token.start, tokens[last].end)


def reporting_entry(word: Word, takes: frozenset[Takes] = REPORTS) -> Cue | None:
    """The lexicon's entry for a verb that may report a quote."""
    if word.token.pos not in VERBAL:
        return None
    tokens, at = word.sentence.tokens, word.token.index
    entries = (
        e
        for e in word.sentence.verb_cues(word.token)
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


def may_report(word: Word) -> bool:
    """Whether a verb's form is one that reports: "said", "will say", but not "to say"."""
    if word.token.has("VerbForm=Inf"):
        return word.sentence.child(word.token, "aux") is not None and not _is_to_do(word)
    return not word.token.has("VerbForm=Ger")


def _is_to_do(word: Word) -> bool:
    """Whether "to" makes a verb an infinitive: "to say", not "he will say"."""
    return any(c.text.lower() == "to" for c in word.sentence.children(word.token, "mark", "aux"))


def next_noun(words: Sequence[Word]) -> Word | None:
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


def parsed_source(verb: Word, words: Sequence[Word]) -> Source | None:
    """The verb's own subject or agent, if it stands among the words."""
    sentence, token = verb.sentence, verb.token
    head = agent(sentence, token) if is_passive(sentence, token) else sentence.child(token, "nsubj")
    if head is None or head.dep == "expl" or not any(w.token is head for w in words):
        return None
    return source_at(sentence, head)


def noun_directly_before(words: Sequence[Word]) -> Word | None:
    """The noun before a verb, with nothing but adverbs and what stands in brackets between."""
    depth = 0
    for word in reversed(words[-STEPS_TO_SOURCE:]):
        depth += (word.token.text in {")", "]"}) - (word.token.text in {"(", "["})
        if depth > 0 or word.token.pos in {"ADV", "AUX", "PUNCT"}:
            continue
        return _top(word, words) if word.token.pos in NOMINAL else None
    return None
