"""Passages that are not part of the story: promotions, bylines, captions, agency slugs. Marked, never cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from ..values import Boilerplate, BoilerplateKind, Span
from ._captions import is_caption
from ._credits import LONGEST_CREDIT, is_byline, is_copyright, is_note, kind_of_work
from ._datelines import slug_length
from ._lines import LONGEST, Line, any_of, lines
from ._phrases import PHRASES
from ._promotions import announces_newsletter, is_promotion, is_related, is_standfirst, is_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_PROMOTION_TOP = 5
"""Lines from the top in which a newsletter is announced together with what it holds."""

_DATELINE_TOP = 10
"""Lines from the top in which a place in capitals and a dash are a dateline."""

_TITLES_BELOW = 5
"""Headlines that may follow a line such as "Related stories"."""

_EXACT = {phrase: kind for kind, several in PHRASES.exact.items() for phrase in several}
_LABELS = {phrase: kind for kind, several in PHRASES.label.items() for phrase in several}
_LABEL = re.compile(rf"({any_of(_LABELS)})\s?[:|»>]")

_RULES: tuple[tuple[BoilerplateKind, Callable[[Line], bool]], ...] = (
    (BoilerplateKind.COPYRIGHT, is_copyright),
    (BoilerplateKind.CAPTION, is_caption),
    (BoilerplateKind.CREDIT, is_note),
    (BoilerplateKind.RELATED, is_related),
    (BoilerplateKind.PROMOTION, is_promotion),
    (BoilerplateKind.BYLINE, is_byline),
)
"""Asked in this order."""


class BoilerplateFinder(Protocol):
    """**Protocol:** Marks what is not part of the story, as `find_boilerplate` does for an `Analyzer`."""

    def __call__(self, text: str, /) -> Sequence[Boilerplate]:
        """Passages of the text that are left alone, in text order, without overlap."""
        ...


def find_boilerplate(text: str) -> tuple[Boilerplate, ...]:
    r"""Mark what is not part of the story; where that is not clear, nothing is marked.

    Args:
        text: An article's text, a paragraph a line.

    Returns:
        Passages in text order that do not overlap. They are whole lines without the whitespace around
        them, the slug at a line's beginning, or the credit in brackets at its end.

    Example:
        >>> text = "By Ann Lee\nKYIV (Reuters) - By Thursday the army had left."
        >>> [(found.kind.value, found.span.of(text)) for found in find_boilerplate(text)]
        [('byline', 'By Ann Lee'), ('dateline', 'KYIV (Reuters) -')]
    """
    return tuple(_marks(lines(text)))


def _marks(all_lines: Iterable[Line]) -> Iterator[Boilerplate]:
    announced = False  # the line above announced a newsletter
    titles = 0  # how many headlines may still follow a line such as "Related stories"
    for line in all_lines:
        kind = _kind(line)
        if kind is None and announced and is_standfirst(line):
            kind, announced = BoilerplateKind.PROMOTION, False
        else:
            near_top = line.index < _PROMOTION_TOP
            announced = near_top and kind is BoilerplateKind.PROMOTION and announces_newsletter(line)
        if kind is None and titles and is_title(line):
            kind, titles = BoilerplateKind.RELATED, titles - 1
        else:
            titles = _TITLES_BELOW if _EXACT.get(_bare(line.lower)) is BoilerplateKind.RELATED else 0
        if kind is None:
            yield from _partial_marks(line)
        else:
            yield Boilerplate(Span(line.start, line.end), kind)


def _kind(line: Line) -> BoilerplateKind | None:
    """What a whole line is, if it is no part of the story."""
    if len(line.words) > LONGEST:
        return None
    bare = _bare(line.lower)
    if bare in _EXACT:
        return _EXACT[bare]
    work = None if line.quotes else kind_of_work(line.words.strip("()[]*-–—_ "))
    if work is not None:
        return work
    for kind, applies in _RULES:
        if applies(line):
            return kind
    label = _LABEL.match(line.lower)
    return _LABELS[label[1]] if label and not line.quotes else None


def _bare(words: str) -> str:
    return words.strip(" .:;|>»→-–—*•…#[]()")


def _partial_marks(line: Line) -> Iterator[Boilerplate]:
    """The slug at the beginning of a paragraph, and the credit in brackets at its end."""
    slug = slug_length(line.words, early=line.index < _DATELINE_TOP)
    if slug:
        yield Boilerplate(Span(line.start, line.start + slug), BoilerplateKind.DATELINE)
    if not line.words.endswith((")", ").")):
        return
    begin = line.words.rfind("(", max(slug, len(line.words) - LONGEST_CREDIT))
    kind = kind_of_work(line.words[begin:].strip("(). ")) if begin >= 0 else None
    if kind is not None:
        yield Boilerplate(Span(line.start + begin, line.end), kind)
