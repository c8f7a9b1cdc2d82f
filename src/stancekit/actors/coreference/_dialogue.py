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
    from ..entities._entity import Draft
    from ..mentions._token_row import Page

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
class _Turn:
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
    addressed: list[Draft] = Factory(list)


@frozen(eq=False)
class Turns:
    """Who speaks when.

    Args:
        of: Number of the turn of each token.

        speakers: The speaker of each turn; `None` for somebody unknown.

        addressees: To whom each turn is said, likewise.

        interviewed: With whom the text is an interview, if it is one.

        first: Position of its first question.
    """

    of: Sequence[int]
    speakers: Sequence[Draft | None]
    addressees: Sequence[Draft | None]
    interviewed: Sequence[Draft] = ()
    first: int = 0

    def speaker(self, position: int) -> Draft | None:
        """Who says the word at *position*."""
        return self.speakers[self.of[position]]

    def addressee(self, position: int) -> Draft | None:
        """To whom the word at *position* is said."""
        return self.addressees[self.of[position]]


def turns_of(page: Page, named: NamedTokens, introduced: Mapping[int, Draft]) -> Turns | None:
    """Tell the speakers of a conversation's paragraphs; `None` where the text is none.

    Args:
        page: The page.

        named: Who is named where.

        introduced: Who says "I am ..." where.
    """
    turns, of = _split(page)
    if len(turns) < _FEWEST_TURNS and _told(page, len(page)):
        turns, of = _split(page, finely=True)
    if not _is_conversation(page, turns):
        return None
    people: dict[int, Draft] = {}
    for position, draft in introduced.items():
        _score(turns, of[position], draft, INTRODUCED, people)
    for begin, mark in named.begins.items():
        draft = named.owners[begin]
        if draft.kind is ActorKind.PERSON and not page.quoted[begin]:
            _read_name(page, turns, of[begin], draft, begin - len(mark.title), mark.stop, people)
    first = next((turn.begin for turn in turns if turn.asks), len(page))
    interviewed = _read_opening(page, named, turns, people, first)
    if not people:
        return None
    known = _most_told(turns, people)
    speakers = _likeliest(turns, known)
    addressees = [_addressee(turns, speakers, number) for number in range(len(turns))]
    return Turns(of, speakers, addressees, interviewed, first)


def _split(page: Page, *, finely: bool = False) -> tuple[list[_Turn], list[int]]:
    """Paragraphs; or *finely*, where a text has none, questions and what lies between them."""
    turns: list[_Turn] = []
    of: list[int] = []
    here = -1
    for sentence in range(len(page.first) - 1):
        begin, stop = page.first[sentence], page.first[sentence + 1]
        asks = page.lower[stop - 1] == "?"
        part = asks if finely else page.paragraph[sentence]
        if part != here or not turns:
            here = part
            turns.append(_Turn(begin, stop, asks=False))
        turns[-1].stop = stop
        turns[-1].asks = asks
        of.extend([len(turns) - 1] * (stop - begin))
    return turns, of


def _is_conversation(page: Page, turns: Sequence[_Turn]) -> bool:
    asked = sum(turn.asks for turn in turns)
    if len(turns) < _FEWEST_TURNS or asked < _LEAST_ASKED * len(turns):
        return False
    personal = sum(_is_personal(page, turn.begin, turn.stop) for turn in turns)
    return personal >= _LEAST_PERSONAL * len(turns)


def _is_personal(page: Page, begin: int, stop: int) -> bool:
    """Whether some words say "I" or "you"."""
    return any(page.lower[p] in _PERSONAL and not page.quoted[p] for p in range(begin, stop))


def _score(turns: Sequence[_Turn], number: int, draft: Draft, score: float, people: dict[int, Draft]) -> None:
    if 0 <= number < len(turns) and score:
        turns[number].scores[id(draft)] += score
        people[id(draft)] = draft


def _read_name(
    page: Page,
    turns: Sequence[_Turn],
    number: int,
    draft: Draft,
    begin: int,
    stop: int,
    people: dict[int, Draft],
) -> None:
    """Note what a name says of who speaks: a label, an address, or that somebody else speaks."""
    turn = turns[number]
    if begin == turn.begin and page.at(stop) == ":" and stop + 1 < turn.stop:
        _score(turns, number, draft, LABELLED, people)
    elif is_address(page, begin, stop):
        turn.addressed.append(draft)
        _score(turns, number, draft, ADDRESSED_HERE, people)
        calls = stop >= turn.stop - 1 and begin <= page.begins(stop - 1)
        _score(turns, number - 1, draft, 0.0 if calls else ADDRESSED_NEXT_TO, people)
        _score(turns, number + 1, draft, CALLED if calls else ADDRESSED_NEXT_TO, people)
    else:
        turn.scores[id(draft)] += SPOKEN_OF


def is_address(page: Page, begin: int, stop: int) -> bool:
    """Whether a name, title included, is set off to call somebody: "Thank you, Dr. Moss.", "Ann, wait!"."""
    after = page.at(stop) if stop < page.stops(stop - 1) else "."
    if after not in {",", ".", "?", "!", "-", "–", "—"}:
        return False
    first = page.begins(stop - 1)
    if begin <= first and stop >= page.stops(stop - 1) - 1:
        return True
    if page.tokens[page.head_of(begin, stop)].dep == "vocative":
        return True
    return page.before(begin) == "," and after in _ENDS and "you" in page.lower[first:begin]


def _read_opening(
    page: Page, named: NamedTokens, turns: Sequence[_Turn], people: dict[int, Draft], first: int
) -> list[Draft]:
    """Find whom an interview is with: whom its opening, before the question at *first*, mentions most."""
    limit = min(first, page.first[min(_OPENING, len(page.first) - 1)])
    told = _told(page, limit)
    counts: Counter[int] = Counter()
    found: dict[int, Draft] = {}
    for draft in named.owners.values():
        if draft.kind is ActorKind.PERSON and id(draft) not in found:
            found[id(draft)] = draft
            places = [mark.begin for mark in draft.marks] + [mention[0] for mention in draft.mentions]
            counts[id(draft)] = sum(1 + 2 * (page.sentence[p] in told) for p in places if p < limit)
    most = max(counts.values(), default=0)
    clear = not _is_personal(page, 0, limit) and most >= _CLEARLY * sorted([1, 1, *counts.values()])[-2]
    if not most or not (told or clear):
        return []
    interviewed = [found[ident] for ident, count in counts.items() if count == most > 0]
    _ask(turns, interviewed, first)
    for ident in [*people]:
        if not any(turn.scores[ident] >= INTRODUCED + SPOKEN_OF for turn in turns):
            del people[ident]
    people.update((id(draft), draft) for draft in interviewed)
    return interviewed


def _told(page: Page, limit: int) -> set[int]:
    """Sentences before *limit*, and among a text's first, that speak of an interview."""
    limit = min(limit, page.first[min(_OPENING, len(page.first) - 1)])
    return {page.sentence[p] for p in range(limit) if page.tokens[p].lemma.lower().startswith("interview")}


def _ask(turns: Sequence[_Turn], interviewed: Sequence[Draft], first: int) -> None:
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


def _most_told(turns: Sequence[_Turn], people: Mapping[int, Draft]) -> list[Draft]:
    """The persons of whom most tells that they may speak.

    Who is called once, among others who are called often, is likelier spoken of.
    """
    told: defaultdict[int, float] = defaultdict(float)
    for turn in turns:
        for who, score in turn.scores.items():
            if who in people:
                told[who] += max(score, 0.0)
    least = max(told.values(), default=0.0) / 2
    heard = [draft for draft in people.values() if told[id(draft)] > least]
    ranked = sorted(heard, key=lambda draft: -told[id(draft)])
    return ranked[:_MOST_SPEAKERS]


def _likeliest(turns: Sequence[_Turn], people: Sequence[Draft]) -> list[Draft | None]:
    """The likeliest sequence of speakers: Viterbi's algorithm over pairs of neighbouring turns."""
    states = range(len(people) + 1)  # the last is somebody unknown
    unknown = len(people)
    best: dict[tuple[int, int], float] = {(unknown, unknown): 0.0}
    back: list[dict[tuple[int, int], int]] = []
    for turn in turns:
        owns = [NAMED_SPEAKER + turn.scores.get(id(draft), 0.0) for draft in people] + [0.0]
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
    path: list[Draft | None] = []
    for came in reversed(back):
        path.append(None if pair[1] == unknown else people[pair[1]])
        pair = (came[pair], pair[0])
    return path[::-1]


def _addressee(turns: Sequence[_Turn], speakers: Sequence[Draft | None], number: int) -> Draft | None:
    """Who is called by name, else the known speaker of the next turn or the last."""
    if turns[number].addressed:
        return turns[number].addressed[-1]
    for other in (number + 1, number - 1):
        who = speakers[other] if 0 <= other < len(turns) else None
        if who is not None and who is not speakers[number]:
            return who
    return None
