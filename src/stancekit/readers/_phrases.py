"""The English words that tell what is not part of the story: ``data/phrases.tsv``, by class."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import fields, frozen

from .._tables import by_column, rows_of
from ..values import BoilerplateKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLUMNS: Final = ("phrase", "class", "kind")
"""The columns of the table; "kind" only where whole lines or labels tell it."""


@frozen(repr=False)
class Phrases:
    """Words and phrases of pages and agency copy: each attribute is a class of the table.

    All are in lower case with straight apostrophes, but for acronyms and agencies without brackets.

    Args:
        exact: Whole lines, whatever punctuation surrounds them, by what they are.

        label: Lines begin with one of these and a colon or a bar, by what they are then.

        caption_opener: Captions begin with one of these, without a colon.

        network: Where readers are asked to follow somebody: "follow us on".

        related_opener: Lines that lead to other stories begin so, if no full stop follows.

        pointer: They point to what stands elsewhere on the page: "Watch the interview below".

        urgent_opener: A line that begins so is a promotion if it holds something `promoted`, or is `ours`.

        mild_opener: A line that begins so is a promotion if it holds something `promoted`, and speaks to
            the `reader`.

        promoted: What is promoted.

        ours: Whose it is.

        reader: Words to the reader.

        inbox: Promotions whatever they begin with.

        saying: A line with one of these is reported speech, and no promotion.

        standfirst: One of these stands in the line that says what a newsletter holds.

        work: What people are credited with, before "by" or "from".

        picture_work: What of it credits a picture.

        byline_opener: Bylines begin so.

        not_a_name: No first names: "By Thursday", "By The Way".

        name_in_ing: First names that look like verbs of headlines: "By Banning Books".

        not_in_byline: Words of headlines, whatever their casing.

        particle: Lower-case parts of names.

        connector: What joins names, places and dates.

        newsroom_role: Lower-case words that say what somebody does at a newsroom.

        weekday: Days, and their abbreviations.

        month: Months, and their abbreviations.

        time_word: What else stands in a date or a time.

        stamp_opener: A line that tells when it was published begins so.

        agency: News agencies.

        agency_without_brackets: They may follow the place as they are: "London CNN — ...".

        agency_word: In the longer names of agencies: "The Canadian Press".

        acronym: In capitals, they may begin a sentence before a dash, but are no place.

        picture_agency: Behind a stroke at the end of a caption: "Jane Doe/Getty Images".

        rights: A line with one of these says whose the text is.
    """

    exact: Mapping[BoilerplateKind, frozenset[str]]
    label: Mapping[BoilerplateKind, frozenset[str]]
    caption_opener: frozenset[str]
    network: frozenset[str]
    related_opener: frozenset[str]
    pointer: frozenset[str]
    urgent_opener: frozenset[str]
    mild_opener: frozenset[str]
    promoted: frozenset[str]
    ours: frozenset[str]
    reader: frozenset[str]
    inbox: frozenset[str]
    saying: frozenset[str]
    standfirst: frozenset[str]
    work: frozenset[str]
    picture_work: frozenset[str]
    byline_opener: frozenset[str]
    not_a_name: frozenset[str]
    name_in_ing: frozenset[str]
    not_in_byline: frozenset[str]
    particle: frozenset[str]
    connector: frozenset[str]
    newsroom_role: frozenset[str]
    weekday: frozenset[str]
    month: frozenset[str]
    time_word: frozenset[str]
    stamp_opener: frozenset[str]
    agency: frozenset[str]
    agency_without_brackets: frozenset[str]
    agency_word: frozenset[str]
    acronym: frozenset[str]
    picture_agency: frozenset[str]
    rights: frozenset[str]


_FILES: Final = {"phrases": "phrases.tsv"}
_BY_KIND: Final = ("exact", "label")


def _bundled() -> Phrases:
    folder = Path(str(files("stancekit.readers") / "data"))
    found: dict[str, list[tuple[str, str]]] = {each.name: [] for each in fields(Phrases)}
    for _, _, cells in rows_of(folder, _FILES, "the phrases'"):
        row = by_column(cells, COLUMNS, optional=1)
        found[row["class"]].append((row["phrase"], row["kind"]))
    return Phrases(**{name: _class(name, entries) for name, entries in found.items()})


def _class(name: str, entries: Sequence[tuple[str, str]]) -> Any:  # what the class holds
    if name in _BY_KIND:
        kinds = {kind for _, kind in entries}
        return {BoilerplateKind(each): frozenset(p for p, kind in entries if kind == each) for each in kinds}
    return frozenset(phrase for phrase, _ in entries)


PHRASES: Final = _bundled()
