"""Document and actors in, quotes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from ..actors._salience import with_salience
from ..lexicon._cues import Cues
from ..values import Actor, AnalysisWarning, Attitude, Quote, WarningKind
from .assembly._assemble import assemble
from .cues._attitudes import attitude, is_negated
from .marks._marked_document import Reading
from .speakers._resolve import cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..values import Document
    from .assembly._found import Found
    from .speakers._resolve import Told


@frozen
class Attributions:
    """Who is reported to say what in a document.

    Args:
        quotes: The quotes, in text order.

        actors: The actors given, with what the quotes tell about them, and the unnamed sources.

        warnings: What could not be told.
    """

    quotes: tuple[Quote, ...] = ()
    actors: tuple[Actor, ...] = ()
    warnings: tuple[AnalysisWarning, ...] = ()


class QuoteFinder(Protocol):
    """**Protocol:** Finds what is reported, as `find_quotes` does for an `Analyzer`."""

    def __call__(self, document: Document, actors: Sequence[Actor], /) -> Attributions:
        """The quotes of a parsed text, whose speakers are among the actors that it gives."""
        ...


def find_quotes(
    document: Document, actors: Sequence[Actor] = (), *, cues: Cues | None = None
) -> Attributions:
    """Find what is reported in a document, and who says it.

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
    reading = Reading.of(document, Cues.bundled() if cues is None else cues)
    found = assemble(reading)
    result = cast(reading, found, actors)
    everybody = with_salience(result.actors, document.text)
    known = {actor.id: actor for actor in everybody}
    quotes: list[Quote] = []
    for number, (item, told) in enumerate(zip(found, result.told, strict=True), 1):
        who = [known[speaker] for speaker in told.speakers]
        quotes.append(
            Quote(
                f"q{number}",
                item.kind,
                item.content,
                cue=item.cue,
                attitude=_attitude(reading, item),
                source=told.source,
                speaker=who[0] if who else None,
                speakers=who,
                parent=None if item.parent is None else quotes[item.parent],
            )
        )
    warnings = [*_unbalanced(reading), *_unknown(reading, found, result.told)]
    return Attributions(tuple(quotes), everybody, tuple(sorted(warnings, key=_place)))


def _attitude(reading: Reading, item: Found) -> Attitude:
    if item.cue is None or item.entry is None:
        return Attitude.NEUTRAL
    cue = reading.words[reading.first_from(item.cue.start)]
    return attitude(item.entry, item.frame, is_negated=is_negated(cue.sentence, cue.token))


def _place(warning: AnalysisWarning) -> tuple[int, str]:
    return (0 if warning.span is None else warning.span.start, warning.kind)


def _unbalanced(reading: Reading) -> Iterator[AnalysisWarning]:
    """A warning for the first lone mark of each paragraph."""
    marks = iter(reading.unbalanced)
    mark = next(marks, None)
    for paragraph in reading.document.paragraphs:
        first = mark
        while mark is not None and mark.start < paragraph.end:
            mark = next(marks, None)
        if first is not None and first is not mark:
            message = f"the quotation mark {first.of(reading.document.text)} has no partner"
            yield AnalysisWarning(WarningKind.UNBALANCED_MARK, message, first)


def _unknown(reading: Reading, found: Sequence[Found], told: Sequence[Told]) -> Iterator[AnalysisWarning]:
    for item, speaker in zip(found, told, strict=True):
        if speaker.unknown:
            named = "nobody" if item.source is None else repr(item.source.span.of(reading.document.text))
            message = f"the speaker can't be told (the text names {named})"
            yield AnalysisWarning(WarningKind.UNKNOWN_SPEAKER, message, item.content[0])
