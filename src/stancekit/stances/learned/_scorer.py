"""The `sklearn` scorer: a trained classifier for each of the two questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen
from attrs.validators import instance_of
from scipy.special import softmax

from ...values import Rating
from ._candidate_reading import CandidateReading
from ._evidence import NO_EVIDENCE, RatingEvidence, evidence_of, signed_weights
from ._models import Model, load_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...values import Candidate

_ORDER: Final = ("negative", "neutral", "positive")


def _as_model(value: Any) -> Model:
    if isinstance(value, Model):
        return value
    return Model.of(value) if hasattr(value, "predict_proba") else load_model(value)


@frozen
class SklearnScorer:
    """Judges by a scikit-learn classifier over features of the passage.

    Args:
        model: A folder that ``stancekit train`` or `save_model` wrote, or a fitted classifier such
            as `StanceClassifier`; `None` for the model that comes with the package.

        name: What it is recorded as.

    Example:
        >>> from stancekit import Candidate, Span
        >>> text = "Voters admire Alden for his courage."
        >>> rating, = SklearnScorer().score([Candidate(text, Span(14, 19))])
        >>> rating.polarity.value
        'positive'
    """

    model: Model = field(default=None, converter=_as_model, validator=instance_of(Model))
    name: str = field(default="sklearn", validator=instance_of(str))

    @property
    def version(self) -> str:
        """The model's."""
        return self.model.version

    def score(self, candidates: Sequence[Candidate], /) -> list[Rating | None]:
        """Judge each candidate.

        Abstain where the target stands in no sentence, and where the model was trained for the
        other question only: a model that never saw a holder can't say what one holds.
        """
        return [self._judge(candidate) for candidate in candidates]

    def _judge(self, candidate: Candidate) -> Rating | None:
        classifier = self.model.classifier_for(candidate)
        reading = CandidateReading(candidate)
        if classifier is None or not reading.has_target:
            return None
        if not hasattr(classifier, "contributions"):
            return _rating(classifier.classes_, classifier.predict_proba([candidate])[0])
        occurrences, logits = classifier.contributions(reading)
        intercept = classifier.intercept_ / classifier.temperature_
        weights = signed_weights(logits, intercept, classifier.classes_)
        shown = evidence_of(reading, occurrences, weights)
        return _rating(classifier.classes_, softmax(intercept + logits.sum(axis=0)), shown)


def _rating(classes: Any, probabilities: Any, shown: RatingEvidence = NO_EVIDENCE) -> Rating:
    """A class that the model never met has probability 0."""
    known = dict(zip(map(str, classes), map(float, probabilities), strict=True))
    total = sum(known.values())
    return Rating(
        **{name: known.get(name, 0.0) / total for name in _ORDER},
        evidence=shown.evidence,
        certainty=shown.certainty,
    )
