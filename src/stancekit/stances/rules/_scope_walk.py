"""A walk from a polar word to the root of its sentence, and what it gathers on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...lexicon._lexicon import Modifier
from ...lexicon._vocabulary import FIRST_PERSON, NEGATORS
from ...values import Certainty

if TYPE_CHECKING:
    from ...lexicon._lexicon import Lexicon
    from ...syntax._grammar import Grammar
    from ._polar_words import PolarWord

# Shares of a polar word's score, by judgement; on NewsMTSC's train part, moving any of them by 0.3
# changes macro-F1 by less than 0.003.
AFTER_BUT: Final = 1.3
BEFORE_BUT: Final = 0.7
CONCEDED: Final = 0.3
HEDGED: Final = 0.8
HYPOTHETICAL: Final = 0.6
QUESTIONED: Final = 0.4
ASKED: Final = 0.3
UNSAID: Final = 0.0
NEGATED: Final = -0.7
WOULD_BE: Final = 0.8

_ORDER: Final = (Certainty.ASSERTED, Certainty.HEDGED, Certainty.HYPOTHETICAL, Certainty.QUESTION)


@frozen
class Effect:
    """One thing in a polar word's surroundings that changes what it counts.

    Args:
        rule: What sort of thing: "negator", "hedge", "question" ...

        factor: What the score is multiplied by.

        at: Positions of the words that do it.
    """

    rule: str
    factor: float
    at: tuple[int, ...] = ()


NEGATOR: Final = Modifier("negator", NEGATED)


class Walk:
    """A walk from a polar word to the root, gathering what it passes."""

    def __init__(self, grammar: Grammar, lexicon: Lexicon, word: PolarWord) -> None:
        self.grammar = grammar
        self.modifiers = lexicon.modifiers
        self.word = word
        self.effects: list[Effect] = []
        self.certainty = Certainty.ASSERTED
        self.reports: list[list[int]] = []
        self.is_denied = False
        self.negated: set[int] = set()
        self.at: list[int] = []

    def change(self, rule: str, factor: float, *at: int) -> None:
        """Multiply the score."""
        self.effects.append(Effect(rule, factor, at))

    def doubt(self, rule: str, certainty: Certainty, share: float, *at: int) -> None:
        """Note that the word is not simply asserted; the least certain walk stays."""
        if _ORDER.index(certainty) > _ORDER.index(self.certainty):
            self.certainty = certainty
        self.change(rule, share, *at)

    def deny(self, rule: str, at: int) -> None:
        """Note that the very statement is denied."""
        self.is_denied = True
        self.change(rule, NEGATED, at)

    def told_by(self, speakers: list[int]) -> None:
        """Note whose report the word stands in; the next further out comes later."""
        if speakers:
            self.reports.append(speakers)

    @property
    def voices(self) -> list[int]:
        """Who answers for the word: the nearest who tell it, and of "I" whoever says so."""
        named = (
            who for who in self.reports if not any(self.grammar.lemmas[at] in FIRST_PERSON for at in who)
        )
        return next(named, self.reports[0] if self.reports else [])

    def modifier_at(self, at: int) -> Modifier | None:
        """What the lexicon says of the word there as a modifier."""
        whole = self._whole(at)
        if len(whole) > 1:
            return self.modifiers.get(" ".join(self.grammar.words[i] for i in whole))
        lemma = self.grammar.tokens[at].lemma.lower()
        found = self.modifiers.get(self.grammar.words[at]) or self.modifiers.get(lemma)
        if found is None and lemma != (english := self.grammar.lemmas[at]) and english in NEGATORS:
            return NEGATOR  # of another language, whose tables do not list it
        return found

    def _whole(self, at: int) -> range:
        """All that a word is written with: "so-called" is three words."""
        is_hyphened = at >= 2 and self.grammar.words[at - 1] == "-"
        return range(at - 2 if is_hyphened else at, at + 1)

    def negate(self, governor: int, at: int) -> None:
        """Note a negation told by features; as in "ne ... pas", several of one word are one."""
        if governor not in self.negated:
            self.negated.add(governor)
            self.change("negator", NEGATED, at)

    def modify(self, modifier: Modifier, at: int) -> None:
        """Let the modifier that stands there act on the word."""
        self.at += self._whole(at)
        if modifier is NEGATOR:
            self.negate(self.grammar.heads[at], at)
        elif modifier.kind == "hedge":
            self.doubt("hedge", Certainty.HEDGED, max(modifier.factor, HEDGED), at)
        else:
            self.change(modifier.kind, modifier.factor, at)
