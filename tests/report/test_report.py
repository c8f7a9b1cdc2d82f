"""What people look at."""

from io import StringIO

import pytest
from hypothesis import given, settings
from rich.console import Console

import stancekit as sk
from stancekit.report import page, stance_table
from stancekit.testing import analyses


@pytest.fixture
def analysis():
    text = "Ann <b>praised</b> Bob & Co."
    ann = sk.Actor("a1", "Ann", "person", mentions=[sk.Mention(sk.Span(0, 3))])
    bob = sk.Actor("a2", "[red]Bob[/red] & Co", "organization", mentions=[sk.Mention(sk.Span(19, 22))])
    stance = sk.Stance(
        "s1", ann, bob, polarity="positive", score=0.7, confidence=0.8, facets=["warmth"],
        sentence=sk.Span(0, 28), evidence=[sk.Evidence(sk.Span(7, 14), 0.7)], scorer="rules 1.0",
    )  # fmt: skip
    return sk.Analysis(sk.Article(text, title="[bold]A < B[/bold]"), actors=[ann, bob], stances=[stance])


def test_a_table_takes_text_for_text(analysis):
    """What looks like markup in an article is shown, not obeyed."""
    out = StringIO()
    Console(file=out, width=160).print(stance_table(analysis))

    assert "[red]Bob[/red] & Co" in out.getvalue()
    assert "[bold]A < B[/bold]" in out.getvalue()
    assert "+0.70" in out.getvalue()


def test_an_analysis_prints_itself(analysis):
    """Rich and notebooks show the table; repr says what is there."""
    out = StringIO()
    Console(file=out, width=160).print(analysis)

    assert "praised" in out.getvalue()
    assert "&amp; Co" in analysis._repr_html_()
    assert repr(analysis) == "<Analysis of '[bold]A < B[/bold]': 2 actors, 0 quotes, 1 stance, 0 warnings>"


def test_a_page_escapes_the_article_and_marks_the_evidence(analysis):
    """The page holds the text once, escaped, with the evidence in marks."""
    html = page([analysis])

    assert "Ann &lt;b&gt;<mark" in html
    assert ">praised</mark>&lt;/b&gt; Bob &amp; Co." in html
    assert "<b>" not in html


@settings(max_examples=30, deadline=None)
@given(analysis=analyses())
def test_any_analysis_can_be_shown(analysis):
    """Terminal and page take whatever an analysis may hold."""
    Console(file=StringIO(), width=100).print(stance_table(analysis))

    assert page([analysis]).endswith("</html>\n")


HOSTILE = "a\x1b]0;b\x07\x9b2J\u202ec\nd"
SHOWN = r"a\x1b]0;b\x07\x9b2J\u202ec\nd"


@pytest.fixture
def hostile():
    ann = sk.Actor("a1", HOSTILE, "person", mentions=[sk.Mention(sk.Span(0, 3))])
    bob = sk.Actor("a2", f"{HOSTILE}2", "person", mentions=[sk.Mention(sk.Span(12, 15))])
    stance = sk.Stance(
        "s1", ann, bob, polarity="positive", score=0.7, confidence=0.8, scorer="rules 1.0",
        sentence=sk.Span(0, 15), evidence=[sk.Evidence(sk.Span(4, 11), 0.7, None, HOSTILE)],
    )  # fmt: skip
    warning = sk.AnalysisWarning("scorer-failed", HOSTILE)
    article = sk.Article("Ann praised Bob", title=HOSTILE)
    return sk.Analysis(article, actors=[ann, bob], stances=[stance], warnings=[warning])


def test_a_table_shows_what_would_act_on_a_terminal(hostile):
    """Titles, names and evidence move no cursor and turn no line round."""
    out = StringIO()
    Console(file=out, width=300).print(stance_table(hostile))

    assert SHOWN in out.getvalue()
    assert f"{SHOWN} → {SHOWN}2" in out.getvalue()
    assert not {*HOSTILE} & {*"\x1b\x07\x9b\u202e"} & {*out.getvalue()}


def test_a_page_shows_what_would_turn_a_line_round(hostile):
    """Around the text; in it, evidence is isolated."""
    html = page([hostile])

    assert f"<h1>{SHOWN}</h1>" in html
    assert f"<li>{SHOWN}</li>" in html
    assert f"<td>{SHOWN} → {SHOWN}2</td>" in html
    assert not {*"\x1b\x07\x9b\u202e"} & {*html}


def test_a_repr_shows_what_would_act_on_a_terminal(hostile):
    """A prompt is a terminal, too."""
    assert r"\x1b" in repr(hostile)
    assert "\x1b" not in repr(hostile) + repr(hostile.stances) + repr(hostile.actors)
