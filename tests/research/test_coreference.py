"""Fitting the pronoun model, on made-up decisions."""

import importlib.util
import json

import pytest

from stancekit.actors.coreference._pronoun_weights import pronoun_weights
from stancekit.research.coreference._decisions import Decision, GoldChooser
from stancekit.research.coreference._fit import fit, folds
from stancekit.research.coreference._gold import GoldChains, mentions_of, read
from stancekit.research.coreference._measure import measure
from stancekit.research.coreference._model_file import HAND_SET, finished, model_of

NEEDS_CONLLU = pytest.mark.skipif(
    importlib.util.find_spec("conllu") is None, reason="reading a corpus needs conllu (extra 'train')"
)
CORPUS = """\
# newdoc id = GUM_news_made
# newpar
# sent_id = GUM_news_made-1
# text = Ann doesn't sing.
1\tAnn\tAnn\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=(1-person-new-1-sgl)
2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdoes\tdo\tAUX\tVBZ\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsing\tsing\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar
# sent_id = GUM_news_made-2
# text = She left.
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-1-ana)
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


def decisions(number, *, text="GUM_news_made{}"):
    """Somebody near is meant in three of four cases, somebody far in one."""
    return [
        Decision(
            text=text.format(n),
            group="person",
            options=({"near": 1.0}, {"far": 1.0}),
            right=(n % 4 != 0, n % 4 == 0),
            actors=(True, True),
        )
        for n in range(number)
    ]


class TestFit:
    def test_the_likelier_candidate_weighs_more(self):
        """Who is meant more often gets the higher log-odds, and nobody, never meant, the lowest."""
        weights = fit(decisions(40), penalty=0.001)

        assert weights["near"] > weights["far"] > weights["nobody"]

    def test_nobody_is_learnt(self):
        """Where no candidate is right, nobody is."""
        none = Decision(
            text="GUM_news_made", group="it", options=({"near": 1.0},), right=(False,), actors=(True,)
        )

        weights = fit([none] * 20, penalty=0.001)

        assert weights["nobody"] > weights["near"]

    def test_a_rare_feature_gets_no_weight(self):
        """A handful of candidates teaches nothing."""
        assert "far" not in fit(decisions(10), penalty=0.001, fewest=11)

    def test_the_same_decisions_give_the_same_weights(self):
        """There is no chance in it."""
        assert fit(decisions(40), penalty=0.001) == fit(decisions(40), penalty=0.001)

    def test_a_stronger_penalty_keeps_weights_smaller(self):
        """The L2 penalty draws weights to zero."""
        weak, strong = (fit(decisions(40), penalty=penalty) for penalty in (0.001, 1.0))

        assert abs(strong["near"]) < abs(weak["near"])

    def test_no_decisions_are_refused(self):
        """There is nothing to learn from."""
        with pytest.raises(ValueError, match="'decisions' must hold at least one"):
            fit([], penalty=0.001)


class TestFolds:
    def test_each_text_is_held_out_once(self):
        """No text is learnt from and measured on at the same time."""
        parts = folds(decisions(12))

        assert sorted(d.text for _, held in parts for d in held) == sorted(d.text for d in decisions(12))
        assert all(not {d.text for d in taught} & {d.text for d in held} for taught, held in parts)


class TestMeasure:
    def test_counts_answers_and_right_ones(self):
        """Always answering the nearest is right three times of four."""
        figures = measure(decisions(8), {"near": 1.0})

        assert (figures.pronouns, figures.answered, figures.right, figures.reachable) == (8, 8, 6, 8)


class TestModelFile:
    def test_hand_set_weights_win(self):
        """What the corpus can't teach is not taken from it."""
        assert finished("person", {"speaker": 1.0, "nobody": 0.0})["speaker"] == HAND_SET["person"]["speaker"]

    def test_the_file_holds_the_weights(self):
        """What is written reads back as the same table."""
        model = json.loads(model_of(pronoun_weights(), dict.fromkeys(pronoun_weights(), 1)))

        assert model["weights"] == pronoun_weights()


class TestGold:
    def test_the_shortest_mention_wins_at_an_end(self):
        """In "the head of Norland" the name means the state."""
        gold = GoldChains.of("GUM_news_x", "the head of Norland", [(0, 19, "head"), (12, 19, "state")])

        assert gold.ending(19) == "state"

    def test_an_owner_is_found_without_its_mark(self):
        """GUM's mention is "Ann's", ours is "Ann"."""
        assert GoldChains.of("GUM_news_x", "Ann’s dog", [(0, 5, "1")]).ending(3) == "1"

    def test_parts_of_an_interrupted_mention_are_one_chain(self):
        """GUM numbers the parts of an interrupted mention; they count as one."""
        found = mentions_of([(0, 3), (4, 7)], ["(7[1/2]-person-new)", "(7[2/2]-person-new)"])

        assert list(found) == [(0, 3, "7"), (4, 7, "7")]

    @NEEDS_CONLLU
    def test_reads_text_and_chains(self, tmp_path):
        """Contractions are written together, paragraphs apart."""
        (tmp_path / "GUM_news_made.conllu").write_text(CORPUS, encoding="utf-8")

        (gold,) = read(tmp_path)

        assert gold.text == "Ann doesn't sing.\n\nShe left."
        assert gold.ending(3) == gold.ending(22) == "1"

    def test_an_empty_folder_is_refused(self, tmp_path):
        """The message names the folder that holds no corpus."""
        with pytest.raises(FileNotFoundError, match="GUM_"):
            read(tmp_path)


class TestTeacher:
    def test_answers_as_the_gold_says(self, parsed):
        """Even where the model would say otherwise."""
        from stancekit.actors._pipeline import read_actors

        text = "Mary Smith met Anna Jones. She smiled."
        for name, end in (("Mary Smith", 10), ("Anna Jones", 25)):
            gold = GoldChains.of("GUM_news_x", text, [(text.index(name), end, "1"), (27, 30, "1")])
            cast = read_actors(parsed(text), stages=(teacher := GoldChooser(gold)).stages)

            assert len(teacher.decisions) == 1
            assert [actor.name for actor in cast if len(actor.mentions) == 2] == [name]
