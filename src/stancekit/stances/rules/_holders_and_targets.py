"""Semantic roles of a polar word: its holders and its targets in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...language._function_words import DIRECTIONAL, GENERIC_PRONOUNS, POSSIBILITY, TEMPORAL
from ...lexicon._lexicon import VOICE
from ...syntax._grammar import SUBJECTS
from ._predication import ascribing_verb, quality_bearers, sibling_name

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from ...lexicon._lexicon import EvaluationPattern
    from ...syntax._grammar import Grammar
    from ._polar_words import PolarWord

Targets = list[tuple[int, float]]
"""Positions of the targets, each with the share of the evaluation that falls on it."""

FULL: Final = 1.0
AS_OBJECT: Final = 0.4
"""Share of a subject in a noun that it merely acts on: "Ann discussed the scandal"."""

AS_OBLIQUE: Final = 0.3
ADVERBIAL: Final = 0.7
OF_THING: Final = 0.7
"""Share of an owner in a quality of the thing owned."""

_OF_ARGUMENTS: Final = frozenset("obj nsubj nsubj:pass obl nmod".split())
_ACCOMPANYING: Final = frozenset("with in of by for on".split())
_MAX_STEPS = 5


def targets(
    grammar: Grammar, word: PolarWord, pattern: EvaluationPattern, evaluating: Container[int]
) -> Targets:
    """The targets of a polar word under one of its patterns.

    Args:
        grammar: The sentence.

        word: The polar word.

        pattern: One of its patterns.

        evaluating: Positions of words by which somebody evaluates; the subject of such a verb is
            not evaluated by its object: "Ann condemned the brutal attack".
    """
    if word.entry.part == "prep":
        return [(grammar.heads[word.head], FULL)] if grammar.deps[word.head] == "case" else []
    if word.entry.part == "verb" or pattern.case:
        return [(at, FULL) for at in _governed(grammar, word.head, pattern)]
    if word.entry.part == "adj":
        return _of_adjective(grammar, word, evaluating)
    if word.entry.part == "adv":
        return _of_adverb(grammar, word.head)
    return _of_noun(grammar, word, evaluating)


def standards_of_comparison(grammar: Grammar, word: PolarWord) -> Targets:
    """The standards of a comparison, who have less of the quality: "braver than Ann"."""
    if word.entry.part not in {"adj", "adv"}:
        return []
    heads = [word.head] if word.entry.part == "adj" else [word.head, grammar.heads[word.head]]
    return [
        (kid, FULL)
        for head in heads
        for kid in grammar.kids_in(head, ("obl", "nmod", "advcl"))
        if grammar.case_of(kid) == "than" and grammar.is_nominal(kid)
    ]


def holders(
    grammar: Grammar, word: PolarWord, pattern: EvaluationPattern, evaluating: Mapping[int, float]
) -> list[int] | None:
    """The holders of a polar word under one of its patterns; `None` for whoever speaks.

    Args:
        grammar: The sentence.

        word: The polar word.

        pattern: One of its patterns.

        evaluating: Positions of the words by which somebody evaluates, each with its score.
    """
    if pattern.holder != VOICE:
        return _holders_by_frame(grammar, word)
    if word.entry.relation == "by":
        return _attitude_holders(grammar, word.head)
    if word.entry.relation == "of":
        return _bearers(grammar, _partitive_head(grammar, word.head))
    head = grammar.heads[word.head]
    if word.entry.part == "adv" and _ascribes_manner(grammar, head):
        return grammar.doers(head) or None  # "views him favourably"
    judged = _judged_by(grammar, word, evaluating)
    if judged is not None and evaluating[judged] * pattern.score < 0:
        return []  # of a quality that is questioned nobody says that it is there
    return _come_under_agents(grammar, word) or _fronted_experiencers(grammar, word.head) or None


def _ascribes_manner(grammar: Grammar, verb: int) -> bool:
    """Whether how a verb is done is how its subject sees its object: "views him favourably"."""
    lemma, verbs = grammar.lemmas[verb], grammar.verbs
    return lemma in verbs.ascribing and lemma not in verbs.factive_ascribing and lemma != "treat"


def _holders_by_frame(grammar: Grammar, word: PolarWord) -> list[int] | None:
    if word.entry.part == "prep":
        return _agents_of_side(grammar, grammar.heads[word.head])
    if word.entry.part == "noun":
        return quality_bearers(grammar, word.head) or _owners_or_names(grammar, word.head)
    if word.entry.part != "verb":
        return quality_bearers(grammar, word.head)
    doers = grammar.doers(word.head)
    if doers:
        return doers + _urging(grammar, word.head)
    # "cannot be trusted" is the speaker's view, "was trusted" somebody's.
    return None if _is_modal(grammar, word.head) else []


def _come_under_agents(grammar: Grammar, word: PolarWord) -> list[int]:
    """The agents of "come under": "came under fire from Ann"."""
    if word.entry.words[:2] != ("come", "under"):
        return []
    return [k for k in grammar.kids_in(word.head, ("obl", "nmod")) if grammar.case_of(k) in {"by", "from"}]


def _fronted_experiencers(grammar: Grammar, at: int) -> list[int]:
    """The experiencer fronted before a clause: "For Ann, Bob is a hero"."""
    subject = grammar.kid_in(at, SUBJECTS)
    if subject is None:
        return []
    before = [
        k for k in grammar.kids_in(at, ("obl",)) if k < subject and grammar.poses[k] in {"PROPN", "PRON"}
    ]
    return [
        kid for kid in before if grammar.case_of(kid) in {"for", "to"} and "," in grammar.words[kid:subject]
    ]


def _owners_or_names(grammar: Grammar, noun: int) -> list[int]:
    """The agent of an act named by a noun: "her attack on him", "the Smith attack on him"."""
    return grammar.kids_in(noun, ("nmod:poss",)) or [
        kid for kid in grammar.kids_in(noun, ("compound",)) if grammar.is_name(kid)
    ]


def _urging(grammar: Grammar, verb: int) -> list[int]:
    """The subject of a governing verb of urging: "urged voters to reject him"."""
    head = grammar.heads[verb]
    is_urged = grammar.deps[verb] == "xcomp" and grammar.lemmas[head] in grammar.verbs.urging
    return grammar.doers(head) if is_urged else []


def _judged_by(grammar: Grammar, word: PolarWord, evaluating: Container[int]) -> int | None:
    """The word that evaluates a polar noun in turn: "questioned her courage"."""
    if word.entry.part != "noun":
        return None
    dep, head = grammar.deps[word.head], grammar.heads[word.head]
    is_aim = dep == "obj" or (dep in {"obl", "nmod"} and grammar.case_of(word.head) in DIRECTIONAL)
    is_said_of = dep in SUBJECTS and grammar.poses[head] != "VERB"
    return head if (is_aim or is_said_of) and head in evaluating else None


def _agents_of_side(grammar: Grammar, side: int) -> list[int]:
    """Who acts for or against somebody: the agent or the owner of the act."""
    act = grammar.heads[side]
    if grammar.lemmas[act] in grammar.verbs.contest or grammar.lemmas[act] in grammar.nouns.contest:
        return []
    if grammar.poses[act] == "VERB":
        return grammar.doers(act)
    head = grammar.heads[act]
    is_done = grammar.deps[act] == "obj" and grammar.poses[head] == "VERB"
    return grammar.owners(act) or (grammar.doers(head) if is_done else [])


def _is_modal(grammar: Grammar, verb: int) -> bool:
    return any(grammar.lemmas[kid] in POSSIBILITY for kid in grammar.kids_in(verb, ("aux",)))


def _governed(grammar: Grammar, head: int, pattern: EvaluationPattern) -> list[int]:
    if pattern.target in {"subj", "head"}:
        return grammar.doers(head)
    if pattern.target == "obj":
        return grammar.done_to(head)
    if pattern.target == "iobj":
        return grammar.recipients(head)
    return grammar.obliques(head, pattern.case)


def _of_adjective(grammar: Grammar, word: PolarWord, evaluating: Container[int]) -> Targets:
    attitudes = (other.case for other in word.entry.patterns if other.case)
    if any(grammar.obliques(word.head, case) for case in attitudes):
        return []  # "critical of him" is not "critical"
    found = [(at, FULL) for at in quality_bearers(grammar, word.head)]
    if grammar.deps[word.head] == "amod":
        noun = grammar.heads[word.head]
        found += [(who, share * OF_THING) for who, share in _possessors(grammar, noun, word, evaluating)]
    return found


def _of_adverb(grammar: Grammar, at: int) -> Targets:
    """The targets of an adverb: the agent of the verb, or the object of a verb of ascribing."""
    if grammar.kid_in(at, SUBJECTS) is not None:  # "the project is in good hands"
        return [(subject, FULL) for subject in quality_bearers(grammar, at)]
    head = grammar.heads[at]
    if grammar.poses[head] != "VERB":
        return [(subject, ADVERBIAL) for subject in quality_bearers(grammar, head)]
    if grammar.lemmas[head] in grammar.verbs.ascribing:
        return [(seen, FULL) for seen in grammar.done_to(head)]
    return [(doer, ADVERBIAL) for doer in grammar.doers(head)]


def _of_noun(grammar: Grammar, word: PolarWord, evaluating: Container[int]) -> Targets:
    at = word.head
    if word.entry.relation == "by":
        return [(aim, FULL) for aim in _attitude_aims(grammar, at)]
    if word.entry.relation == "of":
        return [(whose, FULL) for whose in _whose_follower(grammar, at)]
    is_, has = _bearers(grammar, at), _possessors(grammar, at, word, evaluating)
    if word.entry.relation == "is":
        return [(at, FULL), *((who, FULL) for who in is_)]
    return [(who, FULL) for who in is_] + has


def _whose_follower(grammar: Grammar, noun: int) -> list[int]:
    """Whose critic or fan a noun names; in "a Smith supporter and head of the party" not the party's."""
    whose = grammar.owners(noun)
    return [kid for kid in whose if grammar.deps[kid] != "nmod"] or whose


def _partitive_head(grammar: Grammar, noun: int) -> int:
    """The head of a partitive: "one" in "one of his critics"."""
    head = grammar.heads[noun]
    is_part = grammar.deps[noun] == "nmod" and grammar.case_of(noun) in {"of", "among"}
    return head if is_part and grammar.lemmas[head] in GENERIC_PRONOUNS else noun


def _bearers(grammar: Grammar, noun: int) -> list[int]:
    """The bearers of a nominal predicate: its subject, its apposition, the object of "call"."""
    beside = grammar.kids_in(noun, ("appos", "nmod:desc", "flat"))
    if (name := sibling_name(grammar, noun)) is not None:
        beside = [*beside, name]
    is_predicate = (
        grammar.case_of(noun) == "as"
        or grammar.deps[noun] not in _OF_ARGUMENTS
        or (grammar.deps[noun] == "obj" and grammar.lemmas[grammar.heads[noun]] in grammar.verbs.copula)
        or ascribing_verb(grammar, noun) is not None
    )
    return quality_bearers(grammar, noun) + beside if is_predicate else beside


def _possessors(grammar: Grammar, noun: int, word: PolarWord, evaluating: Container[int]) -> Targets:
    """The possessors of a quality or an act; in "a lack of courage" the phrase's own words are none."""
    for _ in range(_MAX_STEPS):
        if found := [who for who in grammar.owners(noun) if who not in word.at]:
            owning = [(who, FULL) for who in found]
            # "A safety record" may be anybody's, "the party record" the party's.
            kinds = all(grammar.deps[who] == "compound" and not grammar.is_name(who) for who in found)
            return owning + _through_head(grammar, noun, evaluating) if kinds else owning
        dep, head = grammar.deps[noun], grammar.heads[noun]
        is_had = grammar.case_of(noun) == "of" or grammar.lemmas[head] in grammar.nouns.reputation
        of = dep == "nmod" and is_had
        if not (dep == "conj" or (of and not grammar.is_name(head))):
            break
        noun = head
    return _through_head(grammar, noun, evaluating)


def _through_head(grammar: Grammar, noun: int, evaluating: Container[int]) -> Targets:
    """Possessors by the governor of a noun: who shows, receives or does it, or acts with it."""
    dep, head = grammar.deps[noun], grammar.heads[noun]
    if grammar.poses[head] not in {"VERB", "AUX"}:
        return [(head, FULL)] if dep == "nmod" and grammar.case_of(noun) in {"of", "with", "without"} else []
    share = 0.0
    if dep == "obj":
        lemma, verbs = grammar.lemmas[head], grammar.verbs
        is_own = lemma in verbs.showing or lemma in verbs.receiving
        share = FULL if is_own else AS_OBJECT
    elif dep in {"obl", "obl:unmarked"}:
        case = grammar.case_of(noun)
        share = 0.0 if case in TEMPORAL else ADVERBIAL if case in _ACCOMPANYING else AS_OBLIQUE
    return [(who, share) for who in grammar.subjects(head)] if share and head not in evaluating else []


def _attitude_aims(grammar: Grammar, noun: int) -> list[int]:
    """The aims of an attitude: "praise for Bob", "her trust in Bob", "Bob won praise"."""
    aims = DIRECTIONAL if grammar.lemmas[noun] in grammar.nouns.trust else DIRECTIONAL - {"in", "into"}
    aims = aims - {"to"} if grammar.lemmas[noun] in grammar.nouns.message else aims
    found = [kid for kid in grammar.kids_in(noun, ("nmod", "obl")) if grammar.case_of(kid) in aims]
    head = grammar.heads[noun]
    is_had = grammar.deps[noun] == "obj" and grammar.lemmas[head] == "have"
    is_support = is_had and grammar.lemmas[noun] in grammar.nouns.support
    if is_support and {grammar.case_of(at) for at in found} <= {"of"}:
        return grammar.subjects(head)
    if found:
        return found
    if grammar.poses[head] == "VERB":
        if grammar.deps[noun] == "obj" and grammar.lemmas[head] in grammar.verbs.receiving:
            return grammar.subjects(head)
        if grammar.deps[noun] == "obj" and grammar.lemmas[head] in grammar.verbs.giving:
            return grammar.recipients(head) or [
                kid for kid in grammar.kids_in(head, ("obl", "nmod")) if grammar.case_of(kid) in DIRECTIONAL
            ]
        if grammar.deps[noun] in {"obl", "obl:agent"} and (
            grammar.case_of(noun) == "under" or grammar.is_passive(head)
        ):
            return grammar.subjects(head)
    return grammar.owners(noun) if grammar.lemmas[noun] in grammar.nouns.relation else []


def _attitude_holders(grammar: Grammar, noun: int) -> list[int] | None:
    """The holders of an attitude: "Ann's praise for Bob", "praise from Ann"; `None` for whoever speaks."""
    owners = [
        kid
        for kid in grammar.kids_in(noun, ("nmod:poss", "compound", "nmod"))
        if grammar.deps[kid] != "nmod" or grammar.case_of(kid) in {"by", "from", "among", "of"}
    ]
    if owners:
        return owners
    head = grammar.heads[noun]
    if grammar.lemmas[head] == "full":
        return quality_bearers(grammar, head)
    if grammar.poses[head] == "VERB" and grammar.deps[noun] == "obj":
        if grammar.lemmas[head] in grammar.verbs.receiving:
            return [kid for kid in grammar.kids_in(head, ("obl",)) if grammar.case_of(kid) in {"by", "from"}]
        return grammar.doers(head)
    return None
