"""One view of a parsed sentence: who does what to whom, whatever the construction."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from . import _clause, _negation, _noun_phrase, _passive, _subject
from ._quotation_marks import quoted_words
from ._sentence import SUBJECTS, SentenceTree

if TYPE_CHECKING:
    from ..values import Span

__all__ = ["SUBJECTS", "Grammar"]


class Grammar(SentenceTree):
    """A sentence's grammatical roles, worked out where they are asked for.

    Args:
        sentence: A parsed sentence in Universal Dependencies.

        classes: The word classes of its language; those of English if left out.

        is_somebody: Whether a noun is for people or bodies; by default none is known to be.
    """

    @cached_property
    def quoted(self) -> list[bool]:
        """For each word, whether it stands in quotation marks."""
        return quoted_words(self.tokens)

    @cached_property
    def speakers(self) -> list[int]:
        """The subjects of reporting verbs."""
        return [
            who
            for at, lemma in enumerate(self.lemmas)
            if lemma in self.verbs.reporting and self.poses[at] == "VERB"
            for who in self.kids_in(at, SUBJECTS)
        ]

    def is_passive(self, verb: int) -> bool:
        """Whether a verb's syntactic subject undergoes the action."""
        return _passive.is_passive(self, verb)

    def object_control(self, clause: int, head: int) -> list[int]:
        """The object of a verb, where it is the subject of a clause that depends on the verb."""
        return _subject.object_control(self, clause, head)

    def subjects(self, predicate: int) -> list[int]:
        """The subject of a predicate, overt or understood; empty if there is none."""
        return _subject.subjects(self, predicate)

    def parenthetical_subject(self, verb: int) -> int | None:
        """The subject of a parenthetical verb: Jane Smith in "Reed, Jane Smith said, was late"."""
        return _subject.parenthetical_subject(self, verb)

    def agents(self, verb: int) -> list[int]:
        """The agent of a passive: "by ..."."""
        return _passive.agents(self, verb)

    def doers(self, verb: int) -> list[int]:
        """The logical subject: the agent of a passive, else the subject."""
        return _clause.doers(self, verb)

    def done_to(self, verb: int) -> list[int]:
        """The logical object: the subject of a passive, else the object."""
        return _clause.done_to(self, verb)

    def recipients(self, verb: int) -> list[int]:
        """To whom."""
        return _clause.recipients(self, verb)

    def obliques(self, at: int, case: str) -> list[int]:
        """Phrases with a preposition; also those that parsers hang on the object."""
        return _clause.obliques(self, at, case)

    def clause_of(self, at: int) -> int:
        """The predicate of the clause that a word stands in."""
        return _clause.clause_of(self, at)

    def is_predicate(self, at: int) -> bool:
        """Whether a word heads a clause."""
        return _clause.is_predicate(self, at)

    def owner(self, noun: int) -> int | None:
        """Whose a noun is, without a preposition: "his courage", "Ann's courage"."""
        return _noun_phrase.owner(self, noun)

    def owners(self, noun: int) -> list[int]:
        """Whose a noun is: "his courage", "the courage of Ann", "the Smith scandal"."""
        return _noun_phrase.owners(self, noun)

    def noun_phrase(self, head: int, *, with_others: bool = True) -> Span:
        """A noun with its modifiers and prepositional phrases; see `_noun_phrase.noun_phrase`."""
        return self.span(*_noun_phrase.noun_phrase(self, head, with_others=with_others))

    def negators(self, predicate: int) -> list[int]:
        """The positions of what negates a predicate: "did not say", "refused to say"."""
        return _negation.negators(self, predicate)
