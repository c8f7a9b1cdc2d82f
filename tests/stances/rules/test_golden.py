"""Cases in files: a passage, who is evaluated by whom in it, and how."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import frozen

from stancekit.stances.scoring._rate import rate
from stancekit.values import Candidate, Span

if TYPE_CHECKING:
    from stancekit.stances.rules._scorer import RulesScorer

GOLDEN = Path(__file__).parent / "golden"


MORE = " ..."
"""What evidence ends in that is not all that is shown."""


@frozen
class Case:
    candidate: Candidate
    polarity: str
    evidence: tuple[str, ...]
    is_complete: bool
    voice: str

    def shows(self, shown: list[str]) -> bool:
        """Whether words are the evidence of the case, or hold it where it is not complete."""
        if self.is_complete:
            return shown == [*self.evidence]
        return all(any(piece in words for words in shown) for piece in self.evidence)


def marked(passage: str) -> Candidate:
    """A candidate from a passage with [target] and {holder}; of several holders the first counts."""
    text = ""
    opened: dict[str, int] = {}
    found: dict[str, Span] = {}
    for character in passage:
        if character in "[{":
            opened[character] = len(text)
        elif character in "]}":
            opening = {"]": "[", "}": "{"}[character]
            found.setdefault(opening, Span(opened[opening], len(text)))
        else:
            text += character
    return Candidate(text, found["["], found.get("{"))


def case_of(line: str, voice: str = "own") -> Case:
    """A case from its line."""
    polarity, passage, *evidence = (part.strip() for part in line.split("|"))
    told = "".join(evidence)
    pieces = tuple(piece.strip() for piece in told.removesuffix(MORE).split(";") if piece.strip())
    return Case(marked(passage), polarity, pieces, not told.endswith(MORE), voice)


def cases() -> list[object]:
    found = []
    for path in sorted(GOLDEN.glob("*.txt")):
        voice = "own"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("voice:"):
                voice = line.partition(":")[2].strip()
            elif line and not line.startswith("#"):
                found.append(pytest.param(case_of(line, voice), id=f"{path.stem}:{number}"))
    return found


@pytest.mark.parametrize("case", cases())
def test_golden(case, request):
    """The rules give the polarity that the file says, and show the words that it names and no others."""
    scorer: RulesScorer = request.getfixturevalue("own" if case.voice == "own" else "anybody")

    (rating,) = rate(scorer, [case.candidate])

    assert rating is not None
    assert rating.polarity == case.polarity
    shown = [item.text for item in rating.evidence]
    assert case.shows(shown), shown


@pytest.mark.parametrize(
    ("line", "shown", "holds"),
    [
        ("positive | [Holt] is brave. | brave", ["brave"], True),
        ("positive | [Holt] is brave. | brave", ["is brave"], False),
        ("positive | [Holt] is brave. | brave", ["brave", "wise"], False),
        ("positive | [Holt] is brave. | brave ...", ["is brave", "wise"], True),
        ("neutral | [Holt] spoke.", [], True),
        ("neutral | [Holt] spoke.", ["spoke"], False),
    ],
)
def test_what_a_line_says_of_evidence(line, shown, holds):
    """The words and no others, but for a line that ends in dots."""
    assert case_of(line).shows(shown) is holds


def test_every_case_is_read():
    """One case for each line that is neither a comment nor a setting."""
    lines = [line for path in GOLDEN.glob("*.txt") for line in path.read_text("utf-8").splitlines()]

    assert len(cases()) == len(
        [line for line in lines if line.startswith(("positive", "negative", "neutral"))]
    )
    assert all(
        line.startswith(("#", "voice:", "positive", "negative", "neutral")) or not line for line in lines
    )
