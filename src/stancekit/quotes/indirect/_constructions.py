"""What a reporting verb reports, by the first construction that its lexicon entry allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._cues import Takes
from ._content_clause import clause, rest
from ._inversion import inverted
from ._object_phrases import infinitive, name, object_, of, order, prepositional
from ._parenthetical import apart, beside, fronted
from ._raising_and_passive import passive, raised
from ._reporting_verb import Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...lexicon._cues import Cue
    from ...values import Token
    from ..cues._cued_sentence import CuedSentence
    from ._reporting_verb import Complement

_CONSTRUCTIONS: tuple[tuple[frozenset[Takes], Callable[[Report], Complement | None]], ...] = (
    (frozenset((Takes.THAT,)), fronted),
    (frozenset((Takes.QUOTE,)), inverted),
    (frozenset((Takes.QUOTE,)), apart),
    (frozenset((Takes.THAT, Takes.QUOTE)), clause),
    (frozenset((Takes.SEEM,)), raised),
    (frozenset(Takes), passive),
    (frozenset((Takes.QUOTE,)), beside),
    (frozenset((Takes.OBJECT,)), prepositional),
    (frozenset((Takes.ORDER,)), order),
    (frozenset((Takes.NAME,)), name),
    (frozenset((Takes.OF,)), of),
    (frozenset((Takes.INFINITIVE,)), infinitive),
    (frozenset((Takes.OBJECT,)), object_),
    (frozenset((Takes.THAT,)), rest),
)
"""The constructions, in the order in which they are tried."""


def complement(sentence: CuedSentence, verb: Token, entry: Cue) -> Complement | None:
    """What a verb reports, by the first construction that it allows and that is there."""
    report = Report(sentence, verb, entry)
    for takes, find in _CONSTRUCTIONS:
        if entry.takes & takes:
            found = find(report)
            if found is not None:
                return found
    return None
