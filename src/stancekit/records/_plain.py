"""The converter, strict with plain things: no null becomes "None", no text a list of letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from reprlib import Repr
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar, get_args, get_origin

from cattrs import (
    BaseValidationError,
    Converter,
    IterableValidationError,
    transform_error,
)
from cattrs.errors import AttributeValidationNote, IterableValidationNote

from ..errors import ArticleFormatError
from ..values import Span
from ._surroundings import inside

if TYPE_CHECKING:
    Reader = Callable[[Any, Any], Any]

T = TypeVar("T")

converter: Final = Converter(unstruct_collection_overrides={tuple: list})
"""Turns every value into a record and back; `structure` also says where a record is wrong."""

FAULTS = (ValueError, TypeError, KeyError, BaseValidationError)

brief = Repr()
brief.maxstring = brief.maxother = brief.maxlong = 60
brief.maxlevel = 2


def structure(record: Any, type_: type[T], *, source: str = "<record>", place: str = "$") -> T:
    """Read a record as a value of one type, such as a `Candidate`.

    Args:
        record: The record.

        type_: What it should be.

        source: What to call the record in an error.

        place: Where in the source it stands, for the places of its faults.

    Raises:
        ArticleFormatError: The record breaks the type's rules; says all that is wrong, and where.

    Example:
        >>> from stancekit import Candidate
        >>> structure({"text": "Ann praised Bob.", "target": [12, 15]}, Candidate)
        Candidate(text='Ann praised Bob.', target=Span(12, 15), holder=None, others=())
    """
    try:
        return converter.structure(record, type_)
    except FAULTS as exc:
        faults = transform_error(exc, place, format_exception=_reason)
        raise ArticleFormatError(source, faults) from None


def _reason(exc: BaseException, _: type | None) -> str:
    """Prefer the value's own words over a general phrase."""
    return "required field missing" if isinstance(exc, KeyError) else str(exc.args[0])


def refuse(rule: str, value: Any) -> NoReturn:
    msg = f"must be {rule} (got {brief.repr(value)})"
    raise TypeError(msg)


def read_str(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        refuse("a string", value)
    return value


def read_int(value: Any, _: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        refuse("a whole number", value)
    return value


def read_float(value: Any, _: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        refuse("a number", value)
    try:
        return float(value)
    except OverflowError:
        refuse("a number that fits a float", value)


def read_word(value: Any, type_: type[StrEnum]) -> StrEnum:
    if isinstance(value, str) and value in type_.__members__.values():
        return type_(value)
    words = ", ".join(repr(word.value) for word in type_)
    msg = f"must be one of {words} (got {brief.repr(value)})"
    raise ValueError(msg)


def read_span(value: Any, _: Any) -> Span:
    if not isinstance(value, list | tuple) or len(value) != 2:
        refuse("[start, end]", value)
    return inside(Span(read_int(value[0], int), read_int(value[1], int)))


def is_tuple_of_any_length(type_: Any) -> bool:
    return get_origin(type_) is tuple and get_args(type_)[-1] is ...


def read_tuples(type_: Any, read_item: Reader | None = None) -> Callable[[Any, Any], tuple[Any, ...]]:
    """For ``tuple[X, ...]``: a list of X, each of whose faults is told."""
    (item_type, _) = get_args(type_)
    hook: Reader = read_item or converter.get_structure_hook(item_type)

    def read(values: Any, _: Any) -> tuple[Any, ...]:
        items, faults = [], []
        for index, value in enumerate(as_list(values)):
            try:
                items.append(hook(value, item_type))
            except FAULTS as exc:
                faults.append(at_index(exc, index))
        if faults:
            msg = "while reading a list"
            raise IterableValidationError(msg, faults, type_)
        return tuple(items)

    return read


def as_list(values: Any) -> list[Any] | tuple[Any, ...]:
    if not isinstance(values, list | tuple):
        refuse("a list", values)
    return values


def as_object(record: Any) -> Mapping[str, Any]:
    if not isinstance(record, Mapping):
        refuse("an object", record)
    return record


def at_index(exc: Exception, index: int | str) -> Exception:
    exc.add_note(IterableValidationNote(f"at {index}", index, None))
    return exc.with_traceback(None)  # of a hundred thousand faults, the frames would fill the memory


def at_field(exc: Exception, name: str) -> Exception:
    exc.add_note(AttributeValidationNote(f"in {name}", name, None))
    return exc


def read_texts(value: Any, type_: Any) -> tuple[str, ...]:
    """A hook for lists of strings; one that is no list stands for itself."""
    if isinstance(value, str):
        return (value,)
    return _read_strings(value, type_)


converter.register_structure_hook(str, read_str)
converter.register_structure_hook(int, read_int)
converter.register_structure_hook(float, read_float)
converter.register_structure_hook(StrEnum, read_word)
converter.register_structure_hook(Span, read_span)
converter.register_structure_hook_factory(is_tuple_of_any_length, read_tuples)
_read_strings: Final = read_tuples(tuple[str, ...])
