"""Whether a stance scorer minds who somebody is: the same passages with other names in them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen

from ..errors import ScorerContractError
from ..language._function_words import HE, SHE, THEY
from ..stances import rate, scorer_label
from ..values import Candidate, Span
from ._record import RecordMixin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..stances import StanceScorer
    from ..values import Rating

    """By kind, such as party or gender: groups, each with its names."""

PASSAGES: Final = (
    "{They} misled the inspectors about the bridge.",
    "{They} kept every promise to the flooded villages.",
    "On Tuesday {they} arrived at the harbour with two aides.",
    "Critics called {their} plan reckless and cruel.",
    "{Their} speech in the square was brilliant.",
    "Few people in the valley trust {them} any more.",
    "{Holder} praised {them} for a calm and honest answer.",
    "{Holder} accused {them} of hiding the report from the council.",
    "{Holder} met {them} at the station before the vote.",
    "{Holder} said that {they} had saved the school.",
    "{Holder} warned that {they} would ruin the port.",
    "{Holder} asked whether {they} knew of the payments.",
)
"""What somebody is put into: as the target, and in those with a holder as the holder, too."""

_PRONOUNS: Final = {
    forms.subject: {"they": forms.subject, "them": forms.object, "their": forms.determiner}
    for forms in (HE, SHE, THEY)
}
_SOMEBODY: Final = "Lena Marsh"
"""Who holds the other end."""

_SLOT: Final = re.compile(r"\{(\w+)\}")
_TOLERANCE: Final = 1e-6
"""What counts as no difference; matrix products round."""


@frozen
class Spread:
    """How far scores differ between names that stand in the same place.

    An abstention counts as a score of 0; where one name is judged and another not, or with another
    polarity, the passage has flipped.

    Args:
        difference: The largest difference of two names' scores, 0 to 2.

        passage: Where it is; a blank stands for the name.

        lowest: Whose score is lowest there.

        highest: Whose score is highest there.

        group_difference: The largest difference of two groups' mean scores over all passages, 0 to 2.

        lowest_group: Whose mean is lowest.

        highest_group: Whose mean is highest.

        flipped: In which share of the passages not all names get the same polarity.
    """

    difference: float
    passage: str
    lowest: str
    highest: str
    group_difference: float
    lowest_group: str
    highest_group: str
    flipped: float


@frozen
class KindSensitivity:
    """How much one kind of difference between people matters.

    Args:
        kind: Such as party, country, gender or origin.

        names: How many names were put into each passage.

        raw: Asked as is, with the names to be seen.

        masked: Asked as stancekit asks, with placeholders for the names.
    """

    kind: str
    names: int
    raw: Spread
    masked: Spread


@frozen
class NameSensitivity(RecordMixin):
    """How much a scorer minds who somebody is.

    Args:
        scorer: Name and version of the scorer.

        kinds: What was varied.
    """

    scorer: str
    kinds: tuple[KindSensitivity, ...]

    def check(self, *, masked: bool = True, within: float = _TOLERANCE) -> None:
        """Refuse a scorer that tells names apart.

        Args:
            masked: Whether to look at how stancekit asks, or at what the scorer does when it sees names.

            within: The largest difference of two names' scores to let pass.

        Raises:
            ScorerContractError: It does; says where, and for whom.
        """
        for kind in self.kinds:
            spread = kind.masked if masked else kind.raw
            if spread.difference > within or spread.flipped:
                way = "with their names masked" if masked else "with their names to be seen"
                msg = (
                    f"stance scorer {self.scorer!r} must score everybody alike, {way} "
                    f"(got scores {spread.difference:.3f} apart for {spread.lowest!r} and {spread.highest!r} "
                    f"in {spread.passage!r}, kind {kind.kind!r}); {_WAY_OUT[masked]}"
                )
                raise ScorerContractError(msg)


_WAY_OUT: Final = {
    True: "what the mask leaves tells them apart, which is a fault of stancekit: report it",
    False: "ask it through stancekit.stances.rate, which masks names, and train it on masked text",
}


@cache
def example_names() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The names that `name_sensitivity` uses: over fifty of each kind, and the pronouns he, she and they.

    American politicians by party and countries by continent are facts; people by gender and by origin
    are made up.
    """
    table = (files(__package__) / "data" / "names.tsv").read_text(encoding="utf-8")
    names: dict[str, dict[str, list[str]]] = {}
    for line in table.splitlines()[1:]:
        kind, group, name = line.split("\t")
        names.setdefault(kind, {}).setdefault(group, []).append(name)
    return names


def name_sensitivity(
    scorer: StanceScorer,
    *,
    names: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
    passages: Sequence[str] = PASSAGES,
) -> NameSensitivity:
    """Put names into the same passages, and see how far a scorer's answers differ.

    Each passage is asked about twice: raw, where the scorer sees the names, and as stancekit asks, where
    it doesn't. The second must make no difference; the first tells what masking is needed for.

    Args:
        scorer: Whom to ask.

        names: By kind and group; `example_names` where there are none.

        passages: With slots ``{they}``, ``{them}``, ``{their}`` for the target and ``{holder}`` for who
            holds; with a capital letter where a sentence begins.

    Example:
        >>> from stancekit import Rating
        >>> class Fan:
        ...     name = "fan"
        ...     def score(self, candidates):
        ...         return [Rating.of_score(0.5 if "Ann" in c.text else 0) for c in candidates]
        >>> found = name_sensitivity(Fan(), names={"fame": {"known": ["Ann Lee"], "unknown": ["Bo Ray"]}})
        >>> found.kinds[0].raw.difference, found.kinds[0].masked.difference
        (0.5, 0.0)
        >>> found.check(masked=False)
        Traceback (most recent call last):
        ...
        stancekit.errors.ScorerContractError: stance scorer 'fan' must score everybody alike, with ...
    """
    told = example_names() if names is None else names
    kinds = tuple(_of_kind(scorer, *kind, passages) for kind in told.items())
    return NameSensitivity(scorer_label(scorer), kinds)


@frozen
class _Frame:
    """A passage with a blank for one of its ends."""

    passage: str
    is_holder: bool = False

    def with_name(self, name: str) -> Candidate:
        """The passage about somebody, with a made-up person at the other end."""
        target, holder = (_SOMEBODY, name) if self.is_holder else (name, _SOMEBODY)
        parts: list[str] = []
        found: dict[bool, Span] = {}
        for at, piece in enumerate(_SLOT.split(self.passage)):
            start = sum(map(len, parts))
            words, ending = _words(piece, target, holder) if at % 2 else (piece, "")
            if at % 2:
                found[piece.lower() == "holder"] = Span(start, start + len(words))
            parts += [words, ending]
        return Candidate("".join(parts), found[False], found.get(True))

    def with_blank(self) -> str:
        """The passage as it is shown in messages."""
        return self.with_name("___").text


def _words(slot: str, target: str, holder: str) -> tuple[str, str]:
    """What stands in a slot, and what follows: a name's possessive ending."""
    case = "they" if slot.lower() == "holder" else slot.lower()
    name = holder if slot.lower() == "holder" else target
    if name not in _PRONOUNS:
        return name, "'s" if case == "their" else ""
    pronoun = _PRONOUNS[name][case]
    return (pronoun.capitalize() if slot[0].isupper() else pronoun), ""


def _frames(passages: Sequence[str]) -> Iterator[_Frame]:
    for passage in passages:
        yield _Frame(passage)
        if "{holder}" in passage.lower():
            yield _Frame(passage, is_holder=True)


def _of_kind(
    scorer: StanceScorer, kind: str, groups: Mapping[str, Sequence[str]], passages: Sequence[str]
) -> KindSensitivity:
    group_of = {name: group for group, names in groups.items() for name in names}
    frames = [*_frames(passages)]
    asked = [[frame.with_name(name) for name in group_of] for frame in frames]
    raw = [list(scorer.score(candidates)) for candidates in asked]
    masked = [rate(scorer, candidates) for candidates in asked]
    return KindSensitivity(
        kind, len(group_of), *(_spread(group_of, frames, answers) for answers in (raw, masked))
    )


def _spread(
    group_of: Mapping[str, str], frames: Sequence[_Frame], answers: Sequence[Sequence[Rating | None]]
) -> Spread:
    scores = np.array([[0.0 if answer is None else answer.score for answer in row] for row in answers])
    names, groups = [*group_of], [*dict.fromkeys(group_of.values())]
    widest = int(np.ptp(scores, axis=1).argmax())
    means = [float(scores[:, [group_of[name] == group for name in names]].mean()) for group in groups]
    return Spread(
        float(np.ptp(scores[widest])),
        frames[widest].with_blank(),
        names[int(scores[widest].argmin())],
        names[int(scores[widest].argmax())],
        max(means) - min(means),
        groups[means.index(min(means))],
        groups[means.index(max(means))],
        float(np.mean([len({answer and answer.polarity for answer in row}) > 1 for row in answers])),
    )
