"""Every exception that stancekit raises on purpose.

* StancekitError
    * ArticleFormatError     an input can't be read as articles, or a record as a value
    * RegistryFormatError    a file can't be read as a registry of actors
    * UnknownScorerError     no stance scorer goes by that name
    * ScorerNameTakenError   a second stance scorer wants a name in use
    * ScorerLoadError        an installed stance scorer can't be imported or built
    * ScorerContractError    a stance scorer broke its promise
    * ModelLoadError         a trained stance scorer's model can't be read, or isn't trusted
    * TrainingError          rows are too few or too alike to train a stance scorer on
    * PipelineError          a language pipeline lacks what stancekit needs

A wrong argument is a plain `ValueError` or `TypeError`.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from ._visible import shortened

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = [
    "ArticleFormatError",
    "ModelLoadError",
    "PipelineError",
    "RegistryFormatError",
    "ScorerContractError",
    "ScorerLoadError",
    "ScorerNameTakenError",
    "StancekitError",
    "TrainingError",
    "UnknownScorerError",
]


_LONGEST_FAULT: Final = 400
"""Characters; a value that fills a megabyte is not repeated in full."""

_FAULTS_TOLD: Final = 20
"""Faults that a message tells; the exception has all of them."""


class StancekitError(Exception):
    """The root of the tree: catches everything below."""


class _FormatError(StancekitError, ValueError):
    """An input is not what it should be.

    Args:
        source: The input's name as the caller knows it: a path, ``<stdin>``, a line of a file.

        faults: What is wrong, all of it, each with its place. Each is shortened, and a message tells the
            first ones alone: it must not grow with the input.
    """

    def __init__(self, source: str, faults: Iterable[str]) -> None:
        self.source = source
        self.faults: tuple[str, ...] = tuple(shortened(fault, _LONGEST_FAULT) for fault in faults)
        super().__init__(source, self.faults)

    def __str__(self) -> str:
        told = [*self.faults[:_FAULTS_TOLD]]
        if len(self.faults) > len(told):
            told.append(f"and {len(self.faults) - len(told):,} more")
        return f"{shortened(self.source, _LONGEST_FAULT)}: {'; '.join(told)}"


class ArticleFormatError(_FormatError):
    """An input can't be read as articles, or a record as one of our values."""


class RegistryFormatError(_FormatError):
    """A file can't be read as a registry of actors."""


class UnknownScorerError(StancekitError, LookupError):
    """No stance scorer is registered under the requested name."""

    def __init__(self, name: str, available: Collection[str]) -> None:
        super().__init__(name, available)
        self.name = name
        self.available: tuple[str, ...] = tuple(sorted(available))

    def __str__(self) -> str:
        known = ", ".join(self.available) or "none"
        message = f"no stance scorer named {self.name!r} (available: {known})."
        near = get_close_matches(self.name, self.available, n=1)
        return f"{message} Did you mean {near[0]!r}?" if near else message


class ScorerNameTakenError(StancekitError, ValueError):
    """A stance scorer is already registered under that name."""


class ScorerLoadError(StancekitError, ImportError):
    """An installed stance scorer can't be imported, or its factory fails."""


class ScorerContractError(StancekitError, RuntimeError):
    """A stance scorer answered in a way that the protocol forbids."""


class ModelLoadError(StancekitError, ValueError):
    """A trained stance scorer's model can't be read, or holds types that nobody vouches for."""


class TrainingError(StancekitError, ValueError):
    """Rows are too few or too alike to train a stance scorer on."""


class PipelineError(StancekitError, ValueError):
    """A language pipeline lacks what stancekit needs, such as a parser."""
