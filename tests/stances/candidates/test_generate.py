"""Which questions a document raises."""

from __future__ import annotations

import pytest

from stancekit.language import load
from stancekit.stances.candidates._generate import MAX_MENTIONS, find_candidates
from stancekit.values import NARRATOR, Actor, Mention, MentionKind, Quote, Span


def span(text, words, at=0):
    start = text.index(words, at)
    return Span(start, start + len(words))


def actor(name, text, *mentions):
    """An actor by its mentions' words: (words, kind), each looked for behind the one before."""
    found = []
    at = 0
    for words, kind in mentions:
        found.append(Mention(span(text, words, at), kind))
        at = found[-1].end
    return Actor(name, mentions[0][0], "person", mentions=found)


def questions(text, actors, quotes=()):
    """Who is asked about whom, as ids, with the words that a scorer would see."""
    document = load().parse(text)
    return [
        (p.holder.id, p.target.id, " ".join(p.candidate.text.split()), p.quote and p.quote.id)
        for p in find_candidates(document, actors, quotes)
    ]


NAME, NOUN, PRONOUN = MentionKind.NAME, MentionKind.NOMINAL, MentionKind.PRONOUN


class TestNarrator:
    def test_is_asked_of_everybody(self):
        """The narrator may frame each actor mentioned."""
        text = "Mercer waited while Holt slept."
        actors = [actor("a1", text, ("Mercer", NAME)), actor("a2", text, ("Holt", NAME))]

        found = questions(text, actors)

        assert [(h, t) for h, t, _, _ in found if h == "narrator"] == [("narrator", "a1"), ("narrator", "a2")]

    def test_never_sees_what_is_quoted(self):
        """What is quoted is blank in the narrator's passage, so it can't be ascribed to it."""
        text = "Mercer called Holt a “liar” and left."
        actors = [actor("a1", text, ("Mercer", NAME)), actor("a2", text, ("Holt", NAME))]
        quote = Quote("q1", "mixed", [span(text, "liar")], speakers=[actors[0]])

        found = questions(text, actors, [quote])

        narrated = [words for h, _, words, _ in found if h == NARRATOR.id]
        assert narrated == ["Mercer called Holt a “ ” and left."] * 2

    def test_is_not_asked_of_who_is_only_quoted(self):
        """Who is mentioned in quotes alone is not the narrator's target."""
        text = "“Holt is a liar,” said Mercer."
        actors = [actor("a1", text, ("Mercer", NAME)), actor("a2", text, ("Holt", NAME))]
        quote = Quote("q1", "direct", [span(text, "Holt is a liar,")], speakers=[actors[0]])

        found = questions(text, actors, [quote])

        assert [t for h, t, _, _ in found if h == NARRATOR.id] == ["a1"]


class TestSpeakers:
    def test_see_their_own_words_alone(self):
        """A speaker's passage is what is quoted."""
        text = "“Holt is a liar,” said Mercer."
        actors = [actor("a1", text, ("Mercer", NAME)), actor("a2", text, ("Holt", NAME))]
        quote = Quote("q1", "direct", [span(text, "Holt is a liar,")], speakers=[actors[0]])

        assert ("a1", "a2", "Holt is a liar,", "q1") in questions(text, actors, [quote])

    def test_in_every_sentence_of_a_quote(self):
        """Each sentence of a longer quote is a passage."""
        text = "“I have known Holt for many years. The truth is that Holt is a liar,” said Mercer."
        actors = [actor("a1", text, ("Mercer", NAME)), actor("a2", text, ("Holt", NAME), ("Holt", NAME))]
        quote = Quote("q1", "direct", [Span(1, text.index("”"))], speakers=[actors[0]])

        found = questions(text, actors, [quote])

        assert [words for h, _, words, q in found if q == "q1"] == [
            "I have known Holt for many years.",
            "The truth is that Holt is a liar,",
        ]

    def test_nested_words_are_somebody_elses(self):
        """What a speaker quotes is not the speaker's own."""
        text = "Mercer said Reyes had called Holt a “liar” twice."
        actors = [
            actor("a1", text, ("Mercer", NAME)),
            actor("a2", text, ("Holt", NAME)),
            actor("a3", text, ("Reyes", NAME)),
        ]
        outer = Quote(
            "q1",
            "indirect",
            [span(text, "Reyes had called Holt a “liar” twice")],
            speakers=[actors[0]],
        )
        inner = Quote("q2", "mixed", [span(text, "liar")], speakers=[actors[2]], parent=outer)

        found = questions(text, actors, [outer, inner])

        assert ("a1", "a2", "Reyes had called Holt a “ ” twice", "q1") in found

    def test_unknown_speakers_are_not_asked(self):
        """Nobody answers for a quote without a speaker."""
        text = "“Holt is a liar.”"
        quote = Quote("q1", "direct", [span(text, "Holt is a liar.")])

        assert questions(text, [actor("a2", text, ("Holt", NAME))], [quote]) == []

    def test_what_everybody_says_is_the_narrators(self):
        """Who reports what nobody in particular thinks, thinks so."""
        text = "Nobody admires Holt."
        quote = Quote("q1", "indirect", [span(text, "Holt")], cue=span(text, "admires"), source=Span(0, 6))

        found = questions(text, [actor("a2", text, ("Holt", NAME))], [quote])

        assert found == [("narrator", "a2", "Nobody admires Holt.", None)]

    @pytest.mark.parametrize(
        ("cue", "content"),
        [("questioned", "the courage of Holt"), ("denied", "that Holt was honest")],
        ids=["a phrase", "a denial"],
    )
    def test_what_hangs_on_its_cue_is_shown_with_it(self, cue, content):
        """What is said of a mere phrase, or of what is denied, lies in the cue."""
        text = f"Mercer {cue} {content}."
        mercer, holt = actor("a1", text, ("Mercer", NAME)), actor("a2", text, ("Holt", NAME))
        spans = {"cue": span(text, cue), "source": span(text, "Mercer")}
        quote = Quote("q1", "indirect", [span(text, content)], speakers=[mercer], **spans)

        found = questions(text, [mercer, holt], [quote])

        assert [words for h, t, words, _ in found if (h, t) == ("a1", "a2")] == [text]

    def test_nobody_is_asked_about_himself(self):
        """A speaker is no target of his own."""
        text = "“I am a liar,” said Mercer."
        mercer = actor("a1", text, ("I", PRONOUN), ("Mercer", NAME))
        quote = Quote("q1", "direct", [span(text, "I am a liar,")], speakers=[mercer])

        assert [(h, t) for h, t, _, _ in questions(text, [mercer], [quote])] == [("narrator", "a1")]


class TestBetweenActors:
    @pytest.mark.parametrize(
        ("text", "linked"),
        [
            ("Mercer praised Holt.", True),
            ("Holt was praised by Mercer.", True),
            ("Mercer’s praise for Holt was loud.", True),
            ("Mercer met Reyes and praised Holt.", True),
            ("Mercer, who despised Holt, left.", True),
            ("Holt, whom Mercer despised, left.", True),
            ("The town of Mercer waited. Holt slept.", False),
        ],
    )
    def test_where_grammar_links_them(self, text, linked):
        """A pair is asked about where the holder's doings reach the target."""
        actors = [actor("a1", text, ("Mercer", NAME)), actor("a2", text, ("Holt", NAME))]

        assert any((h, t) == ("a1", "a2") for h, t, _, _ in questions(text, actors)) == linked

    def test_own_quoted_words_stay_visible(self):
        """The holder's scattered words count, others' don't."""
        text = "Mercer called Holt a “liar” after Reyes spoke of a “feud”."
        actors = [
            actor("a1", text, ("Mercer", NAME)),
            actor("a2", text, ("Holt", NAME)),
            actor("a3", text, ("Reyes", NAME)),
        ]
        quotes = [
            Quote("q1", "mixed", [span(text, "liar")], speakers=[actors[0]]),
            Quote("q2", "mixed", [span(text, "feud")], speakers=[actors[2]]),
        ]

        (words,) = [w for h, t, w, _ in questions(text, actors, quotes) if (h, t) == ("a1", "a2")]

        assert "liar" in words
        assert "feud" not in words


class TestMentions:
    def test_further_mentions_are_told(self):
        """Other mentions of the target are masked as the target, others as others."""
        text = "Holt lost his nerve when Mercer spoke."
        actors = [actor("a1", text, ("Holt", NAME), ("his", PRONOUN)), actor("a2", text, ("Mercer", NAME))]

        placed = next(p for p in find_candidates(load().parse(text), actors, ()) if p.target.id == "a1")

        assert placed.other_mentions.target == (span(text, "his"),)
        assert placed.candidate.others == (span(text, "Mercer"),)

    def test_a_name_is_clearest(self):
        """Of several mentions, the name is asked about."""
        text = "She knew that Holt had won."
        actors = [actor("a1", text, ("She", PRONOUN), ("Holt", NAME))]

        (placed,) = find_candidates(load().parse(text), actors, ())

        assert placed.candidate.target == span(text, "Holt")

    def test_modifiers_of_a_noun_stay_visible(self):
        """Of "the disgraced senator", the senator is masked alone."""
        text = "The disgraced senator left."
        actors = [actor("a1", text, ("The disgraced senator", NOUN))]

        (placed,) = find_candidates(load().parse(text), actors, ())

        assert placed.candidate.target == span(text, "senator")

    def test_pairs_are_bounded(self):
        """A list of a thousand names does not raise a million questions."""
        names = [f"Name{i}" for i in range(300)]
        text = "Among them were " + ", ".join(names) + "."
        actors = [actor(f"a{i}", text, (name, NAME)) for i, name in enumerate(names)]

        document = load().parse(text)

        assert len(find_candidates(document, actors, ())) <= len(document.sentences) * MAX_MENTIONS**2
