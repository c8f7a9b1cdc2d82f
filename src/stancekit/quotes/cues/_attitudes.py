"""Attitude: how a cue presents its content, such as doubting ("claimed")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._cues import CueClass, Takes
from ...lexicon._word_classes import WordClasses
from ...values import Attitude

if TYPE_CHECKING:
    from ...lexicon._class_tables import VerbClasses
    from ...lexicon._cues import Cue

EVALUATING_CLASSES = frozenset((CueClass.PRAISING, CueClass.BLAMING, CueClass.CALLING))
OBJECT_CONSTRUCTIONS = frozenset((Takes.OBJECT, Takes.NAME))
PRESUPPOSING_ATTITUDES = frozenset((Attitude.CONCEDING, Attitude.ENDORSING))
"""Attitudes that stay under negation: "did not admit" still presupposes the content."""


def attitude(
    entry: Cue | None,
    construction: Takes | None,
    *,
    is_negated: bool = False,
    verbs: VerbClasses | None = None,
) -> Attitude:
    """The attitude of a cue to its content.

    Args:
        entry: What the lexicon says of the cue; `None` for words that are no cue elsewhere.

        construction: The construction it is in. To praise or blame a thing is a stand towards the thing,
            not an attitude to a content.

        is_negated: Whether the cue is: "did not claim" doubts nothing.

        verbs: The verb classes of its language; those of English if left out.

    Example:
        >>> from stancekit.quotes import Cues
        >>> admit, claim = (Cues.bundled().verbs[verb][-1] for verb in ("admit", "claim"))
        >>> [attitude(cue, Takes.THAT, is_negated=True).value for cue in (admit, claim)]
        ['conceding', 'neutral']
    """
    if entry is None or (entry.kind in EVALUATING_CLASSES and construction in OBJECT_CONSTRUCTIONS):
        return Attitude.NEUTRAL
    verbs = WordClasses.bundled().verbs if verbs is None else verbs
    stays = entry.attitude in PRESUPPOSING_ATTITUDES and entry.words[0] not in verbs.asserting
    return entry.attitude if stays or not is_negated else Attitude.NEUTRAL
