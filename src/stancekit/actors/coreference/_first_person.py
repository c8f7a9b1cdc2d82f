"""Who says "I" outside quotation marks: who takes turns in a conversation, or gives their own name."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from ...lexicon._words import FIRST_PERSONS, FIRST_PERSONS_PLURAL, SECOND_PERSONS
from ...values import ActorKind, MentionKind
from ..entities._entity import Draft
from ._dialogue import turns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..entities._described_as import NamedTokens
    from ..mentions._token_row import Page
    from ._dialogue import Turns

_INTRODUCTIONS = (
    ("my", "name", "is"),
    ("my", "name", "'s"),
    ("i", "am"),
    ("i", "'m"),
    ("i", "'", "m"),
    ("i", ","),
)
_PRESENTATIONS = (("it", "'s"), ("it", "is"), ("this", "is"))
_GREETINGS = frozenset("hey hi hello hiya welcome morning evening afternoon greetings".split())
_SPEECHES = frozenset(
    "remarks remark address speech statement testimony argument lecture sermon eulogy keynote".split()
)
_LONGEST_HEADING = 60
"""Tokens of a paragraph that may announce a speaker."""
_LONGEST_TITLE = 6
_FEWEST_FIRST_PERSONS = 5
_CITIZENS = frozenset({"citizens", "countrymen", "compatriots"})
_FILLERS = frozenset({"know", "see"})
"""After "you" these mostly fill a pause: "you know"."""


def learn_voice(page: Page, named: NamedTokens, addressed: Iterable[tuple[int, Draft]]) -> list[Draft]:
    """Give "I" and "you" to who speaks and is spoken to, where the text itself tells.

    Only outside quotation marks: within them it is the speaker's, which the quotes room decides.

    Args:
        page: The page.

        named: Who is named where.

        addressed: Each "you" whose own sentence calls whom it means, by position, and who that is.

    Returns:
        The groups that nothing names and some "we" means.
    """
    introduced = _introduced(page, named)
    announced = _announced(page, named)
    turns = turns_of(page, named, {**announced, **introduced})
    if turns is None:
        _give_to_author(page, introduced) or _give_to_announced(page, announced)
        for position, draft in addressed:
            draft.mentions.append((position, position + 1, MentionKind.PRONOUN))
        _give_to_nation(page, named)
        return []
    for position, word in enumerate(page.lower):
        if page.quoted[position]:
            continue
        if word in FIRST_PERSONS:
            who = turns.speaker(position)
        elif word in SECOND_PERSONS and page.at(position + 1) not in _FILLERS:
            who = turns.addressee(position)
        else:
            continue
        if who is not None:
            who.mentions.append((position, position + 1, MentionKind.PRONOUN))
    return [*_interviewed(page, turns)]


def _interviewed(page: Page, turns: Turns) -> Iterator[Draft]:
    """Who is "we" in the answers of an interview: those interviewed, or the one with others."""
    if not turns.interviewed:
        return
    spoken = [
        (position, position + 1, MentionKind.PRONOUN)
        for position in range(turns.first, len(page))
        if page.lower[position] in FIRST_PERSONS_PLURAL
        and not page.quoted[position]
        and page.lower[page.stops(position) - 1] != "?"
    ]
    if len(spoken) >= _FEWEST_FIRST_PERSONS:
        names = [_name(page, who) for who in turns.interviewed]
        together = " and ".join([*names, *(["others"] if len(names) == 1 else [])])
        yield Draft(ActorKind.GROUP, pronoun="they", name=together, mentions=spoken)


def _name(page: Page, draft: Draft) -> str:
    first = next(mark for mark in draft.marks if mark.key == draft.full)
    return page.document.text[first.start : first.end]


def _introduced(page: Page, named: NamedTokens) -> dict[int, Draft]:
    """The persons of whom it is said "I am ..." or "It's ... here", by the position of "I", "my" or "it"."""
    found: dict[int, Draft] = {}
    for begin, draft in named.owners.items():
        if draft.kind is ActorKind.PERSON and not page.quoted[begin]:
            opener = _opener(page, begin, named.begins[begin].stop)
            if opener is not None:
                found[opener] = draft
    return found


def _opener(page: Page, begin: int, stop: int) -> int | None:
    """Where the words begin that make the name from *begin* to *stop* the speaker's; `None` for others."""
    first = page.begins(begin)
    for words in _INTRODUCTIONS + _PRESENTATIONS:
        opener = begin - len(words)
        if opener < first or tuple(page.lower[opener:begin]) != words:
            continue
        if words in _INTRODUCTIONS or page.at(stop) == "here" or _GREETINGS & {*page.lower[first:opener]}:
            return opener
    return None


def _announced(page: Page, named: NamedTokens) -> dict[int, Draft]:
    """Who is announced as the speaker of what follows, by where that begins.

    A heading does so, "Remarks by Senator Lane", and a paragraph that ends with a colon and names
    one person: "Lane made this statement:".
    """
    found: dict[int, Draft] = {}
    for begin, stop in _paragraphs(page):
        if stop - begin <= _LONGEST_HEADING and _SPEECHES & {*page.lower[begin:stop]}:
            colon = page.lower[stop - 1] == ":"
            people = _people_within(page, named, begin, stop, doers=colon)
            if len(people) == 1 and (colon or _is_heading(page, named, begin, stop)):
                found[stop] = people[0]
    return found


def _paragraphs(page: Page) -> Iterator[tuple[int, int]]:
    begin = 0
    for sentence in range(1, len(page.paragraph)):
        if page.paragraph[sentence] != page.paragraph[sentence - 1]:
            yield begin, page.first[sentence]
            begin = page.first[sentence]


def _people_within(page: Page, named: NamedTokens, begin: int, stop: int, *, doers: bool) -> list[Draft]:
    """The persons named; if *doers*, only those who are subjects, where anybody is."""
    people = {}
    acting = {}
    for position in range(begin, stop):
        draft = named.beginning(position)
        if draft is not None and draft.kind is ActorKind.PERSON:
            people[id(draft)] = draft
            if page.tokens[page.head_of(position, named.begins[position].stop)].relation == "nsubj":
                acting[id(draft)] = draft
    return list((acting if doers and acting else people).values())


def _is_heading(page: Page, named: NamedTokens, begin: int, stop: int) -> bool:
    """Whether a paragraph says no more than whose speech follows: "Address of the Hon. Ann Lane"."""
    if any(page.tokens[position].has("VerbForm=Fin") for position in range(begin, stop)):
        return False
    for position in range(begin, stop - 2):
        if page.lower[position] in _SPEECHES and page.lower[position + 1] in {"by", "of"}:
            near = range(position + 2, min(position + 2 + _LONGEST_TITLE, stop))
            draft = next(filter(None, map(named.beginning, near)), None)
            return draft is not None and draft.kind is ActorKind.PERSON
    return False


def _give_to_author(page: Page, introduced: Mapping[int, Draft]) -> bool:
    """Give every "I" of a text that one person tells to them, where they give their name."""
    people = {id(draft): draft for draft in introduced.values()}
    return len(people) == 1 and _give_to_announced(page, {0: next(iter(people.values()))})


def _give_to_announced(page: Page, announced: Mapping[int, Draft]) -> bool:
    """Give each "I" to whom was announced last before it, where there are enough of them."""
    first = [p for p, word in enumerate(page.lower) if word in FIRST_PERSONS and not page.quoted[p]]
    begins = sorted(announced)
    spoken = [(announced[begins[n - 1]], p) for p in first if (n := bisect_right(begins, p))]
    if len(spoken) < _FEWEST_FIRST_PERSONS:
        return False
    for draft, position in spoken:
        draft.mentions.append((position, position + 1, MentionKind.PRONOUN))
    return True


def _give_to_nation(page: Page, named: NamedTokens) -> None:
    """Give every "we" of a speech to "my fellow Americans" to the people it is said to."""
    addressed = [p for p, word in enumerate(page.lower) if word == "fellow" and not page.quoted[p]]
    if not any(page.at(position + 1) in _CITIZENS or _people(named, position + 1) for position in addressed):
        return
    groups = (draft for draft in named.owners.values() if draft.kind is ActorKind.GROUP)
    nation = max((draft for draft in groups if draft.nations), key=lambda d: len(d.marks), default=None)
    if nation is None:
        return
    for position in addressed:
        if page.at(position + 1) in _CITIZENS:
            begin = position - (page.before(position) in {"my", "our"})
            nation.mentions.append((begin, position + 2, MentionKind.NOMINAL))
    nation.mentions += [
        (position, position + 1, MentionKind.PRONOUN)
        for position, word in enumerate(page.lower)
        if word in FIRST_PERSONS_PLURAL and not page.quoted[position]
    ]


def _people(named: NamedTokens, position: int) -> bool:
    draft = named.beginning(position)
    return draft is not None and draft.kind is ActorKind.GROUP
