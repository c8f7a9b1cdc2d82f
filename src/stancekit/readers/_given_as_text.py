"""What was handed over as text and looks like something that should have been read first."""

from __future__ import annotations

import re
from typing import Final

from ._articles import ENDINGS, MARKUP

_LONGEST_PATH: Final = 1_000
_EXAMINED: Final = 20_000
"""Characters in which tags are looked for."""

_ADDRESS = re.compile(r"(?:https?|ftp|file)://\S+", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|div|section)\b[^<>]{0,1000}>", re.IGNORECASE)
_CLOSING_TAG = re.compile(
    r"</(?:a|b|div|em|h[1-6]|i|li|p|section|span|strong|t[dr]|ul)\s{0,9}>", re.IGNORECASE
)
_FEW_TAGS: Final = 3
"""As many closing tags as an article may quote that speaks of markup."""


def looks_like_path(text: str) -> bool:
    """Whether a text is one word that ends as the files do that can be read, or an address.

    Example:
        >>> [looks_like_path(text) for text in ("seeds/story.txt", "https://a.org/b", "Ann left.")]
        [True, True, False]
    """
    word = text.strip()
    if len(word) > _LONGEST_PATH or len(word.split()) != 1:
        return False
    return word.lower().endswith(ENDINGS) or _ADDRESS.fullmatch(word) is not None


def looks_like_markup(text: str) -> bool:
    """Whether a text begins as a page or a feed does, or holds several closing tags.

    Example:
        >>> [looks_like_markup(text) for text in ("<!doctype html><p>Ann left.", "Ann <left> Bob.")]
        [True, False]
    """
    begin = text[:_EXAMINED].lstrip("\ufeff \t\r\n")
    if MARKUP.match(begin) or _FEED.match(begin):
        return True
    tags = len(_CLOSING_TAG.findall(begin))
    return tags > _FEW_TAGS or (tags > 0 and begin.startswith("<"))
