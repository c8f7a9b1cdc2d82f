"""Document -> actors: who is spoken of, under all their names."""

from ._cast import Cast
from ._pipeline import ActorFinder, find_actors
from .registry._entries import Entry, Role
from .registry._registry import Registry

__all__ = ["ActorFinder", "Cast", "Entry", "Registry", "Role", "find_actors"]
