"""Models on disk."""

from __future__ import annotations

import json
import pickle
from decimal import Decimal

import pytest
import skops.io
from sklearn.linear_model import LogisticRegression

from stancekit.errors import ModelLoadError
from stancekit.stances import rate
from stancekit.stances.learned import SklearnScorer, load_model, save_model


@pytest.fixture
def folder(model, tmp_path):
    save_model(model, tmp_path / "model")
    return tmp_path / "model"


def test_comes_back_as_it_was(model, folder, examples):
    """Every rating of a model read is that of the model written, to the last bit."""
    cases = [example.candidate for example in examples]

    assert rate(SklearnScorer(folder), cases) == rate(SklearnScorer(model), cases)


def test_card_says_what_made_it(folder):
    """Versions, seed, rows and figures stand in the card."""
    card = json.loads((folder / "model.json").read_text(encoding="utf-8"))

    assert card["seed"] == 0
    assert {*card["questions"]} == {"framing", "holding"}
    assert card["questions"]["framing"]["rows"] == {"negative": 15, "neutral": 15, "positive": 15}
    assert {"version", "stancekit", "lexicon", "scikit-learn"} <= {*card}


def test_writing_again_replaces_what_was_there(model, folder):
    """No file of an earlier model stays beside the new one."""
    from stancekit.stances.learned import Model

    save_model(Model({"framing": model.classifiers["framing"]}, model.card), folder)

    assert {*load_model(folder).classifiers} == {"framing"}


def test_foreign_types_are_refused(folder):
    """A file that names anything but numbers, scikit-learn's types and ours is not built."""
    classifier = LogisticRegression()
    classifier.extra = Decimal(1)
    skops.io.dump(classifier, folder / "framing.skops")

    with pytest.raises(ModelLoadError, match=r"framing\.skops: must hold nothing but .*decimal\.Decimal"):
        load_model(folder)


def test_pickles_are_no_models(folder):
    """What looks like a pickle is not even opened as one."""
    (folder / "framing.skops").write_bytes(pickle.dumps({"a": 1}))

    with pytest.raises(ModelLoadError, match="can't be read as a model"):
        load_model(folder)


def test_no_classifier(folder):
    """An estimator that can't judge is told apart."""
    skops.io.dump({"a": 1}, folder / "framing.skops")

    with pytest.raises(ModelLoadError, match="must hold a fitted classifier"):
        load_model(folder)


def test_too_large_files_are_refused(folder, monkeypatch):
    """A file that unpacks to more than any model is not unpacked."""
    monkeypatch.setattr("stancekit.stances.learned._models.MOST_BYTES", 10)

    with pytest.raises(ModelLoadError, match="must unpack to at most 10 bytes"):
        load_model(folder)


@pytest.mark.parametrize("card", [None, "{", "[]", '{"schema": 99}', "[" * 100_000])
def test_broken_cards(folder, card):
    """No card, no JSON, no object, another schema, far too deep."""
    path = folder / "model.json"
    path.unlink()
    if card is not None:
        path.write_text(card)

    with pytest.raises(ModelLoadError, match=r"model\.json"):
        load_model(folder)


def test_a_folder_without_classifiers(folder):
    """A card alone is no model."""
    for path in folder.glob("*.skops"):
        path.unlink()

    with pytest.raises(ModelLoadError, match=r"must hold framing\.skops or holding\.skops"):
        load_model(folder)


def test_the_packages_own_is_loaded_once():
    """Two scorers share it."""
    assert load_model() is load_model()
    assert {*load_model().classifiers} == {"framing", "holding"}
