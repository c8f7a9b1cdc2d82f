"""A parsed text -> its actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..lexicon._words import PARTY_GROUPS, PEOPLES, POSSESSIVE_MARKS
from ..values import Actor, ActorKind, Mention, MentionKind, Span
from ._cast import Cast
from ._salience import weighed
from .coreference._addressees import addressees, find_addressed
from .coreference._first_person import learn_voice
from .coreference._nominal_index import Roster
from .coreference._nominals import Describer
from .coreference._pronouns import choose
from .coreference._resolve import resolve
from .entities._article_context import Setting
from .entities._cluster_names import gather
from .entities._demonym_groups import find_groups
from .entities._described_as import NamedTokens, learn_phrases, learn_titles
from .entities._entity import Draft
from .entities._gender import learn_genders
from .entities._office_holders import add_heads
from .entities._place_addresses import addresses
from .entities._plural_groups import find_crowds
from .mentions._detect_names import found_names
from .mentions._gazetteer import add_known, own_keys
from .mentions._name_mention import covered
from .mentions._noun_phrases import GOVERNMENT, phrases
from .mentions._token_row import Page, uninflected
from .mentions._vocatives import vocatives
from .registry._registry import Registry

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from ..values import AnalysisWarning, Article, Document
    from .coreference._resolve import Chooser
    from .mentions._name_mention import Mark
    from .mentions._noun_phrases import Phrase


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
    page = Page.of(document)
    marks = add_known(page, found_names(page, known), known.by_first_word, widen=True)
    marks = add_known(page, marks, own_keys(marks))
    setting = Setting.of(page, marks, known, published)
    drafts, warnings = gather(page, marks, setting)
    taken = covered((mark for draft in drafts for mark in draft.marks), len(page))
    drafts += find_groups(page, taken, known)
    nations = _body_names(drafts, known)
    found = list(phrases(page, taken, nations, known))
    _add_described(drafts, found, known)
    learn_genders(drafts, setting)
    posts = add_heads(page, drafts, found, setting)
    learn_titles(page, drafts, nations, known)
    named = NamedTokens.of(drafts)
    bound = learn_phrases(page, named, found)
    crowds = find_crowds(page, named, found, bound)
    drafts += {id(draft): draft for draft in crowds.values()}.values()
    drafts += posts.values()
    roster = Roster.of(drafts, known, posts)
    bound.update(crowds)
    called = vocatives(page, taken)
    addressed, spoken_to = find_addressed(page, called, found, roster.by_office)
    drafts += addressed
    bound.update(spoken_to)
    resolve(page, named, found, bound, lambda focus: Describer(focus, roster, known, published), chooser)
    drafts += learn_voice(page, named, addressees(page, named, called, spoken_to))
    return _cast(page, drafts, warnings, taken)


def _body_names(drafts: Sequence[Draft], registry: Registry) -> dict[int, str]:
    """Ids of states, and of what else has known heads, by the position of the last token of each name."""
    return {
        mark.stop - 1: draft.entry.id
        for draft in drafts
        if draft.entry is not None and (draft.entry.is_state or draft.entry.id in registry.by_body)
        for mark in draft.marks
    }


def _add_described(drafts: list[Draft], found: Sequence[Phrase], registry: Registry) -> None:
    """Add states that only "the ... government" speaks of, and peoples that only "the ... people" does."""
    states = {draft.entry.id for draft in drafts if draft.entry is not None}
    peoples = {nation for draft in drafts if draft.kind is ActorKind.GROUP for nation in draft.nations}
    entries = {entry.id: entry for table in registry.by_demonym.values() for entry in table}
    for phrase in found:
        nation = phrase.nation
        if nation is None or nation not in entries:
            continue
        if phrase.sort == GOVERNMENT and nation not in states:
            states.add(nation)
            entry = entries[nation]
            drafts.append(Draft(entry.kind, entry, pronoun=entry.pronoun))
        if phrase.words[-1] in PEOPLES and phrase.definite and nation not in peoples:
            peoples.add(nation)
            drafts.append(Draft(ActorKind.GROUP, pronoun="they", nations={nation}))


def _cast(
    page: Page, drafts: Sequence[Draft], warnings: Sequence[AnalysisWarning], taken: list[bool]
) -> Cast:
    others = _others(page, drafts, taken)
    reaches = addresses(page, drafts)
    ready = [(draft, sorted([*_names(page, draft, reaches), *others.get(id(draft), ())])) for draft in drafts]
    ready = sorted((pair for pair in ready if pair[1]), key=lambda pair: pair[1][0])
    actors, entries = [], []
    for number, (draft, mentions) in enumerate(ready, 1):
        actor = _actor(page, f"a{number}", draft, mentions)
        actors.append(actor)
        if draft.entry is not None:
            entries.append((actor.id, draft.entry))
    return Cast(weighed(actors, page.document.text), warnings=warnings, entries=entries)


def _names(page: Page, draft: Draft, reaches: Mapping[int, int]) -> Iterator[Mention]:
    # A people is described, not named: "Russians".
    kind = MentionKind.NOMINAL if draft.kind is ActorKind.GROUP else MentionKind.NAME
    for mark in draft.marks:
        if stop := reaches.get(mark.begin, mark.stop):
            yield Mention(Span(mark.start, _end(page, stop)), kind)


def _others(page: Page, drafts: Sequence[Draft], taken: Sequence[bool]) -> dict[int, list[Mention]]:
    """Pronouns and nominals by their draft's identity, each cut to what nothing before it covers.

    Names come first, then pronouns ("his" of "his wife" is his), then the longer nominals.
    """
    covered_before = list(taken)
    found: dict[int, list[Mention]] = {}
    waiting = [(mention, draft) for draft in drafts for mention in draft.mentions]
    waiting.sort(
        key=lambda pair: (pair[0][2] is not MentionKind.PRONOUN, pair[0][0] - pair[0][1], pair[0][0])
    )
    for (begin, stop, kind), draft in waiting:
        left = begin
        for position in range(begin, stop):
            if covered_before[position] or page.lower[position] in POSSESSIVE_MARKS:
                left = position + 1
        if left < stop:
            covered_before[left:stop] = [True] * (stop - left)
            span = Span(page.tokens[left].start, _end(page, stop))
            found.setdefault(id(draft), []).append(Mention(span, kind))
    return found


def _end(page: Page, stop: int) -> int:
    """Where a mention that stops before the token at *stop* ends: a possessive's ending is part of it."""
    if stop < len(page) and page.lower[stop] in POSSESSIVE_MARKS and page.tokens[stop].dep == "case":
        return page.tokens[stop].end
    return page.tokens[stop - 1].end


def _actor(page: Page, ident: str, draft: Draft, mentions: list[Mention]) -> Actor:
    text = page.document.text
    names = list(dict.fromkeys(text[m.start : m.end] for m in draft.marks))
    plain = list(dict.fromkeys(_plain(page, mark) for mark in draft.marks))
    name = _best_name(draft, plain) or draft.name or _description(page, draft)
    aliases = [other for other in names if other != name]
    return Actor(
        ident,
        name,
        _kind(draft),
        aliases=aliases,
        mentions=mentions,
        entry=draft.entry.id if draft.entry else None,
        wikidata=draft.entry.wikidata if draft.entry else None,
    )


def _plain(page: Page, mark: Mark) -> str:
    """A name as it is written; where it is declined, in its base form."""
    words = page.tokens[mark.begin : mark.stop]
    if all(uninflected(word) == word.text for word in words):
        return page.document.text[mark.start : mark.end]
    return " ".join(map(uninflected, words))


def _description(page: Page, draft: Draft) -> str:
    """The words of the first nominal, those that are a name of somebody else's among them."""
    begin, stop, _ = min(draft.mentions)
    return page.document.text[page.tokens[begin].start : page.tokens[stop - 1].end]


def _kind(draft: Draft) -> ActorKind:
    """A person whom nothing names is an unnamed one, "Senate Republicans" are a group."""
    if draft.entry is None and draft.kind is ActorKind.PERSON and not draft.marks:
        return ActorKind.UNNAMED
    if draft.entry is None and draft.marks and all(mark.key[-1] in PARTY_GROUPS for mark in draft.marks):
        return ActorKind.GROUP
    return draft.kind


def _best_name(draft: Draft, names: list[str]) -> str:
    entry = draft.entry
    if entry is not None and not names:
        return entry.name
    if entry is not None and entry.is_state:
        own = [name for name in names if name in entry.names]
        return max(own, key=len) if own else entry.name
    return max(names, key=len, default="")
