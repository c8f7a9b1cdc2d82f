"""Web pages to articles: trafilatura finds the story, the map leads from it back to the page."""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..errors import ArticleFormatError
from ..values import Article
from ._alignment import align
from ._bounded_markup import within_bounds
from ._encoding import declared_encoding, decoded
from ._hidden import without_hidden
from ._records import primary_language
from ._sources import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CHARACTERS = 10_000_000
"""Of a page; the longest of news are a few hundred thousand."""

MAX_TAGS = 50_000
"""On a page: trafilatura's time grows with their square. News has up to a few thousand."""

_MANY_TAGS = 5_000
"""From here on trafilatura's second opinions, which are slower still, are not asked for."""

_TAG_BEGINS = re.compile(r"<[A-Za-z]")

_LANGUAGE = re.compile(
    r"""<html\b[^>]{0,1000}?\blang\s{0,9}=\s{0,9}["']?([A-Za-z]{2,3}(?:-\w{1,20})*)""", re.IGNORECASE
)

_HEAD = 20_000
"""Characters in which the language is looked for."""

_LINES = frozenset(["body", "cell", "head", "item", "lb", "list", "p", "quote", "row", "table"])
"""The elements of trafilatura's result that stand on lines of their own."""

_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
"""Only dates that the page marks as such; the limit is fixed, so that the day of reading changes nothing."""


def read_page(lines: Iterator[bytes | str], name: str, identity: str | None) -> Iterator[Article]:
    """The article of a web page.

    Args:
        lines: The page.

        name: What messages call it.

        identity: The article's id; `None` to make one from its text.

    Raises:
        ArticleFormatError: It can't be decoded, is too large, or holds no story; or trafilatura is
            not installed.
    """
    content = whole(lines, name)
    declared = declared_encoding(content) if isinstance(content, bytes) else None
    page = decoded(content, name, declared=declared)
    _check_size(page, name)
    found = _extracted(without_hidden(within_bounds(page)), name)
    text = "\n".join(_paragraphs(found.body)) if found is not None and found.body is not None else ""
    if not text:
        fault = "must hold a story (none can be told from the rest of the page; save its text as .txt)"
        raise ArticleFormatError(name, [fault])
    details = _details(found, page)
    if identity is not None:
        details["id"] = identity
    yield Article(text, origin=align(text, page), **details)


def _check_size(page: str, name: str) -> None:
    if not page.strip():
        raise ArticleFormatError(name, ["must hold an article (it holds no text)"])
    if len(page) > MAX_CHARACTERS:
        fault = f"must hold at most {MAX_CHARACTERS:,} characters (got {len(page):,}; save its text as .txt)"
        raise ArticleFormatError(name, [fault])
    tags = _count_tags(page)
    if tags > MAX_TAGS:
        fault = f"must hold at most {MAX_TAGS:,} tags (got {tags:,}; save its text as .txt)"
        raise ArticleFormatError(name, [fault])


def _count_tags(page: str) -> int:
    return sum(1 for _ in _TAG_BEGINS.finditer(page))


def _extracted(page: str, name: str) -> Any:
    try:
        from trafilatura import bare_extraction
    except ImportError:
        fault = "must be plain text or JSON (reading HTML needs trafilatura; pip install 'stancekit[html]')"
        raise ArticleFormatError(name, [fault]) from None
    _hush()
    settings = {
        "with_metadata": True,
        "include_comments": False,
        "date_extraction_params": dict(_DATES),
        "fast": _count_tags(page) > _MANY_TAGS,
    }
    try:
        found = bare_extraction(page, **settings)
        return found if found is not None else bare_extraction(page, favor_recall=True, **settings)
    except Exception as exc:  # whatever a hostile page breaks in there
        fault = f"must be HTML that trafilatura can read (got {type(exc).__name__}; save its text as .txt)"
        raise ArticleFormatError(name, [fault]) from exc


def _hush() -> None:
    """Keep what trafilatura logs off the terminal where nobody has set up logging: we report it ourselves."""
    for library in ("trafilatura", "htmldate"):
        logger = logging.getLogger(library)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _paragraphs(body: Any) -> Iterator[str]:
    """The text of trafilatura's result, an element of its own line a line, whitespace folded."""
    words: list[str] = []
    for piece in _pieces(body):
        if piece is not None:
            words.append(piece)
        elif paragraph := " ".join("".join(words).split()):
            yield paragraph
            words = []


def _pieces(body: Any) -> Iterator[str | None]:
    """Text in document order; `None` where a line ends."""
    rest = [(body, False)]
    while rest:
        element, read = rest.pop()
        if element.tag in _LINES:
            yield None
        if read:
            yield element.tail or ""
        else:
            yield element.text or ""
            rest.append((element, True))
            rest.extend((child, False) for child in reversed(element))
    yield None


def _details(found: Any, page: str) -> dict[str, Any]:
    """What the page says about itself."""
    details: dict[str, Any] = {"title": found.title, "outlet": found.sitename, "url": found.url}
    details = {key: value.strip() for key, value in details.items() if value and value.strip()}
    if found.author:
        details["authors"] = tuple(filter(None, (author.strip() for author in found.author.split(";"))))
    with suppress(ValueError):  # a date that is none is no reason to lose the article
        details["published"] = Article("", published=found.date or None).published
    language = _LANGUAGE.search(page[:_HEAD])
    if language:
        details["language"] = primary_language(language[1].lower())
    return details
