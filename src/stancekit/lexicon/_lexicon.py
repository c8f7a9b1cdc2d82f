"""The polar words: who evaluates whom by them, how strongly, in what respect."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen
from attrs.validators import ge, in_, le

from .._tables import by_column, refuse, rows_of
from ..language._function_words import ARTICLES, OWNERS
from ..values import Facet
from ._bundled import BUNDLED
from ._word_classes import WordClasses, classes_in, readable_twice, without_classes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from .._tables import Source

COLUMNS: Final = {
    "verbs": ("entry", "pattern", "score", "facet"),
    "idioms": ("entry", "pos", "pattern", "score", "facet"),
    "adjectives": ("entry", "score", "facet"),
    "attitudes": ("entry", "pattern", "score", "facet"),
    "nouns": ("entry", "score", "facet", "relation"),
    "adverbs": ("entry", "score", "facet"),
    "modifiers": ("entry", "kind", "factor"),
}
"""The tables of a lexicon and their columns."""

_FILES: Final = {table: f"{table}.tsv" for table in COLUMNS}

VOICE: Final = "voice"
"""The holder of a pattern whose evaluation is that of whoever speaks."""

_HOLDERS: Final = ("subj", VOICE)
_ROLES: Final = ("subj", "obj", "iobj", "head", "obl")
_RELATIONS: Final = ("is", "has", "by", "of")
_KINDS: Final = ("intensifier", "diminisher", "negator", "hedge")
_PARTS: Final = ("verb", "noun", "adj", "adv", "prep")
_NONE: Final = "-"

# Between the words of a phrase any of these may stand, so they are left out of its key.
_SKIPPED: Final = ARTICLES | OWNERS | {"one", "one's", "someone's", "somebody's", "'s", "’s"}


@frozen
class EvaluationPattern:
    """Who evaluates whom by a word.

    Args:
        holder: ``voice`` for whoever speaks, ``subj`` for the word's subject.

        target: ``subj``, ``obj``, ``iobj``, ``obl``, or ``head`` for what the word describes.

        score: Signed, -1 to 1.

        facet: What of the target is meant.

        case: The preposition of an ``obl`` target.

        table: The table that says so.

    Example:
        >>> str(EvaluationPattern("subj", "obl", -0.6, case="at"))
        'subj>obl.at'
    """

    holder: str = field(validator=in_(_HOLDERS))
    target: str = field(validator=in_(_ROLES))
    score: float = field(validator=[ge(-1.0), le(1.0)])
    facet: Facet | None = None
    case: str = ""
    table: str = field(default="", eq=False)

    def __str__(self) -> str:
        return f"{self.holder}>{self.target}{'.' if self.case else ''}{self.case}"


@frozen
class LexicalEntry:
    """A word or a phrase of the lexicon.

    Args:
        words: Its words as they are looked up, articles left out.

        part: ``verb``, ``noun``, ``adj``, ``adv`` or ``prep``.

        patterns: Its evaluations.

        relation: Whether a noun's target ``is`` it, ``has`` it, it is done ``by`` the holder, or who
            is it is one ``of`` the target's, such as a critic;
            empty where the noun may be either of the first two, and for other parts of speech.

        written: The entry as its table has it.
    """

    words: tuple[str, ...]
    part: str
    patterns: tuple[EvaluationPattern, ...]
    relation: str = ""
    written: str = field(default="", eq=False)


@frozen
class Modifier:
    """A word that changes the strength or the sign of a polar one.

    Args:
        kind: ``intensifier``, ``diminisher``, ``negator`` or ``hedge``.

        factor: What the polar word's score is multiplied by, -1 to 2.
    """

    kind: str = field(validator=in_(_KINDS))
    factor: float = field(validator=[ge(-1.0), le(2.0)])


@frozen(repr=False, eq=False)
class Lexicon:
    """Polar words by part of speech, polar phrases by first word, and modifiers.

    Args:
        words: Part of speech -> word -> entry.

        phrases: First word -> entries that begin with it, longest first.

        modifiers: Word -> what it does to others.

        classes: Classes of nouns, verbs and adjectives that the grammar of evaluation turns on.

        version: Twelve digits that change whenever an entry or a class does.
    """

    words: Mapping[str, Mapping[str, LexicalEntry]]
    phrases: Mapping[str, Sequence[LexicalEntry]]
    modifiers: Mapping[str, Modifier]
    classes: WordClasses
    version: str

    def __repr__(self) -> str:
        words = sum(map(len, self.words.values()))
        phrases = sum(map(len, self.phrases.values()))
        return f"<Lexicon {self.version}: {words} words, {phrases} phrases, {len(self.modifiers)} modifiers>"

    @classmethod
    def of(cls, *sources: Mapping[str, Iterable[Sequence[Any]]] | str | Path) -> Lexicon:
        """Build a lexicon from tables; what a later source says of a word replaces an earlier one.

        Args:
            sources: Folders with tab-separated tables named ``verbs.tsv``, ``idioms.tsv``,
                ``adjectives.tsv``, ``attitudes.tsv``, ``nouns.tsv``, ``adverbs.tsv``,
                ``modifiers.tsv`` (any of them, each with a header line), and with tables of
                `WordClasses`; or mappings from those names to rows.

        Raises:
            FileNotFoundError: A folder is not there, or holds no table.

            ValueError: Rows are wrong; the message tells each with its place.

        Example:
            >>> lexicon = Lexicon.of({"adjectives": [("zesty", 0.4, "-")]})
            >>> lexicon.words["adj"]["zesty"].patterns[0].score
            0.4
        """
        read = [*map(readable_twice, sources)]
        reader = _LexiconBuilder(classes_in(read))
        for source in read:
            reader.read(source)
        return reader.lexicon()

    @classmethod
    def bundled(cls) -> Lexicon:
        """Give our own lexicon, which is read once."""
        return _bundled()

    @classmethod
    def extended(cls, source: Mapping[str, Iterable[Sequence[Any]]] | str | Path) -> Lexicon:
        """Build our own lexicon with a user's entries, which win over ours; see `of`."""
        return cls.of(BUNDLED, source)


@lru_cache(maxsize=1)
def _bundled() -> Lexicon:
    return Lexicon.of(BUNDLED)


def key_of(entry: str) -> tuple[str, ...]:
    """How an entry is looked up: lower case, one key a token, articles and possessives left out.

    Example:
        >>> key_of("have a skeleton in one's cupboard"), key_of("ill-gotten gain")
        (('have', 'skeleton', 'in', 'cupboard'), ('ill', '-', 'gotten', 'gain'))
    """
    words = entry.lower().replace("’", "'").replace("'s ", " 's ").replace("-", " - ").split()
    return tuple(word for word in words if word not in _SKIPPED) or tuple(words)


@frozen
class _TableRow:
    """A table's row, its columns by name."""

    table: str
    cells: Mapping[str, str]

    @property
    def key(self) -> tuple[str, ...]:
        return key_of(self.cells["entry"])

    @property
    def part(self) -> str:
        parts = {"verbs": "verb", "adjectives": "adj", "attitudes": "adj", "nouns": "noun", "adverbs": "adv"}
        return parts.get(self.table) or self.cells["pos"]

    def pattern(self) -> EvaluationPattern:
        holder, _, role = self.cells.get("pattern", f"{VOICE}>head").partition(">")
        role, _, case = role.partition(".")
        facet = self.cells["facet"]
        return EvaluationPattern(
            holder,
            role,
            float(self.cells["score"]),
            None if facet in {_NONE, ""} else Facet(facet),
            case,
            self.table,
        )

    def modifier(self) -> Modifier:
        return Modifier(self.cells["kind"], float(self.cells["factor"]))

    def check(self) -> None:
        """Raise a `ValueError` that says what is wrong with the row."""
        if not self.key:
            msg = "'entry' must not be empty"
            raise ValueError(msg)
        if self.table == "modifiers":
            self.modifier()
            return
        self.pattern()
        if self.part not in _PARTS:
            msg = f"'pos' must be one of {', '.join(_PARTS)} (got {self.part!r})"
            raise ValueError(msg)
        relation = self.cells.get("relation", "has")
        if relation not in _RELATIONS:
            msg = f"'relation' must be one of {', '.join(_RELATIONS)} (got {relation!r})"
            raise ValueError(msg)


class _LexiconBuilder:
    """Gathers rows of several sources; a word's rows in a later source replace those before."""

    def __init__(self, classes: WordClasses) -> None:
        self._classes = classes
        self._entries: dict[tuple[tuple[str, ...], str], list[_TableRow]] = {}
        self._modifiers: dict[str, Modifier] = {}
        self._digest = sha256(classes.version.encode())

    def read(self, source: Source) -> None:
        faults: list[str] = []
        found: dict[tuple[tuple[str, ...], str], list[_TableRow]] = defaultdict(list)
        for place, table, cells in rows_of(without_classes(source), _FILES, "the lexicon's"):
            try:
                row = _TableRow(table, by_column(cells, COLUMNS[table]))
                row.check()
            except (TypeError, ValueError) as error:
                faults.append(f"{place}: {error.args[0] if error.args else error}")
                continue
            self._digest.update("\t".join((table, *map(str, cells))).encode("utf-8", "surrogatepass") + b"\n")
            if table == "modifiers":
                self._modifiers[" ".join(row.key)] = row.modifier()
            else:
                found[row.key, row.part].append(row)
        refuse(faults, "the lexicon's")
        self._entries.update(found)

    def lexicon(self) -> Lexicon:
        words: dict[str, dict[str, LexicalEntry]] = {part: {} for part in _PARTS}
        phrases: dict[str, list[LexicalEntry]] = defaultdict(list)
        for (key, part), rows in self._entries.items():
            patterns = tuple(dict.fromkeys(row.pattern() for row in rows))
            relations = {row.cells.get("relation", "") for row in rows}
            relation = relations.pop() if len(relations) == 1 else ""
            entry = LexicalEntry(key, part, patterns, relation, rows[0].cells["entry"])
            if len(key) == 1:
                words[part][key[0]] = entry
            else:
                phrases[key[0]].append(entry)
        for entries in phrases.values():
            entries.sort(key=lambda entry: (-len(entry.words), entry.words, entry.part))
        return Lexicon(words, dict(phrases), self._modifiers, self._classes, self._digest.hexdigest()[:12])
