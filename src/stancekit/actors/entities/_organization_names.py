"""Which names are one organization's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import Factory, define

from ...lexicon._words import ORGANIZATION_NOUNS, PUBLIC_BODIES
from ._type_votes import NAMESAKE, ORGANIZATION, PLACE, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..registry._name_keys import Key
    from ._entity import Draft
    from ._name_index import Forms

_FEWEST_INITIALS = 2
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "de", "on", "in", "&", "to"})
_MOST_NAMESAKES = 100
_STATES = {"US": ("united", "states"), "UK": ("united", "kingdom"), "UN": ("united", "nations")}


@define(eq=False)
class Bodies:
    """Organizations by the parts of their full names.

    Attributes:
        by_initials: Names of several words by their initials.

        by_first: Names of several words by their first word.

        by_last: The same by their last word.
    """

    by_initials: dict[str, list[tuple[Key, Draft]]] = Factory(lambda: defaultdict(list))
    by_first: dict[str, list[tuple[Key, Draft]]] = Factory(lambda: defaultdict(list))
    by_last: dict[str, list[tuple[Key, Draft]]] = Factory(lambda: defaultdict(list))

    def add(self, key: Key, draft: Draft) -> None:
        """Note one more name."""
        if len(key) > 1:
            self.by_initials[initials(key)].append((key, draft))
            self.by_first[key[0]].append((key, draft))
            self.by_last[key[-1]].append((key, draft))

    def spelled_out(self, key: Key) -> Draft | None:
        """The one organization that an acronym stands for."""
        if not is_acronym(key):
            return None
        return _only(draft for _, draft in self.by_initials.get(key[0], ())[:_MOST_NAMESAKES])

    def fuller(self, key: Key, *, may_end: bool) -> Draft | None:
        """The one organization that *key* is short for; if *may_end*, it may end the full name, too.

        It begins the full name ("Corvane" for "Corvane Glass", even beside "Corvane Pensioners' Trust"),
        leaves words out in the middle
        ("Harrowbeck Council" for "Harrowbeck Borough Council"), or ends it ("Red Kites" for
        "Ostrey Red Kites", "the Court" for "Circuit Court").
        """
        known = self.by_first.get(key[0], ())[:_MOST_NAMESAKES]
        begun = _shortest([(name, draft) for name, draft in known if _is_short_for(key, name)])
        if begun is not None or not may_end:
            return begun
        known = self.by_last.get(key[-1], ())[:_MOST_NAMESAKES]
        return _only(draft for name, draft in known if len(name) > len(key) and name[-len(key) :] == key)


def is_acronym(key: Key) -> bool:
    """Whether a name is one word of capitals."""
    return len(key) == 1 and key[0].isupper() and len(key[0]) >= _FEWEST_INITIALS


def initials(key: Key) -> str:
    """The initials of a name, small words left out.

    Example:
        >>> initials(("world", "trade", "organization"))
        'WTO'
    """
    return "".join(word[0] for word in key if word not in _SMALL_WORDS).upper()


def _only(drafts: Iterable[Draft]) -> Draft | None:
    found = {id(draft): draft for draft in drafts}
    return next(iter(found.values())) if len(found) == 1 else None


def _shortest(named: Sequence[tuple[Key, Draft]]) -> Draft | None:
    """The one of the fewest words: longer names are of what belongs to it."""
    fewest = min((len(name) for name, _ in named), default=0)
    return _only(draft for name, draft in named if len(name) == fewest)


def _is_short_for(key: Key, name: Key) -> bool:
    if len(name) <= len(key):
        return False
    if name[: len(key)] == key:
        return len(key) > 1 or name[-1] not in PUBLIC_BODIES
    return len(key) > 1 and key[-1] == name[-1] and {*key} <= {*name}


def heed_longer_names(forms: Forms) -> None:
    """Let "Corvane Glass" speak for Corvane the firm, "Ostrey Courier" for Ostrey the place.

    For the firm each mention counts, as the name finder's labels do, where nobody has it for a surname.
    """
    surnames = {key[-1] for key in forms.votes if len(key) > 1 and forms.reads_as_person(key)}
    for key, total in forms.votes.items():
        if len(key) < 2 or kind_of(total) is not ORGANIZATION or key[:1] not in forms.votes:
            continue
        kind = PLACE if key[-1] in PUBLIC_BODIES else ORGANIZATION
        first = forms.marks[key[:1]]
        if not any(mark.is_titled or (mark.kind is PLACE and kind is ORGANIZATION) for mark in first):
            is_surname = key[0] in surnames or key[0] in forms.registry.by_surname
            forms.votes[key[:1]][kind] += NAMESAKE * (1 if kind is PLACE or is_surname else len(first))


def own_organizations(forms: Forms) -> None:
    """Join acronyms and short forms of organizations to their full names."""
    known = Bodies()
    for key, owners in forms.owners.items():
        if owners[0].kind is ORGANIZATION:
            known.add(key, owners[0])
    for key in sorted(forms.marks, key=len, reverse=True):
        if key in forms.owners or kind_of(forms.votes[key]) is not ORGANIZATION:
            continue
        owner = (
            _spelled_otherwise(forms, key)
            or known.spelled_out(key)
            or known.fuller(key, may_end=_may_end(forms, key))
            or forms.new_draft(ORGANIZATION, key)
        )
        forms.owners[key] = [owner]
        known.add(key, owner)
    _own_bracketed(forms)


def _spelled_otherwise(forms: Forms, key: Key) -> Draft | None:
    """Whose the name is with its state's in full or in short: "U.S. Congress", "United States Congress"."""
    for short, full in _STATES.items():
        for one, other in (((short,), full), (full, (short,))):
            if key[: len(one)] == one and len(key) > len(one):
                owners = forms.owners.get((*other, *key[len(one) :]), ())
                return owners[0] if len(owners) == 1 else None
    return None


def _may_end(forms: Forms, key: Key) -> bool:
    """Whether a name may be the end of a longer one: several words, or one that "the" stands before."""
    if len(key) > 1 or key[0] in ORGANIZATION_NOUNS:
        return True
    return any(forms.page.before(mark.begin) == "the" for mark in forms.marks[key])


def _own_bracketed(forms: Forms) -> None:
    """An acronym in brackets right behind a name is its: "World Trade Organization (WTO)"."""
    page = forms.page
    ends = {mark.stop: mark.key for found in forms.marks.values() for mark in found}
    for key, found in forms.marks.items():
        for mark in found if is_acronym(key) else ():
            before = ends.get(mark.begin - 1)
            bracketed = page.before(mark.begin) == "(" and page.at(mark.stop) == ")"
            if before in forms.owners and bracketed and initials(before)[:1] == key[0][0]:
                _take_over(forms, key, forms.owners[before][0])
                break


def _take_over(forms: Forms, key: Key, owner: Draft) -> None:
    known = forms.owners.get(key)
    if known and known[0].entry is not None and known[0].entry is not owner.entry:
        return
    forms.owners[key] = [owner]
