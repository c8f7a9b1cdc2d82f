"""A reporting verb, its dependents and its complement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ...lexicon._cues import CueClass, Takes, matching
from ...syntax._trees import VERBAL, is_participle, marker, reach, span_of

if TYPE_CHECKING:
    from ...lexicon._cues import Cue
    from ...values import Span, Token
    from ..cues._cued_sentence import CuedSentence
    from ..sources._source_spans import Source

PREPOSITIONS_OF_OCCASION = frozenset(("after", "amid", "following"))
"""Prepositions of the occasion of a report: "called him a fool following the vote"."""

OFTEN_ATTACHED_TOO_HIGH = frozenset(("advcl", "obl", "advmod", "xcomp", "ccomp", "acl", "nmod"))
"""Relations of phrases inside the content that parsers tend to attach to the reporting verb."""


@frozen(eq=False)
class Complement:
    """The content of a reporting verb.

    Args:
        regions: The stretches of the text that hold it.

        construction: The construction that shows it.

        needs_marks: Whether it counts only if something in it stands in quotation marks.

        source: The source, where the construction decides it; `None` where it is the verb's subject.
    """

    regions: tuple[Span, ...]
    construction: Takes
    needs_marks: bool = False
    source: Source | None = None


@frozen(eq=False)
class ReportingVerb:
    """A reporting verb and its lexicon entry."""

    sentence: CuedSentence
    verb: Token
    entry: Cue

    @property
    def first_behind(self) -> int:
        """Position of the first word behind the cue."""
        return self.verb.index + len(self.entry.words)

    @property
    def dependents_behind(self) -> tuple[Token, ...]:
        """The verb's dependents behind the cue."""
        return tuple(c for c in self.sentence.children(self.verb) if c.index >= self.first_behind)

    def span_between(self, first: Token, last: Token) -> Span:
        """From one dependent to another, without an adverbial of the report's occasion at the end."""
        begin, end = max(self.first_behind, reach(self.sentence, first)[0]), reach(self.sentence, last)[1]
        for child in self.sentence.children(last, "nmod", "obl"):
            if (
                marker(self.sentence, child) in PREPOSITIONS_OF_OCCASION
                and reach(self.sentence, child)[1] == end
            ):
                end = reach(self.sentence, child)[0] - 1
        return span_of(self.sentence, begin, max(begin, end))


def is_verb_of_saying(sentence: CuedSentence, token: Token) -> bool:
    """Whether a word is a verb of saying."""
    return token.pos in VERBAL and any(
        Takes.QUOTE in entry.takes and entry.kind is not CueClass.THINKING
        for entry in sentence.verb_cues(token)
    )


def is_coordinated_report(sentence: CuedSentence, verb: Token, clause: Token, other: Token) -> bool:
    """Whether a verb coordinated with a content clause is a reporting verb beside the first.

    In "she said that he won and called it fair" the parse tends to coordinate "called" with "won".
    """
    return (
        clause.relation == "ccomp"
        and other.index > clause.index
        and is_verb_of_saying(sentence, other)
        and sentence.child(other, "nsubj", "aux") is None
        and any(verb.has(tense) and other.has(tense) for tense in ("Tense=Past", "Tense=Pres"))
    )


def is_reporting_participle(sentence: CuedSentence, token: Token) -> bool:
    """Whether a word is the participle of a cue: "saying that", "noting"."""
    return (
        is_participle(token) and matching(sentence.verb_cues(token), sentence.tokens, token.index) is not None
    )
