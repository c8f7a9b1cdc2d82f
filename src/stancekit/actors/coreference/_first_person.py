"""Who says "I" outside quotation marks: who takes turns in a conversation, or gives their own name."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from ...lexicon._words import FIRST_PERSONS, FIRST_PERSONS_PLURAL, SECOND_PERSONS
from ...values import ActorKind, MentionKind
from ..entities._entity import Entity
from ._dialogue import segment_dialogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..entities._described_as import NamedTokens
    from ..mentions._token_row import TokenRow
    from ._dialogue import Dialogue

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


def resolve_first_person(
    row: TokenRow, named: NamedTokens, addressed: Iterable[tuple[int, Entity]]
) -> list[Entity]:
    """Give "I" and "you" to who speaks and is spoken to, where the text itself tells.

    Only outside quotation marks: within them it is the speaker's, which the quotes room decides.

    Args:
        row: The token row.

        named: Who is named where.

        addressed: Each "you" whose own sentence calls whom it means, by position, and who that is.

    Returns:
        The groups that nothing names and some "we" means.
    """
    introduced = _introduced(row, named)
    announced = _announced(row, named)
    turns = segment_dialogue(row, named, {**announced, **introduced})
    if turns is None:
        _give_to_author(row, introduced) or _give_to_announced(row, announced)
        for position, entity in addressed:
            entity.mentions.append((position, position + 1, MentionKind.PRONOUN))
        _give_to_nation(row, named)
        return []
    for position, word in enumerate(row.words):
        if row.quoted[position]:
            continue
        if word in FIRST_PERSONS:
            who = turns.speaker(position)
        elif word in SECOND_PERSONS and row.at(position + 1) not in _FILLERS:
            who = turns.addressee(position)
        else:
            continue
        if who is not None:
            who.mentions.append((position, position + 1, MentionKind.PRONOUN))
    return [*_interviewed(row, turns)]


def _interviewed(row: TokenRow, turns: Dialogue) -> Iterator[Entity]:
    """Who is "we" in the answers of an interview: those interviewed, or the one with others."""
    if not turns.interviewed:
        return
    spoken = [
        (position, position + 1, MentionKind.PRONOUN)
        for position in range(turns.first, len(row))
        if row.words[position] in FIRST_PERSONS_PLURAL
        and not row.quoted[position]
        and row.words[row.stops(position) - 1] != "?"
    ]
    if len(spoken) >= _FEWEST_FIRST_PERSONS:
        names = [_name(row, who) for who in turns.interviewed]
        together = " and ".join([*names, *(["others"] if len(names) == 1 else [])])
        yield Entity(ActorKind.GROUP, pronoun="they", name=together, mentions=spoken)


def _name(row: TokenRow, entity: Entity) -> str:
    first = next(mention for mention in entity.names if mention.key == entity.full)
    return row.document.text[first.start : first.end]


def _introduced(row: TokenRow, named: NamedTokens) -> dict[int, Entity]:
    """The persons of whom it is said "I am ..." or "It's ... here", by the position of "I", "my" or "it"."""
    found: dict[int, Entity] = {}
    for begin, entity in named.owners.items():
        if entity.kind is ActorKind.PERSON and not row.quoted[begin]:
            opener = _opener(row, begin, named.begins[begin].stop)
            if opener is not None:
                found[opener] = entity
    return found


def _opener(row: TokenRow, begin: int, stop: int) -> int | None:
    """Where the words begin that make the name from *begin* to *stop* the speaker's; `None` for others."""
    first = row.begins(begin)
    for words in _INTRODUCTIONS + _PRESENTATIONS:
        opener = begin - len(words)
        if opener < first or tuple(row.words[opener:begin]) != words:
            continue
        if words in _INTRODUCTIONS or row.at(stop) == "here" or _GREETINGS & {*row.words[first:opener]}:
            return opener
    return None


def _announced(row: TokenRow, named: NamedTokens) -> dict[int, Entity]:
    """Who is announced as the speaker of what follows, by where that begins.

    A heading does so, "Remarks by Senator Lane", and a paragraph that ends with a colon and names
    one person: "Lane made this statement:".
    """
    found: dict[int, Entity] = {}
    for begin, stop in _paragraphs(row):
        if stop - begin <= _LONGEST_HEADING and _SPEECHES & {*row.words[begin:stop]}:
            colon = row.words[stop - 1] == ":"
            people = _people_within(row, named, begin, stop, doers=colon)
            if len(people) == 1 and (colon or _is_heading(row, named, begin, stop)):
                found[stop] = people[0]
    return found


def _paragraphs(row: TokenRow) -> Iterator[tuple[int, int]]:
    begin = 0
    for sentence in range(1, len(row.paragraph)):
        if row.paragraph[sentence] != row.paragraph[sentence - 1]:
            yield begin, row.first[sentence]
            begin = row.first[sentence]


def _people_within(row: TokenRow, named: NamedTokens, begin: int, stop: int, *, doers: bool) -> list[Entity]:
    """The persons named; if *doers*, only those who are subjects, where anybody is."""
    people = {}
    acting = {}
    for position in range(begin, stop):
        entity = named.beginning(position)
        if entity is not None and entity.kind is ActorKind.PERSON:
            people[id(entity)] = entity
            if row.tokens[row.head_of(position, named.begins[position].stop)].relation == "nsubj":
                acting[id(entity)] = entity
    return list((acting if doers and acting else people).values())


def _is_heading(row: TokenRow, named: NamedTokens, begin: int, stop: int) -> bool:
    """Whether a paragraph says no more than whose speech follows: "Address of the Hon. Ann Lane"."""
    if any(row.tokens[position].has("VerbForm=Fin") for position in range(begin, stop)):
        return False
    for position in range(begin, stop - 2):
        if row.words[position] in _SPEECHES and row.words[position + 1] in {"by", "of"}:
            near = range(position + 2, min(position + 2 + _LONGEST_TITLE, stop))
            entity = next(filter(None, map(named.beginning, near)), None)
            return entity is not None and entity.kind is ActorKind.PERSON
    return False


def _give_to_author(row: TokenRow, introduced: Mapping[int, Entity]) -> bool:
    """Give every "I" of a text that one person tells to them, where they give their name."""
    people = {id(entity): entity for entity in introduced.values()}
    return len(people) == 1 and _give_to_announced(row, {0: next(iter(people.values()))})


def _give_to_announced(row: TokenRow, announced: Mapping[int, Entity]) -> bool:
    """Give each "I" to whom was announced last before it, where there are enough of them."""
    first = [p for p, word in enumerate(row.words) if word in FIRST_PERSONS and not row.quoted[p]]
    begins = sorted(announced)
    spoken = [(announced[begins[n - 1]], p) for p in first if (n := bisect_right(begins, p))]
    if len(spoken) < _FEWEST_FIRST_PERSONS:
        return False
    for entity, position in spoken:
        entity.mentions.append((position, position + 1, MentionKind.PRONOUN))
    return True


def _give_to_nation(row: TokenRow, named: NamedTokens) -> None:
    """Give every "we" of a speech to "my fellow Americans" to the people it is said to."""
    addressed = [p for p, word in enumerate(row.words) if word == "fellow" and not row.quoted[p]]
    if not any(row.at(position + 1) in _CITIZENS or _people(named, position + 1) for position in addressed):
        return
    groups = (entity for entity in named.owners.values() if entity.kind is ActorKind.GROUP)
    nation = max((entity for entity in groups if entity.nations), key=lambda d: len(d.names), default=None)
    if nation is None:
        return
    for position in addressed:
        if row.at(position + 1) in _CITIZENS:
            begin = position - (row.before(position) in {"my", "our"})
            nation.mentions.append((begin, position + 2, MentionKind.NOMINAL))
    nation.mentions += [
        (position, position + 1, MentionKind.PRONOUN)
        for position, word in enumerate(row.words)
        if word in FIRST_PERSONS_PLURAL and not row.quoted[position]
    ]


def _people(named: NamedTokens, position: int) -> bool:
    entity = named.beginning(position)
    return entity is not None and entity.kind is ActorKind.GROUP
