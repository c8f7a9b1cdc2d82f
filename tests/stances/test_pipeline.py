"""From a document to its stances."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stancekit.language import load
from stancekit.records import from_record
from stancekit.stances import find_stances
from stancekit.stances._pipeline import StanceFindings
from stancekit.stances.rules._scorer import RulesScorer
from stancekit.values import (
    NARRATOR,
    Actor,
    Evidence,
    Facet,
    Mention,
    Polarity,
    Quote,
    Rating,
    Span,
    WarningKind,
)

SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = "Mercer praised Holt. Reyes condemned Holt. Nobody saw Holt."


def span(words, text=TEXT, at=0):
    start = text.index(words, at)
    return Span(start, start + len(words))


def cast(text=TEXT):
    """Three people by their surnames."""
    found = []
    for number, name in enumerate(["Mercer", "Holt", "Reyes"], start=1):
        places = []
        at = text.find(name)
        while at >= 0:
            places.append(Mention(Span(at, at + len(name))))
            at = text.find(name, at + 1)
        found.append(Actor(f"a{number}", name, "person", mentions=places))
    return found


def found(scorer, text=TEXT, quotes=(), **settings):
    return find_stances(load().parse(text), cast(text), quotes, scorer, **settings)


class Stub:
    """Answers by a function of the candidate."""

    name = "stub"

    def __init__(self, answer):
        self.answer = answer

    def score(self, candidates):
        """One answer each."""
        return [self.answer(candidate) for candidate in candidates]


def praise(candidate):
    """Takes "praised" for praise wherever it stands."""
    at = candidate.text.find("praised")
    if at < 0:
        return Rating(negative=0.1, neutral=0.8, positive=0.1)
    return Rating.of_score(0.9, evidence=[Evidence(Span(at, at + 7), 0.9, Facet.WARMTH)])


class TestStances:
    def test_who_frames_whom(self):
        """Each holder's stance, in text order, with ids."""
        findings = found(RulesScorer())

        assert [(s.id, s.holder.name, s.target.name, s.polarity.value) for s in findings.stances] == [
            ("s1", "Mercer", "Holt", "positive"),
            ("s2", "Reyes", "Holt", "negative"),
        ]
        assert findings.warnings == ()

    def test_evidence_is_in_the_document(self):
        """Offsets and words are those of the whole text."""
        stances = found(RulesScorer()).stances

        assert [[e.text for e in s.evidence] for s in stances] == [["praised"], ["condemned"]]
        assert all(e.span.of(TEXT) == e.text for s in stances for e in s.evidence)

    def test_abstains_below_the_threshold(self):
        """A stance less confident than asked for is not given."""
        assert found(RulesScorer(), min_confidence=0.99) == StanceFindings()

    def test_neutral_on_demand(self):
        """Neutral stances are given only when asked for."""
        stances = found(Stub(praise), include_neutral=True).stances

        assert {s.polarity for s in found(Stub(praise)).stances} == {Polarity.POSITIVE}
        assert Polarity.NEUTRAL in {s.polarity for s in stances}

    def test_polarity_needs_evidence(self):
        """Polar ratings without evidence make no stance, and one warning counts them."""
        findings = found(Stub(lambda _: Rating.of_score(0.9)))

        (warning,) = findings.warnings
        assert findings.stances == ()
        assert warning.kind is WarningKind.NO_EVIDENCE
        assert "showed no evidence for 7 of 7 ratings" in warning.message
        assert warning.span == span("Mercer praised Holt.")

    def test_polarity_needs_evidence_each_time(self):
        """Ratings that show their words make stances beside those that don't."""
        blind = Stub(lambda c: praise(c) if "praised" in c.text else Rating.of_score(-0.9))

        findings = found(blind)

        assert {s.polarity for s in findings.stances} == {Polarity.POSITIVE}
        assert [w.kind for w in findings.warnings] == [WarningKind.NO_EVIDENCE]
        assert findings.warnings[0].span == span("Reyes condemned Holt.")

    def test_neutral_needs_no_evidence(self):
        """Neutral ratings and doubtful ones give no warning."""
        assert found(Stub(lambda _: Rating.of_score(0)), include_neutral=True).warnings == ()
        assert found(Stub(lambda _: Rating.of_score(0.9)), min_confidence=0.99).warnings == ()

    def test_abstentions(self):
        """`None` gives no stance and no warning."""
        assert found(Stub(lambda _: None), include_neutral=True) == StanceFindings()

    def test_one_a_sentence(self):
        """What quoted and unquoted words of a holder say of a target is one stance."""
        text = "Mercer praised Holt, calling Holt a “genius”."
        quote = Quote("q1", "mixed", [span("genius", text)], speakers=[cast(text)[0]])

        stances = found(RulesScorer(), text, [quote]).stances

        (stance,) = [s for s in stances if s.holder.name == "Mercer"]
        assert [e.text for e in stance.evidence] == ["praised", "genius"]
        assert stance.quote is quote

    def test_label(self):
        """A stance says which scorer made it."""
        assert {s.scorer for s in found(Stub(praise)).stances} == {"stub"}
        assert {s.scorer for s in found(Stub(praise), label="mine 2").stances} == {"mine 2"}

    def test_quoted_words_are_the_speakers(self):
        """A direct quote's stance is the speaker's, never the narrator's."""
        text = "“Holt is a liar,” said Mercer."
        quote = Quote("q1", "direct", [span("Holt is a liar,", text)], speakers=[cast(text)[0]])

        stances = found(RulesScorer(), text, [quote]).stances

        assert [(s.holder.name, s.target.name, s.polarity.value, s.quote) for s in stances] == [
            ("Mercer", "Holt", "negative", quote)
        ]


class TestFailures:
    @pytest.mark.parametrize("error", [OSError, SystemExit, RecursionError])
    def test_costs_no_article(self, error):
        """A scorer that always raises, or wants to leave, gives one warning, and no stance."""

        def fail(_):
            msg = "out of luck"
            raise error(msg)

        findings = found(Stub(fail))

        (warning,) = findings.warnings
        assert findings.stances == ()
        assert warning.kind is WarningKind.SCORER_FAILED
        assert (
            warning.message
            == f"stance scorer 'stub' failed in 3 of 3 sentences: {error.__name__}: out of luck"
        )

    def test_costs_one_sentence(self):
        """Where it raises in one sentence, the others keep their stances."""

        def fail_on_blame(candidate):
            if "condemned" in candidate.text:
                raise ValueError(candidate.text)
            return praise(candidate)

        findings = found(Stub(fail_on_blame))

        (warning,) = findings.warnings
        assert {s.sentence for s in findings.stances} == {Span(0, 20)}
        assert warning.span == Span(21, 42)

    def test_broken_contract(self):
        """Evidence on a name is a failure like any other."""
        findings = found(Stub(lambda c: Rating.of_score(1, evidence=[Evidence(c.target, 1)])))

        (warning,) = findings.warnings
        assert findings.stances == ()
        assert "ScorerContractError" in warning.message


@pytest.fixture(scope="module")
def stances():
    text = (SEEDS / "putin-trump.txt").read_text(encoding="utf-8")
    record = json.loads((SEEDS / "putin-trump.gold.json").read_text(encoding="utf-8"))
    skip = [Span(*pair) for pair in record.pop("boilerplate")]
    gold = from_record({**record, "article": {**record["article"], "text": text}}, source="seed")
    return find_stances(load().parse(text, skip=skip), gold.actors, gold.quotes, RulesScorer()).stances


class TestFirstArticle:
    """What the library was thought up for, with the sample's own actors and quotes."""

    def words(self, stances, holder, target):
        """What is shown, with its polarity."""
        return {
            (item.text, s.polarity.value)
            for s in stances
            if s.holder.name == holder and s.target.name == target
            for item in s.evidence
        }

    def test_putin_on_trump(self, stances):
        """Putin praises: "brave" and "manly"."""
        said = self.words(stances, "Vladimir Putin", "Donald Trump")

        assert {("brave", "positive"), ("manly", "positive")} <= said

    def test_trump_on_putin(self, stances):
        """Trump praises: "genius"."""
        assert ("genius", "positive") in self.words(stances, "Donald Trump", "Vladimir Putin")

    def test_narrator_on_putin(self, stances):
        """The article itself finds no flexibility."""
        said = self.words(stances, NARRATOR.name, "Vladimir Putin")

        assert any("no flexibility" in words and polarity == "negative" for words, polarity in said)

    def test_nothing_quoted_is_the_narrators(self, stances):
        """The narrator's evidence stands outside all that is quoted."""
        record = json.loads((SEEDS / "putin-trump.gold.json").read_text(encoding="utf-8"))
        quoted = [Span(*part) for quote in record["quotes"] for part in quote["content"]]

        own = [item.span for s in stances if s.holder is NARRATOR for item in s.evidence]

        assert not any(part.overlaps(item) for part in quoted for item in own)
