"""Quotes of every kind, where their words stand."""

from __future__ import annotations

import pytest

from stancekit.language import load
from stancekit.quotes import find_quotes
from stancekit.values import Span


class TestDirect:
    @pytest.mark.parametrize(
        "text",
        [
            "“We will reject the bill,” Smith said.",
            "“We will reject the bill,” said Smith.",
            "“We will reject the bill,” said Jane Smith, the mayor of Leeds.",
            "“We will reject the bill,” Smith, who chairs the panel, told NBC on Monday.",
            "Smith said: “We will reject the bill.”",
            "Smith told NBC: “We will reject the bill.”",
            "In an interview on Monday, Smith said, “We will reject the bill.”",
            "“We will reject the bill,” according to Smith.",
            "Smith: “We will reject the bill.”",
            '"We will reject the bill," Smith said.',
            "'We will reject the bill,' Smith said.",
            "''We will reject the bill,'' Smith said.",
            "«We will reject the bill», Smith said.",
            "“We will reject the bill,” Smith will say.",
            "“We will reject the bill,” Smith has said.",
            "Stated Smith: “We will reject the bill.”",
            "His final word: “We will reject the bill,” Smith said.",
        ],
    )
    def test_has_its_speaker(self, read, text):
        """Wherever the report stands, whatever the marks."""
        ((speaker, _, content),) = read(text, "Jane Smith").told("direct")

        assert speaker == "Jane Smith"
        assert content.rstrip(",.") == "We will reject the bill"

    def test_who_is_told_does_not_speak(self, read):
        """NBC hears it."""
        ((speaker, cue, _),) = read("“It is over,” Smith told Jones.", "Smith", "Jones").told()

        assert (speaker, cue) == ("Smith", "told")

    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("“A bill,” Smith said, “is a bill.”", "A bill, / is a bill."),
            ("“We will win,” Smith said. “They will lose.”", "We will win, / They will lose."),
            ("“We will win. They will lose,” Smith said.", "We will win. They will lose,"),
            ("“We will win.” “They will lose,” Smith said.", "We will win. / They will lose,"),
            ("“We will win.\n“They will lose,” Smith said.", "We will win. / They will lose,"),
            (
                "“We were promised repairs” — here Smith paused — “and got none.”",
                "We were promised repairs / and got none.",
            ),
        ],
    )
    def test_split_quotes_are_one(self, read, text, content):
        """Its pieces are spans of one quote."""
        assert read(text, "Smith").contents("direct") == [content]

    def test_one_report_may_tell_several(self, read):
        """Quotes that "and" joins are one."""
        found = read("The crowd chanted, “No more tolls now,” and “Give us our bridge back.”")

        assert found.contents() == ["No more tolls now, / Give us our bridge back."]

    def test_a_whole_sentence_ends_the_quote(self, read):
        """Whom somebody shouts it at is no part of it."""
        found = read("Smith yelled “You lie!” at Jones during the debate.", "Smith", "Jones")

        assert found.told() == [("Smith", "yelled", "You lie!")]

    def test_a_short_sentence_is_speech(self, read):
        """Three words with a finite verb say something."""
        assert read("Smith smiled. “We have won.”", "Smith").told("direct") == [
            ("Smith", None, "We have won.")
        ]

    def test_two_reports_are_two_quotes(self, read):
        """Each with its own speaker."""
        found = read("“We will win,” Smith said. “You will lose,” Jones replied.", "Smith", "Jones")

        assert found.told() == [("Smith", "said", "We will win,"), ("Jones", "replied", "You will lose,")]

    @pytest.mark.parametrize("between", [" Smith said on Monday. He smiled. ", " Smith said.\n"])
    def test_goes_on_without_a_report_of_its_own(self, read, between):
        """Behind one that has it, in its paragraph or at the start of the next."""
        found = read(f"“We will win,”{between}“The others know that we will.”", "Smith")

        assert found.told("direct") == [("Smith", "said", "We will win, / The others know that we will.")]

    def test_ends_at_the_next_report(self, read):
        """What follows it is a quote of its own."""
        found = read("“We will win,” Smith said, adding that “the rest is noise.”", "Smith")

        assert found.contents() == ["We will win,", "that / the rest is noise."]

    def test_may_be_signed(self, read):
        """Even where the dash is written together with the closing mark."""
        assert read("“It is a bridge.”― Jane Smith", "Jane Smith").told() == [
            ("Jane Smith", "”―", "It is a bridge.")
        ]

    def test_a_paragraph_that_is_a_quote_goes_on_with_the_speaker_before(self, read):
        """If the paragraph before ends with that speaker's words."""
        found = read("Smith said that they would win.\n“The other side knows that very well.”", "Smith")

        assert found.told("direct") == [("Smith", None, "The other side knows that very well.")]

    def test_a_colon_at_the_end_of_a_paragraph_introduces_the_next(self, read):
        """Block quotes are set like that."""
        found = read("Later Smith wrote:\n“It is over and we have lost.”", "Smith")

        assert found.told("direct") == [("Smith", "wrote", "It is over and we have lost.")]

    def test_may_be_passed_on_by_somebody_else(self, read):
        """Who says what was said speaks, too, and what follows is still the first speaker's."""
        found = read(
            "“We are lost,” Smith said, according to Jones.\n“There is no hope at all.”", "Smith", "Jones"
        )
        outer, inner = found.of()

        assert (outer.speaker.name, outer.kind, inner.parent) == ("Jones", "mixed", outer)
        assert found.told("direct") == [("Smith", "said", "We are lost, / There is no hope at all.")]

    def test_quotes_in_quotes_have_a_parent(self, read):
        """The inner one's speaker is its own."""
        found = read("“Jones told me, ‘I will never resign,’ and left,” Smith said.", "Smith", "Jones")
        outer, inner = found.of("direct")

        assert inner.parent == outer
        assert (outer.speaker.name, inner.speaker.name) == ("Smith", "Jones")


class TestIndirect:
    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("Smith said that the bill was dead.", "that the bill was dead"),
            ("Smith said the bill was dead.", "the bill was dead"),
            ("Smith told NBC that the bill was dead.", "that the bill was dead"),
            ("The bill was dead, Smith said.", "The bill was dead"),
            ("The bill was dead, according to Smith.", "The bill was dead"),
            ("According to Smith, the bill was dead.", "the bill was dead"),
            ("Smith wondered whether the bill was dead.", "whether the bill was dead"),
            ("Smith promised to end the war.", "to end the war"),
            ("Smith plans to end the war.", "to end the war"),
            ("Smith feared that the bill was dead.", "that the bill was dead"),
            ("Smith’s claim that the bill was dead was false.", "that the bill was dead"),
            ("Smith, who said that the bill was dead, left.", "that the bill was dead"),
            ("Smith criticized the bill.", "the bill"),
            (
                "Smith has said three of her nephews will speak at the fair.",
                "three of her nephews will speak at the fair",
            ),
            ("Smith told the crowd on Monday that the bill was dead.", "that the bill was dead"),
            ("As Smith noted, the bill was dead.", "the bill was dead"),
            ("As reported by Smith, the bill was dead.", "the bill was dead"),
            ("Jones, Smith said, was a poor mayor.", "Jones / was a poor mayor"),
            (
                "Since May, according to Smith, the bridge has been closed.",
                "Since May / the bridge has been closed",
            ),
        ],
    )
    def test_needs_no_marks(self, read, text, content):
        """A clause, an infinitive, a phrase, with the verb's subject as the speaker."""
        ((speaker, _, found),) = read(text, "Smith").told()

        assert (speaker, found) == ("Smith", content)

    def test_coordinated_reports_share_their_subject(self, read):
        """Who said it and who promised it are the same."""
        found = read("Smith said that the bill was dead and promised to write another.", "Smith")

        assert [speaker for speaker, _, _ in found.told()] == ["Smith", "Smith"]

    def test_nobody_need_be_named(self, read):
        """An impersonal report has neither source nor warning."""
        found = read("It was reported that the bill was dead.")

        assert found.told() == [(None, "reported", "that the bill was dead")]
        assert found.warnings() == []


class TestMixed:
    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("Smith said he was “ready to talk” soon.", "he was / ready to talk / soon"),
            ("Smith told NBC that the bill was “dead on arrival”.", "that the bill was / dead on arrival"),
            ("Smith called Jones a “genius”.", "Jones a / genius"),
            ("Smith called Jones “brave” and “manly”.", "Jones / brave / and / manly"),
            (
                "Smith called Jones “the best engineer” in the town.",
                "Jones / the best engineer / in the town",
            ),
            ("Smith accused Jones of “playing to the gallery”.", "Jones of / playing to the gallery"),
            ("Jones was hailed as “a true hero” by Smith.", "Jones / as / a true hero"),
            ("Smith said the toll was “a joke.” She left the room.", "the toll was / a joke."),
            (
                "Smith said tolls were “a joke” or “a theft” in disguise.",
                "tolls were / a joke / or / a theft / in disguise",
            ),
            ("Smith called Jones a “cheat,” leaving the room.", "Jones a / cheat,"),
            (
                "The toll is a “joke” in all but name, said Smith, a baker.",
                "The toll is a / joke / in all but name",
            ),
            ("If it rains, Smith said, “we stay at home.”", "If it rains / we stay at home."),
            ("“It would ruin us” if the toll came, Smith said.", "It would ruin us / if the toll came"),
        ],
    )
    def test_has_quoted_words_in_a_report(self, read, text, content):
        """The whole clause or phrase that the cue governs, its words in marks and those without."""
        ((speaker, _, found),) = read(text, "Smith", "Jones").told("mixed")

        assert (speaker, found) == ("Smith", content)

    def test_leaves_the_narrators_comparisons_out(self, read):
        """What is "so-called" is called that by nobody in particular."""
        assert read("The so-called “experts” were wrong.").of("mixed") == []


class TestScare:
    @pytest.mark.parametrize(
        "text",
        [
            "The “rescue plan” is one page long.",
            "His “investors” turned out to be a cousin.",
            "They sat in the “green room” and waited.",
        ],
    )
    def test_has_nobody_behind_it(self, read, text):
        """Neither cue nor source nor speaker, and that is no reason to warn."""
        found = read(text)
        (quote,) = found.of("scare")

        assert (quote.cue, quote.source, quote.speaker) == (None, None, None)
        assert found.warnings() == []

    @pytest.mark.parametrize("name", ["The Long Good Night", "Tollgate"])
    def test_names_are_used_at_no_distance(self, read, name):
        """A show's or a book's title is what it is called."""
        assert read(f"Smith read “{name}” on the train.", "Smith").of() == []

    def test_titles_of_works_are_no_speech(self, read):
        """Even where somebody speaks beside them."""
        found = read("Smith, the author of “The Long Good Night,” spoke in Leeds.", "Smith")

        assert found.contents("direct") == []


class TestWarnings:
    def test_unknown_speaker(self, read):
        """Marks say that somebody speaks; nobody says who."""
        found = read("“We will never give up this land.”")

        assert found.told("direct") == [(None, None, "We will never give up this land.")]
        assert found.warnings() == ["unknown-speaker"]

    def test_unbalanced_mark_costs_one_paragraph(self, read):
        """The others are read as ever."""
        found = read("“We will win, Smith said.\nThen came Monday.\n“We lost,” Jones said.", "Smith", "Jones")

        assert found.told("direct") == [("Jones", "said", "We lost,")]
        assert "unbalanced-mark" in found.warnings()

    def test_one_warning_a_paragraph(self, read):
        """However many marks are lonely in it."""
        found = read("“ a “ b “ c “ d")

        assert found.warnings() == ["unbalanced-mark"]


def test_ids_count_up_in_text_order(read):
    """q1 is the first."""
    found = read("“We will win,” Smith said. Jones said that they would not.", "Smith", "Jones").found.quotes

    assert [quote.id for quote in found] == ["q1", "q2"]
    assert found[0].start < found[1].start


def test_sources_leave_out_appositions(read):
    """A title stays, what stands behind a comma goes."""
    found = read("“Yes, we will,” said Mayor Jane Smith, a lawyer from Leeds.", "Jane Smith")

    assert found.sources() == ["Mayor Jane Smith"]


def test_boilerplate_says_nothing():
    """Where there are no sentences there are neither quotes nor lonely marks."""
    text = "“Subscribe now,” said Smith. “\n“We will win,” said Jones."
    document = load().parse(text, skip=[Span(0, text.index("\n"))])

    found = find_quotes(document)

    assert [quote.content[0].of(text) for quote in found.quotes] == ["We will win,"]
    assert "unbalanced-mark" not in [warning.kind for warning in found.warnings]


class TestAsides:
    def test_between_dashes_are_the_narrators(self, read):
        """What is put in between is not part of the report."""
        found = read("Smith said the war — triggered by an invasion in 2022 — was a mistake.", "Smith")

        assert found.contents("indirect") == ["the war / was a mistake"]

    def test_in_marks_are_the_speakers(self, read):
        """What stands between dashes there is quoted, too."""
        found = read("Smith said the plan was “a joke — made in haste — and a shame” to all.", "Smith")

        assert found.contents() == ["the plan was / a joke — made in haste — and a shame / to all"]

    def test_a_dash_alone_may_be_the_speakers(self, read):
        """Only what grammar sets apart is taken out."""
        found = read("Smith said the plan — a bad one — would fail.", "Smith")

        assert found.contents("indirect") == ["the plan — a bad one — would fail"]
