"""Who was just spoken of, and whom a pronoun means: a linear model over the candidates."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

from attrs import Factory, define

from ...language._universal import is_owner, relation_of
from ...lexicon._words import EMPTY_VERBS, HE, IT, POSSESSIVES, PRONOUNS, REFLEXIVES, SHE, SPEECH_VERBS, THEY
from ...values import ActorKind
from ..mentions._token_row import ARGUMENTS
from ._pronoun_weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..entities._described_as import NamedTokens
    from ..entities._entity import Draft
    from ..mentions._token_row import Page

WINDOW = 4
"""A pronoun looks back so many sentences."""

MOST_SEEN = 100
"""At least so many mentions are kept within the window, at most twice as many."""

_PERSON = ActorKind.PERSON
_KINDS = {
    HE: frozenset({ActorKind.PERSON}),
    SHE: frozenset({ActorKind.PERSON}),
    IT: frozenset({ActorKind.ORGANIZATION, ActorKind.PLACE}),
    THEY: frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION, ActorKind.PERSON, ActorKind.PLACE}),
}
_ROLES = {"nsubj": "subject", "obj": "object", "iobj": "object", "obl": "oblique", "vocative": "nested"}
_LONGEST_CHAIN = 4
_DEEPEST = 12
_APPOSITION_GAP = 5


@define(eq=False)
class Seen:
    """Somebody mentioned at a place.

    Attributes:
        draft: Who; `None` for somebody who is no actor, yet may be meant by a pronoun.

        head: Position of the mention's head token.

        begin: Position of its first token.

        pronoun: ``he``, ``she``, ``it``, ``they`` that may refer to it; `None` where unknown.

        word: ``name``, ``nominal`` or ``pronoun``.

        kind: What sort of somebody.

        role: Its part in the clause: ``subject``, ``object``, ``owner``, ``oblique``, ``nested``.

        waiting: Whose mention it is once a pronoun speaks of them, too.
    """

    draft: Draft | None
    head: int
    begin: int
    pronoun: str | None
    word: str
    kind: ActorKind
    role: str = "nested"
    waiting: Draft | None = None


@define(eq=False)
class Candidate:
    """Somebody whom a pronoun may mean, by their latest mention.

    Attributes:
        seen: The latest mention before the pronoun.

        as_subject: Sentences since they were last a subject.

        features: What the model looks at.
    """

    seen: Seen
    as_subject: int
    features: dict[str, float] = Factory(dict)


@define(eq=False)
class Focus:
    """The mentions read so far.

    Attributes:
        page: The page.

        named: Who is named where.

        recent: Mentions within the window, in text order.

        counts: How often each draft was mentioned, by its identity.
    """

    page: Page
    named: NamedTokens
    recent: list[Seen] = Factory(list)
    counts: dict[int, int] = Factory(dict)

    def note(self, seen: Seen) -> None:
        """Read one more mention; an apposition plays the part of what it stands by."""
        seen.role = role_of(self.page, seen.head)
        partner = self.recent[-1] if self.recent else None
        if partner is not None and partner.draft is seen.draft is not None and seen.word != "pronoun":
            between = self.page.lower[partner.head + 1 : seen.begin]
            if between and between[0] == "," and len(between) <= _APPOSITION_GAP:
                seen.role, seen.head = partner.role, partner.head
        self.recent.append(seen)
        if len(self.recent) > 2 * MOST_SEEN:  # a sentence without end
            del self.recent[:MOST_SEEN]
        if seen.draft is not None:
            self.counts[id(seen.draft)] = self.counts.get(id(seen.draft), 0) + 1

    def beside(self, head: int) -> set[int]:
        """Identities of whom the mention at *head* is coordinated with: "Corvane and the union" are two."""
        partners = self.page.conjuncts(head)
        found = {id(seen.draft) for seen in self.recent if seen.head in partners and seen.draft is not None}
        return found | {id(draft) for draft in map(self.named.around, partners) if draft is not None}

    def forget(self, sentence: int) -> None:
        """Drop what lies further back than the window before *sentence*."""
        floor = self.page.first[max(0, sentence - WINDOW)]
        if self.recent and self.recent[0].begin < floor:
            self.recent = [seen for seen in self.recent if seen.begin >= floor]

    def candidates(self, position: int) -> list[Candidate]:
        """Whom the pronoun at *position* may mean."""
        page, word = self.page, self.page.lower[position]
        pronoun = PRONOUNS[word]
        sentence = page.sentence[position]
        free = word in POSSESSIVES or word in REFLEXIVES
        excluded = set() if free else _co_arguments(page, position)
        found: dict[int, Candidate] = {}
        barred: set[int] = set()
        for seen in reversed(self.recent):
            key = id(seen.draft) if seen.draft is not None else id(seen)
            if key in barred:
                continue
            away = sentence - page.sentence[seen.head]
            subject = away if seen.role == "subject" else WINDOW + 1
            if key in found:
                found[key].as_subject = min(found[key].as_subject, subject)
            elif not _agrees(seen, pronoun):
                continue
            elif seen.head in excluded:
                barred.add(key)
            else:
                found[key] = Candidate(seen, subject)
        candidates = list(found.values())
        if word in REFLEXIVES:
            subjects = _subjects_of(page, position)
            candidates = [c for c in candidates if c.seen.head in subjects] or candidates
        ahead = self._ahead(position, pronoun)
        if ahead is not None and all(c.seen.draft is not ahead.draft for c in candidates):
            candidates.append(Candidate(ahead, WINDOW + 1))
        above = _subjects_above(page, position)
        for rank, candidate in enumerate(candidates):
            candidate.features = dict(self._features(candidate, position, above, len(candidates)))
            candidate.features[f"rank {min(rank, 2)}"] = 1.0
            if ahead is not None and candidate.seen.draft is ahead.draft:
                candidate.features["ahead owner" if word in POSSESSIVES else "ahead"] = 1.0
        _compare_within_sentence(page, candidates, position)
        return candidates

    def _ahead(self, position: int, pronoun: str) -> Seen | None:
        """The subject that is still to come: "For all his warm words, Putin ..."."""
        page = self.page
        here = position
        while (governor := page.head(here)) != here:
            if page.tokens[here].relation in {"obl", "advcl"}:
                for subject in page.subjects(governor):
                    draft = self.named.around(subject) if subject > position else None
                    if draft is not None:
                        seen = Seen(draft, subject, subject, pronoun_of(draft), "name", draft.kind, "subject")
                        return seen if _agrees(seen, pronoun) else None
            here = governor
        return None

    def _features(
        self, candidate: Candidate, position: int, above: list[int], number: int
    ) -> Iterator[tuple[str, float]]:
        page, seen = self.page, candidate.seen
        away = page.sentence[position] - page.sentence[seen.head]
        yield f"away {min(away, 3)}", 1.0
        if away == 0 and seen.head < position:
            yield "near", 1.0 / (1 + (position - seen.head) / 5)
        if page.paragraph[page.sentence[seen.head]] != page.paragraph[page.sentence[position]]:
            yield "across paragraphs", 1.0
        if seen.draft is None:
            yield "stranger", 1.0
            yield f"stranger away {min(away, 2)}", 1.0
        else:
            yield "count", log1p(self.counts.get(id(seen.draft), 0))
            yield f"kind {seen.kind.value}", 1.0
        if number == 1:
            yield "alone", 1.0
        yield f"word {seen.word}", 1.0
        yield from _agreement_features(seen, PRONOUNS[page.lower[position]])
        yield from _clause_features(page, candidate, position, away, above)
        yield from _quote_features(page, seen, position, away)


def _compare_within_sentence(page: Page, candidates: list[Candidate], position: int) -> None:
    """Tell rivals of the pronoun's own sentence apart: the first, and the least embedded."""
    here = page.sentence[position]
    rivals = [c for c in candidates if c.seen.draft is not None and page.sentence[c.seen.head] == here]
    if len(rivals) < 2:
        return
    depths = [_depth(page, candidate.seen.head) for candidate in rivals]
    first = min(candidate.seen.begin for candidate in rivals)
    fronted = page.tokens[position].relation == "nsubj" and all(
        _is_fronted(page, candidate.seen.head, page.head(position)) for candidate in rivals
    )
    for candidate, depth in zip(rivals, depths, strict=True):
        if depth == min(depths):
            candidate.features["shallowest"] = 1.0
            if fronted and depth < max(depths):
                candidate.features["fronted"] = 1.0
        if candidate.seen.begin == first:
            candidate.features["first here"] = 1.0


def _is_fronted(page: Page, position: int, verb: int) -> bool:
    """Whether a mention stands in an adjunct before its verb: "Despite Putin's words, ..."."""
    while (governor := page.head(position)) != position:
        if governor == verb:
            return page.tokens[position].relation in {"obl", "advcl"} and position < verb
        position = governor
    return False


def _depth(page: Page, position: int) -> int:
    depth = 0
    while (governor := page.head(position)) != position and depth < _DEEPEST:
        position, depth = governor, depth + 1
    return depth


def _agreement_features(seen: Seen, pronoun: str) -> Iterator[tuple[str, float]]:
    if seen.pronoun == pronoun:
        yield "agrees", 1.0
    elif seen.pronoun is None:
        yield "unknown gender", 1.0


def _clause_features(
    page: Page, candidate: Candidate, position: int, away: int, above: list[int]
) -> Iterator[tuple[str, float]]:
    seen = candidate.seen
    mine = page.tokens[position].relation
    yield seen.role, 1.0
    if candidate.as_subject <= 1:
        yield f"was subject {candidate.as_subject}", 1.0
    if seen.role == "subject":
        yield f"subject away {min(away, 2)}", 1.0
        if mine == "nsubj":
            yield "both subjects", 1.0
            if _speaks(page, seen.head) and _speaks(page, position):
                yield "both speak", 1.0
    if seen.head in above:
        mine = "owner" if page.lower[position] in POSSESSIVES else mine
        yield f"above {min(above.index(seen.head), 1)} {mine}", 1.0


def _quote_features(page: Page, seen: Seen, position: int, away: int) -> Iterator[tuple[str, float]]:
    quoted = page.quoted[position]
    if quoted:
        yield "in quotes", 1.0
    if page.quoted[seen.head] != quoted:
        yield "across marks" if quoted else "inside marks", 1.0
        if quoted and seen.role == "subject" and away == 0:
            yield "speaker", 1.0


def pronoun_of(draft: Draft) -> str | None:
    """The pronoun for an actor; `None` for a person of unknown gender."""
    if draft.kind is ActorKind.PERSON:
        return draft.pronoun
    return THEY if draft.kind is ActorKind.GROUP else IT


def _speaks(page: Page, subject: int) -> bool:
    return page.tokens[page.head(subject)].lemma in SPEECH_VERBS


def is_expletive(page: Page, position: int) -> bool:
    """Whether an "it" stands for nobody: "it seems", "it is clear that"."""
    if page.tokens[position].dep == "expl":
        return True
    following = page.tokens[position + 1 : position + 2]
    if following and following[0].lemma in EMPTY_VERBS:
        return True
    if not following or following[0].lemma != "be":
        return False
    clause = page.lower[position + 2 : min(position + 7, page.stops(position))]
    adjective = any(token.pos == "ADJ" for token in page.tokens[position + 2 : position + 5])
    return "that" in clause or (adjective and bool({"to", "for", "if", "when"} & {*clause}))


def role_of(page: Page, head: int) -> str:
    """The part that the mention at *head* plays in its clause."""
    token = page.tokens[head]
    for _ in range(_LONGEST_CHAIN):
        if token.relation not in {"conj", "appos", "flat"}:
            break
        head = page.head(head)
        token = page.tokens[head]
    if is_owner(token):
        return "owner"
    return _ROLES.get(token.relation, "nested")


def _agrees(seen: Seen, pronoun: str) -> bool:
    if seen.pronoun is not None:
        if seen.pronoun == pronoun:
            return True
        return pronoun == THEY and seen.kind in {ActorKind.ORGANIZATION, ActorKind.GROUP}
    return seen.kind in _KINDS[pronoun] and not (pronoun == THEY and seen.kind is _PERSON)


def _co_arguments(page: Page, position: int) -> set[int]:
    """Heads of the other arguments of the pronoun's verb: they are somebody else."""
    if relation_of(page.tokens[position]) not in ARGUMENTS:
        return set()
    others = {argument for argument in page.arguments.get(page.head(position), ()) if argument != position}
    return others | _subjects_of(page, position)


def _subjects_of(page: Page, position: int) -> set[int]:
    """Heads of the subjects of the pronoun's verb, or of the verb that lends it its subject."""
    verb = page.head(position)
    if page.tokens[position].relation == "nsubj":
        return set()
    while not (found := {*page.subjects(verb)}):
        governor = page.head(verb)
        if page.tokens[verb].relation not in {"xcomp", "conj", "advcl"} or governor == verb:
            return set()
        verb = governor
    return found


def _subjects_above(page: Page, position: int) -> list[int]:
    """Heads of the subjects of the verbs that govern the pronoun, nearest first."""
    found: list[int] = []
    here = position
    while (governor := page.head(here)) != here and len(found) < 2:
        found += [subject for subject in page.subjects(governor) if subject != here and subject < position]
        here = governor
    return found


def choose(focus: Focus, position: int) -> Candidate | None:
    """Whom the pronoun at *position* means; `None` where nobody is likelier. It may be no actor."""
    candidates = focus.candidates(position)
    weights = WEIGHTS[class_of(PRONOUNS[focus.page.lower[position]])]
    best = likeliest([candidate.features for candidate in candidates], weights)
    return None if best is None else candidates[best]


def class_of(pronoun: str) -> str:
    """Which of the model's weights judge a pronoun's candidates."""
    return "person" if pronoun in {HE, SHE} else pronoun


def likeliest(options: Sequence[Mapping[str, float]], weights: Mapping[str, float]) -> int | None:
    """The position of the likeliest of *options*, given as features; `None` where nobody is likelier."""
    best, best_score = None, weights.get("nobody", 0.0)
    for position, features in enumerate(options):
        score = sum(weights.get(name, 0.0) * value for name, value in features.items())
        if score > best_score:
            best, best_score = position, score
    return best
