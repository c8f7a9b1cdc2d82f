"""The hook that Hypothesis calls when it is imported, so that ``st.from_type`` knows our values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def register() -> None:
    """Promise a strategy for each value; `stancekit.testing` is loaded when one is asked for.

    It can't be loaded now: it imports Hypothesis, and its own import may be what called us.
    """
    from hypothesis import strategies as st

    from . import values

    for name in values.__all__:
        value = getattr(values, name)
        # Vocabularies are enumerations, which Hypothesis knows by itself.
        if isinstance(value, type) and (hasattr(value, "__attrs_attrs__") or value is values.Narrator):
            st.register_type_strategy(value, _strategy)


def _strategy(value: type) -> SearchStrategy[Any]:
    from .testing import STRATEGIES

    return STRATEGIES[value]()
