"""Entity typing: votes for the kind of a name, summed over its mentions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from ...language._function_words import LOCATIVE, POSSESSIVE_MARKS, THIRD_PERSON
from ...values import ActorKind
from ..mentions._gender_words import HE, SHE
from ..mentions._name_mention import is_titled
from ..registry._builtin import given_names

if TYPE_CHECKING:
    from collections.abc import Collection

    from ...lexicon._class_tables import NameWords
    from ..mentions._name_mention import NameMention
    from ..mentions._token_row import TokenRow
    from ..registry._name_keys import Key
    from ..registry._name_tables import NameTables

_DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their"})
_NOUN_TAGS = frozenset({"NOUN", "PROPN"})
_FAR = 8
"""Tokens of an apposition that are searched for its noun, at most."""

_KIN_REACH = 5
"""Tokens behind a possessive that are searched for a noun of kin, at most."""

_MOST_NAMES = 10
"""Names of a sentence that are compared, at most."""

Votes: TypeAlias = defaultdict[ActorKind, float]

PERSON, ORGANIZATION, PLACE = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.PLACE

# Weights of the votes, set by hand; the name finder's label of one mention is two.
LABEL = 2.0  # its label
TITLE = 4.0  # a person's title before it: "Mr. Moss"
WHO = 1.5  # "who" behind it
AGE = 4.0  # an age behind it: "Moss, 43,"
SPEAKS = 1.0  # subject of a verb of speech; half of it for an organization
UNDERGOES = 2.5  # object of a verb that is done to persons: "arrested Moss"
TRUSTED = 1.0  # object of a verb of trust
TAKEN_UP = 2.5  # subject of a sentence that "he" or "she" follows
RELATED = 2.5  # owner of kin: "Moss's wife"
HEAD_FIRST = 1.5  # its first word governs the second, as a given name does
LOCATED = 1.0  # a preposition of place before it
APPOSITION = 1.5  # the noun of an apposition behind it
OWNED = 1.0  # a company's noun behind it: "the Larkhill brewery"
NOUN_BEFORE = 1.5  # a noun of its kind before it: "the firm Larkhill"
GIVEN_NAME = 1.0  # its first word is a given name
SHAPE_OF_KIND = 1.5  # its last word tells its kind: "Ash Park", "Moss Trust"
KNOWN = 8.0  # the registry knows it; half of it where its name is ambiguous
SURNAME_OF_NOTE = 1.5  # the surname of somebody in the registry
NAMESAKE = 3.0  # a longer name begins with it: "Corvane" beside "Corvane Glass"
SEAT = 1.5  # a capital or a seat of government
MEETING = 2.0  # a meeting is called after it: "the Larkhill forum"
BASED = 2.5  # "-based" behind it


def votes(row: TokenRow, key: Key, mentions: Collection[NameMention], registry: NameTables) -> Votes:
    """Votes for each kind from all mentions of one name."""
    total: Votes = defaultdict(float)
    for mention in mentions:
        _add_context(total, row, mention)
        _add_clause(total, row, mention)
    _add_form(total, row.classes.names, key, len(mentions), registry)
    return total


def kind_of(total: Votes) -> ActorKind:
    """The kind with most votes; a place, then an organization, where two are level."""
    return max((PLACE, ORGANIZATION, PERSON), key=lambda kind: total[kind])


def _add_context(total: Votes, row: TokenRow, mention: NameMention) -> None:
    """Add the votes of the label and of the words beside a mention."""
    if mention.kind is not None:
        total[mention.kind] += LABEL
    if is_titled(row, mention):
        total[PERSON] += TITLE
    after = [row.at(position) for position in range(mention.stop, mention.stop + 3)]
    if after[0] == "who" or (after[0] == "," and after[1] in {"who", "whose", "whom"}):
        total[PERSON] += WHO
    if after[0] == "," and after[1].isdecimal() and len(after[1]) <= 2 and after[2] in {",", "."}:
        total[PERSON] += AGE
    if row.before(mention.begin) in LOCATIVE and after[0] != "'s":
        total[PLACE] += LOCATED
    beside = _noun_behind(row, mention.stop)
    if beside is not None:
        total[beside] += APPOSITION
    before = _noun_in_front(row, mention.begin)
    if before is not None:
        total[before] += NOUN_BEFORE
    if mention.kind is PERSON and len(mention.key) == 1 and after[0] in row.classes.nouns.meeting:
        total[PLACE] += MEETING
    if after[0] == "-" and after[1] == "based":
        total[PLACE] += BASED
    if after[0] in row.classes.nouns.company_part:
        total[ORGANIZATION] += OWNED
    if _has_kin(row, mention.stop):
        total[PERSON] += RELATED
    if _is_head_first(row, mention):
        total[PERSON] += HEAD_FIRST


def _add_clause(total: Votes, row: TokenRow, mention: NameMention) -> None:
    """Add the votes of the grammatical role of a mention and of its verb."""
    if speaks(row, mention):
        total[PERSON] += SPEAKS
        total[ORGANIZATION] += SPEAKS / 2
    undergone = undergone_verb(row, row.head_of(mention.begin, mention.stop))
    if undergone in row.classes.verbs.personal:
        total[PERSON] += UNDERGOES
    elif undergone in row.classes.verbs.trusting:
        total[PERSON] += TRUSTED
    if _is_taken_up(row, mention):
        total[PERSON] += TAKEN_UP


def _has_kin(row: TokenRow, position: int) -> bool:
    """Whether a possessive and a noun of kin follow: "'s late husband"."""
    if row.at(position) not in POSSESSIVE_MARKS:
        return False
    for after in range(position + 1, min(position + _KIN_REACH, row.stops(position))):
        if row.tokens[after].pos in _NOUN_TAGS:
            return row.tokens[after].lemma.lower() in row.classes.nouns.kin
    return False


def _is_head_first(row: TokenRow, mention: NameMention) -> bool:
    """Whether the first of two words is the head, as a given name is: not in "Acme Mills"."""
    words = [token.text for token in row.tokens[mention.begin : mention.stop]]
    if mention.kind is PLACE or len(words) != 2 or not all(_is_plain_name(row, word) for word in words):
        return False
    return row.before(mention.begin) != "the" and row.head_of(mention.begin, mention.stop) == mention.begin


def _is_plain_name(row: TokenRow, word: str) -> bool:
    return word.isalpha() and word.istitle() and word.lower() not in row.classes.names.organization_ending


def _is_taken_up(row: TokenRow, mention: NameMention) -> bool:
    """Whether the next sentence takes up its subject by "he" or "she": "Ann Pell left. She ..."."""
    head, following = row.head_of(mention.begin, mention.stop), row.stops(mention.begin)
    verb = row.head(head)
    if row.tokens[head].dep != "nsubj" or row.head(verb) != verb or following >= len(row):
        return False
    if THIRD_PERSON.get(row.words[following]) not in {HE, SHE} or row.tokens[following].dep != "nsubj":
        return False
    here, there = row.sentence[head], row.sentence[following]
    names = row.document.sentences[here].names
    others = [name for name in names[:_MOST_NAMES] if not mention.start <= name.span.start < mention.end]
    persons = any(name.kind is PERSON for name in others)
    return row.paragraph[here] == row.paragraph[there] and not persons and len(names) <= _MOST_NAMES


def _noun_behind(row: TokenRow, comma: int) -> ActorKind | None:
    """The kind that the noun of an apposition tells: "Larkhill, a property firm"."""
    if row.at(comma) != "," or row.at(comma + 1) not in _DETERMINERS:
        return None
    for position in range(comma + 2, min(comma + _FAR, row.stops(comma))):
        tag = row.tokens[position].pos
        if tag == "NOUN" and (position + 1 >= len(row) or row.tokens[position + 1].pos not in _NOUN_TAGS):
            return _kind_of_noun(row, row.tokens[position].lemma.lower())
        if tag not in _NOUN_TAGS and tag not in {"ADJ", "NUM", "PUNCT"}:
            return None
    return None


def _noun_in_front(row: TokenRow, begin: int) -> ActorKind | None:
    """The kind that the noun before a name tells: "the firm Larkhill", "the town of Leeds"."""
    position, floor = begin - 1, row.begins(begin)
    if position > floor and row.words[position] == "of":
        kind = _kind_of_noun(row, row.words[position - 1])
        return kind if kind is PLACE else None
    if position < floor or row.tokens[position].pos != "NOUN":
        return None
    kind = _kind_of_noun(row, row.words[position])
    return kind if kind is ORGANIZATION else None


def _kind_of_noun(row: TokenRow, noun: str) -> ActorKind | None:
    nouns = row.classes.nouns
    if noun in nouns.organization:
        return ORGANIZATION
    if noun in nouns.place:
        return PLACE
    return PERSON if noun in nouns.person or (noun,) in row.offices else None


def speaks(row: TokenRow, mention: NameMention) -> bool:
    """Whether the name is the subject of a verb of speech or thought."""
    return acting_verb(row, mention) in row.classes.verbs.reporting


def acting_verb(row: TokenRow, mention: NameMention) -> str:
    """The lemma of the verb whose active subject the name is, or nothing."""
    head = row.head_of(mention.begin, mention.stop)
    token = row.tokens[head]
    if token.dep != "nsubj":
        return ""
    verb = row.tokens[row.head(head)]
    return verb.lemma.lower() if verb.pos == "VERB" else ""


def undergone_verb(row: TokenRow, head: int) -> str:
    """The lemma of the verb whose object, or passive subject, the word at *head* is, or nothing."""
    if row.tokens[head].dep not in {"obj", "nsubj:pass"}:
        return ""
    verb = row.tokens[row.head(head)]
    return verb.lemma.lower() if verb.pos == "VERB" else ""


def _add_form(total: Votes, names: NameWords, key: Key, number: int, registry: NameTables) -> None:
    """Add the votes of the words of a name with *number* mentions, and of the registry."""
    last, first = key[-1].casefold(), key[0].casefold()
    if len(key) > 1:
        if {last, last.removesuffix("s")} & names.organization_ending or (
            first in names.organization_opening and "of" in key
        ):
            # "Ann Press" may be a person; "Corvane Press" is a press wherever it is mentioned.
            total[ORGANIZATION] += SHAPE_OF_KIND * (1 if first in given_names() else number)
        elif last in names.place_ending:
            total[PLACE] += SHAPE_OF_KIND
        elif first in given_names() and "of" not in key:
            total[PERSON] += GIVEN_NAME
    elif last in registry.by_surname:
        total[PERSON] += SURNAME_OF_NOTE
    if key in registry.by_capital or key in registry.by_seat:
        total[PLACE] += SEAT
    known = registry.meant_by(key)
    if len({entry.kind for entry in known}) == 1:
        total[known[0].kind] += KNOWN / 2 if known[0].ambiguous else KNOWN
