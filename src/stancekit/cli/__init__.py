"""The command line: arguments in, report out."""

from .app import main

__all__ = ["main"]
