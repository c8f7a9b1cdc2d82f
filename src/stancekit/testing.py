"""For your tests: Hypothesis strategies for every value, composed news, and `check_scorer`.

With stancekit installed, ``st.from_type(Stance)`` and the like work by themselves. The strategies here
generate whatever is legal, unless their options say otherwise::

    @given(analysis=analyses(max_stances=1))
    def test_writes_every_analysis(analysis): ...
"""

# ruff: noqa: B008 - strategies are values: making one draws nothing
from __future__ import annotations

import datetime as dt
import pickle
import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

from attrs import evolve, frozen
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky

from .errors import ScorerContractError
from .values import (
    NARRATOR,
    Actor,
    ActorKind,
    Analysis,
    AnalysisWarning,
    Article,
    Boilerplate,
    BoilerplateKind,
    Candidate,
    Certainty,
    Document,
    Evidence,
    Facet,
    Mention,
    MentionKind,
    Name,
    Narrator,
    Polarity,
    Quote,
    QuoteKind,
    Rating,
    Sentence,
    SourceMap,
    Span,
    Stance,
    Token,
    WarningKind,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

    from .stances.protocol import StanceScorer

T = TypeVar("T")

__all__ = [
    "NewsArticle",
    "NewsSentence",
    "actors",
    "analyses",
    "analysis_warnings",
    "articles",
    "boilerplates",
    "candidates",
    "check_scorer",
    "documents",
    "evidences",
    "mentions",
    "names",
    "news_articles",
    "news_sentences",
    "quotes",
    "ratings",
    "sentences",
    "source_maps",
    "spans",
    "stances",
    "texts",
    "tokens",
]

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
_WORD = re.compile(r"\w+|[^\w\s]")
_POS: Final = ("ADJ", "ADV", "AUX", "DET", "NOUN", "PART", "PRON", "PROPN", "PUNCT", "VERB")
_DEPS: Final = (
    "acl:relcl",
    "advmod",
    "amod",
    "case",
    "ccomp",
    "conj",
    "nmod:poss",
    "nsubj",
    "obj",
    "obl",
    "punct",
)
_FEATS: Final = ("", "Number=Sing", "Number=Plur", "Tense=Past|VerbForm=Fin", "Polarity=Neg")
_NAME_KINDS: Final = (ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.PLACE)

_SPLIT_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")

_TOLERANCE: Final = 1e-6
"""What a probability may move with the company a candidate is rated in; matrix products round."""


# --- Text, places ----------------------------------------------------------------------------------


def texts(*, min_size: int = 0, max_size: int = 80) -> SearchStrategy[str]:
    """Texts of any characters, lone surrogates among them, but no character as two surrogates."""
    characters = st.characters(exclude_categories=())
    return st.text(characters, min_size=min_size, max_size=max_size).filter(
        lambda t: not _SPLIT_PAIR.search(t)
    )


@st.composite
def spans(draw: DrawFn, *, min_start: int = 0, max_end: int = sys.maxsize) -> Span:
    """Spans between two offsets.

    Args:
        draw: Hypothesis' own.

        min_start: The first offset they may begin at.

        max_end: The last they may end at; at least ``min_start + 1``.
    """
    start = draw(st.integers(min_start, max_end - 1))
    return Span(start, draw(st.integers(start + 1, max_end)))


def _several(items: SearchStrategy[Any], *, most: int = 3, least: int = 0) -> SearchStrategy[list[Any]]:
    return st.lists(items, min_size=least, max_size=most)


@st.composite
def source_maps(draw: DrawFn, *, lengths: SearchStrategy[int] = st.integers(0, 80)) -> SourceMap:
    """Maps from a text of some length to an input that is no shorter, in order and without overlaps."""
    length = draw(lengths)
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    pieces = []
    shift = 0
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        shift += draw(st.integers(0, 9))
        longer = draw(st.integers(0, 5))
        pieces.append((Span(start, end), Span(start + shift, end + shift + longer)))
        shift += longer
    return SourceMap(pieces)


# Whole minutes, as on any clock: CPython does not read back what it writes of a fraction of a second.
_offsets = st.integers(-1439, 1439).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
_dates = st.dates() | st.datetimes() | st.datetimes(timezones=st.just(dt.UTC) | _offsets)


@st.composite
def articles(
    draw: DrawFn,
    *,
    texts: SearchStrategy[str] = texts(),
    published: SearchStrategy[dt.date | None] = st.none() | _dates,
) -> Article:
    """Articles of any text, with any of their fields left open."""
    text = draw(texts)
    word = st.text(max_size=12)
    optional: dict[str, SearchStrategy[Any]] = {
        "id": st.text(min_size=1, max_size=12),
        "title": word,
        "outlet": word,
        "published": published,
        "authors": _several(word, most=2),
        "url": word.map("https://example.org/{}".format),
        "language": st.sampled_from(["de", "en", "fr"]),
        "origin": source_maps(lengths=st.just(len(text))),
    }
    return Article(text, **draw(st.fixed_dictionaries({}, optional=optional)))


def boilerplates(
    *,
    spans: SearchStrategy[Span] = spans(),
    kinds: SearchStrategy[BoilerplateKind] = st.sampled_from(BoilerplateKind),
) -> SearchStrategy[Boilerplate]:
    """Passages that are no part of a story."""
    return st.builds(Boilerplate, spans, kinds)


# --- Who, and what they say ------------------------------------------------------------------------


def mentions(
    *,
    spans: SearchStrategy[Span] = spans(),
    kinds: SearchStrategy[MentionKind] = st.sampled_from(MentionKind),
) -> SearchStrategy[Mention]:
    """Mentions of somebody."""
    return st.builds(Mention, spans, kinds)


_ids = texts(min_size=1, max_size=5).filter(lambda id_: id_ != NARRATOR.id)


def actors(
    *,
    ids: SearchStrategy[str] = _ids,
    names: SearchStrategy[str] = texts(min_size=1, max_size=12),
    kinds: SearchStrategy[ActorKind] = st.sampled_from(ActorKind),
    mentions: SearchStrategy[Mention] = mentions(),
) -> SearchStrategy[Actor]:
    """Actors of any name, with or without mentions."""
    return st.builds(Actor, ids, names, kinds, aliases=_several(names, most=2), mentions=_several(mentions))


@st.composite
def quotes(
    draw: DrawFn,
    *,
    ids: SearchStrategy[str] = _ids,
    kinds: SearchStrategy[QuoteKind] = st.sampled_from(QuoteKind),
    spans: SearchStrategy[Span] = spans(),
    speakers: SearchStrategy[Actor | None] = st.none() | actors(),
    parents: SearchStrategy[Quote | None] = st.none(),
    max_parts: int = 3,
) -> Quote:
    """Quotes whose content stands in text order and never overlaps.

    Args:
        draw: Hypothesis' own.

        ids: What they are called.

        kinds: Direct, indirect, mixed, scare.

        spans: Where the content, the cue and the source may stand.

        speakers: Who says it.

        parents: What they are nested in.

        max_parts: How many spans of content there are at most.
    """
    content: list[Span] = []
    for part in sorted(draw(st.lists(spans, min_size=1, max_size=max_parts))):
        if not content or content[-1].end <= part.start:
            content.append(part)
    maybe = st.none() | spans
    cue, source = draw(maybe), draw(maybe)
    return Quote(
        draw(ids), draw(kinds), content, cue=cue, source=source, speaker=draw(speakers), parent=draw(parents)
    )


# --- Who evaluates whom ----------------------------------------------------------------------------


def evidences(
    *,
    spans: SearchStrategy[Span] = spans(),
    weights: SearchStrategy[float] = st.floats(-1, 1),
    facets: SearchStrategy[Facet | None] = st.none() | st.sampled_from(Facet),
    texts: SearchStrategy[str] = texts(max_size=12),
) -> SearchStrategy[Evidence]:
    """Words that carry a stance, of any weight."""
    return st.builds(Evidence, spans, weights, facets, texts)


@st.composite
def ratings(
    draw: DrawFn,
    *,
    evidence: SearchStrategy[Sequence[Evidence]] = _several(evidences()),
    certainties: SearchStrategy[Certainty] = st.sampled_from(Certainty),
) -> Rating:
    """Ratings: any three probabilities that sum to 1."""
    low, high = sorted((draw(st.floats(0, 1)), draw(st.floats(0, 1))))
    return Rating(
        negative=low,
        neutral=high - low,
        positive=1 - high,
        evidence=draw(evidence),
        certainty=draw(certainties),
    )


@st.composite
def stances(
    draw: DrawFn,
    *,
    ids: SearchStrategy[str] = _ids,
    holders: SearchStrategy[Actor | Narrator] = st.just(NARRATOR) | actors(),
    targets: SearchStrategy[Actor] = actors(),
    polarities: SearchStrategy[Polarity] = st.sampled_from(Polarity),
    sentences: SearchStrategy[Span] = spans(),
    quotes: SearchStrategy[Quote | None] = st.none() | quotes(),
    scorers: SearchStrategy[str] = st.just("drawn 1.0"),
) -> Stance:
    """Stances whose score points their polarity's way, with evidence inside their sentence."""
    target = draw(targets)
    polarity = draw(polarities)
    sentence = draw(sentences)
    size = draw(st.floats(0, 1))
    evidence = evidences(spans=spans(min_start=sentence.start, max_end=sentence.end))
    return Stance(
        draw(ids),
        draw(holders.filter(lambda holder: holder.id != target.id)),
        target,
        polarity=polarity,
        score=size * (polarity.sign or draw(st.sampled_from([-1, 1]))),
        confidence=draw(st.floats(0, 1)),
        facets=draw(_several(st.sampled_from(Facet), most=2)),
        certainty=draw(st.sampled_from(Certainty)),
        sentence=sentence,
        evidence=draw(_several(evidence, least=abs(polarity.sign))),
        quote=draw(quotes),
        scorer=draw(scorers),
    )


# --- Whole analyses --------------------------------------------------------------------------------


def analysis_warnings(
    *,
    kinds: SearchStrategy[WarningKind] = st.sampled_from(WarningKind),
    messages: SearchStrategy[str] = texts(max_size=20),
    spans: SearchStrategy[Span | None] = st.none() | spans(),
) -> SearchStrategy[AnalysisWarning]:
    """Warnings, with or without a place."""
    return st.builds(AnalysisWarning, kinds, messages, spans)


@st.composite
def analyses(
    draw: DrawFn,
    *,
    articles: SearchStrategy[Article] = articles(),
    max_actors: int = 3,
    max_quotes: int = 3,
    max_stances: int = 3,
) -> Analysis:
    """Analyses whose parts refer to each other and lie inside the article's text, in text order."""
    article = draw(articles)
    inside = spans(max_end=len(article.text)) if article.text else st.nothing()
    who = actors(mentions=mentions(spans=inside))
    cast = draw(st.lists(who, max_size=max_actors, unique_by=lambda actor: actor.id))
    somebody = st.sampled_from(cast) if cast else st.nothing()

    said: list[Quote] = []
    for id_ in draw(_unique_ids(max_quotes if article.text else 0)):
        parents = st.sampled_from([None, *said])
        quote = quotes(ids=st.just(id_), spans=inside, speakers=st.none() | somebody, parents=parents)
        said.append(draw(quote))

    judged = [
        draw(
            stances(
                ids=st.just(id_),
                holders=st.just(NARRATOR) | somebody,
                targets=somebody,
                sentences=inside,
                quotes=st.sampled_from([None, *said]),
            )
        )
        for id_ in draw(_unique_ids(max_stances if article.text and cast else 0))
    ]
    return Analysis(
        article,
        actors=cast,
        quotes=sorted(said, key=lambda quote: quote.start),
        stances=sorted(judged, key=lambda stance: stance.sentence),
        warnings=draw(_several(analysis_warnings(spans=st.none() | inside))),
        boilerplate=sorted(draw(_several(boilerplates(spans=inside), most=2)), key=lambda part: part.span),
        versions=draw(st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2)).items(),
    )


def _unique_ids(most: int) -> SearchStrategy[list[str]]:
    return st.lists(_ids, max_size=most, unique=True)


# --- Parsed text -----------------------------------------------------------------------------------

_english = st.sampled_from(("Ann", "they", "the", "bill", "praised", "rejects", "not", "brave", "“", ","))
_graphic = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=6)


def names(
    *,
    spans: SearchStrategy[Span] = spans(),
    kinds: SearchStrategy[ActorKind] = st.sampled_from(_NAME_KINDS),
) -> SearchStrategy[Name]:
    """Names of persons, organizations and places."""
    return st.builds(Name, spans, kinds)


@st.composite
def sentences(
    draw: DrawFn,
    *,
    words: SearchStrategy[str] = _english | _graphic,
    starts: SearchStrategy[int] = st.just(0),
    max_words: int = 10,
) -> Sentence:
    """Parsed sentences: the words in order, each below one root, names that don't overlap.

    Args:
        draw: Hypothesis' own.

        words: What they are made of; without white space.

        starts: Where the first word begins.

        max_words: How many there are at most; there is at least one.
    """
    places: list[Span] = []
    written = draw(st.lists(words, min_size=1, max_size=max_words))
    start = draw(starts)
    for word in written:
        places.append(Span(start, start + len(word)))
        start += len(word) + draw(st.integers(0, 1))
    return draw(_parses(written, places))


@st.composite
def _parses(draw: DrawFn, words: Sequence[str], places: Sequence[Span]) -> Sentence:
    heads = draw(_trees(len(words)))
    parsed = [
        Token(
            index,
            place.start,
            place.end,
            word,
            draw(st.just(word.lower()) | st.just(word)),
            draw(st.sampled_from(_POS)),
            draw(st.sampled_from(_FEATS)),
            "root" if head == index else draw(st.sampled_from(_DEPS)),
            head,
        )
        for index, (word, place, head) in enumerate(zip(words, places, heads, strict=True))
    ]
    cuts = sorted(draw(st.sets(st.integers(0, len(words) - 1), max_size=4)))
    runs = [Span(places[a].start, places[b].end) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return Sentence(parsed, [Name(run, draw(st.sampled_from(_NAME_KINDS))) for run in runs])


@st.composite
def _trees(draw: DrawFn, size: int) -> list[int]:
    """Heads of a tree over so many words: whoever comes later in some order hangs below who came before."""
    order = draw(st.permutations(range(size)))
    heads = [order[0]] * size
    for rank, index in enumerate(order[1:], 1):
        heads[index] = order[draw(st.integers(0, rank - 1))]
    return heads


def tokens(*, sentences: SearchStrategy[Sentence] = sentences()) -> SearchStrategy[Token]:
    """Words of parsed sentences."""
    return sentences.flatmap(lambda sentence: st.sampled_from(sentence.tokens))


@st.composite
def documents(
    draw: DrawFn,
    *,
    words: SearchStrategy[str] = _english | _graphic,
    max_paragraphs: int = 2,
    max_sentences: int = 3,
) -> Document:
    """Parsed texts of no, one or more paragraphs of sentences."""
    parts: list[str] = []
    paragraphs: list[Span] = []
    parsed: list[Sentence] = []
    end = 0
    for count in draw(st.lists(st.integers(1, max_sentences), max_size=max_paragraphs)):
        start = end
        for _ in range(count):
            sentence = draw(sentences(words=words, starts=st.just(end)))
            parsed.append(sentence)
            parts += [_text_of(sentence), " "]
            end = sentence.end + 1
        paragraphs.append(Span(start, end - 1))
        parts[-1] = draw(st.sampled_from(["\n\n", "\n"]))
        end += len(parts[-1]) - 1
    return Document("".join(parts), paragraphs, parsed)


def _text_of(sentence: Sentence) -> str:
    """The words of a sentence, with blanks wherever there is none."""
    parts = []
    end = sentence.start
    for token in sentence.tokens:
        parts += [" " * (token.start - end), token.text]
        end = token.end
    return "".join(parts)


@st.composite
def candidates(
    draw: DrawFn,
    *,
    texts: SearchStrategy[str] = texts(min_size=1),
    sentences: SearchStrategy[Sentence | None] = st.none() | sentences(),
    max_others: int = 2,
) -> Candidate:
    """Candidates: any text with a target, perhaps a holder and others, perhaps parsed.

    Args:
        draw: Hypothesis' own.

        texts: The passages of those without a parse; never empty.

        sentences: The parses, which begin at 0; `None` for none.

        max_others: How many others there are at most; they may overlap anything.
    """
    sentence = draw(sentences)
    text = draw(texts) if sentence is None else _text_of(sentence)
    inside = spans(max_end=len(text))
    target = draw(inside)
    holder = draw(st.none() | inside)
    return Candidate(
        text,
        target,
        None if holder is None or holder.overlaps(target) else holder,
        others=draw(_several(inside, most=max_others)),
        sentence=sentence,
    )


# --- Composed news ---------------------------------------------------------------------------------


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
    praise = polarity is Polarity.POSITIVE
    fillings = {
        "adjective": draw(st.sampled_from(PRAISING_ADJECTIVES if praise else BLAMING_ADJECTIVES)),
        "verb": draw(st.sampled_from(PRAISING_VERBS if praise else BLAMING_VERBS)),
        "cue": draw(st.sampled_from(CUES)),
        "day": draw(st.sampled_from(DAYS)),
        "place": draw(st.sampled_from(PLACES)),
    }
    return _Plot(template, kind, polarity, fillings, draw(marks))


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


# --- What every stance scorer must do ----------------------------------------------------------------


def check_scorer(scorer: StanceScorer, *, max_examples: int = 50) -> None:
    """Draw candidates, and see whether a stance scorer keeps its promises.

    It answers each candidate once, in order, with a `Rating` or `None`; the same when asked again,
    alone, in another order, of a pickled copy (where it can be pickled) and with everybody renamed;
    and shows evidence inside the passage and outside the names. It is asked as the analyzer asks it:
    names are masked.

    Args:
        scorer: Whom to check.

        max_examples: How many batches of candidates to draw, and how many renamings.

    Raises:
        ScorerContractError: It broke a promise; tells which, for the smallest candidates found.

    Example:
        >>> class Random:
        ...     name = "random"
        ...     def score(self, candidates):
        ...         return []
        >>> check_scorer(Random())
        Traceback (most recent call last):
        ...
        stancekit.errors.ScorerContractError: stance scorer 'random' must answer once for each ...
    """
    name = getattr(scorer, "name", None)
    if not isinstance(name, str) or not name:
        msg = f"a stance scorer must have a 'name', a string that is not empty (got {name!r} of {scorer!r})"
        raise ScorerContractError(msg)
    promises = _Promises(scorer, _copy_of(scorer))
    batches = st.lists(_questions(), min_size=1, max_size=4)
    try:
        _run(promises.check_batch, batches, max_examples)
        _run(promises.check_renaming, _renamings(), max_examples)
    except Flaky as exc:
        msg = f"stance scorer {name!r} must answer the same every time (got other answers to one question)"
        raise ScorerContractError(msg) from exc


def _run(check: Callable[[T], None], drawn: SearchStrategy[T], max_examples: int) -> None:
    """The same examples each time, without the deadlines and health checks that are meant for test suites."""

    @settings(
        max_examples=max_examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate, Phase.shrink],
        report_multiple_bugs=False,
        suppress_health_check=[*HealthCheck],
    )
    @given(drawn)
    def run(example: T) -> None:
        check(example)

    run()


def _copy_of(scorer: StanceScorer) -> StanceScorer | None:
    try:
        there = pickle.dumps(scorer)
    except Exception:  # noqa: BLE001 - whatever a class raises that can't be pickled
        return None
    try:
        copy: StanceScorer = pickle.loads(there)  # noqa: S301 - our own bytes, from above
    except Exception as exc:
        msg = f"stance scorer {scorer.name!r} must come back from its own pickle (got {exc!r})"
        raise ScorerContractError(msg) from exc
    return copy


@frozen
class _Promises:
    """What a scorer promises, one method each."""

    scorer: StanceScorer
    copy: StanceScorer | None

    def check_batch(self, batch: Sequence[Candidate]) -> None:
        """Number, order, company, repetition, evidence."""
        answers = self._ask(self.scorer, batch)
        self._compare("asked again", batch, answers, self._ask(self.scorer, batch), tolerance=0)
        for candidate, answer in zip(batch, answers, strict=True):
            self._check_evidence(candidate, answer)
            self._compare("alone", [candidate], [answer], self._ask(self.scorer, [candidate]))
        backwards = self._ask(self.scorer, batch[::-1])
        self._compare("in another order", batch, answers, backwards[::-1])
        if self.copy is not None:
            self._compare("as a pickled copy", batch, answers, self._ask(self.copy, batch), tolerance=0)

    def check_renaming(self, pair: tuple[Candidate, Candidate]) -> None:
        """Who the actors are changes nothing."""
        candidate, renamed = pair
        answer, other = self._ask(self.scorer, [candidate]), self._ask(self.scorer, [renamed])
        self._check_evidence(candidate, answer[0])
        self._compare("with everybody renamed", [candidate], answer, other)

    def _ask(self, scorer: StanceScorer, batch: Sequence[Candidate]) -> list[Rating | None]:
        from .stances import rate

        try:
            return rate(scorer, batch)
        except ScorerContractError as exc:
            msg = f"{exc}, asked about {batch!r}"
            raise ScorerContractError(msg) from exc
        except Exception as exc:
            msg = f"stance scorer {scorer.name!r} must not fail (got {exc!r}, asked about {batch!r})"
            raise ScorerContractError(msg) from exc

    def _check_evidence(self, candidate: Candidate, answer: Rating | None) -> None:
        names = [candidate.target, *([candidate.holder] if candidate.holder else []), *candidate.others]
        for item in answer.evidence if answer else ():
            if item.end > len(candidate.text) or any(item.span.overlaps(name) for name in names):
                self._complain("show evidence inside the passage and outside the names", item, candidate)

    def _compare(
        self,
        how: str,
        batch: Sequence[Candidate],
        answers: Sequence[Rating | None],
        others: Sequence[Rating | None],
        *,
        tolerance: float = _TOLERANCE,
    ) -> None:
        for candidate, answer, other in zip(batch, answers, others, strict=True):
            if not _alike(answer, other, tolerance):
                self._complain(f"answer the same {how}", f"{answer!r} and {other!r}", candidate)

    def _complain(self, rule: str, got: object, candidate: Candidate) -> NoReturn:
        msg = f"stance scorer {self.scorer.name!r} must {rule} (got {got}, asked about {candidate!r})"
        raise ScorerContractError(msg)


def _alike(one: Rating | None, other: Rating | None, tolerance: float) -> bool:
    if one is None or other is None:
        return one is other
    if one.certainty != other.certainty or len(one.evidence) != len(other.evidence):
        return False
    pairs = [(getattr(one, p.value), getattr(other, p.value)) for p in Polarity]
    pairs += [(a.weight, b.weight) for a, b in zip(one.evidence, other.evidence, strict=True)]
    # Names of other lengths move evidence, but not the words.
    return all(abs(a - b) <= tolerance for a, b in pairs) and all(
        (a.text, a.facet) == (b.text, b.facet) for a, b in zip(one.evidence, other.evidence, strict=True)
    )


def _questions() -> SearchStrategy[Candidate]:
    """What a scorer may be asked: plain news, and whatever is legal with each actor in a place of its own."""
    apart = candidates().filter(_has_actors_apart)
    return news_sentences().map(NewsSentence.candidate) | apart


def _has_actors_apart(candidate: Candidate) -> bool:
    taken = sorted([candidate.target, *([candidate.holder] if candidate.holder else []), *candidate.others])
    return not any(left.overlaps(right) for left, right in pairwise(taken))


@st.composite
def _renamings(draw: DrawFn) -> tuple[Candidate, Candidate]:
    """The same sentence about different people, perhaps with the same parse."""
    plot = draw(_plots(polarities=_polarities, marks=st.sampled_from(MARKS)))
    one, other = (_compose(plot, draw(_casts(_people))).candidate() for _ in range(2))
    if draw(st.booleans()):
        return one, other
    parse = draw(_parses(*_split(one.text)))
    return evolve(one, sentence=parse), evolve(other, sentence=_reword(parse, *_split(other.text)))


def _split(text: str) -> tuple[list[str], list[Span]]:
    found = [*_WORD.finditer(text)]
    return [match[0] for match in found], [Span(*match.span()) for match in found]


def _reword(sentence: Sentence, words: Sequence[str], places: Sequence[Span]) -> Sentence:
    """The same tree over as many other words."""
    starts = {token.start: place.start for token, place in zip(sentence.tokens, places, strict=True)}
    ends = {token.end: place.end for token, place in zip(sentence.tokens, places, strict=True)}
    reworded = [
        evolve(
            token,
            start=place.start,
            end=place.end,
            text=word,
            lemma=word if token.lemma == token.text else word.lower(),
        )
        for token, word, place in zip(sentence.tokens, words, places, strict=True)
    ]
    found = [Name(Span(starts[name.span.start], ends[name.span.end]), name.kind) for name in sentence.names]
    return Sentence(reworded, found)


# --- Hypothesis' hook --------------------------------------------------------------------------------


STRATEGIES: Final[Mapping[type, Callable[[], SearchStrategy[Any]]]] = {
    Span: spans,
    SourceMap: source_maps,
    Article: articles,
    Boilerplate: boilerplates,
    Mention: mentions,
    Actor: actors,
    Narrator: lambda: st.just(NARRATOR),
    Quote: quotes,
    Evidence: evidences,
    Rating: ratings,
    Candidate: candidates,
    Stance: stances,
    AnalysisWarning: analysis_warnings,
    Analysis: analyses,
    Name: names,
    Token: tokens,
    Sentence: sentences,
    Document: documents,
}
"""What makes the strategy of each value; the package's hook gives it to ``st.from_type``."""

st.register_type_strategy(NewsSentence, news_sentences())
st.register_type_strategy(NewsArticle, news_articles())
