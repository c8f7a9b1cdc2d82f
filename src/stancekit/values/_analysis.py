"""What is found in one article."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from ._actor import NARRATOR, Actor, Narrator
from ._article import Article, Boilerplate
from ._fields import as_tuple, check_text, clipped, counted, instance_of, optional, shown, text, tuple_of
from ._quote import Quote
from ._span import Span, check_spans
from ._stance import Stance
from ._versions import as_versions
from ._words import WarningKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attrs import Attribute
    from rich.console import Console, ConsoleOptions, RenderResult


@frozen(repr=False)
class AnalysisWarning:
    """Something that could not be done, or was done with doubt.

    Args:
        kind: What happened.

        message: The same in words.

        span: Where, if anywhere.
    """

    kind: WarningKind = field(converter=WarningKind)
    message: str = field(validator=text)
    span: Span | None = field(default=None, validator=optional(Span, "a Span"))

    def __repr__(self) -> str:
        place = "" if self.span is None else f" at {self.span.start}-{self.span.end}"
        return f"<AnalysisWarning {self.kind.value}{place}: {clipped(self.message, _MESSAGE)}>"


_MESSAGE: Final = 100
"""Characters of a warning's message that its `repr` tells."""

_LISTED: Final = 10
"""Actors that are named where none goes by a name."""


@frozen(repr=False)
class Analysis:
    """An article and all that was found in it, each tuple in text order.

    Args:
        article: The article, as given.

        actors: Who is spoken of.

        quotes: Who is reported to say what.

        stances: Who evaluates whom, how.

        warnings: What could not be done.

        boilerplate: Passages that are not part of the story.

        versions: What made the analysis: of ``stancekit``, the ``language`` model, the ``scorer`` ...

    Raises:
        ValueError: A span reaches past the text, or a quote or a stance names an actor that is
            not among ``actors``.
    """

    article: Article = field(validator=instance_of(Article, "an Article"))
    actors: tuple[Actor, ...] = field(
        default=(), converter=as_tuple, validator=tuple_of(Actor, "Actors"), kw_only=True
    )
    quotes: tuple[Quote, ...] = field(
        default=(), converter=as_tuple, validator=tuple_of(Quote, "Quotes"), kw_only=True
    )
    stances: tuple[Stance, ...] = field(
        default=(), converter=as_tuple, validator=tuple_of(Stance, "Stances"), kw_only=True
    )
    warnings: tuple[AnalysisWarning, ...] = field(
        default=(), converter=as_tuple, validator=tuple_of(AnalysisWarning, "AnalysisWarnings"), kw_only=True
    )
    boilerplate: tuple[Boilerplate, ...] = field(
        default=(), converter=as_tuple, validator=tuple_of(Boilerplate, "Boilerplate"), kw_only=True
    )
    versions: Mapping[str, str] = field(default=(), converter=as_versions, kw_only=True)

    @actors.validator
    def _check_actors(self, _: Attribute[tuple[Actor, ...]], actors: tuple[Actor, ...]) -> None:
        for actor in actors:
            check_spans(self.article.text, f"mentions of {actor.name}", (m.span for m in actor.mentions))
        _check_unique("actors", [actor.id for actor in actors])

    @quotes.validator
    def _check_quotes(self, _: Attribute[tuple[Quote, ...]], quotes: tuple[Quote, ...]) -> None:
        known = {actor.id for actor in self.actors}
        _check_unique("quotes", [quote.id for quote in quotes])
        listed = {quote.id: quote for quote in quotes}
        for quote in quotes:
            check_spans(self.article.text, f"content of quote {quote.id}", quote.content)
            for part, span in (("cue", quote.cue), ("source", quote.source)):
                check_spans(self.article.text, f"{part} of quote {quote.id}", [] if span is None else [span])
            if quote.parent is not None and not _is_listed(quote.parent, listed):
                msg = f"'parent' of quote {quote.id} must be one of the quotes (got {quote.parent.id!r})"
                raise ValueError(msg)
            for speaker in quote.speakers:
                if speaker.id not in known:
                    msg = f"'speaker' of quote {quote.id} must be one of the actors (got {speaker.name!r})"
                    raise ValueError(msg)

    @stances.validator
    def _check_stances(self, _: Attribute[tuple[Stance, ...]], stances: tuple[Stance, ...]) -> None:
        known = {NARRATOR.id, *(actor.id for actor in self.actors)}
        _check_unique("stances", [stance.id for stance in stances])
        listed = {quote.id: quote for quote in self.quotes}
        for stance in stances:
            check_spans(self.article.text, f"sentence of stance {stance.id}", [stance.sentence])
            if stance.quote is not None and not _is_listed(stance.quote, listed):
                msg = f"'quote' of stance {stance.id} must be one of the quotes (got {stance.quote.id!r})"
                raise ValueError(msg)
            for role, somebody in (("holder", stance.holder), ("target", stance.target)):
                if somebody.id not in known:
                    msg = f"{role!r} of stance {stance.id} must be one of the actors (got {somebody.name!r})"
                    raise ValueError(msg)

    @warnings.validator
    def _check_warnings(
        self, _: Attribute[tuple[AnalysisWarning, ...]], warnings: tuple[AnalysisWarning, ...]
    ) -> None:
        check_spans(self.article.text, "warnings", (w.span for w in warnings if w.span is not None))

    @boilerplate.validator
    def _check_boilerplate(
        self, _: Attribute[tuple[Boilerplate, ...]], passages: tuple[Boilerplate, ...]
    ) -> None:
        check_spans(self.article.text, "boilerplate", (passage.span for passage in passages))

    @cached_property
    def _by_alias(self) -> dict[str, list[Actor]]:
        table: dict[str, list[Actor]] = {}
        for actor in self.actors:
            for alias in dict.fromkeys(name.casefold() for name in (actor.name, *actor.aliases)):
                table.setdefault(alias, []).append(actor)
        return table

    def actor(self, alias: str) -> Actor:
        """The actor that goes by *alias*, in any casing, or has it for the id of its registry entry.

        Where several do, a full name wins over an alias, then who is mentioned more often.

        Raises:
            TypeError: The alias is no `str`.

            LookupError: Nobody does; the message names who there is.
        """
        check_text("alias", alias)
        found = self._by_alias.get(alias.casefold()) or [a for a in self.actors if a.entry == alias]
        if not found:
            raise LookupError(self._nobody(alias))
        return max(found, key=lambda a: (a.name.casefold() == alias.casefold(), len(a.mentions)))

    def _nobody(self, alias: str) -> str:
        wanted = alias.casefold()
        near = [name for name in self._by_alias if wanted in name.split()]
        near += get_close_matches(wanted[:_MESSAGE], self._by_alias, n=1)
        hint = f"; did you mean {clipped(self._by_alias[near[0]][0].name)!r}?" if near else ""
        known = ", ".join(clipped(actor.name) for actor in self.actors[:_LISTED]) or "nobody"
        more = len(self.actors) - _LISTED
        others = f" and {more:,} more" if more > 0 else ""
        return f"no actor goes by {shown(alias)} here (there are: {known}{others}){hint}"

    def _somebody(self, name: str, who: Actor | Narrator | str) -> Actor | Narrator:
        if isinstance(who, Actor | Narrator):
            return who
        if not isinstance(who, str):
            msg = f"{name!r} must be an Actor or a name (got {shown(who)})"
            raise TypeError(msg)
        return self.actor(who)

    def toward(self, target: Actor | str, *, by: Actor | Narrator | str | None = None) -> tuple[Stance, ...]:
        """The stances towards a target, in text order.

        Args:
            target: The actor or an alias.

            by: Only those of this holder: an actor, an alias, or `NARRATOR`.

        Raises:
            TypeError: One of them is neither.

            LookupError: Nobody goes by the alias given.
        """
        wanted = self._somebody("target", target)
        holder = None if by is None else self._somebody("by", by)
        return tuple(
            s
            for s in self.stances
            if s.target.id == wanted.id and (holder is None or s.holder.id == holder.id)
        )

    def said_by(self, speaker: Actor | str) -> tuple[Quote, ...]:
        """The quotes of one speaker, in text order.

        Raises:
            TypeError: The speaker is neither an actor nor an alias.

            LookupError: Nobody goes by the alias given.
        """
        wanted = self._somebody("speaker", speaker)
        return tuple(q for q in self.quotes if any(speaker.id == wanted.id for speaker in q.speakers))

    def to_frame(self, table: str = "stances", *, library: str | None = None) -> Any:
        """A tidy table of the analysis, for pandas, polars or pyarrow.

        Args:
            table: ``stances``, ``evidence``, ``quotes`` or ``actors``: what its rows are.

            library: ``pandas``, ``polars`` or ``pyarrow``; `None` for the first of them that is
                imported already, or else installed.

        Raises:
            ValueError: No table or library goes by the name.

            ImportError: The library is not installed.
        """
        return _display().as_frame([self], table, library=library)

    def __repr__(self) -> str:
        name = clipped(self.article.title or self.article.id, _MESSAGE)
        counts = [
            counted(len(self.actors), "actor"),
            counted(len(self.quotes), "quote"),
            counted(len(self.stances), "stance"),
            counted(len(self.warnings), "warning"),
        ]
        return f"<Analysis of {name!r}: {', '.join(counts)}>"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield _display().as_terminal_table(self)

    def _repr_html_(self) -> str:
        return str(_display().as_html(self))

    def __iter__(self) -> Iterator[Stance]:
        return iter(self.stances)


def _display() -> Any:
    """What shows an analysis: the values' one way to a room behind theirs, taken when it is needed."""
    from ..report import _display

    return _display


def _is_listed(quote: Quote, listed: Mapping[str, Quote]) -> bool:
    # Identity first: it is the usual case, and equality follows chains of parents.
    found = listed.get(quote.id)
    return found is quote or found == quote


def _check_unique(name: str, ids: list[str]) -> None:
    if len(set(ids)) != len(ids):
        double = next(i for i in ids if ids.count(i) > 1)
        msg = f"{name!r} must have unique ids (got {double!r} more than once)"
        raise ValueError(msg)
