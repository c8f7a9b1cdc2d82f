"""Quoted stretches joined to quotes: 'Yes,' she said, 'I will.' is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ...syntax._trees import DASHES, opens_report
from ..indirect._reporting_verb import begins_report
from ..marks._quoted_stretches import FINAL_ENDS, Unit, begins_with_dash
from ..sources._cue_beside_quote import FEW, Attachment
from ._cue_after import ascribed, enclosing, followed
from ._cue_before import introduced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..marks._marked_document import Word

NEAR = 4
"""Words before a quote, its comma included, among which a cue surely belongs to it."""
COORDINATING = frozenset(("and", "or", "but", "then", ",", ";"))
"""Words between two quotes that one report tells: 'chanted “No tolls now” and “Mind the gap here”'."""
MAX_UNITS = 40
"""Stretches joined to one quote; more are a list."""


@frozen(eq=False)
class Group:
    """The stretches of one quote.

    Args:
        units: Its quoted stretches, in text order.

        attachment: What introduces or follows it; `None` for a quote by its form alone.
    """

    units: tuple[Unit, ...]
    attachment: Attachment | None

    @property
    def pairs(self) -> tuple[int, ...]:
        """The indices of its pairs of marks."""
        return tuple(pair for unit in self.units for pair in unit.pairs)


def group_units(units: Sequence[Unit]) -> tuple[list[Group], list[Unit]]:
    """Join the stretches of one passage.

    Returns:
        The quotes, and the stretches that are none by what is next to them.
    """
    groups: list[Group] = []
    fragments: list[Unit] = []
    previous: Group | None = None
    for unit in units:
        joined = None if previous is None or not unit.follows_quote else _join(previous, unit)
        if joined is not None:
            groups[-1] = previous = joined
            continue
        previous = _begin(unit)
        if previous is None:
            fragments.append(unit)
        else:
            groups.append(previous)
    return groups, fragments


def _begin(unit: Unit) -> Group | None:
    """A new quote, if the stretch is one."""
    attachment = introduced(unit)
    if attachment is None or (unit.last_character == "," and not _is_near(attachment, unit)):
        # A comma leads on to a report, which says more surely who speaks than a verb far before the quote.
        attachment = followed(unit) or attachment
    elif attachment.entry is None:
        attachment = followed(unit) or attachment
    if attachment is not None and _ends_sentence_begun(unit, attachment):
        return None
    if attachment is None and unit.is_sentence_like:
        attachment = ascribed(unit)
    if attachment is not None or _stands_alone(unit):
        return Group((unit,), attachment)
    return None


def _ends_sentence_begun(unit: Unit, attachment: Attachment) -> bool:
    """Whether a stretch ends a sentence begun before its report: 'If it rains, Smith said, "we stay."'."""
    if unit.begins_like_a_sentence or attachment.source is None or len(unit.before) <= FEW:
        return False
    before = [word for word in unit.before if word.token.start < attachment.source.span.start]
    first = [word.token for word in before[:FEW]]
    is_clause = any(token.pos == "SCONJ" or token.text.lower() == "when" for token in first)
    return is_clause and before[-1].token.text == ","


def _is_near(attachment: Attachment, unit: Unit) -> bool:
    """Whether the cue of an introduction is among the last words before the quote."""
    near = unit.before[-NEAR:]
    return bool(near) and attachment.cue is not None and attachment.cue.start >= near[0].token.start


def _stands_alone(unit: Unit) -> bool:
    """Whether a stretch is speech by its form: sentences that no words around take in."""
    if unit.is_first and unit.is_sentence_like and begins_with_dash(unit.after):
        return True
    if unit.before or not unit.is_whole_sentence:
        return False
    if unit.is_first and (unit.is_last or not unit.after):
        return True
    return unit.word_count > FEW or unit.holds_clause


def _join(previous: Group, unit: Unit) -> Group | None:
    """The quote before with the stretch added, if the stretch belongs to it."""
    if len(previous.units) >= MAX_UNITS:
        return None
    before, after = introduced(unit), followed(unit)
    before_cue = None if before is None else before.cue
    cue = None if previous.attachment is None else previous.attachment.cue
    if before is not None and before_cue != cue:
        return None
    joined = evolve(previous, units=(*previous.units, unit))
    if not unit.between:
        return _join_adjacent(joined, after)
    if all(word.token.text.lower() in COORDINATING for word in unit.between):
        goes_on = unit.is_sentence_like and cue is not None and after is None
    else:
        goes_on = _goes_on_behind(previous, unit, before, after)
    return joined if goes_on else None


def _goes_on_behind(previous: Group, unit: Unit, before: Attachment | None, after: Attachment | None) -> bool:
    """Whether a stretch goes on with the quote before, behind the words that report that."""
    if previous.attachment is None:
        return begins_with_dash(unit.between) and unit.between[-1].token.text in DASHES
    cue = previous.attachment.cue
    if cue is None or not unit.between[0].token.start <= cue.start < unit.between[-1].token.end:
        return False
    is_open = before is not None or _ends_openly(unit.between[-1])
    if unit.continues_sentence and is_open:
        return not any(_begins_report(word) for word in unit.between if word.token.start > cue.start)
    return (
        unit.continues_paragraph
        and after is None
        and unit.begins_like_a_sentence
        and not (unit.breaks_off and enclosing(unit) is not None)
    )


def _join_adjacent(joined: Group, after: Attachment | None) -> Group | None:
    """Two stretches with nothing between: one quote, unless both have words of their own."""
    if after is None:
        unit = joined.units[-1]
        return joined if unit.begins_like_a_sentence and unit.last_character in FINAL_ENDS else None
    return evolve(joined, attachment=after) if joined.attachment is None else None


def _begins_report(word: Word) -> bool:
    """Whether a word behind a report leads to another: "noting that", "suggesting"."""
    return (
        begins_report(word.sentence, word.token)
        or word.token.text.lower() == "that"
        or opens_report(word.sentence, word.token)
    )


def _ends_openly(word: Word) -> bool:
    return word.token.text in {",", ":"} or word.token.text in DASHES
