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
from ._name_mention import Mark, is_proper, mark_of
from ._vocatives import calls_somebody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..registry._registry import Registry
    from ._token_row import Page

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


def found_names(page: Page, registry: Registry) -> list[Mark]:
    """The name finder's names, cleaned: no titles, no demonyms, no joined names."""
    marks: list[Mark] = []
    for begin, stop, kind in _whole_ranges(page):
        for left, right in _pieces(page, begin, stop, kind):
            mark = _without_described(page, mark_of(page, left, right, kind), registry)
            if mark is None or _is_no_name(page, mark, registry):
                continue
            mark = without_title(page, mark, registry)
            if not marks or marks[-1].stop <= mark.begin:
                marks.append(mark)
    return _joined(page, marks)


def _whole_ranges(page: Page) -> list[tuple[int, int, ActorKind]]:
    """The names' token ranges; "House of Commons of the" and "United Kingdom" are one."""
    ranges: list[tuple[int, int, ActorKind]] = []
    for name in page.document.names:
        begin, stop = page.range_of(name.span)
        adjoins = bool(ranges) and ranges[-1][1:] == (begin, name.kind) and begin > page.begins(begin)
        if adjoins and page.lower[begin - 1] in SMALL_WORDS:
            begin = ranges.pop()[0]
        if name.kind is ActorKind.ORGANIZATION and _names_owners(page, stop):
            stop += 2
        reach = _through_flat if name.kind is ActorKind.PERSON else _through_noun
        stop = reach(page, stop)
        ranges.append((begin, stop, name.kind))
    return _hyphenated(page, ranges)


def _through_flat(page: Page, stop: int) -> int:
    """Where a person's name stops that the name finder cut: "Maya" of "Maya Kelm" or of "Maya the Great"."""
    limit = page.stops(stop - 1)
    while stop < limit and page.tokens[stop].dep == "flat" and page.tokens[stop].pos == "PROPN":
        stop += 1
    epithet = page.tokens[stop + 1] if stop + 1 < limit and page.lower[stop] == "the" else None
    if epithet is None or epithet.text.lower() not in EPITHETS or not epithet.text[0].isupper():
        return stop
    return stop + 2


def _through_noun(page: Page, stop: int) -> int:
    """Where a name stops that the name finder cut behind an adjective: "Electoral" of "Electoral College"."""
    noun = page.head(stop - 1)
    if not stop <= noun < stop + _FEW or page.tokens[stop - 1].dep != "amod":
        return stop
    if office_at(page, stop, noun + 1) or page.lower[stop - 1] in PARTIES:
        return stop
    whole = all(token.pos == "PROPN" and token.text[:1].isupper() for token in page.tokens[stop : noun + 1])
    return noun + 1 if whole else stop


def _hyphenated(page: Page, ranges: list[tuple[int, int, ActorKind]]) -> list[tuple[int, int, ActorKind]]:
    """Make names whole that the name finder cut at a hyphen: "Kim Min" of "Kim Min-seo"."""
    whole: list[tuple[int, int, ActorKind]] = []
    starts = {begin for begin, _, _ in ranges}
    for begin, stop, label in ranges:
        left, right, kind = _hyphen_begin(page, begin), stop, label
        if whole and left < whole[-1][1]:
            left, right, kind = whole.pop()
            right = max(right, stop)
        while _is_hyphen(page, right) and right + 1 not in starts and page.tokens[right + 1].pos == "PROPN":
            right += 2
        whole.append((left, right, kind))
    return whole


def _hyphen_begin(page: Page, begin: int) -> int:
    """Where a name begins that the name finder took from behind a hyphen on."""
    while _is_hyphen(page, begin - 1) and _may_precede(page, begin - 2):
        begin -= 2
        while begin > page.begins(begin) and page.tokens[begin - 1].dep == "flat":
            begin -= 1
    return begin


def _is_hyphen(page: Page, position: int) -> bool:
    """Whether a hyphen at *position* joins the words on both sides."""
    if position < 1 or page.at(position) != "-" or position + 1 >= page.stops(position):
        return False
    before, token, after = page.tokens[position - 1 : position + 2]
    return before.end == token.start and token.end == after.start


def _may_precede(page: Page, position: int) -> bool:
    token = page.tokens[position]
    return token.pos == "PROPN" and token.text[:1].isupper() and page.lower[position] not in _PREFIXES


def _names_owners(page: Page, stop: int) -> bool:
    """Whether a possessive is inside the name: "Supporters’ Trust"."""
    if page.at(stop) not in POSSESSIVE_MARKS or page.at(stop + 1) not in ORGANIZATION_WORDS:
        return False
    return page.tokens[stop + 1].text[:1].isupper()


def _joined(page: Page, marks: list[Mark]) -> list[Mark]:
    """Join what belongs together: "Lunt" & "Avery", "Acme", "Inc.", and Robert "Bobby" Scott."""
    joined: list[Mark] = []
    for mark in marks:
        partner = joined[-1] if joined else None
        between = page.lower[partner.stop : mark.begin] if partner is not None else []
        kind = _kind_together(partner, between, mark) if partner is not None else None
        if partner is not None and kind is not None:
            joined[-1] = mark_of(page, partner.begin, mark.stop, kind) or partner
            joined[-1].title = partner.title
            continue
        joined.append(mark)
    return joined


def _pieces(page: Page, begin: int, stop: int, kind: ActorKind) -> Iterator[tuple[int, int]]:
    """Cut at sentence ends, brackets, and where a person's name runs on."""
    left = begin
    for position in range(begin, stop):
        if position > left and page.begins(position) == position:
            yield left, position
            left = position
        if position > left and _breaks(page, left, position, stop, kind):
            yield left, position
            left = position + 1
    if left < stop:
        yield left, stop


def _breaks(page: Page, left: int, position: int, stop: int, kind: ActorKind) -> bool:
    """Whether the name that begins at *left* ends before *position*."""
    word = page.lower[position]
    if word in {"(", ")", ";"} or (word in _DASHES and _parts_names(page, position)):
        return True
    if kind is not ActorKind.PERSON:
        return False
    if word in {",", "and"}:
        return not _is_suffix_comma(page, position, stop)
    return word in _PERSON_BREAKS and position > left + 1 and page.lower[left] not in HONORIFICS


def _parts_names(page: Page, position: int) -> bool:
    """Whether a dash stands free, "Reconstruction - Virginia", or leads to a participle: "Leeds-based"."""
    if position + 1 >= len(page) or page.lower[position - 1] in PARTICLES:
        return False
    before, token, after = page.tokens[position - 1 : position + 2]
    stands_free = before.end < token.start and token.end < after.start
    return stands_free or (after.pos == "VERB" and after.text.islower())


def _is_suffix_comma(page: Page, position: int, stop: int) -> bool:
    return position + 1 < stop and page.lower[position + 1] in {"jr", "jr.", "sr", "sr."}


def _without_described(page: Page, mark: Mark | None, registry: Registry) -> Mark | None:
    """A name without whom it describes: of "Kentucky Republican" and "US government" it is the first word."""
    if mark is None or mark.key in registry.by_name:
        return mark
    stop = _described(page, mark)
    if stop is None:
        return mark
    if stop == mark.begin or (stop == mark.begin + 1 and page.tokens[mark.begin].pos == "ADJ"):
        return None
    return mark_of(page, mark.begin, stop, None)


def _described(page: Page, mark: Mark) -> int | None:
    """Where whom a name describes begins in it: a government, or at its end a member or several."""
    for position in range(mark.begin, mark.stop):
        if page.lower[position] in GOVERNMENTS and page.tokens[position].text.islower():
            return position
    last, word = page.tokens[mark.stop - 1], page.lower[mark.stop - 1]
    several = last.has("Number=Plur") and last.pos == "NOUN" and last.text.islower()
    posts = last.has("Number=Plur") and (word.removesuffix("s"),) in offices()
    of_party = mark.stop - mark.begin == 2 and page.lower[mark.begin] in PARTIES
    return mark.stop - 1 if several or (posts and of_party) or word in MEMBERS else None


def _is_no_name(page: Page, mark: Mark, registry: Registry) -> bool:
    words = [page.lower[position] for position in range(mark.begin, mark.stop)]
    if len(words) == 1 and (words[0] in PRONOUNS or words[0] in CALENDAR or is_month(page, mark)):
        return True
    if calls_somebody(page, mark.begin, mark.stop):
        return True
    if page.before(mark.begin) == "(" and words[0].partition("-")[0] in _PARTY_LETTERS:
        return True
    if _is_mere_title(page, mark) or not any(is_proper(page, p) for p in range(mark.begin, mark.stop)):
        return True
    if (words in _PARTY_ADJECTIVES or _is_event(words)) and mark.key not in registry.by_name:
        return True
    # "the Russian" + noun, and groups, which are found apart.
    people = mark.key[:-1] if words[-1] in PEOPLES else mark.key
    return people in registry.by_demonym and people not in registry.by_name


def _is_event(words: list[str]) -> bool:
    """Whether a name is what takes place, is won or is passed: "the Clean Rivers Act"."""
    if len(words) == 1 or words[-1] == "convention":
        return len(words) > 1 and bool(PARTIES.keys() & words)
    return words[-1] in EVENTS


def is_month(page: Page, mark: Mark) -> bool:
    """Whether a name is a date's: "May 28", "6 June"."""
    if page.lower[mark.begin] not in {"april", "may", "june"}:
        return False
    return page.at(mark.stop).isdecimal() or page.before(mark.begin).isdecimal()


def _kind_together(one: Mark, between: list[str], other: Mark) -> ActorKind | None:
    """The kind of the one name that two neighbours make, or `None` where they are two."""
    if between == ["&"] or (between == [","] and other.key[0] in FIRM_SUFFIXES):
        return ActorKind.ORGANIZATION
    nickname = between and {*between} <= _QUOTES and one.kind is other.kind is ActorKind.PERSON
    return ActorKind.PERSON if nickname else None


def _is_mere_title(page: Page, mark: Mark) -> bool:
    """Whether nothing but an office is named: "the Secretary", "Madam Speaker"."""
    if "".join(page.keys[mark.begin]) in given_names() and page.before(mark.begin) not in ARTICLES:
        return False
    position = mark.begin
    while position < mark.stop:
        length = office_at(page, position, mark.stop)
        if not length:
            return False
        position += length
    return True


def without_title(page: Page, mark: Mark, registry: Registry) -> Mark:
    """Take titles off a name, and note the title that stands before it."""
    if mark.kind is not ActorKind.PERSON and mark.key[-1].casefold() in _KIND_WORDS:
        return mark  # "Justice Department" and "Queen Creek" are nobody's
    begin = mark.begin
    taken = _title_length(page, begin, mark.stop, registry)
    if taken and _may_strip(page, mark, taken):
        begin += taken
    shorter = mark if begin == mark.begin else mark_of(page, begin, mark.stop, mark.kind)
    if shorter is None or not page.tokens[shorter.begin].text[:1].isupper():
        shorter = mark
    shorter.title = title_before(page, shorter.begin)
    return shorter


def _may_strip(page: Page, mark: Mark, taken: int) -> bool:
    left = mark.stop - mark.begin - taken
    if left < 1:
        return False
    if page.lower[mark.begin + taken - 1] == "miss" and page.lower[mark.begin + taken] in _PAGEANTS:
        return False
    if mark.kind is ActorKind.PERSON:
        first = "".join(page.keys[mark.begin])
        return not (taken == 1 and left == 1 and first in given_names() and first not in HONORIFICS)
    # "President Hotel", "Secretary of State": others keep their words unless a mere name is left.
    words = page.lower[mark.begin + taken : mark.stop]
    last_title = page.lower[mark.begin + taken - 1].rstrip(".")
    return last_title in HONORIFICS and left <= 2 and not {"of", "for", "and"} & {*words}


def _title_length(page: Page, begin: int, stop: int, registry: Registry) -> int:
    """How many tokens from *begin* are a title, modifiers before it included."""
    position = begin
    length = 0
    while position < stop - 1:
        found = office_at(page, position, stop - 1)
        if found:
            position += found
            length = position - begin
        elif page.lower[position] in TITLE_MODIFIERS or page.keys[position] in registry.by_demonym:
            position += 1
        else:
            break
    return length


def office_at(page: Page, begin: int, stop: int) -> int:
    """How many tokens from *begin*, before *stop*, are an office that serves as a title."""
    table = offices()
    for length in range(min(_LONGEST_TITLE, stop - begin), 0, -1):
        office = table.get(_office_words(page, begin, begin + length))
        if office is not None and office.is_title:
            return length
    return 0


def title_before(page: Page, position: int) -> tuple[str, ...]:
    """The office right before *position*: ``("prime", "minister")``."""
    table = offices()
    for length in range(min(_LONGEST_TITLE, position - page.begins(position)), 0, -1):
        words = _office_words(page, position - length, position)
        office = table.get(words)
        if office is not None and (office.is_title or len(words) > 1):
            return words
    return ()


def _office_words(page: Page, begin: int, stop: int) -> tuple[str, ...]:
    return tuple(word.rstrip(".") for word in page.lower[begin:stop] if word != "-")
