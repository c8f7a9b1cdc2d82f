"""How a cue stands to what it reports."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("Smith said that the bill was dead.", "neutral"),
        ("Smith claimed that the bill was dead.", "doubting"),
        ("Smith admitted that the bill was dead.", "conceding"),
        ("Smith pointed out that the bill was dead.", "endorsing"),
        ("Smith insisted that the bill was dead.", "emphatic"),
        ("“The bill is dead,” Smith claimed.", "doubting"),
        ("“The bill is dead,” thundered Smith.", "emphatic"),
        ("Smith accused Jones of lying.", "doubting"),
        ("Smith’s claim that the bill was dead was false.", "doubting"),
        ("The bill was dead, according to Smith.", "neutral"),
    ],
)
def test_is_the_cues(read, text, attitude):
    """To claim is not to say."""
    (quote,) = read(text, "Smith").of("direct", "indirect")

    assert quote.attitude == attitude


@pytest.mark.parametrize("text", ["Smith praised the bill.", "Smith condemned the bill."])
def test_of_praise_and_blame_is_the_speakers(read, text):
    """It says how Smith sees the bill, not how the article sees Smith's words."""
    assert [quote.attitude for quote in read(text, "Smith").of()] == ["neutral"]


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("Smith did not claim that the bill was dead.", "neutral"),
        ("Smith could not confirm that the bill was dead.", "neutral"),
        ("Smith did not say that the bill was dead.", "neutral"),
        ("Smith did not admit that the bill was dead.", "conceding"),
        ("Smith refused to admit that the bill was dead.", "conceding"),
        ("Smith did not mention that the bill was dead.", "neutral"),
        ("Smith did not point out that the bill was dead.", "endorsing"),
    ],
)
def test_negation_leaves_what_is_taken_for_granted(read, text, attitude):
    """Who did not admit a lie has lied all the same; who did not claim one has not."""
    assert read(text, "Smith").of("indirect")[-1].attitude == attitude


def test_marks_alone_have_none(read):
    """Without a cue there is nothing to read it from."""
    assert [quote.attitude for quote in read("The “rescue plan” is one page long.").of()] == ["neutral"]
