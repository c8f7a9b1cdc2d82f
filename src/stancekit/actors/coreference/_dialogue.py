"""Interviews and conversations without labels: whose turn each paragraph is."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from ...lexicon._words import FIRST_PERSONS, SECOND_PERSONS
from ...values import ActorKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..entities._described_as import NamedTokens
    from ..entities._entity import Entity
    from ..mentions._token_row import TokenRow

_FEWEST_TURNS = 8
_PERSONAL = FIRST_PERSONS | SECOND_PERSONS
_ENDS = frozenset({".", "?", "!"})
_LONGEST_QUESTION = 150
"""A longer paragraph is no question, whatever it ends with."""
_LEAST_ASKED = 0.06
"""Share of the turns of a conversation that end with a question, at least."""
_LEAST_PERSONAL = 0.1
"""Share that says "I" or "you", at least."""
_OPENING = 12
"""An interview says so in its first sentences, before the first question."""
_CLEARLY = 3
"""Who is named so many times as often as others before the first question is the interviewed."""
_MOST_SPEAKERS = 5

# Scores for a person's being the speaker of a turn, as log-odds. Set by hand.
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
    """A paragraph, and what it tells about who speaks.

    Attributes:
        begin: Position of its first token.

        stop: Position just past the last.

        asks: Whether it ends with a question.

        scores: For persons, by identity, how much speaks for their being its speaker.

        addressed: Who is called by name in it.
    """

    begin: int
    stop: int
    asks: bool
    scores: defaultdict[int, float] = Factory(lambda: defaultdict(float))
    addressed: list[Entity] = Factory(list)


@frozen(eq=False)
class Dialogue:
    """Who speaks when.

    Args:
        of: Number of the turn of each token.

        speakers: The speaker of each turn; `None` for somebody unknown.

        resolve_addressed: To whom each turn is said, likewise.

        interviewed: With whom the text is an interview, if it is one.

        first: Position of its first question.
    """

    of: Sequence[int]
    speakers: Sequence[Entity | None]
    resolve_addressed: Sequence[Entity | None]
    interviewed: Sequence[Entity] = ()
    first: int = 0

    def speaker(self, position: int) -> Entity | None:
        """Who says the word at *position*."""
        return self.speakers[self.of[position]]

    def addressee(self, position: int) -> Entity | None:
        """To whom the word at *position* is said."""
        return self.resolve_addressed[self.of[position]]


def segment_dialogue(row: TokenRow, named: NamedTokens, introduced: Mapping[int, Entity]) -> Dialogue | None:
    """Tell the speakers of a conversation's paragraphs; `None` where the text is none.

    Args:
        row: The token row.

        named: Who is named where.

        introduced: Who says "I am ..." where.
    """
    turns, of = _split(row)
    if len(turns) < _FEWEST_TURNS and _interview_sentences(row, len(row)):
        turns, of = _split(row, finely=True)
    if not _is_conversation(row, turns):
        return None
    people: dict[int, Entity] = {}
    for position, entity in introduced.items():
        _score(turns, of[position], entity, INTRODUCED, people)
    for begin, mention in named.begins.items():
        entity = named.owners[begin]
        if entity.kind is ActorKind.PERSON and not row.quoted[begin]:
            _read_name(row, turns, of[begin], entity, begin - len(mention.title), mention.stop, people)
    first = next((turn.begin for turn in turns if turn.asks), len(row))
    interviewed = _read_opening(row, named, turns, people, first)
    if not people:
        return None
    known = _likely_speakers(turns, people)
    speakers = _likeliest(turns, known)
    resolve_addressed = [_addressee(turns, speakers, number) for number in range(len(turns))]
    return Dialogue(of, speakers, resolve_addressed, interviewed, first)


def _split(row: TokenRow, *, finely: bool = False) -> tuple[list[DialogueTurn], list[int]]:
    """Paragraphs; or *finely*, where a text has none, questions and what lies between them."""
    turns: list[DialogueTurn] = []
    of: list[int] = []
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
        of.extend([len(turns) - 1] * (stop - begin))
    return turns, of


def _is_conversation(row: TokenRow, turns: Sequence[DialogueTurn]) -> bool:
    asked = sum(turn.asks for turn in turns)
    if len(turns) < _FEWEST_TURNS or asked < _LEAST_ASKED * len(turns):
        return False
    personal = sum(_is_personal(row, turn.begin, turn.stop) for turn in turns)
    return personal >= _LEAST_PERSONAL * len(turns)


def _is_personal(row: TokenRow, begin: int, stop: int) -> bool:
    """Whether some words say "I" or "you"."""
    return any(row.words[p] in _PERSONAL and not row.quoted[p] for p in range(begin, stop))


def _score(
    turns: Sequence[DialogueTurn], number: int, entity: Entity, score: float, people: dict[int, Entity]
) -> None:
    if 0 <= number < len(turns) and score:
        turns[number].scores[id(entity)] += score
        people[id(entity)] = entity


def _read_name(
    row: TokenRow,
    turns: Sequence[DialogueTurn],
    number: int,
    entity: Entity,
    begin: int,
    stop: int,
    people: dict[int, Entity],
) -> None:
    """Note what a name says of who speaks: a label, an address, or that somebody else speaks."""
    turn = turns[number]
    if begin == turn.begin and row.at(stop) == ":" and stop + 1 < turn.stop:
        _score(turns, number, entity, LABELLED, people)
    elif is_address(row, begin, stop):
        turn.addressed.append(entity)
        _score(turns, number, entity, ADDRESSED_HERE, people)
        calls = stop >= turn.stop - 1 and begin <= row.begins(stop - 1)
        _score(turns, number - 1, entity, 0.0 if calls else ADDRESSED_NEXT_TO, people)
        _score(turns, number + 1, entity, CALLED if calls else ADDRESSED_NEXT_TO, people)
    else:
        turn.scores[id(entity)] += SPOKEN_OF


def is_address(row: TokenRow, begin: int, stop: int) -> bool:
    """Whether a name, title included, is set off to call somebody: "Thank you, Dr. Moss.", "Ann, wait!"."""
    after = row.at(stop) if stop < row.stops(stop - 1) else "."
    if after not in {",", ".", "?", "!", "-", "–", "—"}:
        return False
    first = row.begins(stop - 1)
    if begin <= first and stop >= row.stops(stop - 1) - 1:
        return True
    if row.tokens[row.head_of(begin, stop)].dep == "vocative":
        return True
    return row.before(begin) == "," and after in _ENDS and "you" in row.words[first:begin]


def _read_opening(
    row: TokenRow, named: NamedTokens, turns: Sequence[DialogueTurn], people: dict[int, Entity], first: int
) -> list[Entity]:
    """Find whom an interview is with: whom its opening, before the question at *first*, mentions most."""
    limit = min(first, row.first[min(_OPENING, len(row.first) - 1)])
    told = _interview_sentences(row, limit)
    counts: Counter[int] = Counter()
    found: dict[int, Entity] = {}
    for entity in named.owners.values():
        if entity.kind is ActorKind.PERSON and id(entity) not in found:
            found[id(entity)] = entity
            places = [mention.begin for mention in entity.names] + [mention[0] for mention in entity.mentions]
            counts[id(entity)] = sum(1 + 2 * (row.sentence[p] in told) for p in places if p < limit)
    most = max(counts.values(), default=0)
    clear = not _is_personal(row, 0, limit) and most >= _CLEARLY * sorted([1, 1, *counts.values()])[-2]
    if not most or not (told or clear):
        return []
    interviewed = [found[ident] for ident, count in counts.items() if count == most > 0]
    _score_length_and_questions(turns, interviewed, first)
    for ident in [*people]:
        if not any(turn.scores[ident] >= INTRODUCED + SPOKEN_OF for turn in turns):
            del people[ident]
    people.update((id(entity), entity) for entity in interviewed)
    return interviewed


def _interview_sentences(row: TokenRow, limit: int) -> set[int]:
    """Sentences before *limit*, and among a text's first, that speak of an interview."""
    limit = min(limit, row.first[min(_OPENING, len(row.first) - 1)])
    return {row.sentence[p] for p in range(limit) if row.tokens[p].lemma.lower().startswith("interview")}


def _score_length_and_questions(
    turns: Sequence[DialogueTurn], interviewed: Sequence[Entity], first: int
) -> None:
    """Let the questions be somebody else's, and what is longer than most the only interviewed's."""
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
        for who in interviewed:
            turn.scores[id(who)] += INTERVIEWED_ASKS if asks else answers


def _likely_speakers(turns: Sequence[DialogueTurn], people: Mapping[int, Entity]) -> list[Entity]:
    """The persons of whom most tells that they may speak.

    Who is called once, among others who are called often, is likelier spoken of.
    """
    told: defaultdict[int, float] = defaultdict(float)
    for turn in turns:
        for who, score in turn.scores.items():
            if who in people:
                told[who] += max(score, 0.0)
    least = max(told.values(), default=0.0) / 2
    heard = [entity for entity in people.values() if told[id(entity)] > least]
    ranked = sorted(heard, key=lambda entity: -told[id(entity)])
    return ranked[:_MOST_SPEAKERS]


def _likeliest(turns: Sequence[DialogueTurn], people: Sequence[Entity]) -> list[Entity | None]:
    """The likeliest sequence of speakers: Viterbi's algorithm over pairs of neighbouring turns."""
    states = range(len(people) + 1)  # the last is somebody unknown
    unknown = len(people)
    best: dict[tuple[int, int], float] = {(unknown, unknown): 0.0}
    back: list[dict[tuple[int, int], int]] = []
    for turn in turns:
        owns = [NAMED_SPEAKER + turn.scores.get(id(entity), 0.0) for entity in people] + [0.0]
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
    path: list[Entity | None] = []
    for came in reversed(back):
        path.append(None if pair[1] == unknown else people[pair[1]])
        pair = (came[pair], pair[0])
    return path[::-1]


def _addressee(
    turns: Sequence[DialogueTurn], speakers: Sequence[Entity | None], number: int
) -> Entity | None:
    """Who is called by name, else the known speaker of the next turn or the last."""
    if turns[number].addressed:
        return turns[number].addressed[-1]
    for other in (number + 1, number - 1):
        who = speakers[other] if 0 <= other < len(turns) else None
        if who is not None and who is not speakers[number]:
            return who
    return None
