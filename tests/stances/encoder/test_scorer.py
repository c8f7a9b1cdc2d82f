"""The stance encoder: what it reads, what it says, and why."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.language import load
from stancekit.language._pieces import WordPieces
from stancekit.stances import rate, scorers
from stancekit.stances.encoder._inputs import (
    HOLDER_HERE,
    MAX_PIECES,
    SOMEBODY,
    TARGET_ELSEWHERE,
    TARGET_HERE,
    VOICE,
    encode,
    input_words,
)
from stancekit.stances.encoder._scorer import EncoderScorer
from stancekit.stances.masking._mask import mask
from stancekit.testing import candidates, check_scorer
from stancekit.values import Candidate, Polarity, Span

PRAISE = "Ann Lee said on Monday that Bob Ray was a brilliant and fearless negotiator."
BLAME = "Ann Lee said on Monday that Bob Ray was a corrupt and cowardly negotiator."
BOB = Span(28, 35)


@pytest.fixture(scope="module")
def scorer() -> EncoderScorer:
    """The bundled one."""
    return EncoderScorer()


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    """Pieces of the bundled vocabulary."""
    from tokenizers import Tokenizer

    from stancekit.language._pipeline import BUNDLED

    return WordPieces(Tokenizer.from_file(str(BUNDLED / "tokenizer.json")))


def read(candidate: Candidate) -> list[str]:
    return [word.text for word in input_words(mask(candidate).candidate)]


class TestWords:
    def test_everybody_is_a_role(self):
        """Target, holder and who else is named are one piece each, whatever they are called."""
        text = "Ann Lee told Carla Diaz that Bob Ray had failed."

        found = read(Candidate(text, Span(29, 36), Span(0, 7)))

        assert found == [HOLDER_HERE, "told", SOMEBODY, "that", TARGET_HERE, "had", "failed", "."]

    def test_target_named_again(self):
        """A second mention of the target is told apart from where it is judged."""
        text = "Ray left, and Ray’s friends cheered."

        assert read(Candidate(text, Span(0, 3))) == [
            TARGET_HERE, "left", ",", "and", TARGET_ELSEWHERE, "’s", "friends", "cheered", ".",
        ]  # fmt: skip

    def test_own_voice_stands_first(self):
        """A candidate from an analysis without a holder asks for its own voice's stance."""
        text = "Bob failed."
        (sentence,) = load().parse(text).sentences

        assert read(Candidate(text, Span(0, 3), sentence=sentence)) == [VOICE, TARGET_HERE, "failed", "."]

    @given(candidates())
    @settings(max_examples=40, deadline=None)
    def test_words_are_where_they_say(self, candidate):
        """Each word's offsets lead to its characters, in text order."""
        masked = mask(candidate).candidate
        words = input_words(masked)

        plain = [word for word in words if not word.is_role]
        assert all(masked.text[w.start : w.end] == w.text for w in plain)
        assert [w.start for w in words] == sorted(w.start for w in words)

    def test_long_passages_keep_what_is_near(self, pieces):
        """Of what is too long, the words round the target are read."""
        text = "far away " * 500 + "Bob was honest " + "and so on " * 500
        at = text.index("Bob")

        inputs = encode(input_words(mask(Candidate(text, Span(at, at + 3))).candidate), pieces)

        assert len(inputs.ids) <= MAX_PIECES
        assert {TARGET_HERE, "honest"} <= {word.text for word in inputs.words}


class TestRatings:
    @pytest.mark.parametrize(("text", "polarity"), [(PRAISE, Polarity.POSITIVE), (BLAME, Polarity.NEGATIVE)])
    @pytest.mark.parametrize("holder", [Span(0, 7), None])
    def test_polarity(self, scorer, text, polarity, holder):
        """Plain praise and blame are told apart, with a holder and without."""
        (rating,) = rate(scorer, [Candidate(text, BOB, holder)])

        assert rating.polarity is polarity

    def test_evidence(self, scorer):
        """It stands in the clause that says so, and adds up to the score."""
        (rating,) = rate(scorer, [Candidate(BLAME, BOB, Span(0, 7))])

        assert all(item.start >= BOB.end for item in rating.evidence)
        assert sum(item.weight for item in rating.evidence) == pytest.approx(rating.score)

    def test_nothing_but_the_target(self, scorer):
        """There is no basis to judge a name alone."""
        assert rate(scorer, [Candidate("Bob Ray", Span(0, 7))]) == [None]

    @pytest.mark.parametrize("text", ["Bob Ray, Traitor of Ostrey", "Bob Ray, Hero Of The Nation"])
    def test_no_word_to_show(self, scorer, text):
        """Without a word that may be evidence an answer is neutral or none."""
        (rating,) = rate(scorer, [Candidate(text, Span(0, 7))])

        assert rating is None or not rating.polarity.sign or rating.evidence

    @given(st.lists(st.sampled_from([PRAISE, BLAME, "Bob Ray met Ann Lee."]), min_size=1, max_size=4))
    @settings(max_examples=10, deadline=None)
    def test_company_changes_nothing(self, scorer, texts):
        """A rating is the same alone and in any batch, to the last digit."""
        asked = [Candidate(t, BOB) if len(t) > 40 else Candidate(t, Span(0, 7)) for t in texts]

        assert rate(scorer, asked) == [rate(scorer, [one])[0] for one in asked]

    def test_threads_change_nothing(self, scorer):
        """So it is in any thread."""
        asked = [Candidate(PRAISE, BOB), Candidate(BLAME, BOB)] * 4

        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(lambda one: rate(scorer, [one])[0], asked))

        assert found == rate(scorer, asked)


class TestScorer:
    def test_keeps_the_contract(self, scorer):
        """It passes the check that scorers of anybody's pass."""
        check_scorer(scorer, max_examples=15)

    def test_travels(self, scorer):
        """It can be sent to another process, and is the same there."""
        there = pickle.loads(pickle.dumps(scorer))

        assert there.score([mask(Candidate(PRAISE, BOB)).candidate]) == scorer.score(
            [mask(Candidate(PRAISE, BOB)).candidate]
        )

    def test_made_by_name(self):
        """The registry knows it."""
        assert scorers.make("encoder").name == "encoder"

    def test_no_model(self, tmp_path):
        """A folder without a model is named, and what it lacks."""
        with pytest.raises(
            FileNotFoundError, match=r"'model' must be a folder of a stance encoder .*encoder.onnx"
        ):
            EncoderScorer(tmp_path)
