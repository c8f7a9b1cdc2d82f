"""Where a report ends, and what the narrator puts into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...language._universal import word_of
from ...lexicon._cues import Takes
from ...syntax._trees import DASHES, RELATIVES, VERBAL, is_participle, reach
from ...values import Span
from ._content_clause import FIRST_OF_CLAUSE
from ._parenthetical import CLOSING_MARKS
from ._reporting_verb import begins_report, reports

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...values import Token
    from ..cues._cued_sentence import CuedSentence

STEPS_TO_NEXT = 14
"""Words behind a comma in which the verb of another report is looked for."""
LONG_DASHES = DASHES - {"-"}
RELATIVES_OF = frozenset(("which", "who", "whose", "whom"))
OCCASIONS = frozenset(("after", "before", "while", "without"))
"""Words behind a comma before what the speaker does besides: ", before leaving the hall"."""
ARTICLES = frozenset(("a", "an"))
"""A noun phrase behind a dash that begins with these says what the narrator makes of a report."""
PEOPLE_OF = frozenset(("who", "whose", "whom"))
"""Pronouns behind a comma by which the narrator tells more of what, or whom, a report mentions."""


def without_tail(sentence: CuedSentence, region: Span, frame: Takes) -> Span:
    """A region without what the narrator goes on with behind a comma: ", saying that", ", which failed"."""
    tokens = sentence.within(region)
    relatives = PEOPLE_OF if frame in (Takes.THAT, Takes.QUOTE, Takes.CLAUSE) else RELATIVES_OF
    for at in range(1, len(tokens) - 2):
        border, first = tokens[at], tokens[at + 1]
        if border.text in CLOSING_MARKS:
            border = tokens[at - 1]
        if not (border.text == "," or border.text in LONG_DASHES):
            continue
        is_begun = any(token.pos in VERBAL for token in tokens[:at])
        if is_begun and _is_next_report(sentence, tokens[at + 1 : at + STEPS_TO_NEXT]):
            return Span(region.start, tokens[at - 1].end)
        if (
            begins_report(sentence, first)
            or (frame is Takes.THAT and _turns_away(first, tokens[at + 2]))
            or (word_of(first) in relatives and _is_last(sentence, first, tokens[-1]))
        ):
            return Span(region.start, tokens[at - 1].end)
    return region


def _is_next_report(sentence: CuedSentence, tokens: Sequence[Token]) -> bool:
    """Whether a report with its own subject follows a comma: ", while others say", ", but Smith said"."""
    if not tokens or not (tokens[0].pos in {"CCONJ", "SCONJ"} or tokens[0].pos in FIRST_OF_CLAUSE):
        return False
    verb = next((token for token in tokens if token.pos == "VERB" or token.text == ","), tokens[0])
    if not reports(sentence, verb) or not verb.has("VerbForm=Fin"):
        return False
    named = sentence.child(verb, "nsubj")
    is_inside = any(word_of(t) in RELATIVES for t in tokens[1:] if t.index < verb.index)
    return (
        named is not None
        and not is_inside
        and tokens[0].index <= named.index < verb.index
        and verb.index < tokens[0].index + STEPS_TO_NEXT
    )


def _turns_away(first: Token, second: Token) -> bool:
    """Whether the narrator tells what else the speaker does: ", before leaving", ", while smiling"."""
    return first.text.lower() in OCCASIONS and is_participle(second)


def _is_last(sentence: CuedSentence, relative: Token, last: Token) -> bool:
    """Whether the clause of a relative pronoun reaches up to a word."""
    verb = relative if relative.is_root else sentence.head(relative)
    return reach(sentence, verb)[1] >= last.index - 1


def without_asides(sentence: CuedSentence, region: Span) -> Iterator[Span]:
    """What is left of a report without what the narrator puts between dashes: "the war — begun in 2022 —"."""
    tokens = sentence.within(region)
    dashes = [at for at, token in enumerate(tokens) if _is_dash(sentence, token)]
    begin = 0
    for place, at in enumerate(dashes):
        if at < begin or at + 1 == len(tokens):
            continue
        is_comment = place + 1 == len(dashes) and word_of(tokens[at + 1]) in ARTICLES
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
    """Whether a word is a dash; a hyphen is one that stands alone."""
    if token.text != "-" or not 0 < token.index < len(sentence.tokens) - 1:
        return token.text in LONG_DASHES
    before, behind = sentence.tokens[token.index - 1], sentence.tokens[token.index + 1]
    return before.end < token.start and token.end < behind.start


def _is_aside(token: Token) -> bool:
    loose = token.relation in {"acl", "advcl"} and (token.has("VerbForm=Part") or token.has("VerbForm=Ger"))
    return loose or word_of(token) in RELATIVES
