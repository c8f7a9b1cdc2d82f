"""Text flows one way, from room to room and from stage to stage: what may import what."""

from __future__ import annotations

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import stancekit

PACKAGE = Path(stancekit.__file__).parent
ROOT = Path(__file__).parents[1]

ORDER = [
    "_version",
    "_lazy",
    "_tables",
    "_workers",
    "_onnx",
    "_visible",
    "errors",
    "values",
    "records",
    "readers",
    "language",
    "lexicon",
    "syntax",
    "actors",
    "quotes",
    "stances",
    "metrics",
    "analyzer",
    "report",
    "cli",
    "research",
]
"""The rooms and the modules that they share, each behind what it may import."""

STAGES = {
    "actors": [
        "registry",
        "mentions",
        "entities",
        "coreference",
        "_cast",
        "_salience",
        "_make_cast",
        "_pipeline",
    ],
    "quotes": [
        "cues",
        "marks",
        "sources",
        "indirect",
        "direct",
        "assembly",
        "speakers",
        "_pipeline",
    ],
    "stances": [
        "masking",
        "scoring",
        "candidates",
        "rules",
        "adapters",
        "learned",
        "encoder",
        "ensemble",
        "_pipeline",
    ],
}
"""The stages of the big rooms, each behind what it may import."""

APART = {"__init__", "__main__", "_hypothesis", "_spacy", "testing"}
"""The door, the same door for ``python -m``, what Hypothesis and spaCy look for: nobody imports these."""

# An analysis shows itself in a notebook, a terminal and a table, which ask the value; what draws it stands behind
# one door, `report._display`, and is imported when it is needed.
ALLOWED_BACKWARDS = {("values/_analysis.py", "report")}

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def modules_imported(source: str, path: Path) -> list[list[str]]:
    """The dotted names that a module imports of ours, wherever in it and however it is written, in parts."""
    package = ["stancekit", *path.relative_to(PACKAGE).parts[:-1]]
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*base, *([node.module] if node.module else [])])
            found += [f"{origin}.{alias.name}" for alias in node.names]
    dotted = [name.split(".") for name in found]
    return [parts for parts in dotted if parts[0] == "stancekit"]


def rooms_imported(source: str, path: Path) -> set[str]:
    """The rooms and shared modules that a module imports."""
    return {parts[1] if len(parts) > 1 else "__init__" for parts in modules_imported(source, path)}


def stages_imported(path: Path) -> set[str]:
    """The stages of its own room that a module imports."""
    imported = modules_imported(path.read_text(encoding="utf-8"), path)
    return {parts[2] for parts in imported if parts[1:2] == [room_of(path)] and len(parts) > 2}


def module_imports(path: Path, known: set[str]) -> set[str]:
    """The modules of ours that a module imports, folders aside."""
    imported = modules_imported(path.read_text(encoding="utf-8"), path)
    dotted = {".".join(parts[:end]) for parts in imported for end in (len(parts), len(parts) - 1)}
    return dotted & known


class TestRoomsImported:
    """The measure itself, held against imports written by hand."""

    @pytest.mark.parametrize(
        ("statement", "room"),
        [
            ("from ..values import Span", "values"),
            ("from .. import errors", "errors"),
            ("from ..quotes.marks import pairs", "quotes"),
            ("import stancekit.report._html", "report"),
            ("from stancekit import cli", "cli"),
            ("from stancekit.stances import rate", "stances"),
            ("from .marks import pairs", "quotes"),
            ("from . import marks", "quotes"),
            ("def f():\n    from ..cli import main", "cli"),
            ("import stancekit", "__init__"),
        ],
    )
    def test_finds_every_way_to_write_it(self, statement, room):
        """Relative, absolute, nested in a function: it is an import all the same."""
        assert rooms_imported(statement, PACKAGE / "quotes" / "cues.py") == {room}

    def test_counts_levels_in_nested_folders(self):
        """Three dots lead out of a folder in a room."""
        path = PACKAGE / "language" / "models" / "train.py"

        assert rooms_imported("from ...values import Span\nfrom ..pieces import cut", path) == {
            "values",
            "language",
        }

    def test_knows_other_packages_from_ours(self):
        """Somebody else's `values` is not our room."""
        assert rooms_imported("import attrs.values\nfrom spacy import errors", PACKAGE / "errors.py") == set()


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) not in APART], ids=name_of)
def test_rooms_look_only_back(path):
    """A room imports from itself and from rooms before it, never after."""
    allowed = {*ORDER[: ORDER.index(room_of(path)) + 1]}
    allowed |= {later for name, later in ALLOWED_BACKWARDS if name == name_of(path)}

    assert rooms_imported(path.read_text(encoding="utf-8"), path) <= allowed


@pytest.mark.parametrize(("name", "later"), sorted(ALLOWED_BACKWARDS))
def test_exceptions_are_still_needed(name, later):
    """An exception that nothing uses any more goes away."""
    path = PACKAGE / name

    assert later in rooms_imported(path.read_text(encoding="utf-8"), path)


def test_values_go_back_through_one_door():
    """What shows an analysis is imported in one place."""
    path = PACKAGE / "values" / "_analysis.py"
    imported = modules_imported(path.read_text(encoding="utf-8"), path)

    assert [parts[1:] for parts in imported if parts[1] == "report"] == [["report", "_display"]]


def test_every_room_has_its_place_in_the_order():
    """A new room or shared module is put into `ORDER` on purpose, and leaves it when it goes."""
    there = {room_of(path) for path in MODULES}

    assert there == {*ORDER, *APART}


def stage_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[1]


IN_STAGES = [path for path in MODULES if room_of(path) in STAGES and stage_of(path) != "__init__"]


@pytest.mark.parametrize("path", IN_STAGES, ids=name_of)
def test_stages_look_only_back(path):
    """Inside a room text flows one way, too."""
    order = STAGES[room_of(path)]

    assert stages_imported(path) <= {*order[: order.index(stage_of(path)) + 1]}


@pytest.mark.parametrize("room", STAGES)
def test_every_stage_has_its_place_in_the_order(room):
    """A new stage is put into `STAGES` on purpose, and leaves it when it goes."""
    assert {stage_of(path) for path in IN_STAGES if room_of(path) == room} == {*STAGES[room]}


def rows_of(page: str, header: str) -> list[list[str]]:
    """The cells in backticks of a table's rows, by the table's first heading."""
    text = (ROOT / page).read_text(encoding="utf-8")
    table = text.partition(f"| {header} |")[2].partition("\n\n")[0].splitlines()[2:]
    return [re.findall(r"(?<=\| )`([^`]+)`(?= \|)", row) for row in table]


def test_design_shows_the_rooms_in_order():
    """What a reader is told of the rooms is what is guarded here."""
    rooms = [room for room in ORDER if not room.startswith("_")]

    assert rows_of("docs/explanation/design.md", "room") == [[room] for room in [*rooms, "testing"]]


def test_contributing_shows_the_stages_in_order():
    """The map has every stage, and a module to open first that is there."""
    rows = rows_of("CONTRIBUTING.md", "stage")
    stages = [
        f"{room}/{stage}" for room, order in STAGES.items() for stage in order if not stage.startswith("_")
    ]

    assert [stage for stage, _ in rows] == stages
    assert not [row for row in rows if not PACKAGE.joinpath(*row).exists()]


def test_no_modules_go_round_in_a_circle():
    """The values' door to what draws them is the only way back."""
    named = {
        ".".join(["stancekit", *path.relative_to(PACKAGE).with_suffix("").parts]): path
        for path in MODULES
        if path.name != "__init__.py" and (name_of(path), "report") not in ALLOWED_BACKWARDS
    }
    sorter = TopologicalSorter({name: module_imports(path, {*named}) for name, path in named.items()})

    assert len([*sorter.static_order()]) == len(named)


def test_records_know_values_and_errors_only():
    """What is shared by so many rooms leans on none of them."""
    paths = (PACKAGE / "records").glob("*.py")
    imported = {room for path in paths for room in rooms_imported(path.read_text(encoding="utf-8"), path)}

    assert imported == {"records", "values", "errors"}


def test_testing_leans_on_values_and_errors_until_a_scorer_is_checked():
    """Hypothesis imports it each time it is imported itself, so it must stay cheap."""
    imported: set[str] = set()
    for path in (PACKAGE / "testing").glob("*.py"):
        at_top = [
            node
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.ImportFrom)
        ]
        imported |= rooms_imported("\n".join(ast.unparse(node) for node in at_top), path)

    assert imported - {"testing"} == {"values", "errors"}
