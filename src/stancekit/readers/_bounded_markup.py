"""Markup kept within what an HTML library reads in linear time; the text between the tags stays as it is."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from ._markup import TAG, UNSEEN, markup_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_ATTRIBUTES = 64
"""A tag; libxml2 compares each with all before it. News has up to a few dozen."""

MAX_INLINE = 500
"""Inline elements in one block; trafilatura walks back over all of them at each."""

MAX_DEPTH = 200
"""Elements open at once; libxml2 drops what stands deeper than 255."""

_LONG_TAG = 2 * MAX_ATTRIBUTES
"""Characters: a shorter tag can't hold too many attributes."""

_INLINE = frozenset(["a", "abbr", "b", "em", "font", "i", "span", "strong", "sub", "sup", "u"])

_CLOSED_BY_OTHERS = frozenset(["dd", "dt", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr"])
"""Elements that end where the next one begins, so that many openings make no depth."""

_WITHOUT_END = frozenset(["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"])

_NOTHING = "<!---->"
"""Stands for a tag that is left out, so that what was before and behind it does not become one."""

_ATTRIBUTE = re.compile(r"""[\s/]*+[^\s/=>]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+""")


def within_bounds(page: str) -> str:
    """A page with the tags left out, and the attributes, that pass the bounds of this module.

    Example:
        >>> deep = within_bounds("<div>" * 300 + "<p>So it is.</p>" + "</div>" * 300)
        >>> deep.count("<div>"), deep.count("</div>"), "<p>So it is.</p>" in deep
        (200, 200, True)
    """
    return "".join(_Bounds().pieces(page))


class _Bounds:
    """What is open, and what of it was left out, on the way through a page."""

    def __init__(self) -> None:
        self._depth = 0
        self._inline = 0
        self._left_out: Counter[str] = Counter()

    def pieces(self, page: str) -> Iterator[str]:
        written = 0
        for start, end in markup_runs(page):
            tag = TAG.match(page, start, end)
            if tag is not None:
                yield page[written:start]
                written = tag.end()
                keeps = self._keeps(tag[1].lower(), closes=page[start + 1] == "/")
                yield _with_few_attributes(tag) if keeps else _NOTHING
        yield page[written:]

    def _keeps(self, name: str, *, closes: bool) -> bool:
        if closes:
            return self._keeps_end(name)
        self._inline = self._inline + 1 if name in _INLINE else 0
        too_many = self._inline > MAX_INLINE or self._depth >= MAX_DEPTH
        nests = _nests(name)
        if too_many and nests:
            self._left_out[name] += 1
            return False
        self._depth += nests
        return True

    def _keeps_end(self, name: str) -> bool:
        if self._left_out[name]:
            self._left_out[name] -= 1
            return False
        if name not in _INLINE:
            self._inline = 0
        self._depth -= _nests(name) and self._depth > 0
        return True


def _nests(name: str) -> bool:
    """Whether what follows an opening tag stands deeper until its end; what hides its content never goes."""
    return name not in _CLOSED_BY_OTHERS and name not in _WITHOUT_END and name not in UNSEEN


def _with_few_attributes(tag: re.Match[str]) -> str:
    if len(tag[0]) <= _LONG_TAG:
        return tag[0]
    attributes = _ATTRIBUTE.finditer(tag.string, tag.end(1), tag.end() - 1)
    last = next(islice(attributes, MAX_ATTRIBUTES - 1, None), None)
    return tag[0] if last is None else tag.string[tag.start() : last.end()] + ">"
