"""Composed news: sentences and articles of which it is known who says what of whom."""

# ruff: noqa: B008 - strategies are values: making one draws nothing
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import evolve, frozen
from hypothesis import strategies as st

from ..values import Article, Candidate, Polarity, QuoteKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy


T = TypeVar("T")

# What we compose news from: invented people, and words whose sign nobody doubts.
PEOPLE: Final = (
    "Ada Ashdown",
    "Bruno Brenner",
    "Carla Castell",
    "Dmitri Dalgaard",
    "Esra Eastlake",
    "Farid Fontaine",
    "Greta Grubb",
    "Hugo Halloway",
)
PLACES: Final = ("Harrowgate Hall", "the old harbour", "Port Lessing", "the capital")
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
CUES: Final = ("said", "told reporters", "argued", "insisted", "claimed", "added")
PRAISING_ADJECTIVES: Final = ("brave", "honest", "capable", "generous", "brilliant", "trustworthy")
BLAMING_ADJECTIVES: Final = ("corrupt", "reckless", "cowardly", "incompetent", "dishonest", "cruel")
PRAISING_VERBS: Final = ("praised", "applauded", "commended", "admired")
BLAMING_VERBS: Final = ("condemned", "denounced", "mocked", "berated")
MARKS: Final = ("“”", '""')

# Braces hold what is filled in, brackets enclose what is attributed. A holder is who evaluates.
_TEMPLATES: Final[tuple[tuple[str, QuoteKind | None], ...]] = (
    ("“[{target} is {adjective},]” {holder} {cue}.", QuoteKind.DIRECT),
    ("“[{target} is {adjective},]” {cue=said} {holder} on {day}.", QuoteKind.DIRECT),
    ("{holder} {cue}: “[{target} has always been {adjective}.]”", QuoteKind.DIRECT),
    ("{holder} {cue} [that {target} was {adjective}].", QuoteKind.INDIRECT),
    ("{cue=According to} {holder}, [{target} is {adjective}].", QuoteKind.INDIRECT),
    ("{holder} {cue=called} {target} “[{adjective}]” on {day}.", QuoteKind.MIXED),
    ("{holder} {verb} {target} on {day}.", None),
    ("{holder} {verb} {target} after a meeting with {other} in {place}.", None),
    ("On {day}, {target} gave another {adjective} speech in {place}.", None),
    ("{target} proved {adjective} in the talks with {other}.", None),
)
_NEUTRAL_TEMPLATES: Final[tuple[tuple[str, QuoteKind | None], ...]] = (
    ("{other} met {target} in {place} on {day}.", None),
    ("{target} arrived in {place} on {day}.", None),
    ("“[{target} will be here on {day},]” {holder} {cue}.", QuoteKind.DIRECT),
    ("{holder} {cue} [that {target} would travel to {place} on {day}].", QuoteKind.INDIRECT),
)

_SLOT = re.compile(r"(\{[^}]+\}|[\[\]])")


@frozen
class NewsSentence:
    """A sentence, and what is in it.

    Args:
        text: The sentence.

        target: Where the person is named whom it is about.

        holder: Where the person is named who evaluates or speaks; `None` for the article's own voice.

        others: Where further people are named.

        polarity: What the holder thinks of the target.

        evidence: The praise or the blame; `None` where there is neither.

        kind: What sort of quote it holds, if any.

        cue: Its reporting words, if any.

        content: The attributed words without their quotation marks, if any.

        start: Where the sentence begins in its article: that is added to every offset.
    """

    text: str
    target: Span
    holder: Span | None = None
    others: tuple[Span, ...] = ()
    polarity: Polarity = Polarity.NEUTRAL
    evidence: Span | None = None
    kind: QuoteKind | None = None
    cue: Span | None = None
    content: Span | None = None
    start: int = 0

    @property
    def end(self) -> int:
        """Offset just past the sentence."""
        return self.start + len(self.text)

    @property
    def target_name(self) -> str:
        """Whom it is about."""
        return self.words(self.target)

    @property
    def holder_name(self) -> str | None:
        """Who evaluates or speaks; `None` for the article's own voice."""
        return None if self.holder is None else self.words(self.holder)

    @property
    def quoted(self) -> bool:
        """Whether the evaluation stands between quotation marks."""
        return self.kind in {QuoteKind.DIRECT, QuoteKind.MIXED}

    def words(self, span: Span) -> str:
        """What stands at one of its spans."""
        return span.shift(-self.start).of(self.text)

    def candidate(self) -> Candidate:
        """The sentence as a stance scorer is asked about it."""
        back = -self.start
        holder = None if self.holder is None else self.holder.shift(back)
        others = [span.shift(back) for span in self.others]
        return Candidate(self.text, self.target.shift(back), holder, others=others)

    def moved(self, start: int) -> NewsSentence:
        """The same sentence, beginning elsewhere."""
        by = start - self.start
        ends = {name: getattr(self, name) for name in ("target", "holder", "evidence", "cue", "content")}
        moved = {name: span and span.shift(by) for name, span in ends.items()}
        return evolve(self, start=start, others=tuple(span.shift(by) for span in self.others), **moved)


@frozen
class NewsArticle:
    """An article of composed sentences.

    Args:
        text: The whole of it.

        sentences: What is in it, with offsets into ``text``.
    """

    text: str
    sentences: tuple[NewsSentence, ...]

    @property
    def article(self) -> Article:
        """The text as an `Article`."""
        return Article(self.text)


_people = st.sampled_from(PEOPLE)
_polarities = st.sampled_from((Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.NEUTRAL))


@st.composite
def news_sentences(
    draw: DrawFn,
    *,
    people: SearchStrategy[str] = _people,
    polarities: SearchStrategy[Polarity] = _polarities,
    marks: SearchStrategy[str] = st.sampled_from(MARKS),
) -> NewsSentence:
    """English news sentences in which somebody, or the article, praises, blames or just mentions somebody.

    Args:
        draw: Hypothesis' own.

        people: Whom they name; never the same person twice in a sentence.

        polarities: Praise, blame, neither.

        marks: The opening and the closing quotation mark.
    """
    return _compose(draw(_plots(polarities=polarities, marks=marks)), draw(_casts(people)))


@st.composite
def news_articles(
    draw: DrawFn,
    *,
    sentences: SearchStrategy[NewsSentence] = news_sentences(),
    max_sentences: int = 5,
) -> NewsArticle:
    """English news of one to some composed sentences, in paragraphs."""
    parts: list[str] = []
    placed: list[NewsSentence] = []
    end = 0
    for sentence in draw(st.lists(sentences, min_size=1, max_size=max_sentences)):
        if placed:
            parts.append(draw(st.sampled_from([" ", "\n\n", "\n"])))
            end += len(parts[-1])
        placed.append(sentence.moved(end))
        parts.append(sentence.text)
        end += len(sentence.text)
    return NewsArticle("".join(parts), tuple(placed))


def _casts(people: SearchStrategy[str]) -> SearchStrategy[list[str]]:
    return st.lists(people, min_size=3, max_size=3, unique=True)


@frozen
class _Plot:
    """A sentence before anybody is named in it."""

    template: str
    kind: QuoteKind | None
    polarity: Polarity
    fillings: dict[str, str]
    marks: str


@st.composite
def _plots(draw: DrawFn, *, polarities: SearchStrategy[Polarity], marks: SearchStrategy[str]) -> _Plot:
    polarity = draw(polarities)
    template, kind = draw(st.sampled_from(_TEMPLATES if polarity.sign else _NEUTRAL_TEMPLATES))
    fillings = {slot: draw(st.sampled_from(words)) for slot, words in _words(polarity).items()}
    return _Plot(template, kind, polarity, fillings, draw(marks))


def _every_plot() -> list[_Plot]:
    """Each construction once, with the first of all words that fit; praise and blame by turns."""
    signed = [(Polarity.NEGATIVE if at % 2 else Polarity.POSITIVE, *own) for at, own in enumerate(_TEMPLATES)]
    signed += [(Polarity.NEUTRAL, *own) for own in _NEUTRAL_TEMPLATES]
    return [
        _Plot(
            template, kind, polarity, {slot: words[0] for slot, words in _words(polarity).items()}, MARKS[0]
        )
        for polarity, template, kind in signed
    ]


def _words(polarity: Polarity) -> dict[str, Sequence[str]]:
    """What fits into each slot but the people's."""
    praise = polarity is Polarity.POSITIVE
    return {
        "adjective": PRAISING_ADJECTIVES if praise else BLAMING_ADJECTIVES,
        "verb": PRAISING_VERBS if praise else BLAMING_VERBS,
        "cue": CUES,
        "day": DAYS,
        "place": PLACES,
    }


def _compose(plot: _Plot, cast: Sequence[str]) -> NewsSentence:
    """Name the people: target, holder, other."""
    fillings = {**plot.fillings, **dict(zip(("target", "holder", "other"), cast, strict=True))}
    parts: list[str] = []
    found: dict[str, Span] = {}
    opened = end = 0
    for piece in _SLOT.split(plot.template.translate(str.maketrans("“”", plot.marks))):
        if piece == "[":
            opened = end
        elif piece == "]":
            found["content"] = Span(opened, end)
        else:
            slot, _, word = piece.strip("{}").partition("=")
            words = (word or fillings[slot]) if piece.startswith("{") else piece
            if piece.startswith("{"):
                found[slot] = Span(end, end + len(words))
            parts.append(words)
            end += len(words)
    return NewsSentence(
        "".join(parts),
        found["target"],
        found.get("holder"),
        (found["other"],) if "other" in found else (),
        polarity=plot.polarity,
        evidence=found.get("adjective", found.get("verb")),
        kind=plot.kind,
        cue=found.get("cue"),
        content=found.get("content"),
    )
