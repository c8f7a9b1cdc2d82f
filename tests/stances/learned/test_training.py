"""Training from labelled candidates."""

from __future__ import annotations

import pytest

from stancekit.errors import TrainingError
from stancekit.stances.learned import Example, train
from stancekit.values import Candidate, Span

from .conftest import framing, holding


def test_trains_a_classifier_for_each_question(model):
    """Rows without a holder ask one, rows with a holder the other."""
    assert {*model.classifiers} == {"framing", "holding"}


def test_version_follows_the_rows(model, examples, small):
    """Other rows, another version."""
    other = train(framing(), classifier=small)

    assert other.version != model.version
    assert train(framing(), classifier=small).version == other.version


def test_reading_can_be_watched(small):
    """Whoever watches sees every row."""
    seen = []

    def watch(rows):
        for row in rows:
            seen.append(row)
            yield row

    train(framing(), classifier=small, watch=watch)

    assert seen == framing()


ROW = Example(Candidate("Vessaly lied.", Span(0, 7)), "negative")


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], "got none"),
        ([ROW] * 10, "at least 30"),
        ([ROW] * 40, "at least two labels"),
        ([ROW] * 40 + [Example(ROW.candidate, "positive")] * 4, "at least 5 of each label"),
        (framing() + holding()[:3], "rows with a holder must be at least 30"),
    ],
    ids=["none", "few", "one label", "few of a label", "few with a holder"],
)
def test_refuses(rows, reason):
    """What can't be learned from, with the reason."""
    with pytest.raises(TrainingError, match=reason):
        train(rows)


def test_labels_are_checked():
    """The three polarities, nothing else."""
    with pytest.raises(ValueError, match="label"):
        Example(ROW.candidate, "good")
