"""Paragraphs and windows."""

from hypothesis import given
from hypothesis import strategies as st

from stancekit.language._segments import paragraphs, pieces, windows
from stancekit.values import Name, Sentence, Span, Token

LINES = st.text(st.characters(exclude_characters="\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), max_size=40)


class TestParagraphs:
    @given(st.text(max_size=2000))
    def test_cover_every_visible_character_once(self, text):
        """What is not blank stands in exactly one paragraph."""
        spans = paragraphs(text)

        covered = [i for span in spans for i in range(span.start, span.end)]

        assert len(covered) == len({*covered})
        assert {i for i, c in enumerate(text) if not c.isspace()} <= {*covered}

    @given(st.lists(LINES.filter(str.strip), min_size=1, max_size=8))
    def test_are_lines_where_no_line_is_blank(self, lines):
        """A text without blank lines has a paragraph a line."""
        text = "\n".join(lines)

        assert [span.of(text) for span in paragraphs(text)] == [line.strip() for line in lines]

    def test_join_wrapped_lines(self):
        """Between blank lines, lines of like length are one wrapped paragraph."""
        wrapped = (
            "The council met on Tuesday night to settle the\nmatter of the bridge, and it did not settle\nit."
        )
        text = f"{wrapped}\n\nShort.\n"

        assert [span.of(text) for span in paragraphs(text)] == [wrapped, "Short."]


class TestWindows:
    @given(st.lists(st.tuples(st.sampled_from(["a", ".", "”", "long"]), st.integers(1, 6)), max_size=80))
    def test_cover_all_words_in_order_within_the_limit(self, words):
        """No word is lost or read twice, and no window holds too many pieces."""
        strings = [word for word, _ in words]
        sizes = [size for _, size in words]

        ranges = list(windows(strings, sizes, limit=10))

        assert [i for begin, end in ranges for i in range(begin, end)] == list(range(len(words)))
        assert all(sum(sizes[begin:end]) <= 10 for begin, end in ranges)


class TestPieces:
    @staticmethod
    def sentence(size):
        """Words that each hang on the one before, and a name at every tenth."""
        tokens = [Token(i, 2 * i, 2 * i + 1, "a", "a", "X", "", "dep", max(0, i - 1)) for i in range(size)]
        return Sentence(tokens, [Name(Span(at, at + 1), "person") for at in range(0, 2 * size, 20)])

    def test_leave_a_sentence_alone(self):
        """As long as it is one."""
        sentence = self.sentence(400)

        assert [*pieces(sentence)] == [sentence]

    @given(size=st.integers(1, 40), limit=st.integers(1, 12))
    def test_cut_what_is_too_long(self, size, limit):
        """Every word and name stays in its order; a governor in another piece is given up."""
        sentence = self.sentence(size)

        cut = [*pieces(sentence, limit)]

        assert [t.start for piece in cut for t in piece.tokens] == [t.start for t in sentence.tokens]
        assert [name for piece in cut for name in piece.names] == [*sentence.names]
        for piece in cut:
            assert len(piece.tokens) <= limit
            assert [t.index for t in piece.tokens] == [*range(len(piece.tokens))]
            assert [t.head for t in piece.tokens] == [max(0, t.index - 1) for t in piece.tokens]
