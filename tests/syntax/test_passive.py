"""The passive, and its agent."""

import pytest


@pytest.mark.parametrize(
    ("rows", "verb", "is_passive"),
    [
        ("Reed/PROPN/nsubj:pass/2 was/AUX/aux:pass/2 fined/VERB/root/2/ed", 2, True),
        ("Reed/PROPN/nsubj/2 has/AUX/aux/2 left/VERB/root/2/ed", 2, False),
        ("a/DET/det/1 man/NOUN/root/1 hated/VERB/acl/1/ed by/ADP/case/4 all/PRON/obl:agent/2", 2, True),
        ("a/DET/det/2 hated/VERB/amod/2/ed man/NOUN/root/2", 1, True),
        ("Reed/PROPN/nsubj/1 said/VERB/root/1/fin", 1, False),
    ],
)
def test_is_told_by_auxiliaries_and_participles(grammar_of, rows, verb, is_passive):
    """A participle on a noun needs no auxiliary."""
    assert grammar_of(rows).is_passive(verb) is is_passive


def test_another_clause_s_auxiliary_hangs_on_the_verb(grammar_of):
    """Habit: what stands before the subject of a verb does not help it, as in "So are some, Reed said"."""
    rows = (
        "So/ADV/advmod/2 are/AUX/aux:pass/5 some/DET/ccomp/5 ,/PUNCT/punct/2 Reed/PROPN/nsubj/5 "
        "said/VERB/root/5/fin"
    )

    assert not grammar_of(rows).is_passive(5)


def test_an_active_clause_hangs_on_a_noun(grammar_of):
    """Habit: a verb with a subject and "had" is active there, too: "a fine after Reed had posted that"."""
    rows = "fines/NOUN/root/0 after/SCONJ/mark/4 Reed/PROPN/nsubj/4 had/AUX/aux/4 posted/VERB/acl/0/ed"

    assert not grammar_of(rows).is_passive(4)


@pytest.mark.parametrize(
    ("rows", "verb"),
    [
        (
            "Lee/PROPN/nsubj/1 felt/VERB/root/1/fin betrayed/VERB/xcomp/1/ed by/ADP/case/4 Reed/PROPN/obl/1",
            2,
        ),
        (
            "Lee/PROPN/nsubj:pass/2 was/AUX/aux:pass/2 accused/VERB/root/2/ed of/SCONJ/mark/4 "
            "lying/VERB/advcl/2/ing by/ADP/case/6 Reed/PROPN/obl/4",
            2,
        ),
    ],
)
def test_an_agent_hangs_on_the_wrong_verb(grammar_of, words_at, rows, verb):
    """Habit: on the first of "felt betrayed by", on the last of "accused of lying by"."""
    grammar = grammar_of(rows)

    assert words_at(grammar, grammar.agents(verb)) == ["Reed"]
