"""First and second person outside quotation marks: "I", "you" and "we" of dialogues, authors and speeches."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from ...language._function_words import FIRST_PERSON_PLURAL, FIRST_PERSON_SINGULAR, SECOND_PERSON
from ...values import ActorKind, MentionKind
from ..entities._entity import Entity, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..entities._named_tokens import NamedTokens
    from ..mentions._token_row import TokenRow
    from ._dialogue import Dialogue

_INTRODUCTIONS = tuple(
    tuple(words.split()) for words in ("my name is", "my name 's", "i am", "i 'm", "i ' m", "i ,")
)
_PRESENTATIONS = (("it", "'s"), ("it", "is"), ("this", "is"))
_LONGEST_HEADING = 60
"""Tokens of a paragraph that announces a speaker, at most."""
_LONGEST_TITLE = 6
"""Tokens between "by" and the speaker's name, at most."""

_FEWEST_FIRST_PERSONS = 5
"""Pronouns of a speaker, at least; fewer may stand in an unmarked quote."""

_CITIZENS = frozenset({"citizens", "countrymen", "compatriots"})
_FILLERS = frozenset({"know", "see"})
"""After "you" these mostly fill a pause: "you know"."""


def find_introductions(row: TokenRow, named: NamedTokens) -> Mapping[int, int]:
    """Ids of persons who say "I am ..." or "It's ... here", by the position of "I", "my" or "it"."""
    found: dict[int, int] = {}
    for begin, entity in named.owners.items():
        if entity.kind is ActorKind.PERSON and not row.quoted[begin]:
            opener = _opener(row, begin, named.begins[begin].stop)
            if opener is not None:
                found[opener] = entity.id
    return found


def _opener(row: TokenRow, begin: int, stop: int) -> int | None:
    """Where the words before a name begin that introduce the speaker by it; `None` where there are none."""
    first = row.begins(begin)
    for words in _INTRODUCTIONS + _PRESENTATIONS:
        opener = begin - len(words)
        if opener < first or tuple(row.words[opener:begin]) != words:
            continue
        if (
            words in _INTRODUCTIONS
            or row.at(stop) == "here"
            or row.classes.names.greeting & {*row.words[first:opener]}
        ):
            return opener
    return None


def find_announcements(row: TokenRow, named: NamedTokens) -> Mapping[int, int]:
    """Ids of persons who are announced as the speaker of what follows, by where that begins.

    A heading announces a speaker, "Remarks by Senator Lane", and so does a paragraph that ends with a colon
    and names one person: "Lane made this statement:".
    """
    found: dict[int, int] = {}
    for begin, stop in _paragraphs(row):
        if stop - begin <= _LONGEST_HEADING and row.classes.nouns.speech & {*row.words[begin:stop]}:
            colon = row.words[stop - 1] == ":"
            people = _people_within(row, named, begin, stop, subjects_first=colon)
            if len(people) == 1 and (colon or _is_heading(row, named, begin, stop)):
                found[stop] = min(people)
    return found


def _paragraphs(row: TokenRow) -> Iterator[tuple[int, int]]:
    begin = 0
    for sentence in range(1, len(row.paragraph)):
        if row.paragraph[sentence] != row.paragraph[sentence - 1]:
            yield begin, row.first[sentence]
            begin = row.first[sentence]


def _people_within(
    row: TokenRow, named: NamedTokens, begin: int, stop: int, *, subjects_first: bool
) -> set[int]:
    """Ids of the persons named; with *subjects_first*, only of those who are subjects, if any are."""
    people, subjects = set(), set()
    for position in range(begin, stop):
        entity = named.beginning(position)
        if entity is not None and entity.kind is ActorKind.PERSON:
            people.add(entity.id)
            if row.tokens[row.head_of(position, named.begins[position].stop)].relation == "nsubj":
                subjects.add(entity.id)
    return subjects if subjects_first and subjects else people


def _is_heading(row: TokenRow, named: NamedTokens, begin: int, stop: int) -> bool:
    """Whether a paragraph is a heading that tells whose speech follows: "Address of the Hon. Ann Lane"."""
    if any(row.tokens[position].has("VerbForm=Fin") for position in range(begin, stop)):
        return False
    for position in range(begin, stop - 2):
        if row.words[position] in row.classes.nouns.speech and row.words[position + 1] in {"by", "of"}:
            near = range(position + 2, min(position + 2 + _LONGEST_TITLE, stop))
            entity = next(filter(None, map(named.beginning, near)), None)
            return entity is not None and entity.kind is ActorKind.PERSON
    return False


def resolve_in_dialogue(row: TokenRow, dialogue: Dialogue) -> Mapping[int, list[Reference]]:
    """Resolve "I" to the speaker of its turn and "you" to the addressee; the pronouns by entity id."""
    found: dict[int, list[Reference]] = defaultdict(list)
    for position, word in enumerate(row.words):
        if row.quoted[position]:
            continue
        if word in FIRST_PERSON_SINGULAR:
            person = dialogue.speaker(position)
        elif word in SECOND_PERSON and row.at(position + 1) not in _FILLERS:
            person = dialogue.addressee(position)
        else:
            continue
        if person is not None:
            found[person].append(_pronoun(position))
    return found


def find_interviewed_group(
    row: TokenRow, dialogue: Dialogue, entities: Sequence[Entity]
) -> tuple[Entity, ...]:
    """The group that "we" means in the answers of an interview: the interviewed, or the one with others."""
    spoken = [
        _pronoun(position)
        for position in range(dialogue.first, len(row))
        if row.words[position] in FIRST_PERSON_PLURAL
        and not row.quoted[position]
        and row.words[row.stops(position) - 1] != "?"
    ]
    if not dialogue.interviewed or len(spoken) < _FEWEST_FIRST_PERSONS:
        return ()
    names = [_full_name(row, entities[person]) for person in dialogue.interviewed]
    label = " and ".join([*names, *(["others"] if len(names) == 1 else [])])
    group = Entity(len(entities), ActorKind.GROUP, pronoun="they", label=label, references=tuple(spoken))
    return (group,)


def _full_name(row: TokenRow, entity: Entity) -> str:
    first = next(mention for mention in entity.names if mention.key == entity.full)
    return row.document.text[first.start : first.end]


def resolve_to_author(
    row: TokenRow, introduced: Mapping[int, int], announced: Mapping[int, int]
) -> Mapping[int, list[Reference]]:
    """Resolve each "I" of a monologue; the pronouns by entity id.

    Where one person gives their name, it is that person all through; else who was announced last.
    """
    people = {*introduced.values()}
    author = {0: min(people)} if len(people) == 1 else {}
    return _resolve_to_announced(row, author) or _resolve_to_announced(row, announced)


def _resolve_to_announced(row: TokenRow, announced: Mapping[int, int]) -> Mapping[int, list[Reference]]:
    """Each "I" by the id of the person announced last before it, where there are enough of them."""
    begins = sorted(announced)
    spoken = [p for p, word in enumerate(row.words) if word in FIRST_PERSON_SINGULAR and not row.quoted[p]]
    found: dict[int, list[Reference]] = defaultdict(list)
    for position in spoken:
        if number := bisect_right(begins, position):
            found[announced[begins[number - 1]]].append(_pronoun(position))
    return found if sum(map(len, found.values())) >= _FEWEST_FIRST_PERSONS else {}


def resolve_to_nation(row: TokenRow, named: NamedTokens) -> Mapping[int, list[Reference]]:
    """Resolve "we" in a speech to "my fellow Americans" to that people; the mentions by entity id."""
    addressed = [p for p, word in enumerate(row.words) if word == "fellow" and not row.quoted[p]]
    if not any(row.at(p + 1) in _CITIZENS or _is_group(named, p + 1) for p in addressed):
        return {}
    groups = (entity for entity in named.owners.values() if entity.kind is ActorKind.GROUP)
    nation = max((group for group in groups if group.nations), key=lambda g: len(g.names), default=None)
    if nation is None:
        return {}
    called = [
        Reference(p - (row.before(p) in {"my", "our"}), p + 2, MentionKind.NOMINAL)
        for p in addressed
        if row.at(p + 1) in _CITIZENS
    ]
    spoken = [
        _pronoun(position)
        for position, word in enumerate(row.words)
        if word in FIRST_PERSON_PLURAL and not row.quoted[position]
    ]
    return {nation.id: [*called, *spoken]}


def _is_group(named: NamedTokens, position: int) -> bool:
    entity = named.beginning(position)
    return entity is not None and entity.kind is ActorKind.GROUP


def _pronoun(position: int) -> Reference:
    return Reference(position, position + 1, MentionKind.PRONOUN)
