"""Promises that hold for every text and every parse."""

from __future__ import annotations

import re
import time
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stancekit.language import load
from stancekit.quotes import find_quotes
from stancekit.values import Actor, Document, Mention, QuoteKind, Sentence, Span, Token

WORDS = """said Smith he that “ ” " ' , . : — to I called by the according claim told wants who and genius ‘ ’ ? ;
officials as of""".split()
TAGS = "VERB NOUN PROPN PRON ADP PUNCT AUX ADJ DET CCONJ NUM".split()
RELATIONS = """nsubj ccomp xcomp obj obl parataxis acl:relcl conj advcl mark case nmod nmod:poss flat appos punct
nsubj:pass obl:agent cop acl iobj det""".split()
FEATURES = [
    "",
    "VerbForm=Fin|Tense=Past",
    "VerbForm=Inf",
    "VerbForm=Part|Tense=Pres",
    "VerbForm=Ger",
    "Number=Plur",
]
LEMMAS = {"said": "say", "called": "call", "told": "tell", "wants": "want", "according": "accord"}

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30)


@st.composite
def parsed(draw, text):
    """Any tree over the words of a text, a sentence a line."""
    paragraphs, sentences, start = [], [], 0
    for line in text.split("\n"):
        places = [match.span() for match in re.finditer(r"\w+|[^\w\s]", line)]
        if places:
            paragraphs.append(Span(start, start + len(line)))
            sentences.append(Sentence(draw(trees([(start + s, start + e, line[s:e]) for s, e in places]))))
        start += len(line) + 1
    return Document(text, paragraphs, sentences)


@st.composite
def trees(draw, places):
    order = draw(st.permutations(range(len(places))))
    heads = {order[0]: order[0]}
    for position, index in enumerate(order[1:], 1):
        heads[index] = order[draw(st.integers(0, position - 1))]
    return [
        Token(
            index,
            start,
            end,
            text,
            LEMMAS.get(text, text),
            draw(st.sampled_from(TAGS)),
            draw(st.sampled_from(FEATURES)),
            "root" if heads[index] == index else draw(st.sampled_from(RELATIONS)),
            heads[index],
        )
        for index, (start, end, text) in enumerate(places)
    ]


wild = st.lists(words.map(" ".join), min_size=1, max_size=3).map("\n".join).flatmap(parsed)


def check(document, found):
    length = len(document.text)
    known = {actor.id for actor in found.actors}
    for quote in found.quotes:
        spans = [*quote.content, *(s for s in (quote.cue, quote.source) if s is not None)]
        assert all(span.end <= length for span in spans)
        assert quote.speaker is None or quote.speaker.id in known
        assert quote.parent is None or all(
            quote.parent.start <= s.start and s.end <= quote.parent.end for s in quote.content
        )
        if quote.kind is QuoteKind.SCARE:
            assert (quote.cue, quote.source, quote.speaker) == (None, None, None)
    by_parent = {}
    for quote in found.quotes:
        by_parent.setdefault(quote.parent and quote.parent.id, []).extend(quote.content)
    for spans in by_parent.values():
        spans.sort()
        assert all(left.end <= right.start for left, right in pairwise(spans))


@given(document=wild)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
def test_whatever_the_parse_quotes_are_sound(document):
    """Inside the text, in order, apart from each other at a level, told by known actors."""
    check(document, find_quotes(document))


@given(text=st.text(max_size=300) | st.text(alphabet="“”\"'‘’ ab.,\nI said:", max_size=200))
@settings(max_examples=60, deadline=None)
def test_whatever_the_text_quotes_are_sound(text):
    """Through the bundled pipeline, too."""
    document = load().parse(text)

    check(document, find_quotes(document))


def test_long_texts_are_sound():
    """Twenty thousand characters of marks and words."""
    document = load().parse('“I said ‘no’ to "him" — she’s: „x“ «y» and. ' * 450)

    check(document, find_quotes(document))


def test_many_paragraphs_of_one_quote_take_linear_time():
    """Each opens the quote again, none closes it."""
    line = "“aa bb.\n"
    places = [(0, 1, "“"), (1, 3, "aa"), (4, 6, "bb"), (6, 7, ".")]
    count = 20_000
    starts = range(0, count * len(line), len(line))
    sentences = [
        Sentence([Token(i, b + s, b + e, w, w, "NOUN", "", "dep", 0) for i, (s, e, w) in enumerate(places)])
        for b in starts
    ]
    document = Document(line * count, [Span(b, b + len(line) - 1) for b in starts], sentences)

    began = time.process_time()
    (quote,) = find_quotes(document).quotes

    assert len(quote.content) == count - 1
    assert time.process_time() - began < 20


@given(document=wild)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
def test_same_document_same_answer(document):
    """Nothing hangs on what was read before."""
    assert find_quotes(document) == find_quotes(document)


# --- composed news --------------------------------------------------------------------------------

NAMES = ["Jane Smith", "Omar Haddad", "Li Wei", "Pedro Alvarez"]
CLAIMS = [
    "the bill was dead",
    "they would win the vote",
    "the plan was a mistake",
    "nobody had read the report",
]
FRAMES = [
    (QuoteKind.DIRECT, "“{Claim},” {name} said."),
    (QuoteKind.DIRECT, "“{Claim},” said {name}."),
    (QuoteKind.DIRECT, "{name} told reporters: “{Claim}.”"),
    (QuoteKind.DIRECT, '"{Claim}," {name} told NBC on Monday.'),
    (QuoteKind.INDIRECT, "{name} said that {claim}."),
    (QuoteKind.INDIRECT, "{name} argued that {claim}."),
    (QuoteKind.INDIRECT, "According to {name}, {claim}."),
    (QuoteKind.MIXED, "{name} said that {claim} and was “beyond repair”."),
    (QuoteKind.MIXED, "{name} called the plan “a sad joke”."),
]


@given(name=st.sampled_from(NAMES), claim=st.sampled_from(CLAIMS), frame=st.sampled_from(FRAMES))
@settings(max_examples=80, deadline=None)
def test_composed_news_is_understood(name, claim, frame):
    """A sentence of each kind is found again, with its speaker."""
    kind, pattern = frame
    text = pattern.format(name=name, claim=claim, Claim=claim.capitalize())
    start = text.index(name)
    actor = Actor("a1", name, "person", mentions=[Mention(Span(start, start + len(name)))])

    found = find_quotes(load().parse(text), [actor]).quotes

    assert [
        (quote.kind, quote.speaker.name) for quote in found if quote.parent is None and quote.speaker
    ] == [(kind, name)]


story = st.lists(
    st.tuples(st.sampled_from(FRAMES), st.sampled_from(NAMES), st.sampled_from(CLAIMS)),
    min_size=1,
    max_size=4,
).map(lambda rows: "\n".join(f[1].format(name=n, claim=c, Claim=c.capitalize()) for f, n, c in rows))


@given(text=story, more=story | st.text(alphabet="“”\"'a .", max_size=20))
@settings(max_examples=40, deadline=None)
def test_a_paragraph_more_changes_no_direct_quote(text, more):
    """What was said before it stays said."""

    def direct(text):
        return [
            (quote.content, quote.cue, quote.source)
            for quote in find_quotes(load().parse(text)).quotes
            if quote.kind is QuoteKind.DIRECT
        ]

    before = direct(text)

    assert direct(f"{text}\n{more}")[: len(before)] == before
