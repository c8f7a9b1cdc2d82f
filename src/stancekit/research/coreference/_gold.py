"""GUM documents as plain text, with what their entity layer says who is who."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_BRACKET = re.compile(r"\((?P<opens>[^-()]+)-[^()]*(?P<whole>\))?|(?P<closes>[^()]+)\)")
_PART = re.compile(r"\[\d+/\d+\]")
_OWNERS_MARK = re.compile(r"['’]s\b")


@frozen(eq=False)
class GoldChains:
    """A document's text and its chains: which mentions mean the same.

    Offsets are code points from 0.

    Args:
        name: The file's name without its ending, such as ``GUM_news_nasa``.

        text: The plain text, a blank line between paragraphs.

        by_end: Chain of the shortest mention by the offset of its last letter or digit.

        by_start: Ends (exclusive) and chains of the mentions by their start.
    """

    name: str
    text: str
    by_end: Mapping[int, str]
    by_start: Mapping[int, Sequence[tuple[int, str]]]

    @classmethod
    def of(cls, name: str, text: str, mentions: Iterable[tuple[int, int, str]]) -> GoldChains:
        """Index mentions, given as start, end (exclusive) and chain.

        Example:
            >>> gold = GoldChains.of("GUM_news_x", "Ann saw her.", [(0, 3, "1"), (8, 11, "1")])
            >>> gold.ending(3) == gold.ending(11) == "1"
            True
        """
        by_end: dict[int, str] = {}
        by_start: dict[int, list[tuple[int, str]]] = {}
        for start, end, chain in sorted(mentions, key=lambda mention: mention[1] - mention[0]):
            by_end.setdefault(_last_letter(text, end), chain)
            by_start.setdefault(start, []).append((end, chain))
        return cls(name, text, by_end, by_start)

    def ending(self, end: int) -> str | None:
        """The chain of the mention up to *end*, where "'s" may follow; `None` where there is none."""
        found = self.by_end.get(_last_letter(self.text, end))
        if found is None and (mention := _OWNERS_MARK.match(self.text, end)):
            found = self.by_end.get(mention.end() - 1)
        return found

    def spanning(self, start: int, end: int) -> set[str]:
        """The chains of the mentions that begin at *start* and reach *end*."""
        return {chain for stop, chain in self.by_start.get(start, ()) if stop >= end}


def read(folder: Path) -> Iterator[GoldChains]:
    """Read the documents of a folder, by name.

    Raises:
        FileNotFoundError: The folder holds none; the message names it.
    """
    files = sorted(folder.glob("GUM_*.conllu"))
    if not files:
        msg = f"no GUM_*.conllu in {folder}"
        raise FileNotFoundError(msg)
    return map(_read_file, files)


def _read_file(path: Path) -> GoldChains:
    from ..language._corpora import treebank

    text = ""
    places: list[tuple[int, int]] = []
    for sentence in (sentence for document in treebank(path) for sentence in document):
        if text and sentence.starts is not None:
            text = text.rstrip() + ("\n\n" if sentence.starts[0] else " ")
        for word, space in zip(sentence.words, sentence.spaces or (), strict=True):
            places.append((len(text), len(text) + len(word)))
            text += word + (" " if space else "")
    return GoldChains.of(path.stem, text.rstrip(), mentions_of(places, _entity_column(path)))


def _entity_column(path: Path) -> Iterator[str]:
    from conllu import parse_incr

    with path.open(encoding="utf-8") as lines:
        for sentence in parse_incr(lines):
            for token in sentence:
                if isinstance(token["id"], int):
                    yield (token["misc"] or {}).get("Entity") or ""


def mentions_of(places: Sequence[tuple[int, int]], brackets: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Match GUM's entity brackets: start, end (exclusive) and chain of each mention.

    Args:
        places: Where each word starts and ends.

        brackets: What MISC says under ``Entity`` of each word; may be empty.

    Example:
        >>> list(mentions_of([(0, 3), (4, 7), (8, 11)], ["(1-person-new", "1)", "(2-person-giv)"]))
        [(0, 7, '1'), (8, 11, '2')]
    """
    waiting: dict[str, list[int]] = {}
    for (start, end), column in zip(places, brackets, strict=True):
        for match in _BRACKET.finditer(column):
            name = match["opens"] or match["closes"]
            if match["opens"]:
                waiting.setdefault(name, []).append(start)
            if (match["whole"] or match["closes"]) and waiting.get(name):
                # Parts of a mention that is interrupted, "7[1/2]", are mentions of the same chain.
                yield waiting[name].pop(), end, _PART.sub("", name)


def _last_letter(text: str, end: int) -> int:
    while end > 0 and not text[end - 1].isalnum():
        end -= 1
    return end - 1
