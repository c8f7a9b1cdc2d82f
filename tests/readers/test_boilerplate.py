"""What is marked as no part of the story, and above all what is not."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.readers import find_boilerplate
from stancekit.readers._phrases import PHRASES

CASES = Path(__file__).parent / "cases"
SEEDS = Path(__file__).parents[2] / "seeds"

SENTENCES = ["The mayor opened the lock on Friday, and nobody cheered."] * 12
"""Enough of a story to keep what stands below from being near the top."""


def lines_of(name: str) -> list[str]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def marked(text: str) -> list[tuple[str, str]]:
    return [(found.kind.value, found.span.of(text)) for found in find_boilerplate(text)]


def expected(case: str) -> tuple[str, str, str]:
    """The kind, the line, and what of it is marked."""
    kind, _, words = case.partition(" | ")
    line = words.replace("[[", "").replace("]]", "")
    part = words[words.index("[[") + 2 : words.index("]]")] if "[[" in words else line
    return kind, line, part


class TestGoldenLines:
    @pytest.mark.parametrize("case", lines_of("marked.txt"))
    def test_what_is_no_story_is_marked(self, case):
        """Each known form is marked with its kind, and no more of its line than belongs to it."""
        kind, line, part = expected(case)

        assert marked("\n".join([line, *SENTENCES])) == [(kind, part)]

    @pytest.mark.parametrize("line", lines_of("story.txt"))
    def test_the_story_is_left_alone(self, line):
        """A sentence that begins like boilerplate is not taken for it, near the top or further down."""
        assert marked("\n".join([line, *SENTENCES, line, *SENTENCES])) == []

    @pytest.mark.parametrize("case", [case for case in lines_of("marked.txt") if case.startswith("credit")])
    def test_credits_are_found_at_the_end_too(self, case):
        """Where a credit stands makes no difference."""
        kind, line, part = expected(case)

        assert marked("\n".join([*SENTENCES, line])) == [(kind, part)]


class TestNeighbours:
    def test_what_a_newsletter_holds_is_part_of_its_promotion(self):
        """The line below an announcement is marked where it says what readers get."""
        text = "Unlock the Harbour Watch newsletter for free\nYour guide to what the tolls mean for the town\nIt rained."

        assert [kind for kind, _ in marked(text)] == ["promotion", "promotion"]

    def test_a_headline_below_a_promotion_is_kept(self):
        """Not every line below an announcement belongs to it."""
        text = (
            "Unlock the Harbour Watch newsletter for free\nHarbour tolls split Vennmouth\nIt rained all day."
        )

        assert [kind for kind, _ in marked(text)] == ["promotion"]

    def test_headlines_below_a_list_of_links_belong_to_it(self):
        """They end where a sentence begins."""
        text = "It rained.\nRelated stories\nHow the harbour was lost\nTen best chip shops\nThe mayor spoke.\nA crosshead"

        assert [words for _, words in marked(text)] == [
            "Related stories",
            "How the harbour was lost",
            "Ten best chip shops",
        ]

    def test_a_place_alone_is_a_dateline_only_near_the_top(self):
        """Further down, capitals before a dash are a crosshead."""
        text = "\n".join([*SENTENCES, "MOVING HOUSE — The club packs."])

        assert marked(text) == []

    def test_slug_and_credit_of_one_paragraph(self):
        """A wire story of one paragraph has both its ends marked, and its sentences kept."""
        text = "KYIV (Reuters) - The bridge fell. (Reporting by Ann Lee)"

        assert marked(text) == [("dateline", "KYIV (Reuters) -"), ("credit", "(Reporting by Ann Lee)")]


class TestSeeds:
    @pytest.mark.parametrize(
        ("name", "kinds"),
        [
            ("putin-trump", ["promotion", "promotion", "credit"]),
            ("aireside-ashgroves", ["byline", "dateline"]),
            ("corvane-strike", []),
            ("harrowbeck-flats", []),
        ],
    )
    def test_sample_articles(self, name, kinds):
        """The sample articles' boilerplate is found, and nothing else."""
        text = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")

        assert [kind for kind, _ in marked(text)] == kinds


PHRASES = st.sampled_from(
    [
        *[
            phrase
            for several in (*PHRASES.exact.values(), *PHRASES.label.values())
            for phrase in sorted(several)
        ],
        *sorted(PHRASES.mild_opener),
        *sorted(PHRASES.urgent_opener),
        *sorted(PHRASES.promoted),
        *sorted(PHRASES.work),
        *[
            "By ",
            "BY",
            "(AP Photo/",
            "/Getty Images",
            "KYIV",
            "(Reuters)",
            " — ",
            " - ",
            "©",
            "2024",
            "All rights reserved",
        ],
        *[
            "Ann Lee",
            " and ",
            " in ",
            "\n",
            "\r\n",
            "\u2028",
            "(",
            ")",
            ".",
            " by ",
            " from ",
            "İ",
            "\x1c",
            "\x00",
        ],
    ]
)
LIKELY_TEXTS = st.lists(PHRASES | st.text(max_size=8), max_size=60).map("".join)
TEXTS = st.text(max_size=2000) | LIKELY_TEXTS | st.text(min_size=1, max_size=10).map(lambda text: text * 1000)


class TestProperties:
    @given(text=TEXTS)
    def test_any_text(self, text):
        """Whatever the text, the marks lie inside it, in order, apart, and begin and end with no whitespace."""
        found = find_boilerplate(text)

        assert all(mark.span.end <= len(text) for mark in found)
        assert all(one.span.end <= other.span.start for one, other in pairwise(found))
        assert all(mark.span.of(text).strip() == mark.span.of(text) for mark in found)

    @given(text=LIKELY_TEXTS)
    def test_lines_of_whitespace_change_nothing(self, text):
        """Blank lines between paragraphs are no paragraphs."""
        spaced = text.replace("\n", "\n \n\n")

        assert marked(spaced) == marked(text)

    @pytest.mark.parametrize(
        "unit", ["word ", "By A ", "(", "- ", "ABC, ", "Reporting by ", "/", "a/Getty Images ", "\n"]
    )
    def test_a_megabyte_is_no_matter(self, unit):
        """Long lines of what nearly matches take no more than linear time."""
        assert find_boilerplate(unit * (1_000_000 // len(unit))) == ()
