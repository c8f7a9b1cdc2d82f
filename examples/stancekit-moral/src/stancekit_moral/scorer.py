"""Who is framed in moral terms, by the moral words that stand next to a name."""

from __future__ import annotations

import re
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import ge, instance_of

from stancekit import Candidate, Evidence, Facet, Rating, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

FACETS: Mapping[str, Facet] = MappingProxyType(
    {
        "care": Facet.WARMTH,
        "fairness": Facet.MORALITY,
        "loyalty": Facet.MORALITY,
        "authority": Facet.LEGITIMACY,
        "sanctity": Facet.MORALITY,
    }
)
"""The foundations, and what of a target each is about."""

NEGATIONS = frozenset({"not", "never", "no", "nor", "neither", "hardly", "n't"})

NEGATION_REACH = 3
"""Words before a moral word in which a negation turns it round."""

NEGATED = -0.8
"""What a negated word keeps of its weight: who is not cruel is not yet kind."""

_WORD = re.compile(r"\w+(?:-\w+)*?(?=n[’']t\b)|n[’']t\b|\w+(?:-\w+)*")


@cache
def load_words() -> Mapping[str, tuple[str, float]]:
    """For each word of the list its foundation and its weight, -1 to 1.

    Example:
        >>> load_words()["loyal"]
        ('loyalty', 0.7)
    """
    table = {}
    for line in files(__package__).joinpath("words.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            foundation, weight, words = line.split("\t")
            table.update(dict.fromkeys(words.split(), (foundation, float(weight))))
    return MappingProxyType(table)


def _as_foundations(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _check_foundations(_scorer: MoralScorer, _field: object, foundations: tuple[str, ...]) -> None:
    for name in foundations or ("nothing",):
        if name not in FACETS:
            msg = f"'foundations' must be among {', '.join(FACETS)} (got {name!r})"
            raise ValueError(msg)


@frozen
class MoralScorer:
    """Rates a target by the moral words whose nearest name is its own.

    Args:
        foundations: Those to listen for; all five if left out.

        reach: How many words may stand between a moral word and the name, at least 0.

    Raises:
        ValueError: A foundation is unknown, or ``reach`` is below 0.

    Example:
        >>> text = "Olga Brandt called Tim Weaver a cruel man."
        >>> (rating,) = MoralScorer().score([Candidate(text, Span(19, 29), Span(0, 11))])
        >>> rating.polarity.value, [item.span.of(text) for item in rating.evidence]
        ('negative', ['cruel'])
    """

    name = "moral"
    version = "0.1"

    foundations: Sequence[str] = field(
        default=tuple(FACETS), converter=_as_foundations, validator=_check_foundations
    )
    reach: int = field(default=6, validator=[instance_of(int), ge(0)])

    def score(self, candidates: Sequence[Candidate], /) -> list[Rating | None]:
        """One rating a candidate, in order; `None` where no moral word speaks of the target."""
        return [self._rate(candidate) for candidate in candidates]

    def sees(self, words: Iterable[str]) -> bool:
        """Whether any of *words* could count: spares the analyzer the other questions."""
        return any(word.lower() in self._words for word in words)

    @cached_property
    def _words(self) -> Mapping[str, tuple[str, float]]:
        return {word: entry for word, entry in load_words().items() if entry[0] in self.foundations}

    def _rate(self, candidate: Candidate) -> Rating | None:
        evidence = list(self._evidence(candidate))
        if not evidence:
            return None
        return Rating.of_score(sum(item.weight for item in evidence) / len(evidence), evidence=evidence)

    def _evidence(self, candidate: Candidate) -> Iterator[Evidence]:
        names = [candidate.target, *([candidate.holder] if candidate.holder else []), *candidate.others]
        words = [Span(*match.span()) for match in _WORD.finditer(candidate.text)]
        texts = [span.of(candidate.text).lower().replace("’", "'") for span in words]
        owners = _nearest(words, names, self.reach)
        for at, (span, text) in enumerate(zip(words, texts, strict=True)):
            if text not in self._words or owners[at] != candidate.target:
                continue
            foundation, weight = self._words[text]
            if not NEGATIONS.isdisjoint(texts[max(0, at - NEGATION_REACH) : at]):
                weight *= NEGATED
            yield Evidence(span, weight, FACETS[foundation])


def _nearest(words: Sequence[Span], names: Sequence[Span], reach: int) -> list[Span | None]:
    """For each word the name next to it: `None` for one in a name or too far from all; at equal distance
    the name before the word.
    """
    named = [next((name for name in names if name.overlaps(word)), None) for word in words]
    before = _last_seen(named)
    after = _last_seen(named[::-1])[::-1]
    nearest: list[Span | None] = []
    for own, (left, left_steps), (right, right_steps) in zip(named, before, after, strict=True):
        name, steps = (left, left_steps) if left_steps <= right_steps else (right, right_steps)
        nearest.append(name if own is None and steps <= reach else None)
    return nearest


def _last_seen(named: Sequence[Span | None]) -> list[tuple[Span | None, float]]:
    """For each word the last name before it, and how many words stand between."""
    seen: list[tuple[Span | None, float]] = []
    name, steps = None, float("inf")
    for own in named:
        seen.append((name, steps))
        name, steps = (own, 0) if own is not None else (name, steps + 1)
    return seen
