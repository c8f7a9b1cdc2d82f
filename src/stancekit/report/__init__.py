"""What people look at: tables for terminals and notebooks, pages for browsers."""

from .html import page
from .terminal import stance_table

__all__ = ["page", "stance_table"]
