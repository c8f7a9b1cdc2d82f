"""Which quotation marks belong together."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stancekit.syntax._quotation_marks import MAX_DEPTH, pair_marks, quotation_depths, quoted_words
from stancekit.values import Document, Sentence, Span, Token

MARKS = "\"“”„‟″＂«»‹›‘’‚‛'`「」"
marked = st.text(alphabet=st.sampled_from(MARKS + " \nab.,s(—5é\u2028"), max_size=80)


def paragraphs(text):
    start, spans = 0, []
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def pairs(text):
    return pair_marks(text, paragraphs(text)).pairs


def inner(text):
    return [pair.inner.of(text) for pair in pairs(text)]


@pytest.mark.parametrize(
    "quoted",
    "“Yes”|”Yes”|\"Yes\"|″Yes″|＂Yes＂|‘Yes’|'Yes'|«Yes»|»Yes«|‹Yes›|„Yes“|„Yes”|‚Yes‘|「Yes」|''Yes''|``Yes''|‘‘Yes’’|“Yes\"|\"Yes”".split(
        "|"
    ),
)
def test_knows_every_kind_of_mark(quoted):
    """Whatever the marks are, what stands between them is found."""
    assert inner(f"He said {quoted} and left.") == ["Yes"]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the Joneses’ car, isn't it?",
        "Rock ’n’ roll of the ’90s, 'tis true.",
        "The workers' rights and the bosses' fears",
        "He is 6'2\" tall.",
    ],
)
def test_apostrophes_and_units_are_no_marks(text):
    """What contracts, possesses or measures opens nothing."""
    assert inner(text) == []


def test_a_possessive_ends_no_quote():
    """Where a better closing mark is still to come."""
    assert inner("'The workers' rights matter,' he said.") == ["The workers' rights matter,"]


def test_apostrophes_inside_single_marks():
    """The quote ends where it ends."""
    assert inner("‘It’s what we’d do,’ she said.") == ["It’s what we’d do,"]


def test_marks_nest():
    """A pair of another kind inside is one level deeper."""
    found = pairs("“He told me ‘never again’ twice.”")

    assert [pair.depth for pair in found] == [0, 1]


def test_three_single_marks_are_a_single_and_a_double_one():
    """As some papers set a quote in a quote."""
    assert inner("''He said 'yes''' and left.") == ["He said 'yes'", "yes"]


def test_a_quote_goes_on_in_the_next_paragraph():
    """Each paragraph opens it again, the last one closes it."""
    first, second = pairs("“One.\n“Two,” he said.")

    assert first.closing is None
    assert second.closing is not None


class TestUnbalanced:
    def test_is_reported(self):
        """A lone mark is named, with its place."""
        text = "“We win, he said."

        assert [span.start for span in pair_marks(text, paragraphs(text)).unbalanced] == [0]

    def test_costs_its_paragraph_at_most(self):
        """The other paragraphs are found as ever."""
        assert inner("“One, he said.\nThen.\n“Two,” he said.") == ["Two,"]

    def test_costs_not_even_its_paragraph(self):
        """Pairs behind a lone mark are found."""
        assert inner('First," he said. "Second," he said.') == ["Second,"]

    def test_lone_apostrophes_are_not_worth_a_word(self):
        """They are no marks at all."""
        text = "He is 'ere and there"

        assert pair_marks(text, paragraphs(text)).unbalanced == ()


@given(text=marked)
@example(text='“"5”5\n"')
def test_pairs_are_sound(text):
    """In order, inside their paragraph, nested or apart, with something to say."""
    found = pairs(text)

    assert list(found) == sorted(found, key=lambda pair: pair.opening)
    assert all(0 <= pair.depth <= MAX_DEPTH for pair in found)
    for pair in found:
        assert pair.opening.end <= pair.inner.start
        assert pair.inner.end <= pair.end <= len(text)
        assert any(map(str.isalnum, pair.inner.of(text)))
        assert pair.inner.of(text) == pair.inner.of(text).strip()
        for other in found:
            apart = pair.end <= other.opening.start or other.end <= pair.opening.start
            assert apart or other.whole in pair.whole or pair.whole in other.whole


@given(text=marked, more=marked)
def test_a_paragraph_more_changes_no_pair(text, more):
    """What is paired stays paired."""
    found = {pair.whole for pair in pairs(text) if pair.closing is not None}

    assert found <= {pair.whole for pair in pairs(f"{text}\n{more}")}


@pytest.mark.parametrize("unit", ["“", '"', "‘’“”«»\"'", '(“a "'])
def test_takes_linear_time(unit):
    """A quarter of a megabyte of marks takes seconds, whatever they are; quadratic time would take hours."""
    text = unit * (250_000 // len(unit))

    began = time.process_time()
    pair_marks(text, [Span(0, len(text))])

    assert time.process_time() - began < 60


def test_deep_nesting_takes_linear_time():
    """Many opening marks, then as many closing ones."""
    text = "“a " * 100_000 + "”" * 100_000

    began = time.process_time()
    pair_marks(text, [Span(0, len(text))])

    assert time.process_time() - began < 60


def tokens_in(text):
    """The words and marks of a text as tokens of one sentence."""
    return [
        Token(at, *match.span(), match[0], match[0], "X", "", "root" if at == 0 else "dep", 0)
        for at, match in enumerate(re.finditer(r"\w+|[^\w\s]", text))
    ]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “no way” twice", "no way"),
        ('He said "no way" twice', "no way"),
        ("Er sagte „nein danke“ und ging", "nein danke"),
        ("He said ‘no way’ twice", "no way"),
        ("no way” he said", "no way"),
        ("he said “no way", "no way"),
        ("it ’s the mayor ’s", ""),
    ],
)
def test_words_of_a_sentence_stand_in_marks(text, quoted):
    """Also in marks whose partner stands in another sentence."""
    tokens = tokens_in(text)

    found = [token.text for token, inside in zip(tokens, quoted_words(tokens), strict=True) if inside]

    assert [word for word in found if word.isalpha()] == quoted.split()


def test_depths_count_the_pairs_around_a_token():
    """A quote in a quote stands deeper."""
    text = "“He said ‘no’ to me,” she said."
    document = Document(text, [Span(0, len(text))], [Sentence(tokens_in(text))])

    found = dict(
        zip((token.text for token in document.sentences[0].tokens), quotation_depths(document), strict=True)
    )

    assert (found["He"], found["no"], found["to"], found["she"]) == (1, 2, 1, 0)
