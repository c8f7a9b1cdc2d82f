"""The stances of a document: candidates, ratings, one stance for each holder, target and sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ..values import (
    AnalysisWarning,
    Certainty,
    Evidence,
    Facet,
    Polarity,
    Quote,
    Rating,
    Span,
    Stance,
    WarningKind,
)
from .candidates._generate import CandidateInContext, find_candidates
from .candidates._prefilter import Prefilter
from .masking._mask import Masker
from .scoring._protocol import scorer_label
from .scoring._rate import rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..values import Actor, Document
    from .scoring._protocol import StanceScorer

BATCH: Final = 256
"""Candidates a scorer is asked about in one call, at least; a sentence's stay together."""

_NESTED: Final = 4
"""Depth of nested quotes of one speaker that are searched."""


@frozen
class _RatedCandidate:
    """A candidate and its rating, evidence in the document's offsets."""

    candidate: CandidateInContext
    rating: Rating
    quote: Quote | None


def find_stances(
    document: Document,
    actors: Sequence[Actor],
    quotes: Sequence[Quote],
    scorer: StanceScorer,
    *,
    min_confidence: float = 0.5,
    include_neutral: bool = False,
    label: str | None = None,
) -> tuple[tuple[Stance, ...], tuple[AnalysisWarning, ...]]:
    """Find who frames whom in a document.

    There is one stance a holder, target and sentence: what several mentions of a target, or quoted
    and unquoted words of one holder, say in a sentence is taken together.

    Args:
        document: The parsed text.

        actors: Who is mentioned where.

        quotes: Who is reported to say what.

        scorer: Judges the candidates.

        min_confidence: Below this a stance is not given, 0 to 1.

        include_neutral: Whether to give neutral stances, too.

        label: How the scorer is recorded; its name and version if not told.

    Returns:
        The stances in text order, and a warning for each type of error that the scorer raised.
    """
    warnings: list[AnalysisWarning] = []
    masker = Masker()
    # A candidate without evidence is neutral: scored only where neutral stances are wanted.
    prefilter = None if include_neutral else Prefilter.of(scorer, masker)
    asked = find_candidates(document, actors, quotes, prefilter=prefilter)
    rated = list(_rate_all(asked, scorer, masker, quotes, warnings))
    stances: list[Stance] = []
    for group in map(_with_evidence, _group_by_pair(rated)):
        combined = _mean_rating(group)
        polarity, confidence = combined.polarity, combined.confidence
        if confidence < min_confidence or (polarity is Polarity.NEUTRAL and not include_neutral):
            continue
        if polarity is not Polarity.NEUTRAL and not combined.evidence:
            continue
        first = group[0].candidate
        stances.append(
            Stance(
                f"s{len(stances) + 1}",
                first.holder,
                first.target,
                polarity=polarity,
                score=_score_of(combined),
                confidence=confidence,
                facets=_facets(combined),
                certainty=combined.certainty,
                sentence=first.sentence,
                evidence=combined.evidence,
                quote=next((r.quote for r in group if r.quote is not None), None),
                scorer=label or scorer_label(scorer),
            )
        )
    return tuple(stances), tuple(warnings)


def _score_of(rating: Rating) -> float:
    return 0.0 if rating.polarity is Polarity.NEUTRAL and abs(rating.score) < 1e-12 else rating.score


def _rate_all(
    candidates: Sequence[CandidateInContext],
    scorer: StanceScorer,
    masker: Masker,
    quotes: Sequence[Quote],
    warnings: list[AnalysisWarning],
) -> Iterator[_RatedCandidate]:
    failures: dict[str, list[tuple[str, Span]]] = {}
    total = len({c.sentence for c in candidates})
    quoted = _SpeakerQuotes(quotes)
    for batch in _batches(candidates):
        for candidate, rating in zip(batch, _ask(scorer, masker, batch, failures), strict=True):
            if rating is not None:
                here = _in_document(rating, candidate)
                yield _RatedCandidate(
                    candidate, here, candidate.quote or quoted.around(candidate.holder.id, here)
                )
    for found in failures.values():
        reason, span = found[0]
        message = f"stance scorer {scorer.name!r} failed in {len(found)} of {total} sentences: {reason}"
        warnings.append(AnalysisWarning(WarningKind.SCORER_FAILED, message, span))


def _batches(candidates: Sequence[CandidateInContext]) -> Iterator[list[CandidateInContext]]:
    batch: list[CandidateInContext] = []
    for _, group in groupby(candidates, key=lambda c: c.sentence):
        batch += group
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _ask(
    scorer: StanceScorer,
    masker: Masker,
    batch: Sequence[CandidateInContext],
    failures: dict[str, list[tuple[str, Span]]],
) -> list[Rating | None]:
    """A scorer's answers; where it fails over a batch, it is asked again sentence by sentence."""
    try:
        asked, known = [c.candidate for c in batch], [c.other_mentions for c in batch]
        return rate(scorer, asked, known, masker=masker)
    except Exception as error:  # noqa: BLE001  a scorer is anybody's code, and must not cost an article
        sentences = [list(group) for _, group in groupby(batch, key=lambda c: c.sentence)]
        if len(sentences) > 1:
            return [answer for group in sentences for answer in _ask(scorer, masker, group, failures)]
        kind = type(error).__name__
        failures.setdefault(kind, []).append((f"{kind}: {error}", batch[0].sentence))
        return [None] * len(batch)


def _in_document(rating: Rating, candidate: CandidateInContext) -> Rating:
    if not rating.evidence:
        return rating
    evidence = [
        Evidence(item.span.shift(candidate.sentence.start), item.weight, item.facet, item.text)
        for item in rating.evidence
    ]
    return Rating(
        negative=rating.negative,
        neutral=rating.neutral,
        positive=rating.positive,
        evidence=evidence,
        certainty=rating.certainty,
    )


class _SpeakerQuotes:
    """The quotes of each speaker, by where they stand."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._parts: dict[str, list[tuple[Span, Quote]]] = defaultdict(list)
        for quote in quotes:
            for speaker in quote.speakers:
                self._parts[speaker.id] += [(part, quote) for part in quote.content]
        for parts in self._parts.values():
            parts.sort(key=lambda pair: pair[0])
        self._starts = {speaker: [part.start for part, _ in parts] for speaker, parts in self._parts.items()}

    def around(self, speaker: str, rating: Rating) -> Quote | None:
        """The speaker's quote that evidence stands in."""
        parts = self._parts.get(speaker)
        for item in rating.evidence if parts else ():
            at = bisect_right(self._starts[speaker], item.start)
            for part, quote in reversed(self._parts[speaker][max(0, at - _NESTED) : at]):
                if item.span in part:
                    return quote
        return None


def _group_by_pair(rated: Iterable[_RatedCandidate]) -> list[list[_RatedCandidate]]:
    groups: dict[tuple[Span, str, str], list[_RatedCandidate]] = {}
    for item in rated:
        key = (item.candidate.sentence, item.candidate.holder.id, item.candidate.target.id)
        groups.setdefault(key, []).append(item)
    return sorted(groups.values(), key=_text_order)


def _text_order(group: Sequence[_RatedCandidate]) -> tuple[int, int, str, str]:
    asked = group[0].candidate
    first = min((item.start for r in group for item in r.rating.evidence), default=asked.sentence.end)
    return asked.sentence.start, first, asked.holder.id, asked.target.id


def _with_evidence(group: Sequence[_RatedCandidate]) -> Sequence[_RatedCandidate]:
    """The candidates whose rating shows evidence; all, where none does."""
    return [r for r in group if r.rating.evidence] or group


def _mean_rating(group: Sequence[_RatedCandidate]) -> Rating:
    """The mean of the ratings; evidence adds up."""
    ratings = [r.rating for r in group]
    if len(ratings) == 1:
        return ratings[0]
    count = len(ratings)
    strongest = max(ratings, key=lambda rating: abs(rating.score))
    evidence: dict[Span, Evidence] = {}
    for item in (item for rating in ratings for item in rating.evidence):
        before = evidence.get(item.span)
        weight = item.weight / count + (0.0 if before is None else before.weight)
        facet = item.facet if before is None or before.facet is None else before.facet
        evidence[item.span] = Evidence(item.span, max(-1.0, min(1.0, weight)), facet, item.text)
    return Rating(
        negative=sum(r.negative for r in ratings) / count,
        neutral=sum(r.neutral for r in ratings) / count,
        positive=sum(r.positive for r in ratings) / count,
        evidence=[evidence[span] for span in sorted(evidence)],
        certainty=Certainty(strongest.certainty),
    )


def _facets(rating: Rating) -> list[Facet]:
    """The facets of the evidence for the polarity, strongest first."""
    weights: dict[Facet, float] = {}
    for item in rating.evidence:
        if item.facet is not None:
            weights[item.facet] = weights.get(item.facet, 0.0) + item.weight
    sign = rating.polarity.sign
    kept = [facet for facet, weight in weights.items() if not sign or weight * sign > 0]
    return sorted(kept, key=lambda facet: -abs(weights[facet]))
