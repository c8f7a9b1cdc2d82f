"""Actors, their mentions, and the narrator."""

from __future__ import annotations

import copy
import pickle
import re

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.testing import actors, mentions
from stancekit.values import NARRATOR, Actor, ActorKind, Mention, MentionKind, Span

FEW = settings(max_examples=40, deadline=None)


class TestActor:
    @FEW
    @given(actor=actors(), found=st.lists(mentions(), max_size=5))
    def test_keeps_mentions_in_text_order(self, actor, found):
        """However they are found, they are told in text order."""
        assert list(Actor("a1", "Ann", "person", mentions=found).mentions) == sorted(found)
        assert list(actor.mentions) == sorted(actor.mentions)

    @pytest.mark.parametrize("alias", ["Angela Weiß", "ANGELA WEISS", "weiß", "Weiss"])
    def test_goes_by_its_names_in_any_casing(self, alias):
        """Casing follows the alphabet's own rules, not ASCII's."""
        assert Actor("a1", "Angela Weiß", "person", aliases=["Weiß"]).goes_by(alias)

    def test_does_not_go_by_a_part_of_a_name(self):
        """What is no alias is no name."""
        assert not Actor("a1", "Angela Weiß", "person").goes_by("Angela")

    @pytest.mark.parametrize(
        ("fields", "message"),
        [
            ({"id": ""}, "'id' must be a str that is not empty (got '')"),
            ({"name": ""}, "'name' must be a str that is not empty (got '')"),
            (
                {"kind": "animal"},
                "'kind' must be one of 'person', 'organization', 'place', 'group', 'unnamed' (got 'animal')",
            ),
            ({"salience": 1.5}, "'salience' must be from 0 to 1 (got 1.5)"),
            ({"entry": ""}, "'entry' must be a str that is not empty (got '')"),
            ({"wikidata": "Q0"}, "'wikidata' must be the id of an item of Wikidata, such as Q42 (got 'Q0')"),
        ],
    )
    def test_refuses_who_is_nobody(self, fields, message):
        """An actor has an id, a name and a kind."""
        with pytest.raises(ValueError, match=re.escape(message)):
            Actor(**{"id": "a1", "name": "Ann", "kind": "person", **fields})

    def test_stays_as_it_is(self):
        """An actor is shared by many stances."""
        with pytest.raises(FrozenInstanceError):
            Actor("a1", "Ann", ActorKind.PERSON).name = "Bo"

    @FEW
    @given(actor=actors())
    def test_equal_actors_hash_alike_and_survive_pickling(self, actor):
        """Actors are keys of dictionaries and travel between processes."""
        there = pickle.loads(pickle.dumps(actor))

        assert there == actor
        assert hash(there) == hash(actor)


class TestMention:
    def test_is_a_name_unless_told_otherwise(self):
        """Most are."""
        assert Mention(Span(0, 3)).kind is MentionKind.NAME

    @FEW
    @given(mention=mentions())
    def test_stands_where_its_span_does(self, mention):
        """Its offsets are its span's."""
        assert (mention.start, mention.end) == (mention.span.start, mention.span.end)


class TestNarrator:
    @pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
    def test_pickling_gives_the_same_narrator(self, protocol):
        """There is one; `is` works across processes."""
        assert pickle.loads(pickle.dumps(NARRATOR, protocol)) is NARRATOR

    def test_copying_gives_the_same_narrator(self):
        """A copy of a stance has the same holder."""
        assert copy.copy(NARRATOR) is copy.deepcopy(NARRATOR) is NARRATOR

    def test_says_who_it_is(self):
        """It shows under the name by which it is imported."""
        assert (repr(NARRATOR), NARRATOR.id, NARRATOR.name) == ("NARRATOR", "narrator", "(narrator)")
