"""Dialogue segmentation: the turns of interviews and conversations, and the speaker of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from ...language._function_words import FIRST_PERSON_SINGULAR, SECOND_PERSON
from ...values import ActorKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from ..entities._entity import Entity
    from ..entities._named_tokens import NamedTokens
    from ..mentions._token_row import TokenRow

_FEWEST_TURNS = 8
"""Turns of a dialogue, at least."""
_PERSONAL = FIRST_PERSON_SINGULAR | SECOND_PERSON
_ENDS = frozenset({".", "?", "!"})
_LONGEST_QUESTION = 150
"""Tokens of a question, at most."""
_LEAST_ASKED = 0.06
"""Share of the turns of a conversation that end with a question, at least."""
_LEAST_PERSONAL = 0.1
"""Share that says "I" or "you", at least."""
_OPENING = 12
"""Sentences before the first question that may say that it is an interview."""
_CLEARLY = 3
"""A person mentioned so many times as often as others before the first question is the interviewed."""
_MOST_SPEAKERS = 5

# Log-odds of a person's being the speaker of a turn, set by hand.
NAMED_SPEAKER = -0.7
LABELLED = 8.0
INTRODUCED = 8.0
ADDRESSED_HERE = -3.0
ADDRESSED_NEXT_TO = 1.5
CALLED = 3.0
SPOKEN_OF = -2.0
INTERVIEWED = 1.5
INTERVIEWED_ASKS = -3.0
LENGTH = 1.0
GOES_ON = -1.5
COMES_BACK = 1.0


@define(eq=False)
class DialogueTurn:
    """A paragraph, and what it tells about who speaks; filled while a dialogue is segmented.

    Attributes:
        begin: Position of its first token.

        stop: Position just past the last.

        asks: Whether it ends with a question.

        scores: Log-odds of being its speaker, by person's id.

        addressed: Ids of the persons who are addressed by name in it.
    """

    begin: int
    stop: int
    asks: bool
    scores: defaultdict[int, float] = Factory(lambda: defaultdict(float))
    addressed: list[int] = Factory(list)


@frozen(eq=False)
class Dialogue:
    """The turns of a dialogue.

    Args:
        turns: Number of the turn of each token.

        speakers: Id of the speaker of each turn; `None` for an unknown one.

        addressees: Id of the addressee of each turn, likewise.

        interviewed: Ids of the persons interviewed, if it is an interview.

        first: Position of the first question.
    """

    turns: Sequence[int]
    speakers: Sequence[int | None]
    addressees: Sequence[int | None]
    interviewed: Sequence[int] = ()
    first: int = 0

    def speaker(self, position: int) -> int | None:
        """Id of the speaker of the word at *position*."""
        return self.speakers[self.turns[position]]

    def addressee(self, position: int) -> int | None:
        """Id of the addressee of the word at *position*."""
        return self.addressees[self.turns[position]]


def segment_dialogue(row: TokenRow, named: NamedTokens, introduced: Mapping[int, int]) -> Dialogue | None:
    """Tell the speakers of a dialogue's paragraphs; `None` where the text is none.

    Args:
        row: The token row.

        named: Who is named where.

        introduced: Ids of persons who introduce themselves or are announced, by position.
    """
    turns, numbers = _split(row)
    if len(turns) < _FEWEST_TURNS and _interview_sentences(row, len(row)):
        turns, numbers = _split(row, finely=True)
    if not _is_dialogue(row, turns):
        return None
    people: dict[int, None] = {}  # ids, in the order of reading
    for position, person in introduced.items():
        _score(turns, numbers[position], person, INTRODUCED, people)
    for begin, mention in named.begins.items():
        entity = named.owners[begin]
        if entity.kind is ActorKind.PERSON and not row.quoted[begin]:
            name = (begin - len(mention.title), mention.stop)
            _read_name(row, turns, numbers[begin], entity.id, name, people)
    first = next((turn.begin for turn in turns if turn.asks), len(row))
    interviewed = _interviewed(row, named, first)
    if interviewed:
        _score_questions_and_length(turns, interviewed, first)
        people = {p: None for p in people if _is_introduced(turns, p)} | dict.fromkeys(interviewed)
    if not people:
        return None
    speakers = _likeliest(turns, _likely_speakers(turns, people))
    addressees = [_addressee(turns, speakers, number) for number in range(len(turns))]
    return Dialogue(numbers, speakers, addressees, interviewed, first)


def _split(row: TokenRow, *, finely: bool = False) -> tuple[list[DialogueTurn], list[int]]:
    """The paragraphs; or, *finely*, questions and the stretches between them."""
    turns: list[DialogueTurn] = []
    numbers: list[int] = []
    here = -1
    for sentence in range(len(row.first) - 1):
        begin, stop = row.first[sentence], row.first[sentence + 1]
        asks = row.words[stop - 1] == "?"
        part = asks if finely else row.paragraph[sentence]
        if part != here or not turns:
            here = part
            turns.append(DialogueTurn(begin, stop, asks=False))
        turns[-1].stop = stop
        turns[-1].asks = asks
        numbers.extend([len(turns) - 1] * (stop - begin))
    return turns, numbers


def _is_dialogue(row: TokenRow, turns: Sequence[DialogueTurn]) -> bool:
    asked = sum(turn.asks for turn in turns)
    if len(turns) < _FEWEST_TURNS or asked < _LEAST_ASKED * len(turns):
        return False
    personal = sum(_is_personal(row, turn.begin, turn.stop) for turn in turns)
    return personal >= _LEAST_PERSONAL * len(turns)


def _is_personal(row: TokenRow, begin: int, stop: int) -> bool:
    """Whether some words say "I" or "you"."""
    return any(row.words[p] in _PERSONAL and not row.quoted[p] for p in range(begin, stop))


def _score(
    turns: Sequence[DialogueTurn], number: int, person: int, score: float, people: dict[int, None]
) -> None:
    if 0 <= number < len(turns) and score:
        turns[number].scores[person] += score
        people[person] = None


def _read_name(
    row: TokenRow,
    turns: Sequence[DialogueTurn],
    number: int,
    person: int,
    name: tuple[int, int],
    people: dict[int, None],
) -> None:
    """Score a name as a label of the turn, as an address, or as a sign that somebody else speaks."""
    turn, (begin, stop) = turns[number], name
    if begin == turn.begin and row.at(stop) == ":" and stop + 1 < turn.stop:
        _score(turns, number, person, LABELLED, people)
    elif is_address(row, begin, stop):
        turn.addressed.append(person)
        _score(turns, number, person, ADDRESSED_HERE, people)
        calls = stop >= turn.stop - 1 and begin <= row.begins(stop - 1)
        _score(turns, number - 1, person, 0.0 if calls else ADDRESSED_NEXT_TO, people)
        _score(turns, number + 1, person, CALLED if calls else ADDRESSED_NEXT_TO, people)
    else:
        turn.scores[person] += SPOKEN_OF


def is_address(row: TokenRow, begin: int, stop: int) -> bool:
    """Whether a name, title included, is set off as a form of address: "Thank you, Dr. Moss."."""
    after = row.at(stop) if stop < row.stops(stop - 1) else "."
    if after not in {",", ".", "?", "!", "-", "–", "—"}:
        return False
    first = row.begins(stop - 1)
    if begin <= first and stop >= row.stops(stop - 1) - 1:
        return True
    if row.tokens[row.head_of(begin, stop)].dep == "vocative":
        return True
    return row.before(begin) == "," and after in _ENDS and "you" in row.words[first:begin]


def _interviewed(row: TokenRow, named: NamedTokens, first: int) -> list[int]:
    """Ids of the persons interviewed: those most mentioned before the question at *first*."""
    limit = min(first, row.first[min(_OPENING, len(row.first) - 1)])
    telling = _interview_sentences(row, limit)
    counts: Counter[int] = Counter()
    for person in dict.fromkeys(named.owners.values()):
        if person.kind is ActorKind.PERSON:
            places = [place for place in _places(person) if place < limit]
            counts[person.id] = sum(1 + 2 * (row.sentence[place] in telling) for place in places)
    most = max(counts.values(), default=0)
    clear = not _is_personal(row, 0, limit) and most >= _CLEARLY * sorted([1, 1, *counts.values()])[-2]
    if not most or not (telling or clear):
        return []
    return [person for person, count in counts.items() if count == most]


def _places(entity: Entity) -> Iterator[int]:
    """Positions where the mentions of an entity begin."""
    yield from (mention.begin for mention in entity.names)
    yield from (reference.begin for reference in entity.references)


def _interview_sentences(row: TokenRow, limit: int) -> set[int]:
    """Sentences before *limit*, and among a text's first, that speak of an interview."""
    limit = min(limit, row.first[min(_OPENING, len(row.first) - 1)])
    return {row.sentence[p] for p in range(limit) if row.tokens[p].lemma.lower().startswith("interview")}


def _is_introduced(turns: Iterable[DialogueTurn], person: int) -> bool:
    return any(turn.scores[person] >= INTRODUCED + SPOKEN_OF for turn in turns)


def _score_questions_and_length(
    turns: Sequence[DialogueTurn], interviewed: Sequence[int], first: int
) -> None:
    """Score the interviewed down for questions, up for other turns, and a single one for long turns."""
    lengths = sorted(turn.stop - turn.begin for turn in turns if turn.begin >= first)
    usual = lengths[len(lengths) // 2] if lengths else 0
    for turn in turns:
        if turn.begin < first:
            continue
        long = turn.stop - turn.begin >= usual
        asks = turn.asks and turn.stop - turn.begin <= _LONGEST_QUESTION
        answers = INTERVIEWED / len(interviewed)
        if len(interviewed) == 1:
            answers += LENGTH if long else -LENGTH
        for person in interviewed:
            turn.scores[person] += INTERVIEWED_ASKS if asks else answers


def _likely_speakers(turns: Sequence[DialogueTurn], people: Collection[int]) -> list[int]:
    """The persons with the most evidence of speaking; the others, called once, are likelier spoken of."""
    totals: defaultdict[int, float] = defaultdict(float)
    for turn in turns:
        for person, score in turn.scores.items():
            if person in people:
                totals[person] += max(score, 0.0)
    least = max(totals.values(), default=0.0) / 2
    ranked = sorted((p for p in people if totals[p] > least), key=lambda person: -totals[person])
    return ranked[:_MOST_SPEAKERS]


def _likeliest(turns: Sequence[DialogueTurn], people: Sequence[int]) -> list[int | None]:
    """The likeliest sequence of speakers, by Viterbi's algorithm over pairs of neighbouring turns."""
    states = range(len(people) + 1)  # the last is somebody unknown
    unknown = len(people)
    best: dict[tuple[int, int], float] = {(unknown, unknown): 0.0}
    back: list[dict[tuple[int, int], int]] = []
    for turn in turns:
        owns = [NAMED_SPEAKER + turn.scores.get(person, 0.0) for person in people] + [0.0]
        reached: dict[tuple[int, int], float] = {}
        came: dict[tuple[int, int], int] = {}
        for (before, last), score in best.items():
            for state in states:
                total = score + owns[state]
                if state != unknown:
                    total += GOES_ON * (state == last) + COMES_BACK * (state == before)
                if total > reached.get((last, state), float("-inf")):
                    reached[last, state], came[last, state] = total, before
        best = reached
        back.append(came)
    pair = max(best, key=lambda key: best[key])
    path: list[int | None] = []
    for came in reversed(back):
        path.append(None if pair[1] == unknown else people[pair[1]])
        pair = (came[pair], pair[0])
    return path[::-1]


def _addressee(turns: Sequence[DialogueTurn], speakers: Sequence[int | None], number: int) -> int | None:
    """The addressee of a turn: who is called by name, else the speaker of the next turn or the last."""
    if turns[number].addressed:
        return turns[number].addressed[-1]
    for other in (number + 1, number - 1):
        who = speakers[other] if 0 <= other < len(turns) else None
        if who is not None and who != speakers[number]:
            return who
    return None
