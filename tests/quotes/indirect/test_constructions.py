"""What is told without quotation marks, construction by construction."""

from __future__ import annotations

import pytest


class TestSubjects:
    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("The race appears to be over.", "The race / to be over"),
            ("Mayor Smith seems tired of the quarrel.", "Mayor Smith / tired of the quarrel"),
            ("The harbour is expected to open in May.", "The harbour / to open in May"),
            ("Smith was accused of hiding the figures.", "Smith / of hiding the figures"),
            ("The plan is seen as a gift to the banks.", "The plan / as a gift to the banks"),
            ("Smith is considered a moderate.", "Smith / a moderate"),
        ],
    )
    def test_belong_to_what_is_said_of_them(self, read, text, content):
        """Nobody need be named who thinks so."""
        ((speaker, _, found),) = read(text).told()

        assert (speaker, found) == (None, content)

    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("The plan was rejected by Smith.", "The plan"),
            ("Jones was praised for her patience by Smith.", "Jones / for her patience"),
        ],
    )
    def test_of_passives_with_an_agent(self, read, text, content):
        """Who rejects and who praises is the source."""
        ((speaker, _, found),) = read(text, "Smith", "Jones").told()

        assert (speaker, found) == ("Smith", content)


class TestPhrases:
    @pytest.mark.parametrize(
        ("text", "cue", "content"),
        [
            ("Smith is wary of the new toll.", "wary of", "the new toll"),
            ("Smith repeated his criticism of the new toll.", "repeated", "his criticism of the new toll"),
            ("Smith called for the minister to resign.", "called for", "the minister to resign"),
            ("Smith defended the plan, which failed in May.", "defended", "the plan"),
            ("Smith endorsed Jones at a rally in Leeds.", "endorsed", "Jones"),
            ("Smith praised the plan in an interview.", "praised", "the plan"),
        ],
    )
    def test_end_where_the_narrator_goes_on(self, read, text, cue, content):
        """What is judged belongs to them; where and when somebody does so, and what became of it, does not."""
        assert read(text, "Smith").told() == [("Smith", cue, content)]

    def test_of_nouns_need_no_owner(self, read):
        """Support has an object even where nobody is named."""
        assert read("There is wide support for the tunnel.").told() == [(None, "support for", "the tunnel")]


class TestClauses:
    @pytest.mark.parametrize(
        ("text", "content"),
        [
            (
                "If the rain lasts, the bridge will close, Smith said.",
                "If the rain lasts, the bridge will close",
            ),
            ("The bridge is old, said Smith, who built it.", "The bridge is old"),
            ("It is old, Smith said, because nobody cared.", "It is old / because nobody cared"),
            ("The bridge is tall and, Smith said, it is old.", "it is old"),
        ],
    )
    def test_may_stand_around_their_report(self, read, text, content):
        """They go on behind it, but not with what the narrator adds."""
        assert read(text, "Smith").told() == [("Smith", "said", content)]

    @pytest.mark.parametrize(
        ("text", "speaker", "content"),
        [
            ("Kelm is a genius, said investor Ada Wood.", "Ada Wood", "Kelm is a genius"),
            ("The club is brutal, wrote Reed.", "Reed", "The club is brutal"),
            (
                "The bridge will fall, predicted engineer Jo Lee, who built it.",
                "Jo Lee",
                "The bridge will fall",
            ),
            ("The gap, said Jo Lee, the mayor, is too wide.", "Jo Lee", "The gap / is too wide"),
        ],
    )
    def test_may_stand_before_their_verb_and_speaker(self, read, text, speaker, content):
        """Who is named right behind the verb speaks, whatever the parse makes of the name."""
        ((found, _, said),) = read(text, speaker).told()

        assert (found, said) == (speaker, content)

    def test_may_have_many_speakers(self, read):
        """A number of somebody speaks, too."""
        found = read("Defending the bridge is a waste of money, said a handful of voters.")

        assert ("said", "Defending the bridge is a waste of money") in {told[1:] for told in found.told()}

    @pytest.mark.parametrize(
        "text",
        [
            "Reed, who built the bridge, said Smith was late.",
            "Reed sat down, asked Smith and left.",
            "The rain stopped, said goodbye and left.",
        ],
    )
    def test_are_not_what_stands_before_a_subject_or_an_object(self, read, text):
        """Somebody behind the verb may be whom the report is about, or who is asked."""
        assert "Smith" not in {speaker for speaker, _, _ in read(text, "Reed", "Smith").told()}

    @pytest.mark.parametrize(
        "tail",
        [
            ", before leaving the hall",
            ", while stressing her doubts",
            " — a claim that nobody could check",
            " - a claim that nobody could check",
        ],
    )
    def test_end_where_the_narrator_goes_on(self, read, tail):
        """What the speaker does besides, and what the narrator makes of it, is not reported."""
        found = read(f"Smith said that the toll would fall{tail}.", "Smith")

        assert found.contents()[0] == "that the toll would fall"

    def test_end_before_the_next_report(self, read):
        """Each speaker keeps what is his."""
        found = read("Smith said the toll was fair, while Jones said it was theft.", "Smith", "Jones")

        assert found.told() == [("Smith", "said", "the toll was fair"), ("Jones", "said", "it was theft")]

    def test_may_be_questions_that_nobody_is_named_for(self, read):
        """Who answers did not ask."""
        ((speaker, cue, content),) = read("Asked whether she would resign, Smith smiled.", "Smith").told()

        assert (speaker, cue, content) == (None, "Asked", "whether she would resign")

    def test_may_follow_adjectives(self, read):
        """What is unclear is so to everybody."""
        found = read("It is unclear whether the bridge will hold.")

        assert found.told() == [(None, "unclear", "whether the bridge will hold")]

    @pytest.mark.parametrize(
        ("text", "source"),
        [
            ("In a new poll, four in ten drivers oppose the toll.", "a new poll"),
            ("To Smith, the toll is a tax on patience.", "Smith"),
        ],
    )
    def test_may_have_their_source_at_the_head(self, read, text, source):
        """A poll, or whose view it is."""
        assert read(text, "Smith").sources()[0] == source


class TestNesting:
    def test_keeps_each_level_of_a_chain(self, read):
        """What Jones says stands in what Smith says."""
        outer, inner = read("Smith said that Jones had told her that the bridge was old.").of()

        assert inner.parent == outer
        assert inner.source is not None

    @pytest.mark.parametrize(
        ("text", "levels"),
        [
            ("Smith said she hoped to leave.", 1),
            ("“I think that we will win,” Smith said.", 1),
            ("“I told them that we would win,” Smith said.", 2),
            ("“Jones told me that the bridge was old,” Smith said.", 2),
        ],
    )
    def test_tells_of_reports_only(self, read, text, levels):
        """What a speaker wants or thinks as she speaks is her speech, not a report in it."""
        assert len(read(text).of()) == levels


class TestTurns:
    def test_of_a_transcript_have_their_speakers(self, read):
        """Every labelled paragraph is one."""
        text = "SMITH: We never wanted a toll.\nJONES: Then why did you build one?\nSMITH: Nobody asked me."
        found = read(text, "SMITH", "JONES")

        assert found.told() == [
            ("SMITH", ":", "We never wanted a toll"),
            ("JONES", ":", "Then why did you build one?"),
            ("SMITH", ":", "Nobody asked me"),
        ]

    def test_of_a_headline(self, read):
        """A name and a colon introduce what somebody says."""
        found = read("Smith: We never wanted a toll.\nThe mayor spoke on Monday.", "Smith")

        assert found.told() == [("Smith", ":", "We never wanted a toll")]

    @pytest.mark.parametrize(
        "text", ["Ingredients: two eggs and a lemon.\nTime: an hour.", "Smith: 12\nJones: 14\nSmith: 3"]
    )
    def test_are_no_lists(self, read, text):
        """Things do not speak, and numbers are not said."""
        assert read(text, "Smith").of() == []
