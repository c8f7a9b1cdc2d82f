"""A spaCy pipeline of the user's in place of ours."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from stancekit import PipelineError
from stancekit.language import load
from stancekit.language._spacy_pipeline import sentences


def doc(words, heads, deps, pos, lemmas=None, ents=None):
    vocab = spacy.blank("en").vocab
    return Doc(
        vocab, words=words.split(), heads=heads, deps=deps.split(), pos=pos.split(),
        lemmas=(lemmas or words.lower()).split(), ents=ents,
    )  # fmt: skip


def relations(doc):
    (sentence,) = sentences(doc)
    return [(token.text, token.dep, sentence.head(token).text) for token in sentence.tokens]


class TestLabels:
    def test_universal_ones_stay(self):
        """A tree in Universal Dependencies is taken as it is."""
        made = doc("Ann praised Bob", [1, 1, 1], "nsubj ROOT obj", "PROPN VERB PROPN")

        assert relations(made) == [
            ("Ann", "nsubj", "praised"),
            ("praised", "root", "praised"),
            ("Bob", "obj", "praised"),
        ]

    def test_a_preposition_no_longer_governs(self):
        """ClearNLP's prep and pobj become a case and an oblique."""
        made = doc(
            "Ann was praised by Bob in Rome",
            [2, 2, 2, 2, 3, 2, 5],
            "nsubjpass auxpass ROOT agent pobj prep pobj",
            "PROPN AUX VERB ADP PROPN ADP PROPN",
        )

        assert relations(made) == [
            ("Ann", "nsubj:pass", "praised"),
            ("was", "aux:pass", "praised"),
            ("praised", "root", "praised"),
            ("by", "case", "Bob"),
            ("Bob", "obl:agent", "praised"),
            ("in", "case", "Rome"),
            ("Rome", "obl", "praised"),
        ]

    def test_a_copula_no_longer_governs(self):
        """ClearNLP's attr becomes the predicate, and the verb its copula."""
        made = doc(
            "Ann is a genius", [1, 1, 3, 1], "nsubj ROOT det attr", "PROPN AUX DET NOUN", "Ann be a genius"
        )

        assert relations(made) == [
            ("Ann", "nsubj", "genius"),
            ("is", "cop", "genius"),
            ("a", "det", "genius"),
            ("genius", "root", "genius"),
        ]


class TestLoad:
    def test_refuses_a_pipeline_without_a_parser(self):
        """What is missing is said at once, not in the middle of an article."""
        with pytest.raises(PipelineError, match="sets relations"):
            load(spacy.blank("en"))

    def test_reads_with_the_pipeline_given(self):
        """Blanks are left out, offsets are the text's, entities become names."""

        @Language.component("everything_under_the_first", assigns=["token.dep", "token.head"])
        def attach(doc):
            for token in doc:
                token.head = doc[0]
                token.dep_ = "ROOT" if token.i == 0 else "dep"
            doc.ents = [Span(doc, len(doc) - 1, len(doc), "GPE")]
            return doc

        nlp = spacy.blank("en")
        nlp.add_pipe("everything_under_the_first")

        document = load(nlp).parse("One here\n  two in  Kyiv")

        assert [t.text for s in document.sentences for t in s.tokens] == ["One", "here", "two", "in", "Kyiv"]
        assert [(n.span.of(document.text), n.kind.value) for n in document.names] == [
            ("here", "place"),
            ("Kyiv", "place"),
        ]
