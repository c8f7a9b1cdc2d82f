"""Actors in the making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

if TYPE_CHECKING:
    from ...values import ActorKind, MentionKind
    from ..mentions._name_mention import NameMention
    from ..registry._entries import Entry
    from ..registry._name_keys import Key


@define(eq=False)
class RoleClaim:
    """Something that is said of an actor by a role noun.

    Attributes:
        words: The role: ``("prime", "minister")``, ``("firm",)``.

        nation: Id of the state whose demonym or name goes with it, if any.

        former: Whether it is a former role.
    """

    words: tuple[str, ...]
    nation: str | None = None
    former: bool = False


@define(eq=False)
class Entity:
    """An actor while its mentions are being gathered.

    Attributes:
        kind: What sort of somebody, so far.

        entry: What the registry knows of it.

        mentions: Name mentions.

        full: The key of its fullest name.

        pronoun: ``he``, ``she``, ``it``, ``they``; `None` while not known.

        claims: Roles it is said to have.

        nations: Ids of the states it is known to belong to.

        parties: Parties it is said to belong to.

        is_ambiguous: Whether several entries of the registry may be meant, so that none is.

        mentions: All mentions: tokens from, to (past the last), and the kind of words.

        is_tentative: Whether it is an actor only once a pronoun speaks of it.

        name: What to call it where the text has no words for it.
    """

    kind: ActorKind
    entry: Entry | None = None
    names: list[NameMention] = Factory(list)
    full: Key = ()
    pronoun: str | None = None
    claims: list[RoleClaim] = Factory(list)
    nations: set[str] = Factory(set)
    parties: set[str] = Factory(set)
    is_ambiguous: bool = False
    mentions: list[tuple[int, int, MentionKind]] = Factory(list)
    is_tentative: bool = False
    name: str = ""
