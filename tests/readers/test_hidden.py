"""What a browser does not show is no story."""

from __future__ import annotations

import time
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.readers import read_article
from stancekit.readers._hidden import without_hidden

STORY = "<p>The harbour board voted on Friday to charge boats, and the mayor called it “brave”.</p>"
END = "<p>The skippers meet again next week, and have asked for a vote of every member by the end of May.</p>"
UNSEEN = "Tim Weaver is a liar and a thief, the board never said on any day of the week."

HIDDEN = [
    "<template><p>{}</p></template>",
    "<p hidden>{}</p>",
    "<p HIDDEN=''>{}</p>",
    "<div hidden='hidden'><div><p>{}</p></div></div>",
    "<p style='font-size:0'>{}</p>",
    "<p style='color: red; Font-Size : 0px !important'>{}</p>",
    "<p style='position:absolute; left:-9999px'>{}</p>",
    "<p style='text-indent: -5000px;'>{}</p>",
    "<p class='lead sr-only'>{}</p>",
    "<p class=visually-hidden>{}</p>",
    "<p hidden>{}",
]

SHOWN = [
    "<p>{}</p>",
    "<p data-hidden='1' class='hidden-print'>{}</p>",
    "<p title='hidden'>{}</p>",
    "<p style='font-size:0.9em'>{}</p>",
    "<p style='margin-left:-20px; --font-size:0'>{}</p>",
    "<p class='not-sr-only'>{}</p>",
    "<p hidden='until-found'>{}</p>",
    "<br hidden><p>{}</p>",
    "<!-- <p hidden> --><p>{}</p>",
]


@pytest.mark.parametrize("element", HIDDEN)
def test_hidden_elements_are_no_story(element):
    """Wherever they stand in it, and what is around them is read whole."""
    pytest.importorskip("trafilatura")
    page = f"<html><body><article>{STORY}{element.format(UNSEEN)}{END}</article></body></html>"

    article = read_article(StringIO(page))

    assert "Weaver" not in article.text
    assert article.text.startswith("The harbour board")
    assert article.text.endswith("end of May.")


@pytest.mark.parametrize("element", SHOWN)
def test_what_looks_like_it_is_shown(element):
    """Other attributes, other classes, sizes that can be read."""
    assert UNSEEN in without_hidden(f"{STORY}{element.format(UNSEEN)}{STORY}")


def test_a_page_that_waits_for_a_script_is_read():
    """Its body is hidden, and is the page all the same."""
    assert without_hidden(f"<body hidden>{STORY}</body>") == f"<body hidden>{STORY}</body>"


@pytest.mark.parametrize(
    "unit", ["<p hidden>", "<div hidden>", "<template>", "<b hidden>x</b>", "</p>", "<p hidden "]
)
def test_takes_linear_time(unit):
    """Whatever is open."""
    began = time.process_time()
    without_hidden(unit * 100_000)

    assert time.process_time() - began < 10


@given(
    st.lists(
        st.sampled_from("<p> </p> <p/hidden> <div/hidden> <div> </div> a <template> </template> < >".split())
    )
)
def test_leaves_out_whole_stretches(pieces):
    """What is left is a part of the page, in order; without a hidden element, all of it."""
    page = "".join(pieces)

    left = without_hidden(page).split("<!---->")

    at = 0
    for piece in left:
        at = page.index(piece, at) + len(piece)
    assert len(left) > 1 or left == [page]
