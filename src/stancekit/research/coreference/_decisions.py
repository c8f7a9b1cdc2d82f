"""What the model has to decide: whom each pronoun of a corpus means, with the right answers."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from ...actors._pipeline import read_actors, replace_stage, resolve_nominals_and_pronouns
from ...actors.coreference._pronouns import class_of, find_candidates
from ...language import load
from ...language._function_words import THIRD_PERSON
from ._gold import read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ...actors._pipeline import Stage
    from ...actors.coreference._discourse import Antecedent, Discourse
    from ...actors.coreference._pronouns import AntecedentCandidate
    from ...actors.entities._entity import Entity
    from ._gold import GoldChains


@frozen(kw_only=True)
class Decision:
    """A pronoun and whom it may mean.

    Args:
        text: Name of the text, such as ``GUM_news_nasa``.

        group: Which of the model's weights judge it: ``person``, ``it`` or ``they``.

        options: Features of each candidate, the latest mentioned first.

        right: Whether it means each of them; for all false the right answer is "nobody".

        actors: Whether each is an actor; strangers are not.
    """

    text: str
    group: str
    options: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]
    actors: tuple[bool, ...]

    @property
    def genre(self) -> str:
        """The second part of a GUM name: ``news``."""
        return self.text.split("_")[1]


@define(eq=False)
class GoldChooser:
    """Answers as the gold says, and keeps the decisions.

    Args:
        gold: The gold of the text that is read.

    Attributes:
        decisions: Those so far.
    """

    gold: GoldChains
    decisions: list[Decision] = Factory(list)

    @property
    def stages(self) -> Sequence[Stage]:
        """The stages of the actors room, with pronouns resolved as the gold says."""
        resolve = partial(resolve_nominals_and_pronouns, choose_pronoun=self)
        return replace_stage(resolve_nominals_and_pronouns, resolve)

    def __call__(self, discourse: Discourse, position: int) -> AntecedentCandidate | None:
        """The latest mentioned of the right candidates; it may be no actor."""
        candidates = find_candidates(discourse, position)
        chain = self.gold.by_end.get(discourse.row.tokens[position].end - 1)
        right = [chain is not None and chain in self._chains(discourse, c.antecedent) for c in candidates]
        self.decisions.append(
            Decision(
                text=self.gold.name,
                group=class_of(THIRD_PERSON[discourse.row.words[position]]),
                options=tuple(candidate.features for candidate in candidates),
                right=tuple(right),
                actors=tuple(candidate.antecedent.entity is not None for candidate in candidates),
            )
        )
        return candidates[right.index(True)] if any(right) else None

    def _chains(self, discourse: Discourse, antecedent: Antecedent) -> set[str | None]:
        """The chains of the mention itself and of most names of whom it mentions."""
        tokens = discourse.row.tokens
        mention = discourse.named.begins.get(antecedent.begin) if antecedent.word == "name" else None
        chains = {self.gold.ending(mention.end if mention is not None else tokens[antecedent.head].end)}
        if antecedent.word != "pronoun":
            chains |= self.gold.spanning(tokens[antecedent.begin].start, tokens[antecedent.head].end)
        if antecedent.entity is not None:
            chains.add(self._usual_chain(antecedent.entity))
        return chains

    def _usual_chain(self, entity: Entity) -> str | None:
        chains = (self.gold.ending(mention.end) for mention in entity.names)
        counts = Counter(chain for chain in chains if chain is not None)
        return counts.most_common(1)[0][0] if counts else None


def collect(folder: Path) -> list[Decision]:
    """Read a folder of GUM documents as `find_actors` would, were it always right about pronouns.

    Raises:
        FileNotFoundError: The folder holds no GUM documents.
    """
    pipeline = load()
    decisions: list[Decision] = []
    for gold in read(folder):
        teacher = GoldChooser(gold)
        read_actors(pipeline.parse(gold.text), stages=teacher.stages)
        decisions += teacher.decisions
    return decisions
