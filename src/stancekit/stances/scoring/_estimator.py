"""What estimators of candidates tell scikit-learn."""

from __future__ import annotations

from typing import Any


class CandidateInputMixin:
    """**Mixin:** Tells scikit-learn that an estimator takes candidates, not a matrix of numbers."""

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()  # type: ignore[misc]
        tags.input_tags.two_d_array = False
        tags.no_validation = True
        return tags
