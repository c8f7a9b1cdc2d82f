"""Word classes: nouns, verbs and adjectives by what rules ask of them, and what names are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import fields, frozen

from .._tables import by_column, refuse, rows_of
from ._bundled import BUNDLED
from ._class_tables import (
    CLASSES,
    TABLES,
    AdjectiveClasses,
    NameWords,
    NounClasses,
    VerbClasses,
    reader_of,
    value_of,
)
from ._derived import CUES, REPORTING, reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .._tables import Source

COLUMNS: Final = ("word", "class", "value")
"""The columns of every table; "value" is left out where a class has none."""


_FILES: Final = {table: f"{table}.tsv" for table in (*TABLES, CUES)}


@frozen(repr=False, eq=False)
class WordClasses:
    """The word classes of a language; what a folder lacks is empty.

    Args:
        nouns: Of nouns.

        verbs: Of verbs.

        adjectives: Of adjectives.

        names: Of what names and titles are made of.

        version: Twelve digits that change whenever an entry does.

    Example:
        >>> words = WordClasses.bundled()
        >>> "widow" in words.nouns.kin, words.nouns.person["queen"], words.names.nickname["bob"]
        (True, 'she', 'robert')
    """

    nouns: NounClasses
    verbs: VerbClasses
    adjectives: AdjectiveClasses
    names: NameWords
    version: str

    def __repr__(self) -> str:
        tables = (self.nouns, self.verbs, self.adjectives, self.names)
        count = sum(len(getattr(table, each.name)) for table in tables for each in fields(type(table)))
        return f"<WordClasses {self.version}: {count} entries>"

    @classmethod
    def of(cls, *sources: Mapping[str, Iterable[Sequence[Any]]] | str | Path) -> WordClasses:
        """Build classes from tables; what a later source says of a word replaces an earlier one.

        Args:
            sources: Folders with tab-separated tables named ``noun_classes.tsv``, ``verb_classes.tsv``,
                ``adjective_classes.tsv``, ``name_words.tsv`` (any of them, each with a header line),
                or mappings from those names to rows of word, class, and a value where the class has one.
                Of ``cues.tsv`` the verbs that report are read, too.

        Raises:
            FileNotFoundError: A folder is not there, or holds no table.

            ValueError: Rows are wrong; the message tells each with its place.

        Example:
            >>> words = WordClasses.of({"noun_classes": [("Witwe", "kin"), ("Frau", "person", "she")]})
            >>> words.nouns.kin, words.nouns.person
            (frozenset({'witwe'}), {'frau': 'she'})
        """
        reader = _WordClassBuilder()
        for source in sources:
            reader.read(source)
        return reader.word_classes()

    @classmethod
    def bundled(cls) -> WordClasses:
        """Give the English classes, which are read once."""
        return _bundled()

    @classmethod
    def extended(cls, source: Mapping[str, Iterable[Sequence[Any]]] | str | Path) -> WordClasses:
        """Build the English classes with a user's, which win over ours; see `of`."""
        return cls.of(BUNDLED, source)


@lru_cache(maxsize=1)
def _bundled() -> WordClasses:
    return WordClasses.of(BUNDLED)


def classes_in(sources: Sequence[Source]) -> WordClasses:
    """The word classes that sources hold beside other tables; what they lack is empty.

    Raises:
        ValueError: Rows are wrong; the message tells each with its place.
    """
    tables = [found for source in sources if (found := _class_tables(source))]
    return _bundled() if tables == [BUNDLED] else WordClasses.of(*tables)


def readable_twice(source: Source) -> Source:
    """A source whose rows are still there after they are read."""
    if isinstance(source, Mapping):
        return {table: [*rows] for table, rows in source.items()}
    return source


def without_classes(source: Source) -> Source:
    """A source without its word classes."""
    if isinstance(source, Mapping):
        return {table: rows for table, rows in source.items() if table not in TABLES}
    return source


def _class_tables(source: Source) -> Source | None:
    """What a source holds of word classes, and of tables that tell some; `None` for a folder without."""
    if isinstance(source, Mapping):
        return {table: rows for table, rows in source.items() if table in _FILES}
    return source if any((Path(source) / name).is_file() for name in _FILES.values()) else None


class _WordClassBuilder:
    """Gathers rows of several sources; a word's rows in a later source replace those before."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str], dict[str, Any]] = {}
        self._digest = sha256()

    def read(self, source: Source) -> None:
        faults: list[str] = []
        found: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
        for place, table, cells in rows_of(source, _FILES, "the word classes'"):
            try:
                word, values = _cue(cells) if table == CUES else _entry(table, cells)
            except ValueError as error:
                faults.append(f"{place}: {error}")
                continue
            found[table, word].update(values)
            for name, value in values.items():
                told = f"{table}\t{word}\t{name}\t{_written(value)}\n"
                self._digest.update(told.encode("utf-8", "surrogatepass"))
        refuse(faults, "the word classes'")
        self._values.update(found)

    def word_classes(self) -> WordClasses:
        gathered: dict[str, dict[str, dict[str, Any]]] = {table: {} for table in TABLES}
        for (table, word), values in self._values.items():
            classes = gathered["verb_classes" if table == CUES else table]
            for name, value in values.items():
                classes.setdefault(name, {})[word] = value
        nouns, verbs, adjectives, names = (_filled(table, gathered[table]) for table in TABLES)
        return WordClasses(
            NounClasses(**nouns),
            VerbClasses(**verbs),
            AdjectiveClasses(**adjectives),
            NameWords(**names),
            self._digest.hexdigest()[:12],
        )


def _filled(table: str, classes: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The classes of a table: a set of words each, or their values by word."""
    return {name: words if reader_of(table, name) else frozenset(words) for name, words in classes.items()}


def _entry(table: str, cells: Sequence[Any]) -> tuple[str, dict[str, Any]]:
    """The word of a row, with its class and its value.

    Raises:
        ValueError: It breaks a rule.
    """
    row = by_column(cells, COLUMNS, optional=1)
    if not row["word"]:
        msg = "'word' must not be empty"
        raise ValueError(msg)
    if row["class"] not in CLASSES[table]:
        msg = f"'class' must be one of {', '.join(CLASSES[table])} (got {row['class']!r})"
        raise ValueError(msg)
    return row["word"].lower(), {row["class"]: value_of(table, row["class"], row["value"])}


def _cue(cells: Sequence[Any]) -> tuple[str, dict[str, Any]]:
    """The word of a cue, with its class if it reports."""
    row = [str(cell).strip() for cell in cells]
    return row[0].lower() if row else "", {REPORTING: None} if reports(row) else {}


def _written(value: object) -> str:
    return " ".join(sorted(value)) if isinstance(value, frozenset) else str(value or "")
