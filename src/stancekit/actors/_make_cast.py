"""Entities -> the cast: actors with mentions that do not overlap, names and salience."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from ..language._function_words import POSSESSIVE_MARKS
from ..values import Actor, ActorKind, Mention, MentionKind, Span
from ._cast import Cast
from ._salience import with_salience
from .mentions._name_mention import covered_tokens
from .mentions._token_row import uninflected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..values import AnalysisWarning
    from .entities._entity import Entity, Reference
    from .mentions._name_mention import NameMention
    from .mentions._token_row import TokenRow


_start = attrgetter("start")
"""Where a mention begins; no two overlap."""


def make_cast(
    row: TokenRow,
    entities: Sequence[Entity],
    warnings: Sequence[AnalysisWarning] = (),
    merged: Mapping[int, int] | None = None,
) -> Cast:
    """Make an actor of each entity that has mentions.

    Args:
        row: The token row.

        entities: The entities.

        warnings: What stayed in doubt.

        merged: New stops of merged place names (see `merge_addresses`).
    """
    others = _other_mentions(row, entities)
    found = [
        (sorted([*_name_mentions(row, entity, merged or {}), *others.get(entity.id, ())], key=_start), entity)
        for entity in entities
    ]
    found = sorted((pair for pair in found if pair[0]), key=lambda pair: _start(pair[0][0]))
    actors = [
        _actor(row, f"a{number}", entity, mentions) for number, (mentions, entity) in enumerate(found, 1)
    ]
    entries = [
        (actor.id, entity.entry)
        for actor, (_, entity) in zip(actors, found, strict=True)
        if entity.entry is not None
    ]
    return Cast(with_salience(actors, row.document.text), warnings=warnings, entries=entries)


def _name_mentions(row: TokenRow, entity: Entity, merged: Mapping[int, int]) -> Iterator[Mention]:
    """The mentions by name; a demonym, "Russians", counts as a noun."""
    kind = MentionKind.NOMINAL if entity.kind is ActorKind.GROUP else MentionKind.NAME
    for mention in entity.names:
        if stop := merged.get(mention.begin, mention.stop):
            yield Mention(Span(mention.start, _end(row, stop)), kind)


def _other_mentions(row: TokenRow, entities: Sequence[Entity]) -> Mapping[int, list[Mention]]:
    """Pronouns and nominals by entity id, each without the tokens that another mention covers.

    Names come first, then pronouns ("his" in "his wife" is a mention of its own), then longer nominals.
    """
    covered = covered_tokens((mention for entity in entities for mention in entity.names), len(row))
    found: dict[int, list[Mention]] = {}
    references = [(reference, entity.id) for entity in entities for reference in entity.references]
    for reference, ident in sorted(references, key=lambda pair: _priority(pair[0])):
        left = reference.begin
        for position in range(reference.begin, reference.stop):
            if covered[position] or row.words[position] in POSSESSIVE_MARKS:
                left = position + 1
        if left < reference.stop:
            covered[left : reference.stop] = [True] * (reference.stop - left)
            span = Span(row.tokens[left].start, _end(row, reference.stop))
            found.setdefault(ident, []).append(Mention(span, reference.kind))
    return found


def _priority(reference: Reference) -> tuple[bool, int, int]:
    """Pronouns before nominals, longer before shorter, earlier before later."""
    is_nominal = reference.kind is not MentionKind.PRONOUN
    return is_nominal, reference.begin - reference.stop, reference.begin


def _end(row: TokenRow, stop: int) -> int:
    """End of a mention that stops before the token at *stop*; it holds a possessive ending."""
    if stop < len(row) and row.words[stop] in POSSESSIVE_MARKS and row.tokens[stop].dep == "case":
        return row.tokens[stop].end
    return row.tokens[stop - 1].end


def _actor(row: TokenRow, ident: str, entity: Entity, mentions: list[Mention]) -> Actor:
    text = row.document.text
    names = list(dict.fromkeys(text[mention.start : mention.end] for mention in entity.names))
    base = list(dict.fromkeys(_base_form(row, mention) for mention in entity.names))
    name = _best_name(entity, base) or entity.label or _first_description(row, entity)
    return Actor(
        ident,
        name,
        _kind(row, entity),
        aliases=[other for other in names if other != name],
        mentions=mentions,
        entry=entity.entry.id if entity.entry else None,
        wikidata=entity.entry.wikidata if entity.entry else None,
    )


def _base_form(row: TokenRow, mention: NameMention) -> str:
    """A name as it is written; where it is declined, in its base form."""
    words = row.tokens[mention.begin : mention.stop]
    if all(uninflected(word) == word.text for word in words):
        return row.document.text[mention.start : mention.end]
    return " ".join(map(uninflected, words))


def _first_description(row: TokenRow, entity: Entity) -> str:
    """The words of the first nominal, with those that mention somebody else."""
    first = min(entity.references, key=lambda reference: (reference.begin, reference.stop))
    return row.text(first.begin, first.stop)


def _kind(row: TokenRow, entity: Entity) -> ActorKind:
    """The kind; a person without a name is unnamed, and "Senate Republicans" are a group."""
    if entity.entry is None and entity.kind is ActorKind.PERSON and not entity.names:
        return ActorKind.UNNAMED
    parties = row.classes.names.party_plural
    if entity.entry is None and entity.names and all(m.key[-1] in parties for m in entity.names):
        return ActorKind.GROUP
    return entity.kind


def _best_name(entity: Entity, names: list[str]) -> str:
    """The registry's name for what has none in the text, a state's longest known name, else the longest."""
    entry = entity.entry
    if entry is not None and not names:
        return entry.name
    if entry is not None and entry.is_state:
        own = [name for name in names if name in entry.names]
        return max(own, key=len) if own else entry.name
    return max(names, key=len, default="")
