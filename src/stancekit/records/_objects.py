"""Objects as attrs classes: all their faults at once, each with its place."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from attrs import NOTHING, Factory, fields, resolve_types
from cattrs import (
    ClassValidationError,
)

from ..values import Span
from ._plain import FAULTS, T, as_object, at_field, brief, converter
from ._surroundings import inside

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from ._plain import Reader


def reader_of(
    cls: type[Any],
    *,
    flat: bool = False,
    closed: bool = False,
    keys: Mapping[str, str] | None = None,
    **hooks: Reader,
) -> Reader:
    """Read an object as *cls*, field by field.

    Unlike the hooks that cattrs generates, this one tells the faults of all fields, and those that the
    value's own rules find among them.

    Args:
        cls: An attrs class.

        flat: Whether its span is written as ``start`` and ``end`` of the object itself.

        closed: Whether a key that stands for no field is a fault; it is ignored elsewhere.

        keys: Of fields that are called otherwise in records.

        hooks: For some fields, instead of the converter's own.
    """
    resolve_types(cls)
    if flat:
        hooks["span"] = _read_ends
    columns = [(f, hooks.get(f.name) or converter.get_structure_hook(f.type)) for f in fields(cls)]
    key_of = {f.name: f.name for f in fields(cls)} | dict(keys or {})

    def read(record: Any, _: Any) -> Any:
        record = as_object(record)
        given: dict[str, Any] = {}
        faults: dict[str, Exception] = {}
        for column, hook in columns:
            name, key = column.name, key_of[column.name]
            whole = flat and name == "span"
            try:
                if whole or key in record:
                    given[name] = hook(record if whole else record[key], column.type)
                elif column.default is NOTHING:
                    raise KeyError(key)
            except FAULTS as exc:
                faults[name] = exc if whole else at_field(exc, key)
        if closed:
            faults |= _unknown_keys(record, [*key_of.values()])
        return _build(cls, given, faults, key_of)

    return read


def _unknown_keys(record: Mapping[str, Any], known: Sequence[str]) -> dict[str, Exception]:
    """A fault for each key of an object that stands for nothing."""
    faults: dict[str, Exception] = {}
    for key in record:
        if key not in known:
            near = get_close_matches(str(key), known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(known)}"
            faults[f"unknown {key}"] = ValueError(f"unknown key {brief.repr(key)}{hint}")
    return faults


def _read_ends(record: Mapping[str, Any], type_: Any) -> Span | None:
    ends = [record.get("start"), record.get("end")]
    if ends == [None, None] and type_ is not Span:
        return None
    for name, offset in zip(("start", "end"), ends, strict=True):
        if not isinstance(offset, int) or isinstance(offset, bool):
            msg = f"{name!r} must be a whole number (got {brief.repr(offset)})"
            raise TypeError(msg)
    return inside(Span(*ends))


def _build(
    cls: type[T], given: Mapping[str, Any], faults: Mapping[str, Exception], key_of: Mapping[str, str]
) -> T:
    """Make the value, or raise the faults of all its fields together."""
    told = [*faults.values()]
    if not told:
        try:
            return cls(**given)
        except (TypeError, ValueError) as exc:
            told = [*_broken_rules(cls, given, faults, key_of)] or [exc]
    else:
        told += _broken_rules(cls, given, faults, key_of)
    msg = f"while reading {cls.__name__}"
    raise ClassValidationError(msg, told, cls)


def _broken_rules(
    cls: type[Any], given: Mapping[str, Any], unread: Collection[str], key_of: Mapping[str, str]
) -> Iterator[Exception]:
    """What the rules of *cls* say of each field; its own ``__init__`` stops at the first that is broken."""
    draft = object.__new__(cls)
    for column in fields(cls):
        value = given.get(column.name, column.default)
        if column.name in unread or value is NOTHING or isinstance(value, Factory):  # type: ignore[arg-type]
            continue
        try:
            object.__setattr__(draft, column.name, column.converter(value) if column.converter else value)
        except (TypeError, ValueError) as exc:
            yield at_field(exc, key_of[column.name])
    for column in fields(cls):
        if column.validator is None or not hasattr(draft, column.name):
            continue
        try:
            column.validator(draft, column, getattr(draft, column.name))
        except AttributeError:
            continue  # the rule compares with a field that has a fault of its own
        except (TypeError, ValueError) as exc:
            yield at_field(exc, key_of[column.name])
