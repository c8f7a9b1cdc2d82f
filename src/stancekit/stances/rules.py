"""The `rules` scorer: a lexicon composed over the parse."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen
from attrs.validators import in_, instance_of

from ..values import Certainty, Evidence, Facet, Rating, Span
from .evaluation import Evaluation, Link, evaluations
from .grammar import Grammar
from .lexicon import Lexicon
from .reach import reach
from .reading import sentences_of
from .vocabulary import FIRST_PERSON, GENERIC

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ..values import Candidate, Sentence
    from .polar import PolarWord

NEUTRAL: Final = 1.0
"""What speaks for neutral; the unit of all weights."""


@frozen
class Weights:
    """How much a polar word counts, in units of what speaks for neutral.

    Args:
        links: What one unit of a word's score weighs, by link and sign.

        sympathy: The same for a victim's plight.

        floor: What speaks for either polarity before any word does.
    """

    links: Mapping[tuple[Link, int], float]
    sympathy: float
    floor: float


FRAMING: Final = Weights(
    {
        (Link.DIRECT, +1): 5.4,
        (Link.DIRECT, -1): 13.8,
        (Link.MIRRORED, +1): 1.9,
        (Link.MIRRORED, -1): 1.4,
        (Link.SPOKEN, +1): 0.93,
        (Link.SPOKEN, -1): 0.42,
        (Link.ELSEWHERE, +1): 0.72,
        (Link.ELSEWHERE, -1): 1.2,
        (Link.NEAR, +1): 1.7,
        (Link.NEAR, -1): 3.6,
    },
    sympathy=1.0,
    floor=0.35,
)
"""How a passage frames its target, whoever speaks: fitted by maximum likelihood on NewsMTSC's train
part (8,739 rows, MIT licence)."""

HOLDING: Final = Weights({(Link.DIRECT, +1): 3.4, (Link.DIRECT, -1): 6.1}, sympathy=4.0, floor=0.07)
"""What one holder says of the target: fitted by maximum likelihood on a quarter of DSE's train part
(3,286 pairs in both directions), but for sympathy, which is set so that a plight scored 0.3 just
suffices for a polarity and one of 0.2 does not."""

OWNED_HOLDER: Final = 0.28
"""From this share on, what the holder's own say is the holder's: "Ann's office said"."""

_MAX_SPREAD = 2
"""So many words may stand between a polar word and its modifier in one piece of evidence."""


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
        >>> from stancekit.values import Candidate, Span
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
        return f"1.0+{self.lexicon.version}"

    def score(self, candidates: Sequence[Candidate], /) -> list[Rating | None]:
        """Judge each candidate; abstain where its target stands in no sentence."""
        return [self._judge(candidate) for candidate in candidates]

    def _judge(self, candidate: Candidate) -> Rating | None:
        sentences = [s for s in sentences_of(candidate) if s.within(candidate.target)]
        if not sentences:
            return None
        voice = self.voice or ("any" if candidate.sentence is None else "own")
        weights = FRAMING if voice == "any" and candidate.holder is None else HOLDING
        found: list[tuple[Grammar, Evaluation]] = []
        for sentence in sentences:
            grammar = Grammar(sentence)
            said = evaluations(
                grammar, self.lexicon, reach(grammar, _words_of(candidate.target, candidate, sentence))
            )
            found += [(grammar, e) for e in _relevant(said, grammar, candidate, voice)]
        return _rating(found, candidate, weights)


def _words_of(span: Span, candidate: Candidate, sentence: Sentence) -> list[int]:
    """Positions of an actor's own words: the mention, and the same name elsewhere."""
    name = span.of(candidate.text)
    return [t.index for t in sentence.tokens if t.text == name or (t.start < span.end and span.start < t.end)]


def _relevant(
    found: Iterable[Evaluation], grammar: Grammar, candidate: Candidate, voice: str
) -> Iterator[Evaluation]:
    """The evaluations that are the holder's."""
    if candidate.holder is not None:
        holder = reach(grammar, _words_of(candidate.holder, candidate, grammar.sentence))
        yield from (
            e
            for e in found
            if e.link is Link.DIRECT and any(holder.get(at, 0.0) >= OWNED_HOLDER for at in e.holders or ())
        )
    elif voice == "own":
        yield from (e for e in found if e.link is Link.DIRECT and _is_own(grammar, e))
    else:
        yield from found


def _is_own(grammar: Grammar, evaluation: Evaluation) -> bool:
    """Whether the passage's own voice evaluates, which may call itself "I" or "everybody"."""
    if evaluation.holders is None:
        return True
    return bool(evaluation.holders) and all(
        grammar.lemmas[at] in FIRST_PERSON | GENERIC for at in evaluation.holders
    )


def weight_of(evaluation: Evaluation, weights: Weights) -> float:
    """What an evaluation adds to what speaks for the target (or, below 0, against it)."""
    score = evaluation.score
    if evaluation.frame.facet is Facet.VICTIMHOOD and evaluation.frame.score > 0:
        return weights.sympathy * score
    return weights.links[evaluation.link, 1 if score > 0 else -1] * score


def _rating(found: Sequence[tuple[Grammar, Evaluation]], candidate: Candidate, weights: Weights) -> Rating:
    masses = [weight_of(evaluation, weights) for _, evaluation in found]
    against = weights.floor - sum(mass for mass in masses if mass < 0)
    in_favour = weights.floor + sum(mass for mass in masses if mass > 0)
    total = against + NEUTRAL + in_favour
    evidence: list[Evidence] = []
    by_certainty: dict[Certainty, float] = defaultdict(float)
    for (grammar, evaluation), mass in zip(found, masses, strict=True):
        evidence += _evidence(grammar, evaluation, mass / total, candidate)
        by_certainty[evaluation.context.certainty] += abs(mass)
    return Rating(
        negative=against / total,
        neutral=NEUTRAL / total,
        positive=in_favour / total,
        evidence=_joined(evidence),
        certainty=max(by_certainty, key=lambda c: by_certainty[c], default=Certainty.ASSERTED),
    )


def _evidence(
    grammar: Grammar, evaluation: Evaluation, weight: float, candidate: Candidate
) -> list[Evidence]:
    """The words of an evaluation, in as many pieces as names cut them into."""
    names = [candidate.target, *candidate.others, *([candidate.holder] if candidate.holder else [])]
    known = {name.of(candidate.text) for name in names}

    def is_name(at: int) -> bool:
        token = grammar.tokens[at]
        return token.text in known or any(token.start < n.end and n.start < token.end for n in names)

    def is_ending(at: int) -> bool:
        return grammar.poses[at] == "PART" and grammar.deps[at] == "case"

    pieces = _pieces(_shown(evaluation.word, evaluation.context.modifiers), is_name, is_ending)
    return [
        Evidence(
            Span(grammar.tokens[first].start, grammar.tokens[last].end),
            weight / len(pieces),
            evaluation.frame.facet,
        )
        for first, last in pieces
    ]


def _shown(word: PolarWord, modifiers: Iterable[int]) -> tuple[int, int]:
    """First and last word to show: the polar word with the modifiers beside it."""
    first, last = word.first, word.last
    for at in sorted(modifiers, key=lambda at: abs(at - word.head)):
        if first - _MAX_SPREAD - 1 <= at < first:
            first = at
        elif last < at <= last + 1:
            last = at
    return first, last


def _pieces(
    shown: tuple[int, int], is_name: Callable[[int], bool], is_ending: Callable[[int], bool]
) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for at in range(shown[0], shown[1] + 1):
        if is_name(at) or (at and is_ending(at) and is_name(at - 1)):
            continue
        if pieces and pieces[-1][1] == at - 1:
            pieces[-1] = (pieces[-1][0], at)
        else:
            pieces.append((at, at))
    return pieces


def _joined(evidence: Iterable[Evidence]) -> list[Evidence]:
    """One piece of evidence a span, with its weights added up and its strongest facet."""
    by_span: dict[Span, list[Evidence]] = defaultdict(list)
    for item in evidence:
        by_span[item.span].append(item)
    return [
        Evidence(
            span,
            sum(item.weight for item in items),
            max((i for i in items if i.facet), key=lambda i: abs(i.weight), default=items[0]).facet,
        )
        for span, items in sorted(by_span.items())
    ]
