"""Write what the examples in README.md and docs/ now put out into the pages.

Run ``python tests/renew_docs.py`` for all pages or with those you want, such as ``docs/index.md``, and look
at the difference: a page must not turn wrong unseen.
"""

from __future__ import annotations

import sys
from textwrap import indent

from test_docs import RUNNING, Stale, name_of, reader, stale_parts


def main(wanted: list[str]) -> None:
    """Renew every page whose examples put out something else than it shows."""
    for path in (path for path in RUNNING if not wanted or name_of(path) in wanted):
        with reader():
            stale = [*stale_parts(path)]
        if stale:
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            # From the end, so that the lines before keep their numbers.
            for part in reversed(stale):
                _renew(lines, part)
            path.write_text("".join(lines), encoding="utf-8")
            print(f"{name_of(path)}: {len(stale)} outputs")  # noqa: T201  # a command's report


def _renew(lines: list[str], part: Stale) -> None:
    lines[part.line : part.line + part.shown.count("\n")] = [indent(part.got, part.block.indent)]


if __name__ == "__main__":
    main(sys.argv[1:])
