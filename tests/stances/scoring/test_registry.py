"""Stance scorers by name."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest
from attrs import field, frozen

from stancekit.errors import ScorerLoadError, ScorerNameTakenError, UnknownScorerError
from stancekit.stances import ScorerRegistry, scorers
from stancekit.stances.scoring._registry import BUILT_IN, GROUP


@frozen
class Even:
    """Abstains always."""

    bias: float = field(default=0.0)
    name: str = "even"

    def score(self, candidates):
        """No basis to judge."""
        return [None for _ in candidates]


def needs(weight):
    return Even(weight)


def fails():
    msg = "no weights here"
    raise OSError(msg)


@pytest.fixture
def plugin(monkeypatch):
    """An importable module that an installed package could bring."""
    module = ModuleType("stancekit_plugin")
    module.Even, module.needs, module.fails, module.number = Even, needs, fails, 3
    monkeypatch.setitem(sys.modules, "stancekit_plugin", module)
    return module


def registry(**values):
    """A registry with nothing but these entry points."""
    found = [EntryPoint(name, value, GROUP) for name, value in values.items()]
    return ScorerRegistry({}, discover=lambda: found)


class TestBuiltIn:
    def test_names_are_promised(self):
        """A vanished name is a broken promise, and a new one is made on purpose."""
        assert {*BUILT_IN} == {"default", "encoder", "ensemble", "rules", "sklearn", "textblob"}
        assert {*scorers.names()} >= {*BUILT_IN}

    @pytest.mark.parametrize("name", BUILT_IN)
    def test_is_recorded_under_its_name(self, name):
        """What is asked for by a name is recorded under that name."""
        assert scorers.make(name).name == name

    def test_naming_loads_nothing(self):
        """Listing the names imports no scorer."""
        code = (
            "import sys; from stancekit.stances import scorers; scorers.names();"
            "sys.exit(any(m.endswith(('.rules', '.textblob_', '.learned')) for m in sys.modules))"
        )

        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

    def test_takes_settings(self):
        """Settings reach the scorer."""
        assert scorers.make("rules", voice="any").voice == "any"


class TestRegister:
    def test_is_found(self):
        """A registered factory is made by its name."""
        own = registry()
        own.register("even")(Even)

        assert own.make("even", bias=0.5) == Even(0.5)

    def test_refuses_a_second(self):
        """A name in use stays with its owner."""
        own = registry()
        own.register("even")(Even)

        with pytest.raises(ScorerNameTakenError, match=r"'even' is taken by .*Even"):
            own.register("even")(needs)

    def test_refuses_ours(self):
        """Nobody replaces a scorer of ours in silence."""
        with pytest.raises(ScorerNameTakenError, match="'rules' is taken"):
            ScorerRegistry(discover=tuple).register("rules")(Even)

    @pytest.mark.parametrize("name", [Even, "", None])
    def test_needs_a_name(self, name):
        """Brackets forgotten behind the decorator are told, not taken for a name."""
        with pytest.raises(TypeError, match=r"must be a string that is not empty .*register\(\"mine\"\)"):
            registry().register(name)

    def test_returns_the_factory(self):
        """It decorates without changing."""
        assert registry().register("even")(Even) is Even

    def test_is_shown_by_its_names(self):
        """What there is, at a glance."""
        own = registry()
        own.register("even")(Even)

        assert repr(own) == "<ScorerRegistry: even>"


class TestMake:
    def test_unknown_name(self):
        """The message lists what there is and guesses what was meant."""
        own = registry()
        own.register("even")(Even)

        with pytest.raises(UnknownScorerError, match=r"no stance scorer named 'evne' .*Did you mean 'even'"):
            own.make("evne")

    def test_unknown_setting(self):
        """The message names scorer, setting and what it takes."""
        with pytest.raises(TypeError, match=r"'rules' has no setting 'speed' .*lexicon, voice"):
            scorers.make("rules", speed=3)

    def test_missing_setting(self, plugin):
        """So it does for a setting left out."""
        with pytest.raises(TypeError, match=r"'needs' needs the setting 'weight'"):
            registry(needs="stancekit_plugin:needs").make("needs")

    def test_wrong_value(self):
        """A refused value is a plain ValueError of the scorer's own."""
        with pytest.raises(ValueError, match="voice"):
            scorers.make("rules", voice="loud")


class TestPlugins:
    def test_is_found(self, plugin):
        """An installed scorer is made by its entry point's name."""
        assert registry(even="stancekit_plugin:Even").make("even", bias=1) == Even(1)

    def test_loads_only_when_asked(self):
        """A broken plug-in breaks neither the list nor another scorer."""
        own = registry(broken="no_such_module:Scorer")
        own.register("even")(Even)

        assert own.names() == ("broken", "even")
        assert own.make("even") == Even()

    def test_broken_import(self):
        """The error names the scorer and where it should be."""
        with pytest.raises(ScorerLoadError, match=r"'broken' can't be imported from 'no_such_module:Scorer'"):
            registry(broken="no_such_module:Scorer").make("broken")

    def test_failing_factory(self, plugin):
        """The error names the scorer and the reason."""
        with pytest.raises(ScorerLoadError, match=r"'fails' can't be built: OSError: no weights here"):
            registry(fails="stancekit_plugin:fails").make("fails")

    def test_not_callable(self, plugin):
        """An entry point must lead to a factory."""
        with pytest.raises(ScorerLoadError, match="must name something callable"):
            registry(number="stancekit_plugin:number").make("number")

    def test_not_a_scorer(self):
        """What a factory makes must have a name and a method."""
        with pytest.raises(ScorerLoadError, match="must have a 'name' and a method 'score'"):
            registry(nothing="builtins:dict").make("nothing")

    def test_ours_wins(self):
        """A plug-in can't take the place of a scorer of ours."""
        own = ScorerRegistry(discover=lambda: [EntryPoint("rules", "no_such_module:Rules", GROUP)])

        assert own.make("rules").name == "rules"

    def test_two_claims(self):
        """Two packages that claim a name are told apart by nobody."""
        found = [EntryPoint("even", value, GROUP) for value in ("first:Even", "second:Even")]

        with pytest.raises(ScorerNameTakenError, match="first:Even, second:Even"):
            ScorerRegistry({}, discover=lambda: found).make("even")


class TestInstalled:
    """What `importlib.metadata` finds, through the registry that everybody asks."""

    @pytest.fixture(autouse=True)
    def _packages(self, tmp_path, monkeypatch):
        """Three installed packages: one is sound, one is half gone, one fails when it is imported."""
        sources = {
            "sound": "from tests_even import Even",
            "gone": None,
            "failing": "raise RuntimeError('no')",
        }
        (tmp_path / "tests_even.py").write_text(
            "class Even:\n    name = 'sound'\n    def score(self, candidates):\n        return [None] * len(candidates)\n"
        )
        for name, source in sources.items():
            metadata = tmp_path / f"{name}-1.0.dist-info"
            metadata.mkdir()
            (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
            (metadata / "entry_points.txt").write_text(f"[{GROUP}]\n{name} = tests_{name}:Even\n")
            if source:
                (tmp_path / f"tests_{name}.py").write_text(f"{source}\n")
        monkeypatch.syspath_prepend(tmp_path)

    def test_are_listed_without_a_look_inside(self):
        """Names come from metadata: the broken ones are listed and break nothing."""
        assert {"sound", "gone", "failing", "rules"} <= {*scorers.names()}
        assert "tests_failing" not in sys.modules

    def test_the_sound_one_works_beside_the_broken(self):
        """Who asks for one does not meet the others."""
        assert scorers.make("sound").name == "sound"
        assert scorers.make("rules").name == "rules"

    @pytest.mark.parametrize(
        ("name", "reason"), [("gone", "ModuleNotFoundError: No module"), ("failing", "RuntimeError: no")]
    )
    def test_the_broken_one_is_told(self, name, reason):
        """Which plug-in, from where, why."""
        with pytest.raises(
            ScorerLoadError, match=rf"'{name}' can't be imported from 'tests_{name}:Even': {reason}"
        ):
            scorers.make(name)
