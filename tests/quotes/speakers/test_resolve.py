"""Who speaks, and what quotes tell about the actors."""

from __future__ import annotations

import pytest

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


def test_you_are_who_is_told(read):
    """Where the cue says whom, and it is a person."""
    found = read("“You and your friends lie,” Smith told Jones.", "Smith", "Jones")

    assert mentions(found, "Jones") == ["You", "your", "Jones"]
    assert mentions(read("“You lie,” Smith told reporters. Jones left.", "Smith", "Jones"), "Jones") == [
        "Jones"
    ]


def test_little_is_nobody(read):
    """What suggests something need not be somebody."""
    found = read("There is little to suggest that Smith could win.", "Smith").found

    assert [actor.name for actor in found.actors] == ["Smith"]
    assert not found.warnings


def test_a_mention_is_added_once():
    """Those that were known stay as they are."""
    text = "“I will go,” Smith said."
    smith = Actor("a1", "Smith", "person", mentions=[Mention(Span(1, 2), "pronoun"), Mention(Span(13, 18))])

    found = find_quotes(load().parse(text), [smith])

    assert [actor.mentions for actor in found.actors] == [smith.mentions]


def test_actors_keep_their_order_and_ids(read):
    """New ones come behind."""
    found = read("“We will win,” officials said. Jones and Smith left.", "Smith", "Jones").found

    assert [actor.id for actor in found.actors] == ["a1", "a2", "a3"]
    assert found.actors[2].kind == "unnamed"


def test_an_unnamed_source_is_an_actor(read):
    """One for each phrase: two officials need not be the same."""
    found = read(
        "Officials said that it was over. A person close to the talks said it was not. Officials said it was."
    )

    assert [(actor.id, actor.name, actor.kind) for actor in found.found.actors] == [
        ("a1", "Officials", "unnamed"),
        ("a2", "A person close to the talks", "unnamed"),
        ("a3", "Officials", "unnamed"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "An official in Leeds said it was over. An official in York said it was not. The official said it was a pity.",
        "“We tried hard,” the official said.",
    ],
)
def test_a_definite_source_that_is_not_plain_is_unknown(read, text):
    """Which official it is, or whether there was one before, nothing tells."""
    found = read(text)

    assert found.told()[-1][0] is None
    assert found.warnings()[-1] == "unknown-speaker"


def test_people_by_number_are_unnamed_sources(read):
    """Nobody else need be behind a pronoun that only counts."""
    found = read("Some said it was over. Two people familiar with the talks said it was not.")

    assert [actor.name for actor in found.found.actors] == ["Some", "Two people familiar with the talks"]


def test_a_pronoun_takes_up_an_unnamed_source(read):
    """Where one spoke just before."""
    found = read("A senior aide said that it was over. “We tried hard,” she added.")

    assert [speaker for speaker, _, _ in found.told()] == ["A senior aide", "A senior aide"]


class TestSeveral:
    @pytest.mark.parametrize(
        "text",
        [
            "“We will win,” Smith and Jones said.",
            "Smith and Jones said that they would win.",
            "According to Smith and Jones, they would win.",
        ],
    )
    def test_speak_together(self, read, text):
        """Whoever a source coordinates."""
        (quote,) = read(text, "Smith", "Jones").of("direct", "indirect")

        assert [speaker.name for speaker in quote.speakers] == ["Smith", "Jones"]
        assert quote.speaker == quote.speakers[0]

    def test_may_be_named_or_not(self, read):
        """One actor for each."""
        (quote,) = read("Smith and a senior aide said that they would win.", "Smith").of()

        assert [speaker.name for speaker in quote.speakers] == ["Smith", "a senior aide"]

    def test_leave_i_to_nobody(self, read):
        """One of them says it, and nothing tells who."""
        found = read("“I will win,” Smith and Jones said.", "Smith", "Jones")

        assert mentions(found, "Smith") == ["Smith"]


class TestSource:
    @pytest.mark.parametrize(
        ("text", "source"),
        [
            ("“It is over for us,” said Rep. Jane Smith (R-Wis.), who chairs the panel.", "Rep. Jane Smith"),
            ("The head of the bank, Jane Smith, said that it was over.", "The head of the bank, Jane Smith"),
            ("Jane Smith, who chairs the panel, said that it was over.", "Jane Smith"),
            ("The plan, Jane Smith said, will surely fail.", "Jane Smith"),
            ("It was what Jane Smith called a “sad mistake”.", "Jane Smith"),
            ("Jane Smith issued a statement saying that it was over.", "Jane Smith"),
            ("The town relies on Jane Smith to report that it is over.", "Jane Smith"),
            ("The day ended with Jane Smith saying that it was over.", "Jane Smith"),
            ("Tom Reed, Jane Smith said, was late.", "Jane Smith"),
            ("“It is lost” if Ann Lee stays away, said Jane Smith.", "Jane Smith"),
            ("Jane Smith spoke for an hour on Monday, saying that it was over.", "Jane Smith"),
            ("Jane Smith (D-Leeds) said “times like these have no place for it.”", "Jane Smith"),
        ],
    )
    def test_is_who_speaks(self, read, text, source):
        """Whatever else the sentence names."""
        found = read(text, "Jane Smith")

        assert found.sources()[0] == source
        assert found.told()[0][0] == "Jane Smith"

    def test_a_text_speaks_for_its_author(self, read):
        """A statement says what its author says."""
        found = read("A statement from Smith said that it was over.", "Smith")

        assert found.told() == [("Smith", "said", "that it was over")]

    def test_a_report_behind_a_comma_says_more_than_a_verb_far_before(self, read):
        """The later one is about the quote alone."""
        found = read(
            "Jones spoke of the bridge after the vote: “It is over for us,” Smith said.", "Smith", "Jones"
        )

        assert [speaker for speaker, _, _ in found.told("direct")] == ["Smith"]

    def test_goes_on_into_the_next_paragraph(self, read):
        """A quote that names nobody shows the words that its speaker was named by."""
        found = read("Smith said that it was over.\n“We tried everything that we could.”", "Smith")

        assert found.sources() == ["Smith", "Smith"]

    def test_may_be_whom_the_sentence_before_is_about(self, read):
        """In its own paragraph."""
        found = read("Smith shook his head. “It was never going to work out.”", "Smith")

        assert found.told("direct") == [("Smith", None, "It was never going to work out.")]


class TestDialogue:
    def test_alternates_after_a_question(self, read):
        """Who was asked answers."""
        found = read(
            "“It is over,” Smith said.\n“Are you quite sure of that?” Jones asked.\n“I have never been more sure.”",
            "Smith",
            "Jones",
        )

        assert [speaker for speaker, _, _ in found.told("direct")] == ["Smith", "Jones", "Smith"]

    def test_alternates_with_questions(self, read):
        """Who asked asks again."""
        found = read(
            "“Is it over now?” Jones asked.\n“It is over,” Smith said.\n“Are you quite sure of that?”",
            "Smith",
            "Jones",
        )

        assert [speaker for speaker, _, _ in found.told("direct")] == ["Jones", "Smith", "Jones"]

    def test_else_the_last_goes_on(self, read):
        """As papers set long statements."""
        found = read(
            "“It is over,” Smith said.\n“It is not over,” Jones said.\n“We will go on and on.”",
            "Smith",
            "Jones",
        )

        assert [(speaker, content) for speaker, _, content in found.told("direct")] == [
            ("Smith", "It is over,"),
            ("Jones", "It is not over, / We will go on and on."),
        ]


@pytest.mark.parametrize(
    "text",
    [
        "It was reported that the bill was dead.",
        "The bill was described as “dead on arrival”.",
        "Nobody said that the bill was dead.",
    ],
)
def test_where_nobody_speaks_nobody_is_missed(read, text):
    """Neither speaker nor warning."""
    found = read(text)

    assert all(speaker is None for speaker, _, _ in found.told())
    assert found.warnings() == []


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


def test_an_unnamed_source_of_two_quotes_is_one(read):
    """Its words are mentioned once."""
    found = read("Two officials said that it was over and that “nobody cared much” about it.")

    spans = [mention.span for actor in found.found.actors for mention in actor.mentions]
    assert len(spans) == len({*spans})


def test_an_occasion_is_no_report(read):
    """What stands before the first comma may be no more than a day; who passes the rest on tells it all."""
    found = read("On Monday, Smith said she was “happy” that Reed won, according to Jones.", "Smith", "Jones")

    assert found.told() == [
        ("Jones", "according to", "On Monday, Smith said she was / happy / that Reed won")
    ]


def test_a_report_goes_on_from_the_one_before(read):
    """A participle right behind a report has its speaker, not that of the report around it."""
    text = "Reed cannot say that “from his own view,” Smith added, saying it should be “up to the court”."

    assert ("Smith", "saying", "it should be / up to the court") in read(text, "Smith", "Reed").told()
