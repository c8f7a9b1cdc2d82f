"""Noun phrases: how far they extend, and whose a noun is."""

import pytest


@pytest.mark.parametrize(
    ("rows", "head", "phrase"),
    [
        (
            "the/DET/det/2 old/ADJ/amod/2 man/NOUN/root/2 of/ADP/case/4 Leeds/PROPN/nmod/2",
            2,
            "the old man of Leeds",
        ),
        ("only/ADV/advmod/2 the/DET/det/2 man/NOUN/root/2", 2, "the man"),
        ("the/DET/det/1 man/NOUN/root/1 ,/PUNCT/punct/3 Reed/PROPN/appos/1", 1, "the man"),
        ("chairman/NOUN/root/0 Reed/PROPN/appos/0", 0, "chairman Reed"),
        ("men/NOUN/root/0 and/CCONJ/cc/2 women/NOUN/conj/0", 0, "men and women"),
        ("tall/ADJ/amod/3 ,/PUNCT/punct/3 old/ADJ/amod/3 man/NOUN/root/3", 3, "tall , old man"),
    ],
)
def test_extends_over_what_belongs_to_the_noun(grammar_of, rows, head, phrase):
    """Focus adverbs and what a comma parts do not; adjectives that a comma parts do."""
    grammar = grammar_of(rows)
    text = " ".join(token.text for token in grammar.tokens)

    assert grammar.noun_phrase(head).of(text) == phrase


def test_may_leave_conjuncts_out(grammar_of):
    """Each of several is a source of its own."""
    grammar = grammar_of("men/NOUN/root/0 and/CCONJ/cc/2 women/NOUN/conj/0")

    assert grammar.noun_phrase(0, with_others=False).of("men and women") == "men"


def test_owners_stand_before_or_behind(grammar_of, words_at):
    """ "Reed's courage", "the courage of Reed", but what was done to Reed is not his."""
    before = grammar_of("Reed/PROPN/nmod:poss/1 courage/NOUN/root/1")
    behind = grammar_of("courage/NOUN/root/0 of/ADP/case/2 Reed/PROPN/nmod/0")
    done = grammar_of("murder/NOUN/root/0 of/ADP/case/2 Reed/PROPN/nmod/0")

    assert words_at(before, before.owners(1)) == words_at(behind, behind.owners(0)) == ["Reed"]
    assert done.owners(0) == []
