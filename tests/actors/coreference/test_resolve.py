"""Descriptions and pronouns, on sentences that the bundled pipeline parses."""

import pytest

from stancekit.actors import find_actors
from stancekit.values import Article


def mentions(parsed, text, **settings):
    """What each actor is called, by name."""
    return {
        actor.name: [m.span.of(text) for m in actor.mentions]
        for actor in find_actors(parsed(text), **settings)
    }


class TestDescriptions:
    def test_a_title_before_the_name_binds_the_office(self, parsed):
        """The president is who was called so."""
        text = "Norland's president Ada Keller met Tom Baker on Monday. The president left early."

        assert "The president" in mentions(parsed, text)["Ada Keller"]

    def test_an_apposition_is_a_mention(self, parsed):
        """And binds its office."""
        text = "Robert Mueller, the special counsel, met Donald Trump. The special counsel said nothing."

        assert mentions(parsed, text)["Robert Mueller"] == [
            "Robert Mueller",
            "the special counsel",
            "The special counsel",
        ]

    def test_what_points_at_a_name_is_a_mention(self, parsed):
        """ "His wife" before her name; not so a title, or what is said of her besides."""
        text = "Tom Baker met his wife Ann Lane. He praised the embattled mayor Olga Brandt."
        cast = {a.name: [m.span.of(text) for m in a.mentions] for a in find_actors(parsed(text))}

        assert cast["Ann Lane"] == ["wife", "Ann Lane"]
        assert cast["Olga Brandt"] == ["Olga Brandt"]

    def test_demonym_and_office_lead_to_the_head(self, parsed):
        """The registry knows who heads which state."""
        text = "Vladimir Putin met Donald Trump in Alaska. The Russian president smiled."

        assert "The Russian president" in mentions(parsed, text)["Vladimir Putin"]

    @pytest.mark.parametrize(
        ("published", "president"), [("2023-05-01", "Joe Biden"), ("2018-05-01", "Donald Trump")]
    )
    def test_the_date_tells_which_head(self, parsed, published, president):
        """The US president is who held the office when the article was published."""
        text = "Joe Biden and Donald Trump met in Ohio. The US president spoke first."
        article = Article(text, published=published)

        found = mentions(parsed, text, article=article)

        assert "president" in found[president]

    @pytest.mark.parametrize(
        "text",
        [
            "Corvane and the union met Olga Brandt.",
            "The union and Corvane met Olga Brandt.",
            "Olga Brandt praised Corvane and the union.",
            "Olga Brandt talked to the union and Corvane.",
        ],
    )
    def test_two_conjuncts_are_two(self, labelled, text):
        """ "The union" beside another body is the one that was called so before."""
        text = "Kilnhouse called the strike. The union wants more pay. " + text
        document = labelled(text, Kilnhouse="organization", Corvane="organization", Olga_Brandt="person")
        cast = {a.name: [m.span.of(text).lower() for m in a.mentions] for a in find_actors(document)}

        assert cast["Kilnhouse"] == ["kilnhouse", "the union", "the union"]

    def test_what_a_body_was_called_it_is_called(self, labelled):
        """ "The union" stays the one that was called so, whoever else is spoken of since."""
        text = "Kilnhouse wants more pay. The union met on Monday. Later Larkhill praised Corvane. The union left."
        document = labelled(text, Kilnhouse="organization", Corvane="organization", Larkhill="organization")
        cast = {a.name: [m.span.of(text).lower() for m in a.mentions] for a in find_actors(document)}

        assert cast["Kilnhouse"] == ["kilnhouse", "the union", "the union"]

    def test_the_city_is_no_park(self, parsed):
        """What is named plainly comes first."""
        text = "She lives in Leeds. Leeds has Ash Park. Ash Park is green. The city is proud of it."

        assert "The city" in mentions(parsed, text)["Leeds"]

    def test_a_party_excludes_foreigners(self, parsed):
        """The Republican leader is not the president of Russia."""
        text = "Vladimir Putin congratulated Donald Trump. Putin praised the Republican leader."

        assert "the Republican leader" in mentions(parsed, text)["Donald Trump"]

    def test_a_government_is_its_state(self, parsed):
        """So "the Russian government" is a description of Russia."""
        text = "Russia rejected the plan. The Russian government called it a joke."

        assert "The Russian government" in mentions(parsed, text)["Russia"]

    def test_a_people_is_a_group(self, parsed):
        """It is not the state."""
        text = "Russia lost. Many Russians stayed at home, and the Russians who left were young."

        cast = find_actors(parsed(text))

        assert [(a.name, str(a.kind), len(a.mentions)) for a in cast if a.kind == "group"] == [
            ("Russians", "group", 2)
        ]

    def test_descriptions_stop_before_other_names(self, parsed):
        """In "Norland's leader", Norland is its own mention."""
        text = "Ada Keller, Norway's leader, spoke."

        found = mentions(parsed, text)

        assert "leader" in found["Ada Keller"]
        assert found["Norway"] == ["Norway's"]

    def test_members_of_a_party(self, parsed):
        """A party's adjective or noun means who is said to be of that party."""
        text = (
            "Democratic candidate Anna Keller met Republican candidate Mary Miller. The Democrat spoke first."
        )

        assert "The Democrat" in mentions(parsed, text)["Anna Keller"]

    def test_a_predicate_is_no_mention(self, parsed):
        """Whoever "is the mayor" is only described, not mentioned again."""
        text = "Tom Baker is the mayor of Leeds. The mayor smiled."

        assert mentions(parsed, text)["Tom Baker"] == ["Tom Baker", "The mayor"]


class TestPronouns:
    def test_the_subject_of_a_fronted_phrase_goes_on(self, parsed):
        """Not who is mentioned deeper inside it."""
        text = (
            "Vladimir Putin congratulated Donald Trump. "
            "Despite Putin’s willingness to consider Trump’s proposals, he showed no flexibility."
        )

        assert "he" in mentions(parsed, text)["Vladimir Putin"]

    def test_gender_chooses(self, parsed):
        """He is Tom, she is Anna."""
        text = "Anna Keller thanked Tom Baker. She said that he had saved her house."

        found = mentions(parsed, text)

        assert found["Anna Keller"] == ["Anna Keller", "She", "her"]
        assert found["Tom Baker"] == ["Tom Baker", "he"]

    def test_a_reflexive_is_the_subject(self, parsed):
        """Himself is who did it."""
        text = "Tom Baker met John Miller. Miller defended himself."

        assert mentions(parsed, text)["John Miller"] == ["John Miller", "Miller", "himself"]

    def test_an_object_is_not_the_subject(self, parsed):
        """Him is the other one."""
        text = "Tom Baker met John Miller. Miller praised him."

        assert "him" in mentions(parsed, text)["Tom Baker"]

    def test_an_organization_is_it(self, parsed):
        """Where it is the subject just before."""
        text = "The World Trade Organization met on Monday. It published its report."

        assert mentions(parsed, text)["World Trade Organization"] == ["World Trade Organization", "It", "its"]

    def test_it_may_be_nobody(self, parsed):
        """An empty subject refers to nobody."""
        text = "The World Trade Organization met on Monday. It is clear that talks failed."

        assert mentions(parsed, text)["World Trade Organization"] == ["World Trade Organization"]

    def test_first_persons_are_left_to_quotes(self, parsed):
        """Who "I" is depends on who speaks."""
        text = "“I like my job,” said Tom Baker."

        assert mentions(parsed, text)["Tom Baker"] == ["Tom Baker"]


class TestVoices:
    TALK = "Why? I like it. What else? I like my job. And then? I went home. Who else? My wife helped me."

    def test_the_interviewed_is_i(self, parsed):
        """Outside quotation marks, where the article says whom it interviews."""
        text = f"The Daily interviews Tom Baker about his life. {self.TALK}"

        assert mentions(parsed, text)["Tom Baker"].count("I") == 3

    def test_nobody_is_i_elsewhere(self, parsed):
        """A writer who says "I" is not the person written about."""
        text = f"Tom Baker is a painter. {self.TALK}"

        assert "I" not in mentions(parsed, text)["Tom Baker"]
