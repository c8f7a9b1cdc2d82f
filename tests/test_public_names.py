"""What is promised: one list of names, `public_names.txt`, and nothing beside it."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import stancekit

HERE = Path(__file__).parent
ROOT = HERE.parent
PACKAGE = Path(stancekit.__file__).parent

NAMES = (HERE / "public_names.txt").read_text(encoding="utf-8").split()
"""Every promised name. What leaves it or changes in it is deprecated first: docs/explanation/stability.md."""

ROOMS = sorted({name.rpartition(".")[0] for name in NAMES})

OF_THE_PACKAGE = ["stancekit.analyzer", "stancekit.errors", "stancekit.values"]
"""Rooms that give nothing but what `stancekit` itself gives."""

COMMANDS = {
    "stancekit.cli",
    "stancekit.research.actors",
    "stancekit.research.coreference",
    "stancekit.research.encoder",
    "stancekit.research.encoder.export",
    "stancekit.research.language",
    "stancekit.research.language.export",
    "stancekit.research.language.measure",
    "stancekit.research.quotes",
}
"""What is run, not imported."""

STAGES = {
    *(f"stancekit.actors.{stage}" for stage in ("registry", "mentions", "entities", "coreference")),
    *(
        f"stancekit.quotes.{stage}"
        for stage in ("cues", "marks", "sources", "indirect", "direct", "assembly", "speakers")
    ),
    *(
        f"stancekit.stances.{stage}"
        for stage in ("masking", "scoring", "candidates", "rules", "adapters", "encoder", "ensemble")
    ),
    "stancekit.research",
    "stancekit.syntax",
}
"""Folders that promise nothing themselves: stages of a room, and rooms for the rooms behind them."""

DIRECTIVE = re.compile(r"^\.\. (?:auto(?:function|class|exception)|py:data):: (?P<name>[\w.]+)", re.MULTILINE)
MODULE = re.compile(r"^\.\. automodule:: (?P<module>[\w.]+)\n   :members:(?P<names>.*)", re.MULTILINE)
RETURNED = re.compile(r".*\._(?!_)")
"""What stands in a private module: the type of something that is returned."""

IMPORT = re.compile(
    r"^(?:>>> |\.\.\. )?from (?P<room>stancekit[\w.]*) import (?P<names>[\w, ]+)$", re.MULTILINE
)


def dotted_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def names_of(room: str) -> list[str]:
    return [f"{room}.{name}" for name in import_module(room).__all__]


def is_of_the_package(name: str) -> bool:
    """Whether `stancekit` itself gives the same thing by the same name."""
    room, _, last = name.rpartition(".")
    return last in stancekit.__all__ and getattr(stancekit, last) is getattr(import_module(room), last)


def documented() -> set[str]:
    """The names on the reference's page; with a private module, of what is returned."""
    page = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    found = {match["name"] for match in DIRECTIVE.finditer(page)}
    for match in MODULE.finditer(page):
        some = [f"{match['module']}.{name.strip()}" for name in match["names"].split(",") if name.strip()]
        found |= {*(some or names_of(match["module"]))}
    return found


def pages() -> list[Path]:
    docs = (path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(docs)]


def test_the_list_is_in_order():
    """A name stands once, where one looks for it."""
    assert sorted({*NAMES}) == NAMES


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_promises_what_is_listed(room):
    """A name enters or leaves `__all__` on purpose; what `stancekit` itself gives is listed there alone."""
    own = [name for name in names_of(room) if room == "stancekit" or not is_of_the_package(name)]

    assert sorted(own) == [name for name in NAMES if name.rpartition(".")[0] == room]


@pytest.mark.parametrize("room", OF_THE_PACKAGE)
def test_rooms_of_the_package_give_what_it_gives(room):
    """Whoever imports a value from its own room gets the same one."""
    assert all(is_of_the_package(name) for name in names_of(room))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_promised_is_there(name):
    """Names that are loaded when they are used can be."""
    room, _, last = name.rpartition(".")

    assert getattr(import_module(room), last) is not None


def test_what_is_promised_is_documented():
    """The reference and the list agree."""
    assert {name for name in documented() if not RETURNED.match(name)} == {*NAMES}


def test_what_is_returned_is_documented_where_it_stands():
    """The reference tells the attributes of what functions return, whose types are no promised names."""
    returned = [name.rpartition(".") for name in documented() if RETURNED.match(name)]

    assert returned
    assert all(getattr(import_module(room), last).__module__ == room for room, _, last in returned)


def test_everything_else_is_private_by_name():
    """A module promises names, is a command, or begins with an underscore."""
    dotted = {dotted_name(path) for path in PACKAGE.rglob("*.py")}

    assert {name for name in dotted if "._" not in name} == {*ROOMS, *OF_THE_PACKAGE} | COMMANDS | STAGES


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_pages_use_what_is_promised(path):
    """An example that a reader copies goes on working."""
    for match in IMPORT.finditer(path.read_text(encoding="utf-8")):
        used = {f"{match['room']}.{name.strip()}" for name in match["names"].split(",")}

        assert used <= {*NAMES, *ROOMS}
