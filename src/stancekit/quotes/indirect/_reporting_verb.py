"""A reporting verb: its parts, and whether another verb reports, too."""

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

FOLLOWING = frozenset(("after", "amid", "following"))
"""Prepositions that tell when a report is made: "called him a fool following the vote"."""

SPEAKING = frozenset((CueClass.SAYING, CueClass.WRITING, CueClass.ASKING))
"""Classes of verbs that report speech."""


@frozen(eq=False)
class Complement:
    """What is reported.

    Args:
        regions: The stretches of the text that hold it.

        frame: By what construction.

        needs_marks: Whether it counts only if something in it stands in quotation marks.

        source: Who reports, where the construction tells; `None` where the verb's subject does.
    """

    regions: tuple[Span, ...]
    frame: Takes
    needs_marks: bool = False
    source: Source | None = None


@frozen(eq=False)
class Report:
    """A reporting verb and its lexicon entry."""

    sentence: CuedSentence
    verb: Token
    entry: Cue

    @property
    def floor(self) -> int:
        """Position of the first word behind the cue."""
        return self.verb.index + len(self.entry.words)

    @property
    def behind(self) -> tuple[Token, ...]:
        """The verb's dependents behind the cue."""
        return tuple(c for c in self.sentence.children(self.verb) if c.index >= self.floor)

    def from_to(self, first: Token, last: Token) -> Span:
        """From the words of one dependent to those of another, without when somebody reports them."""
        begin, end = max(self.floor, reach(self.sentence, first)[0]), reach(self.sentence, last)[1]
        for child in self.sentence.children(last, "nmod", "obl"):
            if marker(self.sentence, child) in FOLLOWING and reach(self.sentence, child)[1] == end:
                end = reach(self.sentence, child)[0] - 1
        return span_of(self.sentence, begin, max(begin, end))


def reports(sentence: CuedSentence, token: Token) -> bool:
    """Whether a word is a verb of saying."""
    return token.pos in VERBAL and any(
        Takes.QUOTE in entry.takes and entry.kind is not CueClass.THINKING
        for entry in sentence.verb_cues(token)
    )


def same_report(sentence: CuedSentence, verb: Token, clause: Token, other: Token) -> bool:
    """Whether a verb coordinated with a reported clause rather reports, too.

    In "she said that he won and called it fair" the parse tends to coordinate "called" with "won".
    """
    return (
        clause.relation == "ccomp"
        and other.index > clause.index
        and reports(sentence, other)
        and sentence.child(other, "nsubj", "aux") is None
        and any(verb.has(tense) and other.has(tense) for tense in ("Tense=Past", "Tense=Pres"))
    )


def begins_report(sentence: CuedSentence, token: Token) -> bool:
    """Whether a participle reports: "saying that", "noting"."""
    return (
        is_participle(token) and matching(sentence.verb_cues(token), sentence.tokens, token.index) is not None
    )
