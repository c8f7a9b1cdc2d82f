"""Attitude: how a cue presents its content, such as doubting ("claimed")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...language._universal import word_of
from ...lexicon._cues import CueClass, Takes
from ...values import Attitude

if TYPE_CHECKING:
    from ...lexicon._cues import Cue
    from ...values import Sentence, Token

NEGATIONS = frozenset(("not", "n't", "n’t", "never", "nobody", "none"))
NEGATIVE = "Polarity=Neg"
REFUSING_VERBS = frozenset(("decline", "refuse", "fail", "forget", "neglect", "stop"))
"""Governors that negate an infinitive: "declined to say"."""
EVALUATING_CLASSES = frozenset((CueClass.PRAISING, CueClass.BLAMING, CueClass.CALLING))
OBJECT_CONSTRUCTIONS = frozenset((Takes.OBJECT, Takes.NAME))
PRESUPPOSING_ATTITUDES = frozenset((Attitude.CONCEDING, Attitude.ENDORSING))
"""Attitudes that stay under negation: "did not admit" still presupposes the content."""
ASSERTING_VERBS = frozenset(
    (
        "attest",
        "certify",
        "confirm",
        "corroborate",
        "demonstrate",
        "establish",
        "prove",
        "show",
        "verify",
        "vouch",
    )
)
"""Endorsing verbs that assert nothing under negation: "could not confirm"."""


def attitude(entry: Cue | None, construction: Takes | None, *, is_negated: bool = False) -> Attitude:
    """The attitude of a cue to its content.

    Args:
        entry: What the lexicon says of the cue; `None` for words that are no cue elsewhere.

        construction: The construction it is in. To praise or blame a thing is a stand towards the thing,
            not an attitude to a content.

        is_negated: Whether the cue is: "did not claim" doubts nothing.

    Example:
        >>> from stancekit.quotes import Cues
        >>> admit, claim = (Cues.bundled().verbs[verb][-1] for verb in ("admit", "claim"))
        >>> [attitude(cue, Takes.THAT, is_negated=True).value for cue in (admit, claim)]
        ['conceding', 'neutral']
    """
    if entry is None or (entry.kind in EVALUATING_CLASSES and construction in OBJECT_CONSTRUCTIONS):
        return Attitude.NEUTRAL
    stays = entry.attitude in PRESUPPOSING_ATTITUDES and entry.words[0] not in ASSERTING_VERBS
    return entry.attitude if stays or not is_negated else Attitude.NEUTRAL


def is_negated(sentence: Sentence, cue: Token) -> bool:
    """Whether a cue stands under a negation of its own: "did not say", "refused to say"."""
    if cue.has(NEGATIVE) or any(_negates(child) for child in sentence.children(cue)):
        return True
    return cue.relation == "xcomp" and sentence.head(cue).lemma in REFUSING_VERBS


def _negates(token: Token) -> bool:
    """Whether a word under a verb negates it."""
    return word_of(token) in NEGATIONS or (token.relation == "advmod" and token.has(NEGATIVE))
