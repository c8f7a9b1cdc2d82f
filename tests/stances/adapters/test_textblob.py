"""The TextBlob baseline."""

from __future__ import annotations

import pytest

from stancekit.language import load
from stancekit.stances.adapters._textblob import TextBlobScorer
from stancekit.stances.scoring._rate import rate
from stancekit.values import Candidate, Polarity, Span


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Bob was terrible.", Polarity.NEGATIVE),
        ("Bob was very brave and wonderful.", Polarity.POSITIVE),
        ("Bob was there.", Polarity.NEUTRAL),
    ],
)
def test_polarity(text, polarity):
    """The words of the clause decide."""
    (rating,) = rate(TextBlobScorer(), [Candidate(text, Span(0, 3))])

    assert rating.polarity is polarity


def test_evidence_adds_up():
    """The weights of the words shown add up to the score."""
    text = "Bob was not very brave, rather terrible."

    (rating,) = rate(TextBlobScorer(), [Candidate(text, Span(0, 3))])

    assert sum(item.weight for item in rating.evidence) == pytest.approx(rating.score)
    assert [item.text for item in rating.evidence] == ["not very brave", "terrible"]


def test_reads_the_targets_clause_alone():
    """With a parse, what another clause says of somebody else does not count."""
    text = "Bob left because the terrible storm destroyed everything."
    (sentence,) = load().parse(text).sentences

    (rating,) = rate(TextBlobScorer(), [Candidate(text, Span(0, 3), sentence=sentence)])

    assert rating.polarity is Polarity.NEUTRAL


def test_reads_a_window_without_a_parse():
    """Words far from the target do not count."""
    text = "Bob left. " + "Nothing else happened there. " * 5 + "It was terrible."

    (rating,) = rate(TextBlobScorer(), [Candidate(text, Span(0, 3))])

    assert rating.evidence == ()
