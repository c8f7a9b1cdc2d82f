"""Training the language model, in small: the commands as they are typed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from stancekit.language._pipeline import BUNDLED, EncoderPipeline

pytest.importorskip("torch", reason="training needs the extra 'train'")
pytest.importorskip("transformers", reason="training needs the extra 'train'")
pytest.importorskip("onnx", reason="training needs the extra 'train'")
pytest.importorskip("conllu", reason="training needs the extra 'train'")


def run(command, *arguments):
    """Run a research command, and show what it said where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", f"stancekit.research.{command}", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def backbone(tmp_path_factory):
    """An untrained encoder of no use, with the bundled vocabulary."""
    from transformers import BertConfig, BertModel

    folder = tmp_path_factory.mktemp("backbone")
    config = BertConfig(
        hidden_size=16, num_hidden_layers=3, num_attention_heads=2, intermediate_size=32, vocab_size=30522
    )
    BertModel(config).save_pretrained(folder)
    (folder / "tokenizer.json").write_bytes((BUNDLED / "tokenizer.json").read_bytes())
    return folder


def test_trains_exports_teaches_and_reads(backbone, data, tmp_path):
    """A first run's model names unlabelled news, a second run goes on from it, and its model parses."""
    first, teacher, second, model = (tmp_path / name for name in ("first", "teacher", "second", "model"))
    settings = ("--epochs", 1, "--layers", 2)

    run("language", data, backbone, first, *settings)
    run("language.export", backbone, first, teacher)
    run("language", data, backbone, second, *settings, "--teacher", teacher, "--start", first)
    run("language.export", backbone, second, model, "--version", "0.1", "--no-quantize")
    document = EncoderPipeline(model).parse("Ann Lee met the Director in Oslo.")

    assert [token.text for sentence in document.sentences for token in sentence.tokens] == [
        *"Ann Lee met the Director in Oslo .".split()
    ]
    assert EncoderPipeline(model).version == "stancekit-en 0.1"
    assert len(json.loads((model / "model.json").read_text(encoding="utf-8"))["training"]) == 2
    assert (model / "encoder.onnx").stat().st_size > (teacher / "encoder.onnx").stat().st_size
    assert "epoch 1" in (second / "log.txt").read_text(encoding="utf-8")
