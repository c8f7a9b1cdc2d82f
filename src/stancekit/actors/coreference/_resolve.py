"""Descriptions and pronouns -> the actors they mean, in the order of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ...lexicon._words import HE, IT, PRONOUNS, SHE, THEY
from ...values import ActorKind, MentionKind
from ..mentions._noun_phrases import BODY, GOVERNMENT, OFFICE, PERSON_NOUN, SITE, THING, Phrase
from ._pronouns import Focus, Seen, choose, is_expletive, pronoun_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..entities._described_as import NamedTokens
    from ..entities._entity import Draft
    from ..mentions._token_row import Page
    from ._nominals import Describer
    from ._pronouns import Candidate

    Chooser = Callable[[Focus, int], Candidate | None]

_SORT_KINDS = {
    OFFICE: ActorKind.PERSON,
    PERSON_NOUN: ActorKind.PERSON,
    BODY: ActorKind.ORGANIZATION,
    GOVERNMENT: ActorKind.ORGANIZATION,
    SITE: ActorKind.PLACE,
    THING: ActorKind.UNNAMED,
}


def resolve(
    page: Page,
    named: NamedTokens,
    found: Sequence[Phrase],
    bound: Mapping[int, Draft | None],
    describer: Callable[[Focus], Describer],
    chooser: Chooser = choose,
) -> None:
    """Add the nominal and pronoun mentions to the drafts.

    Args:
        page: The page.

        named: Who is named where.

        found: The noun phrases.

        bound: Whom phrases mention by apposition, by the position of the noun.

        describer: Makes what tells whom the other phrases mean.

        chooser: Tells whom the pronoun at a position means, of those in focus.
    """
    focus = Focus(page, named)
    describe = describer(focus)
    by_head = {phrase.head: phrase for phrase in found}
    sentence = -1
    for position in range(len(page)):
        if page.sentence[position] != sentence:
            sentence = page.sentence[position]
            focus.forget(sentence)
        mark = named.begins.get(position)
        if mark is not None:
            draft = named.owners[position]
            head = page.head_of(mark.begin, mark.stop)
            focus.note(Seen(draft, head, position, pronoun_of(draft), "name", draft.kind))
        phrase = by_head.get(position)
        if phrase is not None:
            _read_phrase(focus, phrase, bound, describe)
        elif page.lower[position] in PRONOUNS and page.tokens[position].pos in {"PRON", "DET"}:
            _read_pronoun(focus, position, chooser)


def _read_phrase(
    focus: Focus, phrase: Phrase, bound: Mapping[int, Draft | None], describe: Describer
) -> None:
    draft = bound[phrase.head] if phrase.head in bound else describe.meant_by(phrase)
    if draft is not None and draft.waits:
        focus.note(evolve(_stranger(phrase), waiting=draft))
    elif draft is not None:
        draft.mentions.append((phrase.begin, phrase.stop, MentionKind.NOMINAL))
        focus.note(Seen(draft, phrase.head, phrase.begin, pronoun_of(draft), "nominal", draft.kind))
    elif phrase.head not in bound:
        focus.note(_stranger(phrase))


def _stranger(phrase: Phrase) -> Seen:
    """Somebody or something that is no actor, yet may be what a pronoun means."""
    kind = _SORT_KINDS[phrase.sort]
    pronoun = phrase.pronoun if kind is ActorKind.PERSON else IT
    return Seen(None, phrase.head, phrase.begin, THEY if phrase.plural else pronoun, "nominal", kind)


def _read_pronoun(focus: Focus, position: int, chooser: Chooser) -> None:
    page = focus.page
    pronoun = PRONOUNS[page.lower[position]]
    if pronoun == IT and is_expletive(page, position):
        return
    chosen = chooser(focus, position)
    draft = _taken_up(chosen.seen) if chosen is not None else None
    if draft is None:
        return
    draft.mentions.append((position, position + 1, MentionKind.PRONOUN))
    if draft.kind is ActorKind.PERSON and draft.pronoun is None and pronoun in {HE, SHE}:
        draft.pronoun = pronoun
    focus.note(Seen(draft, position, position, pronoun, "pronoun", draft.kind))


def _taken_up(seen: Seen) -> Draft | None:
    """Who is mentioned; a group that waited for a pronoun waits no longer."""
    if seen.draft is None and seen.waiting is not None:
        seen.draft = seen.waiting
        seen.draft.waits = False
        seen.draft.mentions.append((seen.begin, seen.head + 1, MentionKind.NOMINAL))
    return seen.draft
