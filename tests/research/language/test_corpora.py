"""Corpora as samples: words, trees, and the names that are proper ones."""

from __future__ import annotations

import pytest

pytest.importorskip("conllu", reason="reading a corpus needs conllu (extra 'train')")

from stancekit.research.language._corpora import (
    MAX_WORDS,
    ParagraphSample,
    bio,
    column_file,
    join,
    paragraphs,
    spans,
    treebank,
    with_names,
)


@pytest.fixture
def tree(tmp_path):
    """Read sentences written as rows: word, UPOS, XPOS, head, relation, entity bracket."""

    def read(*rows):
        lines = ["# newdoc id = made"]
        for at, (word, upos, xpos, head, relation, entity) in enumerate(rows, 1):
            misc = f"Entity={entity}" if entity else "_"
            lines.append("\t".join(map(str, (at, word, word, upos, xpos, "_", head, relation, "_", misc))))
        path = tmp_path / "GUM_made.conllu"
        path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
        ((sample,),) = treebank(path, entity_layer=True)
        return sample

    return read


def named(sample):
    """The names of a sample as words and type."""
    return {(" ".join(sample.words[begin:end]), kind) for begin, end, kind in spans(sample.names)}


class TestTreebank:
    def test_gives_documents_of_sentences(self, data):
        """The first sentence of a document or a paragraph begins one."""
        (document,) = treebank(data / "gum" / "dev" / "GUM_news_two.conllu", entity_layer=True)

        assert [sentence.starts[0] for sentence in document] == [True, False]
        assert document[0].heads == (3, 1, 0, 5, 3, 7, 3, 3)
        assert document[0].spaces == (*[True] * 6, False, True)

    def test_takes_names_from_the_entity_layer(self, data):
        """Persons and places by name; an office alone ("the Director") is no name."""
        ((sentence,),) = treebank(data / "gum" / "dev" / "GUM_vlog_three.conllu", entity_layer=True)

        assert named(sentence) == {("Ann Lee", "PERSON"), ("Oslo", "PLACE")}

    def test_has_no_names_without_the_layer(self, data):
        """Where a corpus says nothing of names, nothing is learned of them."""
        ((sentence,),) = treebank(data / "gum" / "dev" / "GUM_vlog_three.conllu")

        assert sentence.names is None

    def test_cuts_contractions_as_they_stand_in_the_text(self, tmp_path):
        """Of "don't" the parts are "do" and "n't", even where the corpus restores "not"."""
        path = tmp_path / "made.conllu"
        rows = [
            "# newdoc id = made",
            "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
            "1\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_",
            "2\tnot\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_",
            "3\tgo\tgo\tVERB\tVB\tMood=Imp\t0\troot\t_\t_",
        ]
        path.write_text("\n".join(rows) + "\n\n", encoding="utf-8")
        ((sentence,),) = treebank(path)

        assert sentence.words == ("do", "n't", "go")
        assert sentence.spaces == (False, False, True)
        assert sentence.tags[2] == "VERB|Mood=Imp"


class TestNamesInMentions:
    def test_titles_are_left_out(self, tree):
        """Of "President Jimmy Carter" the name is "Jimmy Carter"."""
        sample = tree(
            ("President", "PROPN", "NNP", 2, "compound", "(1-person-new"),
            ("Jimmy", "PROPN", "NNP", 0, "root", ""),
            ("Carter", "PROPN", "NNP", 2, "flat", "1)"),
        )

        assert named(sample) == {("Jimmy Carter", "PERSON")}

    def test_of_organizations_go_on_behind_of(self, tree):
        """ "University of Leeds" is one name, and the place in it none of its own."""
        sample = tree(
            ("University", "PROPN", "NNP", 0, "root", "(1-organization-new"),
            ("of", "ADP", "IN", 3, "case", ""),
            ("Leeds", "PROPN", "NNP", 1, "nmod", "(2-place-new)1)"),
        )

        assert named(sample) == {("University of Leeds", "ORG")}

    def test_groups_are_none(self, tree):
        """ "Israelis" are people of a kind, not a person."""
        sample = tree(("Israelis", "PROPN", "NNPS", 0, "root", "(1-person-new)"))

        assert named(sample) == set()


@pytest.fixture
def columns(tmp_path):
    """Read words and tags, "Ann/B-PER met/O", a sentence a line."""

    def read(*lines):
        path = tmp_path / "made.conll"
        sentences = ("\n".join(pair.replace("/", "\t") for pair in line.split()) for line in lines)
        path.write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
        return [named(sample) for sample in column_file(path)]

    return read


class TestColumnFile:
    @pytest.mark.parametrize(
        ("line", "names"),
        [
            ("Ann/B-PER Lee/I-PER left/O", {("Ann Lee", "PERSON")}),
            ("Ann/I-PER Lee/I-PER left/O", {("Ann Lee", "PERSON")}),
            ("Leeds/B-LOC Oslo/B-LOC", {("Leeds", "PLACE"), ("Oslo", "PLACE")}),
            ("Sen./B-PER Lee/I-PER", {("Lee", "PERSON")}),
            ("The/B-ORG UN/I-ORG", {("UN", "ORG")}),
            ("Syria/B-ORG fell/O", {("Syria", "PLACE")}),
            ("He/B-PER left/O", set()),
            ("rebels/B-ORG left/O", set()),
            ("Monday/B-DATE came/O", set()),
        ],
    )
    def test_keeps_proper_names_of_three_types(self, columns, line, names):
        """Either scheme of tags; titles, articles, pronouns and other types are left out."""
        assert columns(line) == [names]

    def test_gives_a_sample_for_each_sentence(self, columns):
        """Blank lines stand between sentences."""
        assert columns("Ann/B-PER", "Oslo/B-LOC") == [{("Ann", "PERSON")}, {("Oslo", "PLACE")}]


def test_tags_and_spans_are_two_ways_to_write_names():
    """From spans to BIO tags and back nothing is lost; an I without a B opens a name."""
    names = {(0, 2, "PERSON"), (2, 3, "PERSON"), (4, 5, "ORG")}

    assert spans(bio(6, names)) == names
    assert spans(["I-ORG", "I-ORG", "O"]) == {(0, 2, "ORG")}


def test_sentences_get_the_names_of_another_file():
    """Found by their words; a sentence that the file lacks has no names."""
    first, second = with_names(
        [ParagraphSample(words=("Ann", "left")), ParagraphSample(words=("No",))],
        [ParagraphSample(words=("Ann", "left"), names=("B-PERSON", "O"))],
    )

    assert first.names == ("B-PERSON", "O")
    assert second.names is None


class TestJoin:
    def test_moves_heads_and_keeps_roots(self):
        """The heads of the second sentence count on; a root stays one."""
        one = ParagraphSample(words=("Go", "!"), heads=(0, 1), starts=(True, False))

        joined = join([one, one])

        assert joined.heads == (0, 1, 0, 3)
        assert joined.starts == (True, False, True, False)

    def test_drops_what_one_sentence_lacks(self):
        """A half-annotated sample would teach that there is nothing in its other half."""
        joined = join(
            [ParagraphSample(words=("Ann",), names=("B-PERSON",)), ParagraphSample(words=("left",))]
        )

        assert joined.names is None
        assert joined.heads is None

    def test_paragraphs_stay_below_the_limit(self):
        """Sentences are joined until the next would be too much, or begins a paragraph."""
        starts = (True,) + (False,) * 39
        going_on = ParagraphSample(words=("word",) * 40, starts=(False,) * 40)
        begins = ParagraphSample(words=("word",) * 40, starts=starts)

        lengths = [len(sample.words) for sample in paragraphs([begins, going_on, going_on, begins])]

        assert lengths == [80, 40, 40]
        assert max(lengths) <= MAX_WORDS
