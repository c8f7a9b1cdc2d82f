"""Who is known beforehand, one by one: names, offices with dates, ids."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, fields, frozen

from ...values import ActorKind
from ...values._actor import is_wikidata_id
from ...values._fields import (
    as_tuple,
    instance_of,
    non_empty_text,
    optional_text,
    tuple_of,
    word_of,
    wrong_type,
    wrong_value,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrs import Attribute

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
PRONOUNS = ("he", "she", "they", "it")


def _as_first_day(value: Any) -> Any:
    return _as_day(value, last=False)


def _as_last_day(value: Any) -> Any:
    return _as_day(value, last=True)


def _as_day(value: Any, *, last: bool) -> Any:
    """A date; of a month or a year, the first or the last one."""
    if isinstance(value, dt.datetime):
        return value.date()
    if not isinstance(value, str):
        return value
    found = _DATE.fullmatch(value.strip())
    if found is not None:
        year, month, day = int(found[1]), int(found[2] or last * 11 + 1), int(found[3] or 0)
        with suppress(ValueError):
            return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    return value


def _lower(value: str) -> str:
    return value.lower() if hasattr(value, "lower") else value


def _as_lower_texts(value: Any) -> tuple[str, ...]:
    found = _as_texts(value)
    return tuple(map(_lower, found)) if isinstance(found, tuple) else found


def _as_texts(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else as_tuple(value)


def _as_roles(value: Iterable[Role]) -> tuple[Role, ...]:
    return as_tuple(value)


def _is_day(_: object, attribute: Attribute[Any], value: Any) -> None:
    if isinstance(value, str):
        wrong_value(attribute.name, _DAY, value)
    if value is not None and not isinstance(value, dt.date):
        wrong_type(attribute.name, f"{_DAY}, or None", value)


def _is_pronoun(_: object, __: object, value: Any) -> None:
    if value is not None and value not in PRONOUNS:
        wrong_value("pronoun", f"one of {', '.join(map(repr, PRONOUNS))}", value)


_DAY = "a date, a month or a year, such as 2021-05-06"
_texts = tuple_of(str, "strings")


@frozen
class Role:
    """An office that somebody holds or held.

    Args:
        title: The office in lower case, such as ``"prime minister"``.

        of: The name of the state or organization it belongs to, as the registry has it.

        start: The first day in office, a date or ISO 8601 text, which may be a month or a year; `None`
            when not known.

        end: The last day, likewise; `None` while it lasts.

    Example:
        >>> Role("president", "France", "2012-05-15", "2017-05-14").held_on(dt.date(2016, 1, 1))
        True
    """

    title: str = field(converter=_lower, validator=non_empty_text)
    of: str | None = field(default=None, validator=optional_text)
    start: dt.date | None = field(default=None, converter=_as_first_day, validator=_is_day)
    end: dt.date | None = field(default=None, converter=_as_last_day, validator=_is_day)

    @end.validator
    def _check_term(self, _: Attribute[dt.date | None], end: dt.date | None) -> None:
        if self.start is not None and end is not None and end < self.start:
            msg = f"'end' must not lie before 'start', {self.start} (got {end})"
            raise ValueError(msg)

    def held_on(self, day: dt.date) -> bool:
        """Whether the term includes *day*."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@frozen
class Entry:
    """Somebody that a registry knows.

    Args:
        id: Unique in its registry; yours to choose.

        name: The usual name.

        kind: What sort of somebody.

        aliases: Other names, without titles and articles. In a text they are found as whole words
            that begin with a capital; beyond that, casing counts only in acronyms ("US", not "us").

        pronoun: ``he``, ``she``, ``they`` or ``it``, where known.

        roles: Offices held; one binds on the days of its term alone.

        parties: Parties belonged to, as adjectives: ``("republican",)``.

        wikidata: The id of the item in Wikidata, such as ``Q42``.

        demonyms: For a state, the words for its people: ``("French", "Frenchman")``.

        capitals: For a state, cities that may stand for its government.

        seats: For a state, buildings and streets that do: ``("Kremlin",)``.

        ambiguous: Whether the name is often somebody else's, as Jordan's and Georgia's are.

    Raises:
        ValueError: The id or the name is empty, the pronoun is not one of the four, or the id of the
            item is none.

    Example:
        >>> Entry("Q1", "Lettice Crane", "person", aliases=["Crane"], roles=[Role("mayor")]).names
        ('Lettice Crane', 'Crane')
    """

    id: str = field(validator=non_empty_text)
    name: str = field(validator=non_empty_text)
    kind: ActorKind = field(converter=ActorKind, repr=word_of)
    aliases: tuple[str, ...] = field(default=(), converter=_as_texts, validator=_texts, kw_only=True)
    pronoun: str | None = field(default=None, validator=_is_pronoun, kw_only=True)
    roles: tuple[Role, ...] = field(
        default=(), converter=_as_roles, validator=tuple_of(Role, "Roles"), kw_only=True
    )
    parties: tuple[str, ...] = field(default=(), converter=_as_lower_texts, validator=_texts, kw_only=True)
    wikidata: str | None = field(default=None, validator=is_wikidata_id, kw_only=True)
    demonyms: tuple[str, ...] = field(default=(), converter=_as_texts, validator=_texts, kw_only=True)
    capitals: tuple[str, ...] = field(default=(), converter=_as_texts, validator=_texts, kw_only=True)
    seats: tuple[str, ...] = field(default=(), converter=_as_texts, validator=_texts, kw_only=True)
    ambiguous: bool = field(default=False, validator=instance_of(bool, "True or False"), kw_only=True)

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)

    @property
    def is_state(self) -> bool:
        """Whether it has a people or a seat of government."""
        return bool(self.demonyms or self.capitals or self.seats)

    def completed(self, known: Entry) -> Entry:
        """This entry, with what it leaves out taken from another of the same somebody."""
        told = {name: getattr(self, name) or getattr(known, name) for name in _OPTIONAL}
        return evolve(self, **told)

    def in_office(self, day: dt.date) -> bool:
        """Whether it holds any office on a day."""
        return any(role.held_on(day) for role in self.roles)


_OPTIONAL = tuple(column.name for column in fields(Entry) if column.kw_only and column.name != "ambiguous")
