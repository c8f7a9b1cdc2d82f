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
