"""stancekit inside a spaCy pipeline, and what spaCy has parsed inside stancekit."""

from __future__ import annotations

import pickle
import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

import stancekit as sk
from stancekit import records
from stancekit._spacy import KEY, make_component

TEXT = "Olga Brandt praised Tim Weaver. Weaver mocked Nina Holt."
TOLD = [("Olga Brandt", "Tim Weaver", "positive"), ("Tim Weaver", "Nina Holt", "negative")]
HEADS = [1, 2, 2, 4, 2, 2, 7, 7, 9, 7, 7]
DEPS = "compound nsubj ROOT compound dobj punct nsubj ROOT compound dobj punct".split()
POS = "PROPN PROPN VERB PROPN PROPN PUNCT PROPN VERB PROPN PROPN PUNCT".split()
LEMMAS = "Olga Brandt praise Tim Weaver . Weaver mock Nina Holt .".split()
NAMES = [(0, 2), (3, 5), (6, 7), (8, 10)]


@Language.component("tests_parser", assigns=["token.dep", "token.head", "doc.sents", "doc.ents"])
def parse(doc):
    """Stands in for a trained parser: it knows the sentences of these tests."""
    words = [token for token in doc if not token.is_space]
    for token, head, dep, pos, lemma in zip(words, HEADS, DEPS, POS, LEMMAS, strict=True):
        token.head, token.dep_, token.pos_, token.lemma_ = words[head], dep, pos, lemma
    doc.ents = [Span(doc, words[a].i, words[b - 1].i + 1, "PERSON") for a, b in NAMES]
    return doc


@pytest.fixture(scope="module")
def nlp():
    made = spacy.blank("en")
    made.add_pipe("tests_parser")
    made.add_pipe("stancekit", config={"scorer": "rules"})
    return made


@pytest.fixture(scope="module")
def analyzer():
    return sk.Analyzer("rules")


@pytest.fixture
def parsed(nlp):
    with nlp.select_pipes(enable="tests_parser"):
        return nlp(TEXT)


def told(analysis):
    return [(s.holder.name, s.target.name, s.polarity.value) for s in analysis.stances]


class TestComponent:
    def test_is_announced_to_spacy(self):
        """The project's entry point is the factory, so that nobody has to import stancekit first."""
        project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
        value = project["project"]["entry-points"]["spacy_factories"]["stancekit"]

        assert EntryPoint("stancekit", value, "spacy_factories").load() is make_component

    def test_costs_other_pipelines_nothing(self):
        """SpaCy imports the factory whenever any pipeline is made: the rest is left for later."""
        code = (
            "import sys, stancekit._spacy;"
            "sys.exit(any(f'stancekit.{m}' in sys.modules for m in ('analyzer', 'records', 'values', 'stances')))"
        )

        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

    def test_leaves_the_analysis_with_the_doc(self, nlp):
        """All of it on the Doc, stances also on what they stand in."""
        doc = nlp(TEXT)

        assert told(doc._.stancekit) == TOLD
        assert doc._.stances == doc._.stancekit.stances
        assert [[s.polarity.value for s in sent._.stances] for sent in doc.sents] == [
            ["positive"],
            ["negative"],
        ]
        assert doc[:0]._.stances == ()

    def test_says_nothing_of_a_doc_it_has_not_seen(self, nlp, parsed):
        """A Doc without the component in its pipeline has no analysis and no stances."""
        assert parsed._.stancekit is None
        assert parsed._.stances == ()

    def test_records_who_read(self, nlp):
        """The pipeline round it is the language model of the analysis."""
        assert nlp(TEXT)._.stancekit.versions["language"] == f"en_{nlp.meta['name']} {nlp.meta['version']}"

    def test_is_saved_with_the_doc(self, nlp):
        """The analysis survives spaCy's own formats."""
        doc = nlp(TEXT)
        bin_ = DocBin(store_user_data=True, docs=[doc])

        (back,) = DocBin().from_bytes(bin_.to_bytes()).get_docs(nlp.vocab)

        assert back._.stancekit == doc._.stancekit
        assert doc.user_data[KEY] == records.dumps(doc._.stancekit)

    def test_works_in_batches(self, nlp):
        """`nlp.pipe` gives the same as one call for each text."""
        assert [told(doc._.stancekit) for doc in nlp.pipe([TEXT, TEXT])] == [TOLD, TOLD]

    def test_works_in_processes(self, nlp):
        """Analyses come back from spaCy's workers with their Docs."""
        found = nlp.pipe([TEXT] * 3, n_process=2, batch_size=1)

        assert [told(doc._.stancekit) for doc in found] == [TOLD] * 3

    def test_travels_to_fresh_processes(self, nlp):
        """Where workers are spawned the component is pickled."""
        component = pickle.loads(pickle.dumps(nlp.get_pipe("stancekit")))
        with nlp.select_pipes(enable="tests_parser"):
            doc = component(nlp(TEXT))

        assert told(doc._.stancekit) == TOLD

    def test_takes_settings(self):
        """Those of `Analyzer` are settings of the component, written to the pipeline's config."""
        made = spacy.blank("en")
        made.add_pipe("tests_parser")
        component = made.add_pipe("stancekit", config={"scorer": "rules", "min_confidence": 0.99})

        assert component.analyzer.min_confidence == 0.99
        assert made.config["components"]["stancekit"]["scorer"] == "rules"
        assert made(TEXT)._.stances == ()

    def test_keeps_an_empty_doc(self, nlp):
        """Nothing to read is a warning, not an error."""
        with nlp.select_pipes(disable="tests_parser"):
            analysis = nlp("")._.stancekit

        assert [w.kind.value for w in analysis.warnings] == ["empty-text"]

    def test_needs_a_parse(self):
        """What is missing is told with what to do."""
        made = spacy.blank("en")
        made.add_pipe("stancekit", config={"scorer": "rules"})

        with pytest.raises(sk.PipelineError, match=r"'doc' must have relations.*add a parser"):
            made(TEXT)


class TestDoc:
    def test_is_not_parsed_again(self, analyzer, parsed, monkeypatch):
        """The bundled model is not asked."""
        monkeypatch.setattr("stancekit.language._pipeline.EncoderPipeline.parse", None)

        analysis = analyzer.analyze(parsed)

        assert told(analysis) == TOLD
        assert analysis.article.text == TEXT
        assert analysis.versions["language"] == "spaCy Doc (en)"

    def test_streams(self, analyzer, parsed):
        """Docs stand among articles and texts."""
        assert [told(analysis) for analysis in analyzer.stream([parsed])] == [TOLD]

    def test_goes_with_an_article(self, analyzer, parsed):
        """What a Doc does not know, such as the day, an article does."""
        article = sk.Article(TEXT, id="n1", published="2026-05-06")

        analysis = analyzer.analyze(article, doc=parsed)

        assert analysis.article == article
        assert told(analysis) == TOLD

    def test_must_be_of_the_text(self, analyzer, parsed):
        """Offsets of another text would mislead."""
        with pytest.raises(ValueError, match="'doc' must be of the same text as the article"):
            analyzer.analyze("Something else.", doc=parsed)

    def test_of_its_own_pipeline_is_known(self, nlp, parsed):
        """Who reads with a pipeline records it for Docs of that pipeline."""
        analyzer = sk.Analyzer("rules", nlp=nlp)

        assert analyzer.analyze(parsed).versions == analyzer.analyze(TEXT).versions

    def test_keeps_paragraphs_apart(self, nlp, analyzer):
        """A sentence that runs over a line's end is two, and what is left out is in neither."""
        text = "Ann praised\n\nBob loudly"
        doc = Doc(
            nlp.vocab, words="Ann praised \n\n Bob loudly".replace(" \n\n ", " \n\n ").split(" "),
            spaces=[True, False, False, True, False], heads=[1, 1, 1, 1, 1],
            deps="nsubj ROOT dep obj advmod".split(), pos="PROPN VERB SPACE PROPN ADV".split(),
        )  # fmt: skip
        assert doc.text == text

        document = sk.analyzer.language.of_doc(doc).parse(text, skip=[sk.Span(17, 23)])

        assert [[t.text for t in s.tokens] for s in document.sentences] == [["Ann", "praised"], ["Bob"]]
        assert [t.span.of(text) for s in document.sentences for t in s.tokens] == ["Ann", "praised", "Bob"]
        assert all(s.root.is_root for s in document.sentences)
