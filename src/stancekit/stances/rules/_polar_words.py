"""Lexicon match: the polar words and phrases of a parsed sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...language._function_words import DETACHED_PREFIXES
from ...syntax._quotation_marks import QUOTATION_MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...lexicon._lexicon import LexicalEntry, Lexicon
    from ...syntax._grammar import Grammar
    from ...values import Token

_PARTS: Final = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv", "ADP": "prep"}
_FALLBACKS: Final = {"VERB": ("adj",), "ADJ": ("verb", "noun")}
"""Where else a word is looked up: parsers mix up participles, and so do lexicons."""

_OF_NOUNS: Final = frozenset(["obj", "iobj", "nmod", "compound"])
"""Relations that only a noun has, whatever a tagger says."""

_GAP: Final = frozenset(["DET", "ADJ", "ADV", "PART", "PRON", "PROPN", "NUM"])
"""Parts of speech that may stand between the words of a verb phrase: "gave him the cold shoulder"."""

_MAX_GAP = 4
_REMEMBERED: Final = 50_000
"""Words whose entries are kept."""


@frozen
class PolarWord:
    """A lexicon entry where it stands.

    Args:
        entry: The entry.

        head: Position of its syntactic head.

        at: Positions of its words, in order; between those of a phrase others may stand.
    """

    entry: LexicalEntry
    head: int
    at: tuple[int, ...]

    @property
    def first(self) -> int:
        """Position of its first word."""
        return self.at[0]

    @property
    def last(self) -> int:
        """Position of its last word."""
        return self.at[-1]


@frozen
class _WordEntries:
    """The lexicon's entries for a word, as it is written and tagged.

    Args:
        keys: What it may be listed as, likeliest first.

        entry: Its entry as the part of speech that it is tagged as.

        as_noun: The same if grammar makes it a noun.

        otherwise: Its entry as another part of speech, where it has none of its own.

        phrases: Phrases that begin with it.
    """

    keys: tuple[str, ...]
    entry: LexicalEntry | None
    as_noun: LexicalEntry | None
    otherwise: LexicalEntry | None
    phrases: tuple[LexicalEntry, ...]


@lru_cache(maxsize=_REMEMBERED)
def _entries_of_word(lexicon: Lexicon, text: str, lemma: str, pos: str) -> _WordEntries:
    keys = _lookup_keys(text, lemma, pos)

    def first(part: str, keys: Sequence[str]) -> LexicalEntry | None:
        return next((lexicon.words[part][key] for key in keys if key in lexicon.words[part]), None)

    # A participle is an adjective as it is written, never by its lemma: "based" is not "base".
    others = (first(part, keys if part == "verb" else (text.lower(),)) for part in _FALLBACKS.get(pos, ()))
    return _WordEntries(
        keys,
        first(_PARTS[pos], keys) if pos in _PARTS else None,
        first("noun", keys) if pos == "VERB" else None,
        next((entry for entry in others if entry is not None), None),
        tuple(entry for key in keys for entry in lexicon.phrases.get(key, ())),
    )


def _entries_of_words(words: Sequence[Token], lexicon: Lexicon) -> list[_WordEntries]:
    return [_entries_of_word(lexicon, word.text, word.lemma, word.pos) for word in words]


def may_be_polar(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether words may hold a polar word or phrase; errs on the side of yes."""
    entries_by_word = _entries_of_words(words, lexicon)
    if any(entries.entry or entries.as_noun or entries.otherwise for entries in entries_by_word):
        return True
    phrases = [entry for entries in entries_by_word for entry in entries.phrases]
    if not phrases:
        return False
    present = {key for entries in entries_by_word for key in entries.keys}
    return any(present.issuperset(entry.words) for entry in phrases)


def polar_words(grammar: Grammar, lexicon: Lexicon) -> list[PolarWord]:
    """The polar words of a sentence in text order; words of a phrase are not counted again."""
    entries_by_word = _entries_of_words(grammar.tokens, lexicon)
    taken = bytearray(len(entries_by_word))
    for name in grammar.sentence.names:
        for token in grammar.sentence.within(name.span):
            taken[token.index] = 1
    found = list(_phrases(grammar, lexicon, entries_by_word, taken))
    for at, entries in enumerate(entries_by_word):
        if not taken[at] and (entry := _entry_at(grammar, at, entries)) is not None:
            found.append(PolarWord(entry, at, (at,)))
    return sorted(found, key=lambda word: (word.first, word.last))


def _entry_at(grammar: Grammar, at: int, entries: _WordEntries) -> LexicalEntry | None:
    token = grammar.tokens[at]
    if not (entries.entry or entries.as_noun or entries.otherwise) or _is_proper(token):
        return None
    if _is_prefixed(grammar, at) or _is_going_to(grammar, at):
        return None
    own = entries.as_noun if token.pos == "VERB" and token.dep in _OF_NOUNS else entries.entry
    if own is not None or (token.pos == "VERB" and not _describes(grammar, at)):
        return own
    return entries.otherwise


def _is_prefixed(grammar: Grammar, at: int) -> bool:
    """Whether a hyphened prefix changes a word's meaning: "post-crisis"."""
    return at >= 2 and grammar.words[at - 1] == "-" and grammar.words[at - 2] in DETACHED_PREFIXES


def _is_going_to(grammar: Grammar, at: int) -> bool:
    """Whether an adjective expresses mere intention: "prepared to run"."""
    return grammar.lemmas[at] in grammar.adjectives.disposed and any(
        grammar.words[kid] == "to"
        for clause in grammar.kids_in(at, ("xcomp", "ccomp", "advcl"))
        for kid in grammar.kids_in(clause, ("mark",))
    )


def _describes(grammar: Grammar, verb: int) -> bool:
    """Whether a participle is used as an adjective: "a wanted man", "seemed determined"."""
    if "VerbForm=Part" not in grammar.tokens[verb].feats:
        return False
    return grammar.deps[verb] in {"amod", "xcomp"} or grammar.is_passive(verb)


def _is_proper(token: Token) -> bool:
    """Whether capitals make an adjective a part of a name: "the Democratic senator"."""
    return token.pos == "ADJ" and token.index > 0 and token.text[:1].isupper() and not token.text.isupper()


def _phrases(
    grammar: Grammar, lexicon: Lexicon, entries_by_word: Sequence[_WordEntries], taken: bytearray
) -> list[PolarWord]:
    found = []
    keys = [entries.keys for entries in entries_by_word]
    present = {key for own in keys for key in own}
    for first, entries in enumerate(entries_by_word):
        if taken[first]:
            continue
        for entry in entries.phrases:
            if entry.words[-1] not in present or entry.words[1] not in present:
                continue
            is_receiving = entry.part == "verb" and entry.words[0] in grammar.verbs.receiving
            if is_receiving and _ends_in_attitude(entry, lexicon):
                continue  # "won praise from": the noun alone tells from whom
            at = _match_phrase(grammar, entry, keys, first)
            if at is not None and not any(taken[i] for i in at):
                for i in at:
                    taken[i] = 1
                if any(pattern.score for pattern in entry.patterns):
                    found.append(PolarWord(entry, _phrase_head(grammar, at), tuple(at)))
                break
    return found


def _ends_in_attitude(entry: LexicalEntry, lexicon: Lexicon) -> bool:
    noun = lexicon.words["noun"].get(entry.words[-1])
    return noun is not None and noun.relation == "by"


def _match_phrase(
    grammar: Grammar, entry: LexicalEntry, keys: Sequence[Sequence[str]], first: int
) -> list[int] | None:
    """Positions of a phrase's words that begin at *first*, with the gaps its sort allows."""
    at = [first]
    position = first + 1
    for word in entry.words[1:]:
        gap = 0
        while position < len(keys) and word not in keys[position]:
            token = grammar.tokens[position]
            if not (
                _is_transparent(token) or (gap < _MAX_GAP and entry.part == "verb" and token.pos in _GAP)
            ):
                return None
            gap += not _is_transparent(token)
            position += 1
        if position == len(keys):
            return None
        at.append(position)
        position += 1
    return at


def _is_transparent(token: Token) -> bool:
    return (
        token.text in QUOTATION_MARKS
        or token.text == "-"
        or token.pos == "DET"
        or (token.dep == "case" and token.pos == "PART")
    )


def _phrase_head(grammar: Grammar, at: Sequence[int]) -> int:
    """The syntactic head of a phrase: its first word with a governor outside it."""
    inside = {*at}
    outward = [i for i in at if grammar.heads[i] not in inside or grammar.heads[i] == i]
    # Parsers tear "as out of touch" apart; what carries the phrase is no preposition.
    return next((i for i in outward if grammar.poses[i] not in {"ADP", "DET", "PART"}), (outward or at)[0])


def _lookup_keys(text: str, lemma: str, pos: str) -> tuple[str, ...]:
    """What a word may be listed as, likeliest first.

    Comparatives and adverbs are listed as they are written where they are ("worst"); of verbs the
    lemma comes first, since "left" and "found" are mostly forms of other verbs.
    """
    word, lemma = text.lower().replace("’", "'"), lemma.lower()
    keys = [word, lemma, *_positive_forms(word)] if pos in {"ADJ", "ADV"} else [lemma, word]
    if pos == "VERB" and word in {lemma + "ed", lemma + "ing", lemma + "d"}:
        keys += _lemma_repairs(lemma)
    elif pos == "VERB" and lemma == word and word.endswith(("ed", "ing")):
        stem = word.removesuffix("ed").removesuffix("ing")
        keys += [stem, *_lemma_repairs(stem)]
    return tuple(dict.fromkeys(keys))


def _positive_forms(word: str) -> list[str]:
    """Positive forms of a comparative or superlative: "braver", "bravest"."""
    stem = word.removesuffix("est") if word.endswith("est") else word.removesuffix("er")
    return [] if stem == word else [stem + "e", stem, *_lemma_repairs(stem)]


def _lemma_repairs(lemma: str) -> list[str]:
    """Repairs of a lemma with only the ending cut off: "prais", "stopp", "carri", "flattere"."""
    if lemma.endswith("i"):
        return [lemma[:-1] + "y"]
    if lemma.endswith("e"):
        return [lemma[:-1]]
    return [lemma + "e", lemma[:-1]] if lemma[-2:-1] == lemma[-1:] else [lemma + "e"]
