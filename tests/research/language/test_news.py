"""Names for unlabelled news: a model's where it is sure, corrected by the tables."""

from __future__ import annotations

import pytest

pytest.importorskip("conllu", reason="reading a corpus needs conllu (extra 'train')")

from stancekit.language._encoder import Encoder
from stancekit.language._pipeline import BUNDLED
from stancekit.research.language._corpora import ParagraphSample, spans
from stancekit.research.language._news import NameTeacher, known_names, texts


@pytest.fixture(scope="module")
def teacher():
    return NameTeacher(Encoder(BUNDLED), str.split)


def test_passages_of_both_corpora_are_read_once(data):
    """The same passage in two corpora is one text."""
    assert len(texts(data)) == 2


def test_tables_say_what_is_a_name():
    """States and their capitals are places, organizations are theirs, and demonyms are no names."""
    known = known_names(str.split)

    assert known["France",] == known["Paris",] == "PLACE"
    assert known["United", "Nations"] == "ORG"
    assert known["French",] == "O"


def test_names_are_given_where_there_are_none(teacher):
    """A passage gets the model's names and the tables'; what is too short teaches nothing."""
    (sample,) = teacher.read(["Olga Brandt met him in France .", "Too short"])

    assert {(" ".join(sample.words[b:e]), kind) for b, e, kind in spans(sample.names)} == {
        ("Olga Brandt", "PERSON"),
        ("France", "PLACE"),
    }


def test_names_of_a_corpus_are_kept(teacher):
    """Only samples without names are completed."""
    own, bare = (
        ParagraphSample(words=("Oslo",), names=("O",)),
        ParagraphSample(words=("Olga", "Brandt", "left", ".")),
    )

    kept, completed = teacher.complete([own, bare])

    assert kept is own
    assert completed.names is not None
