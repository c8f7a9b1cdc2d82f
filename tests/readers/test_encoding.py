"""Bytes become text, and text only."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.readers._encoding import declared_encoding, decode, decode_strictly

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}

NO_MARK_NOR_NUL = st.characters(codec="utf-8", exclude_characters="\ufeff\0")
TEXTS = st.lists(st.text(NO_MARK_NOR_NUL) | st.sampled_from(["\r\n", "\n", "\r", "\u2028", "\x85"])).map(
    "".join
)

NEWS = (
    "The mayor’s brother called the plan “a tombola”. It would cost £40 a night — a sum that nobody in the "
    "café could explain, said Zoë Oake, who has cut the grass since 1998."
)


class TestDecode:
    @given(text=TEXTS, encoding=st.sampled_from(sorted(MARKS)))
    def test_a_byte_order_mark_decides(self, text, encoding):
        """What was written with a mark comes back without it, character by character."""
        assert decode(MARKS[encoding] + text.encode(encoding)) == text

    @given(text=TEXTS)
    def test_utf_8_needs_no_mark(self, text):
        """Line ends included, the text is exactly what was written."""
        assert decode(text.encode()) == text

    @pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "latin-1"])
    @pytest.mark.parametrize("length", [len(NEWS), 60])
    def test_older_encodings_are_guessed(self, encoding, length):
        """English news in an encoding of last century keeps its quotation marks and accents."""
        text = NEWS[:length] if encoding != "latin-1" else "Zoë Oake sat in the café of Málaga and paid £40"

        assert decode(text.encode(encoding)) == text

    def test_cyrillic_is_guessed(self):
        """The guess is not limited to English."""
        text = "Президент России Владимир Путин заявил в четверг, что готов к переговорам"

        assert decode(text.encode("cp1251")) == text

    def test_what_is_declared_is_tried_before_guessing(self):
        """A declared encoding settles what too few bytes leave open."""
        assert decode("Őry".encode("cp1250"), declared="cp1250") == "Őry"

    def test_utf_8_wins_over_what_is_declared(self):
        """Pages are saved anew as UTF-8 without a new declaration."""
        assert decode("café".encode(), declared="cp1252") == "café"

    @pytest.mark.parametrize(
        "data",
        [
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            b"PK\x03\x04\x14\0\x06\0",
            b"no\0",
            "no mark".encode("utf-16-le"),
            "no\0".encode("utf-16"),
            codecs.BOM_UTF8 + b"\xff\xfe",
            codecs.BOM_UTF16_LE + b"\x00",
            bytes(range(1, 256)),
        ],
    )
    def test_binary_content_is_refused(self, data):
        """The message says the rule, and what to do."""
        with pytest.raises(ValueError, match=r"must be .*\(got .*UTF-8"):
            decode(data)

    @given(data=st.binary(max_size=300))
    def test_any_bytes(self, data):
        """They are text or refused; nothing else comes out."""
        try:
            text = decode(data)
        except UnicodeError:
            raise
        except ValueError:
            text = ""

        assert "\0" not in text


class TestPlaces:
    @pytest.mark.parametrize(
        ("data", "place"),
        [
            ("é赢 ".encode() * 3 + b"\x81", r"must be text \(got the byte 0x81 at 18 in no encoding"),
            (b"\xef\xbb\xbfabc\xff", r"must be UTF-8, as .* \(got the byte 0xff at 6;"),
            (
                "\ufeffab".encode("utf-16-le") + b"\0\xd8",
                r"must be UTF-16-LE, as .* \(got the byte 0x00 at 6;",
            ),
        ],
    )
    def test_of_a_bad_byte_is_told(self, data, place):
        """Wherever it stands: who looks for it should not have to search."""
        with pytest.raises(ValueError, match=place):
            decode(data)


class TestDecodeStrictly:
    def test_other_than_utf_is_refused(self):
        """JSON is UTF-8; the place of the first other byte is told."""
        with pytest.raises(ValueError, match=r"must be UTF-8 \(got the byte 0xe9 at 3"):
            decode_strictly("café".encode("cp1252"))


class TestDeclaredEncoding:
    @pytest.mark.parametrize(
        ("page", "encoding"),
        [
            (b'<meta charset="windows-1251">', "cp1251"),
            (b"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=Shift_JIS'>", "shift_jis"),
            (b'<?xml version="1.0" encoding="ISO-8859-15"?>', "iso8859-15"),
            (b"<meta charset=latin1>", "cp1252"),
            (b"<meta charset=zlib>", None),
            (b"<meta charset=punycode>", None),
            (b"<meta charset=nonsense>", None),
            (b"<p>charset=utf-8</p>", None),
        ],
    )
    def test_declarations(self, page, encoding):
        """Those of the web are honoured as browsers honour them; others could do harm."""
        assert declared_encoding(page) == encoding
