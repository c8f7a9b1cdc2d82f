"""A parsed sentence with the cue lexicon of its language."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from ...lexicon._cues import CueClass
from ...syntax._grammar import Grammar
from ...values import Sentence

if TYPE_CHECKING:
    from ...lexicon._class_tables import NounClasses, VerbClasses
    from ...lexicon._cues import Cue, Cues
    from ...values import Span, Token


SPEECH_CLASSES = frozenset((CueClass.SAYING, CueClass.WRITING, CueClass.ASKING))
"""Classes of cues that report speech."""


@frozen(eq=False)
class CuedSentence(Sentence):
    """A parsed sentence with the cue lexicon of its language.

    Args:
        cues: The reporting words of its language.
    """

    cues: Cues = field(kw_only=True, repr=False)

    @cached_property
    def grammar(self) -> Grammar:
        """The grammatical roles in the sentence."""
        return Grammar(self, self.cues.classes, self.cues.is_somebody)

    @property
    def nouns(self) -> NounClasses:
        """The noun classes of its language."""
        return self.cues.classes.nouns

    @property
    def verbs(self) -> VerbClasses:
        """The verb classes of its language."""
        return self.cues.classes.verbs

    def verb_cues(self, verb: Token) -> tuple[Cue, ...]:
        """The lexicon's entries for a verb."""
        return self.cues.of_verb(verb)

    def is_somebody(self, noun: Token) -> bool:
        """Whether a noun is for people or bodies, who can speak."""
        return self.cues.is_somebody(noun)

    def is_passive(self, verb: Token) -> bool:
        """Whether a verb's syntactic subject undergoes the action."""
        return self.grammar.is_passive(verb.index)

    def is_negated(self, verb: Token) -> bool:
        """Whether a verb is negated: "did not say", "refused to say"."""
        return bool(self.grammar.negators(verb.index))

    def doer(self, verb: Token) -> Token | None:
        """The logical subject of a verb: the agent of a passive, else the subject."""
        return self._first(self.grammar.doers(verb.index))

    def agent(self, verb: Token) -> Token | None:
        """The agent of a passive: "by Smith"."""
        return self._first(self.grammar.agents(verb.index))

    def parenthetical_subject(self, verb: Token) -> Token | None:
        """The subject of a parenthetical verb: Jane Smith in "Reed, Jane Smith said, was late"."""
        found = self.grammar.parenthetical_subject(verb.index)
        return None if found is None else self.tokens[found]

    def noun_phrase(self, head: Token, *, with_others: bool = True) -> Span:
        """A noun with its modifiers, and with its conjuncts unless they are left out."""
        return self.grammar.noun_phrase(head.index, with_others=with_others)

    def _first(self, positions: list[int]) -> Token | None:
        return self.tokens[positions[0]] if positions else None
