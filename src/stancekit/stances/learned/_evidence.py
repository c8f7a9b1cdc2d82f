"""Evidence of a linear model: from contributions of features to weights of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen
from scipy.special import softmax

from ...values import Certainty, Evidence, Facet, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from ...values import Token
    from ._candidate_reading import CandidateReading, PassageWord

SHOWN: Final = 0.15
"""Words are evidence that weigh at least this share of the weightiest; by judgement."""

_LEAST: Final = 0.005
"""Words that weigh less are none."""

_STEPS: Final = 16
_CONTENT: Final = frozenset("ADJ ADV INTJ NOUN VERB".split())
_WordPosition = tuple[int, int]
"""A sentence and a position in it."""


def signed_weights(
    logits: NDArray[np.float64], intercept: NDArray[np.float64], classes: Sequence[str]
) -> NDArray[np.float64]:
    """What each part adds to P(positive) - P(negative).

    Integrated gradients (Sundararajan, Taly and Yan, ICML 2017) along the straight line from a
    passage without words: the weights sum to what the words change of the score.

    Args:
        logits: What each part adds to each class's logit, shape ``(n_parts, n_classes)``.

        intercept: The logits of a passage without words, shape ``(n_classes,)``.

        classes: What the classes are called.
    """
    signs = np.array([{"positive": 1.0, "negative": -1.0}.get(name, 0.0) for name in classes])
    way = (np.arange(_STEPS) + 0.5) / _STEPS
    shares = softmax(intercept + way[:, None] * logits.sum(axis=0), axis=1)
    slope = (shares * (signs - (shares * signs).sum(axis=1, keepdims=True))).mean(axis=0)
    return np.asarray(logits @ slope)


@frozen
class RatingEvidence:
    """The evidence of a rating, and its certainty."""

    evidence: tuple[Evidence, ...]
    certainty: Certainty


NO_EVIDENCE: Final = RatingEvidence((), Certainty.ASSERTED)


def evidence_of(
    reading: CandidateReading, occurrences: Sequence[tuple[Token, ...]], weights: NDArray[np.float64]
) -> RatingEvidence:
    """The words that weigh most; names never.

    A feature of several words weighs on its content words and negations alike, on its other words
    where it has none of these, and on none where all of them are names. Other words are shown only
    where nothing else is.
    """
    words = {(word.sentence, word.token.index): word for word in reading.words if not word.is_name}
    by_token = {id(word.token): place for place, word in words.items()}
    sums: dict[_WordPosition, float] = {}
    for tokens, weight in zip(occurrences, weights.tolist(), strict=True):
        carriers = _carriers([by_token[id(token)] for token in tokens if id(token) in by_token], words)
        for place in carriers:
            sums[place] = sums.get(place, 0.0) + weight / len(carriers)
    kept = _weighty({place: w for place, w in sums.items() if _is_content(words[place])}) or _weighty(sums)
    facets, certainties = _facets_and_certainties(reading)
    strongest, _ = max(kept.items(), key=lambda item: abs(item[1]), default=(None, 0.0))
    return RatingEvidence(
        tuple(_piece(run, kept, words, facets) for run in _runs(kept)),
        certainties.get(strongest, Certainty.ASSERTED) if strongest else Certainty.ASSERTED,
    )


def _carriers(found: list[_WordPosition], words: dict[_WordPosition, PassageWord]) -> list[_WordPosition]:
    content = [place for place in found if _is_content(words[place])]
    return content or [place for place in found if words[place].token.text[0].isalpha()]


def _is_content(word: PassageWord) -> bool:
    """Whether a word explains its weight to a reader: a content word or a negator, not "and"."""
    token = word.token
    return token.text[0].isalpha() and (token.pos in _CONTENT or token.has("Polarity=Neg"))


def _weighty(sums: dict[_WordPosition, float]) -> dict[_WordPosition, float]:
    """The words that weigh enough to be shown, in text order."""
    least = max(_LEAST, SHOWN * max(map(abs, sums.values()), default=0.0))
    return {place: weight for place, weight in sorted(sums.items()) if abs(weight) >= least}


def _facets_and_certainties(
    reading: CandidateReading,
) -> tuple[dict[_WordPosition, Facet], dict[_WordPosition, Certainty]]:
    """Facets and certainties of the passage's polar words."""
    facets: dict[_WordPosition, Facet] = {}
    certainties: dict[_WordPosition, Certainty] = {}
    for sentence, word in reading.polar_words:
        facet = max(word.entry.patterns, key=lambda pattern: abs(pattern.score)).facet
        if facet is not None:
            facets.update(((sentence, at), facet) for at in word.at)
    for item in reading.evaluations:
        for at in item.evaluation.word.at:
            certainties[item.sentence, at] = item.evaluation.context.certainty
            if item.evaluation.pattern.facet is not None:
                facets[item.sentence, at] = item.evaluation.pattern.facet
    return facets, certainties


def _runs(kept: dict[_WordPosition, float]) -> list[list[_WordPosition]]:
    """Neighbouring words of one sign together."""
    runs: list[list[_WordPosition]] = []
    for (sentence, at), weight in kept.items():
        before = (sentence, at - 1)
        if runs and runs[-1][-1] == before and (kept[before] > 0) == (weight > 0):
            runs[-1].append((sentence, at))
        else:
            runs.append([(sentence, at)])
    return runs


def _piece(
    run: Iterable[_WordPosition],
    kept: dict[_WordPosition, float],
    words: dict[_WordPosition, PassageWord],
    facets: dict[_WordPosition, Facet],
) -> Evidence:
    places = [*run]
    span = Span(words[places[0]].token.start, words[places[-1]].token.end)
    weight = max(-1.0, min(1.0, sum(kept[place] for place in places)))
    known = [place for place in places if place in facets]
    strongest = max(known, key=lambda place: abs(kept[place]), default=None)
    return Evidence(span, weight, None if strongest is None else facets[strongest])
