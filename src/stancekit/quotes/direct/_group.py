"""Direct quotes from quoted stretches: '"Yes," she said, "I will."' is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ...syntax._trees import DASHES, opens_that_clause
from ..indirect._reporting_verb import is_reporting_participle
from ..marks._quoted_stretches import FEW_WORDS, FINAL_ENDS, QuotedStretch, begins_with_dash
from ._cue_after import find_author_behind, find_cue_behind, find_enclosing_report
from ._cue_before import find_cue_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..marks._marked_document import MarkedToken
    from ..sources._cue_beside_quote import AttachedCue

WORDS_NEAR = 4
"""A cue among so many words before a stretch, the comma included, surely belongs to it."""
COORDINATORS = frozenset(("and", "or", "but", "then", ",", ";"))
"""Words between stretches that share a cue: 'chanted “No tolls now” and “Mind the gap here”'."""
MAX_STRETCHES = 40
"""The most stretches of one quote; more are a list."""


@frozen(eq=False)
class DirectQuote:
    """The stretches of one direct quote, and its cue.

    Args:
        stretches: Its quoted stretches, in text order.

        attached_cue: What introduces or follows it; `None` for a quote by its form alone.
    """

    stretches: tuple[QuotedStretch, ...]
    attached_cue: AttachedCue | None

    @property
    def pairs(self) -> tuple[int, ...]:
        """The indices of its pairs of marks."""
        return tuple(pair for stretch in self.stretches for pair in stretch.pairs)


def group_stretches(stretches: Sequence[QuotedStretch]) -> tuple[list[DirectQuote], list[QuotedStretch]]:
    """Join the stretches of one paragraph.

    Returns:
        The quotes, and the stretches that are none by what is next to them.
    """
    direct_quotes: list[DirectQuote] = []
    fragments: list[QuotedStretch] = []
    previous: DirectQuote | None = None
    for stretch in stretches:
        joined = None if previous is None or not stretch.follows_quote else _join_stretch(previous, stretch)
        if joined is not None:
            direct_quotes[-1] = previous = joined
            continue
        previous = _begin_quote(stretch)
        if previous is None:
            fragments.append(stretch)
        else:
            direct_quotes.append(previous)
    return direct_quotes, fragments


def _begin_quote(stretch: QuotedStretch) -> DirectQuote | None:
    """A new quote, if the stretch is direct speech."""
    attached_cue = find_cue_before(stretch)
    if attached_cue is None or (stretch.last_character == "," and not _is_near(attached_cue, stretch)):
        # A comma leads on to a report, which says more surely who speaks than a verb far before the quote.
        attached_cue = find_cue_behind(stretch) or attached_cue
    elif attached_cue.entry is None:
        attached_cue = find_cue_behind(stretch) or attached_cue
    if attached_cue is not None and _ends_sentence_begun(stretch, attached_cue):
        return None
    if attached_cue is None and stretch.is_sentence_like:
        attached_cue = find_author_behind(stretch)
    if attached_cue is not None or _stands_alone(stretch):
        return DirectQuote((stretch,), attached_cue)
    return None


def _ends_sentence_begun(stretch: QuotedStretch, attached_cue: AttachedCue) -> bool:
    """Whether a stretch completes a clause before its report: 'If it rains, Smith said, "we stay."'."""
    if stretch.begins_like_a_sentence or attached_cue.source is None or len(stretch.before) <= FEW_WORDS:
        return False
    before = [word for word in stretch.before if word.token.start < attached_cue.source.span.start]
    first = [word.token for word in before[:FEW_WORDS]]
    is_clause = any(token.pos == "SCONJ" or token.text.lower() == "when" for token in first)
    return is_clause and before[-1].token.text == ","


def _is_near(attached_cue: AttachedCue, stretch: QuotedStretch) -> bool:
    """Whether a cue is among the last words before the stretch."""
    near = stretch.before[-WORDS_NEAR:]
    return bool(near) and attached_cue.cue is not None and attached_cue.cue.start >= near[0].token.start


def _stands_alone(stretch: QuotedStretch) -> bool:
    """Whether a stretch is speech by its form: whole sentences outside any other clause."""
    if stretch.is_first and stretch.is_sentence_like and begins_with_dash(stretch.after):
        return True
    if stretch.before or not stretch.is_whole_sentence:
        return False
    if stretch.is_first and (stretch.is_last or not stretch.after):
        return True
    return stretch.word_count > FEW_WORDS or stretch.holds_clause


def _join_stretch(previous: DirectQuote, stretch: QuotedStretch) -> DirectQuote | None:
    """The quote before extended by a stretch; `None` if the stretch is not part of it."""
    if len(previous.stretches) >= MAX_STRETCHES:
        return None
    before, after = find_cue_before(stretch), find_cue_behind(stretch)
    before_cue = None if before is None else before.cue
    cue = None if previous.attached_cue is None else previous.attached_cue.cue
    if before is not None and before_cue != cue:
        return None
    joined = evolve(previous, stretches=(*previous.stretches, stretch))
    if not stretch.between:
        return _join_adjacent(joined, after)
    if all(word.token.text.lower() in COORDINATORS for word in stretch.between):
        goes_on = stretch.is_sentence_like and cue is not None and after is None
    else:
        goes_on = _continues_behind_report(previous, stretch, before, after)
    return joined if goes_on else None


def _continues_behind_report(
    previous: DirectQuote, stretch: QuotedStretch, before: AttachedCue | None, after: AttachedCue | None
) -> bool:
    """Whether a stretch continues the quote before, with that quote's report in between."""
    if previous.attached_cue is None:
        return begins_with_dash(stretch.between) and stretch.between[-1].token.text in DASHES
    cue = previous.attached_cue.cue
    if cue is None or not stretch.between[0].token.start <= cue.start < stretch.between[-1].token.end:
        return False
    is_open = before is not None or _ends_openly(stretch.between[-1])
    if stretch.continues_sentence and is_open:
        return not any(_leads_to_report(word) for word in stretch.between if word.token.start > cue.start)
    return (
        stretch.continues_paragraph
        and after is None
        and stretch.begins_like_a_sentence
        and not (stretch.breaks_off and find_enclosing_report(stretch) is not None)
    )


def _join_adjacent(joined: DirectQuote, after: AttachedCue | None) -> DirectQuote | None:
    """Two stretches without words between them joined, unless each has a cue."""
    if after is None:
        stretch = joined.stretches[-1]
        return joined if stretch.begins_like_a_sentence and stretch.last_character in FINAL_ENDS else None
    return evolve(joined, attached_cue=after) if joined.attached_cue is None else None


def _leads_to_report(word: MarkedToken) -> bool:
    """Whether a word behind a report introduces another: "noting that", "suggesting"."""
    return (
        is_reporting_participle(word.sentence, word.token)
        or word.token.text.lower() == "that"
        or opens_that_clause(word.sentence, word.token)
    )


def _ends_openly(word: MarkedToken) -> bool:
    return word.token.text in {",", ":"} or word.token.text in DASHES
