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


@frozen
class Case:
    candidate: Candidate
    polarity: str
    evidence: tuple[str, ...]
    voice: str


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


def cases() -> list[object]:
    found = []
    for path in sorted(GOLDEN.glob("*.txt")):
        voice = "own"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("voice:"):
                voice = line.partition(":")[2].strip()
            elif line and not line.startswith("#"):
                polarity, passage, *evidence = (part.strip() for part in line.split("|"))
                pieces = tuple(piece.strip() for part in evidence for piece in part.split(";"))
                case = Case(marked(passage), polarity, pieces, voice)
                found.append(pytest.param(case, id=f"{path.stem}:{number}"))
    return found


@pytest.mark.parametrize("case", cases())
def test_golden(case, request):
    """The rules give the polarity that the file says, and show the words it names."""
    scorer: RulesScorer = request.getfixturevalue("own" if case.voice == "own" else "anybody")

    (rating,) = rate(scorer, [case.candidate])

    assert rating is not None
    assert rating.polarity == case.polarity
    shown = [item.text for item in rating.evidence]
    assert all(any(piece in words for words in shown) for piece in case.evidence), shown


def test_there_are_enough_cases():
    """The files are found."""
    assert len(cases()) > 80
