"""Every rating of the rules tells how it came about."""

from __future__ import annotations

from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.stances.masking._mask import TARGET_PLACEHOLDER
from stancekit.stances.rules._scorer import RulesScorer
from stancekit.stances.scoring._rate import rate
from stancekit.values import Candidate, Span

WORDS = ["brave", "not very honest", "anything but corrupt", "an utterly disgraceful liar", "no hero", "tall"]
FRAMES = [
    "Holt is {}.",
    "Although Holt is {}, Mercer praised the plan.",
    "Mercer said Holt might be {}.",
    "Is Holt {}?",
    "If Holt is {}, Reyes condemned her for nothing.",
    "Mercer is kinder than Holt, who is {}.",
    "“Holt is {},” Mercer said, “but brave.”",
]


def told(text, *, voice="any"):
    asked = Candidate(text, Span(text.index("Holt"), text.index("Holt") + 4))
    scorer = RulesScorer(voice=voice)
    (rating,) = rate(scorer, [asked])
    return rating, scorer.explain(asked)


class TestContributions:
    @settings(max_examples=40, deadline=None)
    @given(
        pattern=st.sampled_from(FRAMES), word=st.sampled_from(WORDS), voice=st.sampled_from(["own", "any"])
    )
    def test_add_up(self, pattern, word, voice):
        """Contributions sum to the score, and each is its entry's score times its steps."""
        rating, found = told(pattern.format(word), voice=voice)

        assert sum(one.weight for one in found) == pytest.approx(rating.score, abs=1e-9)
        for one in found:
            assert one.score * prod(step.factor for step in one.steps) == pytest.approx(one.weight, abs=1e-12)

    @settings(max_examples=25, deadline=None)
    @given(pattern=st.sampled_from(FRAMES), word=st.sampled_from(WORDS))
    def test_show_what_the_evidence_shows(self, pattern, word):
        """No words but those of contributions are evidence, and the other way round."""
        rating, found = told(pattern.format(word))

        assert {item.span for item in rating.evidence} == {span for one in found for span in one.spans}

    def test_name_entry_and_rules(self):
        """Entry, table and pattern stand as in the lexicon; each step shows its words."""
        _, (one,) = told("Holt is not a coward.")

        assert (one.entry, one.table, one.pattern, one.link) == ("coward", "nouns", "voice>head", "direct")
        assert [(step.rule, step.text) for step in one.steps[:2]] == [
            ("negator", "not"),
            ("faint denial", ""),
        ]

    def test_words_are_the_original_s(self):
        """What passes through a name shows the name, not its placeholder."""
        text = "Ann Holt-Reyes’s plan is bad."
        found = RulesScorer().explain(Candidate(text, Span(0, 14)))

        shown = " ".join(map(str, found))
        assert "“bad”" in shown
        assert TARGET_PLACEHOLDER not in shown

    def test_nothing_said_is_nothing_told(self):
        """Without a polar word there is nothing to explain; nor without a sentence."""
        assert told("Holt arrived on Tuesday.")[1] == ()
        assert RulesScorer().explain(Candidate("   .", Span(0, 1))) == ()

    def test_prints_in_one_line(self):
        """A contribution reads as a sum."""
        _, (one,) = told("Holt is not a coward.")

        assert str(one).startswith(
            f"{one.weight:+.3f}  “not a coward”: coward (nouns voice>head, -0.8) × -0.7"
        )
