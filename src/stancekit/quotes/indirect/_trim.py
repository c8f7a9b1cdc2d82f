"""The narrator's words at the end of a reported clause and inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...language._universal import word_of
from ...lexicon._cues import Takes
from ...syntax._trees import DASHES, RELATIVES, VERBAL, is_participle, reach
from ...values import Span
from ._content_clause import FIRST_TAGS_OF_CLAUSE
from ._parenthetical import CLOSING_MARKS
from ._reporting_verb import is_reporting_participle, is_verb_of_saying

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...values import Token
    from ..cues._cued_sentence import CuedSentence

STEPS_TO_NEXT = 14
"""Words behind a comma in which the verb of another report is looked for."""
DASHES_BUT_HYPHEN = DASHES - {"-"}
ALL_RELATIVES = frozenset(("which", "who", "whose", "whom"))
ADVERBIAL_OPENERS = frozenset(("after", "before", "while", "without"))
"""First words of a participial adverbial of the report: ", before leaving the hall"."""
INDEFINITE_ARTICLES = frozenset(("a", "an"))
"""First words of a comment of the narrator's behind a dash: " — a claim that nobody could check"."""
PERSONAL_RELATIVES = frozenset(("who", "whose", "whom"))
"""Relative pronouns of non-restrictive clauses, which are the narrator's."""


def cut_narration_behind(sentence: CuedSentence, region: Span, construction: Takes) -> Span:
    """A region up to the comma behind which the narrator continues: ", saying that", ", which failed"."""
    tokens = sentence.within(region)
    relatives = (
        PERSONAL_RELATIVES if construction in (Takes.THAT, Takes.QUOTE, Takes.CLAUSE) else ALL_RELATIVES
    )
    for at in range(1, len(tokens) - 2):
        border, first = tokens[at], tokens[at + 1]
        if border.text in CLOSING_MARKS:
            border = tokens[at - 1]
        if not (border.text == "," or border.text in DASHES_BUT_HYPHEN):
            continue
        is_begun = any(token.pos in VERBAL for token in tokens[:at])
        if is_begun and _is_next_report(sentence, tokens[at + 1 : at + STEPS_TO_NEXT]):
            return Span(region.start, tokens[at - 1].end)
        if (
            is_reporting_participle(sentence, first)
            or (construction is Takes.THAT and _begins_other_action(first, tokens[at + 2]))
            or (word_of(first) in relatives and _reaches_to(sentence, first, tokens[-1]))
        ):
            return Span(region.start, tokens[at - 1].end)
    return region


def _is_next_report(sentence: CuedSentence, tokens: Sequence[Token]) -> bool:
    """Whether a report with a subject of its own follows: ", while others say", ", but Smith said"."""
    if not tokens or not (tokens[0].pos in {"CCONJ", "SCONJ"} or tokens[0].pos in FIRST_TAGS_OF_CLAUSE):
        return False
    verb = next((token for token in tokens if token.pos == "VERB" or token.text == ","), tokens[0])
    if not is_verb_of_saying(sentence, verb) or not verb.has("VerbForm=Fin"):
        return False
    named = sentence.child(verb, "nsubj")
    is_inside = any(word_of(t) in RELATIVES for t in tokens[1:] if t.index < verb.index)
    return (
        named is not None
        and not is_inside
        and tokens[0].index <= named.index < verb.index
        and verb.index < tokens[0].index + STEPS_TO_NEXT
    )


def _begins_other_action(first: Token, second: Token) -> bool:
    """Whether a participial adverbial of the report follows: ", before leaving", ", while smiling"."""
    return first.text.lower() in ADVERBIAL_OPENERS and is_participle(second)


def _reaches_to(sentence: CuedSentence, relative: Token, last: Token) -> bool:
    """Whether a relative clause extends to a word."""
    verb = relative if relative.is_root else sentence.head(relative)
    return reach(sentence, verb)[1] >= last.index - 1


def cut_asides(sentence: CuedSentence, region: Span) -> Iterator[Span]:
    """A region without the narrator's parentheses between dashes: "the war — begun in 2022 —"."""
    tokens = sentence.within(region)
    dashes = [at for at, token in enumerate(tokens) if _is_dash(sentence, token)]
    begin = 0
    for place, at in enumerate(dashes):
        if at < begin or at + 1 == len(tokens):
            continue
        is_comment = place + 1 == len(dashes) and word_of(tokens[at + 1]) in INDEFINITE_ARTICLES
        if not is_comment and not _is_aside(tokens[at + 1]):
            continue
        if begin < at:
            yield Span(tokens[begin].start, tokens[at - 1].end)
        begin = dashes[place + 1] + 1 if place + 1 < len(dashes) else len(tokens)
    if begin == 0:
        yield region
    elif begin < len(tokens):
        yield Span(tokens[begin].start, region.end)


def _is_dash(sentence: CuedSentence, token: Token) -> bool:
    """Whether a word is a dash; a hyphen is one if spaces surround it."""
    if token.text != "-" or not 0 < token.index < len(sentence.tokens) - 1:
        return token.text in DASHES_BUT_HYPHEN
    before, behind = sentence.tokens[token.index - 1], sentence.tokens[token.index + 1]
    return before.end < token.start and token.end < behind.start


def _is_aside(token: Token) -> bool:
    loose = token.relation in {"acl", "advcl"} and (token.has("VerbForm=Part") or token.has("VerbForm=Ger"))
    return loose or word_of(token) in RELATIVES
