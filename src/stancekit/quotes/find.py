"""Document and actors in, quotes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from ..values import Actor, AnalysisWarning, Quote, WarningKind
from .assembly import assemble
from .reading import Reading
from .speakers import cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..values import Document
    from .assembly import Found


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


def find_quotes(document: Document, actors: Sequence[Actor] = ()) -> Attributions:
    """Find what is reported in a document, and who says it.

    Args:
        document: The parsed text.

        actors: Who is mentioned in it; only they and unnamed sources can be speakers.

    Returns:
        Direct, indirect, mixed and scare quotes; the actors with the mentions that quotes decide
        ("I" in a quote is its speaker) and with unnamed sources, such as "officials", behind those
        given; a warning for each unknown speaker, and for each paragraph with a quotation mark
        that has no partner.
    """
    reading = Reading.of(document)
    found = assemble(reading)
    result = cast(reading, found, actors)
    known = {actor.id: actor for actor in result.actors}
    quotes: list[Quote] = []
    told = zip(found, result.speakers, result.sources, strict=True)
    for number, (item, speaker, source) in enumerate(told, 1):
        quotes.append(
            Quote(
                f"q{number}",
                item.kind,
                item.content,
                cue=item.cue,
                source=source,
                speaker=None if speaker is None else known[speaker],
                parent=None if item.parent is None else quotes[item.parent],
            )
        )
    warnings = [*_unbalanced(reading), *_unknown(reading, found, result.unknown)]
    return Attributions(tuple(quotes), result.actors, tuple(sorted(warnings, key=_place)))


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


def _unknown(reading: Reading, found: Sequence[Found], unknown: Sequence[bool]) -> Iterator[AnalysisWarning]:
    for item, is_unknown in zip(found, unknown, strict=True):
        if is_unknown:
            named = "nobody" if item.source is None else repr(item.source.span.of(reading.document.text))
            message = f"the speaker can't be told (the text names {named})"
            yield AnalysisWarning(WarningKind.UNKNOWN_SPEAKER, message, item.content[0])
