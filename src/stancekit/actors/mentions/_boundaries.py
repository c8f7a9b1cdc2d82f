"""Boundaries of names: where the name finder's ranges are extended, joined and split."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ...language._function_words import NAME_JOINERS, NAME_PREFIXES, PERSON_BREAKS, POSSESSIVE_MARKS
from ...values import ActorKind
from ._titles import office_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ._token_row import TokenRow

NameRange: TypeAlias = tuple[int, int, ActorKind]
"""Positions of a name's first token and past its last, and the kind that the name finder tells."""

_NEAR = 3
"""Tokens between a name's adjective and its noun, at most."""

_DASHES = frozenset({"-", "–", "—", "--"})


def find_name_ranges(row: TokenRow) -> list[NameRange]:
    """Token ranges of the name finder's names, extended where it cut them short."""
    ranges: list[NameRange] = []
    for name in row.document.names:
        begin, stop = row.range_of(name.span)
        adjoins = bool(ranges) and ranges[-1][1:] == (begin, name.kind) and begin > row.begins(begin)
        if adjoins and row.words[begin - 1] in NAME_JOINERS:  # "House of Commons of the" "United Kingdom"
            begin = ranges.pop()[0]
        if name.kind is ActorKind.ORGANIZATION and _names_owners(row, stop):
            stop += 2
        reach = _through_flat if name.kind is ActorKind.PERSON else _through_noun
        stop = reach(row, stop)
        ranges.append((begin, stop, name.kind))
    return ranges


def _through_flat(row: TokenRow, stop: int) -> int:
    """New stop of a person's name, over flat tokens and an epithet: "Maya" to "Maya the Great"."""
    limit = row.stops(stop - 1)
    while stop < limit and row.tokens[stop].dep == "flat" and row.tokens[stop].pos == "PROPN":
        stop += 1
    epithet = row.tokens[stop + 1] if stop + 1 < limit and row.words[stop] == "the" else None
    if (
        epithet is None
        or epithet.text.lower() not in row.classes.names.epithet
        or not epithet.text[0].isupper()
    ):
        return stop
    return stop + 2


def _through_noun(row: TokenRow, stop: int) -> int:
    """New stop of a name that ends in an adjective, over its noun: "Electoral" to "Electoral College"."""
    noun = row.head(stop - 1)
    if not stop <= noun < stop + _NEAR or row.tokens[stop - 1].dep != "amod":
        return stop
    if office_at(row, stop, noun + 1) or row.words[stop - 1] in row.classes.names.party:
        return stop
    whole = all(token.pos == "PROPN" and token.text[:1].isupper() for token in row.tokens[stop : noun + 1])
    return noun + 1 if whole else stop


def join_at_hyphens(row: TokenRow, ranges: Sequence[NameRange]) -> list[NameRange]:
    """Extend names over their hyphens: "Kim Min" to "Kim Min-seo"."""
    whole: list[NameRange] = []
    starts = {begin for begin, _, _ in ranges}
    for begin, stop, label in ranges:
        left, right, kind = _hyphen_begin(row, begin), stop, label
        if whole and left < whole[-1][1]:
            left, right, kind = whole.pop()
            right = max(right, stop)
        while _is_hyphen(row, right) and right + 1 not in starts and row.tokens[right + 1].pos == "PROPN":
            right += 2
        whole.append((left, right, kind))
    return whole


def _hyphen_begin(row: TokenRow, begin: int) -> int:
    """New begin of a name that starts behind a hyphen."""
    while _is_hyphen(row, begin - 1) and _may_precede(row, begin - 2):
        begin -= 2
        while begin > row.begins(begin) and row.tokens[begin - 1].dep == "flat":
            begin -= 1
    return begin


def _is_hyphen(row: TokenRow, position: int) -> bool:
    """Whether a hyphen at *position* joins the words on both sides."""
    if position < 1 or row.at(position) != "-" or position + 1 >= row.stops(position):
        return False
    before, token, after = row.tokens[position - 1 : position + 2]
    return before.end == token.start and token.end == after.start


def _may_precede(row: TokenRow, position: int) -> bool:
    """Whether the word before a hyphen is part of the name: not "anti" of "anti-Putin"."""
    token = row.tokens[position]
    return token.pos == "PROPN" and token.text[:1].isupper() and row.words[position] not in NAME_PREFIXES


def _names_owners(row: TokenRow, stop: int) -> bool:
    """Whether a possessive is inside the name: "Supporters’ Trust"."""
    if row.at(stop) not in POSSESSIVE_MARKS or row.at(stop + 1) not in row.classes.names.organization_ending:
        return False
    return row.tokens[stop + 1].text[:1].isupper()


def split_range(row: TokenRow, begin: int, stop: int, kind: ActorKind) -> Iterator[tuple[int, int]]:
    """Split a name's range at sentence ends and brackets; a person's also at commas and prepositions."""
    left = begin
    for position in range(begin, stop):
        if position > left and row.begins(position) == position:
            yield left, position
            left = position
        if position > left and _breaks(row, left, position, stop, kind):
            yield left, position
            left = position + 1
    if left < stop:
        yield left, stop


def _breaks(row: TokenRow, left: int, position: int, stop: int, kind: ActorKind) -> bool:
    """Whether the name that begins at *left* ends before *position*."""
    word = row.words[position]
    if word in {"(", ")", ";"} or (word in _DASHES and _parts_names(row, position)):
        return True
    if kind is not ActorKind.PERSON:
        return False
    if word in {",", "and"}:
        return not _is_suffix_comma(row, position, stop)
    return (
        word in PERSON_BREAKS and position > left + 1 and row.words[left] not in row.classes.names.honorific
    )


def _parts_names(row: TokenRow, position: int) -> bool:
    """Whether a dash stands free, "Reconstruction - Virginia", or leads to a participle: "Leeds-based"."""
    if position + 1 >= len(row) or row.words[position - 1] in row.classes.names.particle:
        return False
    before, token, after = row.tokens[position - 1 : position + 2]
    stands_free = before.end < token.start and token.end < after.start
    return stands_free or (after.pos == "VERB" and after.text.islower())


def _is_suffix_comma(row: TokenRow, position: int, stop: int) -> bool:
    """Whether a comma leads to a name's suffix: "Ray Moss, Jr."."""
    return position + 1 < stop and row.words[position + 1] in {"jr", "jr.", "sr", "sr."}
