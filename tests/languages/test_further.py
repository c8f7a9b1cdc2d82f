"""What German does not show: facts of further languages, each in a sentence parsed by hand."""

from __future__ import annotations

import pytest

import stancekit as sk
from stancekit.actors import find_actors
from stancekit.quotes import Cues, find_quotes
from stancekit.stances import Lexicon, RulesScorer, rate

PAST = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"

FRENCH = [
    ("«", "«", "PUNCT", "", 6, "punct"),
    ("Boyle", "Boyle", "PROPN", "", 6, "nsubj"),
    ("n’", "ne", "ADV", "Polarity=Neg", 6, "advmod"),
    ("est", "être", "AUX", "VerbForm=Fin", 6, "cop"),
    ("pas", "pas", "ADV", "Polarity=Neg", 6, "advmod"),
    ("courageux", "courageux", "ADJ", "Gender=Masc|Number=Sing", 0, "root"),
    ("»", "»", "PUNCT", "", 6, "punct"),
    (",", ",", "PUNCT", "", 6, "punct"),
    ("a", "avoir", "AUX", "VerbForm=Fin", 10, "aux:tense"),
    ("déclaré", "déclarer", "VERB", PAST, 6, "parataxis"),
    ("Alden", "Alden", "PROPN", "", 10, "nsubj"),
    (".", ".", "PUNCT", "", 10, "punct"),
]
CZECH = [
    ("Boyle", "Boyle", "PROPN", "Case=Nom", 2, "nsubj"),
    ("nechválí", "chválit", "VERB", "Polarity=Neg|VerbForm=Fin", 0, "root"),
    ("Petra", "Petr", "PROPN", "Case=Acc", 2, "obj"),
    ("Dvořáka", "Dvořák", "PROPN", "Case=Acc", 3, "flat"),
]
FINNISH = [
    ("Boyle", "Boyle", "PROPN", "Case=Nom", 3, "nsubj"),
    ("ei", "ei", "AUX", "Polarity=Neg|VerbForm=Fin", 3, "aux"),
    ("kehu", "kehua", "VERB", "Connegative=Yes", 0, "root"),
    ("Aldenia", "Alden", "PROPN", "Case=Par", 3, "obj"),
]
LEXICON = Lexicon.of(
    {
        "verbs": [("chválit", "subj>obj", 0.7, "-"), ("kehua", "subj>obj", 0.7, "-")],
        "adjectives": [("courageux", 0.7, "strength")],
    }
)


def document(text, rows):
    """A sentence from rows of word, lemma, part of speech, features, head and relation; names are persons."""
    tokens, at = [], 0
    for index, (word, lemma, pos, feats, head, dep) in enumerate(rows):
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(sk.Token(index, start, at, word, lemma, pos, feats, dep, head - 1 if head else index))
    names = [sk.Span(t.start, t.end) for t in tokens if t.pos == "PROPN" and t.dep != "flat"]
    ends = {tokens[t.head].start: t.end for t in tokens if t.dep == "flat"}
    persons = [sk.Name(sk.Span(name.start, ends.get(name.start, name.end)), "person") for name in names]
    return sk.Document(text, [sk.Span(0, len(text))], [sk.Sentence(tokens, persons)])


@pytest.mark.parametrize(
    ("text", "rows", "words"),
    [
        ("Boyle nechválí Petra Dvořáka", CZECH, ["nechválí"]),
        ("Boyle ei kehu Aldenia", FINNISH, ["ei kehu"]),
    ],
    ids=["Czech", "Finnish"],
)
def test_negation_by_form(text, rows, words):
    """A verb may be negative itself, or its auxiliary."""
    (sentence,) = document(text, rows).sentences
    holder, target = (name.span for name in sentence.names)

    (rating,) = rate(RulesScorer(LEXICON), [sk.Candidate(text, target, holder, sentence=sentence)])

    assert rating.polarity == "negative"
    assert [item.span.of(text) for item in rating.evidence] == words


def test_two_words_of_one_negation():
    """French "ne ... pas" denies once."""
    text = "Boyle n’est pas courageux"
    rows = [(*rest, head - 1 if head else 0, dep) for *rest, head, dep in FRENCH[1:6]]
    (sentence,) = document(text, rows).sentences

    (rating,) = rate(RulesScorer(LEXICON), [sk.Candidate(text, sk.Span(0, 5), sentence=sentence)])

    assert rating.polarity == "negative"


def test_inverted_perfect():
    """French reports in the perfect, with its marks set apart by spaces."""
    text = "« Boyle n’est pas courageux », a déclaré Alden."
    parsed = document(text, FRENCH)
    cues = Cues.of({"cues": [("déclarer", "verb", "saying", "neutral", "quote that")]})

    (quote,) = find_quotes(parsed, find_actors(parsed).actors, cues=cues).quotes

    assert (quote.kind, quote.speaker.name) == ("direct", "Alden")
    assert [span.of(text) for span in quote.content] == ["Boyle n’est pas courageux"]


def test_declined_names():
    """An actor goes by the base form; what is written is an alias."""
    actors = find_actors(document("Boyle nechválí Petra Dvořáka", CZECH)).actors

    assert [(actor.name, actor.aliases) for actor in actors] == [
        ("Boyle", ()),
        ("Petr Dvořák", ("Petra Dvořáka",)),
    ]
