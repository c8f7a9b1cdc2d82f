"""Name detection: the name finder's names, put right at their edges and joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ...language._function_words import THIRD_PERSON
from ...values import ActorKind
from ._boundaries import split_range
from ._name_mention import NameMention, is_proper, name_mention
from ._titles import is_mere_title, without_title
from ._vocatives import calls_somebody

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..registry._name_tables import NameTables
    from ._boundaries import NameRange
    from ._token_row import TokenRow

_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})
_PARTY_LETTERS = frozenset("dri")
_PARTY_ADJECTIVES = (["democratic"], ["republican"], ["conservative"], ["libertarian"])


def find_names(row: TokenRow, ranges: Iterable[NameRange], registry: NameTables) -> list[NameMention]:
    """Name mentions of the name finder's ranges: split, without titles, demonyms and common nouns.

    Args:
        row: The token row.

        ranges: Where the names stand (see `find_name_ranges`).

        registry: The known names.
    """
    mentions: list[NameMention] = []
    for begin, stop, kind in ranges:
        for left, right in split_range(row, begin, stop, kind):
            mention = _without_common_noun(row, name_mention(row, left, right, kind), registry)
            if mention is None or _is_no_name(row, mention, registry):
                continue
            mention = without_title(row, mention, registry)
            if not mentions or mentions[-1].stop <= mention.begin:
                mentions.append(mention)
    return _joined(row, mentions)


def _joined(row: TokenRow, mentions: list[NameMention]) -> list[NameMention]:
    """Join names that are parts of one: "Lunt" & "Avery", "Acme", "Inc.", and Robert "Bobby" Scott."""
    joined: list[NameMention] = []
    for mention in mentions:
        partner = joined[-1] if joined else None
        between = row.words[partner.stop : mention.begin] if partner is not None else []
        kind = _kind_together(row, partner, between, mention) if partner is not None else None
        if partner is not None and kind is not None:
            whole = name_mention(row, partner.begin, mention.stop, kind) or partner
            joined[-1] = evolve(whole, title=partner.title)
            continue
        joined.append(mention)
    return joined


def _without_common_noun(
    row: TokenRow, mention: NameMention | None, registry: NameTables
) -> NameMention | None:
    """The name without the common noun inside it: "US" of "US government"."""
    if mention is None or mention.key in registry.by_name:
        return mention
    stop = _noun_inside(row, mention)
    if stop is None:
        return mention
    if stop == mention.begin or (stop == mention.begin + 1 and row.tokens[mention.begin].pos == "ADJ"):
        return None
    return name_mention(row, mention.begin, stop, None)


def _noun_inside(row: TokenRow, mention: NameMention) -> int | None:
    """Position of a common noun inside a name ("US government", "Kentucky Republican"), or `None`."""
    for position in range(mention.begin, mention.stop):
        if row.words[position] in row.classes.nouns.government and row.tokens[position].text.islower():
            return position
    last, word = row.tokens[mention.stop - 1], row.words[mention.stop - 1]
    several = last.has("Number=Plur") and last.pos == "NOUN" and last.text.islower()
    posts = last.has("Number=Plur") and (word.removesuffix("s"),) in row.offices
    of_party = mention.stop - mention.begin == 2 and row.words[mention.begin] in row.classes.names.party
    return (
        mention.stop - 1
        if several or (posts and of_party) or word in row.classes.names.party_member
        else None
    )


def _is_no_name(row: TokenRow, mention: NameMention, registry: NameTables) -> bool:
    """Whether it is no name: a pronoun, a date, an office, a party's adjective, an event, a people."""
    words = [row.words[position] for position in range(mention.begin, mention.stop)]
    is_date = words[0] in row.classes.names.calendar or is_month(row, mention)
    if len(words) == 1 and (is_date or words[0] in THIRD_PERSON):
        return True
    if calls_somebody(row, mention.begin, mention.stop):
        return True
    if row.before(mention.begin) == "(" and words[0].partition("-")[0] in _PARTY_LETTERS:
        return True
    if is_mere_title(row, mention) or not any(is_proper(row, p) for p in range(mention.begin, mention.stop)):
        return True
    if (words in _PARTY_ADJECTIVES or _is_event(row, words)) and mention.key not in registry.by_name:
        return True
    # "the Russian" + noun, and groups, which are found apart.
    people = mention.key[:-1] if words[-1] in row.classes.nouns.populace else mention.key
    return people in registry.by_demonym and people not in registry.by_name


def _is_event(row: TokenRow, words: list[str]) -> bool:
    """Whether a name is an event's or a law's: "the Clean Rivers Act", "the Labour Conference"."""
    if len(words) == 1:
        return False
    names, last = row.classes.names, words[-1]
    held_by_party = last in row.classes.nouns.meeting and bool(names.party.keys() & words)
    return last in names.event_ending or held_by_party


def is_month(row: TokenRow, mention: NameMention) -> bool:
    """Whether a name is the month of a date: "May 28", "6 June"."""
    if row.words[mention.begin] not in {"april", "may", "june"}:
        return False
    return row.at(mention.stop).isdecimal() or row.before(mention.begin).isdecimal()


def _kind_together(
    row: TokenRow, one: NameMention, between: list[str], other: NameMention
) -> ActorKind | None:
    """The kind of the one name that two neighbours make, or `None` where they are two."""
    if between == ["&"] or (between == [","] and other.key[0] in row.classes.names.legal_form):
        return ActorKind.ORGANIZATION
    nickname = between and {*between} <= _QUOTES and one.kind is other.kind is ActorKind.PERSON
    return ActorKind.PERSON if nickname else None
