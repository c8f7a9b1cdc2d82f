"""What an input can name moves no cursor, turns no line round and has an end."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit._visible import shortened, visible

SHOWN = [
    ("\x1b[2J", r"\x1b[2J"),
    ("\x9b2J", r"\x9b2J"),
    ("a\r\nb\tc\x7f", r"a\r\nb\tc\x7f"),
    ("a\u202eb\u2066c\u061c", r"a\u202eb\u2066c\u061c"),
    ("a\u2028b\x85", r"a\u2028b\x85"),
    ("\ud800", r"\ud800"),
]


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_what_acts_on_a_terminal_is_written_out(text, shown):
    """Control characters of both sets, line ends, bidirectional controls, lone surrogates."""
    assert visible(text) == shown


@given(st.text())
def test_all_else_stays(text):
    """And of what does not, nothing is left."""
    written = visible(text)

    assert not [c for c in written if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not [c for c in written if unicodedata.bidirectional(c) in {"LRE", "RLE", "LRO", "RLO", "PDF"}]
    assert not [c for c in written if unicodedata.bidirectional(c) in {"LRI", "RLI", "FSI", "PDI"}]
    assert visible(written) == written
    assert written == text or not text.isprintable()


@pytest.mark.parametrize("text", ["Zoë “won” — 赢了", "عاد محمد", "👩‍🚀", "a\u00adb", r"C:\new"])
def test_writing_stays(text):
    """Letters of any script, joiners, soft hyphens, backslashes."""
    assert visible(text) == text


@given(st.text(), st.integers(30, 100))
def test_a_short_text_is_no_longer_than_asked(text, longest):
    """And begins and ends as the long one does."""
    short = shortened(text * 20, longest)

    assert len(short) <= longest
    assert (text * 20).startswith(short[:5])
    assert (text * 20).endswith(short[-20:])
