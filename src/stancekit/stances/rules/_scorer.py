"""The `rules` scorer: a lexicon composed over the parse."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen
from attrs.validators import in_, instance_of

from ...language._function_words import FIRST_PERSON, GENERIC_PRONOUNS
from ...lexicon._lexicon import Lexicon
from ...values import Certainty, Evidence, Rating
from ..masking._candidate_parse import sentences_of
from ..masking._mask import PLACEHOLDERS, mask, name_spans
from ._evaluation import Evaluation, Link, SentenceEvaluations
from ._evidence import evidence_spans, merge_evidence
from ._explanation import contributions
from ._polar_words import may_be_polar
from ._target_reach import actor_shares
from ._weights import (
    FRAMING_WEIGHTS,
    HOLDING_WEIGHTS,
    NEUTRAL_MASS,
    PolarityMass,
    WeightedEvaluation,
    unit_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...syntax._grammar import Grammar
    from ...values import Candidate, Sentence, Span, Token
    from ._explanation import Contribution

LEAST_OF_OWN_VOICE: Final = 0.3
"""Least lexicon score that makes a stance of the passage's own voice. Below stand facts that put somebody in
a good or bad light, such as a win or a charge."""

_REMEMBERED: Final = 256
"""Sentences whose evaluations are kept: those of an article or of a batch of rows."""


def _as_lexicon(value: Any) -> Lexicon:
    if value is None:
        return Lexicon.bundled()
    return value if isinstance(value, Lexicon) else Lexicon.extended(value)


@frozen
class RulesScorer:
    """Judges by polar words that grammar ties to the target.

    The lexicon says who evaluates whom by a word ("praise": subject to object; "fail": whoever
    speaks to the subject); the parse says who these are, through passives, control, relative
    clauses, predicates, appositions and possession; negation, intensity, contrast, concession,
    modality and questions change what a word counts. Each polar word adds its weighted score to
    what speaks for or against the target, and the three probabilities are the shares of what
    speaks against it, for neither, and for it. A piece of evidence weighs its own share of that
    whole, signed, so the weights add up to the score, P(positive) - P(negative), exactly.

    Args:
        lexicon: A `Lexicon`, or a user's entries that are added to ours: a folder with tables or a
            mapping from table names to rows (see `Lexicon.of`). `None` for ours alone.

        voice: Whose evaluations count for a candidate without holder. ``own``: the passage's own
            voice alone; ``any``: everybody's, and polar words near the target, too, which asks how
            the passage frames the target; `None` for ``own`` where a candidate brings its parse
            (in an analysis, where other voices are candidates of their own) and ``any`` elsewhere.

        name: What it is recorded as.

    Example:
        >>> from stancekit import Candidate, Span
        >>> scorer = RulesScorer()
        >>> rating, = scorer.score([Candidate("Boyle praised Alden.", Span(14, 19), Span(0, 5))])
        >>> rating.polarity.value, [e.span.of("Boyle praised Alden.") for e in rating.evidence]
        ('positive', ['praised'])
    """

    lexicon: Lexicon = field(default=None, converter=_as_lexicon, validator=instance_of(Lexicon))
    voice: str | None = field(default=None, validator=in_((None, "own", "any")))
    name: str = field(default="rules", validator=instance_of(str))

    @property
    def version(self) -> str:
        """The rules' version and the lexicon's."""
        return f"1.1+{self.lexicon.version}"

    def may_hold_evidence(self, words: Sequence[Token], /) -> bool:
        """Whether words may hold evidence: false where the lexicon has none of them."""
        return may_be_polar(words, self.lexicon)

    def possible_targets(self, candidate: Candidate, /) -> list[Span]:
        """Which of a passage's placeholders its polar words may evaluate."""
        return CandidateJudge(self.lexicon, self.voice).possible_targets(candidate)

    def score(self, candidates: Sequence[Candidate], /) -> list[Rating | None]:
        """Judge each candidate; abstain where its target stands in no sentence."""
        judge = CandidateJudge(self.lexicon, self.voice)
        return [_rating(judge.polarity_mass(candidate)) for candidate in candidates]

    def explain(self, candidate: Candidate) -> tuple[Contribution, ...]:
        """Tell what each polar word adds to a candidate's rating, and how it comes to that.

        The names are masked first, as they are before a rating.

        Args:
            candidate: What about; as it is, with its names.

        Returns:
            Contributions in text order, whose weights sum to the rating's score; none where
            nothing counts, or where the scorer would abstain.

        Example:
            >>> from stancekit import Candidate, Span
            >>> for contribution in RulesScorer().explain(Candidate("Holt is not a coward.", Span(0, 4))):
            ...     print(contribution.entry, [(step.rule, step.text) for step in contribution.steps[:2]])
            coward [('negator', 'not'), ('faint denial', '')]
        """
        masked = mask(candidate)
        polarity_mass = CandidateJudge(self.lexicon, self.voice).polarity_mass(masked.candidate)
        return () if polarity_mass is None else contributions(polarity_mass, masked, candidate)


@frozen
class CandidateJudge:
    """Sums the evaluations that count for a candidate.

    Args:
        lexicon: The polar words.

        voice: As for `RulesScorer`.
    """

    lexicon: Lexicon
    voice: str | None

    def polarity_mass(self, candidate: Candidate) -> PolarityMass | None:
        """The mass of each polarity; `None` where the target stands in no sentence."""
        sentences = [s for s in sentences_of(candidate) if s.within(candidate.target)]
        if not sentences:
            return None
        voice = self._voice_for(candidate)
        names = name_spans(candidate)
        weights = FRAMING_WEIGHTS if voice == "any" and candidate.holder is None else HOLDING_WEIGHTS
        weighted = (
            WeightedEvaluation(
                evaluation,
                sentence,
                evidence_spans(evaluation, sentence, names),
                unit_of(evaluation, weights),
            )
            for sentence in sentences
            for evaluation in self._relevant(sentence, candidate, voice)
        )
        # An evaluation without a word outside the names shows no evidence.
        return PolarityMass(tuple(w for w in weighted if w.spans and w.mass), weights.floor)

    def possible_targets(self, candidate: Candidate) -> list[Span]:
        """The actors that grammar links to a polar word; everybody, where nearby words count, too."""
        names = [candidate.target, *candidate.others, *([candidate.holder] if candidate.holder else [])]
        if self._voice_for(candidate) == "any":
            return names
        found = []
        for sentence in sentences_of(candidate):
            places = {token.start: token.index for token in sentence.tokens}
            evaluations = _evaluations_of(_SentenceShape.of(sentence), self.lexicon)
            found += [
                name
                for name in names
                if name.start in places
                and evaluations.reaches(actor_shares(evaluations.grammar, [places[name.start]]))
            ]
        return found

    def _voice_for(self, candidate: Candidate) -> str:
        return self.voice or ("any" if candidate.sentence is None else "own")

    def _relevant(self, sentence: Sentence, candidate: Candidate, voice: str) -> Iterator[Evaluation]:
        """The evaluations of the target that are the holder's."""
        evaluations = _evaluations_of(_SentenceShape.of(sentence), self.lexicon)
        grammar = evaluations.grammar
        target = actor_shares(grammar, _name_positions(candidate.target, candidate, sentence))
        if candidate.holder is None and voice == "any":
            yield from evaluations.toward(target)
            return
        direct = [e for e in evaluations.toward(target, nearby=False) if e.link is Link.DIRECT]
        if candidate.holder is None:
            yield from (
                e for e in direct if _is_own(grammar, e) and abs(e.pattern.score) >= LEAST_OF_OWN_VOICE
            )
        elif direct:
            holder = actor_shares(grammar, _name_positions(candidate.holder, candidate, sentence))
            yield from (e for e in direct if e.is_held_by(holder))


@frozen
class _SentenceShape:
    """Cache key: a sentence up to which placeholder stands where."""

    shape: tuple[object, ...]
    sentence: Sentence = field(eq=False)

    @classmethod
    def of(cls, sentence: Sentence) -> _SentenceShape:
        names = ((name.span.start, name.span.end) for name in sentence.names)
        return cls((*(_shape(token) for token in sentence.tokens), *names), sentence)


@lru_cache(maxsize=_REMEMBERED)
def _evaluations_of(shaped: _SentenceShape, lexicon: Lexicon) -> SentenceEvaluations:
    return SentenceEvaluations(shaped.sentence, lexicon)


def _shape(token: Token) -> tuple[object, ...]:
    """The features of a token that the rules read; of a placeholder not its text."""
    if token.text in PLACEHOLDERS:
        return token.pos, token.feats, token.dep, token.head
    return token.text, token.lemma, token.pos, token.feats, token.dep, token.head


def _name_positions(span: Span, candidate: Candidate, sentence: Sentence) -> list[int]:
    """Positions of an actor's own words: the mention, and the same name elsewhere."""
    name = span.of(candidate.text)
    return [t.index for t in sentence.tokens if t.text == name or (t.start < span.end and span.start < t.end)]


def _is_own(grammar: Grammar, evaluation: Evaluation) -> bool:
    """Whether the passage's own voice evaluates; it may call itself "I" or "everybody"."""
    if evaluation.holders is None:
        return True
    return bool(evaluation.holders) and all(
        grammar.lemmas[at] in FIRST_PERSON | GENERIC_PRONOUNS for at in evaluation.holders
    )


def _rating(polarity_mass: PolarityMass | None) -> Rating | None:
    if polarity_mass is None:
        return None
    total = polarity_mass.total
    evidence: list[Evidence] = []
    by_certainty: dict[Certainty, float] = defaultdict(float)
    for item in polarity_mass.weighted:
        evaluation = item.evaluation
        weight = item.mass / total / len(item.spans)
        evidence += [Evidence(span, weight, evaluation.pattern.facet) for span in item.spans]
        by_certainty[evaluation.context.certainty] += abs(item.mass)
    return Rating(
        negative=polarity_mass.negative / total,
        neutral=NEUTRAL_MASS / total,
        positive=polarity_mass.positive / total,
        evidence=merge_evidence(evidence),
        certainty=max(by_certainty, key=lambda c: by_certainty[c], default=Certainty.ASSERTED),
    )
