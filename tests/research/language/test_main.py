"""Training the language model, in small, by its commands."""

from __future__ import annotations

import json

import pytest

from stancekit.language._pipeline import EncoderPipeline

pytest.importorskip("torch", reason="training needs the extra 'train'")
pytest.importorskip("transformers", reason="training needs the extra 'train'")
pytest.importorskip("onnx", reason="training needs the extra 'train'")
pytest.importorskip("conllu", reason="training needs the extra 'train'")

# What torch and its exporter warn of is theirs.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def run(monkeypatch):
    """Run a command as it is typed."""

    def run(main, *arguments):
        monkeypatch.setattr("sys.argv", ["command", *map(str, arguments)])
        main()

    return run


def test_trains_exports_teaches_and_reads(run, backbone, data, tmp_path):
    """A first run's model names unlabelled news, a second run goes on from it, and its model parses."""
    from stancekit.research.language.__main__ import main as train
    from stancekit.research.language.export import main as export

    first, teacher, second, model = (tmp_path / name for name in ("first", "teacher", "second", "model"))
    settings = ("--epochs", 1, "--layers", 2)

    run(train, data, backbone, first, *settings)
    run(export, backbone, first, teacher)
    run(train, data, backbone, second, *settings, "--teacher", teacher, "--start", first)
    run(export, backbone, second, model, "--version", "0.1", "--no-quantize")
    document = EncoderPipeline(model).parse("Ann Lee met the Director in Oslo.")

    assert [token.text for sentence in document.sentences for token in sentence.tokens] == [
        *"Ann Lee met the Director in Oslo .".split()
    ]
    assert EncoderPipeline(model).version == "stancekit-en 0.1"
    assert len(json.loads((model / "model.json").read_text(encoding="utf-8"))["training"]) == 2
    assert (model / "encoder.onnx").stat().st_size > (teacher / "encoder.onnx").stat().st_size
