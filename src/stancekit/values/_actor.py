"""Who is spoken of, and by what words."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen
from attrs.validators import and_, ge, instance_of, le, matches_re, optional

from ._fields import as_sorted_tuple, as_tuple, count, non_empty_text
from ._span import Span
from ._words import ActorKind, MentionKind

WIKIDATA_ID: Final = r"Q[1-9][0-9]{0,14}"
"""What an item of Wikidata is called, as a regular expression."""


@frozen(order=True)
class Mention:
    """Words that refer to an actor.

    Args:
        span: Where they stand.

        kind: A name, a nominal ("the senator") or a pronoun.
    """

    span: Span = field(validator=instance_of(Span))
    kind: MentionKind = field(default=MentionKind.NAME, converter=MentionKind)

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
        msg = f"'id' must not be {NARRATOR.id!r}, which is the article's own voice (got {value!r})"
        raise ValueError(msg)


@frozen
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
    aliases: tuple[str, ...] = field(default=(), converter=as_tuple)
    mentions: tuple[Mention, ...] = field(default=(), converter=as_sorted_tuple, repr=count)
    salience: float = field(default=0.0, converter=float, validator=and_(ge(0.0), le(1.0)), kw_only=True)
    entry: str | None = field(default=None, validator=optional(non_empty_text), kw_only=True)
    wikidata: str | None = field(default=None, validator=optional(matches_re(WIKIDATA_ID)), kw_only=True)

    def goes_by(self, alias: str) -> bool:
        """Whether *alias* is one of the actor's names, in any casing."""
        wanted = alias.casefold()
        return any(wanted == known.casefold() for known in (self.name, *self.aliases))
