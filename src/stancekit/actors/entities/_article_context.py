"""Context for entity linking: the day of an article, and the states and bodies in it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import Factory, evolve, frozen

from ...lexicon._word_classes import WordClasses
from ..registry._name_keys import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..mentions._name_mention import NameMention
    from ..mentions._token_row import TokenRow
    from ..registry._entries import Entry, Role
    from ..registry._name_keys import Key
    from ..registry._name_tables import NameTables


@frozen(eq=False)
class ArticleContext:
    """The day of an article, and the names, states and bodies in it.

    Args:
        registry: The known names.

        day: When the article was published; `None` where unknown.

        names: Keys of all names in the article.

        bodies: Ids of the entries that names and demonyms in it may mean.

        classes: The word classes of its language.
    """

    registry: NameTables
    day: dt.date | None = None
    names: frozenset[Key] = frozenset()
    bodies: frozenset[str] = frozenset()
    classes: WordClasses = Factory(WordClasses.bundled)

    @classmethod
    def on(cls, published: dt.date | None, registry: NameTables, classes: WordClasses) -> ArticleContext:
        """The context of an article that nothing is known of but when it was published."""
        day = published.date() if isinstance(published, dt.datetime) else published
        return cls(registry, day, classes=classes)

    def with_names(self, row: TokenRow, mentions: Iterable[NameMention]) -> ArticleContext:
        """The context with the names and demonyms of a text."""
        registry = self.registry
        names = frozenset(mention.key for mention in mentions)
        tables = (registry.by_name, registry.by_seat, registry.by_capital)
        bodies = {entry.id for key in names for table in tables for entry in table.get(key, ())}
        words = {word for key in row.keys for word in key}
        for demonym, entries in registry.by_demonym.items():
            if words.issuperset(demonym):
                bodies.update(entry.id for entry in entries)
        return evolve(self, names=names, bodies=frozenset(bodies))

    def is_held(self, role: Role) -> bool:
        """Whether the role's term includes the article's day, if that is known."""
        return self.day is None or role.held_on(self.day)

    def is_at_home(self, entry: Entry) -> bool:
        """Whether the article speaks of a state or a body that somebody has, or had, a role in."""
        return any(self._speaks_of(role) for role in entry.roles)

    def is_in_office(self, entry: Entry) -> bool:
        """Whether somebody holds a role on the article's day."""
        return self.day is not None and entry.in_office(self.day)

    def _speaks_of(self, role: Role) -> bool:
        if role.of is None:
            return False
        body = self.registry.body_of(role)
        return key_of(role.of) in self.names or (body is not None and body.id in self.bodies)
