"""Quote extraction: a document and its actors in, attributions out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from ..actors._salience import with_salience
from ..lexicon._cues import Cues
from ..values import Actor, AnalysisWarning, Attitude, Quote, WarningKind
from .assembly._assemble import assemble_quotes
from .cues._attitudes import attitude
from .marks._marked_document import MarkedDocument
from .speakers._resolve import resolve_speakers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..values import Document
    from .assembly._draft_quote import DraftQuote
    from .speakers._resolve import ResolvedSpeaker


@frozen
class Attributions:
    """Who is reported to say what in a document.

    Args:
        quotes: The quotes, in text order.

        actors: The actors given, with mentions that quotes decide, and the unnamed sources.

        warnings: Speakers that could not be resolved, and marks without a partner.
    """

    quotes: tuple[Quote, ...] = ()
    actors: tuple[Actor, ...] = ()
    warnings: tuple[AnalysisWarning, ...] = ()


class QuoteFinder(Protocol):
    """**Protocol:** Extracts quotes, as `find_quotes` does for an `Analyzer`."""

    def __call__(self, document: Document, actors: Sequence[Actor], /) -> Attributions:
        """The quotes of a parsed text, whose speakers are among the actors that it gives."""
        ...


def find_quotes(
    document: Document, actors: Sequence[Actor] = (), *, cues: Cues | None = None
) -> Attributions:
    """Find the quotes of a document: content, cue, source and speaker.

    Args:
        document: The parsed text.

        actors: Who is mentioned in it; only they and unnamed sources can be speakers.

        cues: The reporting words of its language; the English ones by default.

    Returns:
        Direct, indirect, mixed and scare quotes; the actors with the mentions that quotes decide
        ("I" in a quote is its speaker) and with unnamed sources, such as "officials", behind those
        given; a warning for each unknown speaker, and for each paragraph with a quotation mark
        that has no partner.
    """
    marked = MarkedDocument.of(document, Cues.bundled() if cues is None else cues)
    drafts = assemble_quotes(marked)
    result = resolve_speakers(marked, drafts, actors)
    everybody = with_salience(result.actors, document.text)
    known = {actor.id: actor for actor in everybody}
    quotes: list[Quote] = []
    for number, (draft, resolved) in enumerate(zip(drafts, result.resolved, strict=True), 1):
        who = [known[speaker] for speaker in resolved.speakers]
        quotes.append(
            Quote(
                f"q{number}",
                draft.kind,
                draft.content,
                cue=draft.cue,
                attitude=_attitude(marked, draft),
                source=resolved.source,
                speakers=who,
                parent=None if draft.parent is None else quotes[draft.parent],
            )
        )
    warnings = [*_unbalanced(marked), *_unknown(marked, drafts, result.resolved)]
    return Attributions(tuple(quotes), everybody, tuple(sorted(warnings, key=_place)))


def _attitude(marked: MarkedDocument, draft: DraftQuote) -> Attitude:
    if draft.cue is None or draft.entry is None:
        return Attitude.NEUTRAL
    cue = marked.words[marked.first_from(draft.cue.start)]
    is_negated = cue.sentence.is_negated(cue.token)
    return attitude(draft.entry, draft.construction, is_negated=is_negated, verbs=cue.sentence.verbs)


def _place(warning: AnalysisWarning) -> tuple[int, str]:
    return (0 if warning.span is None else warning.span.start, warning.kind)


def _unbalanced(marked: MarkedDocument) -> Iterator[AnalysisWarning]:
    """A warning for the first mark without a partner in each paragraph."""
    marks = iter(marked.unbalanced)
    mark = next(marks, None)
    for paragraph in marked.document.paragraphs:
        first = mark
        while mark is not None and mark.start < paragraph.end:
            mark = next(marks, None)
        if first is not None and first is not mark:
            message = f"the quotation mark {first.of(marked.document.text)} has no partner"
            yield AnalysisWarning(WarningKind.UNBALANCED_MARK, message, first)


def _unknown(
    marked: MarkedDocument, drafts: Sequence[DraftQuote], resolved: Sequence[ResolvedSpeaker]
) -> Iterator[AnalysisWarning]:
    for draft, speaker in zip(drafts, resolved, strict=True):
        if speaker.unknown:
            named = "nobody" if draft.source is None else repr(draft.source.span.of(marked.document.text))
            message = f"the speaker can't be told (the text names {named})"
            yield AnalysisWarning(WarningKind.UNKNOWN_SPEAKER, message, draft.content[0])
