"""What we publish for tests: strategies that are legal, news that is what it says, and the scorer check."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import threading
import time
import tomllib
from importlib.metadata import EntryPoint
from itertools import count
from pathlib import Path

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from stancekit import _hypothesis, testing
from stancekit.errors import ScorerContractError
from stancekit.testing import (
    NewsArticle,
    NewsSentence,
    ReportedPassage,
    analyses,
    candidates,
    check_scorer,
    documents,
    news_articles,
    news_sentences,
    quotes,
    reported_passages,
    sentences,
    spans,
    stances,
)
from stancekit.testing._news import (
    BLAMING_ADJECTIVES,
    BLAMING_VERBS,
    MARKS,
    PEOPLE,
    PRAISING_ADJECTIVES,
    PRAISING_VERBS,
)
from stancekit.values import (
    NARRATOR,
    Actor,
    Analysis,
    AnalysisWarning,
    Article,
    Boilerplate,
    Candidate,
    Document,
    Evidence,
    Mention,
    Name,
    Narrator,
    Polarity,
    Quote,
    QuoteKind,
    Rating,
    Sentence,
    SourceMap,
    Span,
    Stance,
    Token,
)

FEW = settings(max_examples=40, deadline=None)
NEUTRAL = Rating.of_score(0)
LONG = settings(max_examples=2_000, deadline=None, database=None, phases=[Phase.generate])

VALUES = [
    Actor,
    Analysis,
    AnalysisWarning,
    Article,
    Boilerplate,
    Candidate,
    Document,
    Evidence,
    Mention,
    Name,
    Narrator,
    NewsArticle,
    NewsSentence,
    Quote,
    Rating,
    ReportedPassage,
    Sentence,
    SourceMap,
    Span,
    Stance,
    Token,
]


@pytest.fixture(autouse=True, scope="module")
def _registered():
    _hypothesis.register()


class TestStrategies:
    @pytest.mark.parametrize("type_", VALUES, ids=lambda type_: type_.__name__)
    @settings(max_examples=15, deadline=None)
    @given(data=st.data())
    def test_are_found_by_type(self, type_, data):
        """``st.from_type`` draws every public value."""
        assert isinstance(data.draw(st.from_type(type_)), type_)

    @pytest.mark.parametrize("name", testing.__all__)
    def test_are_there_and_explained(self, name):
        """What is published exists and says what it gives."""
        assert getattr(testing, name).__doc__

    @FEW
    @given(span=spans(min_start=3, max_end=9))
    def test_of_spans_keep_their_bounds(self, span):
        """Spans lie between min_start and max_end, which are options."""
        assert span in Span(3, 9)

    @FEW
    @given(sentence=sentences(starts=st.integers(0, 50)))
    def test_of_sentences_are_trees_in_order(self, sentence):
        """Words in text order that never overlap, each below one root, each at its own index."""
        assert [token.index for token in sentence.tokens] == [*range(len(sentence.tokens))]
        assert all(a.end <= b.start for a, b in zip(sentence.tokens, sentence.tokens[1:], strict=False))
        assert [token.dep for token in sentence.tokens if token.is_root] == ["root"]
        assert all(sentence.root in (token, *sentence.ancestors(token)) for token in sentence.tokens)
        assert all(
            a.span.end <= b.span.start for a, b in zip(sentence.names, sentence.names[1:], strict=False)
        )

    @FEW
    @given(document=documents())
    def test_of_documents_cover_their_text(self, document):
        """Paragraphs hold all sentences, and nothing but white space stands outside words."""
        assert all(any(s.span in p for p in document.paragraphs) for s in document.sentences)
        covered = {offset for s in document.sentences for t in s.tokens for offset in range(t.start, t.end)}
        assert all(letter.isspace() for offset, letter in enumerate(document.text) if offset not in covered)

    @FEW
    @given(analysis=analyses())
    def test_of_analyses_hold_together(self, analysis):
        """Everybody named is listed, every quote named is listed, all in text order."""
        assert {s.target for s in analysis.stances} <= {*analysis.actors}
        assert {s.holder for s in analysis.stances} <= {NARRATOR, *analysis.actors}
        assert {s.quote for s in analysis.stances} <= {None, *analysis.quotes}
        assert {q.parent for q in analysis.quotes} <= {None, *analysis.quotes}
        assert [*analysis.quotes] == sorted(analysis.quotes, key=lambda quote: quote.start)
        assert [*analysis.stances] == sorted(analysis.stances, key=lambda stance: stance.sentence)

    @pytest.mark.parametrize(
        ("strategy", "condition"),
        [
            (stances(), lambda s: s.holder is not NARRATOR and s.polarity is Polarity.NEGATIVE),
            (quotes(), lambda q: len(q.content) > 1 and q.speaker is not None),
            (candidates(), lambda c: c.sentence is not None and c.holder is not None and c.others),
            (analyses(), lambda a: any(q.parent for q in a.quotes)),
            (analyses(), lambda a: any(s.quote for s in a.stances)),
            (st.from_type(Article), lambda a: a.origin is not None and a.origin.pieces),
            (testing.texts(), lambda text: any("\ud800" <= letter <= "\udfff" for letter in text)),
        ],
    )
    def test_reach_the_odd_corners(self, strategy, condition):
        """What is legal but rare is drawn, too."""
        find(strategy, condition, settings=LONG)


class TestImport:
    def test_is_cheap(self):
        """Hypothesis imports us whenever it is imported itself: no NLP, no arrays."""
        code = (
            "import sys, hypothesis; from stancekit._hypothesis import register; register(); "
            "print([m for m in ('spacy', 'numpy', 'onnxruntime', 'cattrs', 'rich') if m in sys.modules])"
        )

        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

        assert done.stdout.strip() == "[]"

    def test_without_hypothesis_it_says_what_to_install(self):
        """It is an extra, and nobody guesses its name."""
        code = "import sys; sys.modules['hypothesis'] = None; import stancekit.testing"

        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

        assert "pip install 'stancekit[testing]'" in done.stderr.splitlines()[-1]

    @pytest.mark.parametrize("first", ["hypothesis", "stancekit.testing"])
    def test_works_in_any_order(self, first):
        """The hook imports nothing that is being imported."""
        code = (
            f"import {first}; from stancekit._hypothesis import register; register(); "
            "import stancekit, hypothesis.strategies as st; st.from_type(stancekit.Quote).validate()"
        )

        subprocess.run([sys.executable, "-c", code], check=True)

    def test_is_announced_to_hypothesis(self):
        """The project's entry point is the hook, so that ``st.from_type`` works wherever we are installed."""
        project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
        (value,) = project["project"]["entry-points"]["hypothesis"].values()

        assert EntryPoint("_", value, "hypothesis").load() is _hypothesis.register


class TestNews:
    @FEW
    @given(sentence=news_sentences())
    def test_is_what_it_says(self, sentence):
        """Each span holds what it is named after."""
        assert sentence.target_name in PEOPLE
        assert sentence.holder_name is None or sentence.holder_name in PEOPLE
        assert all(sentence.words(other) in PEOPLE for other in sentence.others)
        assert sentence.words(Span(sentence.start, sentence.end)) == sentence.text

    @FEW
    @given(sentence=news_sentences())
    def test_praises_and_blames_by_its_words(self, sentence):
        """A positive sentence has a word of praise for evidence, a negative one a word of blame."""
        words = {
            Polarity.POSITIVE: {*PRAISING_ADJECTIVES, *PRAISING_VERBS},
            Polarity.NEGATIVE: {*BLAMING_ADJECTIVES, *BLAMING_VERBS},
            Polarity.NEUTRAL: {None},
        }

        assert (sentence.evidence and sentence.words(sentence.evidence)) in words[sentence.polarity]

    @FEW
    @given(sentence=news_sentences())
    def test_quotes_between_its_marks(self, sentence):
        """Where it quotes, marks enclose the content; where it doesn't, there are none."""
        assert (sentence.content is None) == (sentence.kind is None) == (sentence.cue is None)
        assert sentence.quoted == any(mark in sentence.text for mark in '“”"')
        if sentence.quoted:
            around = sentence.text[sentence.content.start - 1] + sentence.text[sentence.content.end]
            assert around in MARKS

    @FEW
    @given(article=news_articles())
    def test_keeps_its_places_in_an_article(self, article):
        """Offsets count from the article's start, and back again from the sentence's."""
        for sentence in article.sentences:
            assert article.text[sentence.start : sentence.end] == sentence.text
            assert sentence.target.of(article.text) == sentence.target_name
            assert sentence.moved(0).moved(sentence.start) == sentence
        assert article.article.text == article.text

    @FEW
    @given(sentence=news_sentences().map(lambda sentence: sentence.moved(40)))
    def test_asks_about_itself(self, sentence):
        """A candidate's offsets are the sentence's own, wherever it stands."""
        candidate = sentence.candidate()

        assert candidate.text == sentence.text
        assert candidate.target.of(candidate.text) == sentence.target_name
        assert (candidate.holder and candidate.holder.of(candidate.text)) == sentence.holder_name

    @pytest.mark.parametrize("kind", [None, QuoteKind.DIRECT, QuoteKind.INDIRECT, QuoteKind.MIXED])
    @pytest.mark.parametrize("polarity", [Polarity.POSITIVE, Polarity.NEGATIVE])
    def test_has_every_kind_of_voice(self, kind, polarity):
        """Quoted, reported and the article's own, praising and blaming."""
        find(news_sentences(), lambda s: s.kind is kind and s.polarity is polarity, settings=LONG)


class Sample:
    """A stance scorer that gives each candidate the same answer, or what a function makes of the batch."""

    name = "sample"

    def __init__(self, answer=NEUTRAL):
        self.answer = answer

    def score(self, candidates):
        """One answer a candidate."""
        if callable(self.answer):
            return self.answer(candidates)
        return [self.answer for _ in candidates]


class Forgetful(Sample):
    """Comes back from a pickle with another answer."""

    def __getstate__(self):
        return {"answer": Rating.of_score(0.1)}


class Locked(Sample):
    """Holds what does not travel."""

    def __init__(self):
        super().__init__()
        self.lock = threading.Lock()


class Opening(Sample):
    """Takes hold of what does not travel when it is first asked."""

    def score(self, candidates):
        """Open, then answer."""
        self.lock = threading.Lock()
        return super().score(candidates)


class Lost(Sample):
    """Goes into a pickle, and never comes out."""

    def __setstate__(self, state):
        raise RuntimeError


def blame(candidates):
    """Evidence where there is some, an abstention elsewhere."""
    found = [next((word for word in BLAMING_ADJECTIVES if word in c.text), None) for c in candidates]
    return [
        word and showing(c, c.text.find(word), len(word)) for word, c in zip(found, candidates, strict=True)
    ]


def showing(candidate, start, length):
    return Rating.of_score(-0.5, evidence=[Evidence(Span(start, start + length), -0.5)])


def fail(candidates):
    raise RuntimeError


def moody(candidates, asked=count(1)):  # noqa: B008 - counts on from call to call
    return [Rating.of_score(1 / next(asked)) for _ in candidates]


class Sharing(Sample):
    """Keeps what it is asked where another thread finds it."""

    def score(self, candidates):
        """Answer what was asked last, by whomever."""
        self.asked = candidates
        time.sleep(0.05)
        return [Rating.of_score(1 / len(c.text)) for c in self.asked]


class Lonely(Sample):
    """Fails where two ask at once."""

    busy = False

    def score(self, candidates):
        """Answer, unless somebody else is being answered."""
        if self.busy:
            raise RuntimeError("busy")  # noqa: EM101
        self.busy = True
        time.sleep(0.05)
        self.busy = False
        return [NEUTRAL for _ in candidates]


def refuse(what):
    """Fail at passages of one sort."""

    def score(candidates):
        if any(what(c) for c in candidates):
            raise ValueError
        return [NEUTRAL for _ in candidates]

    return Sample(score)


BREACHES = {
    "silent": (Sample(lambda batch: []), "must answer once for each candidate"),
    "chatty": (Sample(lambda batch: [None, *(None for _ in batch)]), "must answer once for each candidate"),
    "number": (Sample(0.5), "must answer with a Rating or None"),
    "fragile": (Sample(fail), "must not fail (got RuntimeError()"),
    "crowded": (
        Sample(lambda batch: [Rating.of_score(1 / len(batch)) for _ in batch]),
        "must answer the same alone",
    ),
    "ordered": (
        Sample(lambda batch: [Rating.of_score(n / 9) for n, _ in enumerate(batch)]),
        "must answer the same",
    ),
    "moody": (Sample(moody), "must answer the same"),
    "forgetful": (Forgetful(), "must answer the same as a pickled copy"),
    "locked": (Locked(), 'must go into a pickle, for worker processes (got TypeError("cannot pickle'),
    "opening": (Opening(), 'must go into a pickle, for worker processes (got TypeError("cannot pickle'),
    "lost": (Lost(), "must come back from its own pickle (got RuntimeError())"),
    "vain": (
        Sample(lambda batch: [showing(c, c.target.start, len(c.target)) for c in batch]),
        "must show evidence outside the actors' names",
    ),
    "improbable": (
        Sample(lambda batch: [Rating(negative=0.5, neutral=0.5, positive=0.5) for _ in batch]),
        "must not fail (got ValueError(\"'negative', 'neutral' and 'positive' must sum to 1 (got 1.5)\")",
    ),
    "sorting": (
        Sample(lambda batch: [Rating.of_score(1 / len(c.text)) for c in sorted(batch, key=lambda c: c.text)]),
        "must answer the same",
    ),
    "sharing": (Sharing(), "must answer the same when several threads ask at once"),
    "lonely": (Lonely(), "must not fail when several threads ask at once (got RuntimeError('busy')"),
    "breathless": (refuse(lambda c: len(c.text) > 10_000), "must not fail (got ValueError()"),
    "wordy": (refuse(lambda c: c.target == Span(0, len(c.text))), "must not fail (got ValueError()"),
    "unfounded": (
        Sample(lambda batch: [Rating.of_score(0.9) for _ in batch]),
        "must show the words that carry each rating that is not neutral (got positive without evidence",
    ),
    "half-founded": (
        Sample(lambda batch: [a or Rating.of_score(-0.9) for a in blame(batch)]),
        "must show the words that carry each rating that is not neutral (got negative without evidence",
    ),
    "endless": (
        Sample(lambda batch: [showing(c, 0, len(c.text) + 1) for c in batch]),
        "must show evidence inside the passage",
    ),
}


class TestCheckScorer:
    @pytest.mark.parametrize("answer", [None, NEUTRAL, blame], ids=["abstains", "neutral", "blames"])
    def test_passes_who_keeps_the_promises(self, answer):
        """Abstaining, judging and showing evidence are all allowed."""
        check_scorer(Sample(answer), max_examples=20)

    def test_passes_who_need_not_be_pickled(self):
        """Who works in one process alone may hold what does not travel."""
        check_scorer(Locked(), max_examples=5, picklable=False)

    def test_passes_a_class_of_a_test(self):
        """A class that only this function knows does for a check; what it holds is what must travel."""

        class Local(Sample):
            pass

        check_scorer(Local(), max_examples=5)

    @pytest.mark.parametrize("breach", BREACHES)
    def test_tells_which_promise_is_broken(self, breach):
        """Each broken promise has its own words."""
        scorer, promise = BREACHES[breach]

        with pytest.raises(ScorerContractError, match=re.escape(promise)):
            check_scorer(scorer, max_examples=20)

    def test_offsets_and_text_of_a_message_belong_together(self):
        """A message on evidence that reaches too far shows the passage as the scorer saw it."""
        whole = Sample(
            lambda batch: [
                Rating.of_score(0.5, evidence=[Evidence(Span(0, len(c.text) + 1), 0.5)]) for c in batch
            ]
        )

        with pytest.raises(ScorerContractError) as caught:
            check_scorer(whole)

        length = int(re.search(r"passage of (\d+) characters", str(caught.value))[1])
        shown = re.search(r"Candidate\(text=('.*?'|\".*?\"), target", str(caught.value))[1]
        assert len(ast.literal_eval(shown)) == length

    @pytest.mark.parametrize("name", ["", None, 5])
    def test_asks_for_a_name(self, name):
        """What is recorded with every stance can't be empty."""
        scorer = Sample()
        scorer.name = name

        with pytest.raises(ScorerContractError, match="must have a 'name', a string that is not empty"):
            check_scorer(scorer)

    def test_shows_the_smallest_candidate(self):
        """A failure is shown where it is easiest to understand: one candidate, no parse."""
        with pytest.raises(ScorerContractError) as caught:
            check_scorer(Sample(fail), max_examples=20)

        assert caught.value.args[0].count("Candidate(") == 1
        assert len(caught.value.args[0]) < 250

    def test_shows_the_ends_of_a_long_passage(self):
        """A message of twenty thousand characters helps nobody."""
        with pytest.raises(ScorerContractError) as caught:
            check_scorer(refuse(lambda c: len(c.text) > 10_000), max_examples=5)

        assert len(caught.value.args[0]) < 2_000

    def test_leaves_threads_as_they_were(self):
        """What was set to find out who shares is set back."""
        before = sys.getswitchinterval()

        check_scorer(Sample(), max_examples=1)

        assert sys.getswitchinterval() == before

    def test_renames_everybody(self, monkeypatch):
        """Were names not masked, who reads them would be found out."""
        fan = Sample(lambda batch: [Rating.of_score(0.5 if "Ada" in c.text else 0) for c in batch])
        monkeypatch.setattr("stancekit.stances.rate", lambda scorer, candidates: scorer.score(candidates))

        with pytest.raises(ScorerContractError, match="must answer the same with everybody renamed"):
            check_scorer(fan, max_examples=50)


class TestReportedPassages:
    @FEW
    @given(passage=reported_passages())
    def test_are_what_they_say(self, passage):
        """Content, cue and mentions stand where the passage says, and parents come first."""
        assert all(m.span.of(passage.text) == actor.name for actor in passage.actors for m in actor.mentions)
        for at, quote in enumerate(passage.quotes):
            assert all(span.of(passage.text).strip() for span in quote.content)
            assert quote.cue is None or quote.cue.of(passage.text).islower() or passage.form == "prefaced"
            assert quote.parent is None or quote.parent < at
            assert {*quote.speakers} <= {actor.name for actor in passage.actors}

    @pytest.mark.parametrize("kind", QuoteKind)
    def test_hold_every_kind(self, kind):
        """Passages of every kind are drawn: direct, indirect, mixed and scare quotes."""
        find(reported_passages(), lambda p: any(q.kind is kind for q in p.quotes), settings=LONG)

    def test_name_their_people_and_clauses_as_told(self):
        """All that is drawn can be chosen."""
        people = st.sampled_from(["Ann Lee", "Bob Ray"])
        passage = find(
            reported_passages(forms=st.just("direct"), people=people), lambda _: True, settings=LONG
        )

        assert passage.quotes[0].speakers == ("Ann Lee",)
