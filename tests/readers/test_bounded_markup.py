"""Pages that would take an HTML library quadratic time, or lose it their depths, are read like others."""

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit import read_article
from stancekit.readers._bounded_markup import MAX_ATTRIBUTES, MAX_DEPTH, MAX_INLINE, within_bounds
from stancekit.readers._markup import characters_of_markup

PIECES = ["<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<br>", "So ", "it &amp; is", "<", "a < b", "<!-- <b> -->",
          "<script>if (a <b) '<div>'</script>", "<a href='x > y'>", "</a>", "<DIV class=x>", "<p"]  # fmt: skip

pages = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


class TestWithinBounds:
    @given(page=pages)
    def test_changes_no_page_of_ordinary_size(self, page):
        """Bounds are far above what news needs."""
        assert within_bounds(page) == page

    @given(page=pages, times=st.integers(1, 40))
    def test_keeps_all_text(self, page, times):
        """Tags may go; the characters between them stay."""
        page = f"<div>{'<span>' * 30 * times}{page}{'<div>' * 20 * times}{page}"

        assert characters_of_markup(within_bounds(page)).key == characters_of_markup(page).key

    @pytest.mark.parametrize("name", ["div", "section", "span", "b", "custom-element"])
    def test_bounds_what_is_open_at_once(self, name):
        """An element that is left out is left out with its end."""
        deep = within_bounds(f"<{name}>" * 1000 + "x" + f"</{name}>" * 1000)

        assert deep.count(f"<{name}>") == deep.count(f"</{name}>") == MAX_DEPTH

    def test_bounds_inline_elements_in_a_block(self):
        """And begins to count anew in the next one."""
        block = "<p>" + "<b>so</b>" * 2000 + "</p>"

        assert within_bounds(block * 3).count("<b>") == 3 * MAX_INLINE

    @pytest.mark.parametrize("attribute", ["a{}=1", "a{}", "a{}='x > y'", 'a{}="1"', "a{} = 1"])
    def test_bounds_attributes(self, attribute):
        """The first ones of a tag are kept, whole."""
        many = " ".join(attribute.format(number) for number in range(1000))
        few = " ".join(attribute.format(number) for number in range(MAX_ATTRIBUTES))

        assert within_bounds(f"<p {many}>x</p>") == f"<p {few}>x</p>"

    @pytest.mark.parametrize("element", ["li", "p", "td", "option", "br", "img"])
    def test_what_needs_no_end_is_no_depth(self, element):
        """Old pages leave the ends of paragraphs and items out."""
        page = f"<div>{f'<{element}>word ' * 1000}</div>"

        assert within_bounds(page) == page


STORY = "<p>Olga Brandt praised Tim Weaver for his long work in the council of the town.</p>" * 5


@pytest.mark.parametrize(
    "part",
    [
        pytest.param("<p " + " ".join(f"a{n}=1" for n in range(80_000)) + ">x</p>", id="attributes"),
        pytest.param("<p>" + "<b>word </b>" * 20_000 + "</p>", id="bold"),
        pytest.param("<p>" + "<a href='x'>word </a>" * 20_000 + "</p>", id="links"),
        pytest.param("<p>" + "<span>word " * 20_000 + "</p>", id="open spans"),
    ],
)
def test_time_is_bounded(part):
    """The worst of these took longer than half a minute."""
    pytest.importorskip("trafilatura", reason="reading HTML needs the extra 'html'")
    page = f"<html><body><article>{STORY}{part}</article></body></html>".encode()

    begun = time.process_time()
    article = read_article(io.BytesIO(page))

    assert "Olga Brandt praised" in article.text
    assert time.process_time() - begun < 15


@pytest.mark.parametrize("depth", [200, 254, 300, 3000])
def test_a_story_is_read_at_any_depth(depth):
    """Nothing is lost because it stands deep."""
    pytest.importorskip("trafilatura", reason="reading HTML needs the extra 'html'")
    page = f"<html><body><h1>A headline</h1>{'<div>' * depth}{STORY}{'</div>' * depth}</body></html>"

    assert "Olga Brandt praised" in read_article(io.BytesIO(page.encode())).text
