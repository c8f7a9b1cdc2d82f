"""Figures as records."""

from __future__ import annotations

from typing import Any

from ..records._plain import converter


class RecordMixin:
    """**Mixin:** A value that can be written as JSON."""

    __slots__ = ()

    def to_record(self) -> dict[str, Any]:
        """All of it, as `json` writes it."""
        record: dict[str, Any] = converter.unstructure(self)
        return record
