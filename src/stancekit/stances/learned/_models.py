"""A trained model on disk: a folder with a card and one skops file a question; never a pickle."""

from __future__ import annotations

import json
import warnings
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import sklearn
import skops.io
from attrs import field, frozen
from sklearn.exceptions import InconsistentVersionWarning
from skops.io.exceptions import UntrustedTypesFoundException

from ...errors import ModelLoadError
from ..masking._candidate_parse import FRAMING_QUESTION, HOLDING_QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...values import Candidate

QUESTIONS: Final = (FRAMING_QUESTION, HOLDING_QUESTION)
"""How a passage frames its target; what the holder says of it."""

CARD: Final = "model.json"
SCHEMA: Final = 1

MOST_BYTES: Final = 500_000_000
"""What a model's file may unpack to; ours has some millions."""

_UNREADABLE: Final = (
    UntrustedTypesFoundException,
    BadZipFile,
    OSError,
    RecursionError,
    AttributeError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
)
"""What a broken or foreign file makes skops raise."""

SAVED: Final = (
    "BetweenFeatures",
    "EvaluationFeatures",
    "PathFeatures",
    "PolarPathFeatures",
    "PolarWordFeatures",
    "QuoteFeatures",
    "StanceClassifier",
    "WordFeatures",
)
"""Those of our classes that a model's file holds."""

TRUSTED: Final = tuple(f"stancekit.stances.learned.{name}" for name in SAVED)
"""What a model's file may hold besides numbers, text and scikit-learn's own types."""


def trained_question(candidate: Candidate) -> str:
    """Which of `QUESTIONS` a candidate asks."""
    return FRAMING_QUESTION if candidate.holder is None else HOLDING_QUESTION


@frozen
class Model:
    """What was trained for each question, and how.

    Args:
        classifiers: Question -> fitted classifier.

        card: What ``model.json`` says.
    """

    classifiers: Mapping[str, Any]
    card: Mapping[str, Any] = field(factory=dict)

    @classmethod
    def of(cls, classifier: Any) -> Model:
        """One fitted classifier for both questions."""
        return cls(dict.fromkeys(QUESTIONS, classifier))

    @property
    def version(self) -> str:
        """As the card says; empty without one."""
        return str(self.card.get("version", ""))

    def classifier_for(self, candidate: Candidate) -> Any | None:
        """The classifier of a candidate's question; `None` where nothing was trained for it."""
        return self.classifiers.get(trained_question(candidate))


def save_model(model: Model, folder: str | Path) -> None:
    """Write a model into a folder, which is made where it is missing.

    A model that stands there is replaced once the new one is written whole.

    Raises:
        OSError: The folder can't be written.
    """
    there = Path(folder)
    there.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=there, prefix=".model.") as draft:
        _write(model, Path(draft))
        for question in QUESTIONS:
            (there / f"{question}.skops").unlink(missing_ok=True)
        for path in Path(draft).iterdir():
            path.replace(there / path.name)


def _write(model: Model, folder: Path) -> None:
    for question, classifier in model.classifiers.items():
        path = folder / f"{question}.skops"
        skops.io.dump(classifier, path, compression=ZIP_DEFLATED, compresslevel=9)
    card = {"schema": SCHEMA, **model.card, "scikit-learn": sklearn.__version__}
    (folder / CARD).write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def load_model(folder: str | Path | None = None, *, trusted: Iterable[str] = ()) -> Model:
    """Read a model from a folder.

    Nothing in it is run: a file may hold numbers, text, scikit-learn's own estimators and the
    transformers of this package, and is refused before it is built where it names anything else.

    Args:
        folder: What `save_model` or ``stancekit train`` wrote; `None` for the model that comes
            with the package, which is loaded once.

        trusted: Further types that may be built, such as ``my_package.MyFeatures``.

    Raises:
        ModelLoadError: It is no such folder, or a file in it names other types.
    """
    if folder is None:
        return _bundled()
    there = Path(folder)
    card = _card(there)
    known = frozenset([*TRUSTED, *trusted])
    paths = {question: there / f"{question}.skops" for question in QUESTIONS}
    found = {question: _classifier(path, known) for question, path in paths.items() if path.is_file()}
    if not found:
        names = " or ".join(path.name for path in paths.values())
        msg = f"{there}: a model's folder must hold {names} (got neither)"
        raise ModelLoadError(msg)
    return Model(found, card)


@lru_cache(maxsize=1)
def _bundled() -> Model:
    return load_model(Path(str(files("stancekit.stances") / "models" / "sklearn")))


def _card(folder: Path) -> dict[str, Any]:
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        msg = f"{folder}: a model's folder must hold a readable {CARD} (got {type(error).__name__}: {error})"
        raise ModelLoadError(msg) from error
    if not isinstance(card, dict) or card.get("schema") != SCHEMA:
        got = card.get("schema") if isinstance(card, dict) else type(card).__name__
        msg = f"{folder / CARD}: must have the schema {SCHEMA} (got {got!r}); train the model anew"
        raise ModelLoadError(msg)
    return card


def _classifier(path: Path, known: frozenset[str]) -> Any:
    try:
        with ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        fits = size <= MOST_BYTES
        unknown = sorted({*skops.io.get_untrusted_types(file=path)} - known) if fits else []
        classifier = _built(path, known) if fits and not unknown else None
    except _UNREADABLE as error:
        msg = f"{path}: can't be read as a model ({type(error).__name__}: {error}); train the model anew"
        raise ModelLoadError(msg) from error
    if not fits:
        msg = f"{path}: must unpack to at most {MOST_BYTES} bytes (got {size})"
        raise ModelLoadError(msg)
    if unknown:
        msg = (
            f"{path}: must hold nothing but scikit-learn's types and stancekit's (got {', '.join(unknown)}); "
            "where you trust whoever made it, name them in load_model(..., trusted=[...])"
        )
        raise ModelLoadError(msg)
    if not (hasattr(classifier, "predict_proba") and hasattr(classifier, "classes_")):
        msg = f"{path}: must hold a fitted classifier with 'predict_proba' (got {type(classifier).__name__})"
        raise ModelLoadError(msg)
    return classifier


def _built(path: Path, known: frozenset[str]) -> Any:
    with warnings.catch_warnings():
        # Of scikit-learn's own classes our models hold FeatureUnion only, whose state stays what it is.
        warnings.filterwarnings("ignore", ".*estimator FeatureUnion", InconsistentVersionWarning)
        return skops.io.load(path, trusted=sorted(known))
