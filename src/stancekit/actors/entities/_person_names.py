"""Persons' names: full names, surnames and given names merged."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

from ..registry._builtin import given_names
from ._type_votes import ORGANIZATION, PERSON, PLACE, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...lexicon._class_tables import NameWords
    from ..registry._name_keys import Key
    from ._entity import Entity
    from ._name_index import NameIndex

_MOST_NAMESAKES = 100
"""Names of one surname that are compared with a new one, at most."""


@frozen
class FullName:
    """A person's name in its parts.

    Args:
        given: The first word.

        middle: The words between.

        last: The surname's last word.

        generation: ``jr``, ``ii`` and the like, which tell a son from his father.

        usual: The first word in full where it is a nickname.
    """

    given: str
    middle: tuple[str, ...]
    last: str
    generation: str = ""
    usual: str = ""

    @classmethod
    def of(cls, key: Key, names: NameWords) -> FullName | None:
        """The parts of a key; `None` where it is a single word."""
        named = len(key)
        while named > 2 and key[named - 1].isupper() and len(key[named - 1]) > 1:
            named -= 1  # letters of honours: "DBE RA"
        words = [word.casefold() for word in key[:named]]
        generation = ""
        while len(words) > 1 and words[-1] in names.suffix:
            suffix = words.pop()
            generation = suffix if suffix in names.generation else generation
        if len(words) < 2 or words[0] in names.particle:
            return None
        return cls(
            words[0], tuple(words[1:-1]), words[-1], generation, names.nickname.get(words[0], words[0])
        )

    @property
    def words(self) -> tuple[str, ...]:
        """All of it but the generation."""
        return (self.given, *self.middle, self.last)

    def ends(self, other: FullName) -> bool:
        """Whether this is the end of a longer name, as "Peña Nieto" is of "Enrique Peña Nieto"."""
        return len(self.words) < len(other.words) and other.words[-len(self.words) :] == self.words


def same_person(one: FullName, other: FullName) -> bool:
    """Whether two full names can be one person's.

    Example:
        >>> from stancekit.lexicon import WordClasses
        >>> names = ["Donald Trump", "Donald J. Trump", "Donald Trump Jr.", "Melania Trump", "Don Trump"]
        >>> words = WordClasses.bundled().names
        >>> keys = [tuple(name.lower().replace(".", "").split()) for name in names]
        >>> donald, *others = (FullName.of(key, words) for key in keys)
        >>> [same_person(donald, other) for other in others]
        [True, False, False, True]
    """
    if one.last != other.last or one.generation != other.generation:
        return False
    return _same_given(one, other) and _same_middle(one.middle, other.middle)


def _same_given(one: FullName, other: FullName) -> bool:
    if one.given == other.given or one.usual == other.usual:
        return True
    short, long = sorted((one.given, other.given), key=len)
    return len(short) == 1 and long.startswith(short)


def _same_middle(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Middle names agree where both are given; an initial agrees with what it begins."""
    if not one or not other or len(one) != len(other):
        return True
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=True))


def short_forms(full: FullName, names: NameWords) -> Iterator[tuple[Key, int]]:
    """Shorter forms of a full name, each with its rank: 0 is best.

    Example:
        >>> from stancekit.lexicon import WordClasses
        >>> words = WordClasses.bundled().names
        >>> full = FullName.of(("ursula", "von", "der", "leyen"), words)
        >>> dict(short_forms(full, words))[("leyen",)]
        0
    """
    words = full.words
    for begin in range(1, len(words)):
        yield words[begin:], 0
    yield (full.given,), 1
    for word in full.middle:
        if word not in names.particle and len(word) > 1:
            yield (word,), 2


def merge_person_names(index: NameIndex) -> None:
    """Merge the full names of each person."""
    names = index.row.classes.names
    people: dict[str, list[tuple[FullName, Entity]]] = defaultdict(list)
    for key, (entity, *_) in index.owners.items():
        full = FullName.of(key, names) if entity.kind is PERSON else None
        if full is not None:
            people[full.last].append((full, entity))
    for key in sorted(index.mentions, key=len, reverse=True):
        full = FullName.of(key, names)
        if full is None or key in index.owners or kind_of(index.votes[key]) is not PERSON:
            continue
        same = _same_persons(full, people[full.last])
        if len(same) > 1 and all(full.ends(other) for other, entity in people[full.last] if entity in same):
            continue  # a surname of two words that several persons share: "Peña Nieto"
        entity = same[0] if len(same) == 1 else _in_other_order(full, people) or index.new_entity(PERSON, key)
        people[full.last].append((full, entity))
        index.owners[key] = [entity]


def _same_persons(full: FullName, namesakes: list[tuple[FullName, Entity]]) -> list[Entity]:
    """The persons whose name it may be, too."""
    found = {
        entity.id: entity
        for other, entity in namesakes[:_MOST_NAMESAKES]
        if same_person(full, other) or full.ends(other)
    }
    return list(found.values())


def _in_other_order(full: FullName, people: Mapping[str, list[tuple[FullName, Entity]]]) -> Entity | None:
    """The one person of the same two names in the other order: "Mishima Yukio"."""
    found = {
        entity.id: entity
        for other, entity in people.get(full.given, ())[:_MOST_NAMESAKES]
        if not other.middle and not full.middle and other.given == full.last
    }
    return next(iter(found.values())) if len(found) == 1 else None


def merge_short_person_names(index: NameIndex) -> None:
    """Merge surnames and given names with the persons who are named in full."""
    meanings, suffixes = _meanings(index), index.row.classes.names.suffix
    for key in index.mentions:
        plain = tuple(word for word in map(str.casefold, key) if word not in suffixes)
        by_rank = meanings.get(plain)
        known = index.owners.get(key, [])
        if not by_rank or (known and known[0].kind is PERSON):
            continue
        rank = min(by_rank)
        if rank == 0 or (not known and _may_be_given_name(index, key)):
            index.owners[key] = [*by_rank[rank].values(), *known]


def _meanings(index: NameIndex) -> dict[Key, dict[int, dict[int, Entity]]]:
    """The persons of each shorter name, by its rank and their id."""
    names = index.row.classes.names
    meanings: dict[Key, dict[int, dict[int, Entity]]] = {}
    for key, owners in index.owners.items():
        full = FullName.of(key, names) if owners[0].kind is PERSON else None
        for short, rank in short_forms(full, names) if full is not None else ():
            found = meanings.setdefault(short, {}).setdefault(rank, {})
            if len(found) < _MOST_NAMESAKES:
                found[owners[0].id] = owners[0]
    return meanings


def _may_be_given_name(index: NameIndex, key: Key) -> bool:
    total = index.votes[key]
    return key[0].casefold() in given_names() or total[PERSON] >= max(total[PLACE], total[ORGANIZATION])
