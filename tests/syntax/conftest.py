"""Sentences written as trees, so that no parser is tested."""

from __future__ import annotations

import pytest

from stancekit.syntax._grammar import Grammar
from stancekit.values import Sentence, Token

FEATURES = {
    "fin": "Tense=Past|VerbForm=Fin",
    "ing": "Tense=Pres|VerbForm=Part",
    "ed": "Tense=Past|VerbForm=Part",
    "inf": "VerbForm=Inf",
    "neg": "Polarity=Neg",
}


def tokens_of(rows):
    """Tokens from ``word/TAG/relation/head``; a form (``fin``, ``ing`` ...) and a lemma may stand behind."""
    tokens, start = [], 0
    for index, row in enumerate(rows.split()):
        word, tag, relation, head, *more = row.split("/")
        features = FEATURES[more[0]] if more and more[0] else ""
        lemma = more[1] if len(more) > 1 else word.lower()
        tokens.append(Token(index, start, start + len(word), word, lemma, tag, features, relation, int(head)))
        start += len(word) + 1
    return tokens


@pytest.fixture
def grammar_of():
    """Make the grammar of a tree, in which some nouns are for people."""

    def grammar_of(rows, somebody=()):
        return Grammar(Sentence(tokens_of(rows)), is_somebody=lambda noun: noun.text in somebody)

    return grammar_of


@pytest.fixture
def words_at():
    """The words at positions."""

    def words_at(grammar, positions):
        return [grammar.tokens[at].text for at in positions]

    return words_at
