"""How much an article is about each of its actors."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.actors._salience import with_salience
from stancekit.testing import actors, mentions, spans
from stancekit.values import Actor, Mention, Span

LENGTH = 60
TEXT = "x" * LENGTH
FEW = settings(max_examples=60, deadline=None)

found = mentions(spans=spans(max_end=LENGTH))
casts = st.lists(actors(mentions=found), max_size=4, unique_by=lambda actor: actor.id)


def salience_of(actor, others=()):
    return with_salience([actor, *others], TEXT)[0].salience


class TestWeighed:
    @FEW
    @given(cast=casts)
    def test_lies_between_0_and_1(self, cast):
        """Whatever the mentions are, and whether there are any."""
        assert all(0 <= actor.salience <= 1 for actor in with_salience(cast, TEXT))

    @FEW
    @given(cast=casts)
    def test_changes_nothing_else(self, cast):
        """Only the salience is new, and it depends on none that was there before."""
        once = with_salience(cast, TEXT)

        assert [evolve(actor, salience=0) for actor in once] == [evolve(actor, salience=0) for actor in cast]
        assert with_salience(once, TEXT) == once

    @FEW
    @given(cast=casts.filter(bool), more=found)
    def test_more_mentions_never_count_less(self, cast, more):
        """A further mention, wherever it stands, lowers nobody whom it mentions."""
        first, *others = cast
        mentioned = evolve(first, mentions=(*first.mentions, more))

        assert salience_of(mentioned, others) >= salience_of(first, others)

    @FEW
    @given(
        cast=casts.filter(lambda cast: bool(cast) and bool(cast[0].mentions)), steps=st.integers(0, LENGTH)
    )
    def test_an_earlier_first_mention_never_counts_less(self, cast, steps):
        """Moving the first mention towards the beginning lowers nobody."""
        first, *others = cast
        span = first.mentions[0].span
        back = min(steps, span.start)
        moved = Mention(Span(span.start - back, span.end - back), first.mentions[0].kind)
        earlier = evolve(first, mentions=(moved, *first.mentions[1:]))

        assert salience_of(earlier, others) >= salience_of(first, others)

    def test_who_is_there_first_and_most_has_it_all(self):
        """The scale is the article's own."""
        ann = Actor("a1", "Ann", "person", mentions=[Mention(Span(0, 3)), Mention(Span(9, 12))])
        bob = Actor("a2", "Bob", "person", mentions=[Mention(Span(30, 33))])

        assert [actor.salience for actor in with_salience([ann, bob], TEXT)] == [1.0, 0.25]
