"""A parsed text -> its actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..lexicon._words import PARTY_GROUPS, PEOPLES, POSSESSIVE_MARKS
from ..values import Actor, ActorKind, Mention, MentionKind, Span
from ._cast import Cast
from ._salience import with_salience
from .coreference._addressees import find_addressed, resolve_addressed
from .coreference._first_person import resolve_first_person
from .coreference._nominal_index import NominalIndex
from .coreference._nominals import NominalResolver
from .coreference._pronouns import choose
from .coreference._resolve import resolve
from .entities._article_context import ArticleContext
from .entities._cluster_names import cluster_names
from .entities._demonym_groups import find_demonym_groups
from .entities._described_as import NamedTokens, bind_appositions, claim_titles
from .entities._entity import Entity
from .entities._gender import infer_genders
from .entities._office_holders import find_office_holders
from .entities._place_addresses import merge_addresses
from .entities._plural_groups import find_plural_groups
from .mentions._detect_names import find_names
from .mentions._gazetteer import find_known_names, keys_of_mentions
from .mentions._name_mention import covered_tokens
from .mentions._noun_phrases import GOVERNMENT, find_noun_phrases
from .mentions._token_row import TokenRow, uninflected
from .mentions._vocatives import vocatives
from .registry._registry import Registry

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from ..values import AnalysisWarning, Article, Document
    from .coreference._resolve import Chooser
    from .mentions._name_mention import NameMention
    from .mentions._noun_phrases import NounPhrase


class ActorFinder(Protocol):
    """**Protocol:** Finds who is spoken of, as `find_actors` does for an `Analyzer`."""

    def __call__(self, document: Document, /, *, article: Article | None, registry: Registry | None) -> Cast:
        """The actors of a parsed text, in order of first mention; no two of their mentions overlap."""
        ...


def find_actors(
    document: Document, *, article: Article | None = None, registry: Registry | None = None
) -> Cast:
    """Find who is spoken of in a parsed text, under all their names and descriptions.

    Args:
        document: The parsed text.

        article: What the text was taken from; the day it was published tells which of a state's
            heads "the president" is.

        registry: Whom to know beforehand; `Registry.builtin()` by default.

    Returns:
        The actors in order of first mention, with ids ``a1``, ``a2``, ...; no two of their
        mentions overlap.

    Example:
        >>> from stancekit.language import load
        >>> cast = find_actors(load().parse("Ann Smith met Bob Jones. Smith thanked him."))
        >>> [(actor.name, len(actor.mentions)) for actor in cast]
        [('Ann Smith', 2), ('Bob Jones', 2)]
    """
    published = article.published if article is not None else None
    return read_actors(document, registry, published)


def read_actors(
    document: Document, registry: Registry | None, published: dt.date | None, chooser: Chooser = choose
) -> Cast:
    """Do the work of `find_actors`; *chooser* tells whom pronouns mean (see `resolve`)."""
    known = Registry.builtin() if registry is None else registry
    row = TokenRow.of(document)
    mentions = find_known_names(row, find_names(row, known), known.by_first_word, widen=True)
    mentions = find_known_names(row, mentions, keys_of_mentions(mentions))
    context = ArticleContext.of(row, mentions, known, published)
    entities, warnings = cluster_names(row, mentions, context)
    taken = covered_tokens((mention for entity in entities for mention in entity.names), len(row))
    entities += find_demonym_groups(row, taken, known)
    nations = _body_names(entities, known)
    found = list(find_noun_phrases(row, taken, nations, known))
    _add_described(entities, found, known)
    infer_genders(entities, context)
    posts = find_office_holders(row, entities, found, context)
    claim_titles(row, entities, nations, known)
    named = NamedTokens.of(entities)
    bound = bind_appositions(row, named, found)
    plural_groups = find_plural_groups(row, named, found, bound)
    entities += {id(entity): entity for entity in plural_groups.values()}.values()
    entities += posts.values()
    index = NominalIndex.of(entities, known, posts)
    bound.update(plural_groups)
    called = vocatives(row, taken)
    addressed, spoken_to = find_addressed(row, called, found, index.by_office)
    entities += addressed
    bound.update(spoken_to)
    resolve(
        row,
        named,
        found,
        bound,
        lambda discourse: NominalResolver(discourse, index, known, published),
        chooser,
    )
    entities += resolve_first_person(row, named, resolve_addressed(row, named, called, spoken_to))
    return _cast(row, entities, warnings, taken)


def _body_names(entities: Sequence[Entity], registry: Registry) -> dict[int, str]:
    """Ids of states, and of what else has known heads, by the position of the last token of each name."""
    return {
        mention.stop - 1: entity.entry.id
        for entity in entities
        if entity.entry is not None and (entity.entry.is_state or entity.entry.id in registry.by_body)
        for mention in entity.names
    }


def _add_described(entities: list[Entity], found: Sequence[NounPhrase], registry: Registry) -> None:
    """Add states that only "the ... government" speaks of, and peoples that only "the ... people" does."""
    states = {entity.entry.id for entity in entities if entity.entry is not None}
    peoples = {nation for entity in entities if entity.kind is ActorKind.GROUP for nation in entity.nations}
    entries = {entry.id: entry for table in registry.by_demonym.values() for entry in table}
    for phrase in found:
        nation = phrase.nation
        if nation is None or nation not in entries:
            continue
        if phrase.sort == GOVERNMENT and nation not in states:
            states.add(nation)
            entry = entries[nation]
            entities.append(Entity(entry.kind, entry, pronoun=entry.pronoun))
        if phrase.words[-1] in PEOPLES and phrase.definite and nation not in peoples:
            peoples.add(nation)
            entities.append(Entity(ActorKind.GROUP, pronoun="they", nations={nation}))


def _cast(
    row: TokenRow, entities: Sequence[Entity], warnings: Sequence[AnalysisWarning], taken: list[bool]
) -> Cast:
    others = _others(row, entities, taken)
    reaches = merge_addresses(row, entities)
    ready = [
        (entity, sorted([*_names(row, entity, reaches), *others.get(id(entity), ())])) for entity in entities
    ]
    ready = sorted((pair for pair in ready if pair[1]), key=lambda pair: pair[1][0])
    actors, entries = [], []
    for number, (entity, mentions) in enumerate(ready, 1):
        actor = _actor(row, f"a{number}", entity, mentions)
        actors.append(actor)
        if entity.entry is not None:
            entries.append((actor.id, entity.entry))
    return Cast(with_salience(actors, row.document.text), warnings=warnings, entries=entries)


def _names(row: TokenRow, entity: Entity, reaches: Mapping[int, int]) -> Iterator[Mention]:
    # A people is described, not named: "Russians".
    kind = MentionKind.NOMINAL if entity.kind is ActorKind.GROUP else MentionKind.NAME
    for mention in entity.names:
        if stop := reaches.get(mention.begin, mention.stop):
            yield Mention(Span(mention.start, _end(row, stop)), kind)


def _others(row: TokenRow, entities: Sequence[Entity], taken: Sequence[bool]) -> dict[int, list[Mention]]:
    """Pronouns and nominals by their entity's identity, each cut to what nothing before it covers.

    Names come first, then pronouns ("his" of "his wife" is his), then the longer nominals.
    """
    covered_before = list(taken)
    found: dict[int, list[Mention]] = {}
    pending = [(mention, entity) for entity in entities for mention in entity.mentions]
    pending.sort(
        key=lambda pair: (pair[0][2] is not MentionKind.PRONOUN, pair[0][0] - pair[0][1], pair[0][0])
    )
    for (begin, stop, kind), entity in pending:
        left = begin
        for position in range(begin, stop):
            if covered_before[position] or row.words[position] in POSSESSIVE_MARKS:
                left = position + 1
        if left < stop:
            covered_before[left:stop] = [True] * (stop - left)
            span = Span(row.tokens[left].start, _end(row, stop))
            found.setdefault(id(entity), []).append(Mention(span, kind))
    return found


def _end(row: TokenRow, stop: int) -> int:
    """Where a mention that stops before the token at *stop* ends: a possessive's ending is part of it."""
    if stop < len(row) and row.words[stop] in POSSESSIVE_MARKS and row.tokens[stop].dep == "case":
        return row.tokens[stop].end
    return row.tokens[stop - 1].end


def _actor(row: TokenRow, ident: str, entity: Entity, mentions: list[Mention]) -> Actor:
    text = row.document.text
    names = list(dict.fromkeys(text[m.start : m.end] for m in entity.names))
    plain = list(dict.fromkeys(_plain(row, mention) for mention in entity.names))
    name = _best_name(entity, plain) or entity.name or _description(row, entity)
    aliases = [other for other in names if other != name]
    return Actor(
        ident,
        name,
        _kind(entity),
        aliases=aliases,
        mentions=mentions,
        entry=entity.entry.id if entity.entry else None,
        wikidata=entity.entry.wikidata if entity.entry else None,
    )


def _plain(row: TokenRow, mention: NameMention) -> str:
    """A name as it is written; where it is declined, in its base form."""
    words = row.tokens[mention.begin : mention.stop]
    if all(uninflected(word) == word.text for word in words):
        return row.document.text[mention.start : mention.end]
    return " ".join(map(uninflected, words))


def _description(row: TokenRow, entity: Entity) -> str:
    """The words of the first nominal, those that are a name of somebody else's among them."""
    begin, stop, _ = min(entity.mentions)
    return row.document.text[row.tokens[begin].start : row.tokens[stop - 1].end]


def _kind(entity: Entity) -> ActorKind:
    """A person whom nothing names is an unnamed one, "Senate Republicans" are a group."""
    if entity.entry is None and entity.kind is ActorKind.PERSON and not entity.names:
        return ActorKind.UNNAMED
    if (
        entity.entry is None
        and entity.names
        and all(mention.key[-1] in PARTY_GROUPS for mention in entity.names)
    ):
        return ActorKind.GROUP
    return entity.kind


def _best_name(entity: Entity, names: list[str]) -> str:
    entry = entity.entry
    if entry is not None and not names:
        return entry.name
    if entry is not None and entry.is_state:
        own = [name for name in names if name in entry.names]
        return max(own, key=len) if own else entry.name
    return max(names, key=len, default="")
