"""The complement of a reporting verb: the first construction that its lexicon entry allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._cues import Takes
from ._content_clause import find_content_clause, find_detached_clause
from ._inversion import find_inverted_report
from ._object_phrases import (
    find_infinitive,
    find_object,
    find_object_with_infinitive,
    find_object_with_of_phrase,
    find_object_with_predicate,
    find_prepositional_object,
)
from ._parenthetical import find_fronted_report, find_parenthetical_report, find_report_beside_clause
from ._raising_and_passive import find_passive_complement, find_raising_complement
from ._reporting_verb import ReportingVerb

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...lexicon._cues import Cue
    from ...values import Token
    from ..cues._cued_sentence import CuedSentence
    from ._reporting_verb import Complement

_CONSTRUCTIONS: tuple[tuple[frozenset[Takes], Callable[[ReportingVerb], Complement | None]], ...] = (
    (frozenset((Takes.THAT,)), find_fronted_report),
    (frozenset((Takes.QUOTE,)), find_inverted_report),
    (frozenset((Takes.QUOTE,)), find_parenthetical_report),
    (frozenset((Takes.THAT, Takes.QUOTE)), find_content_clause),
    (frozenset((Takes.SEEM,)), find_raising_complement),
    (frozenset(Takes), find_passive_complement),
    (frozenset((Takes.QUOTE,)), find_report_beside_clause),
    (frozenset((Takes.OBJECT,)), find_prepositional_object),
    (frozenset((Takes.ORDER,)), find_object_with_infinitive),
    (frozenset((Takes.NAME,)), find_object_with_predicate),
    (frozenset((Takes.OF,)), find_object_with_of_phrase),
    (frozenset((Takes.INFINITIVE,)), find_infinitive),
    (frozenset((Takes.OBJECT,)), find_object),
    (frozenset((Takes.THAT,)), find_detached_clause),
)
"""The constructions, in the order in which they are tried."""


def find_complement(sentence: CuedSentence, verb: Token, entry: Cue) -> Complement | None:
    """The complement of a verb, by the first construction that its entry allows and the parse shows."""
    reporting = ReportingVerb(sentence, verb, entry)
    for takes, find in _CONSTRUCTIONS:
        if entry.takes & takes:
            found = find(reporting)
            if found is not None:
                return found
    return None
