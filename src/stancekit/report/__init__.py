"""What people look at: tables for terminals and notebooks, pages for browsers."""

from ._frames import to_frame
from ._html import page
from ._metrics import comparison_table, directed_tables, metrics_tables
from ._terminal import stance_table

__all__ = ["comparison_table", "directed_tables", "metrics_tables", "page", "stance_table", "to_frame"]
