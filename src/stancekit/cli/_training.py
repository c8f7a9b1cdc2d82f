"""`stancekit train`: labelled rows in, a model's folder out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from rich.progress import track

from .. import metrics
from ..errors import TrainingError
from ..stances import rate
from ..stances.learned import Example, Model, SklearnScorer, save_model, train
from ..stances.learned._models import trained_question
from ._output import FAILED, Failures, error_console, say
from ._rows import Row, UnreadableError, opened_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from rich.console import Console


def train_model(
    paths: Sequence[str],
    *,
    out: Path,
    seed: int,
    validate: Sequence[str],
    sources: Sequence[str],
) -> int:
    """Train on all rows of *paths* and write the model; give the exit code.

    One faulty row, and nothing is trained: who trains on fewer rows than he thinks publishes wrong
    figures.
    """
    failures = Failures()
    examples = _examples(paths, failures)
    held_out = _examples(validate, failures)
    if failures.count:
        return FAILED
    console = error_console()
    try:
        model = train(examples, seed=seed, watch=lambda rows: _shown(rows, console))
        card = {"sources": list(sources), "validation": _validated(model, held_out)}
        model = Model(model.classifiers, {**model.card, **card})
        save_model(model, out)
    except TrainingError as error:
        failures.add(f"{', '.join(paths)}: {error}")
    except OSError as error:
        failures.add(f"{out}: can't be written ({error.strerror}); choose another folder for --out")
    else:
        _tell(model, console)
    return failures.exit_code


def _examples(paths: Iterable[str], failures: Failures) -> list[Example]:
    found: list[Example] = []
    seen: dict[str | int, str] = {}
    for path in paths:
        try:
            with opened_rows(path, failures, labelled=True) as rows:
                found += _of_file(rows, seen, failures)
        except UnreadableError as error:
            failures.add(error)
    return found


def _of_file(rows: Iterable[Row], seen: dict[str | int, str], failures: Failures) -> Iterator[Example]:
    for row in rows:
        if row.id in seen:
            failures.add(f"{row.source}: 'id' must be new (got {row.id!r}, as in {seen[row.id]})")
        elif row.label is not None:
            seen[row.id] = row.source
            yield Example(row.candidate, row.label.value)


def _validated(model: Model, examples: Sequence[Example]) -> dict[str, dict[str, Any]]:
    """How well a model judges examples, by the question they ask."""
    by_question: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        by_question[trained_question(example.candidate)].append(example)
    scorer = SklearnScorer(model)
    found = {}
    for question, here in sorted(by_question.items()):
        ratings = rate(scorer, [example.candidate for example in here])
        told = metrics.measure([example.label for example in here], ratings, resamples=0)
        found[question] = {
            "rows": told.rows,
            "abstained": told.abstained,
            "macro_f1": told.macro_f1.value,
            "accuracy": told.accuracy.value,
            "expected_calibration_error": told.calibration_error.value,
        }
    return found


def _shown(examples: Iterable[Example], console: Console) -> Iterable[Example]:
    """Count the rows on standard error while a person is watching."""
    if not console.is_terminal:
        return examples
    return track(examples, description="Reading rows", console=console, transient=True)


def _tell(model: Model, console: Console) -> None:
    for question, notes in model.card["questions"].items():
        rows = ", ".join(f"{count} {label}" for label, count in notes["rows"].items())
        held_out = f"macro-F1 {notes['held_out_macro_f1']:.3f} on rows held out in turn"
        say(console, f"{question}: {rows}; {held_out}")
    for question, figures in model.card["validation"].items():
        told = ", ".join(f"{name.replace('_', ' ')} {value:.4g}" for name, value in figures.items())
        say(console, f"{question}, validation: {told}")
