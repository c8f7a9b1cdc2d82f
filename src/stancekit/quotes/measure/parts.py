"""The parts that the figures can be made without, each taken out where rooms meet.

Nothing in the finder knows of this: what goes into it is thinned out, or what comes out of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ...values import Actor, ActorKind, Document, MentionKind, Quote, QuoteKind, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...values import Token


def _as_is(item: Document) -> Document:
    return item


def _all_actors(actors: Sequence[Actor]) -> Sequence[Actor]:
    return actors


def _all_quotes(_: Document, quote: Quote) -> Quote | None:
    return quote


@frozen
class Part:
    """What is left out.

    Args:
        about: The part, in words.

        reads: What becomes of the parsed article.

        knows: Which of its actors are known.

        keeps: What becomes of a quote found; `None` leaves it out.
    """

    about: str
    reads: Callable[[Document], Document] = _as_is
    knows: Callable[[Sequence[Actor]], Sequence[Actor]] = _all_actors
    keeps: Callable[[Document, Quote], Quote | None] = _all_quotes


WHOLE = Part("nothing")


def _without_kind(kind: QuoteKind) -> Part:
    return Part(f"{kind.value} quotes", keeps=lambda _, quote: None if quote.kind is kind else quote)


def _without_cues(about: str, *tags: str) -> Part:
    """Quotes whose cue begins with a word of one of these parts of speech."""

    def keeps(document: Document, quote: Quote) -> Quote | None:
        return None if _tag(document, quote) in tags else quote

    return Part(about, keeps=keeps)


def _tag(document: Document, quote: Quote) -> str:
    sentence = None if quote.cue is None else document.sentence_at(quote.cue.start)
    words = () if sentence is None or quote.cue is None else sentence.within(quote.cue)
    return words[0].pos if words else ""


def _without_mentions(kind: MentionKind) -> Callable[[Sequence[Actor]], Sequence[Actor]]:
    return lambda actors: [
        evolve(actor, mentions=[mention for mention in actor.mentions if mention.kind is not kind])
        for actor in actors
    ]


def _untold(quote: Quote) -> Quote:
    return evolve(quote, source=None, speaker=None, speakers=())


def _without_continuing(_: Document, quote: Quote) -> Quote:
    return _untold(quote) if quote.cue is None else quote


def _without_unnamed(_: Document, quote: Quote) -> Quote:
    speakers = [speaker for speaker in quote.speakers if speaker.kind is not ActorKind.UNNAMED]
    return evolve(quote, speaker=speakers[0] if speakers else None, speakers=speakers)


def _without_parse(document: Document) -> Document:
    """The words and their parts of speech, with nothing governing anything."""
    sentences = [Sentence(list(map(_alone, s.tokens)), s.names) for s in document.sentences]
    return evolve(document, sentences=sentences)


def _alone(token: Token) -> Token:
    return evolve(token, dep="root" if token.index == 0 else "dep", head=0)


PARTS: dict[str, Part] = {
    **{kind.value: _without_kind(kind) for kind in QuoteKind},
    "nested": Part("quotes in quotes", keeps=lambda _, quote: None if quote.parent else quote),
    "verbs": _without_cues("cues that are verbs", "VERB", "AUX"),
    "nouns": _without_cues("cues that are nouns", "NOUN"),
    "adjectives": _without_cues("cues that are adjectives", "ADJ"),
    "phrases": _without_cues("cues such as “according to”", "ADP", "ADV", "SCONJ"),
    "continuing": Part("speakers of quotes without a cue", keeps=_without_continuing),
    "unnamed": Part("sources without a name", keeps=_without_unnamed),
    "pronouns": Part("mentions that are pronouns", knows=_without_mentions(MentionKind.PRONOUN)),
    "nominals": Part("mentions that are nouns", knows=_without_mentions(MentionKind.NOMINAL)),
    "actors": Part("actors", knows=lambda _: ()),
    "parse": Part("the parse; marks and words are left", reads=_without_parse),
}
"""What ``--without`` can leave out."""
