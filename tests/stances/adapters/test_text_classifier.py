"""Classifiers of texts as stance scorers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.stances import OtherMentions, TextScorer
from stancekit.stances import rate as ask
from stancekit.testing import check_scorer
from stancekit.values import Candidate, Span

WORDS = {"brave": 0.9, "hero": 0.8, "coward": -0.9, "rejects": -0.6}


def classify(texts):
    """Probabilities by the sum of known words; it reads nothing else."""
    scores = [max(-1, min(1, sum(WORDS.get(word.strip(".,"), 0) for word in text.split()))) for text in texts]
    return [(max(0, -s), 1 - abs(s), max(0, s)) for s in scores]


def rate(text, target, holder=None, **options):
    def place(name):
        return Span(text.index(name), text.index(name) + len(name))

    candidate = Candidate(text, place(target), place(holder) if holder else None)
    return TextScorer("own", classify, **options).score([candidate])[0]


class TestTextScorer:
    def test_keeps_the_promises(self):
        """Whoever has a classifier need not think of order, names and evidence."""
        check_scorer(TextScorer("own", classify, version="3"), max_examples=20)

    def test_shows_the_words_that_decide(self):
        """Evidence are the words without which the answer moves, weighed by how far."""
        rating = rate("Alden, a brave man, met Coyne.", "Alden")

        assert [item.span for item in rating.evidence] == [Span(9, 14)]
        assert rating.evidence[0].weight == pytest.approx(0.9)

    def test_shows_nothing_for_neutral(self):
        """Where nothing is held, nothing carries it, and nothing more is asked."""
        asked = []
        scorer = TextScorer("own", lambda texts: asked.append(texts) or classify(texts))

        (rating,) = scorer.score([Candidate("Alden met Coyne.", Span(0, 5))])

        assert rating.evidence == ()
        assert asked == [["Alden met Coyne."]]

    @pytest.mark.parametrize(
        ("text", "target", "other_mentions"),
        [
            ("Tim Weaver spoke, and Tim Weaver left.", Span(0, 10), OtherMentions()),
            ("Tim Weaver spoke, and Weaver left.", Span(0, 10), OtherMentions()),
            ("Tim Weaver spoke of his plans.", Span(0, 10), OtherMentions(target=[Span(20, 23)])),
            ("The party gave me nothing.", Span(4, 9), OtherMentions(holder=[Span(15, 17)])),
            ("The party, a friend of my kin, spoke.", Span(4, 9), OtherMentions(holder=[Span(23, 25)])),
        ],
    )
    def test_shows_no_name_wherever_it_stands(self, text, target, other_mentions):
        """Who is named twice is no evidence, be it by name, by pronoun, or the speaker of a quote."""
        names = ("Alden", "Boyle")
        by_names = TextScorer(
            "own", lambda texts: [(0, 0.1, 0.9) if sum(map(t.count, names)) > 1 else (0, 1, 0) for t in texts]
        )
        by_last_word = TextScorer(
            "own", lambda texts: [(0, 0.1, 0.9) if t.endswith(last) else (0, 1, 0) for t in texts]
        )
        last = text.split()[-1]

        assert ask(by_names, [Candidate(text, target)], [other_mentions]) == [None]
        (rating,) = ask(by_last_word, [Candidate(text, target)], [other_mentions])
        assert [item.text for item in rating.evidence] == [last.strip(".")]

    def test_abstains_where_no_word_carries_the_answer(self):
        """An answer that no word explains makes no stance; of many small reasons the largest is shown."""
        praise = TextScorer("own", lambda texts: [(0, 0, 1)] * len(texts))
        by_length = TextScorer(
            "own", lambda texts: [(0, 0.4 - len(t) / 1e4, 0.6 + len(t) / 1e4) for t in texts]
        )
        text = "Alden met voters again."

        assert praise.score([Candidate(text, Span(0, 5))]) == [None]
        (rating,) = by_length.score([Candidate(text, Span(0, 5))])
        assert [item.span.of(text) for item in rating.evidence] == ["voters"]

    def test_reads_near_the_target(self):
        """What is far away has no say."""
        text = "A coward ran off. One two three Alden four five six, a hero."

        assert rate(text, "Alden", reach=3).polarity == "neutral"
        assert rate(text, "Alden", reach=5).evidence[0].span.of(text) == "hero"

    @settings(max_examples=50)
    @given(before=st.text(max_size=30), after=st.text(max_size=30), reach=st.integers(1, 4))
    def test_reads_the_target_whatever_stands_round_it(self, before, after, reach):
        """The stretch is a part of the text that holds the target."""
        seen = []
        text = f"{before}Alden{after}"
        candidate = Candidate(text, Span(len(before), len(before) + 5))

        TextScorer("own", lambda texts: seen.extend(texts) or [(0, 1, 0)], reach=reach).score([candidate])

        assert seen[0] in text
        assert "Alden" in seen[0]

    def test_leaves_holders_out_if_so_told(self):
        """A classifier that knows no holder abstains where there is one."""
        assert rate("Boyle calls Alden brave.", "Alden", "Boyle").polarity == "positive"
        assert rate("Boyle calls Alden brave.", "Alden", "Boyle", holders=False) is None

    def test_tells_what_to_train_on(self):
        """The text of a row as the classifier will see it: masked, near the target."""
        text = "Yesterday Olga Brandt met Tim Weaver there."

        seen = TextScorer("own", classify, reach=2).reads(Candidate(text, Span(26, 36), Span(10, 21)))

        assert seen == " Boyle met Alden there."

    @pytest.mark.parametrize(
        ("answer", "rule"),
        [
            ([], "must answer once for each text"),
            ([(0.5, 0.5, 0.5)], "that sum to 1"),
            ([(0.5, 0.5)], "unpack"),
        ],
    )
    def test_tells_a_wrong_answer(self, answer, rule):
        """Too few rows, and rows that are no probabilities."""
        with pytest.raises(ValueError, match=rule):
            TextScorer("own", lambda _: answer).score([Candidate("Alden met Coyne.", Span(0, 5))])

    @pytest.mark.parametrize(("options", "named"), [({"reach": 0}, "reach"), ({"name": ""}, "name")])
    def test_checks_its_settings(self, options, named):
        """A setting out of range is named."""
        with pytest.raises(ValueError, match=named):
            TextScorer(**{"name": "own", "classify": classify, **options})
