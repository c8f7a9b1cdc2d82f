"""What the tests of training ask for."""

from __future__ import annotations

import pytest

from stancekit.language._pipeline import BUNDLED


@pytest.fixture(scope="session")
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
