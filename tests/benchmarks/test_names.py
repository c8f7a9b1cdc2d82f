"""Swap test: who somebody is makes no difference to a scorer asked through stancekit.

Run with ``python -m pytest tests/benchmarks/test_names.py --benchmark-only -s``; figures go to
``docs/benchmarks.md`` with their date.
"""

import pytest

import stancekit as sk
from stancekit import metrics
from stancekit.metrics import _names

PASSAGES = _names.PASSAGES[5::5]
"""A few that tell a lot; all of them take minutes."""


@pytest.mark.parametrize("name", sk.scorers.names())
def test_swap(benchmark, name):
    """Masked, the largest difference of score is zero; raw, it is shown."""
    scorer = sk.scorers.make(name)

    found = benchmark.pedantic(metrics.name_sensitivity, (scorer,), {"passages": PASSAGES}, rounds=1)

    for kind in found.kinds:
        spreads = [getattr(kind, way) for way in ("raw", "masked")]
        figures = [(round(one.difference, 3), round(one.group_difference, 3)) for one in spreads]
        benchmark.extra_info[f"{kind.kind} ({kind.names}): largest, group means; raw, masked"] = figures
        print(f"\n{found.scorer}: {kind.kind} ({kind.names} names): {figures}", end="")  # noqa: T201
    found.check()
