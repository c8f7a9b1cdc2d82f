"""Name mentions: spans of tokens, and where they begin and end."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from ...language._function_words import ARTICLES, NAME_JOINERS, POSSESSIVE_MARKS
from ...values import ActorKind
from ..registry._name_keys import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..registry._name_keys import Key
    from ._token_row import TokenRow

_AFTER_NAMES = frozenset({"PUNCT", "VERB", "AUX", "ADP", "CCONJ", "SCONJ"})
_FUNCTION_TAGS = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ"})
_STUCK = re.compile(r'.*["“”>](?=[^\W_])|[-–—]+(?=[^\W_])')
"""What a tokenizer leaves on a name's first word: the end of a quote, of a tag, a dash."""


@frozen(eq=False)
class NameMention:
    """A name mention: tokens ``begin`` to ``stop`` (past the last).

    Args:
        begin: Position of the first token.

        stop: Position just past the last.

        start: Offset of the first character.

        end: Offset just past the last.

        key: The words for comparing names.

        kind: What the name finder took it for; `None` where it found none.

        title: Lower-case words of the title before it.
    """

    begin: int
    stop: int
    start: int
    end: int
    key: Key
    kind: ActorKind | None
    title: tuple[str, ...] = ()


def is_titled(row: TokenRow, mention: NameMention) -> bool:
    """Whether a title before a name makes it a person's."""
    return bool(mention.title) and mention.title[-1] in row.classes.names.honorific


def name_mention(row: TokenRow, begin: int, stop: int, kind: ActorKind | None) -> NameMention | None:
    """The name in tokens *begin* to *stop* without articles and punctuation; `None` where no word is left."""
    while begin < stop and _is_edge(row, begin, first=True):
        begin += 1
    while stop > begin and _is_edge(row, stop - 1, first=False) and not _keeps_ending(row, begin, stop, kind):
        stop -= 1
    if begin == stop:
        return None
    start, end = row.tokens[begin].start, row.tokens[stop - 1].end
    text, last = row.document.text, row.words[stop - 1]
    first = row.keys[begin]
    if stuck := _STUCK.match(row.tokens[begin].text):
        start += stuck.end()
        first = words_of(text[start : row.tokens[begin].end])
    key = joined_initials((*first, *(w for position in range(begin + 1, stop) for w in row.keys[position])))
    # A tokenizer may leave the possessive mark on the name.
    if last.endswith("'s") and len(last) > 2:
        end -= 2
        key = tuple(word for word in key if word != "s") or key
    while end - 1 > start and not text[end - 1].isalnum() and text[end - 1] not in ".)!+]":
        end -= 1
    return NameMention(begin, stop, start, end, key, kind)


def _keeps_ending(row: TokenRow, begin: int, stop: int, kind: ActorKind | None) -> bool:
    """Whether a possessive mark belongs to the name: "St. George's," and "Sotheby's said"."""
    if kind is ActorKind.PERSON or row.words[stop - 1] != "'s" or stop - begin < 2:
        return False
    return stop >= row.stops(begin) or row.tokens[stop].pos in _AFTER_NAMES


def _is_edge(row: TokenRow, position: int, *, first: bool) -> bool:
    """Whether a token can't begin or end a name."""
    word = row.words[position]
    if word in POSSESSIVE_MARKS or not row.keys[position]:
        return True
    token = row.tokens[position]
    if not first:
        return word == "&" or (token.text.islower() and (word in NAME_JOINERS or token.pos in _FUNCTION_TAGS))
    if word in row.classes.names.particle or not token.text.islower():
        return word in ARTICLES
    # "rebel-held Leeds" is Leeds.
    return word.isalpha() and (token.pos != "PROPN" or row.at(position + 1) == "-" or word in ARTICLES)


def joined_initials(key: Key) -> Key:
    """A key with its initials in a row joined to one word.

    Example:
        >>> joined_initials(("u", "s", "senate"))
        ('US', 'senate')
    """
    if not any(len(one) == len(other) == 1 for one, other in pairwise(key)):
        return key
    words: list[str] = []
    for short, run in groupby(key, key=lambda word: len(word) == 1 and word.isalpha()):
        together = [*run]
        words += ["".join(together).upper()] if short and len(together) > 1 else together
    return tuple(words)


def is_proper(row: TokenRow, position: int) -> bool:
    """Whether a word is tagged or written as a name's."""
    token = row.tokens[position]
    return token.pos == "PROPN" or not token.text.islower()


def covered_tokens(mentions: Iterable[NameMention], length: int) -> list[bool]:
    """Whether each of *length* tokens is in a name mention."""
    taken = [False] * length
    for mention in mentions:
        taken[mention.begin : mention.stop] = [True] * (mention.stop - mention.begin)
    return taken
