"""The visible characters of a text or of an HTML page, and where each of them stands.

An own scanner rather than `html.parser`, which needs quadratic time for some broken pages on the Pythons we
support, and does not say where a character reference ends.
"""

from __future__ import annotations

import re
from array import array
from html import unescape
from typing import TYPE_CHECKING

from attrs import Factory, define

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"\S+")

# Quantifiers that don't give back (++, *+) keep a tag without an end linear.
TAG = re.compile(r"""</?([A-Za-z][^\s/>]*+)(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")

TAG_BEGINS = re.compile(r"</?[A-Za-z]")

_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")

UNSEEN = ("script", "style", "title", "textarea")
"""Elements whose content is no text of the page, and no markup either."""

_UNSEEN_ENDS = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in UNSEEN}


@define
class Characters:
    """Characters without the whitespace and the unprintable ones between them.

    Args:
        key: The characters.

        starts: Where each begins in what they were taken from.

        ends: Where each ends; further than one on where it was written as a reference such as ``&amp;``.

    Example:
        >>> amp = characters_of_markup("<p>a &amp;")
        >>> amp.key, list(amp.starts), list(amp.ends)
        ('a&', [3, 5], [4, 10])
    """

    key: str = ""
    starts: array[int] = Factory(lambda: array("i"))
    ends: array[int] = Factory(lambda: array("i"))


def characters_of_text(text: str) -> Characters:
    """The visible characters of plain text."""
    collected = _Collector()
    collected.add_text(text, 0, len(text))
    return collected.characters()


def characters_of_markup(markup: str) -> Characters:
    """The visible characters of an HTML page: of its text, not of its tags, scripts and comments."""
    collected = _Collector()
    for start, end in text_runs(markup):
        at = start
        for reference in _REFERENCE.finditer(markup, start, end):
            collected.add_text(markup, at, reference.start())
            collected.add_reference(reference[0], *reference.span())
            at = reference.end()
        collected.add_text(markup, at, end)
    return collected.characters()


def text_runs(markup: str) -> Iterator[tuple[int, int]]:
    """Where the text between the tags of a page stands.

    Example:
        >>> page = "<p title='1 > 0'>So<!-- not --> it is<script>if (a < b) no()</script>."
        >>> [page[start:end] for start, end in text_runs(page)]
        ['So', ' it is', '.']
    """
    run = 0
    for start, end in markup_runs(markup):
        if run < start:
            yield run, start
        run = end
    if run < len(markup):
        yield run, len(markup)


def markup_runs(markup: str) -> Iterator[tuple[int, int]]:
    """Where the tags and comments of a page stand, each with what is unseen behind it: a script."""
    at = 0
    while (at := markup.find("<", at)) >= 0:
        end = _end_of_markup(markup, at)
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _end_of_markup(markup: str, at: int) -> int:
    """Where the tag or comment at *at* ends, with what is unseen behind it; *at* itself if it is neither."""
    if markup.startswith("<!--", at):
        return _behind(markup, "-->", at + 4)
    if markup.startswith(("<!", "<?"), at):
        return _behind(markup, ">", at + 2)
    if not TAG_BEGINS.match(markup, at):
        return at
    tag = TAG.match(markup, at)
    if tag is None:
        return len(markup)
    closing = None if markup[at + 1] == "/" else _UNSEEN_ENDS.get(tag[1].lower())
    if closing is None:
        return tag.end()
    found = closing.search(markup, tag.end())
    return found.start() if found else len(markup)


def _behind(markup: str, mark: str, start: int) -> int:
    found = markup.find(mark, start)
    return found + len(mark) if found >= 0 else len(markup)


class _Collector:
    """Gathers characters piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._starts = array("i")
        self._ends = array("i")

    def add_text(self, text: str, start: int, end: int) -> None:
        for found in _WORD.finditer(text, start, end):
            word = found[0]
            if word.isprintable():
                self._pieces.append(word)
                self._starts.extend(range(found.start(), found.end()))
                self._ends.extend(range(found.start() + 1, found.end() + 1))
            else:
                for at, character in enumerate(word, found.start()):
                    self._add(character, at, at + 1)

    def add_reference(self, reference: str, start: int, end: int) -> None:
        for character in unescape(reference):
            self._add(character, start, end)

    def _add(self, character: str, start: int, end: int) -> None:
        if character.isprintable() and character != " ":
            self._pieces.append(character)
            self._starts.append(start)
            self._ends.append(end)

    def characters(self) -> Characters:
        return Characters("".join(self._pieces), self._starts, self._ends)
