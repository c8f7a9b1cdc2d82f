"""The four verbs: ``nox -s test``, ``lint``, ``types``, ``docs``; what follows ``--`` goes to the tool.

They run in the environment that nox was started from; CONTRIBUTING.md sets one up. `.ci/run` calls them, too.
"""

import sys

import nox

nox.needs_version = ">=2024.10"
nox.options.default_venv_backend = "none"

PYTHON = (sys.executable, "-m")

PARALLEL = ("-n", "auto", "--maxprocesses", "4")
"""Each process loads the models, half a gigabyte."""


@nox.session
def test(session: nox.Session) -> None:
    """Run the tests on up to four cores, or those that are named: ``nox -s test -- tests/quotes``."""
    session.run(*PYTHON, "pytest", "-q", *(session.posargs or PARALLEL))


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format; ``nox -s lint -- --fix`` mends what it can."""
    fix = "--fix" in session.posargs
    session.run(*PYTHON, "ruff", "check", *(["--fix"] if fix else []), ".")
    session.run(*PYTHON, "ruff", "format", *([] if fix else ["--check"]), ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types, strictly."""
    session.run(*PYTHON, "mypy", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the pages into ``docs/_build/html``; a warning is an error."""
    strict = ("-q", "-W", "--keep-going", "-b", "html")
    session.run(*PYTHON, "sphinx", *strict, *session.posargs, "docs", "docs/_build/html")
