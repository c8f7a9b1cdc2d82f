"""Negation that is no word of its own."""

from __future__ import annotations

import pytest

from stancekit import Candidate, Sentence, Span, Token
from stancekit.stances import Lexicon, RulesScorer

LEXICON = Lexicon.of({"verbs": [("chválit", "subj>obj", 0.7, "-"), ("kehua", "subj>obj", 0.7, "-")]})


def sentence(*words):
    """Words as (text, lemma, part of speech, features, relation, head), a blank between two."""
    tokens, start = [], 0
    for at, (text, *rest, head) in enumerate(words):
        tokens.append(Token(at, start, start + len(text), text, *rest, head))
        start += len(text) + 1
    return Sentence(tokens)


BOYLE = ("Boyle", "Boyle", "PROPN", "", "nsubj")
CZECH = sentence(
    (*BOYLE, 1),
    ("nechválí", "chválit", "VERB", "Polarity=Neg", "root", 1),
    ("Alden", "Alden", "PROPN", "", "obj", 1),
)
FINNISH = sentence(
    (*BOYLE, 2),
    ("ei", "ei", "AUX", "Polarity=Neg|VerbForm=Fin", "aux", 2),
    ("kehu", "kehua", "VERB", "Connegative=Yes", "root", 2),
    ("Alden", "Alden", "PROPN", "", "obj", 2),
)


@pytest.mark.parametrize("parsed", [CZECH, FINNISH], ids=["Czech", "Finnish"])
def test_turns_the_verb_round(parsed):
    """A verb may be negative by its form, or by an auxiliary that is."""
    text = " ".join(token.text for token in parsed.tokens)
    target, holder = parsed.tokens[-1].span, Span(0, 5)

    (rating,) = RulesScorer(LEXICON).score([Candidate(text, target, holder, sentence=parsed)])

    assert rating.polarity == "negative"
