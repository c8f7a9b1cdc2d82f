"""Looking actors up by place."""

from stancekit.actors import Cast
from stancekit.values import Actor, Mention, Span

ANN = Actor("a1", "Ann Smith", "person", mentions=[Mention(Span(0, 9)), Mention(Span(30, 33), "pronoun")])
BOB = Actor("a2", "Bob", "person", mentions=[Mention(Span(14, 17))])
CAST = Cast([ANN, BOB])


class TestAt:
    def test_finds_whose_mention_is_there(self):
        """Any overlap will do."""
        assert CAST.at(Span(4, 9)) is ANN
        assert CAST.at(Span(14, 17)) is BOB

    def test_finds_nobody_between(self):
        """No mention, no actor."""
        assert CAST.at(Span(9, 14)) is None
        assert CAST.at(Span(40, 50)) is None

    def test_a_name_wins_over_a_pronoun(self):
        """A source with both means whom it names."""
        assert CAST.at(Span(14, 33)) is BOB


def test_mentions_come_in_text_order():
    """Each with its actor."""
    found = CAST.mentions_in(Span(5, 31))

    assert [(mention.start, actor.name) for mention, actor in found] == [
        (0, "Ann Smith"),
        (14, "Bob"),
        (30, "Ann Smith"),
    ]


def test_empty_cast_answers():
    """Nobody is anywhere."""
    assert Cast().at(Span(0, 1)) is None
    assert list(Cast()) == []
