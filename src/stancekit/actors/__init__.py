"""Document -> actors: who is spoken of, under all their names.

The stages, each of which imports only from those before it:

| stage | question |
| --- | --- |
| `registry` | Who is known beforehand? |
| `mentions` | Where are names, noun phrases and vocatives? |
| `entities` | Which names are one entity's, of what kind is it, and what is said of it? |
| `coreference` | Which entities do noun phrases and pronouns refer to? |
| `_make_cast` | The entities that have mentions, as a `Cast` of actors. |

`_pipeline` runs them: a tuple of functions over one frozen state.
"""

from ._cast import Cast
from ._pipeline import ActorFinder, find_actors
from .registry._entries import Entry, Role
from .registry._registry import Registry

__all__ = ["ActorFinder", "Cast", "Entry", "Registry", "Role", "find_actors"]
