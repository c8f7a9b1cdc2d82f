"""The cue beside a quoted stretch and the source beside the cue, among words in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ...lexicon._cues import Cue, Takes, matching
from ...syntax._noun_phrase import INSIDE_PHRASE
from ...syntax._sentence import NOMINAL_TAGS
from ...syntax._trees import VERBAL
from ...values import Span
from ..cues._cued_sentence import SPEECH_CLASSES
from ._source_spans import Source, source_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import Token
    from ..marks._marked_document import MarkedToken

NOT_IN_NOUN_PHRASE = VERBAL | {"ADP", "SCONJ"}
"""Tags that no noun phrase begins with."""
REPORTING_CONSTRUCTIONS = frozenset((Takes.QUOTE, Takes.THAT))
STEPS_TO_SOURCE = 12
STEPS_OVER_COMMA = 15
STEPS_DIRECTLY_BEFORE = 4
"""Words looked at before the search for a source or a cue gives up."""
GO_ON = ("go", "on")


@frozen(eq=False)
class AttachedCue:
    """The cue and source attached to a quoted stretch.

    Args:
        cue: The reporting words; `None` where a mere "by" leads to the source.

        entry: What the lexicon says of them; `None` for words that are no cue elsewhere.

        source: Who is named.
    """

    cue: Span | None
    entry: Cue | None
    source: Source | None


def attach_source_noun(
    noun: MarkedToken | None, cue: Span | None, entry: Cue | None = None
) -> AttachedCue | None:
    """A cue whose source is a noun; `None` without one."""
    return None if noun is None else AttachedCue(cue, entry, source_at(noun.sentence, noun.token))


def cue_span(word: MarkedToken, entry: Cue) -> Span:
    """The span of a cue from its first word."""
    tokens = word.sentence.tokens
    last = min(word.token.index + len(entry.words), len(tokens)) - 1
    return Span(word.token.start, tokens[last].end)


def find_reporting_cue(word: MarkedToken, takes: frozenset[Takes] = REPORTING_CONSTRUCTIONS) -> Cue | None:
    """The lexicon's entry for a verb that may report a quote; `None` for other words."""
    if word.token.pos not in VERBAL:
        return None
    tokens, at = word.sentence.tokens, word.token.index
    entries = (
        e
        for e in word.sentence.verb_cues(word.token)
        if e.takes & takes
        and (Takes.QUOTE in e.takes or e.kind in SPEECH_CLASSES)
        and not _is_preposition(tokens[min(at + len(e.words), len(tokens)) - 1], e)
    )
    entry = matching(entries, tokens, at)
    return None if entry is None or _is_followed_by_infinitive(word, entry) else entry


def _is_followed_by_infinitive(word: MarkedToken, entry: Cue) -> bool:
    """Whether a verb governs an infinitive and so reports nothing: "began to laugh"."""
    behind = word.token.index + len(entry.words)
    tokens = word.sentence.tokens
    return Takes.THAT not in entry.takes and behind < len(tokens) and tokens[behind].pos == "PART"


def _is_preposition(last: Token, entry: Cue) -> bool:
    """Whether the particle of a cue is a preposition here: "goes on holiday"."""
    return entry.words == GO_ON and last.relation == "case"


def has_reporting_form(word: MarkedToken) -> bool:
    """Whether a verb's form can report: "said", "will say", but not "to say"."""
    if word.token.has("VerbForm=Inf"):
        return word.sentence.child(word.token, "aux") is not None and not _is_to_do(word)
    return not word.token.has("VerbForm=Ger")


def _is_to_do(word: MarkedToken) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(c.text.lower() == "to" for c in word.sentence.children(word.token, "mark", "aux"))


def find_next_noun(words: Sequence[MarkedToken]) -> MarkedToken | None:
    """The head of the noun phrase at the beginning of the words."""
    is_adjective = False
    for word in words[:STEPS_TO_SOURCE]:
        if word.token.pos in NOMINAL_TAGS:
            return _highest_noun(word, words)
        if (
            word.token.pos in NOT_IN_NOUN_PHRASE
            or word.token.text == ":"
            or (word.token.text == "," and not is_adjective)
        ):
            return None
        is_adjective = word.token.pos == "ADJ"
    return None


def _highest_noun(word: MarkedToken, words: Sequence[MarkedToken]) -> MarkedToken:
    """The head noun of the phrase that a noun is inside, among the words."""
    first, last = words[0].position, words[-1].position
    for _ in range(STEPS_DIRECTLY_BEFORE):
        above = word.sentence.head(word.token)
        at = word.position + above.index - word.token.index
        if (
            word.token.relation not in INSIDE_PHRASE
            or above.pos not in NOMINAL_TAGS
            or not first <= at <= last
        ):
            break
        word = next((w for w in words if w.position == at), word)
    return word


def find_parsed_source(verb: MarkedToken, words: Sequence[MarkedToken]) -> Source | None:
    """The verb's subject, or agent in the passive, if it is among the words."""
    sentence, token = verb.sentence, verb.token
    head = sentence.agent(token) if sentence.is_passive(token) else sentence.child(token, "nsubj")
    if head is None or head.dep == "expl" or not any(w.token is head for w in words):
        return None
    return source_at(sentence, head)


def find_noun_directly_before(words: Sequence[MarkedToken]) -> MarkedToken | None:
    """The noun before a verb, with only adverbs and brackets between."""
    depth = 0
    for word in reversed(words[-STEPS_TO_SOURCE:]):
        depth += (word.token.text in {")", "]"}) - (word.token.text in {"(", "["})
        if depth > 0 or word.token.pos in {"ADV", "AUX", "PUNCT"}:
            continue
        return _highest_noun(word, words) if word.token.pos in NOMINAL_TAGS else None
    return None
