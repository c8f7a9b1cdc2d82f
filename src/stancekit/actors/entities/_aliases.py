"""Names that the text itself says are one: "Cassius Clay, later known as Muhammad Ali"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ._type_votes import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..mentions._name_mention import Mark
    from ..mentions._token_row import Page
    from ._entity import Draft
    from ._name_index import Forms

_CALLED = frozenset({"called", "nicknamed", "named", "aka", "a.k.a.", "alias", "née", "nee"})
_ACTS = frozenset({"called", "nicknamed", "named", "known", "billed", "credited"})
"""Those that may as well be what the first does to the second."""
_BEING = frozenset({"is", "was", "are", "were", "been"})
_KNOWN = frozenset({"known", "billed", "credited"})
_BETWEEN = frozenset(
    """ , ( is was are were better best also often sometimes commonly formerly later then now widely
    popularly simply just otherwise locally who has been more and as the by his her its their name
    pseudonym nickname " “ ” ' """.split()
)
_FAR = 10


def join_aliases(forms: Forms, marks: Sequence[Mark]) -> None:
    """Give names that the text calls one to one draft."""
    for one, other in pairwise(marks):
        if kind_of(forms.votes[one.key]) is kind_of(forms.votes[other.key]) and _called(
            forms.page, one.stop, other.begin
        ):
            _join(forms, one, other)


def _called(page: Page, begin: int, stop: int) -> bool:
    """Whether the words between two names say that the second is the first's, too."""
    if not 0 < stop - begin <= _FAR or page.sentence[begin] != page.sentence[stop]:
        return False
    words = page.lower[begin:stop]
    telling = [word for word in words if word not in _BETWEEN]
    if len(telling) != 1:
        return False
    at = words.index(telling[0])
    if telling[0] in _ACTS and not (_BEING & {*words} or _is_passive(page, begin + at)):
        return False  # "Ann Lane called Bob Ray a liar"
    return telling[0] in _CALLED or (telling[0] in _KNOWN and words[at + 1 : at + 2] in (["as"], ["by"]))


def _is_passive(page: Page, position: int) -> bool:
    """Whether a participle describes who is called so, rather than a verb who calls."""
    return page.tokens[position].has("Voice=Pass")


def _join(forms: Forms, one: Mark, other: Mark) -> None:
    owners = forms.owners[one.key]
    if len(owners) == 1:
        _replace(forms, forms.owners[other.key], owners[0])


def _replace(forms: Forms, olds: Sequence[Draft], new: Draft) -> None:
    """Give every name of the only old draft to the new one, unless the registry knows it apart."""
    if len(olds) != 1 or olds[0] is new or olds[0].kind is not new.kind or olds[0].entry is not None:
        return
    for key, owners in forms.owners.items():
        if olds[0] in owners:
            forms.owners[key] = list(dict.fromkeys(new if draft is olds[0] else draft for draft in owners))
