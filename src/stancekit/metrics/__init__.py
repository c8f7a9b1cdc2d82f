"""How good a stance scorer is: figures with intervals, calibration, coverage, comparisons."""

from ._comparing import Comparison, compare
from ._directed import DirectedMetrics, directed_class, directed_label, facing_pairs, measure_directed
from ._figures import ClassFigures, Figure
from ._measuring import Bin, Coverage, Metrics, measure
from ._names import PASSAGES, KindSensitivity, NameSensitivity, Spread, example_names, name_sensitivity

__all__ = [
    "PASSAGES",
    "Bin",
    "ClassFigures",
    "Comparison",
    "Coverage",
    "DirectedMetrics",
    "Figure",
    "KindSensitivity",
    "Metrics",
    "NameSensitivity",
    "Spread",
    "compare",
    "directed_class",
    "directed_label",
    "example_names",
    "facing_pairs",
    "measure",
    "measure_directed",
    "name_sensitivity",
]
