"""Document -> actors: who is spoken of, under all their names."""

from .cast import Cast
from .find import find_actors
from .registry import Entry, Registry, Role

__all__ = ["Cast", "Entry", "Registry", "Role", "find_actors"]
