"""The commands and their exit codes: 0 done, 1 some inputs failed, 2 wrong usage."""

from __future__ import annotations

import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, CycloptsError, Parameter, validators

from .._version import __version__
from ..errors import ModelLoadError, RegistryFormatError, ScorerLoadError, UnknownScorerError
from ._output import FAILED, OK, STDIN, STOPPED, USAGE, UsageError, drop_output, error_console, say

if TYPE_CHECKING:
    from rich.console import Console

app = App(
    name="stancekit",
    help="Reads news articles and says who frames whom, how, with what evidence.",
    version=__version__,
    help_format="plaintext",
)

Scorer = Annotated[
    str,
    Parameter(help="The stance scorer (see `stancekit scorers`), or sklearn:FOLDER for your own model."),
]
Out = Annotated[
    Path | None, Parameter(name=["--out", "-o"], help="Write here instead of to standard output.")
]


@app.command
def analyze(
    paths: Annotated[
        list[str],
        Parameter(
            name="PATH",
            negative=(),
            help="Articles: .txt, .html, .json, .jsonl; - for standard input.",
        ),
    ],
    /,
    *,
    format: Annotated[  # noqa: A002  # the option's name is the contract's
        Literal["table", "json", "jsonl", "html"], Parameter(help="What to write.")
    ] = "table",
    out: Out = None,
    scorer: Scorer = "default",
    min_confidence: Annotated[
        float,
        Parameter(validator=validators.Number(gte=0, lte=1), help="Least confidence a stance needs, 0 to 1."),
    ] = 0.5,
    include_neutral: Annotated[bool, Parameter(negative=(), help="Keep neutral stances, too.")] = False,
    registry: Annotated[
        Path | None,
        Parameter(help="A .yaml, .csv or .json file of actors to know, besides those that are built in."),
    ] = None,
    only_registry: Annotated[
        bool, Parameter(negative=(), help="Know nobody but those of the registry, or nobody at all.")
    ] = False,
    workers: Annotated[
        int, Parameter(validator=validators.Number(gte=1), help="Processes to share the work.")
    ] = 1,
) -> int:
    """Say who frames whom in each article."""
    from ._analyzing import analyze_paths

    return analyze_paths(
        paths,
        layout=format,
        out=out,
        scorer=scorer,
        min_confidence=min_confidence,
        include_neutral=include_neutral,
        registry=registry,
        only_registry=only_registry,
        workers=workers,
    )


@app.command
def score(
    rows: Annotated[
        str,
        Parameter(
            name="ROWS",
            help="A .jsonl file of {id, text, target, holder}; - for standard input.",
        ),
    ],
    /,
    *,
    scorer: Scorer = "default",
    out: Out = None,
) -> int:
    """Score (holder, target) pairs in passages of your own."""
    from ._scoring import score_rows

    return score_rows(rows, scorer=scorer, out=out)


@app.command
def evaluate(
    rows: Annotated[
        str,
        Parameter(
            name="ROWS",
            help="A .jsonl file of {id, text, target, holder, label}; - for standard input.",
        ),
    ],
    /,
    *,
    scorer: Scorer = "default",
    against: Annotated[str | None, Parameter(help="A second stance scorer, to compare with.")] = None,
    format: Annotated[Literal["table", "json"], Parameter(help="What to write.")] = "table",  # noqa: A002
    bootstrap: Annotated[
        int,
        Parameter(
            validator=validators.Number(gte=0), help="Resamples for the intervals; 0 for no intervals."
        ),
    ] = 1000,
    group: Annotated[
        str | None,
        Parameter(help="The rows' field by which they are resampled together, such as their article."),
    ] = None,
    out: Out = None,
) -> int:
    """Measure a stance scorer on labelled rows, or compare two."""
    from ._evaluating import evaluate_rows

    return evaluate_rows(
        rows, scorer=scorer, against=against, layout=format, resamples=bootstrap, group=group, out=out
    )


@app.command
def train(
    rows: Annotated[
        list[str],
        Parameter(
            name="ROWS",
            negative=(),
            help="A .jsonl file of {id, text, target, holder, label}; - for standard input.",
        ),
    ],
    /,
    *,
    out: Annotated[Path, Parameter(name=["--out", "-o"], help="The folder to write the model to.")],
    estimator: Annotated[
        Literal["sklearn"], Parameter(help="What to train; use it with --scorer sklearn:FOLDER.")
    ] = "sklearn",
    seed: Annotated[
        int, Parameter(validator=validators.Number(gte=0), help="Decides which rows are held out together.")
    ] = 0,
    validate: Annotated[
        list[str] | None, Parameter(negative=(), help="Rows to measure the model on; may be repeated.")
    ] = None,
    source: Annotated[
        list[str] | None,
        Parameter(negative=(), help="A data set and its licence, for the model card; may be repeated."),
    ] = None,
) -> int:
    """Train a stance scorer on labelled rows of your own."""
    from ._training import train_model

    del estimator  # there is one so far
    return train_model(rows, out=out, seed=seed, validate=validate or [], sources=source or [])


@app.command
def scorers() -> int:
    """List the installed stance scorers."""
    from ..stances import scorers as registry

    for name in registry.names():
        print(name)  # noqa: T201  # plain lines, for other programs to read
    return OK


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run one command and give its exit code."""
    errors = error_console()
    try:
        # A lone hyphen looks like an option to the parser, which would let any misspelled one pass.
        words = [STDIN if word == "-" else word for word in arguments]
        command, bound, _ = app.parse_args(words, exit_on_error=False, print_error=False)
        code = command(*bound.args, **bound.kwargs)
        if sys.stdout is not None:
            sys.stdout.flush()  # what fails, fails here, and not when Python leaves
    except CycloptsError as error:
        say(errors, f"stancekit: {error} (see stancekit --help)")
        code = USAGE
    except (ModelLoadError, RegistryFormatError, ScorerLoadError, UnknownScorerError, UsageError) as error:
        say(errors, f"stancekit: {error}")
        code = USAGE
    except BrokenPipeError:
        drop_output()  # whoever reads us has enough
        code = OK
    except BrokenProcessPool as error:
        _tell(errors, "a worker process ended, and what it was to analyze is lost; try --workers 1", error)
        code = FAILED
    except OSError as error:
        drop_output()
        _tell(errors, f"the output can't be written ({error.strerror or error})", error)
        code = FAILED
    except KeyboardInterrupt as stop:
        _tell(errors, "stopped", stop)
        code = STOPPED
    return code if isinstance(code, int) else OK


def _tell(errors: Console, message: str, error: BaseException) -> None:
    """Say what ended the command, and what is left of its output."""
    say(errors, "; ".join([f"stancekit: {message}", *getattr(error, "__notes__", ())]))
