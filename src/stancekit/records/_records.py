"""Articles and analyses as records, whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ..errors import ArticleFormatError
from ..values import Analysis, Article
from ._lines import from_line, to_line
from ._plain import brief, converter, structure

SCHEMA: Final = 1
"""The version of the format, in each analysis record as ``schema``."""


def to_record(analysis: Analysis) -> dict[str, Any]:
    """An analysis as the record that ``stancekit analyze --format jsonl`` writes.

    Example:
        >>> record = to_record(Analysis(Article("Ann left.", id="n1")))
        >>> record["article"]
        {'id': 'n1', 'text': 'Ann left.', 'language': 'en'}
    """
    return {"schema": SCHEMA, **converter.unstructure(analysis)}


def from_record(record: Any, *, source: str = "<record>") -> Analysis:
    """Read an analysis record.

    Args:
        record: What `to_record` made; keys that it does not make are ignored.

        source: What to call the record in an error.

    Raises:
        ArticleFormatError: The record breaks the format; says all that is wrong, and where.

    Example:
        >>> from_record({"schema": 1, "article": {"text": ""}, "warnings": [{"kind": "odd"}]})
        Traceback (most recent call last):
        ...
        stancekit.errors.ArticleFormatError: <record>: must be one of 'empty-text', ... (got 'odd')
        @ $.warnings[0].kind; required field missing @ $.warnings[0].message
    """
    if isinstance(record, Mapping):
        check_schema(record.get("schema"), source)
    return structure(record, Analysis, source=source)


def article_to_record(article: Article) -> dict[str, Any]:
    """An article as a record, without the fields that it leaves open."""
    record: dict[str, Any] = converter.unstructure(article)
    return record


def article_from_record(record: Any, *, source: str = "<record>") -> Article:
    """Read an article's record, as corpora keep them: a null is a field left out, an id may be a number.

    Args:
        record: ``text``, and any other field of `Article`; further keys are ignored.

        source: What to call the record in an error.

    Raises:
        ArticleFormatError: The record is no article; says all that is wrong, and where.

    Example:
        >>> article_from_record({"text": "Ann left.", "id": 7, "title": None, "length": 9})
        Article(text='Ann left.', id='7', title=None, ...)
    """
    if isinstance(record, Mapping) and "schema" in record:
        check_schema(record["schema"], source)
    return structure(record, Article, source=source)


def dumps(analysis: Analysis) -> str:
    """An analysis as one line of JSON, without the line's end; see `to_record`.

    Raises:
        ValueError: A number is not finite, or a text holds the two surrogates of one character.
    """
    return to_line(to_record(analysis))


def loads(line: str | bytes, *, source: str = "<record>") -> Analysis:
    """Read what `dumps` wrote.

    Raises:
        ArticleFormatError: The line is not JSON, or not an analysis record.
    """
    return from_record(from_line(line, source=source), source=source)


def check_schema(schema: Any, source: str) -> None:
    if schema is None or (schema == SCHEMA and not isinstance(schema, bool)):
        return
    rule = f"'schema' must be {SCHEMA}; a newer stancekit may read others"
    raise ArticleFormatError(source, [f"{rule} (got {brief.repr(schema)}) @ $.schema"])
