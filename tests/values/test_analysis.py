"""Analyses: what is found, how it is looked up, and that it holds together."""

from __future__ import annotations

import pickle
import re

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings

from stancekit.testing import analyses
from stancekit.values import (
    NARRATOR,
    Actor,
    Analysis,
    AnalysisWarning,
    Article,
    Evidence,
    Mention,
    Quote,
    Span,
    Stance,
    WarningKind,
)

FEW = settings(max_examples=40, deadline=None)

TEXT = "Ann Lee praised Bob. “He is brave,” Lee said. Dee Lee left."
ANN = Actor(
    "a1", "Ann Lee", "person", aliases=["Lee", "Ann"], mentions=[Mention(Span(0, 7)), Mention(Span(36, 39))]
)
BOB = Actor("a2", "Bob", "person", mentions=[Mention(Span(16, 19))])
DEE = Actor("a3", "Dee Lee", "person", aliases=["Lee"], mentions=[Mention(Span(46, 53))])
STRANGER = Actor("a9", "Bob", "person")
SAID = Quote("q1", "direct", [Span(22, 34)], cue=Span(40, 44), source=Span(36, 39), speakers=[ANN])


def stance(id_, holder, target, sentence, evidence):
    return Stance(
        id_,
        holder,
        target,
        polarity="positive",
        score=0.5,
        confidence=0.9,
        sentence=sentence,
        evidence=[Evidence(evidence, 0.5)],
        scorer="rules 1.0",
    )


PRAISED = stance("s1", ANN, BOB, Span(0, 20), Span(8, 15))
BRAVE = stance("s2", ANN, BOB, Span(21, 45), Span(28, 33))
OWN = stance("s3", NARRATOR, DEE, Span(46, 59), Span(54, 58))
ANALYSIS = Analysis(
    Article(TEXT, id="n1"), actors=[ANN, BOB, DEE], quotes=[SAID], stances=[PRAISED, BRAVE, OWN]
)


class TestLookups:
    @pytest.mark.parametrize(
        ("alias", "actor"),
        [("Ann Lee", ANN), ("ann", ANN), ("BOB", BOB), ("Dee Lee", DEE), ("Lee", ANN)],
    )
    def test_finds_actors_by_any_alias(self, alias, actor):
        """In any casing; where several go by it, who is mentioned more often."""
        assert ANALYSIS.actor(alias) is actor

    def test_prefers_a_full_name(self):
        """A name wins over an alias, however often its owner is mentioned."""
        lee = Actor("a4", "Lee", "organization")

        assert Analysis(Article(TEXT), actors=[ANN, lee]).actor("lee") is lee

    @pytest.mark.parametrize(
        ("analysis", "known"), [(ANALYSIS, "Ann Lee, Bob, Dee Lee"), (Analysis(Article("")), "nobody")]
    )
    def test_says_who_there_is(self, analysis, known):
        """Who asks for somebody absent is told who is present."""
        with pytest.raises(LookupError) as caught:
            analysis.actor("Zoe")

        assert str(caught.value) == f"no actor goes by 'Zoe' here (there are: {known})"

    @pytest.mark.parametrize(
        ("alias", "near"), [("Bbo", "Bob"), ("An Lee", "Ann Lee"), ("dee", "Dee Lee"), ("Ann L", "Ann Lee")]
    )
    def test_leads_a_misspelt_name_to_the_right_one(self, alias, near):
        """The nearest name, or one that has the word in it."""
        with pytest.raises(LookupError, match=f"did you mean '{near}'"):
            ANALYSIS.actor(alias)

    def test_names_few_where_there_are_many(self):
        """A long article has a hundred actors, and the message is for reading."""
        crowd = [Actor(f"a{n}", f"Person {n} " + "x" * 100, "person") for n in range(1_000)]

        with pytest.raises(LookupError) as caught:
            Analysis(Article(""), actors=crowd).actor("Zoe" * 100)

        assert "and 990 more" in str(caught.value)
        assert len(str(caught.value)) < 700

    def test_finds_actors_by_their_entry(self):
        """The registry's id is the same in every article, whatever an outlet calls somebody."""
        ann = evolve(ANN, entry="ann-lee")

        assert Analysis(Article(TEXT), actors=[ann]).actor("ann-lee") is ann

    @pytest.mark.parametrize(
        ("ask", "message"),
        [
            (lambda: ANALYSIS.actor(3), "'alias' must be a str (got 3)"),
            (lambda: ANALYSIS.toward(3), "'target' must be an Actor or a name (got 3)"),
            (lambda: ANALYSIS.toward("Bob", by=3), "'by' must be an Actor or a name (got 3)"),
            (lambda: ANALYSIS.said_by(None), "'speaker' must be an Actor or a name (got None)"),
        ],
    )
    def test_asks_for_names(self, ask, message):
        """A wrong type is told by the argument's name."""
        with pytest.raises(TypeError, match=re.escape(message)):
            ask()

    @pytest.mark.parametrize("target", ["Bob", BOB])
    @pytest.mark.parametrize(
        ("by", "found"),
        [(None, (PRAISED, BRAVE)), ("ann", (PRAISED, BRAVE)), (ANN, (PRAISED, BRAVE)), (NARRATOR, ())],
    )
    def test_finds_stances_towards_somebody(self, target, by, found):
        """By actor or alias, of anybody or of one holder."""
        assert ANALYSIS.toward(target, by=by) == found

    def test_keeps_the_narrator_apart(self):
        """The article's own voice is asked for by its own name."""
        assert ANALYSIS.toward("Dee Lee", by=NARRATOR) == (OWN,)

    @pytest.mark.parametrize("names", [("Zoe", None), ("Bob", "Zoe")])
    def test_does_not_pass_over_a_wrong_name(self, names):
        """A misspelt name is an error, not an empty answer."""
        with pytest.raises(LookupError, match="no actor goes by 'Zoe'"):
            ANALYSIS.toward(names[0], by=names[1])

    @pytest.mark.parametrize(("speaker", "found"), [("Ann", (SAID,)), (ANN, (SAID,)), ("Bob", ())])
    def test_finds_quotes_by_speaker(self, speaker, found):
        """By actor or alias."""
        assert ANALYSIS.said_by(speaker) == found

    def test_gives_its_stances_in_turn(self):
        """A loop over an analysis is a loop over what it found."""
        assert [*ANALYSIS] == [PRAISED, BRAVE, OWN]


class TestWholeness:
    @pytest.mark.parametrize(
        ("parts", "message"),
        [
            (
                {"actors": [evolve(BOB, mentions=[Mention(Span(50, 99))])]},
                "'mentions of Bob' must lie inside the text of 59 characters (got 50 to 99)",
            ),
            ({"actors": [ANN, ANN]}, "'actors' must have unique ids (got 'a1' more than once)"),
            (
                {"quotes": [evolve(SAID, content=[Span(50, 99)])]},
                "'content of quote q1' must lie inside the text of 59 characters (got 50 to 99)",
            ),
            ({"quotes": [SAID, SAID]}, "'quotes' must have unique ids (got 'q1' more than once)"),
            (
                {"quotes": [evolve(SAID, speakers=[STRANGER])]},
                "'speaker' of quote q1 must be one of the actors (got 'Bob')",
            ),
            (
                {"stances": [evolve(OWN, sentence=Span(46, 99))]},
                "'sentence of stance s3' must lie inside the text of 59 characters (got 46 to 99)",
            ),
            ({"stances": [OWN, OWN]}, "'stances' must have unique ids (got 's3' more than once)"),
            (
                {"stances": [evolve(OWN, target=evolve(BOB, id="a9"))]},
                "'target' of stance s3 must be one of the actors (got 'Bob')",
            ),
            (
                {"stances": [evolve(OWN, holder=evolve(BOB, id="a9"))]},
                "'holder' of stance s3 must be one of the actors (got 'Bob')",
            ),
        ],
    )
    def test_refuses_parts_that_belong_elsewhere(self, parts, message):
        """Every offset lies in the text, every id is one person's, everybody named is listed."""
        with pytest.raises(ValueError, match=re.escape(message)):
            evolve(ANALYSIS, **parts)

    def test_may_be_empty(self):
        """An article in which nothing is found is an analysis all the same."""
        assert [*Analysis(Article(""))] == []

    def test_sorts_versions(self):
        """However they are given, the same versions are the same."""
        one = Analysis(Article(""), versions=[("b", "2"), ("a", "1")])

        assert [*one.versions.items()] == [("a", "1"), ("b", "2")]
        assert one == Analysis(Article(""), versions={"a": "1", "b": "2"})
        assert one.versions == {"b": "2", "a": "1"}

    def test_stays_as_it_is(self):
        """What was found is not edited in place."""
        with pytest.raises(FrozenInstanceError):
            ANALYSIS.stances = ()

    def test_shows_what_it_holds(self):
        """A line in a REPL, by the title or the id."""
        assert repr(ANALYSIS) == "<Analysis of 'n1': 3 actors, 1 quote, 3 stances, 0 warnings>"

    @FEW
    @given(analysis=analyses())
    def test_equal_analyses_hash_alike_and_survive_pickling(self, analysis):
        """Analyses come back from other processes, looked up in or not."""
        for actor in analysis.actors:
            analysis.actor(actor.name)

        there = pickle.loads(pickle.dumps(analysis))

        assert there == analysis
        assert hash(there) == hash(analysis)
        assert all(
            (a.holder is NARRATOR) == (b.holder is NARRATOR) for a, b in zip(analysis, there, strict=True)
        )
        assert all(there.actor(actor.name).goes_by(actor.name) for actor in there.actors)


class TestWarning:
    def test_takes_its_kind_by_word(self):
        """Values are built from plain words as from the vocabulary; a place is not needed."""
        warning = AnalysisWarning("empty-text", "nothing to read")

        assert (warning.kind, warning.span) == (WarningKind.EMPTY_TEXT, None)
