"""Who is spoken of, and by what words."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from ._fields import (
    as_number,
    as_tuple,
    check_text,
    clipped,
    counted,
    instance_of,
    non_empty_text,
    number,
    optional_name,
    tuple_of,
    word_of,
    wrong_type,
    wrong_value,
)
from ._span import Span
from ._words import ActorKind, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable

WIKIDATA_ID: Final = r"Q[1-9][0-9]{0,14}"
"""What an item of Wikidata is called, as a regular expression."""


@frozen(order=True)
class Mention:
    """Words that refer to an actor.

    Args:
        span: Where they stand.

        kind: A name, a nominal ("the senator") or a pronoun.
    """

    span: Span = field(validator=instance_of(Span, "a Span"))
    kind: MentionKind = field(default=MentionKind.NAME, converter=MentionKind, repr=word_of)

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.span.start

    @property
    def end(self) -> int:
        """Offset just past the last character."""
        return self.span.end


class Narrator:
    """The article's own voice; there is one, `NARRATOR`."""

    id: Final = "narrator"
    name: Final = "(narrator)"

    def __repr__(self) -> str:
        return "NARRATOR"

    def __reduce__(self) -> str:
        return "NARRATOR"


NARRATOR: Final = Narrator()
"""The holder of what an article says in its own voice."""


def _is_free(_: object, __: object, value: str) -> None:
    if value == NARRATOR.id:
        wrong_value("id", f"another than {NARRATOR.id!r}, which is the article's own voice", value)


def is_wikidata_id(_: object, __: object, value: Any) -> None:
    """A validator: the value is the id of an item of Wikidata, or `None`."""
    if value is None:
        return
    if not isinstance(value, str):
        wrong_type("wikidata", "a str or None", value)
    if not re.fullmatch(WIKIDATA_ID, value):
        wrong_value("wikidata", "the id of an item of Wikidata, such as Q42", value)


def _in_text_order(mentions: Iterable[Any]) -> tuple[Any, ...]:
    found = as_tuple(mentions)
    try:
        return tuple(sorted(found, key=attrgetter("start", "end", "kind")))
    except (AttributeError, TypeError):
        return found


@frozen(repr=False)
class Actor:
    """Somebody in an article: a person, an organization, a place, a group, an unnamed source.

    Args:
        id: Unique in its analysis, such as ``a1``.

        name: The fullest name found.

        kind: What sort of somebody.

        aliases: Other names for the same somebody.

        mentions: Where they are mentioned, in text order.

        salience: How much the article is about them, 0 to 1: the more often they are mentioned and the
            earlier first, the more.

        entry: The id of their entry in the registry, where they have one.

        wikidata: The id of their item in Wikidata, where that entry tells it.

    Raises:
        ValueError: The id or the name is empty, the salience is outside 0 to 1, or the id of the
            item is none.

    Example:
        >>> putin = Actor("a1", "Vladimir Putin", "person", aliases=["Putin"])
        >>> putin.goes_by("putin"), putin.goes_by("Trump")
        (True, False)
    """

    id: str = field(validator=[non_empty_text, _is_free])
    name: str = field(validator=non_empty_text)
    kind: ActorKind = field(converter=ActorKind)
    aliases: tuple[str, ...] = field(default=(), converter=as_tuple, validator=tuple_of(str, "strings"))
    mentions: tuple[Mention, ...] = field(
        default=(), converter=_in_text_order, validator=tuple_of(Mention, "Mentions")
    )
    salience: float = field(default=0.0, converter=as_number, validator=number(0, 1), kw_only=True)
    entry: str | None = field(default=None, validator=optional_name, kw_only=True)
    wikidata: str | None = field(default=None, validator=is_wikidata_id, kw_only=True)

    def goes_by(self, alias: str) -> bool:
        """Whether *alias* is one of the actor's names, in any casing."""
        check_text("alias", alias)
        wanted = alias.casefold()
        return any(wanted == known.casefold() for known in (self.name, *self.aliases))

    def __repr__(self) -> str:
        told = [self.kind.value, counted(len(self.mentions), "mention")]
        if self.entry is not None:
            told.append(f"entry {clipped(self.entry)!r}")
        return f"<Actor {clipped(self.id)} {clipped(self.name)}: {', '.join(told)}>"
