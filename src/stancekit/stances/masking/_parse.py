"""The parse of a masked text: each name one proper noun, everything else where it moved to."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from ...language._universal import is_owner
from ...values import ActorKind, Name, Sentence, Span, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ._replacement import Replacement

_Group = tuple[list[Token], "Replacement | None"]


def masked_sentence(sentence: Sentence, replacements: Sequence[Replacement], text: str) -> Sentence:
    """Mask a parse as its text was masked.

    The words of a name become one word that hangs where the topmost of them hung; what hung on any
    of them hangs on it.

    Args:
        sentence: The parse of the original.

        replacements: What was replaced by what, in text order.

        text: The masked text.
    """
    groups = _groups(sentence, replacements)
    new_index = _new_indices(groups, len(sentence.tokens))
    move = _OffsetMap(replacements)
    tokens: list[Token] = []
    shift = 0  # from the original to the masked text, behind the names passed so far
    for members, replacement in groups:
        token = _topmost(sentence, members)
        index = len(tokens)
        head = index if token.head == token.index else new_index[token.head]
        if replacement is None:
            start, end = token.start + shift, token.end + shift
            if shift or index != token.index or head != token.head:
                token = Token(
                    index, start, end, token.text, token.lemma, token.pos, token.feats, token.dep, head
                )
            tokens.append(token)
            continue
        shift = replacement.masked.end - replacement.original.end
        if _is_whole(members, replacement):
            tokens += _name_tokens(token, replacement, index, head)
        else:
            # The name is a part of a longer word, such as "pro-Trump".
            start, end = move.start(members[0].start), move.end(members[-1].end)
            word = text[start:end]
            tokens.append(
                Token(index, start, end, word, word.lower(), token.pos, token.feats, token.dep, head)
            )
    return Sentence(tokens, _masked_names(sentence, replacements, move))


def swap_names(sentence: Sentence, replacements: Sequence[Replacement], text: str) -> Sentence:
    """A masked parse with its names as in another text, where the same places have other roles."""
    tokens = list(sentence.tokens)
    at = 0
    for replacement in replacements:
        while at < len(tokens) and tokens[at].end <= replacement.masked.start:
            at += 1
        if at < len(tokens) and (word := text[tokens[at].start : tokens[at].end]) != tokens[at].text:
            tokens[at] = _with_name(tokens[at], word)
    return Sentence(tokens, sentence.names)


def _with_name(token: Token, word: str) -> Token:
    lemma = word if token.lemma == token.text else word.lower()
    return Token(
        token.index, token.start, token.end, word, lemma, token.pos, token.feats, token.dep, token.head
    )


class _OffsetMap:
    """Offsets of the original as offsets of the masked text."""

    def __init__(self, replacements: Sequence[Replacement]) -> None:
        self._originals = [(r.original.start, r.original.end) for r in replacements]
        self._masked = [(r.masked.start, r.masked.end) for r in replacements]
        self._starts = [start for start, _ in self._originals]

    def start(self, offset: int) -> int:
        """Where a word begins; at its placeholder's beginning if it begins in a name."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        begin, end = self._originals[at]
        return self._masked[at][0] if begin <= offset < end else self._masked[at][1] + offset - end

    def end(self, offset: int) -> int:
        """Where a word ends; at its placeholder's end if it ends in a name."""
        at = bisect_right(self._starts, offset - 1) - 1
        if at < 0:
            return offset
        _, end = self._originals[at]
        return self._masked[at][1] if offset <= end else self._masked[at][1] + offset - end


def _groups(sentence: Sentence, replacements: Sequence[Replacement]) -> list[_Group]:
    """The words one by one, or together where one name covers them."""
    groups: list[_Group] = []
    waiting = iter(replacements)
    current = next(waiting, None)
    for token in sentence.tokens:
        while current is not None and current.original.end <= token.start:
            current = next(waiting, None)
        if current is None or token.end <= current.original.start:
            groups.append(([token], None))
        elif groups and groups[-1][1] is current:
            groups[-1][0].append(token)
        else:
            groups.append(([token], current))
    return groups


def _new_indices(groups: Sequence[_Group], size: int) -> list[int]:
    found = [0] * size
    count = 0
    for members, replacement in groups:
        for member in members:
            found[member.index] = count
        has_ending = replacement is not None and replacement.ending and _is_whole(members, replacement)
        count += 2 if has_ending else 1
    return found


def _is_whole(members: Sequence[Token], replacement: Replacement) -> bool:
    """Whether words cover a name and no more."""
    return members[0].start >= replacement.original.start and members[-1].end <= replacement.original.end


def _name_tokens(token: Token, replacement: Replacement, index: int, head: int) -> list[Token]:
    start, cut = replacement.masked.start, replacement.masked.end - len(replacement.ending)
    dep = "nmod:poss" if replacement.ending or is_owner(token) else token.dep
    name = replacement.name
    found = [Token(index, start, cut, name, name, "PROPN", "Number=Sing", dep, head)]
    if replacement.ending:
        ending = replacement.ending
        found.append(Token(index + 1, cut, replacement.masked.end, ending, ending, "PART", "", "case", index))
    return found


def _topmost(sentence: Sentence, members: Sequence[Token]) -> Token:
    """The member nearest to the root: hanging the group there can't make a circle."""
    if len(members) == 1:
        return members[0]
    return min(members, key=lambda token: len(sentence.ancestors(token)))


def _masked_names(
    sentence: Sentence, replacements: Sequence[Replacement], move: _OffsetMap
) -> Iterator[Name]:
    """The names left, and the placeholders; what sort of somebody those are is not told."""
    if not sentence.names:
        return
    for name in sentence.names:
        if not any(r.original.overlaps(name.span) for r in replacements):
            yield Name(Span(move.start(name.span.start), move.end(name.span.end)), name.kind)
    for r in replacements:
        if r.original in sentence.span:
            yield Name(Span(r.masked.start, r.masked.end - len(r.ending)), ActorKind.PERSON)
