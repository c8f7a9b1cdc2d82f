"""Names out, placeholders in: a stance scorer never sees who the actors are.

Every actor is called by the same made-up surname in the same role, whatever the text called it:
by name, by a noun ("the senator") or by a pronoun. What a scorer sees is therefore the same text
after any renaming, and neither gender nor fame nor nationality shows in the words masked.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from ...language._function_words import AFTER_OBJECT_HER, OWNERS, PERSONAL, RELATIVE
from ...language._universal import counterpart, is_owner
from ...values import Candidate, Span
from ...values._fields import as_tuple
from ._parse import masked_sentence, swap_names
from ._replacement import Replacement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...values import Sentence, Token

# Rare surnames without a gender that the language model takes for names; equally long, so that
# swapping two roles moves no offset.
TARGET_PLACEHOLDER: Final = "Alden"
HOLDER_PLACEHOLDER: Final = "Boyle"
OTHER_PLACEHOLDER: Final = "Coyne"
PLACEHOLDERS: Final = frozenset([TARGET_PLACEHOLDER, HOLDER_PLACEHOLDER, OTHER_PLACEHOLDER])

_PRONOUNS: Final = PERSONAL | RELATIVE | {"one"}
_POSSESSIVES: Final = OWNERS - {"her"} | {"whose"}

_REMEMBERED: Final = 64
"""Sentences whose pronouns are kept: one is asked about many times in a row."""

_MIN_ALIAS = 3
"""Shorter last words of a name, such as "II", are not looked for elsewhere."""


@frozen
class OtherMentions:
    """Other mentions of target and holder in a passage, where coreference is known.

    Args:
        target: Of the target.

        holder: Of the holder.
    """

    target: tuple[Span, ...] = field(default=(), converter=as_tuple)
    holder: tuple[Span, ...] = field(default=(), converter=as_tuple)


def _as_replacements(replacements: Iterable[Replacement]) -> tuple[Replacement, ...]:
    return tuple(replacements)


@frozen
class MaskedCandidate:
    """A candidate without names, and the way back.

    Args:
        candidate: What a scorer is shown.

        replacements: What was replaced, in text order.
    """

    candidate: Candidate
    replacements: tuple[Replacement, ...] = field(converter=_as_replacements)

    @cached_property
    def _masked_starts(self) -> list[int]:
        return [r.masked.start for r in self.replacements]

    @cached_property
    def _original_starts(self) -> list[int]:
        return [r.original.start for r in self.replacements]

    def to_original(self, span: Span) -> Span | None:
        """Where *span* of the masked text stands in the original; `None` where it touches a name.

        Example:
            >>> masked = mask(Candidate("Mr Bonaventure failed.", Span(3, 14)))
            >>> masked.candidate.text, masked.to_original(Span(9, 15))
            ('Mr Alden failed.', Span(15, 21))
            >>> masked.to_original(Span(0, 5)) is None
            True
        """
        at = bisect_right(self._masked_starts, span.start)
        if any(r.masked.overlaps(span) for r in self.replacements[max(0, at - 1) : at + 1]):
            return None
        if at == 0:
            return span
        before = self.replacements[at - 1]
        return span.shift(before.original.end - before.masked.end)

    def to_masked(self, span: Span) -> Span | None:
        """Where *span* of the original stands in the masked text; `None` where it touches a name."""
        at = bisect_right(self._original_starts, span.start)
        if any(r.original.overlaps(span) for r in self.replacements[max(0, at - 1) : at + 1]):
            return None
        if at == 0:
            return span
        before = self.replacements[at - 1]
        return span.shift(before.masked.end - before.original.end)


class Masker:
    """Masks candidates one after another; those that differ in roles alone share a masked parse."""

    def __init__(self) -> None:
        self._parses: dict[tuple[object, ...], Sentence] = {}

    def mask(self, candidate: Candidate, other_mentions: OtherMentions | None = None) -> MaskedCandidate:
        """Do what `mask` does."""
        text, replacements = _replaced(candidate, _regions(candidate, other_mentions or OtherMentions()))
        by_original = {r.original: _name_part(r) for r in replacements}
        shown = Candidate(
            text,
            by_original[candidate.target],
            None if candidate.holder is None else by_original[candidate.holder],
            others=[_name_part(r) for r in replacements if r.name == OTHER_PLACEHOLDER],
            sentence=self._parse(candidate.sentence, replacements, text),
        )
        return MaskedCandidate(shown, replacements)

    def _parse(
        self, sentence: Sentence | None, replacements: Sequence[Replacement], text: str
    ) -> Sentence | None:
        if sentence is None:
            return None
        key = (sentence, *((r.original.start, r.original.end, r.ending) for r in replacements))
        if key in self._parses:
            return swap_names(self._parses[key], replacements, text)
        self._parses[key] = masked_sentence(sentence, replacements, text)
        return self._parses[key]


def mask(candidate: Candidate, other_mentions: OtherMentions | None = None) -> MaskedCandidate:
    """Replace every actor of a candidate by a placeholder, in its text and in its parse.

    The target becomes "Alden", the holder "Boyle", anybody else "Coyne"; so does every further
    occurrence of their names in the passage (and of a longer name's last word). A possessive
    pronoun becomes "Alden's". In the parse, the words of a name become one proper noun.

    Args:
        candidate: What is to be scored.

        other_mentions: Where else target and holder are known to be mentioned.

    Example:
        >>> mask(Candidate("She praised his nerve.", Span(12, 15), Span(0, 3))).candidate.text
        "Boyle praised Alden's nerve."
    """
    return Masker().mask(candidate, other_mentions)


def name_spans(candidate: Candidate) -> list[Span]:
    """The spans of all names in a candidate, in order, which evidence must not touch.

    These are its target, its holder and its others, and every further place in its text where one of
    their names, or a placeholder, stands as a word.

    Example:
        >>> text = "Alden and Boyle met, and Alden left."
        >>> [(span.start, span.of(text)) for span in name_spans(Candidate(text, Span(0, 5)))]
        [(0, 'Alden'), (10, 'Boyle'), (25, 'Alden')]
    """
    given = [candidate.target, *([candidate.holder] if candidate.holder else []), *candidate.others]
    names = {span.of(candidate.text) for span in given} | PLACEHOLDERS
    return sorted({*given, *(span for name in names for span in _occurrences(candidate.text, name))})


def _replaced(candidate: Candidate, regions: Iterable[tuple[Span, str]]) -> tuple[str, list[Replacement]]:
    pieces: list[str] = []
    replacements: list[Replacement] = []
    end = length = 0
    for span, name in regions:
        kept = candidate.text[end : span.start]
        ending = "'s" if _is_possessive(candidate, span) else ""
        start = length + len(kept)
        length = start + len(name) + len(ending)
        replacements.append(Replacement(span, Span(start, length), name, ending))
        pieces += [kept, name, ending]
        end = span.end
    return "".join([*pieces, candidate.text[end:]]), replacements


def _name_part(replacement: Replacement) -> Span:
    return Span(replacement.masked.start, replacement.masked.end - len(replacement.ending))


def _regions(candidate: Candidate, other_mentions: OtherMentions) -> list[tuple[Span, str]]:
    """What to replace, in text order, never overlapping: first the target, then the holder."""
    wanted = [(candidate.target, TARGET_PLACEHOLDER)]
    if candidate.holder is not None:
        wanted.append((candidate.holder, HOLDER_PLACEHOLDER))
    wanted += [(span, TARGET_PLACEHOLDER) for span in other_mentions.target]
    wanted += [(span, HOLDER_PLACEHOLDER) for span in other_mentions.holder]
    wanted += [(other, OTHER_PLACEHOLDER) for other in candidate.others]
    known: dict[str, str] = {}
    for span, name in wanted:
        if _foreign_pronoun(candidate, span) is None:
            known.setdefault(span.of(candidate.text), name)
    for text, name in [*known.items()]:
        # The last word of a person's name is a surname; that of "Ostrey, Norland" is somewhere else.
        if "," not in text and len(alias := text.rpartition(" ")[2]) >= _MIN_ALIAS:
            known.setdefault(alias, name)
    for text, name in known.items():
        wanted += [(span, name) for span in _occurrences(candidate.text, text)]
    return _without_overlaps(wanted)


def _occurrences(text: str, name: str) -> Iterator[Span]:
    """Every place where a name stands as a word; common nouns and pronouns are not names."""
    if not name[:1].isupper() or name.lower() in _PRONOUNS:
        return
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            yield Span(at, end)
        at = text.find(name, end)


def _without_overlaps(wanted: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Keep the earlier of two that overlap; result in text order."""
    starts: list[int] = []
    kept: list[tuple[Span, str]] = []
    for span, name in wanted:
        at = bisect_right(starts, span.start)
        if any(span.overlaps(other) for other, _ in kept[max(0, at - 1) : at + 1]):
            continue
        starts.insert(at, span.start)
        kept.insert(at, (span, name))
    return kept


def _foreign_pronoun(candidate: Candidate, span: Span) -> Token | None:
    """The pronoun of another language than English that is mentioned; `None` for all other words."""
    return None if candidate.sentence is None else _foreign_pronouns(candidate.sentence).get(span.start)


@lru_cache(maxsize=_REMEMBERED)
def _foreign_pronouns(sentence: Sentence) -> dict[int, Token]:
    words = (token for token in sentence.tokens if token.pos in {"PRON", "DET"})
    return {token.start: token for token in words if counterpart(token) is not None}


def _is_possessive(candidate: Candidate, span: Span) -> bool:
    word = span.of(candidate.text).lower()
    if (foreign := _foreign_pronoun(candidate, span)) is not None:
        return is_owner(foreign)
    if word != "her":
        return word in _POSSESSIVES
    if candidate.sentence is not None:
        return any(token.dep == "nmod:poss" for token in candidate.sentence.within(span))
    following = candidate.text[span.end : span.end + 20].lstrip(" \u00a0")
    after = following.split(maxsplit=1)[0].lower().strip('.,;:!?"”’') if following.strip() else ""
    return following[:1].isalpha() and after not in AFTER_OBJECT_HER
