"""The parts that the figures can be made without, each taken out where rooms meet.

Nothing in the finder knows of this: what goes into it is thinned out, or what comes out of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ...lexicon._cues import CueClass, Cues, matching
from ...quotes.cues._cued_sentence import SPEECH_CLASSES
from ...quotes.marks._marked_document import MARK_CHARACTERS
from ...values import Actor, ActorKind, Document, MentionKind, Quote, QuoteKind, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...lexicon._cues import Cue
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


def _words(document: Document, quote: Quote) -> tuple[Token, ...]:
    """The words of a quote's cue."""
    sentence = None if quote.cue is None else document.sentence_at(quote.cue.start)
    return () if sentence is None or quote.cue is None else tuple(sentence.within(quote.cue))


def _tag(document: Document, quote: Quote) -> str:
    words = _words(document, quote)
    return words[0].pos if words else ""


def _entry(document: Document, quote: Quote) -> Cue | None:
    """What the lexicon says of a quote's cue."""
    words = _words(document, quote)
    if not words:
        return None
    first, cues = words[0], Cues.bundled()
    nominal = {"NOUN": cues.nouns, "ADJ": cues.adjectives}.get(first.pos, {})
    entries = cues.of_verb(first) or nominal.get(first.lemma) or cues.phrases.get(first.text.lower(), ())
    return matching(entries, words, 0)


def _without_classes(about: str, *classes: CueClass) -> Part:
    """Quotes whose cue reports something of these sorts."""

    def keeps(document: Document, quote: Quote) -> Quote | None:
        entry = _entry(document, quote)
        return None if entry is not None and entry.kind in classes else quote

    return Part(about, keeps=keeps)


def _shape(document: Document, quote: Quote) -> str:
    """What the words of a quote without marks are: a clause, an infinitive or a phrase."""
    if quote.kind is not QuoteKind.INDIRECT:
        return ""
    sentence = document.sentence_at(quote.start)
    words = [] if sentence is None else [token for span in quote.content for token in sentence.within(span)]
    if any(token.has("VerbForm=Fin") and token.relation != "acl" for token in words):
        return "clause"
    return "infinitive" if any(token.has("VerbForm=Inf") for token in words) else "phrase"


def _without_shape(shape: str) -> Part:
    about = f"unmarked words that are a {shape}" if shape != "infinitive" else "unmarked infinitives"
    return Part(about, keeps=lambda document, quote: None if _shape(document, quote) == shape else quote)


def _without_marks(document: Document) -> Document:
    """The text with a space for each quotation mark; an apostrophe is none."""
    text = f" {document.text} "
    letters = (
        " " if mark in MARK_CHARACTERS and not (before.isalnum() and behind.isalnum()) else mark
        for before, mark, behind in zip(text, text[1:], text[2:], strict=False)
    )
    return evolve(document, text="".join(letters))


def _without_mentions(kind: MentionKind) -> Callable[[Sequence[Actor]], Sequence[Actor]]:
    return lambda actors: [
        evolve(actor, mentions=[mention for mention in actor.mentions if mention.kind is not kind])
        for actor in actors
    ]


def _untold(quote: Quote) -> Quote:
    return evolve(quote, source=None, speakers=())


def _without_continuing(_: Document, quote: Quote) -> Quote:
    return _untold(quote) if quote.cue is None else quote


def _without_unnamed(_: Document, quote: Quote) -> Quote:
    speakers = [speaker for speaker in quote.speakers if speaker.kind is not ActorKind.UNNAMED]
    return evolve(quote, speakers=speakers)


def _without_parse(document: Document) -> Document:
    """The words and their parts of speech, with nothing governing anything."""
    sentences = [Sentence(list(map(_alone, s.tokens)), s.names) for s in document.sentences]
    return evolve(document, sentences=sentences)


def _alone(token: Token) -> Token:
    return evolve(token, dep="root" if token.index == 0 else "dep", head=0)


_JUDGING = (CueClass.PRAISING, CueClass.BLAMING, CueClass.CALLING)
_THINKING = (CueClass.THINKING, CueClass.WANTING, CueClass.FEARING)

PARTS: dict[str, Part] = {
    **{kind.value: _without_kind(kind) for kind in QuoteKind},
    "nested": Part("quotes in quotes", keeps=lambda _, quote: None if quote.parent else quote),
    "verbs": _without_cues("cues that are verbs", "VERB", "AUX"),
    "nouns": _without_cues("cues that are nouns", "NOUN"),
    "adjectives": _without_cues("cues that are adjectives", "ADJ"),
    "phrases": _without_cues("cues such as “according to”", "ADP", "ADV", "SCONJ"),
    "speech": _without_classes("cues of saying, writing and asking", *SPEECH_CLASSES),
    "thinking": _without_classes("cues of thinking, wanting and fearing", *_THINKING),
    "judging": _without_classes("cues of praising, blaming and calling names", *_JUDGING),
    "showing": _without_classes("cues of showing", CueClass.SHOWING),
    "clauses": _without_shape("clause"),
    "infinitives": _without_shape("infinitive"),
    "noun-phrases": _without_shape("phrase"),
    "continuing": Part("speakers of quotes without a cue", keeps=_without_continuing),
    "unnamed": Part("sources without a name", keeps=_without_unnamed),
    "pronouns": Part("mentions that are pronouns", knows=_without_mentions(MentionKind.PRONOUN)),
    "nominals": Part("mentions that are nouns", knows=_without_mentions(MentionKind.NOMINAL)),
    "actors": Part("actors", knows=lambda _: ()),
    "marks": Part("quotation marks", reads=_without_marks),
    "parse": Part("the parse; marks and words are left", reads=_without_parse),
}
"""What ``--without`` can leave out."""
