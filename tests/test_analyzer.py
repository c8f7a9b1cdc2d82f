"""The pipeline as a whole: its promises over arbitrary text and over composed news."""

import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_all_start_methods, get_context

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stancekit as sk
from stancekit import records
from stancekit.testing import news_articles

STORY = (
    "Sign up to our Morning newsletter for free\n"
    "Olga Brandt praised Tim Weaver on Monday. “Weaver is a coward and a liar,” said Nina Holt.\n"
    "Brandt failed to answer questions.\n"
    "Additional reporting by Ada Quill in Oslo"
)


@pytest.fixture(scope="module")
def analyzer():
    return sk.Analyzer("rules")


def told(analysis):
    return [(s.holder.name, s.target.name, s.polarity.value) for s in analysis.stances]


class Even:
    """Abstains always."""

    name = "even"

    def score(self, candidates):
        """No basis to judge."""
        return [None for _ in candidates]


class TestAnalyze:
    def test_keeps_own_and_quoted_voice_apart(self, analyzer):
        """What is quoted is its speaker's stance, what the paper says is the narrator's."""
        analysis = analyzer.analyze(STORY)

        assert ("Olga Brandt", "Tim Weaver", "positive") in told(analysis)
        assert ("Nina Holt", "Tim Weaver", "negative") in told(analysis)
        assert ("(narrator)", "Tim Weaver", "negative") not in told(analysis)
        assert all(stance.quote is None for stance in analysis.stances if stance.holder is sk.NARRATOR)

    def test_marks_boilerplate_and_takes_nothing_from_it(self, analyzer):
        """Promotions and credits give no actor, quote or stance."""
        analysis = analyzer.analyze(STORY)

        assert [passage.kind.value for passage in analysis.boilerplate] == ["promotion", "credit"]
        assert not any("Quill" in actor.name for actor in analysis.actors)

    def test_gives_back_the_article_as_it_was(self, analyzer):
        """Nothing is cleaned away: the article is the caller's own."""
        article = sk.Article(STORY, outlet="The Daily")

        assert analyzer.analyze(article).article is article

    def test_says_which_versions_made_it(self, analyzer):
        """Library, language model and scorer are on record, on each stance too."""
        analysis = analyzer.analyze(STORY)

        assert analysis.versions.keys() >= {"stancekit", "language", "scorer"}
        assert {stance.scorer for stance in analysis.stances} == {analysis.versions["scorer"]}

    @settings(max_examples=40, deadline=None)
    @given(text=st.text(max_size=600))
    def test_takes_any_text(self, text):
        """Any Unicode gives an analysis whose every offset is inside the text, and that survives JSON."""
        analysis = sk.Analyzer("rules").analyze(sk.Article(text, id="x"))

        assert records.loads(records.dumps(analysis)) == analysis

    @pytest.mark.parametrize(
        "seed", ["“", '"', "Ann said \x00 ", "\u202eAnn praised Bob. ", "Ann praised Bob. "]
    )
    def test_takes_long_text(self, analyzer, seed):
        """Twenty thousand characters of anything are analyzed."""
        assert analyzer.analyze((seed * 20_000)[:20_000]).article.text

    @settings(max_examples=25, deadline=None)
    @given(composed=news_articles())
    def test_shows_evidence_in_its_sentence_and_outside_the_names(self, composed):
        """Every polar stance shows its words, none of them a name of holder or target."""
        analysis = sk.Analyzer("rules").analyze(composed.text)

        for stance in analysis.stances:
            names = [m.span for a in analysis.actors for m in a.mentions if m.kind == "name"]
            assert stance.polarity == "neutral" or stance.evidence
            assert all(item.span in stance.sentence for item in stance.evidence)
            assert not any(item.span.overlaps(name) for item in stance.evidence for name in names)

    @settings(max_examples=15, deadline=None)
    @given(composed=news_articles())
    def test_says_the_same_twice(self, composed):
        """The same input gives the same output, from a fresh analyzer as well."""
        first = sk.Analyzer("rules").analyze(composed.text)

        assert sk.Analyzer("rules").analyze(composed.text) == first

    def test_warns_of_what_it_cannot_read(self, analyzer):
        """An empty text and another language give a typed warning, no guess."""
        empty = analyzer.analyze("  \n ")
        german = analyzer.analyze(sk.Article("Ann lobte Bob.", language="de-AT"))

        assert [warning.kind.value for warning in empty.warnings] == ["empty-text"]
        assert [warning.kind.value for warning in german.warnings] == ["unsupported-language"]

    def test_refuses_what_is_no_article(self, analyzer):
        """A wrong type is told by name."""
        with pytest.raises(
            TypeError, match=r"'article' must be an Article, a str or a spaCy Doc \(got bytes\)"
        ):
            analyzer.analyze(b"Ann left.")


class TestSettings:
    def test_confidence_is_a_probability(self):
        """A threshold outside 0 to 1 is refused."""
        with pytest.raises(ValueError, match=r"'min_confidence' must be from 0 to 1 \(got 2\)"):
            sk.Analyzer(min_confidence=2)

    def test_are_shown(self):
        """Who is asked, and what is kept."""
        assert repr(sk.Analyzer(Even(), min_confidence=0.7)) == (
            "<Analyzer: even, min_confidence 0.7, without neutral stances>"
        )

    @pytest.mark.parametrize(("scorer", "hint"), [(None, "got None"), (Even, r"make one: Even\(\.\.\.\)")])
    def test_scorer_is_one(self, scorer, hint):
        """A class in place of what it makes is told at once, not at the first article."""
        with pytest.raises(TypeError, match=f"'scorer' must be the name of a stance scorer.*{hint}"):
            sk.Analyzer(scorer)

    def test_a_higher_threshold_keeps_fewer(self):
        """A higher min_confidence only ever takes stances away."""
        few = sk.Analyzer("rules", min_confidence=0.95).analyze(STORY)
        many = sk.Analyzer("rules", min_confidence=0.0).analyze(STORY)

        assert {*told(few)} <= {*told(many)}

    def test_a_scorer_that_fails_costs_its_stances_only(self):
        """A broken scorer gives a warning, and the rest of the analysis."""

        class Broken:
            name = "broken"

            def score(self, candidates):
                msg = "no more"
                raise OSError(msg)

        analysis = sk.Analyzer(Broken()).analyze(STORY)

        assert "scorer-failed" in [warning.kind.value for warning in analysis.warnings]
        assert analysis.actors
        assert analysis.quotes


class TestStream:
    def test_gives_analyses_in_order_whatever_the_workers(self, analyzer):
        """Processes change the time, not the result."""
        articles = [sk.Article(f"{STORY}\nIt was day {n}.", id=str(n)) for n in range(5)]

        alone = list(analyzer.stream(articles))
        shared = list(analyzer.stream(iter(articles), workers=2))

        assert [analysis.article.id for analysis in shared] == [str(n) for n in range(5)]
        assert shared == alone

    def test_an_article_that_breaks_something_is_a_warning(self, analyzer, monkeypatch):
        """The articles after it are still analyzed."""
        real = analyzer.analyze
        monkeypatch.setattr(analyzer, "analyze", lambda a: real(a) if a.id != "bad" else 1 / 0)

        first, second = analyzer.stream([sk.Article("x", id="bad"), sk.Article(STORY, id="good")])

        assert [warning.kind.value for warning in first.warnings] == ["parse-failed"]
        assert second.stances

    def test_needs_a_worker(self, analyzer):
        """stream() refuses fewer than one worker at once, with the name of the argument."""
        with pytest.raises(ValueError, match="'workers' must be at least 1"):
            analyzer.stream([], workers=0)

    def test_an_analyzer_travels(self, analyzer):
        """An analyzer can be pickled, after use as well."""
        analyzer.analyze(STORY)

        assert told(pickle.loads(pickle.dumps(analyzer)).analyze(STORY)) == told(analyzer.analyze(STORY))


@pytest.fixture
def impatient():
    """Threads take turns so often that they meet in the middle of things."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


class TestCompany:
    """An analyzer in threads and processes."""

    TEXTS = tuple(
        f"{STORY}\nTim Weaver {verb} Olga Brandt." for verb in ("praised", "slandered", "met", "mocked")
    )

    @pytest.mark.parametrize("scorer", ["rules", "default"])
    def test_threads_may_share_one(self, scorer, impatient):
        """A new analyzer says the same to several threads at once as to one after another."""
        alone = [sk.Analyzer(scorer).analyze(text) for text in self.TEXTS]
        shared = sk.Analyzer(scorer)

        with ThreadPoolExecutor(8) as pool:
            assert [*pool.map(shared.analyze, self.TEXTS * 4)] == alone * 4

    @pytest.mark.parametrize("method", sorted({*get_all_start_methods()} - {"fork"}))
    def test_processes_may_be_started_afresh(self, analyzer, method):
        """Whichever way a program starts its processes, but for copying one whose threads run."""
        with get_context(method).Pool(1) as pool:
            assert pool.apply(analyzer.analyze, (STORY,)) == analyzer.analyze(STORY)
