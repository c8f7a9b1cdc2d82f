"""The command line: arguments in, report out."""

from ._app import main

__all__ = ["main"]
