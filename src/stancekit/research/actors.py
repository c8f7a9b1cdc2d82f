"""Measure how well actors are found: B-cubed figures of their mentions.

Command: ``python -m stancekit.research.actors GUM_DIR [--without PART] [--json]``; needs the extra ``train``.
Input: a folder of GUM documents in CoNLL-U, with their entity layer.
Output: precision, recall and F1 of each genre and of all.
Time: half a minute for GUM's 20 dev documents.

B-cubed (Bagga and Baldwin 1998) asks of each mention how much of the actor it was given to is right
(precision), and how much of its chain was found (recall). Two mentions are the same when their last
letter or digit is. Gold are the chains of persons, organizations and places with a proper noun in one
of their mentions.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import asdict, frozen

from ..actors import _pipeline as pipeline
from ..actors.entities._aliases import merge_aliases
from ..actors.entities._cluster_names import CLUSTERING
from ..language import load
from ..quotes import find_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..actors._pipeline import Stage
    from ..values import Actor, Document

_ENTITY = re.compile(r"\((?P<opens>[^-()]+)-(?P<type>[^-()]+)[^()]*(?P<whole>\))?|(?P<closes>[^()]+)\)")
_TYPES = frozenset({"person", "organization", "place"})

_LEFT_OUT: Mapping[str, tuple[Stage, Stage | None]] = {
    "addresses": (pipeline.merge_places, None),
    "aliases": (
        pipeline.cluster_names,
        partial(pipeline.cluster_names, steps=[step for step in CLUSTERING if step is not merge_aliases]),
    ),
    "announcements": (pipeline.detect_announcements, None),
    "dialogue": (pipeline.detect_dialogue, None),
    "groups": (pipeline.detect_groups, None),
    "holders": (pipeline.add_office_holders, None),
    "hyphens": (pipeline.join_hyphenated_names, None),
    "interviews": (pipeline.resolve_interviewed, None),
    "introductions": (pipeline.detect_introductions, None),
    "linking": (pipeline.link_to_registry, None),
    "nations": (pipeline.resolve_nation, None),
    "nominals": (
        pipeline.resolve_nominals_and_pronouns,
        partial(pipeline.resolve_nominals_and_pronouns, choose_nominal=lambda *_: None),
    ),
    "plurals": (pipeline.add_plural_groups, None),
    "pronouns": (
        pipeline.resolve_nominals_and_pronouns,
        partial(pipeline.resolve_nominals_and_pronouns, choose_pronoun=lambda *_: None),
    ),
    "roles": (pipeline.claim_roles, None),
    "vocatives": (pipeline.detect_vocatives, None),
}
"""Stages of the pipeline, each with what stands in its place for an ablation."""

PARTS = tuple(sorted([*_LEFT_OUT, "quotes"]))
"""What can be left out, to see what it is worth."""


@frozen
class BCubedSums:
    """Sums over mentions.

    Args:
        gold: How many there are.

        said: How many were found.

        covered: Over the gold ones, the share of each one's chain that its actor holds.

        pure: Over those found, the share of each one's actor that is of its chain.
    """

    gold: int = 0
    said: int = 0
    covered: float = 0.0
    pure: float = 0.0

    def __add__(self, other: BCubedSums) -> BCubedSums:
        return BCubedSums(
            self.gold + other.gold,
            self.said + other.said,
            self.covered + other.covered,
            self.pure + other.pure,
        )

    @property
    def precision(self) -> float:
        """0 to 1."""
        return self.pure / max(1, self.said)

    @property
    def recall(self) -> float:
        """0 to 1."""
        return self.covered / max(1, self.gold)

    @property
    def f1(self) -> float:
        """Their harmonic mean, 0 to 1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(gold: Mapping[int, str], said: Mapping[int, str]) -> BCubedSums:
    """Compare two ways of grouping mentions, each a mention's key and its group.

    Example:
        >>> tally = b_cubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 4: "x"})
        >>> round(tally.precision, 2), round(tally.recall, 2)
        (0.44, 0.67)
    """
    chains, actors = _groups(gold), _groups(said)
    covered = pure = 0.0
    for key in gold.keys() & said.keys():
        chain, actor = chains[gold[key]], actors[said[key]]
        covered += len(chain & actor) / len(chain)
        pure += len(chain & actor) / len(actor)
    return BCubedSums(len(gold), len(said), covered, pure)


def _groups(of: Mapping[int, str]) -> Mapping[str, set[int]]:
    groups: defaultdict[str, set[int]] = defaultdict(set)
    for key, group in of.items():
        groups[group].add(key)
    return groups


@frozen
class GoldDocument:
    """A document's text and its chains.

    Args:
        name: The file's name without its ending, such as ``GUM_news_nasa``.

        text: Its words, a blank between them unless the file says otherwise.

        chains: The chain of each mention by its last letter or digit.
    """

    name: str
    text: str
    chains: Mapping[int, str]

    @property
    def genre(self) -> str:
        """The second part of the name: ``news``."""
        return self.name.split("_")[1] if "_" in self.name else self.name


def read(path: Path) -> GoldDocument:
    """Read a CoNLL-U file with GUM's entity layer."""
    from conllu import parse_incr

    text = ""
    words: list[tuple[int, int]] = []
    proper: list[bool] = []
    brackets: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for sentence in parse_incr(lines):
            if words and "newpar" in sentence.metadata:
                text = text.rstrip(" ") + "\n\n"
            for token in sentence:
                if not isinstance(token["id"], int):
                    continue
                misc = token["misc"] or {}
                words.append((len(text), len(text) + len(token["form"])))
                proper.append(token["upos"] == "PROPN")
                brackets.append(misc.get("Entity") or "")
                text += token["form"] + ("" if misc.get("SpaceAfter") == "No" else " ")
    text = text.rstrip()
    chains: dict[str, list[int]] = {}
    named = set()
    for chain, first, last in _mentions(brackets):
        chains.setdefault(chain, []).append(_key(text, words[first][0], words[last][1]))
        if any(proper[first : last + 1]):
            named.add(chain)
    return GoldDocument(
        path.stem, text, {key: chain for chain in chains if chain in named for key in chains[chain]}
    )


def _mentions(brackets: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Chain, first and last word of each mention of the types that count."""
    waiting: dict[str, list[tuple[int, str]]] = {}
    for position, column in enumerate(brackets):
        for match in _ENTITY.finditer(column):
            chain = match["opens"] or match["closes"]
            if match["opens"]:
                waiting.setdefault(chain, []).append((position, match["type"]))
            if (match["whole"] or match["closes"]) and waiting.get(chain):
                first, kind = waiting[chain].pop()
                if kind in _TYPES:
                    yield chain, first, position


def _key(text: str, start: int, end: int) -> int:
    """The last letter or digit from *start* to *end*."""
    return next((at for at in range(end - 1, start - 1, -1) if text[at].isalnum()), start)


def said(text: str, actors: Iterable[Actor]) -> dict[int, str]:
    """The actor of each mention by its last letter or digit."""
    return {_key(text, m.start, m.end): actor.id for actor in actors for m in actor.mentions}


def found(document: Document, *, without: str | None = None) -> tuple[Actor, ...]:
    """The actors of a document, one of `PARTS` left out."""
    stages = pipeline.STAGES
    if without is not None and without in _LEFT_OUT:
        stages = pipeline.replace_stage(*_LEFT_OUT[without])
    cast = pipeline.read_actors(document, stages=stages)
    return cast.actors if without == "quotes" else find_quotes(document, cast.actors).actors


def measure(folder: Path, *, without: str | None = None) -> dict[str, BCubedSums]:
    """Figures by genre, and of ``all``.

    Raises:
        FileNotFoundError: The folder holds no CoNLL-U file; the message names it.
    """
    paths = sorted(folder.glob("*.conllu"))
    if not paths:
        msg = f"no *.conllu in {folder}"
        raise FileNotFoundError(msg)
    parser = load()
    figures: defaultdict[str, BCubedSums] = defaultdict(BCubedSums)
    for path in paths:
        gold = read(path)
        tally = b_cubed(gold.chains, said(gold.text, found(parser.parse(gold.text), without=without)))
        figures[gold.genre] += tally
        figures["all"] += tally
    return dict(figures)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(prog="python -m stancekit.research.actors", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with GUM documents in CoNLL-U")
    parser.add_argument("--without", choices=PARTS, help="leave a part out, to see what it is worth")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    options = parser.parse_args(arguments)
    figures = measure(options.folder, without=options.without)
    if options.json:
        print(json.dumps({genre: _row(tally) for genre, tally in figures.items()}))  # noqa: T201
    else:
        _show(figures)


def _row(tally: BCubedSums) -> dict[str, float]:
    shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    counts = asdict(tally, filter=lambda attribute, _: attribute.name in {"gold", "said"})
    return {**counts, **{name: round(share, 4) for name, share in shares.items()}}


def _show(figures: Mapping[str, BCubedSums]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="B-cubed figures of actors' mentions")
    table.add_column("genre")
    for name in ("gold", "said", "precision", "recall", "F1"):
        table.add_column(name, justify="right")
    for genre, tally in sorted(figures.items(), key=lambda pair: pair[0] == "all"):
        shares = (f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1))
        table.add_row(genre, str(tally.gold), str(tally.said), *shares, end_section=genre != "all")
    Console().print(table)


if __name__ == "__main__":
    main()
