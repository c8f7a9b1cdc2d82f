"""Name forms on their way to actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define

from ._entity import Draft
from ._type_votes import ORGANIZATION, PERSON, PLACE

if TYPE_CHECKING:
    from ...values import ActorKind
    from ..mentions._name_mention import Mark
    from ..mentions._token_row import Page
    from ..registry._entries import Entry
    from ..registry._name_keys import Key
    from ..registry._registry import Registry
    from ._article_context import Setting
    from ._type_votes import Votes


@define(eq=False)
class Forms:
    """Names, each with all its mentions, and whom they may mean.

    Attributes:
        page: The page.

        registry: Whom we know.

        setting: What the article tells about who may be meant.

        marks: Mentions by key, in text order.

        votes: Evidence for the kind of each.

        owners: Whom each may mean, best first; its mentions choose among them.

        drafts: The drafts so far.
    """

    page: Page
    registry: Registry
    setting: Setting
    marks: dict[Key, list[Mark]] = Factory(dict)
    votes: dict[Key, Votes] = Factory(dict)
    owners: dict[Key, list[Draft]] = Factory(dict)
    drafts: list[Draft] = Factory(list)

    def new_draft(self, kind: ActorKind, key: Key, entry: Entry | None = None) -> Draft:
        """Make one more draft."""
        draft = Draft(kind, entry, full=key, pronoun=entry.pronoun if entry else None)
        self.drafts.append(draft)
        return draft

    def reads_as_person(self, key: Key) -> bool:
        """Whether the evidence for a person outweighs any other."""
        total = self.votes[key]
        return total[PERSON] > max(total[PLACE], total[ORGANIZATION])
