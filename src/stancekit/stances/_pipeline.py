"""The stances of a document: candidates, ratings, one stance for each holder, target and sentence."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ..values import AnalysisWarning, Evidence, Polarity, Quote, Rating, Span, Stance, WarningKind
from .candidates._generate import CandidateInContext, find_candidates
from .candidates._prefilter import Prefilter
from .candidates._speaker_quotes import SpeakerQuotes
from .masking._mask import Masker
from .scoring._mean import facets_of, mean_rating
from .scoring._protocol import scorer_label
from .scoring._rate import rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..values import Actor, Document
    from .scoring._protocol import StanceScorer

BATCH: Final = 256
"""Candidates a scorer is asked about in one call, at least; a sentence's stay together."""


@frozen
class StanceFindings:
    """Who frames whom in a document.

    Args:
        stances: The stances, in text order.

        warnings: One for each type of error that the scorer raised, and one for polar ratings
            without evidence.
    """

    stances: tuple[Stance, ...] = ()
    warnings: tuple[AnalysisWarning, ...] = ()


@frozen
class _RatedCandidate:
    """A candidate and its rating, evidence in the document's offsets."""

    candidate: CandidateInContext
    rating: Rating
    quote: Quote | None


@frozen
class _PairRating:
    """The mean rating of a holder and a target in a sentence."""

    candidate: CandidateInContext
    rating: Rating
    quote: Quote | None

    @property
    def is_unfounded(self) -> bool:
        """Whether it is polar and shows no words."""
        return self.rating.polarity is not Polarity.NEUTRAL and not self.rating.evidence


def find_stances(
    document: Document,
    actors: Sequence[Actor],
    quotes: Sequence[Quote],
    scorer: StanceScorer,
    *,
    min_confidence: float = 0.5,
    include_neutral: bool = False,
    label: str | None = None,
) -> StanceFindings:
    """Find who frames whom in a document.

    There is one stance a holder, target and sentence: what several mentions of a target, or quoted
    and unquoted words of one holder, say in a sentence is taken together. A rating that is not
    neutral and shows no evidence makes no stance, and a warning says so.

    Args:
        document: The parsed text.

        actors: Who is mentioned where.

        quotes: Who is reported to say what.

        scorer: Judges the candidates.

        min_confidence: Below this a stance is not given, 0 to 1.

        include_neutral: Whether to give neutral stances, too.

        label: How the scorer is recorded; its name and version if not told.
    """
    masker = Masker()
    # A candidate without evidence is neutral: scored only where neutral stances are wanted.
    prefilter = None if include_neutral else Prefilter.of(scorer, masker)
    candidates = find_candidates(document, actors, quotes, prefilter=prefilter)
    scoring = _Scoring(document.text, scorer, masker)
    pairs = [
        pair
        for pair in _pair_ratings(scoring.rate_all(candidates, SpeakerQuotes(quotes)))
        if pair.rating.confidence >= min_confidence
        and (include_neutral or pair.rating.polarity is not Polarity.NEUTRAL)
    ]
    founded = [pair for pair in pairs if not pair.is_unfounded]
    name = label or scorer_label(scorer)
    return StanceFindings(
        tuple(_stance(f"s{number}", pair, name) for number, pair in enumerate(founded, start=1)),
        (*scoring.failures(candidates), *_without_evidence(scorer, pairs)),
    )


class _Scoring:
    """Asks a scorer in batches and keeps count of its failures.

    Args:
        text: The document's.

        scorer: Whom to ask.

        masker: Masks the candidates.
    """

    def __init__(self, text: str, scorer: StanceScorer, masker: Masker) -> None:
        self._text = text
        self._scorer = scorer
        self._masker = masker
        self._failed: dict[str, list[tuple[str, Span]]] = {}

    def rate_all(
        self, candidates: Sequence[CandidateInContext], quotes: SpeakerQuotes
    ) -> Iterator[_RatedCandidate]:
        """The ratings of all candidates that the scorer does not abstain from or fail at."""
        for batch in _batches(candidates):
            for candidate, rating in zip(batch, self._rate(batch), strict=True):
                if rating is not None:
                    here = _in_document(rating, candidate, self._text)
                    quote = candidate.quote or quotes.around(candidate.holder.id, here.evidence)
                    yield _RatedCandidate(candidate, here, quote)

    def _rate(self, batch: Sequence[CandidateInContext]) -> list[Rating | None]:
        """A scorer's ratings; where it fails over a batch, it is asked again sentence by sentence."""
        asked, known = [c.candidate for c in batch], [c.other_mentions for c in batch]
        try:
            return rate(self._scorer, asked, known, masker=self._masker)
        except (Exception, SystemExit) as error:  # noqa: BLE001  a scorer is anybody's code, and must not cost an article
            sentences = [list(group) for _, group in groupby(batch, key=lambda c: c.sentence)]
            if len(sentences) > 1:
                return [rating for sentence in sentences for rating in self._rate(sentence)]
            kind = type(error).__name__
            self._failed.setdefault(kind, []).append((f"{kind}: {error}", batch[0].sentence))
            return [None] * len(batch)

    def failures(self, candidates: Iterable[CandidateInContext]) -> Iterator[AnalysisWarning]:
        """A warning for each type of error, with the first one's place."""
        total = len({c.sentence for c in candidates})
        for failed in self._failed.values():
            reason, span = failed[0]
            message = (
                f"stance scorer {self._scorer.name!r} failed in {len(failed)} of {total} sentences: {reason}"
            )
            yield AnalysisWarning(WarningKind.SCORER_FAILED, message, span)


def _batches(candidates: Sequence[CandidateInContext]) -> Iterator[list[CandidateInContext]]:
    batch: list[CandidateInContext] = []
    for _, group in groupby(candidates, key=lambda c: c.sentence):
        batch += group
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _in_document(rating: Rating, candidate: CandidateInContext, text: str) -> Rating:
    """The same rating, its evidence in the document's offsets and words: a candidate's may be blanked."""
    if not rating.evidence:
        return rating
    spans = [item.span.shift(candidate.sentence.start) for item in rating.evidence]
    evidence = [
        Evidence(span, item.weight, item.facet, span.of(text))
        for span, item in zip(spans, rating.evidence, strict=True)
    ]
    return Rating(
        negative=rating.negative,
        neutral=rating.neutral,
        positive=rating.positive,
        evidence=evidence,
        certainty=rating.certainty,
    )


def _pair_ratings(rated: Iterable[_RatedCandidate]) -> Iterator[_PairRating]:
    """One rating a holder, target and sentence, in text order."""
    groups: dict[tuple[Span, str, str], list[_RatedCandidate]] = {}
    for item in rated:
        key = (item.candidate.sentence, item.candidate.holder.id, item.candidate.target.id)
        groups.setdefault(key, []).append(item)
    for group in sorted(groups.values(), key=_text_order):
        told = [item for item in group if item.rating.evidence] or group
        quote = next((item.quote for item in told if item.quote is not None), None)
        yield _PairRating(told[0].candidate, mean_rating([item.rating for item in told]), quote)


def _text_order(group: Sequence[_RatedCandidate]) -> tuple[int, int, str, str]:
    asked = group[0].candidate
    first = min((item.start for r in group for item in r.rating.evidence), default=asked.sentence.end)
    return asked.sentence.start, first, asked.holder.id, asked.target.id


def _stance(number: str, pair: _PairRating, scorer: str) -> Stance:
    rating = pair.rating
    is_zero = rating.polarity is Polarity.NEUTRAL and abs(rating.score) < 1e-12
    return Stance(
        number,
        pair.candidate.holder,
        pair.candidate.target,
        polarity=rating.polarity,
        score=0.0 if is_zero else rating.score,
        confidence=rating.confidence,
        facets=facets_of(rating),
        certainty=rating.certainty,
        sentence=pair.candidate.sentence,
        evidence=rating.evidence,
        quote=pair.quote,
        scorer=scorer,
    )


def _without_evidence(scorer: StanceScorer, pairs: Sequence[_PairRating]) -> Iterator[AnalysisWarning]:
    """A warning where polar ratings show no words, with the number of them and the first one's place."""
    unfounded = [pair for pair in pairs if pair.is_unfounded]
    if unfounded:
        polar = sum(pair.rating.polarity is not Polarity.NEUTRAL for pair in pairs)
        message = (
            f"stance scorer {scorer.name!r} showed no evidence for {len(unfounded)} of {polar} ratings that "
            "are not neutral; they make no stance"
        )
        yield AnalysisWarning(WarningKind.NO_EVIDENCE, message, unfounded[0].candidate.sentence)
