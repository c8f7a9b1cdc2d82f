"""Annotated articles: PolNeAR's attributions (Newell et al., LREC 2018), an article a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ...errors import ArticleFormatError
from ...values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@frozen
class Attribution:
    """What is attributed, and to whom.

    Args:
        content: Where the attributed words stand.

        source: Where the words stand that name who speaks; none where nobody is named.

        is_told: Whether the source is brought back to an actor; gold does not say.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    is_told: bool = False


@frozen
class Annotated:
    """An article and its attributions.

    Args:
        id: What the corpus calls it.

        text: The article.

        attributions: Those that annotators found.
    """

    id: str
    text: str
    attributions: tuple[Attribution, ...]


def read_gold(path: Path) -> Iterator[Annotated]:
    """Read rows ``{"id", "text", "attributions": [{"content": [[s, e], ...], "source": [[s, e], ...]}]}``.

    Raises:
        ArticleFormatError: A line is no such row.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield _annotated(json.loads(line))
                except (KeyError, TypeError, ValueError) as exc:
                    source, fault = f"{path}:{number}", f"no annotated article: {exc!r}"
                    raise ArticleFormatError(source, [fault]) from exc


def _annotated(row: Mapping[str, Any]) -> Annotated:
    attributions = (Attribution(_spans(a["content"]), _spans(a["source"])) for a in row["attributions"])
    return Annotated(str(row["id"]), row["text"], tuple(attributions))


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)
