"""Strategies for every value: whatever is legal, unless their options say otherwise."""

# ruff: noqa: B008 - strategies are values: making one draws nothing
from __future__ import annotations

import datetime as dt
import re
import sys
from typing import TYPE_CHECKING, Any, Final, TypeVar

from hypothesis import strategies as st

from ..values import (
    NARRATOR,
    Actor,
    ActorKind,
    Analysis,
    AnalysisWarning,
    Article,
    Attitude,
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
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy


T = TypeVar("T")

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
    saliences: SearchStrategy[float] = st.floats(0, 1),
) -> SearchStrategy[Actor]:
    """Actors of any name, with or without mentions, known to a registry or not."""
    return st.builds(
        Actor,
        ids,
        names,
        kinds,
        aliases=_several(names, most=2),
        mentions=_several(mentions),
        salience=saliences,
        entry=st.none() | names,
        wikidata=st.none() | _wikidata_ids(),
    )


def _wikidata_ids() -> SearchStrategy[str]:
    """Ids of items in Wikidata, most of which nobody has made."""
    return st.integers(1, 10**9).map("Q{}".format)


@st.composite
def quotes(
    draw: DrawFn,
    *,
    ids: SearchStrategy[str] = _ids,
    kinds: SearchStrategy[QuoteKind] = st.sampled_from(QuoteKind),
    spans: SearchStrategy[Span] = spans(),
    speakers: SearchStrategy[Actor | None] = st.none() | actors(),
    attitudes: SearchStrategy[Attitude] = st.sampled_from(Attitude),
    parents: SearchStrategy[Quote | None] = st.none(),
    max_parts: int = 3,
) -> Quote:
    """Quotes whose content stands in text order and never overlaps.

    Args:
        draw: Hypothesis' own.

        ids: What they are called.

        kinds: Direct, indirect, mixed, scare.

        spans: Where the content, the cue and the source may stand.

        speakers: Who says it; sometimes two do.

        attitudes: How the cue stands to it.

        parents: What they are nested in.

        max_parts: How many spans of content there are at most.
    """
    content: list[Span] = []
    for part in sorted(draw(st.lists(spans, min_size=1, max_size=max_parts))):
        if not content or content[-1].end <= part.start:
            content.append(part)
    maybe = st.none() | spans
    cue, source = draw(maybe), draw(maybe)
    drawn = dict.fromkeys([draw(speakers), draw(speakers)] if draw(st.booleans()) else [draw(speakers)])
    who = tuple(speaker for speaker in drawn if speaker is not None)
    return Quote(
        draw(ids),
        draw(kinds),
        content,
        cue=cue,
        attitude=draw(attitudes),
        source=source,
        speakers=who,
        parent=draw(parents),
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
