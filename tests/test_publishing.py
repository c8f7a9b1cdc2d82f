"""What goes out with a release: the changelog, the citation, the licences."""

from __future__ import annotations

import re
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
