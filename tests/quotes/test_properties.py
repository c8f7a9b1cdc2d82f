"""Promises that hold for every text and every parse."""

from __future__ import annotations

import re
import time
from functools import lru_cache
from itertools import pairwise

from attrs import evolve
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from stancekit.language import load
from stancekit.quotes import find_quotes
from stancekit.testing import ReportedQuote, reported_passages
from stancekit.values import Document, QuoteKind, Sentence, Span, Token

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
    starts = [quote.start for quote in found.quotes]
    assert starts == sorted(starts)
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


REPORTS = [
    "Olga Brandt: The plan is bad. Tim Weaver said no.",
    "“The plan,” said Olga Brandt, “is what Tim Weaver called ‘bad’ last week.” She added that it failed.",
    "According to Olga Brandt, the plan “failed”, and Tim Weaver said “so it did”.",
    "“I told him,” Brandt said, “‘Go,’ and he said ‘No.’”",
    "“Yes,” Smith said, according to Reed, who added: “No.”",
]


@st.composite
def with_other_marks(draw):
    """Reports in which marks of any kind stand for those that should, and where none should."""
    marks = st.sampled_from("“”\"'‘’„«»‚‹›`")
    letters = list(draw(st.sampled_from(REPORTS)))
    for at, letter in enumerate(letters):
        if letter in "“”‘’" and draw(st.booleans()):
            letters[at] = draw(marks)
    for _ in range(draw(st.integers(0, 6))):
        letters.insert(draw(st.integers(0, len(letters))), draw(marks))
    return "".join(letters)


@given(text=with_other_marks())
@example(text='«According to Brandt, the „plan ’failed«, and’ Weaver said ‹so it did".')
@example(text='\'Yes,”‹ Smith said, ”according to Reed‘, "who "ad‚ded: ‹No.”')
@settings(max_examples=100, deadline=None)
def test_whatever_the_marks_quotes_are_sound(text):
    """In text order, an inner one inside the outer one."""
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


@given(documents=st.lists(wild, min_size=2, max_size=3))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
def test_no_document_changes_the_answer_to_another(documents):
    """In whatever order documents are read, each has the same quotes."""
    forth = [find_quotes(copied(document)) for document in documents]
    back = [find_quotes(copied(document)) for document in reversed(documents)]

    assert forth == back[::-1]


def copied(document):
    """The same document, of which nothing has been worked out yet."""
    sentences = [Sentence(sentence.tokens, sentence.names) for sentence in document.sentences]
    return Document(document.text, document.paragraphs, sentences)


# --- composed reports -----------------------------------------------------------------------------

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SAME_LENGTH = ["Ada Ashdown", "Ben Brenner", "Eva Eastlow", "Tom Fontane"]
"""So that another name moves nothing."""

parse = lru_cache(maxsize=256)(load().parse)


def reading(passage):
    """What is found, as the passage tells it."""
    return tuple(
        ReportedQuote(
            quote.kind,
            quote.content,
            quote.cue,
            tuple(speaker.name for speaker in quote.speakers),
            None if quote.parent is None else int(quote.parent.id[1:]) - 1,
        )
        for quote in find_quotes(parse(passage.text), passage.actors).quotes
    )


@given(passage=reported_passages())
@SLOW
def test_composed_reports_are_understood(passage):
    """Every kind of quote in every style of marks is found again, with its speakers."""
    assert reading(passage) == passage.quotes


@given(passage=reported_passages(people=st.sampled_from(SAME_LENGTH)), data=st.data())
@SLOW
def test_swapping_two_people_swaps_the_speakers(passage, data):
    """And nothing else."""
    one, other = data.draw(st.lists(st.sampled_from(SAME_LENGTH), min_size=2, max_size=2, unique=True))
    swapped = {one: other, other: one}
    text = re.sub("|".join(swapped), lambda match: swapped[match[0]], passage.text)
    actors = [evolve(actor, name=swapped.get(actor.name, actor.name)) for actor in passage.actors]

    before, after = reading(passage), reading(evolve(passage, text=text, actors=tuple(actors)))

    assert after == tuple(
        evolve(quote, speakers=tuple(swapped.get(name, name) for name in quote.speakers)) for quote in before
    )


texts = st.lists(reported_passages(), min_size=1, max_size=3).map(lambda ps: "\n".join(p.text for p in ps))


@given(text=texts, more=texts | st.text(alphabet="“”\"'a .", max_size=20))
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


@given(passage=reported_passages())
@SLOW
def test_composed_reports_are_sound(passage):
    """Inside the text, and apart from each other at a level."""
    document = parse(passage.text)

    check(document, find_quotes(document, passage.actors))
