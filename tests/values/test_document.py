"""Parsed text: trees over words in order."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.testing import documents, sentences, spans
from stancekit.values import Document, Name, Sentence, Span, Token

FEW = settings(max_examples=40, deadline=None)


def parse(text: str, *arcs: tuple[int, str]) -> Sentence:
    """A sentence of the words between blanks, each with its head and relation."""
    tokens = []
    start = 0
    for index, (word, (head, dep)) in enumerate(zip(text.split(), arcs, strict=True)):
        tokens.append(Token(index, start, start + len(word), word, word.lower(), "X", "", dep, head))
        start += len(word) + 1
    return Sentence(tokens)


WATCHED = parse(
    "Bob was praised by old Ann .",
    (2, "nsubj:pass"),
    (2, "aux:pass"),
    (2, "root"),
    (5, "case"),
    (5, "amod"),
    (2, "obl:agent"),
    (2, "punct"),
)


def words(tokens):
    return " ".join(token.text for token in tokens)


class TestSentence:
    def test_finds_children_by_relation(self):
        """``nsubj`` also means its subtypes, ``nsubj:pass`` only itself."""
        root = WATCHED.root

        assert words(WATCHED.children(root)) == "Bob was Ann ."
        assert words(WATCHED.children(root, "nsubj", "obl:agent")) == "Bob Ann"
        assert words(WATCHED.children(root, "nsubj:outer")) == ""
        assert WATCHED.child(root, "aux").text == "was"
        assert WATCHED.child(root, "obj") is None

    def test_cuts_branches_at_the_top_only(self):
        """What is left out is left out of the word itself, not of what hangs below it."""
        assert words(WATCHED.subtree(WATCHED.root, without=["obl", "punct"])) == "Bob was praised"
        assert words(WATCHED.subtree(WATCHED.tokens[5])) == "by old Ann"

    def test_leads_up_to_the_root(self):
        """Nearest first."""
        assert words(WATCHED.ancestors(WATCHED.tokens[4])) == "Ann praised"
        assert WATCHED.head(WATCHED.root) is WATCHED.root

    def test_finds_the_head_of_a_stretch(self):
        """The word whose governor lies outside; a stretch between words has none."""
        assert WATCHED.head_of(Span(16, 26)).text == "Ann"
        assert WATCHED.head_of(Span(3, 4)) is None

    @FEW
    @given(sentence=sentences())
    def test_hangs_together(self, sentence):
        """One root governs every word, and each child knows its head."""
        assert [token for token in sentence.tokens if token.is_root] == [sentence.root]
        assert sentence.subtree(sentence.root) == sentence.tokens
        assert all(
            child in sentence.children(sentence.head(child)) for child in sentence.tokens if not child.is_root
        )

    @FEW
    @given(sentence=sentences(), data=st.data())
    def test_words_of_a_stretch_touch_it(self, sentence, data):
        """A word cut by the stretch's end belongs to it."""
        stretch = data.draw(spans(max_end=sentence.end + 3))

        assert sentence.within(stretch) == tuple(t for t in sentence.tokens if t.span.overlaps(stretch))

    def test_is_itself_only(self):
        """Two parses of the same words are two; comparing trees is never wanted."""
        assert parse("Bob", (0, "root")) != WATCHED
        assert WATCHED == WATCHED  # noqa: PLR0124 - that is the promise
        assert pickle.loads(pickle.dumps(WATCHED)).root.text == "praised"


class TestToken:
    def test_splits_relations_and_features(self):
        """Subtypes and features are asked for by name."""
        token = Token(0, 0, 3, "was", "be", "AUX", "Number=Sing|Tense=Past", "aux:pass", 2)

        assert token.relation == "aux"
        assert token.has("Tense=Past")
        assert not token.has("Tense")
        assert token.span == Span(0, 3)


class TestDocument:
    @FEW
    @given(document=documents())
    def test_words_stand_where_they_say(self, document):
        """Every token and every name is what the text holds at its offsets."""
        assert all(t.span.of(document.text) == t.text for s in document.sentences for t in s.tokens)
        assert all(name.span.end <= len(document.text) for name in document.names)

    @FEW
    @given(document=documents(), data=st.data())
    def test_finds_sentences_by_place(self, document, data):
        """By bisection what a search through all finds."""
        stretch = data.draw(spans(max_end=len(document.text) + 2))

        assert document.sentences_in(stretch) == tuple(
            s for s in document.sentences if s.span.overlaps(stretch)
        )

    @FEW
    @given(document=documents(), offset=st.integers(0, 80))
    def test_finds_the_sentence_around_an_offset(self, document, offset):
        """Between two sentences, the one before; before the first, none."""
        before = [s for s in document.sentences if s.start <= offset]

        assert document.sentence_at(offset) is (before[-1] if before else None)

    @pytest.mark.parametrize("offset", [0, 7])
    def test_may_be_empty(self, offset):
        """No text, no sentences, no names, no fault."""
        nothing = Document("", [], [])

        assert nothing.sentence_at(offset) is None
        assert nothing.names == ()

    def test_gathers_names_in_order(self):
        """Those of all sentences."""
        ann, bob = Name(Span(0, 3), "person"), Name(Span(4, 7), "person")
        token = Token(0, 0, 3, "Ann", "Ann", "PROPN", "", "root", 0)
        second = Token(0, 4, 7, "Bob", "Bob", "PROPN", "", "root", 0)

        assert Document("Ann Bob", [], [Sentence([token], [ann]), Sentence([second], [bob])]).names == (
            ann,
            bob,
        )
