"""JSON to articles: one object a line, or a document that holds one or a list of them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from attrs import fields

from ..errors import ArticleFormatError
from ..records import article_from_record
from ..values import Article
from ._encoding import decode_strictly, splittable
from ._failure import Failure
from ._sources import TOO_LARGE, is_blank, numbered, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OURS = frozenset(field.name for field in fields(Article)) - {"origin"}

_REGION = re.compile(r"([A-Za-z]{2,3})[-_][A-Za-z0-9_-]{1,20}")


class _Doubled(dict[str, Any]):
    """A JSON object in which a key stands more than once."""

    keys_doubled: tuple[str, ...] = ()


def read_json_lines(lines: Iterator[bytes | str], name: str) -> Iterator[Article | Failure]:
    """The article of each line; blank lines are passed over.

    Raises:
        ArticleFormatError: There is not a single record.
    """
    empty = True
    for number, line in numbered(splittable(lines, name)):
        if line is None or not is_blank(line):
            empty = False
            yield _read_line(line, f"{name}:{number}")
    if empty:
        raise ArticleFormatError(name, ["must hold an article a line (it holds no text)"])


def read_json(lines: Iterable[bytes | str], name: str) -> Iterator[Article | Failure]:
    """The articles of a JSON document: an object, or a list of objects.

    Raises:
        ArticleFormatError: The document can't be read as JSON, or holds no record.
    """
    content = _loaded(whole(lines, name), name)
    if not isinstance(content, list):
        yield article_of(content, name)
        return
    if not content:
        raise ArticleFormatError(name, ["must hold at least one article (got an empty list)"])
    for index, record in enumerate(content):
        yield article_of(record, f"{name}[{index}]")


def article_of(record: object, name: str) -> Article | Failure:
    """The article that a JSON value describes; keys that are not ours are left alone.

    Example:
        >>> article_of({"text": "Kyiv welcomed the deal.", "outlet": "The Daily"}, "row 1").outlet
        'The Daily'
        >>> print(article_of({"text": 5, "published": "soon"}, "row 2").faults[0])
        must be a string (got 5) @ $.text
    """
    if not isinstance(record, dict):
        return Failure(name, [f'must be an object such as {{"text": "..."}} (got {_shown(record)})'])
    faults = [f"must stand once (it stands again; keep one) @ $.{key}" for key in _doubled(record)]
    try:
        article = article_from_record(_tidied(record), source=name)
    except ArticleFormatError as exc:
        faults += exc.faults
    return Failure(name, faults) if faults else article


def _read_line(line: bytes | str | None, name: str) -> Article | Failure:
    if line is None:
        return Failure(name, [TOO_LARGE])
    try:
        return article_of(_loaded(line, name), name)
    except ArticleFormatError as exc:
        return Failure(name, exc.faults)


def _text(data: bytes | str, name: str) -> str:
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return decode_strictly(data)
    except ValueError as exc:
        raise ArticleFormatError(name, [str(exc)]) from None


def _loaded(data: bytes | str, name: str) -> Any:
    text = _text(data, name).rstrip()
    if not text:
        raise ArticleFormatError(name, ["must hold an article (it holds no text)"])
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as exc:
        place = f"line {exc.lineno}, column {exc.colno}" if exc.lineno > 1 else f"column {exc.colno}"
        several = exc.msg == "Extra data"
        hint = "write one object a line and name it .jsonl" if several else "mend or remove it"
        fault = f"must be JSON (got {exc.msg[0].lower()}{exc.msg[1:]} at {place}; {hint})"
    except RecursionError:
        fault = "must be JSON that nests a few levels deep (it nests far deeper; remove it)"
    except ValueError:  # Python's guard against numbers that take quadratic time
        fault = "must be JSON with numbers of at most 4,300 digits (got more; shorten them)"
    raise ArticleFormatError(name, [fault])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) == len(pairs):
        return record
    keys = [key for key, _ in pairs]
    doubled = _Doubled(record)
    doubled.keys_doubled = tuple(key for key in record if key in _OURS and keys.count(key) > 1)
    return doubled


def _doubled(record: dict[str, Any]) -> tuple[str, ...]:
    return record.keys_doubled if isinstance(record, _Doubled) else ()


def _tidied(record: dict[str, Any]) -> dict[str, Any]:
    """Our keys alone; `null` counts as left out, a number as an id, one author as a list of one."""
    tidy = {key: record[key] for key in record if key in _OURS and (record[key] is not None or key == "text")}
    identity = tidy.get("id")
    if isinstance(identity, int) and not isinstance(identity, bool):
        tidy["id"] = str(identity)
    if isinstance(tidy.get("authors"), str):
        tidy["authors"] = [tidy["authors"]]
    if isinstance(tidy.get("language"), str):
        tidy["language"] = primary_language(tidy["language"])
    return tidy


def primary_language(tag: str) -> str:
    """A language tag without its region; what is no tag stays as it is.

    Example:
        >>> primary_language("en-GB"), primary_language("de")
        ('en', 'de')
    """
    found = _REGION.fullmatch(tag)
    return found[1].lower() if found else tag


def _shown(value: object) -> str:
    """A JSON value in a message: itself where it is plain, else what it is."""
    if isinstance(value, list):
        return "a list"
    return "an object" if isinstance(value, dict) else json.dumps(value)
