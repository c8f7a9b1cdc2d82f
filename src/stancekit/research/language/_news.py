"""Names for unlabelled news: a trained model's, where it is sure, corrected by what is known.

Self-training brings the model closer to the language of news; the tables of states, capitals and
organizations keep it from learning its own mistakes about the best known names.
"""

from __future__ import annotations

import csv
import json
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from attrs import evolve

from ._corpora import OUTSIDE, ParagraphSample, bio, spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ...language._encoder import Encoder

    Key = tuple[str, ...]

UNSURE = "?"
"""A label that no model knows: the word teaches nothing."""

_SURE = 0.85
"""Least probability of a label that the student is taught."""

_LONGEST = 6
"""Words of the longest known name that is looked for."""


def texts(data: Path) -> list[str]:
    """The distinct training passages of the two stance corpora, which are news, in order."""
    found: dict[str, None] = {}
    for corpus in ("newsmtsc", "dse"):
        with (data / corpus / "train.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                found.setdefault(json.loads(line)["text"])
    return list(found)


class NameTeacher:
    """Gives names to what has none.

    Args:
        encoder: The trained model.

        tokenize: Splits a text into words.
    """

    def __init__(self, encoder: Encoder, tokenize: Callable[[str], list[str]]) -> None:
        self._encoder = encoder
        self._tokenize = tokenize
        self._known = known_names(tokenize)

    def read(self, passages: Iterable[str]) -> Iterator[ParagraphSample]:
        """Samples of unlabelled passages; those too short or too long for a window are left out."""
        for passage in passages:
            words = self._tokenize(passage)
            if len(words) > 2 and self._fits(words):
                yield ParagraphSample(words=tuple(words), names=self._names(words))

    def complete(self, samples: Iterable[ParagraphSample]) -> list[ParagraphSample]:
        """The same samples; those whose corpus has no names now have some."""
        return [
            evolve(sample, names=self._names(sample.words))
            if sample.names is None and self._fits(sample.words)
            else sample
            for sample in samples
        ]

    def _fits(self, words: Sequence[str]) -> bool:
        return sum(map(self._encoder.pieces.count, words)) <= self._encoder.max_pieces

    def _names(self, words: Sequence[str]) -> tuple[str, ...]:
        return tuple(_corrected(words, _sure_tags(self._encoder, words), self._known))


def known_names(tokenize: Callable[[str], list[str]]) -> dict[Key, str]:
    """Names of the project's own tables and their types; demonyms are `OUTSIDE`."""
    # Read as files: the room of actors lies behind this one.
    tables = files("stancekit") / "actors" / "registry" / "data"
    found: dict[Key, str] = {}

    def add(cells: str, kind: str) -> None:
        for name in cells.split("|"):
            if len(name) > 1:
                found.setdefault(tuple(tokenize(name)), kind)

    with (tables / "states.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["ambiguous"] == "no":
                add(row["name"], "PLACE")
                add(row["aliases"], "PLACE")
                add(row["capital"], "PLACE")
            add(row["demonyms"], OUTSIDE)
    with (tables / "organizations.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            add(row["name"], "ORG")
            add(row["aliases"], "ORG")
    return found


def _sure_tags(encoder: Encoder, words: Sequence[str]) -> list[str]:
    scores = encoder.name_scores(words)
    chances = np.exp(scores - np.logaddexp.reduce(scores, axis=1, keepdims=True))
    return [
        encoder.name_labels[best] if row[best] >= _SURE else UNSURE
        for row, best in zip(chances, chances.argmax(axis=1), strict=True)
    ]


def _corrected(words: Sequence[str], tags: list[str], known: Mapping[Key, str]) -> list[str]:
    said = {(begin, end): kind for begin, end, kind in spans([t.replace(UNSURE, OUTSIDE) for t in tags])}
    begin = 0
    while begin < len(words):
        end = next(
            (
                e
                for e in range(min(len(words), begin + _LONGEST), begin, -1)
                if tuple(words[begin:e]) in known
            ),
            None,
        )
        if end is None:
            begin += 1
            continue
        kind = known[tuple(words[begin:end])]
        plain = all(tag in {OUTSIDE, UNSURE} for tag in tags[begin:end])
        certain = end - begin > 1 or kind != "ORG"
        if (begin, end) in said or (plain and certain and not _goes_on(tags, begin, end)):
            new = [] if kind == OUTSIDE else [(0, end - begin, kind)]
            tags[begin:end] = bio(end - begin, new)
        begin = end
    return tags


def _goes_on(tags: list[str], begin: int, end: int) -> bool:
    """Whether a neighbour is, or may be, part of the same name."""
    before = tags[begin - 1] if begin else OUTSIDE
    after = tags[end] if end < len(tags) else OUTSIDE
    return before != OUTSIDE or after != OUTSIDE
