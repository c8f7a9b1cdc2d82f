"""Elements of a page that a browser does not show: what they hold is no story."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from ._markup import TAG, markup_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATTRIBUTE: Final = re.compile(r"""[\s/]*+([^\s/=>]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+""")

_CLASSES: Final = frozenset(["screen-reader-text", "sr-only", "visually-hidden"])
"""Names that stylesheets give to what is there for screen readers alone."""

_STYLE: Final = re.compile(
    r"(?:^|;)(?:font-size:0(?:\.0*)?[a-z%]{0,4}(?:;|!|$)|(?:left|top|right|bottom|text-indent):-\d{3})"
)
"""Of an inline style without its spaces: letters without a size, a place off the screen."""

_MAY_HIDE: Final = re.compile(r"hidden|sr-only|screen-reader-text|font-size|:\s*-\d{3}", re.IGNORECASE)
"""What the tag of a hidden element holds; nearly all others need no closer look."""

_WHOLE: Final = frozenset(["body", "html"])
"""Elements that pages hide until a script has run; what they hold is the page."""

_NOTHING: Final = "<!---->"
"""Stands for an element that is left out, so that what was before and behind it does not become one word."""


def without_hidden(page: str) -> str:
    """A page without the elements that are not shown.

    These are templates, elements with the attribute ``hidden``, with a style of their own that gives their
    letters no size or puts them off the screen, and with a class for screen readers alone. One that has no
    end stays.

    Example:
        >>> without_hidden("<p>So <b hidden>it <i>is</i></b>be it.<template><p>No.</template></p>")
        '<p>So <!---->be it.<!----></p>'
    """
    pieces = []
    written = 0
    for start, end in sorted(_hidden_elements(page)):
        if start >= written:
            pieces += [page[written:start], _NOTHING]
            written = end
    return "".join([*pieces, page[written:]])


def _hidden_elements(page: str) -> Iterator[tuple[int, int]]:
    """Where the hidden elements stand; an end belongs to the last element of its name that is open."""
    still_open: defaultdict[str, list[int | None]] = defaultdict(list)
    for start, end in markup_runs(page):
        tag = TAG.match(page, start, end)
        if tag is None:
            continue
        name = tag[1].lower()
        here = still_open[name]
        is_end = page[start + 1] == "/"
        if here and (is_end or name == "p"):  # a paragraph ends where the next begins
            begun = here.pop()
            if begun is not None:
                yield begun, tag.end() if is_end else start
        if not is_end:
            here.append(start if _hides(name, tag) else None)


def _hides(name: str, tag: re.Match[str]) -> bool:
    if name == "template":
        return True
    if name in _WHOLE or not _MAY_HIDE.search(tag[0]):
        return False
    given: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(tag.string, tag.end(1), tag.end() - 1):
        given.setdefault(found[1].lower(), (found[2] or found[3] or found[4] or "").lower())
    return (
        given.get("hidden", "until-found") != "until-found"
        or not _CLASSES.isdisjoint(given.get("class", "").split())
        or _STYLE.search("".join(given.get("style", "").split())) is not None
    )
