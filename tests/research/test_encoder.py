"""Training the stance encoder, in small."""

from __future__ import annotations

import json

import numpy as np
import pytest

from stancekit.stances.encoder._inputs import HOLDER_HERE, SOMEBODY, TARGET_HERE, VOICE, input_words
from stancekit.stances.encoder._network import Network
from stancekit.stances.encoder._scorer import EncoderScorer
from stancekit.values import Candidate, Span

pytest.importorskip("torch", reason="training needs the extra 'train'")
pytest.importorskip("transformers", reason="training needs the extra 'train'")
pytest.importorskip("onnx", reason="training needs the extra 'train'")

# What torch and its exporter warn of is theirs.
pytestmark = pytest.mark.filterwarnings("ignore")

FRAMED = [
    ("Ann Lee praised Bob Ray for his courage.", (16, 23), "positive"),
    ("Ann Lee shoved Bob Ray in a hall.", (15, 22), "negative"),
    ("Ann Lee met Bob Ray in Oslo.", (12, 19), "neutral"),
]


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Corpora of three rows each, laid out as the real ones."""
    folder = tmp_path_factory.mktemp("data")
    framed = [
        {"id": i, "text": text, "target": target, "label": label}
        for i, (text, target, label) in enumerate(FRAMED)
    ]
    directed = [
        {
            "id": i,
            "text": text,
            "p": (0, 7),
            "q": target,
            "label": label,
            "holder": None if label == "neutral" else "p",
        }
        for i, (text, target, label) in enumerate(FRAMED)
    ]
    for name, rows in {
        "newsmtsc/train": framed,
        "newsmtsc/dev-rw": framed,
        "newsmtsc/dev-mt": framed,
        "dse/train": directed,
        "dse/dev": directed,
    }.items():
        path = folder / f"{name}.jsonl"
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def pieces(backbone):
    """Splits words as the encoder does."""
    from tokenizers import Tokenizer

    from stancekit.language._pieces import WordPieces

    return WordPieces(Tokenizer.from_file(str(backbone / "tokenizer.json")))


class TestSamples:
    def test_directed_pairs_are_asked_both_ways(self, data):
        """Each end is the holder once; towards the holder itself nothing is held."""
        from stancekit.research.encoder._corpora import LABELS, directed

        found = list(directed(data / "dse/train.jsonl"))

        assert [(s.id, LABELS[s.label], s.share) for s in found] == [
            ("0:p", "positive", 1.0),
            ("0:q", "neutral", 1.0),
            ("1:p", "negative", 1.0),
            ("1:q", "neutral", 1.0),
            ("2:p", "neutral", 0.5),
            ("2:q", "neutral", 0.5),
        ]

    def test_nobody_is_named(self, data):
        """What is learned from holds roles in place of names."""
        from stancekit.research.encoder._corpora import directed

        _, _, _, _, met, _ = directed(data / "dse/train.jsonl")

        assert [w.text for w in met.words] == [HOLDER_HERE, "met", TARGET_HERE, "in", SOMEBODY, "."]

    def test_the_narrator_is_free_of_what_an_actor_holds(self, data, pieces):
        """Where the corpus gives a polarity to an actor, the narrator's voice learns to be neutral."""
        from stancekit.research.encoder._corpora import LABELS
        from stancekit.research.encoder._voices import asked, voiced

        questions = [q for q in asked(data / "dse/train.jsonl") if q.holder == "narrator"]
        rows = voiced(questions, lambda rows: np.full((len(rows), 3), 1 / 3, dtype=np.float32), pieces)

        assert {q.words[0].text for q in questions} == {VOICE}
        assert {LABELS[row.label] for row in rows} == {"neutral"}


class TestRun:
    def test_trains_exports_and_judges(self, backbone, data, pieces, tmp_path):
        """A run's model, taught once more by itself and written, is a stance scorer."""
        from stancekit.research.encoder.__main__ import training_rows
        from stancekit.research.encoder._model import build
        from stancekit.research.encoder._teaching import StanceTeacher
        from stancekit.research.encoder._train import EncoderConfig, EncoderTrainer
        from stancekit.research.encoder.export import export

        config = EncoderConfig(epochs=1, agreement=0.5, scenes=0)
        first = build(backbone, pieces)
        rows = training_rows(data, pieces, config, StanceTeacher([first.eval()]))
        run = tmp_path / "run"
        run.mkdir()
        (run / "config.json").write_text("{}", encoding="utf-8")
        EncoderTrainer(first, pieces.marker("[MASK]"), config, run).fit(rows, {"dev": rows})

        export(backbone, data, [run, run], tmp_path / "model", version="0.1")
        question = Candidate("Boyle praised Alden.", Span(14, 19), Span(0, 5))
        judgement = Network(tmp_path / "model").judge(input_words(question))
        scorer = EncoderScorer(tmp_path / "model")

        assert judgement.scores.shape == (3,)
        assert np.isfinite(judgement.scores).all()
        assert len(scorer.score([question])) == 1  # perhaps an abstention: it has learned next to nothing
        assert scorer.version == "0.1"
