"""Cues: the words that report what somebody says, thinks, wants."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import define, field, frozen

from .._tables import by_column, refuse, rows_of
from ..language._inflection import inflections
from ..values import Attitude
from ._bundled import BUNDLED
from ._word_classes import WordClasses, classes_in, readable_twice, without_classes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from .._tables import Source
    from ..values import Token

COLUMNS: Final = {"cues": ("cue", "part", "class", "attitude", "takes", "forms"), "people": ("noun",)}
"""The tables and their columns; "forms" may be left out."""

_OPTIONAL: Final = {"cues": 1, "people": 0}
_FILES: Final = {"cues": "cues.tsv", "people": "people.txt"}
_Word = TypeVar("_Word", bound=StrEnum)
_ENDING: Final = "-"
"""What an ending of nouns for people begins with."""


class PartOfSpeech(StrEnum):
    """What sort of word a cue is."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adj"
    PHRASE = "phrase"


class CueClass(StrEnum):
    """What a cue reports."""

    SAYING = "saying"
    WRITING = "writing"
    ASKING = "asking"
    THINKING = "thinking"
    WANTING = "wanting"
    FEARING = "fearing"
    PRAISING = "praising"
    BLAMING = "blaming"
    CALLING = "calling"
    SHOWING = "showing"


class Takes(StrEnum):
    """What a cue governs."""

    QUOTE = "quote"
    """Words in quotation marks, or a clause that stands beside it: "He is ready, Smith said"."""
    THAT = "that"
    """A finite clause, with or without "that"; a clause with "whether" or "how"."""
    INFINITIVE = "inf"
    """An infinitive with the source as its subject: "promised to end the war"."""
    ORDER = "order"
    """Somebody and an infinitive: "urged him to go"."""
    OBJECT = "obj"
    """A noun phrase: "praised the deal"."""
    NAME = "name"
    """Somebody and what he is called: "called him a genius", "described it as a mistake"."""
    OF = "of"
    """Somebody and a phrase with "of": "accused him of lying"."""
    SEEM = "seem"
    """What seems so, as its subject, and how it seems: "the race appears to be over"."""
    CLAUSE = "clause"
    """The clause it stands in: "according to Smith, ..."."""


@frozen
class Cue:
    """An entry of the cues.

    Args:
        words: Its words in base form: "say", "point out", "according to".

        part: What sort of word it is.

        kind: What it reports.

        attitude: How it stands to that.

        takes: What it governs.

    Example:
        >>> claim = Cues.bundled().verbs["claim"][-1]
        >>> claim.kind.value, claim.attitude.value
        ('saying', 'doubting')
    """

    words: tuple[str, ...]
    part: PartOfSpeech = field(converter=PartOfSpeech)
    kind: CueClass = field(converter=CueClass)
    attitude: Attitude = field(converter=Attitude)
    takes: frozenset[Takes]


@frozen(repr=False, eq=False)
class Cues:
    """The reporting words of a language, and its nouns for who may speak.

    Args:
        verbs: Verbs, with their particles, by the forms of their first word that the tables tell.

        nouns: Nouns, by their first word.

        adjectives: Adjectives.

        phrases: Prepositions and adverbs.

        people: Nouns for people and bodies that can be unnamed sources, in base form.

        endings: What other nouns for people end in.

        classes: Classes of nouns and verbs besides.

        version: Twelve digits that change whenever an entry or a class does.

    Example:
        >>> cues = Cues.of({"cues": [("sagen", "verb", "saying", "neutral", "quote that")]})
        >>> cues.verbs["sagen"][0].kind.value
        'saying'
    """

    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    adjectives: Mapping[str, tuple[Cue, ...]]
    phrases: Mapping[str, tuple[Cue, ...]]
    people: frozenset[str]
    endings: tuple[str, ...]
    classes: WordClasses
    version: str

    def __repr__(self) -> str:
        tables = (self.verbs, self.nouns, self.adjectives, self.phrases)
        count = len({cue for table in tables for cues in table.values() for cue in cues})
        return f"<Cues {self.version}: {count} cues, {len(self.people)} nouns for people>"

    @classmethod
    def of(cls, *sources: Mapping[str, Iterable[Sequence[Any]]] | str | Path) -> Cues:
        """Build cues from tables; what a later source says of a word replaces an earlier one.

        Args:
            sources: Folders with a tab-separated ``cues.tsv`` (below a header line) and ``people.txt``
                (a noun a line, or an ending such as "-frau"), and with tables of `WordClasses`; or mappings
                from ``cues``, ``people`` and the names of those tables to rows.

        Raises:
            FileNotFoundError: A folder is not there, or holds neither.

            ValueError: Rows are wrong; the message tells each with its place.

        Example:
            >>> row = ("gestehen", "verb", "saying", "conceding", "that", "gesteht gestand")
            >>> Cues.of({"cues": [row]}).verbs["gestand"][0].attitude.value
            'conceding'
        """
        return _gathered(sources).cues()

    @classmethod
    def bundled(cls) -> Cues:
        """Give the English cues, which are read once."""
        return _bundled()

    @classmethod
    def extended(cls, source: Mapping[str, Iterable[Sequence[Any]]] | str | Path) -> Cues:
        """Build the English cues with a user's, which win over ours; see `of`.

        Of a verb the forms that English rules give are known, too.
        """
        return _gathered((BUNDLED, source)).cues(inflections)

    def of_verb(self, verb: Token) -> tuple[Cue, ...]:
        """The entries for a verb: by its form, since lemmas of rare verbs are often wrong, else its lemma."""
        return self.verbs.get(verb.text.lower()) or self.verbs.get(verb.lemma.lower(), ())

    def is_somebody(self, noun: Token) -> bool:
        """Whether a noun is for people or bodies, who can speak."""
        lemma = noun.lemma.lower()
        return lemma in self.people or lemma.endswith(self.endings)


def matching(cues: Iterable[Cue], tokens: Sequence[Token], at: int) -> Cue | None:
    """The first of *cues* whose further words follow the token at *at*.

    Example:
        >>> matching(Cues.bundled().verbs["laugh"], [], 0).words
        ('laugh',)
    """
    for cue in cues:
        rest = cue.words[1:]
        if not rest or rest == tuple(t.text.lower() for t in tokens[at + 1 : at + 1 + len(rest)]):
            return cue
    return None


@lru_cache(maxsize=1)
def _bundled() -> Cues:
    return _gathered((BUNDLED,)).cues(inflections)


@define
class _CuesBuilder:
    """The rows of several sources."""

    classes: WordClasses
    entries: dict[tuple[tuple[str, ...], PartOfSpeech], Cue] = field(factory=dict)
    forms: dict[str, set[str]] = field(factory=lambda: defaultdict(set))
    people: set[str] = field(factory=set)
    digest: Any = field(init=False)

    @digest.default
    def _begun(self) -> Any:  # hashlib names no type
        return sha256(self.classes.version.encode())

    def add(self, table: str, cells: Sequence[Any]) -> None:
        """Take a row down.

        Raises:
            ValueError: It breaks a rule.
        """
        row = by_column(cells, COLUMNS[table], optional=_OPTIONAL[table])
        if table == "people":
            self.people.add(row["noun"].lower())
        else:
            cue = _cue(row)
            self.entries[cue.words, cue.part] = cue
            self.forms[cue.words[0]].update(row["forms"].lower().split())
        told = "\t".join((table, *(cell for cell in row.values() if cell)))
        self.digest.update(told.encode("utf-8", "surrogatepass") + b"\n")

    def cues(self, inflected: Callable[[str], Iterable[str]] | None = None) -> Cues:
        """All of them, verbs also by the forms that the tables tell and those that a rule gives."""
        tables: dict[PartOfSpeech, dict[str, list[Cue]]] = {part: defaultdict(list) for part in PartOfSpeech}
        for cue in self.entries.values():
            tables[cue.part][cue.words[0]].append(cue)
        verbs, nouns, adjectives, phrases = (_longest_first(tables[part]) for part in PartOfSpeech)
        forms = {
            form: verbs[verb]
            for verb in verbs
            for form in (*(inflected(verb) if inflected else ()), *self.forms[verb])
        }
        endings = tuple(sorted(noun[1:] for noun in self.people if noun.startswith(_ENDING)))
        return Cues(
            {**forms, **verbs},
            nouns,
            adjectives,
            phrases,
            people=frozenset(noun for noun in self.people if not noun.startswith(_ENDING)),
            endings=endings,
            classes=self.classes,
            version=self.digest.hexdigest()[:12],
        )


def _gathered(told: Sequence[Source]) -> _CuesBuilder:
    sources = [*map(readable_twice, told)]
    found = _CuesBuilder(classes=classes_in(sources))
    for source in sources:
        faults: list[str] = []
        for place, table, cells in rows_of(without_classes(source), _FILES, "the cues'"):
            try:
                found.add(table, cells)
            except ValueError as error:
                faults.append(f"{place}: {error}")
        refuse(faults, "the cues'")
    return found


def _cue(row: Mapping[str, str]) -> Cue:
    """The entry that a row makes.

    Raises:
        ValueError: It breaks a rule.
    """
    words = tuple(row["cue"].lower().split())
    if not words:
        msg = "'cue' must not be empty"
        raise ValueError(msg)
    part, kind = _one_of(PartOfSpeech, row, "part"), _one_of(CueClass, row, "class")
    takes = frozenset(_one_of(Takes, {"takes": word}, "takes") for word in row["takes"].split() or [""])
    if Takes.OBJECT in takes and part in {PartOfSpeech.NOUN, PartOfSpeech.ADJECTIVE} and len(words) == 1:
        rule = f"a {part.value} that takes 'obj' must end in its preposition, as in 'criticism of'"
        msg = f"{rule} (got {row['cue']!r})"
        raise ValueError(msg)
    if row["forms"] and part is not PartOfSpeech.VERB:
        msg = f"'forms' must be of a verb (got {row['forms']!r})"
        raise ValueError(msg)
    return Cue(words, part, kind, _one_of(Attitude, row, "attitude"), takes)


def _one_of(words: type[_Word], row: Mapping[str, str], column: str) -> _Word:
    """A cell that must be one of the words of a fixed vocabulary."""
    try:
        return words(row[column])
    except ValueError:
        msg = f"{column!r} must be one of {', '.join(words)} (got {row[column]!r})"
        raise ValueError(msg) from None


def _longest_first(table: Mapping[str, list[Cue]]) -> dict[str, tuple[Cue, ...]]:
    return {first: tuple(sorted(cues, key=lambda cue: -len(cue.words))) for first, cues in table.items()}
