"""ONNX Runtime, made to keep to itself.

Its official builds send telemetry unless a variable of the environment says otherwise before the
library initializes (`Privacy.md` in its wheel). `import stancekit` sets it, and worker processes inherit it.
"""

from __future__ import annotations

import os
import sys
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from onnxruntime import InferenceSession

TELEMETRY_SWITCH = "ORT_DISABLE_TELEMETRY"

_was_too_late = "onnxruntime" in sys.modules and TELEMETRY_SWITCH not in os.environ
"""Whether the library initialized before it could be told."""

os.environ.setdefault(TELEMETRY_SWITCH, "1")


def open_session(model: Path) -> InferenceSession:
    """Open a network that runs on one thread of the processor.

    Warns:
        RuntimeWarning: ONNX Runtime was imported before stancekit, with its telemetry on.
    """
    import onnxruntime as ort

    if _was_too_late:
        _tell_too_late()
        ort.disable_telemetry_events()
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return ort.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def _tell_too_late() -> None:
    message = (
        "onnxruntime was imported before stancekit, so its telemetry may have begun; "
        f"import stancekit first, or set {TELEMETRY_SWITCH}=1 in the environment"
    )
    warnings.warn(message, RuntimeWarning, stacklevel=3)
