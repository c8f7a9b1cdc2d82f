"""Keys: what two spellings of one name share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TypeAlias

Key: TypeAlias = tuple[str, ...]

_BREAKS = re.compile(r"[^\w&+]+|_+")
_INITIALS = re.compile(r"(?:\w\.){2,}|\w\.(?:\w\.)*\w")
_LONGEST_ACRONYM = 5
_LONGEST_WORD = 100


@lru_cache(maxsize=50_000)
def words_of(text: str) -> Key:
    """The words of a name, without points, hyphens, accents and casing.

    Acronyms of up to five letters keep their capitals, so that "US" is not "us".

    Example:
        >>> words_of("U.S."), words_of("Al-Qassam"), words_of("António Costa")
        (('US',), ('al', 'qassam'), ('antonio', 'costa'))
    """
    if text.isalpha() and text.isascii():  # nearly every token
        return (_cased(text),)
    plain = _INITIALS.sub(lambda match: match[0].replace(".", ""), text[:_LONGEST_WORD])
    return tuple(_cased(_without_accents(word)) for word in _BREAKS.split(plain) if word)


def key_of(name: str) -> Key:
    """The key of a name; the name itself where nothing in it is a letter or a digit."""
    return words_of(name) or (name,)


def _cased(word: str) -> str:
    return word if 1 < len(word) <= _LONGEST_ACRONYM and word.isupper() else word.casefold()


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)) or word
