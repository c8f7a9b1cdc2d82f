"""What a sentence's polar words say of an actor."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from ...lexicon._lexicon import VOICE
from ...syntax._grammar import Grammar
from ._holders_and_targets import holders, standards_of_comparison, targets
from ._polar_words import polar_words
from ._scope import ScopeContext, context_of
from ._scope_walk import Effect
from ._target_reach import COREFERENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ...lexicon._lexicon import Entry, Frame, Lexicon
    from ...values import Sentence
    from ._polar_words import PolarWord

HALF_DISTANCE: Final = 25
"""So many words away from the target, an unlinked polar word counts half: the likeliest of 8, 15, 25,
40 and 100 on NewsMTSC's train part."""

LESS_OF_QUALITY: Final = -0.5
"""What somebody gets of a quality that another has more of, by judgement."""

_MOST: Final = 2.0
"""So many times its score of the lexicon a word counts at most."""


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

        context: The scope it stands in.

        link: How it reaches the target.

        share: How much of it falls on the target, above 0 up to 1.

        holders: Positions of who evaluates; empty for somebody unnamed ("he was praised"), `None`
            for whoever speaks the sentence.

        via: Position of the word through which it reaches the target, if it does by grammar.

        comparison: What makes of it that somebody else has more of the quality.
    """

    word: PolarWord
    frame: Frame
    context: ScopeContext
    link: Link
    share: float
    holders: tuple[int, ...] | None
    via: int | None = None
    comparison: tuple[Effect, ...] = ()

    @property
    def effects(self) -> Iterator[Effect]:
        """What changes the score of the lexicon, in order; their product is what is left of it."""
        yield from self.context.effects
        yield from self.comparison
        factor = prod(effect.factor for effect in self.context.effects)
        most = min(_MOST, 1.0 / abs(self.frame.score)) if self.frame.score else _MOST
        if abs(factor) > most:
            yield Effect("ceiling", most / abs(factor))
        if self.frame.score < 0 and self.context.denial != 1.0:
            yield Effect("faint denial", self.context.denial)
        if self.share != 1.0:
            at = () if self.via is None else (self.via,)
            yield Effect("distance" if self.via is None else "reach", self.share, at)

    @cached_property
    def score(self) -> float:
        """The word's score as its surroundings and its share leave it."""
        return self.frame.score * prod(effect.factor for effect in self.effects)


@frozen
class _Sense:
    """A frame of a polar word where it stands: who evaluates, and who is evaluated how fully."""

    frame: Frame
    holders: tuple[int, ...] | None
    targets: Sequence[tuple[int, float]]
    comparison: tuple[Effect, ...] = ()


class _PolarWordSenses:
    """What one polar word of a sentence says of whom."""

    def __init__(self, evaluations: SentenceEvaluations, word: PolarWord) -> None:
        self.word = word
        self._reading = evaluations
        grammar = evaluations.grammar
        self.doers = grammar.doers(word.head) if word.entry.part == "verb" else []
        self.senses = [
            _Sense(
                frame,
                None
                if (who := holders(grammar, word, frame, evaluations.evaluating)) is None
                else tuple(who),
                targets(grammar, word, frame, evaluations.evaluating),
            )
            for frame in word.entry.frames
        ]
        if standards := standards_of_comparison(grammar, word):
            than = Effect(
                "comparison", LESS_OF_QUALITY, tuple(grammar.kids_in(standards[0][0], ("case", "mark"))[:1])
            )
            self.senses += [evolve(s, targets=standards, comparison=(than,)) for s in self.senses]

    @cached_property
    def context(self) -> ScopeContext:
        """What surrounds the word."""
        return context_of(self._reading.grammar, self._reading.lexicon, self.word)

    @cached_property
    def likeliest(self) -> Frame | None:
        """The strongest frame that may be meant, whoever the word speaks of."""
        possible = [s.frame for s in self.senses if s.targets or s.frame.target == "head"]
        return max(possible, key=lambda frame: abs(frame.score), default=None)

    @cached_property
    def link_elsewhere(self) -> Link:
        """How the word comes to speak of those whom no sense reaches."""
        named = any(self._reading.grammar.is_name(at) for s in self.senses for at, _ in s.targets)
        return Link.ELSEWHERE if named else Link.NEAR


class SentenceEvaluations:
    """What a sentence's polar words say of whom, whoever is asked about.

    Args:
        sentence: A parsed sentence.

        lexicon: The polar words.
    """

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.grammar = Grammar(sentence)
        words = polar_words(self.grammar, lexicon)
        self.evaluating = {w.head: score for w in words if (score := _evaluates(w.entry)) is not None}
        self._verdicts = [_PolarWordSenses(self, word) for word in words]

    def reaches(self, target: Mapping[int, float]) -> bool:
        """Whether grammar may tie a polar word to a target."""
        return not self._evaluated.isdisjoint(target)

    @cached_property
    def _evaluated(self) -> frozenset[int]:
        return frozenset(at for v in self._verdicts for s in v.senses for at, _ in s.targets)

    def of(self, target: Mapping[int, float], *, nearby: bool = True) -> Iterator[Evaluation]:
        """What the polar words say of a target, in text order.

        Args:
            target: Position -> share of the words that stand for the target.

            nearby: Whether words that no grammar ties to the target count, too.
        """
        names = [at for at, share in target.items() if share == 1.0 and self.grammar.is_name(at)]
        for verdict in self._verdicts:
            if any(at in names for at in verdict.word.at):
                continue
            found = list(_linked(verdict, target))
            yield from found
            if nearby and not found:
                yield from _unlinked(verdict, target, names)


def _evaluates(entry: Entry) -> float | None:
    """The strongest score by which somebody named with a word evaluates; `None` where nobody does."""
    scores = [frame.score for frame in entry.frames if frame.holder != VOICE or entry.relation == "by"]
    return max(scores, key=abs, default=None)


def _linked(verdict: _PolarWordSenses, target: Mapping[int, float]) -> Iterator[Evaluation]:
    """The senses of a polar word that grammar ties to the target."""
    own_act = any(target.get(at, 0.0) >= COREFERENT for at in verdict.doers)
    for sense in verdict.senses:
        link = Link.DIRECT
        share, via = _share(sense.targets, target)
        if own_act and sense.frame.target not in {"subj", "head"}:
            share = 0.0  # "Ann slandered her own chief" says nothing of how Ann is seen
        if share <= 0 and sense.holders is not None and sense.targets:
            link = Link.MIRRORED
            share, via = _share([(at, 1.0) for at in sense.holders], target)
        if share > 0:
            who = sense.holders if sense.holders is not None else verdict.context.voices or None
            yield Evaluation(
                verdict.word, sense.frame, verdict.context, link, share, who, via, sense.comparison
            )


def _share(parts: Iterable[tuple[int, float]], target: Mapping[int, float]) -> tuple[float, int]:
    """The largest share that falls on the target, and through which word."""
    best, via = 0.0, -1
    for at, part in parts:
        share = target.get(at, 0.0) * part
        if share > best:
            best, via = share, at
    return best, via


def _unlinked(
    verdict: _PolarWordSenses, target: Mapping[int, float], names: Sequence[int]
) -> Iterator[Evaluation]:
    """A polar word in the target's sentence that no sense ties to it."""
    frame = verdict.likeliest
    if frame is None or not names:
        return
    word, context = verdict.word, verdict.context
    is_spoken = any(target.get(at, 0.0) >= COREFERENT for at in context.reporters)
    link = Link.SPOKEN if is_spoken else verdict.link_elsewhere
    distance = min(abs(word.head - at) for at in names)
    share = HALF_DISTANCE / (HALF_DISTANCE + distance)
    yield Evaluation(word, frame, context, link, share, context.voices or None)
