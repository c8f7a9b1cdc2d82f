"""The door through which an analysis shows itself.

A notebook, a terminal and a table ask the value itself to be shown, so `Analysis` has to know who draws it:
it imports this module, when it is asked, and nothing else of the rooms behind its own.
"""

from ._frames import to_frame as as_frame
from ._html import stance_table as as_html
from ._terminal import stance_table as as_terminal_table

__all__ = ["as_frame", "as_html", "as_terminal_table"]
