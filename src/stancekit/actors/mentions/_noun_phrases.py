"""Detection of noun phrases that may mean somebody: "the Russian president", "the firm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._modifiers import modifiers_before, modifiers_behind, state_and_party
from ._noun_phrase import BODY, GOVERNMENT, OFFICE, PERSON_NOUN, SITE, THING, NounPhrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..registry._name_tables import NameTables
    from ._token_row import TokenRow

_SEVERAL = ("s", "men", "women", "ese", "sh", "ch", "ss")
"""Ends of demonyms that mean several: "Russians", "Chinese"."""

_LONGEST_OFFICE = 5
"""Tokens of an office in the table, at most."""


def find_noun_phrases(
    row: TokenRow, taken: Sequence[bool], nations: Mapping[int, str], registry: NameTables
) -> Iterator[NounPhrase]:
    """The noun phrases of a text in order; "the secretary of state" holds no "the secretary".

    Args:
        row: The token row.

        taken: Whether each token belongs to a name.

        nations: State ids by the position of the last token of a state's name.

        registry: The known demonyms.
    """
    last: NounPhrase | None = None
    for phrase in _all_noun_phrases(row, taken, nations, registry):
        if last is not None and last.head < phrase.begin:
            yield last
        last = phrase
    if last is not None:
        yield last


def _all_noun_phrases(
    row: TokenRow, taken: Sequence[bool], nations: Mapping[int, str], registry: NameTables
) -> Iterator[NounPhrase]:
    for position, token in enumerate(row.tokens):
        if taken[position]:
            continue
        if _is_bare_adjective(row, position, registry):
            yield _bare_adjective(row, position, registry)
        if not _is_common(row, position):
            continue
        if _is_modifier(row, position, strictly=token.dep not in {"compound", "nmod:desc"}):
            continue
        yield _noun_phrase_at(row, position, nations, registry)


def _is_common(row: TokenRow, position: int) -> bool:
    """Whether a token is a common noun; taggers call "the President" a proper one."""
    tag, word = row.tokens[position].pos, row.words[position]
    if word in row.classes.names.party_member:
        return False
    if tag == "PROPN":
        small = word in row.classes.nouns.government and row.tokens[position].text.islower()
        return small or bool(office_ending(row, position, _lemma(row, position)))
    return tag == "NOUN"


def _lemma(row: TokenRow, position: int) -> str:
    """A noun in the singular, also where the tagger takes "Republican Senators" for a name."""
    token, word = row.tokens[position], row.words[position]
    if token.pos == "PROPN" and token.has("Number=Plur") and word.endswith("s"):
        return word.removesuffix("s")
    return token.lemma.lower()


def _is_bare_adjective(row: TokenRow, position: int, registry: NameTables) -> bool:
    """Whether the adjective of a state or a party stands for one person: "the American"."""
    if row.before(position) != "the" or not row.tokens[position].text[:1].isupper():
        return False
    word = row.words[position]
    if word not in row.classes.names.party_member and (
        row.keys[position] not in registry.by_demonym or word.endswith(_SEVERAL)
    ):
        return False
    after = position + 1
    return after >= row.stops(position) or row.tokens[after].pos not in {"NOUN", "PROPN", "ADJ", "NUM"}


def _bare_adjective(row: TokenRow, position: int, registry: NameTables) -> NounPhrase:
    nation, party = state_and_party(row, position, {}, registry)
    return NounPhrase(
        position - 1,
        position,
        OFFICE,
        (row.words[position],),
        nation=nation,
        party=party,
        definite=True,
        member=True,
    )


def _is_modifier(row: TokenRow, position: int, *, strictly: bool) -> bool:
    """Whether the noun modifies the next one: "the capital city"."""
    after = position + 1
    if after >= row.stops(position):
        return False
    following = row.tokens[after].pos
    return following == "NOUN" or (following == "PROPN" and not strictly)


def title_phrase(
    row: TokenRow, begin: int, words: tuple[str, ...], nations: Mapping[int, str], registry: NameTables
) -> NounPhrase:
    """The title *words* that begins at *begin*, before a name: "Ukrainian president" Volodymyr Zelenskyy."""
    left = modifiers_before(row, begin, begin, nations, registry, sort=OFFICE)
    return NounPhrase(
        left.begin, begin, OFFICE, words, nation=left.nation, party=left.party, former=left.former
    )


def _noun_phrase_at(row: TokenRow, head: int, nations: Mapping[int, str], registry: NameTables) -> NounPhrase:
    token, lemma = row.tokens[head], _lemma(row, head)
    plural = token.has("Number=Plur") or (lemma != row.words[head] and row.words[head].endswith("s"))
    office = office_ending(row, head, lemma)
    sort = _sort(row, lemma, office)
    first = head - _office_length(row, head, office) + 1
    left = modifiers_before(row, head, first, nations, registry, sort=sort, plural=plural)
    followed, nation = modifiers_behind(row, head, nations)
    return NounPhrase(
        left.begin,
        head,
        sort,
        office or (lemma,),
        nation=left.nation or nation,
        party=left.party,
        definite=left.definite,
        plural=plural,
        former=left.former,
        pronoun=row.offices[office].pronoun if office else row.classes.nouns.person.get(lemma),
        owned=left.owned,
        speakers=left.speakers,
        followed=followed,
        predicate=row.before(left.begin) == "as" or bool(row.children(head, "cop")),
        modified=left.modified,
        compound=left.compound,
    )


def office_ending(row: TokenRow, head: int, lemma: str) -> tuple[str, ...]:
    """The longest office that ends with the noun at *head*, or nothing."""
    table = row.offices
    for length in range(min(_LONGEST_OFFICE, head - row.begins(head) + 1), 0, -1):
        before = [word for word in row.words[head - length + 1 : head] if word != "-"]
        words = (*before, lemma)
        if words in table:
            return words
    return ()


def _office_length(row: TokenRow, head: int, office: tuple[str, ...]) -> int:
    """Tokens of an office that ends at *head*, hyphens included; 1 for a noun that is none."""
    if not office:
        return 1
    position, left = head, len(office)
    while left:
        left -= row.words[position] != "-"
        position -= 1
    return head - position


def _sort(row: TokenRow, lemma: str, office: tuple[str, ...]) -> str:
    """Class of a noun."""
    nouns = row.classes.nouns
    if lemma in nouns.government:
        return GOVERNMENT
    if lemma in nouns.organization:
        return BODY
    if lemma in nouns.person:
        return PERSON_NOUN
    if office:
        return OFFICE
    return SITE if lemma in nouns.place else THING
