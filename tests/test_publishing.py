"""What goes out with a release: the changelog, the citation, the licences; and what is run before it does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import stancekit

ROOT = Path(__file__).parents[1]

CATEGORIES = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
RELEASE = re.compile(r"\[(?P<version>\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def releases() -> list[tuple[str, str]]:
    """Heading and text of each part of the changelog."""
    parts = re.split(r"^## (.+)$", text_of("CHANGELOG.md"), flags=re.MULTILINE)[1:]
    return [*zip(parts[::2], parts[1::2], strict=True)]


class TestChangelog:
    """Keep a Changelog, 1.1.0."""

    def test_releases_stand_below_what_is_to_come_newest_first(self):
        """Each release has its number and its day."""
        (to_come, _), *released = releases()
        found = [RELEASE.fullmatch(heading) for heading, _ in released]

        assert to_come == "[Unreleased]"
        assert all(found)

        versions = [tuple(map(int, match["version"].split("."))) for match in found if match]
        assert versions == sorted({*versions}, reverse=True)

    @pytest.mark.parametrize(("heading", "text"), releases(), ids=[heading for heading, _ in releases()])
    def test_each_kind_of_change_stands_once(self, heading, text):
        """The kinds are the six that the format knows, in its order."""
        kinds = re.findall(r"^### (.+)$", text, re.MULTILINE)

        assert kinds == [kind for kind in CATEGORIES if kind in kinds]

    def test_no_change_stands_twice(self):
        """A change is told where it came."""
        changes = [
            " ".join(change.split()) for change in re.split(r"^- ", text_of("CHANGELOG.md"), flags=re.M)
        ]

        assert len(changes) == len({*changes})


def test_citation_names_this_version():
    """Who cites, cites what they have."""
    citation = yaml.safe_load(text_of("CITATION.cff"))

    assert citation["version"] == stancekit.__version__


@pytest.mark.parametrize("page", sorted(ROOT.rglob("LICENSES.md")), ids=lambda page: page.parent.name)
def test_licences_named_for_models_are_there(page):
    """Where the weights of others live on, the terms they came under are in the package."""
    named = {*re.findall(r"Apache-2\.0", page.read_text(encoding="utf-8"))}

    assert all((ROOT / "LICENSES" / f"{name}.txt").exists() for name in named)


PROJECT = tomllib.loads(text_of("pyproject.toml"))
WORKFLOW = yaml.safe_load(text_of(".github/workflows/ci.yml"))
JOBS = WORKFLOW["jobs"]
STEPS = [step for job in JOBS.values() for step in job["steps"]]


class TestWorkflow:
    """What runs on GitHub is what runs anywhere: the scripts in `.ci`."""

    def test_runs_scripts_that_are_there(self):
        """No step has commands of its own."""
        scripts = {step["run"].split()[0] for step in STEPS if "run" in step}

        assert scripts == {".ci/run", ".ci/wheel", ".ci/pythons"}
        assert all((ROOT / script).stat().st_mode & 0o100 for script in scripts)

    def test_tests_the_wheel_on_every_python_that_is_named(self):
        """The classifiers promise them, the script knows them, the workflow asks for each."""
        promised = [
            found[1]
            for classifier in PROJECT["project"]["classifiers"]
            if (found := re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", classifier))
        ]

        assert JOBS["pythons"]["strategy"]["matrix"]["python"] == promised
        assert re.search(r"set -- (.+)", text_of(".ci/pythons"))[1].split() == promised
        assert PROJECT["project"]["requires-python"] == f">={promised[0]}"

    def test_may_only_read(self):
        """Nothing in it can change the repository, and no step keeps a credential."""
        checkouts = [step["with"] for step in STEPS if step.get("uses", "").startswith("actions/checkout@")]

        assert WORKFLOW["permissions"] == {"contents": "read"}
        assert not [name for name, job in JOBS.items() if "permissions" in job]
        assert len(checkouts) == len(JOBS)
        assert all(options == {"persist-credentials": False} for options in checkouts)

    def test_pins_what_it_uses(self):
        """Each action is one of GitHub's own, by its major version."""
        used = [step["uses"] for step in STEPS if "uses" in step]

        assert used
        assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in used)


def test_verbs_are_those_that_contributors_are_shown():
    """CONTRIBUTING shows each session of `noxfile.py`, and `.ci/run` calls all but the tests'."""
    verbs = re.findall(r"^@nox\.session\ndef (\w+)", text_of("noxfile.py"), re.MULTILINE)
    shown = re.findall(r"^nox -s (\w+)", text_of("CONTRIBUTING.md"), re.MULTILINE)

    assert verbs == [*dict.fromkeys(shown)] == ["test", "lint", "types", "docs"]
    assert f"nox -s {' '.join(verbs[1:])}\n" in text_of(".ci/run")


def test_readme_and_verb_run_the_same_tests():
    """Who reads the README and who reads CONTRIBUTING test alike."""
    parallel = re.search(r"^PARALLEL = \((.+)\)$", text_of("noxfile.py"), re.MULTILINE)[1]
    options = " ".join(re.findall(r'"([^"]+)"', parallel))

    assert f"-m pytest -q {options}\n```" in text_of("README.md")


def test_extra_all_brings_every_extra_of_users():
    """Only what trains the bundled models is left out of it."""
    extras = PROJECT["project"]["optional-dependencies"]

    assert extras["all"] == [f"stancekit[{','.join(sorted({*extras} - {'all', 'train'}))}]"]
