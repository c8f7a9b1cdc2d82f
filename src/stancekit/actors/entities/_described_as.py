"""What the article says that its actors are: titles, appositions, "X is the president"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from ...lexicon._words import PARTIES, POSSESSIVE_MARKS
from ...values import ActorKind
from ..mentions._noun_phrases import BODY, OFFICE, PERSON_NOUN, SITE, Phrase, look_left, same_office
from ._entity import Draft, Fact

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..mentions._name_mention import Mark
    from ..mentions._token_row import Page
    from ..registry._registry import Registry

_KINDS = {
    OFFICE: ActorKind.PERSON,
    PERSON_NOUN: ActorKind.PERSON,
    BODY: ActorKind.ORGANIZATION,
    SITE: ActorKind.PLACE,
}
_ENDS = frozenset({",", ".", ";", ")", ":", "-", "–", "—", "", "who", "which", "whose", '"', "”"})
_FAR = 8
_LONGEST_NAME = 8
_OWNER_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "X"})


@define(eq=False)
class NamedTokens:
    """Who is named where.

    Attributes:
        begins: Mentions by the position of their first token.

        stops: Mentions by the position just past their last token.

        owners: The draft of each mention.
    """

    begins: Mapping[int, Mark]
    stops: Mapping[int, Mark]
    owners: Mapping[int, Draft]

    @classmethod
    def of(cls, drafts: Sequence[Draft]) -> NamedTokens:
        """Index the name mentions of all drafts."""
        begins, stops, owners = {}, {}, {}
        for draft in drafts:
            for mark in draft.marks:
                begins[mark.begin] = mark
                stops[mark.stop] = mark
                owners[mark.begin] = draft
        return cls(begins, stops, owners)

    def around(self, position: int) -> Draft | None:
        """Who is named by words that hold *position*."""
        for begin in range(position, max(-1, position - _LONGEST_NAME), -1):
            mark = self.begins.get(begin)
            if mark is not None:
                return self.owners[begin] if position < mark.stop else None
        return None

    def beginning(self, position: int) -> Draft | None:
        """Who is named from *position* on."""
        return self.owners.get(position)

    def ending(self, position: int) -> Draft | None:
        """Who is named right before *position*."""
        mark = self.stops.get(position)
        return self.owners[mark.begin] if mark else None


def learn_titles(page: Page, drafts: Sequence[Draft], nations: dict[int, str], registry: Registry) -> None:
    """Note the title before each name: "Ukrainian president Volodymyr Zelenskyy"."""
    for draft in drafts:
        if draft.kind is not ActorKind.PERSON:
            continue
        for mark in draft.marks:
            party = _party_tag(page, mark.stop)
            if party is not None:
                draft.parties.add(party)
            if mark.title:
                begin = mark.begin - len(mark.title)
                phrase = Phrase(begin, begin, OFFICE, mark.title)
                look_left(page, phrase, begin, nations, registry)
                _learn(draft, phrase)


def _party_tag(page: Page, position: int) -> str | None:
    """The party in "Smith (R-Wis.)"; *position* is the bracket's."""
    if page.at(position) != "(":
        return None
    letter, _, rest = page.at(position + 1).partition("-")
    return PARTIES.get(letter) if len(letter) == 1 and (rest or page.at(position + 2) in {"-", ")"}) else None


def _learn(draft: Draft, phrase: Phrase) -> None:
    draft.facts.append(Fact(same_office(phrase.words), phrase.nation, former=phrase.former))
    if phrase.nation:
        draft.nations.add(phrase.nation)
    if phrase.party:
        draft.parties.add(phrase.party)
    if phrase.pronoun and draft.pronoun is None:
        draft.pronoun = phrase.pronoun


def learn_phrases(page: Page, named: NamedTokens, found: Sequence[Phrase]) -> dict[int, Draft | None]:
    """Bind noun phrases to the names beside them.

    Returns:
        Whom phrases mention, by the position of the noun: appositions mention who is named, and so
        does what points at them right before the name ("his wife Ann Lane"); other titles ("embattled
        mayor Ann Lane") and predicates teach facts, but mention nobody.
    """
    bound: dict[int, Draft | None] = {}
    for phrase in found:
        kind = _KINDS.get(phrase.sort)
        if kind is None or phrase.plural:
            continue
        title_of = named.beginning(phrase.stop)
        if title_of is not None and title_of.kind is kind:
            _learn(title_of, phrase)
            bound[phrase.head] = title_of if phrase.definite and not phrase.modified else None
            continue
        beside = _named_before(page, phrase, named) or _named_after(page, phrase, named)
        if beside is not None and beside.kind is kind:
            _learn(beside, phrase)
            bound[phrase.head] = beside
            continue
        subject = _subject_of(page, phrase, named)
        if subject is not None and subject.kind is kind:
            _learn(subject, phrase)
            bound[phrase.head] = None
    return bound


def _named_before(page: Page, phrase: Phrase, named: NamedTokens) -> Draft | None:
    """The name in "Robert Mueller, the special counsel,"."""
    comma = _outer_begin(page, phrase) - 1
    if comma <= page.begins(phrase.head) or page.lower[comma] != ",":
        return None
    draft = named.ending(comma)
    return draft if draft is not None and _closes(page, phrase.stop) else None


def _named_after(page: Page, phrase: Phrase, named: NamedTokens) -> Draft | None:
    """The name in "The mayor, Lettice Crane,"."""
    limit = min(phrase.stop + _FAR, page.stops(phrase.head))
    for position in range(phrase.stop, limit):
        if page.lower[position] == ",":
            draft = named.beginning(position + 1)
            if draft is None or not phrase.definite:
                return None
            after = named.begins[position + 1].stop
            follows = page.lower[after] if after < page.stops(phrase.head) else ""
            return draft if follows in _ENDS else None
        if page.tokens[position].pos in {"VERB", "AUX", "PUNCT", "PRON", "SCONJ"}:
            return None
    return None


def _outer_begin(page: Page, phrase: Phrase) -> int:
    """Where the phrase begins with its owner: "the union's general secretary"."""
    position, floor = phrase.begin - 1, max(page.begins(phrase.head), phrase.begin - _FAR)
    if position < floor or page.lower[position] not in POSSESSIVE_MARKS:
        return phrase.begin
    while position > floor and (
        page.tokens[position - 1].pos in _OWNER_TAGS or page.lower[position - 1] in POSSESSIVE_MARKS
    ):
        position -= 1
    return position


def _closes(page: Page, position: int) -> bool:
    """Whether an apposition ends soon behind *position*, before any verb."""
    limit = page.stops(position - 1)
    for after in range(position, min(position + _FAR, limit)):
        if page.lower[after] in _ENDS:
            return True
        if page.tokens[after].pos in {"VERB", "AUX"}:
            return False
    return position >= limit


def _subject_of(page: Page, phrase: Phrase, named: NamedTokens) -> Draft | None:
    """The name that the phrase is said of: "Pell is the council leader"."""
    if not page.children(phrase.head, "cop"):
        return None
    for subject in page.subjects(phrase.head):
        draft = named.around(subject)
        if draft is not None:
            return draft
    return None
