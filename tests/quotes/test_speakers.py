"""Who speaks, and what quotes tell about the actors."""

from __future__ import annotations

from stancekit.language import load
from stancekit.quotes import find_quotes
from stancekit.values import Actor, Mention, Span


def mentions(found, name):
    (actor,) = (actor for actor in found.found.actors if actor.name == name)
    return [mention.span.of(found.text) for mention in actor.mentions]


def test_i_is_the_speaker(read):
    """In a quote, not outside it."""
    found = read("“I told my wife myself,” Smith said. I was there.", "Smith")

    assert mentions(found, "Smith") == ["I", "my", "myself", "Smith"]


def test_i_in_an_inner_quote_is_the_inner_speaker(read):
    """Each quote has its own."""
    found = read("“Jones said ‘I will never resign’ to me,” Smith said.", "Smith", "Jones")

    assert "I" in mentions(found, "Jones")
    assert mentions(found, "Smith") == ["me", "Smith"]


def test_a_mention_is_added_once():
    """Those that were known stay as they are."""
    text = "“I will go,” Smith said."
    smith = Actor("a1", "Smith", "person", mentions=[Mention(Span(1, 2), "pronoun"), Mention(Span(13, 18))])

    found = find_quotes(load().parse(text), [smith])

    assert found.actors == (smith,)


def test_actors_keep_their_order_and_ids(read):
    """New ones come behind."""
    found = read("“We will win,” officials said. Jones and Smith left.", "Smith", "Jones").found

    assert [actor.id for actor in found.actors] == ["a1", "a2", "a3"]
    assert found.actors[2].kind == "unnamed"


def test_an_unnamed_source_is_an_actor(read):
    """One for each phrase."""
    found = read(
        "Officials said that it was over. A person close to the talks said it was not. Officials said it was."
    )

    assert [(actor.id, actor.name) for actor in found.found.actors] == [
        ("a1", "Officials"),
        ("a2", "A person close to the talks"),
    ]
    assert [speaker for speaker, _, _ in found.told()] == [
        "Officials",
        "A person close to the talks",
        "Officials",
    ]


def test_an_unnamed_source_may_speak_again(read):
    """The official is the official of before."""
    found = read("An official in the ministry said that it was over. “We tried hard,” the official said.")

    assert {speaker for speaker, _, _ in found.told()} == {"An official in the ministry"}


def test_a_description_of_nobody_known_is_unknown(read):
    """A president is somebody, and nothing says who."""
    found = read("“We tried very hard,” the president said.")

    assert found.told() == [(None, "said", "We tried very hard,")]
    assert found.warnings() == ["unknown-speaker"]


def test_documents_are_nobody(read):
    """A poll speaks for itself: no actor, no warning."""
    found = read("A poll showed that the bill was dead.")

    assert found.found.actors == ()
    assert found.warnings() == []


def test_a_nominal_source_is_whom_the_actors_room_says():
    """A mention over the source's head decides."""
    text = "Putin left. “We tried very hard,” the Russian president said."
    start = text.index("the Russian")
    putin = Actor(
        "a1", "Putin", "person", mentions=[Mention(Span(0, 5)), Mention(Span(start, start + 21), "nominal")]
    )

    (quote,) = find_quotes(load().parse(text), [putin]).quotes

    assert quote.speaker is not None
    assert quote.speaker.id == "a1"
