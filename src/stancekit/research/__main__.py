"""List the research commands: ``python -m stancekit.research``."""

from __future__ import annotations

import ast
import re
from pathlib import Path

_HERE = Path(__file__).parent
_CALL = re.compile(r"^Command: ``(?P<call>.+?)``", re.MULTILINE)


def commands() -> dict[str, str]:
    """The docstring of each command, by its module's name; none is imported, since some need torch."""
    below = [path for path in _HERE.rglob("*.py") if path.parent != _HERE or path.stem != "__main__"]
    paths = [path for path in below if path.stem == "__main__" or not path.stem.startswith("_")]
    return {_name_of(path): _docstring_of(path) for path in sorted(paths)}


def main() -> None:
    """Print how each command is called, and what it is for."""
    for docstring in commands().values():
        call = _CALL.search(docstring)
        assert call is not None, docstring  # noqa: S101  # a test holds every docstring to it
        print(f"{call['call']}\n    {docstring.splitlines()[0]}")  # noqa: T201  # the command's output
    print("\nWith --help, each says what goes in, what comes out, and how long it takes.")  # noqa: T201


def _name_of(path: Path) -> str:
    parts = path.relative_to(_HERE).with_suffix("").parts
    return ".".join(["stancekit", "research", *(part for part in parts if part != "__main__")])


def _docstring_of(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""


if __name__ == "__main__":
    main()
