"""The pipeline as a whole: its promises over arbitrary text and over composed news."""

import pickle
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_all_start_methods, get_context

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stancekit as sk
from stancekit import readers, records
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

    @pytest.mark.parametrize(
        "text",
        [
            "Olga Brandt said that Tim Weaver showed \u2018no\u2019 flexibility.",
            "Olga Brandt said that Tim Weaver showed \u201cno\u201d flexibility, a \u201cbad, bad\u201d man.",
            "Brandt praised (she said \u201cgreat\u201d) Tim Weaver\u2019s \u00abwise\u00bb, very \u2018good\u2019 plan.",
        ],
    )
    @pytest.mark.parametrize("scorer", ["rules", "default"])
    def test_evidence_has_the_words_of_the_article(self, text, scorer):
        """Also where the scorer was not shown all of them, such as another voice's."""
        analysis = sk.Analyzer(scorer).analyze(text)

        shown = [item for stance in analysis.stances for item in stance.evidence]
        assert shown
        assert all(item.text == text[item.start : item.end] for item in shown)

    @settings(max_examples=60, deadline=None)
    @given(composed=news_articles(), data=st.data())
    def test_evidence_has_the_words_of_the_article_whatever_the_marks(self, composed, data):
        """Marks may stand anywhere."""
        text = composed.text
        for _ in range(data.draw(st.integers(0, 12))):
            at = data.draw(st.integers(0, len(text)))
            text = (
                text[:at] + data.draw(st.sampled_from("\u201c\u201d\u2018\u2019\"'\u00ab\u00bb")) + text[at:]
            )

        for stance in sk.Analyzer("rules").analyze(text).stances:
            assert all(item.text == text[item.start : item.end] for item in stance.evidence)

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

    @pytest.mark.parametrize(
        ("settings", "message"),
        [
            ({"min_confidence": "0.5"}, "'min_confidence' must be a number from 0 to 1 (got '0.5')"),
            ({"min_confidence": None}, "'min_confidence' must be a number from 0 to 1 (got None)"),
            ({"include_neutral": "yes"}, "'include_neutral' must be True or False (got 'yes')"),
            ({"registry": "own.yaml"}, "by Registry.read(path) (got 'own.yaml')"),
            ({"nlp": "en_core_web_sm"}, "'nlp' must be a spaCy pipeline, such as spacy.load(name)"),
            ({"nlp": 3}, "'nlp' must be a spaCy pipeline"),
            ({"find_actors": "mine"}, "'find_actors' must be a function or None (got 'mine')"),
        ],
    )
    def test_of_a_wrong_type_are_told(self, settings, message):
        """At once, by name, with the way out."""
        with pytest.raises(TypeError, match=re.escape(message)):
            sk.Analyzer("rules", **settings)

    @pytest.mark.parametrize(
        ("settings", "way_out"),
        [
            ({"min_confidence": 0.7}, r"stancekit\.Analyzer\(min_confidence=\.\.\.\)"),
            ({"doc": None}, r"stancekit\.Analyzer\(\)\.analyze\(article, doc=\.\.\.\)"),
        ],
    )
    def test_belong_to_an_analyzer(self, settings, way_out):
        """The function is for the default ones."""
        with pytest.raises(TypeError, match=f"'analyze' takes the article alone .*{way_out}"):
            sk.analyze("Ann left.", **settings)


class TestGivenAsText:
    """What should have been read first."""

    @pytest.mark.parametrize(
        "text", ["seeds/story.txt", "story.HTML", " C:\\news\\rows.jsonl\n", "https://a.org/b?c"]
    )
    def test_a_path_is_not_opened_but_told(self, analyzer, text):
        """And the way to read it."""
        (warning,) = analyzer.analyze(text).warnings

        assert warning.kind == "looks-like-path"
        assert "stancekit.read_article(path)" in warning.message

    @pytest.mark.parametrize(
        "text",
        [
            "<!doctype html>\n<p>Olga Brandt praised Tim Weaver.",
            "\ufeff<html><body>Olga Brandt left.</body></html>",
            "<?xml version='1.0'?><rss><item>Olga Brandt left.</item></rss>",
            "<p>Olga Brandt praised <b>Tim Weaver</b>.</p>",
            "Olga <b>Brandt</b> praised <i>Tim</i> <b>Weaver</b>.<p>He <a href='x'>left</a>.</p>",
        ],
    )
    def test_markup_is_told(self, analyzer, text):
        """Its tags would be read as words."""
        kinds = [warning.kind.value for warning in analyzer.analyze(text).warnings]

        assert "looks-like-markup" in kinds

    @pytest.mark.parametrize(
        "text",
        [
            STORY,
            "Ann opened story.txt and left.",
            "See https://example.org for more.",
            "Left-handed <b> tags such as </b> confuse Ann Lee.",
            "A < B, said Ann Lee.",
            "<i> is a tag, said Ann Lee.",
            "Untitled",
        ],
    )
    def test_prose_is_not(self, analyzer, text):
        """An article may speak of files, addresses and tags."""
        kinds = {warning.kind.value for warning in analyzer.analyze(text).warnings}

        assert not kinds & {"looks-like-path", "looks-like-markup"}

    def test_a_page_that_was_read_may_speak_of_markup(self, analyzer):
        """What led back to an input has been taken from it."""
        origin = sk.SourceMap([(sk.Span(0, 3), sk.Span(0, 3))])
        analysis = analyzer.analyze(sk.Article("<p>Ann Lee left.</p>", origin=origin))

        assert not analysis.warnings


class TestStream:
    def test_gives_analyses_in_order_whatever_the_workers(self, analyzer):
        """Processes change the time, not the result."""
        articles = [sk.Article(f"{STORY}\nIt was day {n}.", id=str(n)) for n in range(5)]

        alone = list(analyzer.stream(articles))
        shared = list(analyzer.stream(iter(articles), workers=2))

        assert [analysis.article.id for analysis in shared] == [str(n) for n in range(5)]
        assert shared == alone

    @pytest.mark.parametrize("error", [ZeroDivisionError, SystemExit])
    def test_an_article_that_breaks_something_is_a_warning(self, analyzer, monkeypatch, error):
        """The articles after it are still analyzed."""
        real = analyzer.analyze

        def analyze(article):
            if article.id == "bad":
                raise error
            return real(article)

        monkeypatch.setattr(analyzer, "analyze", analyze)

        first, second = analyzer.stream([sk.Article("x", id="bad"), sk.Article(STORY, id="good")])

        assert [warning.kind.value for warning in first.warnings] == ["parse-failed"]
        assert second.stances

    NOTHINGS = (
        float("nan"),
        None,
        5,
        b"Ann left.",
        readers.Failure("rows.jsonl:3", ["must be a string (got 5)"]),
    )

    @pytest.mark.parametrize("workers", [1, 2])
    def test_what_is_no_article_gives_a_warning_in_its_place(self, analyzer, workers):
        """The stream goes on, and the message says what came and where."""
        analyses = [*analyzer.stream(["Ann left.", *self.NOTHINGS, STORY], workers=workers)]

        told = [warning for analysis in analyses[1:-1] for warning in analysis.warnings]
        assert [warning.kind.value for warning in told] == ["not-an-article"] * 5
        assert told[0].message == "item 2 is no Article, str or spaCy Doc (got nan)"
        assert told[-1].message == "rows.jsonl:3: must be a string (got 5)"
        assert [analysis.article.id for analysis in analyses[1:-1]] == [
            *(f"item-{n}" for n in range(2, 6)),
            "rows.jsonl:3",
        ]
        assert analyses[-1].stances

    def test_a_failure_alone_tells_its_own_fault(self, analyzer):
        """Who asks about one is told what is wrong with the input."""
        with pytest.raises(TypeError, match=r"got rows\.jsonl:3: must be a string"):
            analyzer.analyze(self.NOTHINGS[-1])

    @pytest.mark.parametrize(
        "one", ["Ann left.", b"Ann left.", sk.Article("Ann left."), {"text": "Ann left."}]
    )
    def test_takes_several(self, analyzer, one):
        """A text is not a list of letters, nor a record a list of keys."""
        with pytest.raises(TypeError, match="'articles' must be several articles; use 'analyze' for one"):
            analyzer.stream(one)

    @pytest.mark.parametrize(("articles", "workers"), [(5, 1), ([], "2"), ([], 1.5)])
    def test_refuses_wrong_types(self, analyzer, articles, workers):
        """Before anything is read."""
        with pytest.raises(TypeError, match=r"'(articles|workers)' must be "):
            analyzer.stream(articles, workers=workers)

    def test_a_scorer_that_cannot_travel_is_told(self):
        """A class inside a function can't be found by another process."""

        class Here(Even):
            pass

        with pytest.raises(TypeError, match="must go into a pickle for 'workers'"):
            sk.Analyzer(Here()).stream([STORY], workers=2)

    def test_a_script_without_a_guard_is_told(self, tmp_path):
        """Workers import the script, which must not start workers then."""
        script = tmp_path / "script.py"
        script.write_text(
            "import stancekit as sk\nprint([*sk.Analyzer('rules').stream(['Ann left.'], workers=2)])\n"
        )

        done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)

        assert done.returncode != 0
        assert 'if __name__ == "__main__":' in done.stderr.splitlines()[-1]

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
