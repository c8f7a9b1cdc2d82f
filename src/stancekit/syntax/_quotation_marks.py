"""Quotation marks: which characters are marks, and which two belong together."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

from ..values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..values import Document, Token

STRAIGHT = "straight"
CURLY = "curly"
LOW = "low"
ANGLE = "angle"
CORNER = "corner"
SINGLE = "single"
LOW_SINGLE = "low single"
ANGLE_SINGLE = "angle single"

SHAPES: dict[str, tuple[str, str]] = {
    # written: (family as an opening mark, family as a closing mark)
    '"': (STRAIGHT, STRAIGHT),
    "＂": (STRAIGHT, STRAIGHT),
    "″": (STRAIGHT, STRAIGHT),
    "''": (STRAIGHT, STRAIGHT),
    "``": (STRAIGHT, STRAIGHT),
    "’’": (CURLY, CURLY),
    "‘‘": (CURLY, CURLY),
    "“": (CURLY, CURLY),
    "”": (CURLY, CURLY),
    "‟": (CURLY, CURLY),
    "„": (LOW, CURLY),
    "«": (ANGLE, ANGLE),
    "»": (ANGLE, ANGLE),
    "「": (CORNER, CORNER),
    "」": (CORNER, CORNER),
    "『": (CORNER, CORNER),
    "』": (CORNER, CORNER),
    "'": (SINGLE, SINGLE),
    "`": (SINGLE, SINGLE),
    "‘": (SINGLE, SINGLE),
    "’": (SINGLE, SINGLE),
    "‛": (SINGLE, SINGLE),
    "‚": (LOW_SINGLE, SINGLE),
    "‹": (ANGLE_SINGLE, ANGLE_SINGLE),
    "›": (ANGLE_SINGLE, ANGLE_SINGLE),
}
QUOTATION_MARKS = frozenset("“ ” \" '' `` ‘ « » „ ‟ ‹ › '".split())
"""Marks that stand as a token of their own; ’ is mostly an apostrophe."""
PREFERS_OPENING = frozenset(("``", "‘‘", "“", "‟", "„", "«", "「", "『", "`", "‘", "‛", "‚", "‹"))
PREFERS_CLOSING = frozenset(("’’", "”", "»", "」", "』", "’", "›"))
WEAK = frozenset((SINGLE, LOW_SINGLE, ANGLE_SINGLE))
"""Families that never reach over a double mark; apostrophes look like them."""
CLOSES = {
    STRAIGHT: (STRAIGHT, LOW),
    CURLY: (CURLY, LOW),
    SINGLE: (SINGLE, LOW_SINGLE),
    LOW: (),
    LOW_SINGLE: (),
}
"""Which opening families a closing family ends; itself where not listed."""
MISTAKEN = {STRAIGHT: (CURLY,), CURLY: (STRAIGHT,)}
"""Which it ends besides where its own is not open: keyboards mix them up."""

OPENERS_BEFORE = frozenset("([{<—–-/…¿¡“‘«‹„‚\"'`‟‛:;,=>|*_.")
"""An opening mark may follow these directly, or a space."""
CLOSERS_AFTER = frozenset(".,;:!?()[]{}>—–-/…”’»›\"'|*_&%")
"""A closing mark may stand directly before these, or before a space."""
ELISIONS = re.compile(
    r"(?:\d0s|em|tis|twas|twere|til|till|cause|bout|round|neath|cuz|nuff|n|im|er|ere|tude|hood)\b",
    re.IGNORECASE,
)
"""Words that begin with an apostrophe."""

_MARKS = re.compile(r"'{2,}|`{2,}|’{2,}|‘{2,}|[\"＂″“”‟„«»「」『』'`‘’‛‚‹›]")


MAX_DEPTH = 4
"""Pairs nested deeper are left out; no writer goes there."""


@frozen
class Pair:
    """Two quotation marks that belong together, or one that the next paragraph takes up.

    Args:
        opening: The opening mark.

        closing: The closing one; `None` where the quote goes on in the next paragraph.

        inner: What stands between them, without the spaces at its ends; holds a letter or digit.

        depth: How many pairs are around it, 0 to `MAX_DEPTH`.
    """

    opening: Span
    closing: Span | None
    inner: Span
    depth: int = 0

    @property
    def end(self) -> int:
        """Offset just past the closing mark, or past the content where there is none."""
        return self.inner.end if self.closing is None else self.closing.end

    @property
    def whole(self) -> Span:
        """The content with its marks."""
        return Span(self.opening.start, self.end)


@frozen
class Marks:
    """The quotation marks of a text.

    Args:
        pairs: By where they open.

        unbalanced: Marks without a partner.
    """

    pairs: tuple[Pair, ...]
    unbalanced: tuple[Span, ...]


@frozen
class _Mark:
    start: int
    end: int
    opens: str | None
    closes: str | None

    @property
    def family(self) -> str:
        return self.opens or self.closes or ""


_Matched = tuple[_Mark, _Mark | None, int]
"""An opening mark, its closing one, and where the content between them ends."""


def pair_marks(text: str, paragraphs: Iterable[Span]) -> Marks:
    """Find the pairs of quotation marks, paragraph by paragraph, in linear time.

    A mark without a partner is reported and costs nothing else, except that an opening mark is
    taken up by the next paragraph if that begins with such a mark.

    Args:
        text: Any text.

        paragraphs: Where its paragraphs stand, in order.

    Example:
        >>> text = "“It’s a ‘fine’ day,” she said."
        >>> [pair.inner.of(text) for pair in pair_marks(text, [Span(0, len(text))]).pairs]
        ['It’s a ‘fine’ day,', 'fine']
    """
    pairs: list[_Matched] = []
    unbalanced: list[_Mark] = []
    pending: tuple[_Mark, int] | None = None
    for paragraph in paragraphs:
        marks = _marks_in(text, paragraph)
        if pending is not None and _takes_up(text, pending[0], marks, paragraph):
            pairs.append((pending[0], None, pending[1]))
        elif pending is not None:
            unbalanced.append(pending[0])
        found, left_over = _match(marks)
        pairs.extend((opening, closing, closing.start) for opening, closing in found)
        pending = _continuing(left_over, found, paragraph)
        unbalanced.extend(mark for mark in left_over if pending is None or mark != pending[0])
    if pending is not None:
        unbalanced.append(pending[0])
    pairs.sort(key=lambda pair: pair[0].start)
    lonely = sorted(Span(mark.start, mark.end) for mark in unbalanced if _is_worth_a_warning(text, mark))
    return Marks(tuple(_nested(text, pairs)), tuple(lonely))


def _takes_up(text: str, mark: _Mark, marks: Sequence[_Mark], paragraph: Span) -> bool:
    """Whether a paragraph begins with another opening mark of the same family."""
    return bool(marks) and marks[0].opens == mark.opens and marks[0].start == _first_letter(text, paragraph)


def _first_letter(text: str, paragraph: Span) -> int:
    position = paragraph.start
    while position < paragraph.end and text[position].isspace():
        position += 1
    return position


def _continuing(
    left_over: Sequence[_Mark], found: Sequence[tuple[_Mark, _Mark]], paragraph: Span
) -> tuple[_Mark, int] | None:
    """The opening mark that may go on in the next paragraph, and where its content ends here."""
    double = [mark for mark in left_over if mark.family not in WEAK]
    if not double or double[-1].opens is None:
        return None
    last = double[-1]
    rivals = (
        opening
        for opening, closing in found
        if closing.start > last.start and (opening.opens == last.opens or opening.start < last.start)
    )
    return None if any(rivals) else (last, paragraph.end)


def _is_worth_a_warning(text: str, mark: _Mark) -> bool:
    """Lone single marks are apostrophes, and marks behind digits are units."""
    if mark.family in WEAK:
        return False
    return not (mark.start > 0 and text[mark.start - 1].isdigit() and mark.closes == STRAIGHT)


def _marks_in(text: str, paragraph: Span) -> list[_Mark]:
    found = []
    for match in _MARKS.finditer(text, paragraph.start, paragraph.end):
        for start, end in _pieces(match):
            mark = _classify(text, start, end, paragraph)
            if mark is not None:
                found.append(mark)
    return _without_possessives(text, found)


def _pieces(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """A run of single marks as double ones, and a single one where it is odd."""
    start, end = match.span()
    if end - start <= 2:
        yield start, end
        return
    before = match.string[start - 1] if start else " "
    odd = (end - start) % 2
    if odd and not before.isspace():
        yield start, start + 1
        start += 1
    while end - start >= 2:
        yield start, start + 2
        start += 2
    if start < end:
        yield start, end


def _classify(text: str, start: int, end: int, paragraph: Span) -> _Mark | None:
    """What the mark may do here: open, close, or both where its neighbours do not tell."""
    written = text[start:end]
    opens, closes = SHAPES[written]
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    if opens in WEAK and _is_apostrophe(text, written, before, after, end):
        return None
    may_open = not after.isspace() and (before.isspace() or before in OPENERS_BEFORE)
    may_close = not before.isspace() and (after.isspace() or after in CLOSERS_AFTER)
    if written in PREFERS_OPENING:
        may_open, may_close = not (may_close and not may_open), may_close and not may_open
    elif written in PREFERS_CLOSING:
        if written == "»" and after in CLOSERS_AFTER:
            may_open = False  # as French spaces it: « Oui », a-t-elle dit
        may_open = may_open and not may_close and (before.isspace() or before in "([{")
        may_close = not may_open
    elif not (may_open or may_close):
        may_open = may_close = opens not in WEAK
    return _Mark(start, end, opens if may_open else None, closes if may_close else None)


def _is_apostrophe(text: str, written: str, before: str, after: str, end: int) -> bool:
    if written in {"‹", "›", "‚"}:
        return False
    if before.isalnum() and after.isalnum():
        return True
    if not before.isspace() or not after.isalnum():
        return before.isspace() and after.isspace()
    return after.isdigit() or ELISIONS.match(text, end) is not None


def _without_possessives(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Leave out single marks behind an s where a better closing mark is still to come."""
    kept: list[_Mark] = []
    better_ahead = False
    for mark in reversed(marks):
        weak = mark.family == SINGLE
        if weak and mark.closes and not mark.opens:
            before = text[mark.start - 1] if mark.start else " "
            follows = text[mark.end : mark.end + 2]
            possessive = before in "sSzx" and len(follows) == 2 and follows[0] == " " and follows[1].isalnum()
            if possessive and better_ahead:
                continue
            better_ahead = True
        elif mark.opens:
            better_ahead = False
        kept.append(mark)
    kept.reverse()
    return kept


def _match(marks: Sequence[_Mark]) -> tuple[list[tuple[_Mark, _Mark]], list[_Mark]]:
    """Pair closing marks with the nearest open mark that they can end."""
    stack: list[_Mark] = []
    places: dict[str, list[int]] = defaultdict(list)
    doubles: list[int] = []
    pairs: list[tuple[_Mark, _Mark]] = []
    left_over: list[_Mark] = []

    def pop() -> _Mark:
        mark = stack.pop()
        family = mark.opens or ""
        places[family].pop()
        if family not in WEAK:
            doubles.pop()
        return mark

    for mark in marks:
        at = _open_place(mark, places, doubles) if mark.closes else None
        if at is not None:
            while len(stack) > at + 1:
                left_over.append(pop())
            pairs.append((pop(), mark))
        elif mark.opens:
            places[mark.opens].append(len(stack))
            if mark.opens not in WEAK:
                doubles.append(len(stack))
            stack.append(mark)
        else:
            left_over.append(mark)
    left_over.extend(stack)
    return sorted(pairs, key=_by_start), sorted(left_over, key=lambda m: m.start)


def _by_start(pair: tuple[_Mark, _Mark]) -> int:
    return pair[0].start


def _open_place(mark: _Mark, places: dict[str, list[int]], doubles: list[int]) -> int | None:
    """Where on the stack the mark's partner waits."""
    family = mark.closes or ""
    found = [places[other][-1] for other in CLOSES.get(family, (family,)) if places[other]]
    if not found and mark.opens is None and doubles:
        found = [doubles[-1] for other in MISTAKEN.get(family, ()) if places[other][-1:] == doubles[-1:]]
    if not found:
        return None
    place = max(found)
    hidden = family in WEAK and doubles and doubles[-1] > place
    return None if hidden else place


def _nested(text: str, pairs: Sequence[_Matched]) -> Iterator[Pair]:
    """Pairs with content and their depth, from pairs in the order of their opening marks."""
    letters = _next_letters(text, [opening.end for opening, _, _ in pairs])
    ends: list[int] = []
    for (opening, closing, end), letter in zip(pairs, letters, strict=True):
        while ends and ends[-1] <= opening.start:
            ends.pop()
        if letter < end and len(ends) <= MAX_DEPTH:
            yield Pair(
                Span(opening.start, opening.end),
                None if closing is None else Span(closing.start, closing.end),
                _trimmed(text, opening.end, end),
                len(ends),
            )
        ends.append(end)


def _next_letters(text: str, starts: Sequence[int]) -> list[int]:
    """For each of the ordered offsets, where the next letter or digit stands."""
    found = []
    ahead = limit = len(text)
    for start in reversed(starts):
        ahead = next((at for at in range(start, limit) if text[at].isalnum()), ahead)
        limit = start
        found.append(ahead)
    found.reverse()
    return found


def _trimmed(text: str, start: int, end: int) -> Span:
    """The range without the spaces at its ends."""
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return Span(start, end)


OUTSIDE = -1
"""The place of words that no pair of marks is around."""


def parents_of(pairs: Sequence[Pair]) -> Iterator[int]:
    """For each pair, the index of the pair around it, or `OUTSIDE`."""
    around: list[int] = []
    for index, pair in enumerate(pairs):
        while around and pairs[around[-1]].end <= pair.opening.start:
            around.pop()
        yield around[-1] if around else OUTSIDE
        around.append(index)


def layers_of(tokens: Iterable[Token], pairs: Sequence[Pair], parents: Sequence[int]) -> Iterator[int]:
    """For each of the ordered tokens, the index of the innermost pair around it, or `OUTSIDE`."""
    around = OUTSIDE
    coming = 0
    for token in tokens:
        while coming < len(pairs) and pairs[coming].opening.end <= token.start:
            around = coming
            coming += 1
        while around != OUTSIDE and pairs[around].inner.end <= token.start:
            around = parents[around]
        yield around


def quotation_depths(document: Document) -> list[int]:
    """For each token of a document, the number of pairs of quotation marks around it."""
    pairs = pair_marks(document.text, document.paragraphs).pairs
    tokens = (token for sentence in document.sentences for token in sentence.tokens)
    layers = layers_of(tokens, pairs, [*parents_of(pairs)])
    return [0 if layer == OUTSIDE else pairs[layer].depth + 1 for layer in layers]


def quoted_words(tokens: Sequence[Token]) -> list[bool]:
    """For each word of a sentence, whether it stands in quotation marks.

    A lone closing mark ends a quote that began in an earlier sentence; a lone opening mark begins one
    that ends in a later sentence.
    """
    text, start = _text_of(tokens), tokens[0].start
    pairs, left_over = _match(_marks_in(text, Span(0, len(text))))
    quoted = [(opening.end, closing.start) for opening, closing in pairs]
    for mark in left_over:
        if mark.family in WEAK:
            continue
        if mark.opens is not None:
            quoted.append((mark.end, len(text)))
        elif not any(begin < mark.start for begin, _ in quoted):
            quoted.append((0, mark.start))
    return [any(begin <= token.start - start < end for begin, end in quoted) for token in tokens]


def _text_of(tokens: Sequence[Token]) -> str:
    """The text of a sentence, each word where its offset puts it."""
    start = tokens[0].start
    characters = [" "] * (max(token.end for token in tokens) - start)
    for token in tokens:
        width = token.end - token.start
        characters[token.start - start : token.end - start] = token.text[:width].ljust(width)
    return "".join(characters)
