"""Any classifier of texts as a stance scorer, with evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen
from attrs.validators import and_, ge, instance_of, is_callable, min_len

from ...values import Candidate, Evidence, Rating, Span
from ..masking._mask import mask, name_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Classify = Callable[[list[str]], Sequence[Sequence[float]]]
"""From texts to the probabilities negative, neutral, positive of each; a matrix of three columns will do."""

DEFAULT_REACH: Final = 25
"""Words on either side of the target that are read, if nothing else is said."""

LEAST_CHANGE: Final = 0.02
"""A word is evidence if the score moves by this much without it; by judgement."""

_WORD: Final = re.compile(r"\w+(?:[-'’]\w+)*")


@frozen
class TextScorer:
    """Judges by a classifier that reads texts and knows nothing of spans.

    It reads the masked passage, at most *reach* words on either side of the target; who is asked about
    can be told by the placeholder, which is the same in each passage. Evidence are the words without which it
    would answer otherwise; it abstains where no word carries an answer that is not neutral.

    Args:
        name: What it is recorded as.

        classify: Gives the probabilities negative, neutral, positive for each of some texts. It must
            answer a text the same in any company, and go into a pickle where workers are to use it.

        version: Recorded behind the name.

        reach: Words on either side of the target that are read, at least 1.

        holders: Whether it also judges what a holder says of the target; without, it abstains there.

    Raises:
        ValueError: The name is empty, or ``reach`` is below 1.

    Example:
        >>> def classify(texts):
        ...     return [(0, 0.1, 0.9) if "brave" in text else (0, 1, 0) for text in texts]
        >>> scorer = TextScorer("own", classify)
        >>> (rating,) = scorer.score([Candidate("Alden is a brave man.", Span(0, 5))])
        >>> rating.polarity.value, [item.span for item in rating.evidence]
        ('positive', [Span(11, 16)])
    """

    name: str = field(validator=and_(instance_of(str), min_len(1)))
    classify: Classify = field(validator=is_callable())
    version: str = field(default="", validator=instance_of(str), kw_only=True)
    reach: int = field(default=DEFAULT_REACH, validator=and_(instance_of(int), ge(1)), kw_only=True)
    holders: bool = field(default=True, validator=instance_of(bool), kw_only=True)

    def score(self, candidates: Sequence[Candidate], /) -> list[Rating | None]:
        """Judge each candidate; abstain where no word carries the answer, and from holders, if so told."""
        asked = [at for at, c in enumerate(candidates) if self.holders or c.holder is None]
        parts = {at: _stretch(candidates[at], self.reach) for at in asked}
        ratings = dict(
            zip(asked, self._rate([parts[at].of(candidates[at].text) for at in asked]), strict=True)
        )
        return [
            self._with_evidence(candidate, parts[at], ratings[at]) if at in ratings else None
            for at, candidate in enumerate(candidates)
        ]

    def reads(self, candidate: Candidate) -> str:
        """What the classifier is given for a candidate as an analysis or a row has it: train on this.

        Example:
            >>> TextScorer("own", list).reads(Candidate("Olga Brandt is brave.", Span(0, 11)))
            'Alden is brave.'
        """
        masked = mask(candidate).candidate
        return _stretch(masked, self.reach).of(masked.text)

    def _rate(self, texts: list[str]) -> list[Rating]:
        rows = self.classify(texts) if texts else []
        if len(rows) != len(texts):
            rule = f"'classify' of {self.name!r} must answer once for each text"
            msg = f"{rule} (got {len(rows)} for {len(texts)})"
            raise ValueError(msg)
        return [_rating(row) for row in rows]

    def _with_evidence(self, candidate: Candidate, part: Span, rating: Rating) -> Rating | None:
        """The rating with the words that carry it; `None` where it is polar and none does."""
        if not rating.polarity.sign:
            return rating
        words = list(_words(candidate, part))
        text = part.of(candidate.text)
        without = [text[: w.start - part.start] + text[w.end - part.start :] for w in words]
        moved = [rating.score - other.score for other in self._rate(without)]
        most = max((by * rating.polarity.sign for by in moved), default=0.0)
        if most <= 0:
            return None
        evidence = [
            Evidence(word, max(-1.0, min(1.0, by)))
            for word, by in zip(words, moved, strict=True)
            if by * rating.polarity.sign >= min(most, LEAST_CHANGE)
        ]
        return evolve(rating, evidence=evidence)


def _rating(row: Sequence[float]) -> Rating:
    """Probabilities as they come, in single precision perhaps, as three that sum to 1."""
    negative, neutral, positive = map(float, row)
    total = negative + neutral + positive
    if abs(total - 1) > 1e-3:
        msg = (
            f"'classify' must give three probabilities that sum to 1 (got {negative}, {neutral}, {positive})"
        )
        raise ValueError(msg)
    return Rating(negative=negative / total, neutral=neutral / total, positive=positive / total)


def _words(candidate: Candidate, part: Span) -> Iterator[Span]:
    """The words of a stretch that touch no name."""
    names = name_spans(candidate)
    for match in _WORD.finditer(candidate.text, part.start, part.end):
        word = Span(*match.span())
        if not any(word.overlaps(name) for name in names):
            yield word


def _stretch(candidate: Candidate, reach: int) -> Span:
    """From so many words before the target to as many behind it."""
    text, target = candidate.text, candidate.target
    # Words are looked for near the target only: a passage may be a whole book.
    before = text[: target.start].rsplit(maxsplit=reach)
    start = len(before[0]) if len(before) > reach else 0
    ends = _ends(_WORD.finditer(text, target.end), reach)
    return Span(start, ends if ends is not None else len(text))


def _ends(words: Iterable[re.Match[str]], reach: int) -> int | None:
    """Where the word behind the last that is read begins; `None` where the text ends first."""
    following = next(islice(words, reach, None), None)
    return None if following is None else following.start()
