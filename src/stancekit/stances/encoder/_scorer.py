"""The `encoder` scorer: calibrated probabilities, and the words that contribute most as evidence."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from attrs import define, evolve, field
from attrs.validators import instance_of

from ...language._function_words import NEGATORS
from ...lexicon._word_classes import WordClasses
from ...values import Evidence, Facet, Rating, Span
from ..masking._candidate_parse import question_of, sentences_of
from ._inputs import input_words
from ._network import Network, read_card

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from ...values import Candidate
    from ._inputs import InputWord
    from ._network import Judgement

MAX_WORDS: Final = 4
"""Words of evidence a rating shows, at most."""

_SHARE: Final = 0.15
"""Words with less of what speaks for a polarity are no evidence for it."""

_CONTENT: Final = frozenset("ADJ ADV INTJ NOUN NUM VERB".split())
"""Parts of speech that may carry an evaluation by themselves."""


_FACET_LEAST: Final = 0.35
"""Probability from which a word's likeliest facet is told."""


def _as_folder(model: Any) -> Path:
    return Path(str(files("stancekit.stances") / "models" / "encoder")) if model is None else Path(model)


@define
class EncoderScorer:
    """Judges with a small sentence encoder that was fine-tuned for (holder, target) in context.

    The encoder (MiniLM-L6, Wang et al., NeurIPS 2020) reads the passage with one piece in place of
    every actor's name. Without a holder it says how the passage frames the target, whoever speaks;
    with one, what that holder holds of the target. One network judges both. Its probabilities are
    calibrated by a temperature (Guo et al., ICML 2017), its evidence are the words that contribute
    most to the decision, weighted so that they add up to the score.

    Args:
        model: Folder of a model; `None` for the bundled one, trained on NewsMTSC (MIT licence) and
            DSE (free for any purpose).

        name: What it is recorded as.

    Raises:
        FileNotFoundError: There is no model in the folder.

    Example:
        >>> from stancekit import Candidate, Span
        >>> rating, = EncoderScorer().score([Candidate("Boyle called Alden a genius.", Span(13, 18))])
        >>> rating.polarity.value
        'positive'
    """

    model: Path = field(default=None, converter=_as_folder)
    name: str = field(default="encoder", validator=instance_of(str))

    def __attrs_post_init__(self) -> None:
        for needed in ("encoder.onnx", "model.json"):
            if not (self.model / needed).is_file():
                msg = f"'model' must be a folder of a stance encoder (got {self.model}, without {needed})"
                raise FileNotFoundError(msg)

    @property
    def version(self) -> str:
        """The model's version."""
        return str(read_card(self.model)["version"])

    def score(self, candidates: Sequence[Candidate], /) -> list[Rating | None]:
        """Judge each candidate by itself; abstain where no word may carry the answer."""
        network = _network(self.model)
        return [_rate(network, candidate) for candidate in candidates]


@lru_cache(maxsize=4)
def _network(folder: Path) -> Network:
    return Network(folder)


def _rate(network: Network, candidate: Candidate) -> Rating | None:
    words = input_words(candidate)
    if all(word.is_role for word in words):
        return None
    judgement = network.judge(words)
    temperature = network.card["temperature"][question_of(candidate)]
    negative, neutral, positive = softmax(judgement.scores / temperature).tolist()
    rating = Rating(negative=negative, neutral=neutral, positive=positive)
    if not rating.polarity.sign:
        return rating
    evidence = _evidence(judgement, rating.score, _content_spans(candidate))
    return evolve(rating, evidence=evidence) if evidence else None


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    """Unnormalized log-probabilities to probabilities, over the last axis."""
    odds = np.exp((scores - scores.max(axis=-1, keepdims=True)).astype(np.float64))
    shares: NDArray[np.float64] = odds / odds.sum(axis=-1, keepdims=True)
    return shares


def _content_spans(candidate: Candidate) -> list[Span]:
    """Spans of the words that may be evidence, in order: content words and negators, no names.

    A capital tells a demonym; where it tells nothing, as in headlines, no adjective is shown.
    """
    light = WordClasses.bundled().verbs.neutral
    words = [
        token
        for sentence in sentences_of(candidate)
        for token in sentence.tokens
        if token.lemma in NEGATORS or (token.pos in _CONTENT and token.lemma not in light)
    ]
    plain = [
        token for token in words if token.lemma in NEGATORS or token.index == 0 or not token.text[0].isupper()
    ]
    return [token.span for token in plain or words if plain or token.pos != "ADJ"]


def _evidence(judgement: Judgement, score: float, content_spans: Sequence[Span]) -> list[Evidence]:
    """Of the words in *content_spans* those that speak most for a score's side; they weigh the score."""
    sign = 1.0 if score > 0 else -1.0
    leaning = sign * (judgement.parts[:, 2] - judgement.parts[:, 0])
    ends = [_end_of_content(word, content_spans) for word in judgement.words]
    shown = [end is not None for end in ends]
    leaning = np.where(shown, np.maximum(leaning, 0.0), 0.0)
    if not leaning.any():
        return []
    order = np.argsort(-leaning, kind="stable")[:MAX_WORDS].tolist()
    chosen = sorted(at for at in order if leaning[at] >= _SHARE * leaning.sum() or at == order[0])
    total = float(leaning[chosen].sum())
    return [
        Evidence(
            Span(judgement.words[run[0]].start, ends[run[-1]] or judgement.words[run[-1]].end),
            score * float(leaning[run].sum()) / total,
            _facet(judgement.facets[run], leaning[run]),
        )
        for run in _runs(chosen, judgement.words)
    ]


def _end_of_content(word: InputWord, content_spans: Sequence[Span]) -> int | None:
    """Where a word ends that may be shown, an ending such as "'s" left out; `None` for others."""
    if word.is_role:
        return None
    behind = bisect_left(content_spans, word.end, key=lambda span: span.start)
    last = content_spans[behind - 1] if behind else None
    return last.end if last is not None and last.start >= word.start else None


def _runs(chosen: Sequence[int], words: Sequence[InputWord]) -> Iterator[list[int]]:
    """Adjacent words, run by run."""
    run: list[int] = []
    for at in chosen:
        if run and (at > run[-1] + 1 or words[at].start > words[run[-1]].end + 1):
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _facet(scores: NDArray[np.float32], weights: NDArray[np.float32]) -> Facet | None:
    likely = softmax(scores[int(weights.argmax())])
    best = int(likely.argmax())
    return list(Facet)[best] if best < len(Facet) and likely[best] >= _FACET_LEAST else None
