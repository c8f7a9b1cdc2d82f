"""Name mentions: what the name finder found, without titles, put right at its edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...lexicon._words import (
    ARTICLES,
    CALENDAR,
    EPITHETS,
    EVENTS,
    FIRM_SUFFIXES,
    GOVERNMENTS,
    HONORIFICS,
    MEMBERS,
    ORGANIZATION_WORDS,
    PARTICLES,
    PARTIES,
    PEOPLES,
    PLACE_WORDS,
    POSSESSIVE_MARKS,
    PRONOUNS,
    SMALL_WORDS,
    TITLE_MODIFIERS,
)
from ...values import ActorKind
from ..registry._builtin import given_names, offices
from ._name_mention import NameMention, is_proper, name_mention
from ._vocatives import calls_somebody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..registry._registry import Registry
    from ._token_row import TokenRow

_KIND_WORDS = ORGANIZATION_WORDS | PLACE_WORDS
_LONGEST_TITLE = 4
_FEW = 3
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})
_PARTY_LETTERS = frozenset("dri")
_PARTY_ADJECTIVES = (["democratic"], ["republican"], ["conservative"], ["libertarian"])
_PAGEANTS = frozenset({"universe", "world", "america", "usa", "england", "france"})
_PREFIXES = frozenset("all anti co ex mid neo non pan post pre pro sub trans ultra un".split())
_DASHES = frozenset({"-", "–", "—", "--"})
_PERSON_BREAKS = frozenset({"of", "from", "in", "at", "for", "on", "to", "with", "by"})


def find_names(row: TokenRow, registry: Registry) -> list[NameMention]:
    """The name finder's names, cleaned: no titles, no demonyms, no joined names."""
    mentions: list[NameMention] = []
    for begin, stop, kind in _whole_ranges(row):
        for left, right in _pieces(row, begin, stop, kind):
            mention = _without_common_noun(row, name_mention(row, left, right, kind), registry)
            if mention is None or _is_no_name(row, mention, registry):
                continue
            mention = without_title(row, mention, registry)
            if not mentions or mentions[-1].stop <= mention.begin:
                mentions.append(mention)
    return _joined(row, mentions)


def _whole_ranges(row: TokenRow) -> list[tuple[int, int, ActorKind]]:
    """The names' token ranges; "House of Commons of the" and "United Kingdom" are one."""
    ranges: list[tuple[int, int, ActorKind]] = []
    for name in row.document.names:
        begin, stop = row.range_of(name.span)
        adjoins = bool(ranges) and ranges[-1][1:] == (begin, name.kind) and begin > row.begins(begin)
        if adjoins and row.words[begin - 1] in SMALL_WORDS:
            begin = ranges.pop()[0]
        if name.kind is ActorKind.ORGANIZATION and _names_owners(row, stop):
            stop += 2
        reach = _through_flat if name.kind is ActorKind.PERSON else _through_noun
        stop = reach(row, stop)
        ranges.append((begin, stop, name.kind))
    return _hyphenated(row, ranges)


def _through_flat(row: TokenRow, stop: int) -> int:
    """Where a person's name stops that the name finder cut: "Maya" of "Maya Kelm" or of "Maya the Great"."""
    limit = row.stops(stop - 1)
    while stop < limit and row.tokens[stop].dep == "flat" and row.tokens[stop].pos == "PROPN":
        stop += 1
    epithet = row.tokens[stop + 1] if stop + 1 < limit and row.words[stop] == "the" else None
    if epithet is None or epithet.text.lower() not in EPITHETS or not epithet.text[0].isupper():
        return stop
    return stop + 2


def _through_noun(row: TokenRow, stop: int) -> int:
    """Where a name stops that the name finder cut behind an adjective: "Electoral" of "Electoral College"."""
    noun = row.head(stop - 1)
    if not stop <= noun < stop + _FEW or row.tokens[stop - 1].dep != "amod":
        return stop
    if office_at(row, stop, noun + 1) or row.words[stop - 1] in PARTIES:
        return stop
    whole = all(token.pos == "PROPN" and token.text[:1].isupper() for token in row.tokens[stop : noun + 1])
    return noun + 1 if whole else stop


def _hyphenated(row: TokenRow, ranges: list[tuple[int, int, ActorKind]]) -> list[tuple[int, int, ActorKind]]:
    """Make names whole that the name finder cut at a hyphen: "Kim Min" of "Kim Min-seo"."""
    whole: list[tuple[int, int, ActorKind]] = []
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
    """Where a name begins that the name finder took from behind a hyphen on."""
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
    token = row.tokens[position]
    return token.pos == "PROPN" and token.text[:1].isupper() and row.words[position] not in _PREFIXES


def _names_owners(row: TokenRow, stop: int) -> bool:
    """Whether a possessive is inside the name: "Supporters’ Trust"."""
    if row.at(stop) not in POSSESSIVE_MARKS or row.at(stop + 1) not in ORGANIZATION_WORDS:
        return False
    return row.tokens[stop + 1].text[:1].isupper()


def _joined(row: TokenRow, mentions: list[NameMention]) -> list[NameMention]:
    """Join what belongs together: "Lunt" & "Avery", "Acme", "Inc.", and Robert "Bobby" Scott."""
    joined: list[NameMention] = []
    for mention in mentions:
        partner = joined[-1] if joined else None
        between = row.words[partner.stop : mention.begin] if partner is not None else []
        kind = _kind_together(partner, between, mention) if partner is not None else None
        if partner is not None and kind is not None:
            joined[-1] = name_mention(row, partner.begin, mention.stop, kind) or partner
            joined[-1].title = partner.title
            continue
        joined.append(mention)
    return joined


def _pieces(row: TokenRow, begin: int, stop: int, kind: ActorKind) -> Iterator[tuple[int, int]]:
    """Cut at sentence ends, brackets, and where a person's name runs on."""
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
    return word in _PERSON_BREAKS and position > left + 1 and row.words[left] not in HONORIFICS


def _parts_names(row: TokenRow, position: int) -> bool:
    """Whether a dash stands free, "Reconstruction - Virginia", or leads to a participle: "Leeds-based"."""
    if position + 1 >= len(row) or row.words[position - 1] in PARTICLES:
        return False
    before, token, after = row.tokens[position - 1 : position + 2]
    stands_free = before.end < token.start and token.end < after.start
    return stands_free or (after.pos == "VERB" and after.text.islower())


def _is_suffix_comma(row: TokenRow, position: int, stop: int) -> bool:
    return position + 1 < stop and row.words[position + 1] in {"jr", "jr.", "sr", "sr."}


def _without_common_noun(
    row: TokenRow, mention: NameMention | None, registry: Registry
) -> NameMention | None:
    """A name without whom it describes: of "Kentucky Republican" and "US government" it is the first word."""
    if mention is None or mention.key in registry.by_name:
        return mention
    stop = _noun_inside(row, mention)
    if stop is None:
        return mention
    if stop == mention.begin or (stop == mention.begin + 1 and row.tokens[mention.begin].pos == "ADJ"):
        return None
    return name_mention(row, mention.begin, stop, None)


def _noun_inside(row: TokenRow, mention: NameMention) -> int | None:
    """Where whom a name describes begins in it: a government, or at its end a member or several."""
    for position in range(mention.begin, mention.stop):
        if row.words[position] in GOVERNMENTS and row.tokens[position].text.islower():
            return position
    last, word = row.tokens[mention.stop - 1], row.words[mention.stop - 1]
    several = last.has("Number=Plur") and last.pos == "NOUN" and last.text.islower()
    posts = last.has("Number=Plur") and (word.removesuffix("s"),) in offices()
    of_party = mention.stop - mention.begin == 2 and row.words[mention.begin] in PARTIES
    return mention.stop - 1 if several or (posts and of_party) or word in MEMBERS else None


def _is_no_name(row: TokenRow, mention: NameMention, registry: Registry) -> bool:
    words = [row.words[position] for position in range(mention.begin, mention.stop)]
    if len(words) == 1 and (words[0] in PRONOUNS or words[0] in CALENDAR or is_month(row, mention)):
        return True
    if calls_somebody(row, mention.begin, mention.stop):
        return True
    if row.before(mention.begin) == "(" and words[0].partition("-")[0] in _PARTY_LETTERS:
        return True
    if _is_mere_title(row, mention) or not any(is_proper(row, p) for p in range(mention.begin, mention.stop)):
        return True
    if (words in _PARTY_ADJECTIVES or _is_event(words)) and mention.key not in registry.by_name:
        return True
    # "the Russian" + noun, and groups, which are found apart.
    people = mention.key[:-1] if words[-1] in PEOPLES else mention.key
    return people in registry.by_demonym and people not in registry.by_name


def _is_event(words: list[str]) -> bool:
    """Whether a name is what takes place, is won or is passed: "the Clean Rivers Act"."""
    if len(words) == 1 or words[-1] == "convention":
        return len(words) > 1 and bool(PARTIES.keys() & words)
    return words[-1] in EVENTS


def is_month(row: TokenRow, mention: NameMention) -> bool:
    """Whether a name is a date's: "May 28", "6 June"."""
    if row.words[mention.begin] not in {"april", "may", "june"}:
        return False
    return row.at(mention.stop).isdecimal() or row.before(mention.begin).isdecimal()


def _kind_together(one: NameMention, between: list[str], other: NameMention) -> ActorKind | None:
    """The kind of the one name that two neighbours make, or `None` where they are two."""
    if between == ["&"] or (between == [","] and other.key[0] in FIRM_SUFFIXES):
        return ActorKind.ORGANIZATION
    nickname = between and {*between} <= _QUOTES and one.kind is other.kind is ActorKind.PERSON
    return ActorKind.PERSON if nickname else None


def _is_mere_title(row: TokenRow, mention: NameMention) -> bool:
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


def without_title(row: TokenRow, mention: NameMention, registry: Registry) -> NameMention:
    """Take titles off a name, and note the title that stands before it."""
    if mention.kind is not ActorKind.PERSON and mention.key[-1].casefold() in _KIND_WORDS:
        return mention  # "Justice Department" and "Queen Creek" are nobody's
    begin = mention.begin
    taken = _title_length(row, begin, mention.stop, registry)
    if taken and _may_strip(row, mention, taken):
        begin += taken
    shorter = mention if begin == mention.begin else name_mention(row, begin, mention.stop, mention.kind)
    if shorter is None or not row.tokens[shorter.begin].text[:1].isupper():
        shorter = mention
    shorter.title = title_before(row, shorter.begin)
    return shorter


def _may_strip(row: TokenRow, mention: NameMention, taken: int) -> bool:
    left = mention.stop - mention.begin - taken
    if left < 1:
        return False
    if row.words[mention.begin + taken - 1] == "miss" and row.words[mention.begin + taken] in _PAGEANTS:
        return False
    if mention.kind is ActorKind.PERSON:
        first = "".join(row.keys[mention.begin])
        return not (taken == 1 and left == 1 and first in given_names() and first not in HONORIFICS)
    # "President Hotel", "Secretary of State": others keep their words unless a mere name is left.
    words = row.words[mention.begin + taken : mention.stop]
    last_title = row.words[mention.begin + taken - 1].rstrip(".")
    return last_title in HONORIFICS and left <= 2 and not {"of", "for", "and"} & {*words}


def _title_length(row: TokenRow, begin: int, stop: int, registry: Registry) -> int:
    """How many tokens from *begin* are a title, modifiers before it included."""
    position = begin
    length = 0
    while position < stop - 1:
        found = office_at(row, position, stop - 1)
        if found:
            position += found
            length = position - begin
        elif row.words[position] in TITLE_MODIFIERS or row.keys[position] in registry.by_demonym:
            position += 1
        else:
            break
    return length


def office_at(row: TokenRow, begin: int, stop: int) -> int:
    """How many tokens from *begin*, before *stop*, are an office that serves as a title."""
    table = offices()
    for length in range(min(_LONGEST_TITLE, stop - begin), 0, -1):
        office = table.get(_office_words(row, begin, begin + length))
        if office is not None and office.is_title:
            return length
    return 0


def title_before(row: TokenRow, position: int) -> tuple[str, ...]:
    """The office right before *position*: ``("prime", "minister")``."""
    table = offices()
    for length in range(min(_LONGEST_TITLE, position - row.begins(position)), 0, -1):
        words = _office_words(row, position - length, position)
        office = table.get(words)
        if office is not None and (office.is_title or len(words) > 1):
            return words
    return ()


def _office_words(row: TokenRow, begin: int, stop: int) -> tuple[str, ...]:
    return tuple(word.rstrip(".") for word in row.words[begin:stop] if word != "-")
