"""Document -> actors: who is spoken of, under all their names."""

from ._cast import Cast
from ._find import ActorFinder, find_actors
from ._registry import Entry, Registry, Role

__all__ = ["ActorFinder", "Cast", "Entry", "Registry", "Role", "find_actors"]
