"""Properties of the rules; what they say of which sentence is in the golden files."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stancekit.language import load
from stancekit.stances import OtherMentions
from stancekit.stances.rules._scorer import RulesScorer
from stancekit.stances.scoring._rate import rate
from stancekit.values import Candidate, Certainty, Facet, Polarity, Span

PREDICATES = st.sampled_from(
    ["brave", "corrupt", "a genius", "a liar", "honest", "dishonest", "a hero", "a coward", "reckless"]
)
VERBS = st.sampled_from(["praised", "condemned", "admired", "despised", "mocked", "thanked"])
NAMES = st.sampled_from(["Holt", "Anna Reyes", "Mercer", "Kwame Boateng", "Ivanov", "José Núñez"])

parsing = settings(max_examples=25, deadline=None)


def about(text, target, holder=None, *, scorer=None):
    """The rating of a passage, its actors told by their names."""

    def span(name):
        at = text.index(name)
        return Span(at, at + len(name))

    asked = Candidate(text, span(target), None if holder is None else span(holder))
    (rating,) = rate(scorer or RulesScorer(voice="own"), [asked])
    return rating


def shape(sentence):
    """A parse but for its names: "José Núñez" hangs as "Bob" does."""
    tokens = [token for token in sentence.tokens if token.dep != "flat"]
    kept = [token.index for token in tokens]
    return [(token.dep, kept.index(token.head), token.pos) for token in tokens]


class TestRatings:
    @parsing
    @given(predicate=PREDICATES, voice=st.sampled_from(["own", "any"]))
    def test_no_side_is_certain(self, predicate, voice):
        """Every probability is above 0, and what is said only moves the side that it speaks for."""
        nothing = about("Holt was there.", "Holt", scorer=RulesScorer(voice=voice))
        rating = about(f"Holt was {predicate}.", "Holt", scorer=RulesScorer(voice=voice))
        said, other = sorted([rating.negative, rating.positive], reverse=True)

        assert min(rating.negative, rating.neutral, rating.positive) > 0
        assert said > nothing.positive >= other
        assert rating.neutral < nothing.neutral

    @parsing
    @given(
        first=PREDICATES,
        second=PREDICATES,
        verb=VERBS,
        voice=st.sampled_from(["own", "any"]),
        joint=st.sampled_from([" and ", ", but ", ", though not ", ", perhaps "]),
    )
    def test_weights_add_up_to_the_score(self, first, second, verb, voice, joint):
        """Each piece of evidence tells its part of the score."""
        text = f"Holt is {first}{joint}{second}, and Mercer {verb} Holt."

        rating = about(text, "Holt", scorer=RulesScorer(voice=voice))

        assert sum(item.weight for item in rating.evidence) == pytest.approx(rating.score)
        assert all(abs(item.weight) <= 1 for item in rating.evidence)

    def test_nothing_said_is_even(self):
        """Without a polar word the target is judged, and neutral."""
        rating = about("Holt arrived on Tuesday.", "Holt")

        assert rating.polarity is Polarity.NEUTRAL
        assert rating.evidence == ()
        assert rating.positive == rating.negative

    def test_no_sentence_is_no_judgement(self):
        """Where the target stands in no sentence the scorer abstains."""
        text = "It rained. Holt was brave."
        first, second = load().parse(text).sentences

        assert RulesScorer().score([Candidate("   .", Span(0, 1))]) == [None]
        assert RulesScorer().score([Candidate(text, Span(11, 15), sentence=first)]) == [None]
        assert RulesScorer().score([Candidate(text, Span(11, 15), sentence=second)])[0].polarity == "positive"

    @pytest.mark.parametrize(
        ("text", "holder", "words"),
        [
            ("Holt gave me the cold shoulder.", Span(10, 12), ["gave", "the cold shoulder"]),
            ("Holt turned my hero a blind eye.", Span(12, 14), None),
        ],
    )
    def test_a_speaker_without_a_role_is_no_evidence(self, text, holder, words):
        """A quote's speaker is masked in it, though it is no holder of the candidate's own."""
        (rating,) = rate(
            RulesScorer(voice="any"), [Candidate(text, Span(0, 4))], [OtherMentions(holder=[holder])]
        )

        assert not any(item.span.overlaps(holder) for item in rating.evidence)
        assert words is None or [item.text for item in rating.evidence] == words

    def test_facets(self):
        """Evidence tells what of the target is meant."""
        rating = about("Holt was brave.", "Holt")

        assert [item.facet for item in rating.evidence] == [Facet.STRENGTH]


class TestInvariance:
    @parsing
    @given(verb=VERBS, predicate=PREDICATES, first=NAMES, second=NAMES)
    def test_renaming_changes_nothing(self, verb, predicate, first, second):
        """Who is who does not matter, even where the scorer sees the names, if the parse is the same."""
        assume(first != second)

        def ask(target, holder):
            text = f"{holder} {verb} {target}, who was {predicate}."
            start = len(holder) + len(verb) + 2
            asked = Candidate(text, Span(start, start + len(target)), Span(0, len(holder)))
            (sentence,) = load().parse(text).sentences
            (rating,) = RulesScorer().score([evolve(asked, sentence=sentence)])
            return sentence, rating, [item.span.of(text) for item in rating.evidence]

        (parse, renamed, words), (plain_parse, plain, plain_words) = ask(first, second), ask("Bob", "Eve")
        assume(shape(parse) == shape(plain_parse))

        assert (renamed.negative, renamed.positive) == (plain.negative, plain.positive)
        assert words == plain_words

    @parsing
    @given(data=st.data(), size=st.integers(1, 4))
    def test_batches_change_nothing(self, data, size):
        """Neighbours, order and size of a batch don't matter."""
        texts = [f"Holt is {data.draw(PREDICATES)}, and Mercer {data.draw(VERBS)} Holt." for _ in range(size)]
        asked = [Candidate(text, Span(0, 4)) for text in texts]
        scorer = RulesScorer()

        together = rate(scorer, asked)

        assert together == [rate(scorer, [one])[0] for one in asked]
        assert together[::-1] == rate(scorer, asked[::-1])

    @pytest.mark.parametrize("text", ["Holt is brave.", "Mercer said Holt was a liar.", "He saw Holt."])
    def test_a_given_parse_changes_nothing(self, text):
        """A candidate's own parse gives what parsing its text gives."""
        at = text.index("Holt")
        (sentence,) = load().parse(text).sentences
        scorer = RulesScorer(voice="own")

        with_parse = Candidate(text, Span(at, at + 4), sentence=sentence)
        (first,), (second,) = rate(scorer, [with_parse]), rate(scorer, [Candidate(text, Span(at, at + 4))])

        assert first == second

    @parsing
    @given(
        predicate=PREDICATES,
        other=st.sampled_from(["It rained on Tuesday.", "Reyes is a fool.", "The council met at noon."]),
    )
    def test_unrelated_sentences_change_nothing(self, predicate, other):
        """What another sentence says of somebody else is no matter."""
        text = f"Holt was {predicate}."

        alone, together = about(text, "Holt"), about(f"{text} {other}", "Holt")

        assert (together.negative, together.positive) == (alone.negative, alone.positive)
        assert together.evidence == alone.evidence


class TestModifiers:
    @parsing
    @given(predicate=PREDICATES, negator=st.sampled_from(["not", "never"]))
    def test_negation_never_keeps_the_sign(self, predicate, negator):
        """To deny a simple predicate is not to say it."""
        plain = about(f"Holt was {predicate}.", "Holt")
        denied = about(f"Holt was {negator} {predicate}.", "Holt")

        assert plain.score * denied.score < 0

    @parsing
    @given(
        predicate=st.sampled_from(["brave", "corrupt", "honest", "dishonest", "reckless", "wise"]),
        adverb=st.sampled_from(["very", "extremely", "utterly", "deeply"]),
    )
    def test_intensifiers_never_weaken(self, predicate, adverb):
        """Who is "very brave" is at least as brave as who is "brave"."""
        plain = about(f"Holt was {predicate}.", "Holt")
        strong = about(f"Holt was {adverb} {predicate}.", "Holt")

        assert abs(strong.score) >= abs(plain.score)
        assert strong.score * plain.score > 0

    @pytest.mark.parametrize(
        ("text", "certainty"),
        [
            ("Holt is a liar.", Certainty.ASSERTED),
            ("Holt may be a liar.", Certainty.HEDGED),
            ("If Holt is a liar, she must go.", Certainty.HYPOTHETICAL),
            ("Is Holt a liar?", Certainty.QUESTION),
        ],
    )
    def test_certainty(self, text, certainty):
        """How firmly it is put is told."""
        assert about(text, "Holt").certainty is certainty


class TestSettings:
    def test_voice_follows_the_parse(self):
        """In an analysis other voices are asked about apart; elsewhere everybody counts."""
        text = "Mercer praised Holt."
        (sentence,) = load().parse(text).sentences

        (alone,) = rate(RulesScorer(), [Candidate(text, Span(15, 19))])
        (inside,) = rate(RulesScorer(), [Candidate(text, Span(15, 19), sentence=sentence)])

        assert (alone.polarity, inside.polarity) == (Polarity.POSITIVE, Polarity.NEUTRAL)

    def test_user_lexicon(self):
        """A user's entries join ours."""
        scorer = RulesScorer(voice="own", lexicon={"adjectives": [("there", -0.8, "threat")]})

        assert scorer.lexicon.words["adj"]["brave"]
        assert scorer.lexicon.words["adj"]["there"].patterns[0].facet is Facet.THREAT

    def test_unknown_voice(self):
        """The message names the setting and what it may be."""
        with pytest.raises(ValueError, match="'voice' must be in"):
            RulesScorer(voice="loud")
