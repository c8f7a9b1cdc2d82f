"""Titles of names: "Senator Ann Lane" is the name "Ann Lane" with the title "senator"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ...language._function_words import ARTICLES
from ...values import ActorKind
from ..registry._builtin import given_names
from ._name_mention import joined_initials, name_mention

if TYPE_CHECKING:
    from ..registry._name_tables import NameTables
    from ._name_mention import NameMention
    from ._token_row import TokenRow

_LONGEST_TITLE = 4
"""Tokens of an office in the table, at most."""

_LONGEST_BARE_NAME = 2
"""Tokens of a person's name behind a title in what was taken for another kind of name, at most."""


def is_mere_title(row: TokenRow, mention: NameMention) -> bool:
    """Whether nothing but an office is named: "the Secretary", "Madam Speaker"."""
    if "".join(row.keys[mention.begin]) in given_names() and row.before(mention.begin) not in ARTICLES:
        return False
    position = mention.begin
    while position < mention.stop:
        length = office_at(row, position, mention.stop)
        if not length:
            return False
        position += length
    return True


def without_title(row: TokenRow, mention: NameMention, registry: NameTables) -> NameMention:
    """The name without its titles; the title before it is kept apart: "Senator Ann Lane" -> "Ann Lane"."""
    names, last = row.classes.names, mention.key[-1].casefold()
    if mention.kind is not ActorKind.PERSON and (
        last in names.organization_ending or last in names.place_ending
    ):
        return mention  # "Justice Department" and "Queen Creek" are nobody's
    begin = mention.begin
    taken = _title_length(row, begin, mention.stop, registry)
    if taken and _may_strip(row, mention, taken, registry):
        begin += taken
    shorter = mention if begin == mention.begin else name_mention(row, begin, mention.stop, mention.kind)
    if shorter is None or not row.tokens[shorter.begin].text[:1].isupper():
        shorter = mention
    return evolve(shorter, title=title_before(row, shorter.begin))


def _may_strip(row: TokenRow, mention: NameMention, taken: int, registry: NameTables) -> bool:
    """Whether the first *taken* tokens are a title and not part of the name: "President Hotel"."""
    left, honorifics = mention.stop - mention.begin - taken, row.classes.names.honorific
    if left < 1:
        return False
    if _is_known_as_other(row, mention.begin + taken, mention.stop, registry):
        return False  # "Miss Norway"
    if mention.kind is ActorKind.PERSON:
        first = "".join(row.keys[mention.begin])
        return not (taken == 1 and left == 1 and first in given_names() and first not in honorifics)
    # "Secretary of State": other kinds keep their words unless a mere name is left.
    begin = mention.begin + taken
    title, words = row.words[begin - 1].rstrip("."), row.words[begin : mention.stop]
    if title not in honorifics or left > _LONGEST_BARE_NAME or {"of", "for", "and"} & {*words}:
        return False
    # A title of men or women is part of many other names: "Miss Galaxy", "King Records".
    office = row.offices.get((title,))
    is_gendered = office is not None and office.pronoun is not None
    return not is_gendered or _is_persons(row, mention.begin + taken, mention.stop, registry)


def _is_persons(row: TokenRow, begin: int, stop: int, registry: NameTables) -> bool:
    """Whether a name begins with a given name or ends with a known surname."""
    first, last = "".join(row.keys[begin]), "".join(row.keys[stop - 1])
    return first in given_names() or last.casefold() in registry.by_surname


def _is_known_as_other(row: TokenRow, begin: int, stop: int, registry: NameTables) -> bool:
    """Whether the registry knows the name in tokens *begin* to *stop*, and as no person's."""
    known = registry.meant_by(joined_initials(tuple(w for key in row.keys[begin:stop] for w in key)))
    return bool(known) and all(entry.kind is not ActorKind.PERSON for entry in known)


def _title_length(row: TokenRow, begin: int, stop: int, registry: NameTables) -> int:
    """How many tokens from *begin* are a title, modifiers before it included."""
    position = begin
    length, modifiers = 0, row.classes.names.title_modifier
    while position < stop - 1:
        found = office_at(row, position, stop - 1)
        if found:
            position += found
            length = position - begin
        elif row.words[position] in modifiers or row.keys[position] in registry.by_demonym:
            position += 1
        else:
            break
    return length


def office_at(row: TokenRow, begin: int, stop: int) -> int:
    """How many tokens from *begin*, before *stop*, are an office that serves as a title."""
    table = row.offices
    for length in range(min(_LONGEST_TITLE, stop - begin), 0, -1):
        office = table.get(_office_words(row, begin, begin + length))
        if office is not None and office.is_title:
            return length
    return 0


def title_before(row: TokenRow, position: int) -> tuple[str, ...]:
    """The office right before *position*: ``("prime", "minister")``."""
    table = row.offices
    for length in range(min(_LONGEST_TITLE, position - row.begins(position)), 0, -1):
        words = _office_words(row, position - length, position)
        office = table.get(words)
        if office is not None and (office.is_title or len(words) > 1):
            return words
    return ()


def _office_words(row: TokenRow, begin: int, stop: int) -> tuple[str, ...]:
    """Tokens *begin* to *stop* as the table of offices writes them: no hyphens, no final stops."""
    return tuple(word.rstrip(".") for word in row.words[begin:stop] if word != "-")
