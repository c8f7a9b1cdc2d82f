"""Rows with labels in, a model out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen
from attrs.validators import in_
from sklearn.base import clone

from ..._version import __version__
from ...errors import TrainingError
from ...lexicon._lexicon import Lexicon
from ...values import Candidate, Polarity
from ..masking._candidate_parse import FRAMING_QUESTION, HOLDING_QUESTION
from ..masking._mask import mask
from ._candidate_reading import CandidateReading
from ._classifier import StanceClassifier, default_features
from ._models import QUESTIONS, Model, trained_question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

LABELS: Final = tuple(polarity.value for polarity in Polarity)

LEAST_ROWS: Final = 30
"""Rows that a question needs: with fewer, features are names of rows."""

LEAST_OF_LABEL: Final = 5
"""Rows that each label needs, so that calibration can hold some of them out."""

SETTINGS: Final[Mapping[str, StanceClassifier]] = {
    FRAMING_QUESTION: StanceClassifier(C=0.5),
    HOLDING_QUESTION: StanceClassifier(
        features=default_features(min_count=5),
        C=0.3,
        class_weight={"negative": 3.0, "neutral": 1.0, "positive": 3.0},
    ),
}
"""What is trained where the caller has no wishes. By cross-validation on the train parts: of NewsMTSC,
C of 0.3, 0.5, 1 and 2 with and without balanced classes; of directed sentiment, C of 0.3 and 1 with polar
classes weighing 1, 2 or 3 times as much, or balanced. Most labels there are neutral, since of two
directions at most one is polar."""


@frozen
class Example:
    """A labelled candidate.

    Args:
        candidate: What was judged, as it stands in the text; training masks it.

        label: ``negative``, ``neutral`` or ``positive``.
    """

    candidate: Candidate
    label: str = field(validator=in_(LABELS))


def train(
    examples: Sequence[Example],
    *,
    classifier: StanceClassifier | Mapping[str, StanceClassifier] | None = None,
    seed: int = 0,
    watch: Callable[[Iterable[Example]], Iterable[Example]] = iter,
) -> Model:
    """Train a classifier for each question that the examples ask.

    Args:
        examples: Labelled candidates; those without a holder train how a passage frames its
            target, those with one what the holder says of it.

        classifier: What to train, not fitted, or one for each question; `None` for the
            `StanceClassifier` that the package's own model is.

        seed: Decides which rows are held out together; the classifiers' ``random_state``.

        watch: Is handed the examples and hands them on, to show how far reading has got.

    Raises:
        TrainingError: A question has too few examples, or of one label only.
    """
    _check(examples)
    readings = [(CandidateReading(mask(e.candidate).candidate), e.label) for e in watch(examples)]
    models: dict[str, Any] = {}
    notes: dict[str, Any] = {}
    for question in QUESTIONS:
        here = [pair for pair in readings if trained_question(pair[0].candidate) == question]
        if here:
            labels = [label for _, label in here]
            made = classifier.get(question) if isinstance(classifier, Mapping) else classifier
            fresh = clone(made or SETTINGS[question]).set_params(random_state=seed)
            models[question] = fresh.fit([reading for reading, _ in here], labels)
            notes[question] = _notes(models[question], labels)
    return Model(models, {"version": _version(examples), **_made_with(), "seed": seed, "questions": notes})


def _check(examples: Sequence[Example]) -> None:
    if not examples:
        msg = "a model needs labelled rows to learn from (got none)"
        raise TrainingError(msg)
    for question, rows in (
        (FRAMING_QUESTION, "the rows without a holder"),
        (HOLDING_QUESTION, "the rows with a holder"),
    ):
        counts = Counter(e.label for e in examples if trained_question(e.candidate) == question)
        if not counts:
            continue
        told = ", ".join(f"{count} {label}" for label, count in sorted(counts.items()))
        if counts.total() < LEAST_ROWS:
            msg = f"{rows} must be at least {LEAST_ROWS} (got {told}); add some, or leave them out"
            raise TrainingError(msg)
        if len(counts) == 1:
            msg = f"{rows} must have at least two labels (got {told})"
            raise TrainingError(msg)
        if min(counts.values()) < LEAST_OF_LABEL:
            msg = f"{rows} must be at least {LEAST_OF_LABEL} of each label (got {told})"
            raise TrainingError(msg)


def _notes(classifier: Any, labels: Sequence[str]) -> dict[str, Any]:
    return {
        "rows": dict(sorted(Counter(labels).items())),
        "settings": {
            name: value for name, value in classifier.get_params(deep=False).items() if name != "features"
        },
        "features": int(classifier.coef_.shape[1]),
        "temperature": round(classifier.temperature_, 4),
        "held_out_macro_f1": round(classifier.held_out_macro_f1_, 4),
    }


def _made_with() -> dict[str, str]:
    return {"stancekit": __version__, "lexicon": Lexicon.bundled().version}


def _version(examples: Iterable[Example]) -> str:
    """Tells models apart by what they learned from."""
    digest = sha256(Lexicon.bundled().version.encode())
    for example in examples:
        candidate = example.candidate
        place = f"{candidate.target} {candidate.holder} {example.label}\n"
        digest.update(candidate.text.encode("utf-8", "surrogatepass") + place.encode())
    return f"{__version__}+{digest.hexdigest()[:8]}"
