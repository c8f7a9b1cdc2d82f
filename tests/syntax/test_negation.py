"""What negates a predicate."""

import pytest


@pytest.mark.parametrize(
    ("rows", "predicate", "negators"),
    [
        ("He/PRON/nsubj/3 did/AUX/aux/3 not/PART/advmod/3 say/VERB/root/3/inf", 3, ["not"]),
        ("He/PRON/nsubj/2 hardly/ADV/advmod/2 spoke/VERB/root/2/fin", 2, ["hardly"]),
        ("Nobody/PRON/nsubj/1 spoke/VERB/root/1/fin", 1, ["Nobody"]),
        (
            "He/PRON/nsubj/1 refused/VERB/root/1/fin/refuse to/PART/mark/3 say/VERB/xcomp/1/inf",
            3,
            ["refused"],
        ),
        ("En/AUX/root/0/neg", 0, ["En"]),
        ("He/PRON/nsubj/1 spoke/VERB/root/1/fin", 1, []),
    ],
)
def test_is_a_dependent_a_form_or_a_governor(grammar_of, words_at, rows, predicate, negators):
    """Its own words, its own form, or a verb of refusing above it."""
    grammar = grammar_of(rows)

    assert words_at(grammar, grammar.negators(predicate)) == negators
