"""How good a stance scorer is: figures with intervals, calibration, coverage, comparisons."""

from ._comparing import Comparison, compare
from ._directed import DirectedMetrics, directed_label, facing_pairs, measure_directed
from ._figures import Figure
from ._measuring import Metrics, measure
from ._names import NameSensitivity, example_names, name_sensitivity

__all__ = [
    "Comparison",
    "DirectedMetrics",
    "Figure",
    "Metrics",
    "NameSensitivity",
    "compare",
    "directed_label",
    "example_names",
    "facing_pairs",
    "measure",
    "measure_directed",
    "name_sensitivity",
]
