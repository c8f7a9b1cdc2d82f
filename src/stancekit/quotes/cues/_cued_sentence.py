"""A parsed sentence with the cue lexicon of its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from ...values import Sentence

if TYPE_CHECKING:
    from ...lexicon._cues import Cue, Cues
    from ...values import Token


@frozen(eq=False)
class CuedSentence(Sentence):
    """A parsed sentence with the cue lexicon of its language.

    Args:
        cues: The reporting words of its language.
    """

    cues: Cues = field(kw_only=True, repr=False)

    def verb_cues(self, verb: Token) -> tuple[Cue, ...]:
        """The lexicon's entries for a verb."""
        return self.cues.of_verb(verb)

    def is_somebody(self, noun: Token) -> bool:
        """Whether a noun is for people or bodies, who can speak."""
        return self.cues.is_somebody(noun)
