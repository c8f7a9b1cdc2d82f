"""Promise 2: a scorer never sees who the actors are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.language import load
from stancekit.stances.masking._mask import (
    HOLDER_PLACEHOLDER,
    OTHER_PLACEHOLDER,
    TARGET_PLACEHOLDER,
    OtherMentions,
    mask,
    name_spans,
)
from stancekit.values import Candidate, Span

NAMES = st.sampled_from(
    ["Bo", "Ann Lee", "María José O'Hara", "Li", "Vice President Kwame van der Berg", "Ünal"]
)
WORDS = st.text(alphabet="abc é.“”\n", min_size=1, max_size=12)


def candidate(target, holder, other, gaps=(" praised ", " and spoke to ", ".")):
    """Holder, target and other in this order, with words between."""
    first, second, third = gaps
    text = f"{holder}{first}{target}{second}{other}{third}"
    at = len(holder) + len(first)
    after = at + len(target) + len(second)
    return Candidate(
        text,
        Span(at, at + len(target)),
        Span(0, len(holder)),
        others=[Span(after, after + len(other))],
    )


class TestText:
    def test_roles_have_names_of_their_own(self):
        """Target, holder and others stay apart."""
        masked = mask(candidate("Bob", "Ann", "Eve")).candidate

        assert (
            masked.text
            == f"{HOLDER_PLACEHOLDER} praised {TARGET_PLACEHOLDER} and spoke to {OTHER_PLACEHOLDER}."
        )

    @given(target=NAMES, holder=NAMES, other=NAMES, gaps=st.tuples(WORDS, WORDS, WORDS))
    def test_renaming_changes_nothing(self, target, holder, other, gaps):
        """The same text comes of any names."""
        gaps = tuple(f" {gap} " for gap in gaps)

        first = mask(candidate(f"{target} A", f"{holder} B", f"{other} C", gaps))
        second = mask(candidate("Xavier", "Yolanda", "Zoe", gaps))

        assert first.candidate == second.candidate

    def test_all_occurrences_go(self):
        """A name is masked wherever it stands, and so is its last word alone."""
        text = "Ann Lee spoke. Lee lied, and Ann Lee knew. Leeds laughed."

        assert mask(Candidate(text, Span(0, 7))).candidate.text == (
            "Alden spoke. Alden lied, and Alden knew. Leeds laughed."
        )

    @pytest.mark.parametrize(
        ("text", "span", "expected"),
        [
            ("She failed.", Span(0, 3), "Alden failed."),
            ("They saw him.", Span(9, 12), "They saw Alden."),
            ("We like her plan.", Span(8, 11), "We like Alden's plan."),
            ("We like her, too.", Span(8, 11), "We like Alden, too."),
            ("We gave her to them.", Span(8, 11), "We gave Alden to them."),
            ("Few trust her any more.", Span(10, 13), "Few trust Alden any more."),
            ("Those near her were told.", Span(11, 14), "Those near Alden were told."),
            ("We asked her why.", Span(9, 12), "We asked Alden why."),
            ("We saw her yesterday.", Span(7, 10), "We saw Alden yesterday."),
            ("We read her often harsh letters.", Span(8, 11), "We read Alden's often harsh letters."),
            ("Its army fled.", Span(0, 3), "Alden's army fled."),
            ("The senator lied.", Span(0, 11), "Alden lied."),
        ],
    )
    def test_pronouns_and_nouns(self, text, span, expected):
        """Gender shows in none of the words masked."""
        assert mask(Candidate(text, span)).candidate.text == expected

    def test_what_a_place_lies_in_is_another(self):
        """The last word behind a comma is no surname."""
        text = "In Ostrey, Norland, all was quiet; Norland celebrated."

        assert (
            mask(Candidate(text, Span(3, 18))).candidate.text
            == "In Alden, all was quiet; Norland celebrated."
        )

    def test_further_mentions(self):
        """Known mentions are masked by role, whatever their words."""
        text = "He said that she had lost her mind."
        other_mentions = OtherMentions(target=[Span(26, 29)], holder=[])

        masked = mask(Candidate(text, Span(13, 16), Span(0, 2)), other_mentions)

        assert masked.candidate.text == "Boyle said that Alden had lost Alden's mind."

    def test_others_that_overlap_give_way(self):
        """The target is masked even inside a longer name."""
        text = "The Obama administration fell."

        masked = mask(Candidate(text, Span(4, 9), others=[Span(4, 24)]))

        assert masked.candidate.text == "The Alden administration fell."


class TestNames:
    @given(target=NAMES, holder=NAMES, other=NAMES, gaps=st.tuples(WORDS, WORDS, WORDS))
    def test_are_what_was_replaced(self, target, holder, other, gaps):
        """In a masked candidate the names are the placeholders."""
        gaps = tuple(f" {gap} " for gap in gaps)

        masked = mask(candidate(f"{target} A", f"{holder} B", f"{other} C", gaps))

        assert name_spans(masked.candidate) == [r.masked for r in masked.replacements]

    def test_stand_wherever_they_do(self):
        """The target again, and a speaker who is masked without being a holder."""
        text = "The party gave me less than the party's own. Party time!"
        known = OtherMentions(target=[Span(28, 37)], holder=[Span(15, 17)])

        masked = mask(Candidate(text, Span(4, 9)), known).candidate

        assert [span.of(masked.text) for span in name_spans(masked)] == ["Alden", "Boyle", "Alden"]


class TestOffsets:
    @given(target=NAMES, holder=NAMES, other=NAMES, gaps=st.tuples(WORDS, WORDS, WORDS), data=st.data())
    def test_round_trip(self, target, holder, other, gaps, data):
        """Outside names, the map is exact in both directions."""
        asked = candidate(target, holder, other, tuple(f" {gap} " for gap in gaps))
        masked = mask(asked)
        start = data.draw(st.integers(0, len(asked.text) - 1))
        span = Span(start, data.draw(st.integers(start + 1, len(asked.text))))

        there = masked.to_masked(span)

        touches = any(r.original.overlaps(span) for r in masked.replacements)
        assert (there is None) == touches
        if there is not None:
            assert there.of(masked.candidate.text) == span.of(asked.text)
            assert masked.to_original(there) == span

    def test_names_lead_nowhere(self):
        """A span on a placeholder has no original."""
        masked = mask(candidate("Bob", "Ann", "Eve"))

        assert masked.to_original(Span(3, 8)) is None


def parsed(text, target, holder=None, others=()):
    (sentence,) = load().parse(text).sentences
    return Candidate(text, target, holder, others=others, sentence=sentence)


class TestParse:
    def test_a_name_is_one_word(self):
        """The words of a name become one proper noun in the name's role."""
        text = "President Ann Marie Lee praised the Green Party."
        asked = parsed(text, Span(36, 47), Span(10, 23))

        masked = mask(asked).candidate.sentence

        named = [
            (t.text, t.pos, t.dep)
            for t in masked.tokens
            if t.text in {TARGET_PLACEHOLDER, HOLDER_PLACEHOLDER}
        ]
        assert [text for text, _, _ in named] == [HOLDER_PLACEHOLDER, TARGET_PLACEHOLDER]
        assert {pos for _, pos, _ in named} == {"PROPN"}

    @settings(max_examples=25, deadline=None)
    @given(
        target=NAMES,
        holder=NAMES,
        other=NAMES,
        verb=st.sampled_from([" praised ", " told his aides that ", "'s aides saw "]),
    )
    def test_stays_a_tree_over_the_text(self, target, holder, other, verb):
        """Every word stands where its text says, and every word leads up to one root."""
        asked = candidate(target, holder, other, (verb, " and her friend ", " yesterday."))
        sentences = load().parse(asked.text).sentences
        if len(sentences) > 1:
            return
        masked = mask(
            Candidate(asked.text, asked.target, asked.holder, others=asked.others, sentence=sentences[0])
        )

        sentence = masked.candidate.sentence

        assert [t.index for t in sentence.tokens] == [*range(len(sentence.tokens))]
        assert all(t.span.of(masked.candidate.text) == t.text for t in sentence.tokens)
        assert sum(t.is_root for t in sentence.tokens) == 1
        assert all(sentence.root in (t, *sentence.ancestors(t)) for t in sentence.tokens)

    def test_possessive_pronouns_keep_their_role(self):
        """What "his nerve" parses to is what "Alden's nerve" does."""
        masked = mask(parsed("She praised his nerve.", Span(12, 15), Span(0, 3))).candidate.sentence

        assert [(t.text, t.dep) for t in masked.tokens[2:5]] == [
            ("Alden", "nmod:poss"), ("'s", "case"), ("nerve", "obj"),
        ]  # fmt: skip

    def test_part_of_a_word(self):
        """A name inside a longer word is masked there."""
        masked = mask(parsed("The anti-Trump crowd left.", Span(9, 14))).candidate

        assert masked.text == "The anti-Alden crowd left."
        assert "".join(t.text for t in masked.sentence.tokens) == "Theanti-Aldencrowdleft."
