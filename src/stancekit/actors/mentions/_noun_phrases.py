"""Noun phrases that may name somebody without a name: "the Russian president", "the firm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from ...lexicon._words import (
    ABBREVIATIONS,
    DEFINITE,
    DEPUTIES,
    FORMER,
    GOVERNMENTS,
    MEMBERS,
    ORDINALS,
    ORGANIZATION_NOUNS,
    OWNERS,
    PARTIES,
    PARTY_STATES,
    PERSON_NOUNS,
    PLACE_NOUNS,
    PLURAL_DEFINITE,
    POSSESSIVE_MARKS,
)
from ..registry._builtin import offices
from ..registry._name_keys import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..registry._registry import Registry
    from ._token_row import TokenRow

OFFICE, PERSON_NOUN, BODY, SITE, GOVERNMENT, THING = "office", "person", "body", "site", "government", "thing"
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "X"})
_GO_ON = frozenset({"of", "for", "who", "that", "which", "whose"})
_SEVERAL = ("s", "men", "women", "ese", "sh", "ch", "ss")
_LONGEST_PHRASE = 9
_ADDRESSING = frozenset({"mr", "mr.", "madam", "madame"})
"""Before an office these call its holder: "Mr. President"."""
_LONGEST_OFFICE = 5


@define(eq=False)
class NounPhrase:
    """A noun phrase around a common noun.

    Attributes:
        begin: Position of its first token, determiner included.

        head: Position of the noun.

        sort: What sort of noun: one of the constants above.

        words: The office, or the noun's lemma alone.

        nation: Id of the state whose demonym, name or party goes with it.

        party: The party whose adjective goes with it.

        definite: Whether it points at somebody: "the", "this", a possessive.

        plural: Whether the noun is plural.

        former: Whether it speaks of a former office.

        pronoun: ``he`` or ``she`` where the noun implies it.

        owned: Whether a possessive stands before the noun.

        speakers: Whether that is the speaker's: "my brother".

        followed: Whether "of", "for" or a relative clause follows the noun.

        predicate: Whether the phrase is said of somebody: "is the capital", "as president".

        modified: Whether adjectives or nouns that are no part of the office stand before the noun.

        compound: Whether one of them is a noun or a numeral: "the band leader", "the first mayor".

        member: Whether it names nothing but a state or a party: "the American".
    """

    begin: int
    head: int
    sort: str
    words: tuple[str, ...]
    nation: str | None = None
    party: str | None = None
    definite: bool = False
    plural: bool = False
    former: bool = False
    pronoun: str | None = None
    owned: bool = False
    speakers: bool = False
    followed: bool = False
    predicate: bool = False
    modified: bool = False
    compound: bool = False
    member: bool = False

    @property
    def stop(self) -> int:
        """Position just past the noun."""
        return self.head + 1


def find_noun_phrases(
    row: TokenRow, taken: list[bool], nations: dict[int, str], registry: Registry
) -> Iterator[NounPhrase]:
    """The noun phrases of a page in order; "the secretary of state" holds no "the secretary".

    Args:
        row: The token row.

        taken: Whether each token belongs to a name.

        nations: State ids by the position of the last token of a state's name.

        registry: Knows the demonyms.
    """
    last: NounPhrase | None = None
    for phrase in _all_noun_phrases(row, taken, nations, registry):
        if last is not None and last.head < phrase.begin:
            yield last
        last = phrase
    if last is not None:
        yield last


def _all_noun_phrases(
    row: TokenRow, taken: list[bool], nations: dict[int, str], registry: Registry
) -> Iterator[NounPhrase]:
    for position, token in enumerate(row.tokens):
        if taken[position]:
            continue
        if _is_member(row, position, registry):
            yield _member(row, position, registry)
        if not _is_common(row, position):
            continue
        if _goes_on(row, position, strictly=token.dep not in {"compound", "nmod:desc"}):
            continue
        yield phrase_at(row, position, nations, registry)


def _is_common(row: TokenRow, position: int) -> bool:
    """Whether a token is a common noun; taggers call "the President" and "the Russian government" proper."""
    tag, word = row.tokens[position].pos, row.words[position]
    if word in MEMBERS:
        return False
    if tag == "PROPN":
        small = word in GOVERNMENTS and row.tokens[position].text.islower()
        return small or bool(office_ending(row, position, _lemma(row, position)))
    return tag == "NOUN"


def _lemma(row: TokenRow, position: int) -> str:
    """A noun in the singular, also where the tagger takes "Republican Senators" for a name."""
    token, word = row.tokens[position], row.words[position]
    if token.pos == "PROPN" and token.has("Number=Plur") and word.endswith("s"):
        return word.removesuffix("s")
    return token.lemma.lower()


def _is_member(row: TokenRow, position: int, registry: Registry) -> bool:
    """Whether a word calls one person by state or party: "the American", "the Republican"."""
    if row.before(position) != "the" or not row.tokens[position].text[:1].isupper():
        return False
    word = row.words[position]
    if word not in MEMBERS and (row.keys[position] not in registry.by_demonym or word.endswith(_SEVERAL)):
        return False
    after = position + 1
    return after >= row.stops(position) or row.tokens[after].pos not in {"NOUN", "PROPN", "ADJ", "NUM"}


def _member(row: TokenRow, position: int, registry: Registry) -> NounPhrase:
    phrase = NounPhrase(position - 1, position, OFFICE, (row.words[position],), definite=True, member=True)
    _note_nation(row, phrase, position, {}, registry)
    return phrase


def _goes_on(row: TokenRow, position: int, *, strictly: bool) -> bool:
    """Whether the noun only describes the next one: "the capital city"."""
    after = position + 1
    if after >= row.stops(position):
        return False
    following = row.tokens[after].pos
    return following == "NOUN" or (following == "PROPN" and not strictly)


def phrase_at(row: TokenRow, head: int, nations: dict[int, str], registry: Registry) -> NounPhrase:
    """The phrase around the noun at *head*."""
    token, lemma = row.tokens[head], _lemma(row, head)
    plural = token.has("Number=Plur") or (lemma != row.words[head] and row.words[head].endswith("s"))
    office = office_ending(row, head, lemma)
    phrase = NounPhrase(head, head, _sort(lemma, office), office or (lemma,), plural=plural)
    table = offices()
    if office and office in table:
        phrase.pronoun = table[office].pronoun
    elif lemma in PERSON_NOUNS:
        phrase.pronoun = PERSON_NOUNS[lemma]
    look_left(row, phrase, head - _office_length(row, head, office) + 1, nations, registry)
    _look_right(row, phrase, nations)
    before = row.before(phrase.begin)
    phrase.predicate = before == "as" or bool(row.children(head, "cop"))
    return phrase


def office_ending(row: TokenRow, head: int, lemma: str) -> tuple[str, ...]:
    """The longest office that ends with the noun at *head*, or nothing."""
    table = offices()
    for length in range(min(_LONGEST_OFFICE, head - row.begins(head) + 1), 0, -1):
        before = [word for word in row.words[head - length + 1 : head] if word != "-"]
        words = (*before, lemma)
        if words in table:
            return words
    return ()


def same_office(words: tuple[str, ...]) -> tuple[str, ...]:
    """The office under one name: ``("ceo",)`` is ``("chief", "executive")``."""
    last = ABBREVIATIONS.get(words[-1], words[-1]) if words else ""
    return (*words[:-1], *last.split())


def _office_length(row: TokenRow, head: int, office: tuple[str, ...]) -> int:
    if not office:
        return 1
    position, left = head, len(office)
    while left:
        left -= row.words[position] != "-"
        position -= 1
    return head - position


def _sort(lemma: str, office: tuple[str, ...]) -> str:
    if lemma in GOVERNMENTS:
        return GOVERNMENT
    if lemma in ORGANIZATION_NOUNS:
        return BODY
    if lemma in PERSON_NOUNS:
        return PERSON_NOUN
    if office:
        return OFFICE
    return SITE if lemma in PLACE_NOUNS else THING


def look_left(
    row: TokenRow, phrase: NounPhrase, begin: int, nations: dict[int, str], registry: Registry
) -> None:
    """Read what stands before the noun or office that begins at *begin*, into *phrase*."""
    floor = max(row.begins(phrase.head), phrase.head - _LONGEST_PHRASE)
    position = begin - 1
    while position >= floor:
        word, token = row.words[position], row.tokens[position]
        if word == "that" and (phrase.plural or token.pos == "SCONJ"):
            break  # a conjunction: "said that Afghan women ..."
        if word in _ADDRESSING and phrase.sort == OFFICE:
            phrase.definite = True
            position -= 1
            break
        if word in DEFINITE or word in PLURAL_DEFINITE or word in OWNERS or word in {"a", "an"}:
            phrase.definite = word in DEFINITE or word in PLURAL_DEFINITE or word in OWNERS
            phrase.owned = phrase.owned or word in OWNERS
            phrase.speakers = word in {"my", "our", "your"}
            position -= 1
            break
        if word in POSSESSIVE_MARKS:
            phrase.definite = phrase.owned = True
            phrase.nation = phrase.nation or nations.get(position - 1)
            break
        if word != "-" and token.pos not in _INSIDE and token.dep not in {"amod", "advmod"}:
            break
        if word in FORMER:
            phrase.former = True
        elif not _note_nation(row, phrase, position, nations, registry) and word != "-":
            phrase.modified = True
            narrowing = token.pos in {"NOUN", "PROPN"} or word in ORDINALS or word in DEPUTIES
            phrase.compound = phrase.compound or narrowing
        position -= 1
    phrase.begin = position + 1


def _note_nation(
    row: TokenRow, phrase: NounPhrase, position: int, nations: dict[int, str], registry: Registry
) -> bool:
    """Take a state from a demonym, a state's name or a party's adjective at *position*."""
    found = nations.get(position)
    table = registry.by_demonym
    key = row.keys[position]
    if found is None and key in table:
        pair = (row.keys[position - 1] + key) if position > row.begins(position) else key
        found = (table.get(pair) or table[key])[0].id
    party = PARTIES.get(row.words[position]) if row.tokens[position].text[:1].isupper() else None
    if party is not None and found is None:
        phrase.party = phrase.party or party
        states = registry.by_name.get(key_of(PARTY_STATES.get(party, party)), ())
        found = states[0].id if states and party in PARTY_STATES else None
        phrase.nation = phrase.nation or found
        return True
    if found is None:
        return False
    phrase.nation = phrase.nation or found
    return True


def _look_right(row: TokenRow, phrase: NounPhrase, nations: dict[int, str]) -> None:
    """Take the state from "of Russia" behind the noun."""
    position, limit = phrase.head + 1, row.stops(phrase.head)
    if position >= limit or row.words[position] not in _GO_ON:
        return
    phrase.followed = True
    if row.words[position] not in {"of", "for"}:
        return
    for after in range(position + 1, min(position + 6, limit)):
        if after in nations:
            phrase.nation = phrase.nation or nations[after]
            return
        if row.tokens[after].pos not in {"DET", "PROPN", "ADJ"}:
            return
