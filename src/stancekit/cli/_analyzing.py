"""`stancekit analyze`: articles in, one report out."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.progress import track

from ..actors import Registry
from ..analyzer import Analyzer
from ..readers import Failure, read_articles
from ..records import dumps, to_record
from ..report import page, stance_table
from ..values import WarningKind
from ..values._fields import counted, shown
from ._output import STDIN, Failures, UnwritableError, check_apart, console_for, opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from ..values import Analysis, Article


def analyze_paths(
    paths: Sequence[str],
    *,
    layout: str,
    out: Path | None,
    scorer: str,
    min_confidence: float,
    include_neutral: bool,
    registry: Path | None,
    only_registry: bool,
    workers: int,
) -> int:
    """Analyze all that *paths* hold and write it; give the exit code."""
    check_apart(out, paths if registry is None else [*paths, registry])
    analyzer = Analyzer(
        scorer,
        registry=_registry(registry, alone=only_registry),
        min_confidence=min_confidence,
        include_neutral=include_neutral,
    )
    failures = Failures()
    articles = _shown(_articles(paths, failures))
    kinds: Counter[str] = Counter()
    analyses = _watched(analyzer.stream(articles, workers=workers), failures, kinds)
    first = next(analyses, None)
    if first is None and out is not None:
        return failures.exit_code  # an empty report is worth less than what may stand there
    try:
        with opened(out) as stream:
            _write(chain([] if first is None else [first], analyses), layout, stream)
    except UnwritableError as error:
        failures.add(error)
    if layout == "table" and kinds:
        told = ", ".join(f"{number:,} {kind}" for kind, number in sorted(kinds.items()))
        failures.tell(f"{counted(kinds.total(), 'warning')} ({told}); --format json has what they say")
    return failures.exit_code


def _registry(path: Path | None, *, alone: bool) -> Registry:
    known = Registry.empty() if alone else Registry.builtin()
    return known if path is None else known.plus(Registry.read(path))


_REMEMBERED: Final = 1_000_000
"""Ids that are held against later ones; an endless input must not fill the memory."""


def _articles(paths: Sequence[str], failures: Failures) -> Iterator[Article]:
    seen: set[str] = set()
    for path in paths:
        if path == STDIN and sys.stdin is None:
            failures.add(f"{path}: can't be read (it is closed); name a file")
            continue
        source = sys.stdin.buffer if path == STDIN else path
        for found in read_articles(source, name=path):
            if isinstance(found, Failure):
                failures.add(found)
                continue
            if found.id in seen:
                failures.warn(
                    f"{path}: the id {shown(found.id)} is that of an earlier article, too; both count"
                )
            elif len(seen) < _REMEMBERED:
                seen.add(found.id)
            yield found


def _watched(analyses: Iterable[Analysis], failures: Failures, kinds: Counter[str]) -> Iterator[Analysis]:
    """Name the articles that could not be analyzed, and count warnings; all is still written."""
    for analysis in analyses:
        for warning in analysis.warnings:
            kinds[warning.kind.value] += 1
            if warning.kind is WarningKind.PARSE_FAILED:
                failures.add(f"{analysis.article.id}: can't be analyzed ({warning.message})")
        yield analysis


def _shown(articles: Iterable[Article]) -> Iterable[Article]:
    """Count the articles on standard error while a person is watching."""
    console = Console(stderr=True)
    if not console.is_terminal:
        return articles
    return track(articles, description="Reading", console=console, transient=True)


def _write(analyses: Iterator[Analysis], layout: str, stream: TextIO) -> None:
    if layout == "jsonl":
        for analysis in analyses:
            stream.write(dumps(analysis) + "\n")
    elif layout == "json":
        import json

        json.dump([to_record(analysis) for analysis in analyses], stream, indent=1)
        stream.write("\n")
    elif layout == "html":
        stream.write(page(analyses))
    else:
        console = console_for(stream)
        for analysis in analyses:
            console.print(stance_table(analysis))
