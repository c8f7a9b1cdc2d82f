"""The evaluations of one actor in one sentence."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from attrs import frozen

from .context import Context, context_of
from .lexicon import VOICE
from .polar import polar_words
from .reach import COREFERENT
from .roles import holders, targets

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from .grammar import Grammar
    from .lexicon import Frame, Lexicon
    from .polar import PolarWord

HALF_DISTANCE: Final = 25
"""So many words away from the target, an unlinked polar word counts half: the likeliest of 8, 15, 25,
40 and 100 on NewsMTSC's train part."""


class Link(Enum):
    """How a polar word comes to speak of the target."""

    DIRECT = "direct"
    """By grammar: the target is evaluated."""

    MIRRORED = "mirrored"
    """The target is who evaluates somebody; praise and blame colour the one who utters them."""

    SPOKEN = "spoken"
    """The target says it, of somebody or something else."""

    ELSEWHERE = "elsewhere"
    """By grammar it evaluates somebody else, in the same sentence."""

    NEAR = "near"
    """The word stands in the same sentence, and no rule says of whom it speaks."""


@frozen
class Evaluation:
    """A polar word that evaluates somebody.

    Args:
        word: The word.

        frame: Under which of its frames.

        context: What surrounds it.

        link: How it reaches the target.

        share: How much of it falls on the target, above 0 up to 1.

        holders: Positions of who evaluates; empty for somebody unnamed ("he was praised"), `None`
            for whoever speaks the sentence.
    """

    word: PolarWord
    frame: Frame
    context: Context
    link: Link
    share: float
    holders: tuple[int, ...] | None

    @property
    def score(self) -> float:
        """The word's score as its surroundings and its share leave it."""
        score = max(-1.0, min(1.0, self.frame.score * self.context.factor)) * self.share
        return score * self.context.denial if self.frame.score < 0 else score


def evaluations(grammar: Grammar, lexicon: Lexicon, target: Mapping[int, float]) -> Iterator[Evaluation]:
    """What a sentence's polar words say of a target, in text order.

    Args:
        grammar: The sentence.

        lexicon: The polar words.

        target: Position -> share of the words that stand for the target.
    """
    names = [at for at, share in target.items() if share == 1.0 and grammar.is_name(at)]
    words = polar_words(grammar, lexicon)
    evaluating = {word.head for word in words if any(frame.holder != VOICE for frame in word.entry.frames)}
    for word in words:
        if not any(at in names for at in word.at):
            yield from _of_word(grammar, lexicon, word, target, names, evaluating)


def _of_word(
    grammar: Grammar,
    lexicon: Lexicon,
    word: PolarWord,
    target: Mapping[int, float],
    names: Sequence[int],
    evaluating: Container[int],
) -> Iterator[Evaluation]:
    context: Context | None = None
    elsewhere = False
    own_act = word.entry.part == "verb" and any(
        target.get(at, 0.0) >= COREFERENT for at in grammar.doers(word.head)
    )
    possible: list[Frame] = []
    for frame in word.entry.frames:
        who = holders(grammar, word, frame)
        found = targets(grammar, word, frame, evaluating)
        if found or frame.target == "head":
            possible.append(frame)
        share = max((target.get(at, 0.0) * part for at, part in found), default=0.0)
        if own_act and frame.target not in {"subj", "head"}:
            share = 0.0  # "Ann slandered her own chief" says nothing of how Ann is seen
        link = Link.DIRECT
        if share <= 0 and who is not None and found:
            share = max((target.get(at, 0.0) for at in who), default=0.0)
            link = Link.MIRRORED
        if share > 0:
            context = context or context_of(grammar, lexicon, word)
            yield Evaluation(
                word, frame, context, link, share, (context.voices or None) if who is None else tuple(who)
            )
        elsewhere = elsewhere or any(grammar.is_name(at) for at, _ in found)
    if context is None and names and possible:
        context = context_of(grammar, lexicon, word)
        frame = max(possible, key=lambda frame: abs(frame.score))
        link = Link.ELSEWHERE if elsewhere else Link.NEAR
        if any(target.get(at, 0.0) >= COREFERENT for at in context.voices):
            link = Link.SPOKEN
        distance = min(abs(word.head - at) for at in names)
        share = HALF_DISTANCE / (HALF_DISTANCE + distance)
        yield Evaluation(word, frame, context, link, share, context.voices or None)
