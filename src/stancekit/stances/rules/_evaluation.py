"""Evaluations: which polar word evaluates which actor, by which grammatical link, how strongly."""

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

    from ...lexicon._lexicon import EvaluationPattern, LexicalEntry, Lexicon
    from ...values import Sentence
    from ._polar_words import PolarWord

HALF_DISTANCE: Final = 25
"""So many words away from the target, an unlinked polar word counts half: the likeliest of 8, 15, 25,
40 and 100 on NewsMTSC's train part."""

OWNED_HOLDER: Final = 0.28
"""Least share in the holder of a word that evaluates for the holder: "Ann's office said"."""

LESS_OF_QUALITY: Final = -0.5
"""Factor for the standard of a comparison ("braver than Ann": Ann), by judgement."""

_MOST: Final = 2.0
"""Most that modifiers may multiply a word's lexicon score by."""


class Link(Enum):
    """How a polar word is linked to the target."""

    DIRECT = "direct"
    """Grammar makes the target whom the word evaluates."""

    MIRRORED = "mirrored"
    """Grammar makes the target the holder, who evaluates somebody else."""

    SPOKEN = "spoken"
    """The target is the reporter of the word, which evaluates somebody or something else."""

    ELSEWHERE = "elsewhere"
    """Grammar makes somebody else in the sentence whom the word evaluates."""

    NEAR = "near"
    """The word stands in the target's sentence, and no rule says whom it evaluates."""


@frozen
class Evaluation:
    """A polar word that evaluates a target.

    Args:
        word: The word.

        pattern: The pattern by which it does.

        context: The scope it stands in.

        link: How it is linked to the target.

        share: The share of it that falls on the target, above 0 up to 1.

        holders: Positions of who evaluates; empty for somebody unnamed ("he was praised"), `None`
            for whoever speaks the sentence.

        via: Position of the word through which grammar links it to the target, if it does.

        comparison: The factor of a comparison in which the target is the standard.
    """

    word: PolarWord
    pattern: EvaluationPattern
    context: ScopeContext
    link: Link
    share: float
    holders: tuple[int, ...] | None
    via: int | None = None
    comparison: tuple[Effect, ...] = ()

    def is_held_by(self, holder: Mapping[int, float]) -> bool:
        """Whether the holder evaluates, or somebody of the holder's: "Ann's office".

        Args:
            holder: Position -> share of the words that stand for the holder.
        """
        return any(holder.get(at, 0.0) >= OWNED_HOLDER for at in self.holders or ())

    @property
    def effects(self) -> Iterator[Effect]:
        """The factors of the lexicon's score, in order; the evaluation's score is their product with it."""
        yield from self.context.effects
        yield from self.comparison
        factor = prod(effect.factor for effect in self.context.effects)
        most = min(_MOST, 1.0 / abs(self.pattern.score)) if self.pattern.score else _MOST
        if abs(factor) > most:
            yield Effect("ceiling", most / abs(factor))
        if self.pattern.score < 0 and self.context.denial != 1.0:
            yield Effect("faint denial", self.context.denial)
        if self.share != 1.0:
            at = () if self.via is None else (self.via,)
            yield Effect("distance" if self.via is None else "reach", self.share, at)

    @cached_property
    def score(self) -> float:
        """The lexicon's score times all factors."""
        return self.pattern.score * prod(effect.factor for effect in self.effects)


@frozen
class _Sense:
    """A pattern of a polar word, filled: holders, and targets with their shares."""

    pattern: EvaluationPattern
    holders: tuple[int, ...] | None
    targets: Sequence[tuple[int, float]]
    comparison: tuple[Effect, ...] = ()


class _PolarWordSenses:
    """One polar word of a sentence with its patterns filled."""

    def __init__(self, evaluations: SentenceEvaluations, word: PolarWord) -> None:
        self.word = word
        self._evaluations = evaluations
        grammar = evaluations.grammar
        self.doers = grammar.doers(word.head) if word.entry.part == "verb" else []
        self.senses = [
            _Sense(
                pattern,
                None
                if (who := holders(grammar, word, pattern, evaluations.evaluating)) is None
                else tuple(who),
                targets(grammar, word, pattern, evaluations.evaluating),
            )
            for pattern in word.entry.patterns
        ]
        if standards := standards_of_comparison(grammar, word):
            than = Effect(
                "comparison", LESS_OF_QUALITY, tuple(grammar.kids_in(standards[0][0], ("case", "mark"))[:1])
            )
            self.senses += [evolve(s, targets=standards, comparison=(than,)) for s in self.senses]

    @cached_property
    def context(self) -> ScopeContext:
        """The scope that the word stands in."""
        return context_of(self._evaluations.grammar, self._evaluations.lexicon, self.word)

    @cached_property
    def likeliest(self) -> EvaluationPattern | None:
        """The strongest pattern that may be meant, whoever its target is."""
        possible = [s.pattern for s in self.senses if s.targets or s.pattern.target == "head"]
        return max(possible, key=lambda pattern: abs(pattern.score), default=None)

    @cached_property
    def link_elsewhere(self) -> Link:
        """The link to a target that is in no sense."""
        named = any(self._evaluations.grammar.is_name(at) for s in self.senses for at, _ in s.targets)
        return Link.ELSEWHERE if named else Link.NEAR


class SentenceEvaluations:
    """The polar words of a sentence with their patterns filled, for any target.

    Args:
        sentence: A parsed sentence.

        lexicon: The polar words.
    """

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.grammar = Grammar(sentence, lexicon.classes)
        words = polar_words(self.grammar, lexicon)
        self.evaluating = {w.head: score for w in words if (score := _holder_score(w.entry)) is not None}
        self._words = [_PolarWordSenses(self, word) for word in words]

    def reaches(self, target: Mapping[int, float]) -> bool:
        """Whether grammar may link a polar word to a target."""
        return not self._evaluated.isdisjoint(target)

    @cached_property
    def _evaluated(self) -> frozenset[int]:
        return frozenset(at for w in self._words for s in w.senses for at, _ in s.targets)

    def toward(self, target: Mapping[int, float], *, nearby: bool = True) -> Iterator[Evaluation]:
        """The evaluations of a target, in text order.

        Args:
            target: Position -> share of the words that stand for the target.

            nearby: Whether words that no grammar links to the target count, too.
        """
        names = [at for at, share in target.items() if share == 1.0 and self.grammar.is_name(at)]
        for senses in self._words:
            if any(at in names for at in senses.word.at):
                continue
            found = list(_linked(senses, target))
            yield from found
            if nearby and not found:
                yield from _unlinked(senses, target, names)


def _holder_score(entry: LexicalEntry) -> float | None:
    """The strongest score of a word's patterns in which a named holder evaluates; `None` without one."""
    scores = [each.score for each in entry.patterns if each.holder != VOICE or entry.relation == "by"]
    return max(scores, key=abs, default=None)


def _linked(senses: _PolarWordSenses, target: Mapping[int, float]) -> Iterator[Evaluation]:
    """The senses of a polar word that grammar links to the target."""
    own_act = any(target.get(at, 0.0) >= COREFERENT for at in senses.doers)
    for sense in senses.senses:
        link = Link.DIRECT
        share, via = _share(sense.targets, target)
        if own_act and sense.pattern.target not in {"subj", "head"}:
            share = 0.0  # "Ann slandered her own chief" says nothing of how Ann is seen
        if share <= 0 and sense.holders is not None and sense.targets:
            link = Link.MIRRORED
            share, via = _share([(at, 1.0) for at in sense.holders], target)
        if share > 0:
            who = sense.holders if sense.holders is not None else senses.context.voices or None
            yield Evaluation(
                senses.word, sense.pattern, senses.context, link, share, who, via, sense.comparison
            )


def _share(parts: Iterable[tuple[int, float]], target: Mapping[int, float]) -> tuple[float, int]:
    """The largest share that falls on the target, and the position of the word that it falls on."""
    best, via = 0.0, -1
    for at, part in parts:
        share = target.get(at, 0.0) * part
        if share > best:
            best, via = share, at
    return best, via


def _unlinked(
    senses: _PolarWordSenses, target: Mapping[int, float], names: Sequence[int]
) -> Iterator[Evaluation]:
    """The evaluation by a polar word in the target's sentence that no sense links to it."""
    pattern = senses.likeliest
    if pattern is None or not names:
        return
    word, context = senses.word, senses.context
    is_spoken = any(target.get(at, 0.0) >= COREFERENT for at in context.reporters)
    link = Link.SPOKEN if is_spoken else senses.link_elsewhere
    distance = min(abs(word.head - at) for at in names)
    share = HALF_DISTANCE / (HALF_DISTANCE + distance)
    yield Evaluation(word, pattern, context, link, share, context.voices or None)
