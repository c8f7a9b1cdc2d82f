"""Measure how well quotes are found and told apart by speaker.

Command: ``python -m stancekit.research.quotes ARTICLES [--without PART] [--compare textacy] [--json]``
Input: annotated articles, a JSON object a line, as in PolNeAR.
Output: a table of figures by kind of quote, a line for each system.
Time: a minute for 84 news articles, and half a minute more for each system beside it.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, field

from ... import language
from ...actors import find_actors
from ...errors import ArticleFormatError
from ...readers import find_boilerplate
from ...values import Article
from ._gold import read_gold
from ._metrics import KINDS, QuoteCounts
from ._parts import PARTS
from ._systems import Stancekit, Textacy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from rich.table import Table

    from ...values import Actor, Document
    from ._gold import Annotated
    from ._systems import System


_WIDTH = 120


@define
class Run:
    """One system's way through the corpus."""

    system: System
    tally: QuoteCounts = field(factory=QuoteCounts)
    gave_up: int = 0

    def read(self, gold: Annotated, document: Document, actors: Sequence[Actor]) -> None:
        """Let it read an article, and count; what it gives up it has not found."""
        try:
            said = self.system.find(document, actors)
        except ValueError:
            self.gave_up += 1
            said = []
        self.tally.add(gold.text, gold.attributions, said)


def measure(corpus: Iterable[Annotated], systems: Mapping[str, System]) -> dict[str, Any]:
    """Figures of each system, all of which read the same parse.

    Returns:
        ``articles``, their number, and ``systems``: by name `QuoteCounts.figures` and how many articles
        it ``gave_up``.
    """
    pipeline = language.load()
    runs = {name: Run(system) for name, system in systems.items()}
    articles = 0
    for gold in corpus:
        articles += 1
        skip = [passage.span for passage in find_boilerplate(gold.text)]
        document = pipeline.parse(gold.text, skip=skip)
        cast = find_actors(document, article=Article(gold.text, id=gold.id))
        for run in runs.values():
            run.read(gold, document, cast.actors)
    told = {name: {**run.tally.figures(), "gave_up": run.gave_up} for name, run in runs.items()}
    return {"articles": articles, "systems": told}


def table(figures: Mapping[str, Any]) -> Table:
    """The figures as a table that rich can print: found and source right by kind, F1 over all."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    grid = Table(title=f"{figures['articles']} articles", title_justify="left", box=SIMPLE_HEAD)
    headings = [f"{kind.value}\n{what}" for kind in KINDS for what in ("found", "source")]
    for heading in ("", *headings, "content\nF1", "attributed\nF1", "speaker\ntold", "gave\nup"):
        grid.add_column(heading, justify="right" if heading else "left", no_wrap=True)
    for name, told in figures["systems"].items():
        by_kind = [told[kind.value][what] for kind in KINDS for what in ("found", "source_right")]
        shares = [*by_kind, told["content_f1"], told["attributed_f1"], told["all"]["speaker_told"]]
        grid.add_row(name, *(f"{share:.3f}" for share in shares), str(told["gave_up"]))
    return grid


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parts = "; ".join(f"{name}: {part.about}" for name, part in PARTS.items())
    parser = argparse.ArgumentParser(
        prog="python -m stancekit.research.quotes",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("corpus", type=Path, help="articles with attributions, a JSON object a line")
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    help_ = f"measure without a part, too; may be given several times. Parts: {parts}"
    parser.add_argument("--without", action="append", default=[], choices=PARTS, metavar="PART", help=help_)
    help_ = "measure another finder over the same parse, too; it must be installed"
    parser.add_argument("--compare", action="append", default=[], choices=["textacy"], help=help_)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure from the command line."""
    options = _options(arguments)
    systems: dict[str, System] = {"stancekit": Stancekit()}
    systems |= {f"without {name}": Stancekit(PARTS[name]) for name in options.without}
    try:
        systems |= {name: Textacy() for name in options.compare}
        figures = measure(read_gold(options.corpus), systems)
    except (ArticleFormatError, ImportError, OSError) as exc:
        sys.exit(f"stancekit: {exc}")
    if options.json:
        print(json.dumps(figures, indent=1))  # noqa: T201  # the command's output
    else:
        from rich.console import Console

        # A table that is cut off is of no use; a narrow terminal breaks its lines.
        Console(width=max(Console().width, _WIDTH)).print(table(figures))


if __name__ == "__main__":
    main()
