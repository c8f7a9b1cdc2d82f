"""Who does what a verb says, in parses that are wrong as parsers tend to be."""

import pytest

from stancekit.quotes.sources._source_spans import is_passive, subject
from stancekit.values import Sentence, Token

FEATURES = {
    "fin": "Tense=Past|VerbForm=Fin",
    "ing": "Tense=Pres|VerbForm=Part",
    "ed": "Tense=Past|VerbForm=Part",
}


def parsed(rows):
    """A sentence from ``word/TAG/relation/head``; verbs have a form, ``fin``, ``ing`` or ``ed``, behind."""
    tokens, start = [], 0
    for index, row in enumerate(rows.split()):
        word, tag, relation, head, *form = row.split("/")
        features = FEATURES[form[0]] if form else ""
        tokens.append(
            Token(index, start, start + len(word), word, word.lower(), tag, features, relation, int(head))
        )
        start += len(word) + 1
    return Sentence(tokens)


@pytest.mark.parametrize(
    ("rows", "verb", "name"),
    [
        ("Reed/PROPN/compound/1 notes/VERB/root/1/fin that/SCONJ/obj/1", 1, "Reed"),
        (
            "At/ADP/case/1 noon/NOUN/obl/6 Jane/PROPN/appos/1 (/PUNCT/punct/4 Lab./PROPN/appos/2 "
            ")/PUNCT/punct/4 said/VERB/root/6/fin no/INTJ/obj/6",
            6,
            "Jane",
        ),
        (
            "Reed/PROPN/nsubj/1 pressed/VERB/root/1/fin Smith/PROPN/obj/1 ,/PUNCT/punct/4 "
            "insisting/VERB/advcl/1/ing to/ADP/case/6 Smith/PROPN/nsubj/4",
            4,
            "Reed",
        ),
        (
            "Reed/PROPN/nsubj/1 met/VERB/root/1/fin neighbours/NOUN/obj/1 ,/PUNCT/punct/4 "
            "calling/VERB/acl/2/ing them/PRON/obj/4 thieves/NOUN/xcomp/4",
            4,
            "Reed",
        ),
        (
            "Citing/VERB/root/0/ing costs/NOUN/obj/0 ,/PUNCT/punct/4 Reed/PROPN/nsubj/4 "
            "urged/VERB/parataxis/0/fin Smith/PROPN/iobj/4",
            0,
            "Reed",
        ),
    ],
)
def test_who_acts_is_found_in_spite_of_the_parse(rows, verb, name):
    """A name right before a verb acts, one behind a preposition does not, and a loose participle goes on."""
    sentence = parsed(rows)

    found = subject(sentence, sentence.tokens[verb])

    assert found is not None
    assert found.text == name


def test_another_clause_s_verb_makes_no_passive():
    """What stands before the subject of a verb does not help it: "So are some, Reed said"."""
    sentence = parsed(
        "So/ADV/advmod/2 are/AUX/aux:pass/5 some/DET/ccomp/5 ,/PUNCT/punct/2 Reed/PROPN/nsubj/5 "
        "said/VERB/root/5/fin"
    )

    assert not is_passive(sentence, sentence.tokens[5])


def test_a_verb_with_a_subject_of_its_own_is_no_passive():
    """Even where the parse hangs it on a noun: "a fine after the man had posted that"."""
    sentence = parsed(
        "fines/NOUN/root/0 after/SCONJ/mark/4 Reed/PROPN/nsubj/4 had/AUX/aux/4 posted/VERB/acl/0/ed"
    )

    assert not is_passive(sentence, sentence.tokens[4])
