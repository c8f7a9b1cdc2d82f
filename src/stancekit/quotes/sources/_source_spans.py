"""Who a cue names as its source, by the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ...language._universal import word_of
from ...syntax._trees import (
    RELATIVES,
    VERBAL,
    marker,
    owner_of,
    reach,
)
from ...values import ActorKind, Span

if TYPE_CHECKING:
    from ...values import Name, Token
    from ..cues._cued_sentence import CuedSentence

AUTHORING = frozenset(("from", "by"))
"""Prepositions between a text and its author."""
MAX_STEPS = 8
"""Governors of a relative pronoun that are tried for its clause."""


@frozen(eq=False)
class Source:
    """The words that name who speaks.

    Args:
        span: Where they stand.

        sentence: Their sentence.

        head: The word that decides who it is.

        antecedent: For a relative pronoun, the noun it stands for.
    """

    span: Span
    sentence: CuedSentence
    head: Token
    antecedent: Token | None = None


def source_at(sentence: CuedSentence, head: Token) -> Source:
    """The source that a noun or pronoun is the head of."""
    if word_of(head) in RELATIVES and head.pos in {"PRON", "DET", "SCONJ"}:
        antecedent = _antecedent(sentence, head)
        return Source(_with_antecedent(sentence, head, antecedent), sentence, head, antecedent)
    span = sentence.noun_phrase(head)
    name = _name_behind(sentence, head) if head.pos == "NOUN" else None
    if name is not None:
        return Source(
            Span(span.start, max(span.end, name.span.end)), sentence, sentence.head_of(name.span) or head
        )
    return Source(span, sentence, head)


def _with_antecedent(sentence: CuedSentence, pronoun: Token, antecedent: Token | None) -> Span:
    """A relative pronoun with the noun that it stands for, where nothing but a comma parts them."""
    if antecedent is None or antecedent.index > pronoun.index:
        return pronoun.span
    phrase = sentence.noun_phrase(antecedent)
    between = [t for t in sentence.tokens[antecedent.index : pronoun.index] if t.start >= phrase.end]
    is_near = phrase.end <= pronoun.start and all(t.text == "," for t in between)
    return Span(phrase.start, pronoun.end) if is_near else pronoun.span


def _name_behind(sentence: CuedSentence, head: Token) -> Name | None:
    """The person whom a description is followed by: "the head of the bank, Jo Lee, said"."""
    last = reach(sentence, head)[1]
    for name in sentence.names:
        if name.kind is not ActorKind.PERSON or name.span.start <= head.start:
            continue
        inside = sentence.within(name.span)
        if not inside or inside[-1].index > last:
            return None
        after = sentence.tokens[min(inside[-1].index + 1, len(sentence.tokens) - 1)]
        if sentence.tokens[inside[0].index - 1].text == "," and (
            after.text in {",", "("} or after.pos in VERBAL
        ):
            return name
    return None


def _antecedent(sentence: CuedSentence, pronoun: Token) -> Token | None:
    for verb in sentence.ancestors(pronoun)[:MAX_STEPS]:
        if verb.relation == "acl":
            return sentence.head(verb)
    return None


def find_author(sentence: CuedSentence, document: Token) -> Token | None:
    """Whose a text is: "a statement from the ministry", "Smith's letter"."""
    owner = owner_of(sentence, document)
    if owner is not None:
        return owner
    phrases = sentence.children(document, "nmod")
    return next((c for c in phrases if marker(sentence, c) in AUTHORING), None)
