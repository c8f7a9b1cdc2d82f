"""What people look at: tables for terminals and notebooks, pages for browsers."""

from .frames import to_frame
from .html import page
from .metrics import comparison_table, directed_tables, metrics_tables
from .terminal import stance_table

__all__ = ["comparison_table", "directed_tables", "metrics_tables", "page", "stance_table", "to_frame"]
